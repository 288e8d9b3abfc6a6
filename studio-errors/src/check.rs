//! The checks that need a catalog or another type.
//!
//! Each is called from a constant whose tokens carry the span of what it judges, so that rustc reports the panic there.
//! Plain functions: tests call them like any other.

use crate::catalog::Catalog;
use crate::category::Category;
use crate::code_set::{CodeList, CodeSet};
use crate::const_str::{Buffer, distance, equal};
use crate::definitions::{Definitions, Verdict};
use crate::info::ErrorInfo;

/// A report is cut at this many bytes.
type Report = Buffer<1024>;

#[track_caller]
const fn refuse(report: &Report) {
    panic!("{}", report.as_str());
}

/// Row `i` lies in its category, and its number is not somebody else's.
#[track_caller]
pub const fn code(definitions: &Definitions, i: usize) {
    let row = &definitions.rows[i];
    let (Some(category), verdict) = (row.category, definitions.judged[i].verdict) else {
        return;
    };
    if matches!(verdict, Verdict::OutsideCategory) {
        let mut report =
            in_range(Report::new().text("code ").number(row.number).text(" is outside category "), category);
        if let Some(owner) = owner(definitions.categories, row.number) {
            report = report.text("\nnote: ").number(row.number).text(" belongs to ");
            report = in_range(report, owner);
        }
        refuse(&offer(report, definitions, category));
    }
    if let (Verdict::Taken, Some(published)) = (verdict, definitions.judged[i].published) {
        let report = Report::new()
            .text("code ")
            .number(row.number)
            .text(" is published as `")
            .text(published.name)
            .text("` with http ")
            .number(published.http)
            .text(", not as `")
            .text(row.name)
            .text("` with http ")
            .number(row.http);
        refuse(&offer(report, definitions, category));
    }
}

/// The http of row `i` is the published one.
#[track_caller]
pub const fn http(definitions: &Definitions, i: usize) {
    if let (Verdict::OtherHttp, Some(published)) = (definitions.judged[i].verdict, definitions.judged[i].published) {
        refuse(
            &Report::new()
                .text("`")
                .text(published.code.as_str())
                .text("` is published with http ")
                .number(published.http)
                .text("\nhelp: write `")
                .number(published.http)
                .text("`"),
        );
    }
}

/// The name of row `i` is the published one.
#[track_caller]
pub const fn name(definitions: &Definitions, i: usize) {
    if let (Verdict::OtherName, Some(published)) = (definitions.judged[i].verdict, definitions.judged[i].published) {
        refuse(
            &Report::new()
                .text("`")
                .text(published.code.as_str())
                .text("` is published as `")
                .text(published.name)
                .text("`, not as `")
                .text(definitions.rows[i].name)
                .text("`\nhelp: write `name = \"")
                .text(published.name)
                .text("\"`"),
        );
    }
}

/// Row `i`, which states no http, is published.
#[track_caller]
pub const fn http_is_published(definitions: &Definitions, i: usize) {
    if matches!(definitions.judged[i].verdict, Verdict::NoHttp) {
        refuse(
            &Report::new()
                .text("`")
                .text(definitions.rows[i].name)
                .text("` has no http status, and code ")
                .number(definitions.rows[i].number)
                .text(" is not published\nhelp: add `http = ..`, from 400 to 599"),
        );
    }
}

/// Row `i`, which has no description, is published.
#[track_caller]
pub const fn description_is_published(definitions: &Definitions, i: usize) {
    let verdict = definitions.judged[i].verdict;
    if definitions.judged[i].published.is_none() && !matches!(verdict, Verdict::Unknown | Verdict::OutsideCategory) {
        refuse(
            &Report::new()
                .text("`")
                .text(definitions.rows[i].name)
                .text("` has no description, and code ")
                .number(definitions.rows[i].number)
                .text(" is not published\nhelp: add `description = \"..\"`, or a doc comment"),
        );
    }
}

/// Row `i`, which is marked `display`, is not a 5xx by what is published.
#[track_caller]
pub const fn display(definitions: &Definitions, i: usize) {
    if let (Verdict::Sound, Some(published)) = (definitions.judged[i].verdict, definitions.judged[i].published)
        && published.http >= 500
    {
        refuse(
            &Report::new()
                .text("`display` on http ")
                .number(published.http)
                .text(", whose internals never reach a client\nhelp: remove `display`"),
        );
    }
}

