//! Sets of numbers, stored as ranges, so that the size of a range does not matter.

use alloc::vec::Vec;

/// Ranges that include both ends, in ascending order. They neither overlap nor are adjacent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ranges(Vec<(i64, i64)>);

impl FromIterator<(i64, i64)> for Ranges {
    fn from_iter<I: IntoIterator<Item = (i64, i64)>>(ranges: I) -> Self {
        let mut all: Vec<_> = ranges.into_iter().filter(|(first, last)| first <= last).collect();
        all.sort_unstable();
        let mut merged: Vec<(i64, i64)> = Vec::with_capacity(all.len());
        for (first, last) in all {
            match merged.last_mut() {
                Some((_, end)) if first <= end.saturating_add(1) => *end = last.max(*end),
                _ => merged.push((first, last)),
            }
        }
        Self(merged)
    }
}

impl Ranges {
    pub(super) fn iter(&self) -> impl Iterator<Item = (i64, i64)> + '_ {
        self.0.iter().copied()
    }

    /// Returns the numbers that are in one of the sets.
    pub(super) fn or(&self, other: &Self) -> Self {
        self.iter().chain(other.iter()).collect()
    }

    /// Returns the numbers that are in both sets.
    pub(super) fn and(&self, other: &Self) -> Self {
        let mut both = Vec::new();
        let (mut ours, mut theirs) = (self.0.as_slice(), other.0.as_slice());
        while let ([(first, last), our_rest @ ..], [(other_first, other_last), their_rest @ ..]) = (ours, theirs) {
            let (from, to) = (*first.max(other_first), *last.min(other_last));
            if from <= to {
                both.push((from, to));
            }
            // The range that ends first cannot overlap another range.
            if last < other_last {
                ours = our_rest;
            } else {
                theirs = their_rest;
            }
        }
        Self(both)
    }

    /// Returns the numbers of this set that are not in `other`.
    pub(super) fn without(&self, other: &Self) -> Self {
        self.and(&other.complement())
    }

    fn complement(&self) -> Self {
        let mut rest = Vec::with_capacity(self.0.len() + 1);
        let mut from = Some(i64::MIN);
        for (first, last) in self.iter() {
            if let Some(from) = from
                && from < first
            {
                rest.push((from, first - 1));
            }
            from = last.checked_add(1);
        }
        rest.extend(from.map(|from| (from, i64::MAX)));
        Self(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranges<const N: usize>(ranges: [(i64, i64); N]) -> Ranges {
        ranges.into_iter().collect()
    }

    #[test]
    fn overlapping_and_adjacent_ranges_are_merged() {
        assert_eq!(ranges([(5, 9), (1, 2), (3, 4), (7, 12), (20, 20), (30, 29)]).0, [(1, 12), (20, 20)]);
        assert_eq!(ranges([(i64::MAX, i64::MAX), (0, i64::MAX)]).0, [(0, i64::MAX)]);
    }

    #[test]
    fn every_operation_agrees_with_sets_of_numbers() {
        let sets = [
            ranges([]),
            ranges([(0, 0)]),
            ranges([(0, 3), (5, 5), (7, 9)]),
            ranges([(2, 7)]),
            ranges([(1, 1), (3, 3), (9, 10)]),
            ranges([(0, i64::MAX)]),
            ranges([(4, i64::MAX)]),
        ];
        let has = |set: &Ranges, number: i64| set.iter().any(|(first, last)| (first..=last).contains(&number));
        for a in &sets {
            for b in &sets {
                for number in (0..=12).chain(i64::MAX - 1..=i64::MAX) {
                    let (in_a, in_b) = (has(a, number), has(b, number));
                    assert_eq!(has(&a.or(b), number), in_a || in_b, "{a:?} or {b:?}: {number}");
                    assert_eq!(has(&a.and(b), number), in_a && in_b, "{a:?} and {b:?}: {number}");
                    assert_eq!(has(&a.without(b), number), in_a && !in_b, "{a:?} without {b:?}: {number}");
                }
            }
        }
    }
}
