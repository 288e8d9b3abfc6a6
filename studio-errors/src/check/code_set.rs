//! The checks of a code set.

use super::report::{Report, refuse, say};
use super::verdict::Verdict;
use crate::code::table::Table;
use crate::code::{Catalog, CatalogFacts, CodeList, ErrorInfo, Known, each_type};
use crate::text::constant::{Nearest, equal};

/// Checks that a set has at least one code.
#[track_caller]
pub const fn has_codes(set: &str, codes: CodeList) {
    if codes.is_empty() {
        refuse!([set] " has no codes\nhelp: list a type that has codes");
    }
}

/// Checks that every code of `member` is of the required catalog. `catalog` is its path in the source.
#[track_caller]
pub const fn of_catalog<C: Catalog>(catalog: &str, member: &str, codes: CodeList) {
    let required = C::FACTS;
    let Some(info) = of_another(codes, required) else { return };
    let code = info.code().as_str();
    let mut report = Report::new();
    say!(report; [member] " reports " [code] ", which is not a code of " [catalog]);
    if let Some(constant) = info.catalog().difference(required)
        && info.catalog().spells_like(required)
    {
        say!(report; "\nnote: it is a code of another catalog with the same prefix, whose " [constant] " differs");
    }
    say!(report; "\nhelp: add `#[studio(catalog = " {catalog} ")]` to ");
    if equal(info.table().name, member) {
        report.quoted(member);
    } else {
        say!(report; "the type that defines " [code]);
    }
    say!(report; ", or list " [member] " in another set").refuse();
}

/// The rows of some codes of a type.
#[derive(Clone, Copy, Debug)]
pub struct Rows<const N: usize> {
    /// The row of each name, as it is listed.
    listed: [Option<usize>; N],
    /// The rows that were found.
    ascending: [usize; N],
    len: usize,
}

impl<const N: usize> Rows<N> {
    /// The rows of the codes with these names, of those that the type itself defines. [`listed_code`] reports an unknown name.
    pub const fn named(codes: CodeList, names: [&str; N]) -> Self {
        let mut found = Self { listed: [None; N], ascending: [0; N], len: 0 };
        let Some(own) = codes.own() else { return found };
        let mut i = 0;
        while i < N {
            found.listed[i] = row_of(own, names[i]);
            if let Some(row) = found.listed[i] {
                found.insert(row);
            }
            i += 1;
        }
        found
    }

    const fn insert(&mut self, row: usize) {
        let mut i = self.len;
        while i > 0 && self.ascending[i - 1] > row {
            self.ascending[i] = self.ascending[i - 1];
            i -= 1;
        }
        self.ascending[i] = row;
        self.len += 1;
    }

    /// The codes in these rows.
    pub const fn of(&'static self, codes: CodeList) -> CodeList {
        codes.some(self.ascending.split_at(self.len).0)
    }
}

/// The row with the constant `name`. That of a struct is `CODE`.
const fn row_of(table: &'static Table, name: &str) -> Option<usize> {
    let mut row = 0;
    while row < table.distinct {
        if ErrorInfo::new(table, row).is_named(name) || table.len() == 1 && equal(name, "CODE") {
            return Some(row);
        }
        row += 1;
    }
    None
}

/// Checks that the type `ty`, which a set lists in part, itself defines the code with the constant `name`, which is entry `i` of `rows`.
#[track_caller]
pub const fn listed_code<const N: usize>(ty: &str, codes: CodeList, rows: &Rows<N>, i: usize, name: &str) {
    if rows.listed[i].is_some() {
        return;
    }
    let mut nearest = Nearest::to(name);
    if let Some(own) = codes.own() {
        let mut row = 0;
        while row < own.distinct {
            nearest.compare(ErrorInfo::new(own, row).name());
            row += 1;
        }
    }
    let mut report = Report::new();
    say!(report; [ty] " defines no code " [name]);
    match (nearest.found, codes.own()) {
        (Some(nearest), _) => say!(report; "\nhelp: did you mean " [nearest] "?"),
        (None, Some(own)) => {
            report.text("\nhelp: its codes are ");
            let mut row = 0;
            while row < own.distinct {
                row = report.entry(row, ErrorInfo::new(own, row).name());
            }
            report.more(row)
        }
        (None, None) => report.text("\nhelp: list the type that defines the code"),
    };
    report.refuse();
}

/// Returns the first code of another catalog. A type with an error is not compared, because the error is reported elsewhere.
const fn of_another(list: CodeList, catalog: &CatalogFacts) -> Option<ErrorInfo> {
    each_type!(codes in list => {
        if codes.len() > 0 && codes.catalog().difference(catalog).is_some() && is_sound(codes.table()) {
            return Some(codes.info(0));
        }
    });
    None
}

const fn is_sound(table: &Table) -> bool {
    let mut i = 0;
    while i < table.len() {
        if !Verdict::in_table(table, i).is_sound() {
            return false;
        }
        i += 1;
    }
    true
}