/// A number that `holder` has already.
#[track_caller]
pub const fn repeated(definitions: &Definitions, number: u16, category: Option<&'static Category>, holder: &str) {
    let report = Report::new().text("code ").number(number).text(" is already held by `").text(holder).text("`");
    refuse(&offer_some(report, definitions, category));
}

/// A number that is reserved.
#[track_caller]
pub const fn reserved(definitions: &Definitions, number: u16, category: Option<&'static Category>) {
    refuse(&offer_some(Report::new().text("code ").number(number).text(" is reserved"), definitions, category));
}

/// A variant without a number.
#[track_caller]
pub const fn missing(definitions: &Definitions, name: &str, category: Option<&'static Category>) {
    let report = Report::new().text("`").text(name).text("` has no code");
    let report = match category {
        Some(category) => match next_free(definitions, category) {
            Some(free) => in_quotes(
                report.text("\nhelp: add `code = ").number(free).text("`, the next free code in "),
                category.slug(),
            ),
            None => report.text("\nhelp: add `code = ..`"),
        },
        None => report.text("\nhelp: add `code = ..`"),
    };
    refuse(&report);
}

/// A variant without a category, whose number tells which one is meant.
#[track_caller]
pub const fn category_missing(definitions: &Definitions, name: &str, number: u16) {
    let report = Report::new().text("`").text(name).text("` has no category\nhelp: add `category = \"");
    let slug = match owner(definitions.categories, number) {
        Some(category) => category.slug(),
        None => "..",
    };
    refuse(&report.text(slug).text("\"` here or on the type"));
}

/// The catalog has a category of this slug.
#[track_caller]
pub const fn category<C: Catalog>(slug: &str) {
    if category_of::<C>(slug).is_some() {
        return;
    }
    let mut report = in_quotes(Report::new().text("unknown category "), slug);
    let mut nearest = 0;
    let mut i = 1;
    while i < C::CATEGORIES.len() {
        if distance(slug, C::CATEGORIES[i].slug()) < distance(slug, C::CATEGORIES[nearest].slug()) {
            nearest = i;
        }
        i += 1;
    }
    if C::CATEGORIES.is_empty() {
        report = report.text("\nhelp: the catalog has no category yet: give its `CATEGORIES` one");
    } else if distance(slug, C::CATEGORIES[nearest].slug()) <= 1 + slug.len() / 3 {
        report = in_quotes(report.text("\nhelp: did you mean "), C::CATEGORIES[nearest].slug()).text("?");
    } else {
        report = report.text("\nhelp: the categories are ");
        let mut i = 0;
        while i < C::CATEGORIES.len() {
            if i > 0 {
                report = report.text(", ");
            }
            report = in_quotes(report, C::CATEGORIES[i].slug());
            i += 1;
        }
    }
    refuse(&report);
}

/// The category of this slug; `None` is reported by [`category`], once.
#[must_use]
pub const fn category_of<C: Catalog>(slug: &str) -> Option<&'static Category> {
    let mut i = 0;
    while i < C::CATEGORIES.len() {
        if equal(C::CATEGORIES[i].slug(), slug) {
            return Some(&C::CATEGORIES[i]);
        }
        i += 1;
    }
    None
}

/// The catalog is well formed.
#[track_caller]
pub const fn catalog<C: Catalog>() {
    let prefix = C::PREFIX.as_bytes();
    let mut sound = !prefix.is_empty() && prefix.len() <= 32;
    let mut i = 0;
    while i < prefix.len() {
        sound &= match prefix[i] {
            b'A'..=b'Z' => true,
            b'0'..=b'9' => i > 0,
            b'_' => i > 0 && i + 1 < prefix.len(),
            _ => false,
        };
        i += 1;
    }
    if !sound {
        refuse(
            &in_quotes(Report::new().text("the prefix "), C::PREFIX)
                .text(" of this catalog is malformed\nhelp: use `A` to `Z`, digits and inner underscores, beginning with a letter, 32 at the most, such as `ACME`"),
        );
    }
    let mut i = 0;
    while i < C::CATEGORIES.len() {
        let category = &C::CATEGORIES[i];
        if category.slug().is_empty() {
            refuse(&in_quotes(Report::new().text("a category of this catalog has no slug: "), category.title()));
        }
        if category.first() == 0 || category.first() > category.last() {
            let report = in_range(Report::new().text("category "), category).text(" of this catalog owns no number");
            refuse(&report.text("\nhelp: write a range that begins at 1 or above and does not end before it begins"));
        }
        let mut j = 0;
        while j < i {
            let earlier = &C::CATEGORIES[j];
            if equal(earlier.slug(), category.slug()) {
                refuse(&in_quotes(Report::new().text("two categories of this catalog are called "), category.slug()));
            }
            if earlier.first() <= category.last() && category.first() <= earlier.last() {
                let report = in_range(Report::new().text("category "), category).text(" of this catalog overlaps ");
                refuse(&in_range(report, earlier));
            }
            j += 1;
        }
        i += 1;
    }
}

