//! A heap, which sorts keys in constant evaluation: the methods of slices are not available there.

/// Keys, of which the first is the least. Key `i` is at most keys `2 * i + 1` and `2 * i + 2`.
pub(super) struct Heap<const N: usize> {
    keys: [i128; N],
    len: usize,
}

/// A key: a number, then two indexes.
pub(super) const fn key(number: i64, part: usize, index: usize) -> i128 {
    (number as i128) << 64 | (part as i128) << 32 | index as i128
}

#[allow(clippy::cast_possible_truncation)]
pub(super) const fn number(key: i128) -> i64 {
    (key >> 64) as i64
}

/// The first index of a key.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub(super) const fn part(key: i128) -> usize {
    (key >> 32) as u32 as usize
}

/// The last index of a key.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub(super) const fn index(key: i128) -> usize {
    key as u32 as usize
}

impl<const N: usize> Heap<N> {
    pub(super) const EMPTY: Self = Self { keys: [0; N], len: 0 };

    pub(super) const fn len(&self) -> usize {
        self.len
    }

    /// Adds a key. If it is not less than the others, this takes one step.
    pub(super) const fn push(&mut self, key: i128) {
        let mut at = self.len;
        self.len += 1;
        while at > 0 {
            let parent = (at - 1) / 2;
            if self.keys[parent] <= key {
                break;
            }
            self.keys[at] = self.keys[parent];
            at = parent;
        }
        self.keys[at] = key;
    }

    pub(super) const fn first(&self) -> Option<i128> {
        if self.len > 0 { Some(self.keys[0]) } else { None }
    }

    /// The least key but one.
    pub(super) const fn second(&self) -> Option<i128> {
        match self.len {
            0 | 1 => None,
            2 => Some(self.keys[1]),
            _ if self.keys[1] < self.keys[2] => Some(self.keys[1]),
            _ => Some(self.keys[2]),
        }
    }

    pub(super) const fn replace(&mut self, key: i128) {
        let (mut at, len) = (0, self.len);
        loop {
            let mut child = 2 * at + 1;
            if child >= len {
                break;
            }
            if child + 1 < len && self.keys[child + 1] < self.keys[child] {
                child += 1;
            }
            if key <= self.keys[child] {
                break;
            }
            self.keys[at] = self.keys[child];
            at = child;
        }
        self.keys[at] = key;
    }

    pub(super) const fn pop(&mut self) {
        self.len -= 1;
        let last = self.keys[self.len];
        if self.len > 0 {
            self.replace(last);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    #[test]
    fn the_keys_leave_the_heap_in_order() {
        let keys = [5, 3, -9, 3, 0, 7, 1, 8, -2, 6_i128];
        for len in 0..=keys.len() {
            let mut heap = Heap::<10>::EMPTY;
            keys[..len].iter().for_each(|key| heap.push(*key));
            let mut sorted = keys[..len].to_vec();
            sorted.sort_unstable();
            let mut left = Vec::new();
            while let Some(key) = heap.first() {
                assert_eq!(heap.second(), sorted.get(left.len() + 1).copied());
                left.push(key);
                heap.pop();
            }
            assert_eq!(left, sorted);
        }
        let mut heap = Heap::<2>::EMPTY;
        heap.push(1);
        heap.push(4);
        heap.replace(9);
        assert_eq!((heap.first(), heap.second()), (Some(4), Some(9)));
    }
}
