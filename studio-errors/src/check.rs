//! The checks that need a catalog or another type.
//!
//! Each is called from a constant whose tokens carry the span of what it judges, so that rustc reports the panic there.
//! Plain functions: tests call them like any other.

mod catalog;
mod code_set;
pub(crate) mod conflicts;
pub(crate) mod definitions;
mod free;
#[cfg(test)]
mod tests;

pub use self::catalog::{catalog, category, category_of, listed};
pub use self::code_set::{has_codes, of_catalog};

use self::catalog::{list, owner, owns_some};
use self::conflicts::Disagreement;
use self::definitions::{Definitions, Verdict};
use self::free::{free, offer};
use crate::code::Category;
use crate::text::constant::{Buffer, equal};

/// A report is cut at this many bytes.
type Report = Buffer<1024>;

#[track_caller]
const fn refuse(report: &Report) {
    panic!("{}", report.as_str());
}

/// Row `i` lies in its category, and its number is not somebody else's.
#[track_caller]
pub const fn code(definitions: &Definitions, i: usize) {
    // Most rows are sound, and each is judged already: what follows costs the compiler nothing for them.
    if let Verdict::Sound = definitions.judged[i].verdict {
        return;
    }
    let row = &definitions.rows[i];
    let (Some(category), verdict) = (row.category, definitions.judged[i].verdict) else {
        return;
    };
    let owner = owner(definitions.categories, row.number);
    // A range that holds nothing, and a slug that is given twice, are mistakes of the catalog, and reported there.
    let is_namesake = matches!(owner, Some(owner) if equal(owner.slug(), category.slug()));
    if matches!(verdict, Verdict::OutsideCategory) && owns_some(category) && !is_namesake {
        let mut report =
            in_range(Report::new().text("code ").number(row.number).text(" is outside category "), category);
        if let Some(owner) = owner {
            report = report.text("\nnote: ").number(row.number).text(" belongs to ");
            report = in_range(report, owner);
        }
        refuse(&offer(report, definitions, i));
    }
    if let (Verdict::Taken, Some(published)) = (verdict, definitions.judged[i].published) {
        let report =
            in_quotes(Report::new().text("code ").number(row.number).text(" is published as "), published.name())
                .text(" with http ")
                .number(published.http());
        let report = in_quotes(report.text(", not as "), row.name).text(" with http ").number(row.http);
        refuse(&offer(report, definitions, i));
    }
}

/// The http of row `i` is the published one.
#[track_caller]
pub const fn http(definitions: &Definitions, i: usize) {
    if let Verdict::Sound = definitions.judged[i].verdict {
        return;
    }
    if let (Verdict::OtherHttp, Some(published)) = (definitions.judged[i].verdict, definitions.judged[i].published) {
        let report = in_quotes(Report::new(), published.code().as_str()).text(" is published with http ");
        let report = report.number(published.http()).text(", not ").number(definitions.rows[i].http);
        refuse(&report.text("\nhelp: write `").number(published.http()).text("`"));
    }
}

/// The name of row `i` is the published one.
#[track_caller]
pub const fn name(definitions: &Definitions, i: usize, is_stated: bool) {
    if let Verdict::Sound = definitions.judged[i].verdict {
        return;
    }
    if let (Verdict::OtherName, Some(published)) = (definitions.judged[i].verdict, definitions.judged[i].published) {
        let report = in_quotes(Report::new(), published.code().as_str()).text(" is published as ");
        let report = in_quotes(in_quotes(report, published.name()).text(", not as "), definitions.rows[i].name);
        let mend = if is_stated { "\nhelp: write `\"" } else { "\nhelp: add `name = \"" };
        let mut report = report.text(mend).text(published.name()).text("\"`");
        if let Some((free, category)) = free(definitions, i) {
            report = in_quotes(report.text(", or take ").number(free).text(", the next free code in "), category);
        }
        refuse(&report);
    }
}

/// Row `i`, which states no http, is published.
#[track_caller]
pub const fn http_is_published(definitions: &Definitions, i: usize, variant: &str) {
    if matches!(definitions.judged[i].verdict, Verdict::NoHttp) {
        let report = in_quotes(Report::new(), variant).text(" has no http status");
        refuse(&not_published(report, definitions, i).text("\nhelp: add `http = ..`, from 400 to 599"));
    }
}

