//! A category and its numbers.

use core::ops::RangeInclusive;

use crate::text::constant::equal;

/// A category of errors: a slug, a title, and the numbers that it owns.
///
/// ```
/// use studio_errors::Category;
///
/// const QUOTA: Category = Category::new("quota", "Quota & Credits", 1600..=1699);
/// assert_eq!(QUOTA.slug(), "quota");
/// assert!(QUOTA.ranges().eq([1600..=1699]));
///
/// const CLIENT: Category = Category::with_ranges("client", "Client", &[2001..=2999, 4001..=4099]);
/// assert!(CLIENT.ranges().any(|range| range.contains(&4004)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Category {
    slug: &'static str,
    title: &'static str,
    ranges: Ranges,
}

// `new` takes a single range, because it cannot create a static slice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Ranges {
    One { first: i64, last: i64 },
    Many(&'static [RangeInclusive<i64>]),
}

impl Category {
    /// A category with the numbers of `range`, both ends included.
    ///
    /// # Panics
    ///
    /// Panics if the range is reversed. In a constant, this is a compile error at this call.
    #[must_use]
    #[track_caller]
    pub const fn new(slug: &'static str, title: &'static str, range: RangeInclusive<i64>) -> Self {
        let (first, last) = (*range.start(), *range.end());
        assert!(first <= last, "this range has no numbers\nhelp: write a range that does not end before it begins");
        Self { slug, title, ranges: Ranges::One { first, last } }
    }

    /// A category with the numbers of several ranges, both ends included, in ascending order.
    ///
    /// # Panics
    ///
    /// Panics if there is no range, if a range is reversed, or if the ranges overlap or are not in ascending order. In a
    /// constant, this is a compile error at this call.
    #[must_use]
    #[track_caller]
    pub const fn with_ranges(slug: &'static str, title: &'static str, ranges: &'static [RangeInclusive<i64>]) -> Self {
        assert!(!ranges.is_empty(), "this category has no numbers\nhelp: add a range, such as `1600..=1699`");
        let mut i = 0;
        while i < ranges.len() {
            assert!(
                *ranges[i].start() <= *ranges[i].end(),
                "a range of this category has no numbers\nhelp: write ranges that do not end before they begin"
            );
            assert!(
                i == 0 || *ranges[i - 1].end() < *ranges[i].start(),
                "the ranges of this category overlap, or are not in ascending order\nhelp: order them by their numbers"
            );
            i += 1;
        }
        Self { slug, title, ranges: Ranges::Many(ranges) }
    }

    /// The word for the category in `category = ".."`.
    #[must_use]
    pub const fn slug(&self) -> &'static str {
        self.slug
    }

    /// The title in the reference.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// The numbers that the category owns, in ascending order.
    pub fn ranges(&self) -> impl Iterator<Item = RangeInclusive<i64>> + Clone + use<> {
        let category = *self;
        (0..category.len()).map(move |i| {
            let (first, last) = category.range(i);
            first..=last
        })
    }

    /// The number of ranges.
    pub(crate) const fn len(&self) -> usize {
        match self.ranges {
            Ranges::One { .. } => 1,
            Ranges::Many(ranges) => ranges.len(),
        }
    }

    /// The first and the last number of range `i`.
    pub(crate) const fn range(&self, i: usize) -> (i64, i64) {
        match self.ranges {
            Ranges::One { first, last } => (first, last),
            Ranges::Many(ranges) => (*ranges[i].start(), *ranges[i].end()),
        }
    }

    /// Whether one range owns the numbers from `first` to `last`.
    pub(crate) const fn owns_all(&self, first: i64, last: i64) -> bool {
        let mut i = 0;
        while i < self.len() {
            let range = self.range(i);
            if range.0 <= first && last <= range.1 {
                return true;
            }
            i += 1;
        }
        false
    }

    pub(crate) const fn owns(&self, number: i64) -> bool {
        self.owns_all(number, number)
    }

    /// `==`, which is not available in constants.
    pub(crate) const fn is_same(&self, other: &Self) -> bool {
        let mut i = 0;
        while i < self.len() && i < other.len() {
            let (one, other) = (self.range(i), other.range(i));
            if one.0 != other.0 || one.1 != other.1 {
                return false;
            }
            i += 1;
        }
        self.len() == other.len() && equal(self.slug, other.slug) && equal(self.title, other.title)
    }
}