/// The catalog lists what `T` publishes.
#[track_caller]
pub const fn listed<C: Catalog, T: CodeSet>(holder: &str) {
    let own = T::CODES.own();
    let mut i = 0;
    while i < own.len() {
        let number = own[i].code.number();
        if number > 0 && C::PUBLISHED.look_up(C::PREFIX, number).is_none() {
            refuse(
                &Report::new()
                    .text("the catalog does not list `")
                    .text(holder)
                    .text("`, whose codes it publishes\nhelp: add `<")
                    .text(holder)
                    .text(" as CodeSet>::CODES` to its `PUBLISHED`"),
            );
        }
        i += 1;
    }
}

/// No code of the last part is reported with other facts by a part before it.
#[track_caller]
pub const fn agreement(parts: &[(&str, CodeList)]) {
    if let Some((last, before)) = parts.split_last() {
        agreement_with(before, last.0, last.1);
    }
}

#[track_caller]
const fn agreement_with(parts: &[(&str, CodeList)], holder: &str, list: CodeList) {
    let own = list.own();
    let mut i = 0;
    while i < own.len() {
        let mut j = 0;
        while j < parts.len() {
            if own[i].code.number() > 0
                && let Some(other) = parts[j].1.find_const(own[i].code)
                && !other.agrees(&own[i])
            {
                let report = Report::new().text("`").text(own[i].code.as_str()).text("` is two different errors: ");
                let report = facts(report, other, parts[j].0).text(", ");
                refuse(&facts(report, &own[i], holder).text("\nhelp: give one of them another code"));
            }
            j += 1;
        }
        i += 1;
    }
    let mut i = 0;
    while i < list.nested().len() {
        agreement_with(parts, holder, list.nested()[i]);
        i += 1;
    }
}

const fn facts(report: Report, info: &ErrorInfo, holder: &str) -> Report {
    in_quotes(in_quotes(report, info.name).text(" (http ").number(info.http).text(", "), info.category.slug())
        .text(") in `")
        .text(holder)
        .text("`")
}

const fn in_quotes(report: Report, word: &str) -> Report {
    report.text("`").text(word).text("`")
}

const fn in_range(report: Report, category: &Category) -> Report {
    in_quotes(report, category.slug()).text(" (").number(category.first()).text("-").number(category.last()).text(")")
}

const fn owner(categories: &'static [Category], number: u16) -> Option<&'static Category> {
    let mut i = 0;
    while i < categories.len() {
        if categories[i].owns(number) {
            return Some(&categories[i]);
        }
        i += 1;
    }
    None
}

const fn offer_some(report: Report, definitions: &Definitions, category: Option<&'static Category>) -> Report {
    match category {
        Some(category) => offer(report, definitions, category),
        None => report,
    }
}

const fn offer(report: Report, definitions: &Definitions, category: &Category) -> Report {
    match next_free(definitions, category) {
        Some(free) => {
            in_quotes(report.text("\nhelp: ").number(free).text(" is the next free code in "), category.slug())
        }
        None => in_quotes(report.text("\nhelp: no code is free in "), category.slug()),
    }
}

/// The lowest number of the category that nobody holds: not this type, not the catalog, and not reserved.
pub(crate) const fn next_free(definitions: &Definitions, category: &Category) -> Option<u16> {
    let mut number = category.first();
    loop {
        if is_free(definitions, number) {
            return Some(number);
        }
        if number >= category.last() {
            return None;
        }
        number += 1;
    }
}

const fn is_free(definitions: &Definitions, number: u16) -> bool {
    let mut i = 0;
    while i < definitions.reserved.len() {
        let (first, last) = definitions.reserved[i];
        if first <= number && number <= last {
            return false;
        }
        i += 1;
    }
    let (mut from, mut to) = (0, definitions.distinct);
    while from < to {
        let middle = usize::midpoint(from, to);
        let held = definitions.rows[middle].number;
        if held == number {
            return false;
        }
        if held < number {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    definitions.published.look_up(definitions.prefix, number).is_none()
}