/// Row `i`, which has no description, is published. A macro may write its doc comment, `documented_by`.
#[track_caller]
pub const fn description_is_published(definitions: &Definitions, i: usize, variant: &str, documented_by: &str) {
    let verdict = definitions.judged[i].verdict;
    if definitions.judged[i].published.is_none() && !matches!(verdict, Verdict::Unknown | Verdict::OutsideCategory) {
        let report = in_quotes(Report::new(), variant).text(" has no description");
        let report = not_published(report, definitions, i);
        let report = if documented_by.is_empty() {
            report.text("\nhelp: add `description = \"..\"`, or a doc comment")
        } else {
            in_quotes(report.text("\nnote: a derive cannot read what "), documented_by)
                .text(" writes into the doc comment\nhelp: add `description = \"..\"`")
        };
        refuse(&report);
    }
}

/// Worth saying where there is something published.
const fn not_published(report: Report, definitions: &Definitions, i: usize) -> Report {
    if definitions.published.is_empty() {
        return report;
    }
    report.text(", and code ").number(definitions.rows[i].number).text(" is not published")
}

/// Row `i`, which is marked `display`, is not a 5xx by what is published.
#[track_caller]
pub const fn display(definitions: &Definitions, i: usize) {
    if let (Verdict::Sound, Some(published)) = (definitions.judged[i].verdict, definitions.judged[i].published)
        && published.http() >= 500
    {
        let report = Report::new().text("`display` conflicts with the published http ").number(published.http());
        let report = in_quotes(report.text(" of "), published.code().as_str());
        refuse(&report.text(": clients must not see the internals of a server error\nhelp: remove `display`"));
    }
}

/// The number of row `i`, which is none that a code can have.
#[track_caller]
pub const fn outside(definitions: &Definitions, i: usize, number: &str) {
    let report = Report::new().text("code ").text(number).text(" is outside ");
    match definitions.rows[i].category {
        Some(category) => refuse(&offer(in_range(report.text("category "), category), definitions, i)),
        None => refuse(&report.text("every category\nhelp: codes are from 1 to 65535")),
    }
}

/// The number of row `i`, which `holder` has already.
#[track_caller]
pub const fn repeated(
    definitions: &Definitions,
    i: usize,
    number: u16,
    holder: &str,
    same_name: bool,
    share: &'static str,
) {
    let mut report = in_quotes(Report::new().text("code ").number(number).text(" is already used by "), holder);
    // Under another number, two of one name would be a mistake again.
    if !same_name {
        report = offer(report, definitions, i);
    }
    if !share.is_empty() {
        report = report.text("\nhelp: ").text(share);
    }
    refuse(&report);
}

/// The number of row `i`, which is reserved.
#[track_caller]
pub const fn reserved(definitions: &Definitions, i: usize, number: u16) {
    refuse(&offer(Report::new().text("code ").number(number).text(" is reserved"), definitions, i));
}

/// Row `i`, which has no number; where it wraps an error, that may have one.
#[track_caller]
pub const fn missing(definitions: &Definitions, i: usize, variant: &str, needs_http: bool, wraps: bool) {
    let report = in_quotes(Report::new(), variant).text(" has no code\nhelp: add `code = ");
    let (http, with) = if needs_http { (", http = ..", "`, with the") } else { ("", "`, the") };
    let report = match free(definitions, i) {
        Some((free, category)) => {
            in_quotes(report.number(free).text(http).text(with).text(" next free code in "), category)
        }
        None => report.text("..").text(http).text("`"),
    };
    refuse(&if wraps {
        report.text("\nhelp: or add `transparent`, if the error in its field has codes")
    } else {
        report
    });
}

/// A variant or a type without a category; the number, where there is one, tells which is meant.
#[track_caller]
pub const fn category_missing(definitions: &Definitions, name: &str, number: u16, place: &str) {
    let report = in_quotes(Report::new(), name).text(" has no category\nhelp: add `category = \"");
    match owner(definitions.categories, number) {
        Some(category) => refuse(&report.text(category.slug()).text("\"`").text(place)),
        None => refuse(&list(report.text("..\"`").text(place).text("; "), definitions.categories)),
    }
}

/// A part of a set agrees with the parts before it.
#[track_caller]
pub const fn agreement(disagreement: Option<Disagreement>) {
    if let Some(disagreement) = disagreement {
        refuse(&disagreement.report());
    }
}

const fn in_quotes(report: Report, word: &str) -> Report {
    report.text("`").text(word).text("`")
}

const fn in_range(report: Report, category: &Category) -> Report {
    in_quotes(report, category.slug()).text(" (").number(category.first()).text("-").number(category.last()).text(")")
}
