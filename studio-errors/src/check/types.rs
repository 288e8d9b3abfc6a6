//! The types in the parts of an enum or of a code set.

use super::conflicts::Part;
use super::heap::{self, Heap, index};
use crate::code::{CodeList, Codes, each_type};

/// The types of some parts: each type once, in the order of its first number.
pub(super) struct Types<const N: usize> {
    pub(super) codes: [Codes; N],
    /// The first part that contains each type.
    pub(super) part: [usize; N],
    pub(super) len: usize,
}

impl<const N: usize> Types<N> {
    pub(super) const fn of(parts: &[Part]) -> Self {
        let mut all = Self { codes: [Codes::NONE; N], part: [0; N], len: 0 };
        let mut i = 0;
        while i < parts.len() {
            all.add(parts[i].1, i);
            i += 1;
        }
        let mut order = Heap::<N>::EMPTY;
        let mut i = 0;
        while i < all.len {
            order.push(key(all.codes[i], i));
            i += 1;
        }
        // The entries of one type follow each other, and the one of the first part is first.
        let mut types = Self { codes: [Codes::NONE; N], part: [0; N], len: 0 };
        while let Some(key) = order.first() {
            order.pop();
            let i = index(key);
            if types.len > 0 && types.codes[types.len - 1].is_same(all.codes[i]) {
                types.codes[types.len - 1].is_grpc |= all.codes[i].is_grpc;
            } else {
                types.codes[types.len] = all.codes[i];
                types.part[types.len] = all.part[i];
                types.len += 1;
            }
        }
        types
    }

    const fn add(&mut self, list: CodeList, part: usize) {
        each_type!(codes in list => {
            if self.len < N && (codes.len() > 0 || !codes.table().reserved.is_empty()) {
                self.codes[self.len] = codes;
                self.part[self.len] = part;
                self.len += 1;
            }
        });
    }
}

/// The key of a type: its first number, half of its hash, and its index.
#[allow(clippy::cast_possible_truncation)]
const fn key(codes: Codes, i: usize) -> i128 {
    let first = if codes.len() > 0 { codes.number(0) } else { i64::MAX };
    heap::key(first, codes.table().hash as u32 as usize, i)
}
