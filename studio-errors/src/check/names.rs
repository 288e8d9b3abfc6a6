//! The check that names differ, if clients tell the errors of a catalog apart only by the name.

use super::definitions::Definitions;
use super::report::{Report, refuse};
use crate::code::{CatalogFacts, CodeList, ErrorInfo};

/// Checks that the codes of a type have different names.
#[track_caller]
pub const fn own_names(definitions: &Definitions) {
    let Some(joins) = joins(definitions.table.catalog) else { return };
    let mut seen = Seen::new();
    let mut i = 0;
    while i < definitions.table.distinct {
        seen.add(definitions.info(i), joins);
        i += 1;
    }
}

/// Checks that the codes of a set, in each catalog, have different names.
#[track_caller]
pub(super) const fn names(list: &CodeList) {
    let types = list.types();
    let mut seen = Seen::new();
    let mut i = 0;
    while i < types.len() {
        if let Some(joins) = joins(types[i].catalog()) {
            let mut row = 0;
            while row < types[i].len() {
                seen.add(types[i].info(row), joins);
                row += 1;
            }
        }
        i += 1;
    }
}

/// The names that were seen, by their hash: comparing each name with all others takes too long in constant evaluation.
struct Seen {
    infos: [Option<ErrorInfo>; Self::PLACES],
    len: usize,
}

impl Seen {
    const PLACES: usize = 4096;

    #[allow(clippy::large_stack_arrays, reason = "constant evaluation cannot allocate")]
    const fn new() -> Self {
        Self { infos: [None; Self::PLACES], len: 0 }
    }

    /// Adds a code. Reports it if another one has its name.
    #[track_caller]
    const fn add(&mut self, info: ErrorInfo, joins: bool) {
        // A larger set is not checked.
        if self.len > Self::PLACES / 2 {
            return;
        }
        let mut place = hash(info.name(), joins) as usize % Self::PLACES;
        while let Some(other) = self.infos[place] {
            let is_same = info.code().number() == other.code().number();
            if info.catalog().spells_like(other.catalog()) && are_equal(info.name(), other.name(), joins) {
                if is_same {
                    return;
                }
                let mut report = Report::new();
                report.quoted(other.code().as_str()).text(" and ").quoted(info.code().as_str());
                report.text(" have one name, ").quoted(info.name());
                report.text(", and by the envelope clients tell errors apart only by the name");
                report.text("\nhelp: give one of them another name, as in `name = \"..\"`");
                refuse(report.text("\nhelp: or add `{code}` to the envelope"));
            }
            place = (place + 1) % Self::PLACES;
        }
        self.infos[place] = Some(info);
        self.len += 1;
    }
}

/// Whether the style of the name joins words, so that `A_B` and `AB` are the same. `None` if clients do not need the name.
const fn joins(catalog: &CatalogFacts) -> Option<bool> {
    match (catalog.envelope, catalog.code_header) {
        (Some(template), None) => template.key_is_name(),
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
