//! The checks of one row.

use super::category::owner;
use super::definitions::Definitions;
use super::free_number::{Place, next_free, offer};
use super::property::properties;
use super::report::{Report, refuse};
use super::verdict::Verdict;
use crate::code::Codes;
use crate::code::row::Row;
use crate::text::constant::equal;

/// Checks the next fact of a row: its number, its name and its http, in this order. `step` is the index of the row, plus the number
/// of rows for each fact that was checked before. Returns the next step.
// One function for the three checks, because each function of the generated code takes rustc as long as a check.
#[track_caller]
pub const fn fact(definitions: &Definitions, step: usize) -> usize {
    let rows = definitions.table.len();
    match step / rows {
        0 => code(definitions, step),
        1 => name(definitions, step - rows),
        _ => http(definitions, step - 2 * rows),
    }
    step + rows
}

/// Checks that the number of row `i` is in its category, and that no other code uses or reserves it.
#[track_caller]
pub(super) const fn code(definitions: &Definitions, i: usize) {
    let (number, mut report) = (definitions.table.number(i), Report::new());
    match (Verdict::of(definitions, i), definitions.category(i), definitions.published(i)) {
        (Verdict::OutsideCategory, Some(category), _) => {
            let owner = owner(definitions.table.catalog.categories, number);
            // Two categories with one slug are an error of the catalog, which is reported there.
            if let Some(owner) = owner
                && equal(owner.slug(), category.slug())
            {
                return;
            }
            report.text("code ").number(number).text(" is outside category ").category(category);
            if let Some(owner) = owner {
                report.text("\nnote: ").number(number).text(" belongs to ").category(owner);
            }
        }
        (Verdict::Reserved, ..) => {
            report.text("code ").number(number).text(" is reserved");
            if let Some(reserver) = definitions.reserver(number) {
                report.text(" by ").quoted(reserver.name);
            }
        }
        (Verdict::Taken, _, Some(published)) => {
            report.text("code ").number(number).text(" is published as ").quoted(published.name());
            report.text(" with http ").number(published.http() as i64);
            report.text(", not as ").quoted(definitions.info(i).name());
            report.text(" with http ").number(definitions.table.row(i).http() as i64);
        }
        _ => return,
    }
    refuse(offer(&mut report, definitions, i));
}

/// Checks that the http of row `i` is the published one.
#[track_caller]
pub(super) const fn http(definitions: &Definitions, i: usize) {
    if let (Verdict::OtherHttp, Some(published)) = (Verdict::of(definitions, i), definitions.published(i)) {
        let (mut report, http) = (Report::new(), published.http() as i64);
        report.quoted(published.code().as_str()).text(" is published with http ").number(http);
        report.text(", not ").number(definitions.table.row(i).http() as i64);
        refuse(report.text("\nhelp: write `").number(http).text("`"));
    }
}

/// Checks that the name of row `i` is the published one. If the name is not stated, its place is the variant, where a missing property
/// is reported.
#[track_caller]
pub(super) const fn name(definitions: &Definitions, i: usize) {
    let is_stated = definitions.table.row(i).name_is_stated();
    if !is_stated {
        properties(definitions, i);
    }
    if let (Verdict::OtherName, Some(published)) = (Verdict::of(definitions, i), definitions.published(i)) {
        let mut report = Report::new();
        report.quoted(published.code().as_str()).text(" is published as ").quoted(published.name());
        report.text(", not as ").quoted(definitions.info(i).name());
        report.text(if is_stated { "\nhelp: write `\"" } else { "\nhelp: add `name = \"" });
        report.shortened(published.name()).text("\"`");
        if let Some(category) = definitions.category(i)
            && let Some(free) = next_free(definitions, category, Place::first(category))
        {
            report.text(", or take ").padded(free.number, definitions.table.catalog.width);
            report.text(", the next free code in ").quoted(category.slug());
        }
        refuse(&report);
    }
}

/// Checks that `retryable` of row `i` has the published value.
#[track_caller]
pub const fn retryable(definitions: &Definitions, i: usize) {
    if let Some(published) = definitions.published(i)
        // If the number belongs to another error, another check reports it.
        && matches!(Verdict::of(definitions, i), Verdict::Sound | Verdict::OtherHttp)
        && published.retryable() != definitions.info(i).retryable()
    {
        let (is, write) = if published.retryable() { ("", "true") } else { ("not ", "false") };
        let mut report = Report::new();
        report.quoted(published.code().as_str()).text(" is published as ").text(is).text("retryable\nhelp: write `");
        refuse(report.text(write).text("`"));
    }
}

