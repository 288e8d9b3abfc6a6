//! The checks of a code set as a whole.

use super::{Report, in_quotes, refuse};
use crate::code::{Catalog, CodeList, ErrorInfo};
use crate::text::constant::equal;

/// A set has at least one code.
#[track_caller]
pub const fn has_codes(set: &str, codes: CodeList) {
    if !any(codes) {
        refuse(&in_quotes(Report::new(), set).text(" has no codes\nhelp: list a type that has codes"));
    }
}

/// Every code of `member` is one of the catalog that the set requires, which the user calls `catalog`.
#[track_caller]
pub const fn of_catalog<C: Catalog>(catalog: &str, member: &str, codes: CodeList) {
    let Some(info) = of_another(codes, C::PREFIX) else { return };
    let code = info.code().as_str();
    let report = in_quotes(in_quotes(Report::new(), member).text(" reports "), code);
    let report = in_quotes(report.text(", which is not a code of "), catalog);
    let report = report.text("\nhelp: add `#[studio(catalog = ").text(catalog).text(")]` to ");
    let is_nested = codes.own().is_empty();
    let report =
        if is_nested { in_quotes(report.text("the type that defines "), code) } else { in_quotes(report, member) };
    refuse(&in_quotes(report.text(", or list "), member).text(" in another set"));
}

const fn any(codes: CodeList) -> bool {
    if !codes.own().is_empty() {
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

/// The first code whose catalog has another prefix. A type with a mistake is reported there, and not compared.
const fn of_another(codes: CodeList, prefix: &str) -> Option<ErrorInfo> {
    let own = codes.own();
    if !own.is_empty() && !equal(codes.reserved_own().prefix, prefix) && is_sound(codes) {
        return Some(ErrorInfo(&own[0]));
    }
    let mut i = 0;
    while i < codes.nested().len() {
        let found = of_another(codes.nested()[i], prefix);
        if found.is_some() {
            return found;
        }
        i += 1;
    }
    None
}

const fn is_sound(codes: CodeList) -> bool {
    let mut i = 0;
    while i < codes.own().len() {
        if codes.own()[i].code.number() == 0 {
            return false;
        }
        i += 1;
    }
    true
}
