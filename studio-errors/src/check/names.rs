//! The check that names differ, if clients tell the errors of a catalog apart only by the name.

use super::conflicts::{Conflicts, ONE_NAME, one_name};
use super::definitions::Definitions;
use super::report::{Report, refuse};
use crate::code::envelope::{Placeholder, Style};
use crate::code::{CatalogFacts, Codes, ErrorInfo};
use crate::text::constant::each;

/// Checks that the codes of a type have different names. The argument `()` is the
/// check of the catalog, because a separate item would take rustc longer.
#[track_caller]
pub const fn own_names(definitions: &Definitions, (): ()) {
    let Some(joins) = joins(definitions.table.catalog) else { return };
    let mut seen = Seen::new();
    let mut i = 0;
    while i < definitions.table.distinct {
        let info = definitions.info(i);
        if let Some((other, _)) = seen.add(info, 0, joins) {
            let mut report = Report::new();
            report.quoted(other.code().as_str()).text(" and ").quoted(info.code().as_str());
            refuse(one_name(&mut report, info).text(ONE_NAME));
        }
        i += 1;
    }
}

/// Adds the codes that have one name, in each catalog. `parts` is the part of each type.
pub(super) const fn names(types: &[Codes], parts: &[usize], conflicts: &mut Conflicts<'_>) {
    each!(codes in types => {
        if joins(codes.catalog()).is_some() {
            return compare(types, parts, conflicts);
        }
    });
}

const fn compare(types: &[Codes], parts: &[usize], conflicts: &mut Conflicts<'_>) {
    let mut seen = Seen::new();
    let mut i = 0;
    while i < types.len() {
        if let Some(joins) = joins(types[i].catalog()) {
            let mut row = 0;
            while row < types[i].len() {
                let info = types[i].info(row);
                if let Some((other, part)) = seen.add(info, parts[i], joins) {
                    conflicts.pair(true, (other, part), (info, parts[i]));
                }
                row += 1;
            }
        }
        i += 1;
    }
}

/// The names that were seen, by their hash: comparing each name with all others takes too long in constant evaluation.
struct Seen {
    /// With the part of the type.
    infos: [Option<(ErrorInfo, usize)>; Self::PLACES],
    len: usize,
}

impl Seen {
    const PLACES: usize = 4096;

    #[allow(clippy::large_stack_arrays, reason = "constant evaluation cannot allocate")]
    const fn new() -> Self {
        Self { infos: [None; Self::PLACES], len: 0 }
    }

    /// Adds a code. Returns another one that has its name.
    const fn add(&mut self, info: ErrorInfo, part: usize, joins: bool) -> Option<(ErrorInfo, usize)> {
        // A larger set is not checked.
        if self.len > Self::PLACES / 2 {
            return None;
        }
        let mut place = hash(info.name(), joins) as usize % Self::PLACES;
        while let Some((other, _)) = self.infos[place] {
            if info.catalog().spells_like(other.catalog()) && are_equal(info.name(), other.name(), joins) {
                return if info.code().number() == other.code().number() { None } else { self.infos[place] };
            }
            place = (place + 1) % Self::PLACES;
        }
        self.infos[place] = Some((info, part));
        self.len += 1;
        None
    }
}

/// Whether the style of the name joins words, so that `A_B` and `AB` are the same. `None` if clients do not need the name.
const fn joins(catalog: &CatalogFacts) -> Option<bool> {
    match (catalog.envelope, catalog.code_header) {
        (Some(template), None) => match template.key() {
            Some(Placeholder::Name(style)) => Some(matches!(style, Style::Words { separator: None, .. })),
            _ => None,
        },
        _ => None,
    }
}

/// FNV-1a with 32 bits.
const fn hash(name: &str, joins: bool) -> u32 {
    let name = name.as_bytes();
    let mut hash = 0x811c_9dc5_u32;
    let mut i = 0;
    while i < name.len() {
        if !joins || name[i] != b'_' {
            hash = (hash ^ name[i] as u32).wrapping_mul(0x0100_0193);
        }
        i += 1;
    }
    hash
}

const fn are_equal(a: &str, b: &str, joins: bool) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let (mut i, mut j) = (0, 0);
    loop {
        while joins && i < a.len() && a[i] == b'_' {
            i += 1;
        }
        while joins && j < b.len() && b[j] == b'_' {
            j += 1;
        }
        if i == a.len() || j == b.len() {
            return i == a.len() && j == b.len();
        }
        if a[i] != b[j] {
            return false;
        }
        i += 1;
        j += 1;
    }
}
