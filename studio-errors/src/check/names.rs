//! The check that names differ in the style in which they are sent, if clients tell the errors of a catalog apart only by the name.

use super::conflicts::{Conflicts, ONE_NAME, is_sound, one_name};
use super::definitions::Definitions;
use super::heap::{self, Heap, index, part};
use super::report::{LISTED, Report, refuse};
use crate::code::envelope::{Style, Styled};
use crate::code::{Codes, ErrorInfo};
use crate::text::constant::each;

/// Checks the names of the codes of a type. The argument is the check of the catalog, because a separate item would take rustc longer.
#[track_caller]
pub const fn own_names(definitions: &Definitions, _catalog: ()) {
    let mut pairs = Pairs::Own { report: Report::new(), count: 0 };
    find(&[Codes::all(definitions.table)], &[0], &mut pairs);
    if let Pairs::Own { mut report, count: 1.. } = pairs {
        refuse(report.text(ONE_NAME));
    }
}

/// Adds the codes of different types that have one name. `parts` is the part of each type.
pub(super) const fn names(types: &[Codes], parts: &[usize], conflicts: &mut Conflicts<'_>) {
    find(types, parts, &mut Pairs::Conflicts(conflicts));
}

/// Where the pairs of codes with one name are added.
enum Pairs<'a, 'b> {
    Own { report: Report, count: usize },
    Conflicts(&'a mut Conflicts<'b>),
}

impl Pairs<'_, '_> {
    const fn add(&mut self, a: (ErrorInfo, usize), b: (ErrorInfo, usize)) {
        let (there, here) = (a.0, b.0);
        match self {
            Self::Conflicts(conflicts) => conflicts.pair(true, a, b),
            Self::Own { report, count } if is_sound(there) && is_sound(here) => {
                if *count < LISTED {
                    report.text(if *count > 0 { "\n" } else { "" });
                    report.quoted(there.code().as_str()).text(" and ").quoted(here.code().as_str());
                    one_name(report, here);
                }
                *count += 1;
            }
            Self::Own { .. } => {}
        }
    }
}

const fn find(types: &[Codes], parts: &[usize], pairs: &mut Pairs<'_, '_>) {
    let mut count = 0;
    each!(codes in types => {
        if codes.catalog().key_style().is_some() {
            count += codes.len();
        }
    });
    // An array cannot have a length that is computed here, so it has the next of a few lengths.
    match count {
        0 => {}
        1..=64 => find_among::<64>(types, parts, pairs),
        65..=4096 => find_among::<4096>(types, parts, pairs),
        4097..=65_536 => find_among::<65_536>(types, parts, pairs),
        // More codes than this take hours to compile.
        _ => find_among::<1_048_576>(types, parts, pairs),
    }
}

/// `N` is at least the number of codes.
const fn find_among<const N: usize>(types: &[Codes], parts: &[usize], pairs: &mut Pairs<'_, '_>) {
    let mut names = Heap::<N>::EMPTY;
    let mut i = 0;
    while i < types.len() {
        if let Some(style) = types[i].catalog().key_style() {
            let catalog = hash(OFFSET, Style::AsIs.bytes(types[i].catalog().prefix));
            let mut row = 0;
            while row < types[i].len() && names.len() < N {
                names.push(heap::key(hash(catalog, style.bytes(types[i].info(row).name())), i, row));
                row += 1;
            }
        }
        i += 1;
    }
    // Codes with one name follow each other, because their hashes are equal. Of these, the one of the earliest part is compared.
    let mut earliest: Option<(ErrorInfo, usize)> = None;
    while let Some(key) = names.first() {
        names.pop();
        let (i, row) = (part(key), index(key));
        let this = (types[i].info(row), parts[i]);
        earliest = match earliest {
            Some(other) if have_one_name(other.0, this.0) => {
                if other.0.code().number() != this.0.code().number() {
                    pairs.add(other, this);
                }
                if this.1 < other.1 { Some(this) } else { earliest }
            }
            _ => Some(this),
        };
    }
}

const fn have_one_name(one: ErrorInfo, other: ErrorInfo) -> bool {
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

/// The hash of an empty text.
pub(super) const OFFSET: i64 = 0xcbf2_9ce4_8422_2325_u64.cast_signed();

/// Continues a hash: FNV-1a with 64 bits.
pub(super) const fn hash(mut hash: i64, mut text: Styled<'_>) -> i64 {
    while let Some(byte) = text.advance() {
        hash = (hash ^ byte as i64).wrapping_mul(0x100_0000_01b3);
    }
    hash
}
