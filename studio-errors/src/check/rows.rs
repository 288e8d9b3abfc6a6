//! The checks of one row.

use super::category::owner;
use super::definitions::Definitions;
use super::free_number::{Place, next_free, offer};
use super::property::properties;
use super::report::{Report, refuse, say};
use super::verdict::Verdict;
use crate::code::Codes;
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
            say!(report; "code " (number) " is outside category ").category(category);
            if let Some(owner) = owner {
                say!(report; "\nnote: " (number) " belongs to ").category(owner);
            }
        }
        (Verdict::Reserved, ..) => {
            say!(report; "code " (number) " is reserved");
            if let Some(reserver) = definitions.reserver(number) {
                say!(report; " by " [reserver.name]);
            }
        }
        (Verdict::Taken, _, Some(published)) => {
            let (name, http) = (definitions.info(i).name(), definitions.table.row(i).http() as i64);
            say!(report; "code " (number) " is published as " [published.name()] " with http " (published.http() as i64));
            say!(report; ", not as " [name] " with http " (http));
        }
        _ => return,
    }
    offer(&mut report, definitions, i).refuse();
}

/// Checks that the http of row `i` is the published one.
#[track_caller]
pub(super) const fn http(definitions: &Definitions, i: usize) {
    if let (Verdict::OtherHttp, Some(published)) = (Verdict::of(definitions, i), definitions.published(i)) {
        let (code, http, own) = (published.code(), published.http() as i64, definitions.table.row(i).http() as i64);
        refuse!([code.as_str()] " is published with http " (http) ", not " (own) "\nhelp: write `" (http) "`");
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
        let (code, name, own) = (published.code(), published.name(), definitions.info(i).name());
        let mut report = Report::new();
        say!(report; [code.as_str()] " is published as " [name] ", not as " [own] "\nhelp: ");
        say!(report; {if is_stated { "write `\"" } else { "add `name = \"" }} {name} "\"`");
        if let Some(category) = definitions.category(i)
            && let Some(free) = next_free(definitions, category, Place::first(category))
        {
            report.text(", or take ").padded(free.number, definitions.table.catalog.width);
            say!(report; ", the next free code in " [category.slug()]);
        }
        report.refuse();
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
        refuse!([published.code().as_str()] " is published as " {is} "retryable\nhelp: write `" {write} "`");
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
        let (code, grpc) = (published.code(), published.grpc().as_str());
        refuse!([code.as_str()] " is published with grpc " [grpc] "\nhelp: write `\"" {grpc} "\"`");
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
    say!(report; [definitions.variant(i)] " shares code " (number) " with " [first] ", ");
    if info.http() != earlier.http() {
        let (write, http) = (write_or_add(row.http() > 0), earlier.http() as i64);
        say!(report; "whose http is " (http) "\nhelp: " {write} " `http = " (http) "`").refuse();
    }
    if info.retryable() != earlier.retryable() {
        let (is, value) = if earlier.retryable() { ("", "true") } else { ("not ", "false") };
        let write = write_or_add(row.retryable() > 0);
        say!(report; "which is " {is} "retryable\nhelp: " {write} " `retryable = " {value} "`").refuse();
    }
    if let Some(name) = info.different_property(earlier) {
        say!(report; "which has another value of property " [name] "\nhelp: state the same value").refuse();
    }
    if info.grpc().number() != earlier.grpc().number() {
        let (write, grpc) = (write_or_add(definitions.table.stated_grpc(i).is_some()), earlier.grpc().as_str());
        say!(report; "whose grpc is " [grpc] "\nhelp: " {write} " `grpc = \"" {grpc} "\"`").refuse();
    }
}

const fn write_or_add(is_stated: bool) -> &'static str {
    if is_stated { "write" } else { "add" }
}

/// Checks that row `i`, which has no http, is published.
#[track_caller]
pub const fn http_is_published(definitions: &Definitions, i: usize) {
    if definitions.table.lacks_http(i) {
        refuse_unpublished(definitions, i, "http status", "", "`http = ..`, from 400 to 599, or `grpc = \"..\"`");
    }
}

/// Checks that row `i`, which has no description, is published. `documented_by` is the macro that creates its doc comment.
#[track_caller]
pub const fn description_is_published(definitions: &Definitions, i: usize, documented_by: &str) {
    let help =
        if documented_by.is_empty() { "`description = \"..\"`, or a doc comment" } else { "`description = \"..\"`" };
    refuse_unpublished(definitions, i, "description", documented_by, help);
}

