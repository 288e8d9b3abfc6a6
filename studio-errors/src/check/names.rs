//! The check that names differ in the style in which they are sent, if clients tell the errors of a catalog apart only by the name.

use super::conflicts::{Conflicts, What};
use super::definitions::Definitions;
use super::heap::{self, Heap, index, number, part};
use crate::code::envelope::Style;
use crate::code::{Codes, ErrorInfo};
use crate::text::constant::{each, hash};

/// Checks the names of the codes of a type. The argument is the check of the catalog, because a separate item would take rustc longer.
#[track_caller]
pub const fn own_names(definitions: &Definitions, _catalog: ()) {
    let mut none = [];
    let mut conflicts = Conflicts::new(&[], &mut none, 0);
    names(&[Codes::all(definitions.table)], &[0], &mut conflicts);
    if !conflicts.is_empty() {
        conflicts.report();
    }
}

/// Adds the codes that have one name. `parts` is the part of each type.
pub(super) const fn names(types: &[Codes], parts: &[usize], conflicts: &mut Conflicts<'_>) {
    let mut count = 0;
    each!(codes in types => {
        if codes.catalog().key_style().is_some() {
            count += codes.len();
        }
    });
    // An array cannot have a length that is computed here, so it has the next of a few lengths.
    match count {
        0 => {}
        1..=64 => find_among::<64>(types, parts, conflicts),
        65..=4096 => find_among::<4096>(types, parts, conflicts),
        4097..=65_536 => find_among::<65_536>(types, parts, conflicts),
        // More codes than this take hours to compile.
        _ => find_among::<1_048_576>(types, parts, conflicts),
    }
}

/// `N` is at least the number of codes.
// Constant evaluation counts each call and each step of a loop, and rustc reports a lint after 2 million, so this calls few functions for
// each code.
const fn find_among<const N: usize>(types: &[Codes], parts: &[usize], conflicts: &mut Conflicts<'_>) {
    let mut names = Heap::<N>::EMPTY;
    let mut i = 0;
    while i < types.len() {
        if let Some(style) = types[i].catalog().key_style() {
            let (catalog, text) = (types[i].catalog().spelling, types[i].table().text.bytes());
            // Styles write underscores differently.
            let omits = !matches!(style, Style::AsIs);
            let (mut row, len) = (0, types[i].len());
            while row < len && names.len() < N {
                names.push(heap::key(hash(catalog, text, types[i].info(row).name_in_text(), omits), i, row));
                row += 1;
            }
        }
        i += 1;
    }
    // Codes with one hash follow each other. They rarely have different names, which this array contains: each name once, with the
    // code of the earliest part.
    let (mut different, mut len) = ([0; 8], 0);
    while let Some(key) = names.first() {
        names.pop();
        if len > 0 && number(different[0]) != number(key) {
            len = 0;
        }
        let mut i = 0;
        while i < len {
            let (other, this) = (code_of(types, parts, different[i]), code_of(types, parts, key));
            if have_one_name(other, this) {
                // Types that report one code have one name for it.
                if other.0.code().number() != this.0.code().number() {
                    conflicts.pair(What::Names, other, this);
                }
                if this.1 < other.1 {
                    different[i] = key;
                }
                break;
            }
            i += 1;
        }
        if i == len && len < different.len() {
            different[len] = key;
            len += 1;
        }
    }
}

/// The code of a key, and its part.
const fn code_of(types: &[Codes], parts: &[usize], key: i128) -> (ErrorInfo, usize) {
    (types[part(key)].info(index(key)), parts[part(key)])
}

const fn have_one_name((one, _): (ErrorInfo, usize), (other, _): (ErrorInfo, usize)) -> bool {
    let Some(style) = one.catalog().key_style() else { return false };
    let (mut a, mut b) = (style.bytes(one.name()), style.bytes(other.name()));
    loop {
        match (a.advance(), b.advance()) {
            (Some(a), Some(b)) if a == b => {}
            (None, None) => return one.catalog().spells_like(other.catalog()),
            _ => return false,
        }
    }
}