/// Checks that `grpc` of row `i` has the published value.
#[track_caller]
pub const fn grpc(definitions: &Definitions, i: usize) {
    if let Some(published) = definitions.published(i)
        // If the number belongs to another error, or its http differs, another check reports it.
        && Verdict::of(definitions, i).is_sound()
        && published.grpc().number() != definitions.info(i).grpc().number()
    {
        let mut report = Report::new();
        report.quoted(published.code().as_str()).text(" is published with grpc ").quoted(published.grpc().as_str());
        refuse(report.text("\nhelp: write `\"").text(published.grpc().as_str()).text("\"`"));
    }
}

/// Checks that row `i` has the same http and policy as the row of `first`, with which it shares its code.
#[track_caller]
pub const fn shares(definitions: &Definitions, i: usize, first: &str) {
    let (row, number) = (definitions.table.row(i), definitions.table.number(i));
    let Ok(earlier) = Codes::all(definitions.table).search(number) else { return };
    // Other checks report a row that disagrees with the published code, and a row without an http.
    if definitions.published(i).is_some() || definitions.table.lacks_http(i) {
        return;
    }
    let (info, earlier) = (definitions.info(i), definitions.info(earlier));
    let mut report = Report::new();
    report.quoted(definitions.variant(i)).text(" shares code ").number(number).text(" with ").quoted(first);
    if info.http() != earlier.http() {
        report.text(", whose http is ").number(earlier.http() as i64);
        let help = if row.http() > 0 { "\nhelp: write `http = " } else { "\nhelp: add `http = " };
        refuse(report.text(help).number(earlier.http() as i64).text("`"));
    }
    if info.retryable() != earlier.retryable() {
        let (is, value) = if earlier.retryable() { ("", "true`") } else { ("not ", "false`") };
        report.text(", which is ").text(is).text("retryable");
        let help = if row.retryable() > 0 { "\nhelp: write `retryable = " } else { "\nhelp: add `retryable = " };
        refuse(report.text(help).text(value));
    }
    if let Some(name) = info.different_property(earlier) {
        report.text(", which has another value of property ").quoted(name);
        refuse(report.text("\nhelp: state the same value"));
    }
    if info.grpc().number() != earlier.grpc().number() {
        report.text(", whose grpc is ").quoted(earlier.grpc().as_str());
        let is_stated = definitions.table.stated_grpc(i).is_some();
        report.text(if is_stated { "\nhelp: write `grpc = \"" } else { "\nhelp: add `grpc = \"" });
        refuse(report.text(earlier.grpc().as_str()).text("\"`"));
    }
}

/// Checks that row `i`, which has no http, is published.
#[track_caller]
pub const fn http_is_published(definitions: &Definitions, i: usize) {
    if is_unpublished(definitions.table.row(i)) && definitions.table.lacks_http(i) {
        let mut report = Report::new();
        report.quoted(definitions.variant(i)).text(" has no http status");
        let report = not_published(&mut report, definitions, i);
        refuse(report.text("\nhelp: add `http = ..`, from 400 to 599, or `grpc = \"..\"`"));
    }
}

/// Checks that row `i`, which has no description, is published. `documented_by` is the macro that creates its doc comment.
#[track_caller]
pub const fn description_is_published(definitions: &Definitions, i: usize, documented_by: &str) {
    if is_unpublished(definitions.table.row(i)) {
        let mut report = Report::new();
        report.quoted(definitions.variant(i)).text(" has no description");
        let report = not_published(&mut report, definitions, i);
        if documented_by.is_empty() {
            refuse(report.text("\nhelp: add `description = \"..\"`, or a doc comment"));
        }
        report.text("\nnote: a derive cannot read what ").quoted(documented_by);
        refuse(report.text(" writes into the doc comment\nhelp: add `description = \"..\"`"));
    }
}

/// Whether the row has a number that is not published. Another check reports a number out of range.
const fn is_unpublished(row: Row<'_>) -> bool {
    !row.is_refused() && row.published() == 0
}

/// Adds a note if the catalog publishes codes.
const fn not_published<'a>(report: &'a mut Report, definitions: &Definitions, i: usize) -> &'a mut Report {
    if definitions.published.lists_nothing() {
        return report;
    }
    report.text(", and code ").number(definitions.table.number(i)).text(" is not published")
}