/// Checks that row `i`, which does not state a fact, is published. Another check reports a number out of range.
#[track_caller]
const fn refuse_unpublished(definitions: &Definitions, i: usize, fact: &str, documented_by: &str, help: &str) {
    let row = definitions.table.row(i);
    if row.is_refused() || row.published() > 0 {
        return;
    }
    let mut report = Report::new();
    say!(report; [definitions.variant(i)] " has no " {fact});
    if !definitions.published.lists_nothing() {
        say!(report; ", and code " (definitions.table.number(i)) " is not published");
    }
    if !documented_by.is_empty() {
        say!(report; "\nnote: a derive cannot read what " [documented_by] " writes into the doc comment");
    }
    say!(report; "\nhelp: add " {help}).refuse();
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
    let (grpc, mut report) = (info.grpc().as_str(), Report::new());
    say!(report; [key] " conflicts with " {if published.is_some() { "the published " } else { "" }});
    if info.http() >= 500 {
        say!(report; "http " (info.http() as i64));
    } else {
        say!(report; "grpc " [grpc]);
    }
    match published {
        Some(published) => say!(report; " of " [published.code().as_str()]),
        None if definitions.table.defaults.http > 0 => report.text(" of the enum"),
        None => say!(report; ", which grpc " [grpc] " implies"),
    };
    say!(report; ": clients must not see the internals of a server error\nhelp: remove " [key]).refuse();
}

/// Checks that the number of row `i` has as many leading zeros as the catalog writes.
#[track_caller]
pub const fn leading_zeros(definitions: &Definitions, i: usize, written: &str) {
    let width = definitions.table.catalog.width;
    // A number that cannot be used is reported, with another number.
    if written.len() != width && !Verdict::of(definitions, i).wants_number() {
        let mut report = Report::new();
        say!(report; "code " [written] " has leading zeros that its catalog does not write\nhelp: write `");
        report.padded(definitions.table.number(i), width).text("`").refuse();
    }
}

/// Checks that the discriminant of row `i` is not another code of the catalog.
#[track_caller]
pub const fn discriminant(definitions: &Definitions, i: usize, written: i64) {
    // A number that cannot be used is reported, with another number.
    if owner(definitions.table.catalog.categories, written).is_some() && !Verdict::of(definitions, i).wants_number() {
        let (variant, code) = (definitions.variant(i), definitions.table.number(i));
        refuse!("the discriminant of " [variant] " is " (written) ", and its code is " (code) "\nhelp: write `" (code) "`");
    }
}

/// Reports the number of row `i`, which does not fit in a row: it is too far from the code of `near`, or it is not an `i64`.
#[track_caller]
pub const fn outside(definitions: &Definitions, i: usize, digits: &str, number: Option<i64>, near: &str) {
    let mut report = Report::new();
    say!(report; "code " {digits} " is ");
    match (definitions.category(i), number) {
        (Some(category), Some(number)) if category.owns(number) => {}
        (None, Some(_)) => {}
        (Some(category), _) => {
            report.text("outside category ").category(category);
            offer(&mut report, definitions, i).refuse();
        }
        (None, None) => {
            say!(report; "outside every category\nhelp: codes are from " (i64::MIN) " to " (i64::MAX)).refuse();
        }
    }
    say!(report; "too far from the code of " [near] ": the codes of one type differ by at most " (u32::MAX as i64));
    report.text("\nhelp: move it to another type, and nest that type with `transparent`").refuse();
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
    say!(report; "code " (number) " is already used by " [user]);
    // With another number, the two variants would still have the same name, which is an error.
    if !same_name {
        offer(&mut report, definitions, i);
    }
    if !share.is_empty() {
        say!(report; "\nhelp: " {share});
    }
    report.refuse();
}

/// Reports the number of row `i`, which the type itself reserves.
#[track_caller]
pub const fn reserved(definitions: &Definitions, i: usize, number: i64) {
    offer(say!(Report::new(); "code " (number) " is reserved"), definitions, i).refuse();
}

/// Reports row `i`, which has no number. If the variant wraps an error, that error may have a code.
#[track_caller]
pub const fn missing(definitions: &Definitions, i: usize, needs_http: bool, wraps: bool) {
    let mut report = Report::new();
    say!(report; [definitions.variant(i)] " has no code\nhelp: add `code = ");
    let http = if needs_http { ", http = .." } else { "" };
    match (definitions.offers[i], definitions.category(i)) {
        (Some(free), Some(category)) => {
            report.padded(free, definitions.table.catalog.width);
            say!(report; {http} {if needs_http { "`, with the" } else { "`, the" }} " next free code in " [category.slug()])
        }
        _ => say!(report; ".." {http} "`"),
    };
    report.text(if wraps { "\nhelp: or add `transparent`, if the error in its field has codes" } else { "" }).refuse();
}
