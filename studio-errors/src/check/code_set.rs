//! The checks of a code set.

use super::report::{Report, refuse};
use super::verdict::Verdict;
use crate::code::table::Table;
use crate::code::{Catalog, CatalogFacts, CodeList, ErrorInfo};
use crate::text::constant::equal;

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
    let required = CatalogFacts::of::<C>();
    let Some(info) = of_another(codes, &required) else { return };
    let code = info.code().as_str();
    let mut report = Report::new();
    report.quoted(member).text(" reports ").quoted(code).text(", which is not a code of ").quoted(catalog);
    if let Some(constant) = info.catalog().difference(&required)
        && info.catalog().spells_like(&required)
    {
        report.text("\nnote: it is a code of another catalog with the same prefix, whose ").quoted(constant);
        report.text(" differs");
    }
    report.text("\nhelp: add `#[studio(catalog = ").shortened(catalog).text(")]` to ");
    if equal(info.table().name, member) {
        report.quoted(member);
    } else {
        report.text("the type that defines ").quoted(code);
    }
    refuse(report.text(", or list ").quoted(member).text(" in another set"));
}

const fn any(codes: CodeList) -> bool {
    let (types, lists) = (codes.types(), codes.lists());
    let mut i = 0;
    while i < types.len() {
        if types[i].len() > 0 {
            return true;
        }
        i += 1;
    }
    let mut i = 0;
    while i < lists.len() {
        if any(lists[i]) {
            return true;
        }
        i += 1;
    }
    false
}

/// Returns the first code of another catalog. A type with an error is not compared, because the error is reported elsewhere.
const fn of_another(list: CodeList, catalog: &CatalogFacts) -> Option<ErrorInfo> {
    let (types, lists) = (list.types(), list.lists());
    let mut i = 0;
    while i < types.len() {
        let codes = types[i];
        if codes.len() > 0 && codes.catalog().difference(catalog).is_some() && is_sound(codes.table()) {
            return Some(codes.info(0));
        }
        i += 1;
    }
    let mut i = 0;
    while i < lists.len() {
        let found = of_another(lists[i], catalog);
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
