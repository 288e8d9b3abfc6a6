//! Merges the parts of an enum or of a code set.
//!
//! Each type is visited once, however often it is nested. The codes of all types are visited in the order of their numbers, so that
//! the codes with one number come after each other.

use super::conflicts::{Conflicts, Part};
use super::types::Types;
use super::visit;
use crate::code::table::Table;
use crate::code::{CodeList, Codes, each_type};
use crate::text::constant::each;

/// The number of types in the parts. A type counts each time that it is nested.
pub const fn count(parts: &[Part]) -> usize {
    let mut count = 0;
    each!((_, list) in parts => {
        each_type!(_ in list => { count += 1 });
    });
    count
}

/// The types of the parts, and whether each part conflicts with a part before it.
#[derive(Debug)]
pub struct Merged<const PARTS: usize, const TYPES: usize> {
    types: [Codes; TYPES],
    len: usize,
    /// Whether each part conflicts with a part before it.
    pub conflicting: [bool; PARTS],
}

impl<const PARTS: usize, const TYPES: usize> Merged<PARTS, TYPES> {
    /// Merges the parts. `TYPES` is [`count`]. `is_grpc`: the type that consists of the parts converts into a gRPC status.
    pub const fn of(parts: &[Part; PARTS], is_grpc: bool) -> Self {
        let mut types = Types::<TYPES>::of(parts);
        let mut conflicting = [false; PARTS];
        let mut conflicts = Conflicts::new(parts, &mut conflicting, PARTS);
        visit::all(&types, &mut conflicts);
        let mut i = 0;
        while i < types.len {
            types.codes[i].is_grpc |= is_grpc;
            i += 1;
        }
        Self { types: types.codes, len: types.len, conflicting }
    }

    /// The codes of all parts.
    pub const fn codes(&'static self) -> CodeList {
        CodeList::merged(None, self.types.split_at(self.len).0)
    }

    /// The codes of a type: the parts are its own table and the nested types.
    pub const fn codes_of(&'static self, own: &'static Table) -> CodeList {
        CodeList::merged(Some(own), self.types.split_at(self.len).0)
    }
}

/// Whether each part conflicts with a part before it, if the number of types is not known.
pub const fn conflicting<const PARTS: usize>(parts: &[Part; PARTS]) -> [bool; PARTS] {
    let mut conflicting = [false; PARTS];
    let mut conflicts = Conflicts::new(parts, &mut conflicting, PARTS);
    find(parts, &mut conflicts);
    conflicting
}

/// Reports the conflicts of part `i` with the parts before it.
#[track_caller]
pub const fn conflicts(parts: &[Part], conflicting: &[bool], i: usize) {
    if conflicting[i] {
        let mut none = [];
        let mut conflicts = Conflicts::new(parts, &mut none, i);
        find(parts, &mut conflicts);
        conflicts.report();
    }
}

/// Finds the conflicts of the parts.
// An array cannot have a length that is computed here, so it has the next of a few lengths.
const fn find(parts: &[Part], conflicts: &mut Conflicts<'_>) {
    match count(parts) {
        0..=8 => find_among::<8>(parts, conflicts),
        9..=128 => find_among::<128>(parts, conflicts),
        129..=2048 => find_among::<2048>(parts, conflicts),
        // More types than this take hours to compile.
        _ => find_among::<65_536>(parts, conflicts),
    }
}

const fn find_among<const N: usize>(parts: &[Part], conflicts: &mut Conflicts<'_>) {
    visit::all(&Types::<N>::of(parts), conflicts);
}
