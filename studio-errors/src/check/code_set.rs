//! The checks of a code set.

use super::report::{Report, refuse};
use super::verdict::Verdict;
use crate::code::table::Table;
use crate::code::{Catalog, CatalogFacts, CodeList, ErrorInfo};

/// Checks that a set has at least one code.
#[track_caller]
pub const fn has_codes(set: &str, codes: CodeList) {
    if !any(codes) {
        refuse(Report::new().quoted(set).text(" has no codes\nhelp: list a type that has codes"));
    }
}

/// Checks that every code of `member` is of the required catalog. `catalog` is its path in the source.
#[track_caller]
pub const fn of_catalog<C: Catalog>(catalog: &str, member: &str, codes: CodeList) {
    let Some(info) = of_another(codes, &CatalogFacts::of::<C>()) else { return };
    let code = info.code().as_str();
    let mut report = Report::new();
    report.quoted(member).text(" reports ").quoted(code).text(", which is not a code of ").quoted(catalog);
    report.text("\nhelp: add `#[studio(catalog = ").text(catalog).text(")]` to ");
    if codes.own().distinct == 0 {
        report.text("the type that defines ").quoted(code);
    } else {
        report.quoted(member);
    }
    refuse(report.text(", or list ").quoted(member).text(" in another set"));
}

const fn any(codes: CodeList) -> bool {
    if codes.own().distinct > 0 {
        return true;
    }
    let mut i = 0;
    while i < codes.nested().len() {
        if any(codes.nested()[i]) {
            return true;
        }
        i += 1;
    }
    false
}

/// Returns the first code of another catalog. A type with an error is not compared, because the error is reported elsewhere.
const fn of_another(codes: CodeList, catalog: &CatalogFacts) -> Option<ErrorInfo> {
    let own = codes.own();
    if own.distinct > 0 && !own.catalog.spells_like(catalog) && is_sound(own) {
        return Some(ErrorInfo::new(own, 0));
    }
    let mut i = 0;
    while i < codes.nested().len() {
        let found = of_another(codes.nested()[i], catalog);
        if found.is_some() {
            return found;
        }
        i += 1;
    }
    None
}

const fn is_sound(table: &Table) -> bool {
    let mut i = 0;
    while i < table.len() {
        if !Verdict::in_table(table, table.row(i)).is_sound() {
            return false;
        }
        i += 1;
    }
    true
}