/// Checks that row `i`, whose variant has `key` (`display` or `detail`), is not internal by a fact of the catalog or of the enum. The
/// derive reports a fact of the variant.
#[track_caller]
pub const fn internal(definitions: &Definitions, i: usize, key: &str) {
    let (row, info) = (definitions.table.row(i), definitions.info(i));
    let states_it = row.http() >= 500 || matches!(definitions.table.stated_grpc(i), Some(code) if code.is_internal());
    let published = definitions.published(i);
    // A row that disagrees with the published code is reported elsewhere.
    if states_it || !info.is_internal() || published.is_some() && !Verdict::of(definitions, i).is_sound() {
        return;
    }
    let mut report = Report::new();
    report.quoted(key).text(" conflicts with ");
    if published.is_some() {
        report.text("the published ");
    }
    if info.http() >= 500 {
        report.text("http ").number(info.http() as i64);
    } else {
        report.text("grpc ").quoted(info.grpc().as_str());
    }
    match published {
        Some(published) => report.text(" of ").quoted(published.code().as_str()),
        None if definitions.table.defaults.http > 0 => report.text(" of the enum"),
        None => report.text(", which grpc ").quoted(info.grpc().as_str()).text(" implies"),
    };
    refuse(report.text(": clients must not see the internals of a server error\nhelp: remove ").quoted(key));
}

/// Checks that the number of row `i` has as many leading zeros as the catalog writes.
#[track_caller]
pub const fn leading_zeros(definitions: &Definitions, i: usize, written: &str) {
    let width = definitions.table.catalog.width;
    // A number that cannot be used is reported, with another number.
    if written.len() != width && !Verdict::of(definitions, i).wants_number() {
        let number = definitions.table.number(i);
        let mut report = Report::new();
        report.text("code ").quoted(written).text(" has leading zeros that its catalog does not write\nhelp: write `");
        refuse(report.padded(number, width).text("`"));
    }
}

/// Checks that the discriminant of row `i` is not another code of the catalog.
#[track_caller]
pub const fn discriminant(definitions: &Definitions, i: usize, written: i64) {
    // A number that cannot be used is reported, with another number.
    if owner(definitions.table.catalog.categories, written).is_some() && !Verdict::of(definitions, i).wants_number() {
        let mut report = Report::new();
        report.text("the discriminant of ").quoted(definitions.variant(i)).text(" is ").number(written);
        let number = definitions.table.number(i);
        refuse(report.text(", and its code is ").number(number).text("\nhelp: write `").number(number).text("`"));
    }
}

/// Reports the number of row `i`, which does not fit in a row: it is too far from the code of `near`, or it is not an `i64`.
#[track_caller]
pub const fn outside(definitions: &Definitions, i: usize, digits: &str, number: Option<i64>, near: &str) {
    let mut report = Report::new();
    report.text("code ").shortened(digits).text(" is ");
    match (definitions.category(i), number) {
        (Some(category), Some(number)) if category.owns(number) => {}
        (None, Some(_)) => {}
        (Some(category), _) => {
            report.text("outside category ").category(category);
            refuse(offer(&mut report, definitions, i));
        }
        (None, None) => {
            report.text("outside every category\nhelp: codes are from ").number(i64::MIN);
            refuse(report.text(" to ").number(i64::MAX));
        }
    }
    report.text("too far from the code of ").quoted(near).text(": the codes of one type differ by at most ");
    report.number(u32::MAX as i64);
    refuse(report.text("\nhelp: move it to another type, and nest that type with `transparent`"));
}

/// Reports the number of row `i`, which `user` already uses.
#[track_caller]
pub const fn repeated(
    definitions: &Definitions,
    i: usize,
    number: i64,
    user: &str,
    same_name: bool,
    share: &'static str,
) {
    let mut report = Report::new();
    report.text("code ").number(number).text(" is already used by ").quoted(user);
    // With another number, the two variants would still have the same name, which is an error.
    if !same_name {
        offer(&mut report, definitions, i);
    }
    if !share.is_empty() {
        report.text("\nhelp: ").shortened(share);
    }
    refuse(&report);
}

/// Reports the number of row `i`, which the type itself reserves.
#[track_caller]
pub const fn reserved(definitions: &Definitions, i: usize, number: i64) {
    let mut report = Report::new();
    report.text("code ").number(number).text(" is reserved");
    refuse(offer(&mut report, definitions, i));
}

/// Reports row `i`, which has no number. If the variant wraps an error, that error may have a code.
#[track_caller]
pub const fn missing(definitions: &Definitions, i: usize, needs_http: bool, wraps: bool) {
    let mut report = Report::new();
    report.quoted(definitions.variant(i)).text(" has no code\nhelp: add `code = ");
    let http = if needs_http { ", http = .." } else { "" };
    match (definitions.offers[i], definitions.category(i)) {
        (Some(free), Some(category)) => {
            report.padded(free, definitions.table.catalog.width).text(http);
            report.text(if needs_http { "`, with the" } else { "`, the" });
            report.text(" next free code in ").quoted(category.slug())
        }
        _ => report.text("..").text(http).text("`"),
    };
    if wraps {
        report.text("\nhelp: or add `transparent`, if the error in its field has codes");
    }
    refuse(&report);
}
