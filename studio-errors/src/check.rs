//! The checks that need a catalog or another type.
//!
//! Each is called from a constant whose tokens carry the span of what it judges, so that rustc reports the panic there.
//! Plain functions: tests call them like any other.

use crate::agreement::Disagreement;
use crate::catalog::Catalog;
use crate::category::Category;
use crate::code_set::CodeSet;
use crate::const_str::{Buffer, begins, distance, equal};
use crate::definitions::{Definitions, Verdict};

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
            in_quotes(Report::new().text("code ").number(row.number).text(" is published as "), published.name)
                .text(" with http ")
                .number(published.http);
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
        let report = in_quotes(Report::new(), published.code.as_str()).text(" is published with http ");
        let report = report.number(published.http).text(", not ").number(definitions.rows[i].http);
        refuse(&report.text("\nhelp: write `").number(published.http).text("`"));
    }
}

/// The name of row `i` is the published one.
#[track_caller]
pub const fn name(definitions: &Definitions, i: usize, is_stated: bool) {
    if let Verdict::Sound = definitions.judged[i].verdict {
        return;
    }
    if let (Verdict::OtherName, Some(published)) = (definitions.judged[i].verdict, definitions.judged[i].published) {
        let report = in_quotes(Report::new(), published.code.as_str()).text(" is published as ");
        let report = in_quotes(in_quotes(report, published.name).text(", not as "), definitions.rows[i].name);
        let mend = if is_stated { "\nhelp: write `\"" } else { "\nhelp: add `name = \"" };
        let mut report = report.text(mend).text(published.name).text("\"`");
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

/// Row `i`, which has no description, is published.
#[track_caller]
pub const fn description_is_published(definitions: &Definitions, i: usize, variant: &str) {
    let verdict = definitions.judged[i].verdict;
    if definitions.judged[i].published.is_none() && !matches!(verdict, Verdict::Unknown | Verdict::OutsideCategory) {
        let report = in_quotes(Report::new(), variant).text(" has no description");
        refuse(&not_published(report, definitions, i).text("\nhelp: add `description = \"..\"`, or a doc comment"));
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
        && published.http >= 500
    {
        let report = in_quotes(Report::new().text("`display` on "), published.code.as_str());
        let report = report.text(", published with http ").number(published.http);
        refuse(&report.text(", whose internals never reach a client\nhelp: remove `display`"));
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
    let mut report = in_quotes(Report::new().text("code ").number(number).text(" is already held by "), holder);
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

/// Row `i`, which has no number.
#[track_caller]
pub const fn missing(definitions: &Definitions, i: usize, variant: &str, needs_http: bool) {
    let report = in_quotes(Report::new(), variant).text(" has no code\nhelp: add `code = ");
    let (http, with) = if needs_http { (", http = ..", "`, with the") } else { ("", "`, the") };
    match free(definitions, i) {
        Some((free, category)) => {
            let report = report.number(free).text(http).text(with);
            refuse(&in_quotes(report.text(" next free code in "), category));
        }
        None => refuse(&report.text("..").text(http).text("`")),
    }
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

/// The catalog has a category of this slug.
#[track_caller]
pub const fn category<C: Catalog>(slug: &str) {
    if category_of::<C>(slug).is_some() {
        return;
    }
    let report = in_quotes(Report::new().text("unknown category "), slug).text("\nhelp: ");
    match nearest(C::CATEGORIES, slug) {
        Some(nearest) => refuse(&in_quotes(report.text("did you mean "), nearest.slug()).text("?")),
        None => refuse(&list(report, C::CATEGORIES)),
    }
}

/// The category that a misspelt slug was meant to be: a few letters off, begun, or continued.
const fn nearest(categories: &'static [Category], slug: &str) -> Option<&'static Category> {
    let mut nearest = None;
    let mut least = 2 + slug.len() / 3;
    let mut i = 0;
    while i < categories.len() {
        let known = categories[i].slug();
        let meant = slug.len() > 2 && (begins(known, slug) || begins(slug, known));
        let distance = if meant { 0 } else { distance(slug, known) };
        if distance < least {
            least = distance;
            nearest = Some(&categories[i]);
        }
        i += 1;
    }
    nearest
}

const fn list(report: Report, categories: &[Category]) -> Report {
    let mut report = match categories.len() {
        0 => return report.text("the catalog has no category yet: give its `CATEGORIES` one"),
        1 => report.text("the only category is "),
        _ => report.text("the categories are "),
    };
    let mut i = 0;
    while i < categories.len() {
        if i > 0 {
            report = report.text(", ");
        }
        report = in_quotes(report, categories[i].slug());
        i += 1;
    }
    report
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
            refuse(
                &in_quotes(Report::new().text("the slug of category "), category.title())
                    .text(" of this catalog is empty\nhelp: give it a slug, such as `quota`"),
            );
        }
        if !owns_some(category) {
            let report = in_range(Report::new().text("category "), category).text(" of this catalog owns no number");
            refuse(&report.text("\nhelp: write a range that begins at 1 or above and does not end before it begins"));
        }
        let mut j = 0;
        while j < i {
            let earlier = &C::CATEGORIES[j];
            if equal(earlier.slug(), category.slug()) {
                let report =
                    in_quotes(Report::new().text("two categories of this catalog are called "), category.slug());
                refuse(&report.text("\nhelp: give each a slug of its own"));
            }
            if earlier.first() <= category.last() && category.first() <= earlier.last() {
                let report = in_range(Report::new().text("category "), category).text(" of this catalog overlaps ");
                refuse(&in_range(report, earlier).text("\nhelp: give each numbers of its own"));
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
                    .text("`, whose codes it publishes\nhelp: list `<")
                    .text(holder)
                    .text(" as CodeSet>::CODES` in its `PUBLISHED`"),
            );
        }
        i += 1;
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

const fn owns_some(category: &Category) -> bool {
    0 < category.first() && category.first() <= category.last()
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

/// Names the number that row `i` could have.
const fn offer(report: Report, definitions: &Definitions, i: usize) -> Report {
    match (free(definitions, i), definitions.rows[i].category) {
        (Some((free, category)), _) => {
            in_quotes(report.text("\nhelp: ").number(free).text(" is the next free code in "), category)
        }
        (None, Some(category)) => in_quotes(report.text("\nhelp: no code is free in "), category.slug()),
        (None, None) => report,
    }
}

/// The number that row `i` could have, and its category: each row that wants one is offered its own.
const fn free(definitions: &Definitions, i: usize) -> Option<(u16, &'static str)> {
    let Some(category) = definitions.rows[i].category else {
        return None;
    };
    let mut before = 0;
    let mut j = 0;
    while j < i {
        if let Some(other) = definitions.rows[j].category
            && other.first() == category.first()
            && wants_number(definitions, j)
        {
            before += 1;
        }
        j += 1;
    }
    match next_free(definitions, category, before) {
        Some(free) => Some((free, category.slug())),
        None => None,
    }
}

const fn wants_number(definitions: &Definitions, i: usize) -> bool {
    definitions.rows[i].number == 0
        || matches!(definitions.judged[i].verdict, Verdict::OutsideCategory | Verdict::Taken)
}

/// The lowest number of the category that nobody holds, after `skip` of them: not this type, not the catalog, and not
/// reserved.
const fn next_free(definitions: &Definitions, category: &Category, skip: usize) -> Option<u16> {
    let mut skip = skip;
    let mut number = category.first();
    loop {
        if is_free(definitions, number) {
            if skip == 0 {
                return Some(number);
            }
            skip -= 1;
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

#[cfg(test)]
// Ranges that hold nothing are what is tested.
#[allow(clippy::reversed_empty_ranges)]
mod tests {
    extern crate std;

    use alloc::boxed::Box;
    use alloc::string::String;
    use std::panic::{UnwindSafe, catch_unwind};

    use super::*;
    use crate::catalog::Studio;
    use crate::definitions::{Judged, Written};

    const QUOTA: &Category = &Studio::CATEGORIES[6];

    const fn row(number: u16, http: u16, name: &'static str) -> Written {
        Written {
            number,
            code: "STUDIO_0",
            http,
            category: Some(QUOTA),
            name,
            description: "What happened",
            remark: true,
            resolution: "",
            json: "",
        }
    }

    fn definitions<const N: usize>(rows: [Written; N], reserved: &'static [(u16, u16)]) -> Definitions {
        let rows: &'static [Written; N] = Box::leak(Box::new(rows));
        let judged: &'static [Judged; N] = Box::leak(Box::new(Judged::rows::<Studio, N>(rows, Studio::PUBLISHED)));
        let distinct = rows.iter().filter(|row| row.number > 0).count();
        Definitions::new::<Studio>(rows, judged, distinct, Studio::PUBLISHED, reserved)
    }

    /// What a check says; empty where it finds nothing.
    fn report(check: impl FnOnce() + UnwindSafe) -> String {
        match catch_unwind(check) {
            Ok(()) => String::new(),
            Err(panic) => panic.downcast_ref::<String>().expect("a report is a text").clone(),
        }
    }

    #[test]
    fn both_ends_of_a_range_are_in_it() {
        let judged = |number| {
            let definitions = definitions([row(number, 402, "UNPAID")], &[]);
            report(move || code(&definitions, 0))
        };
        assert_eq!((judged(1604), judged(1699)), (String::new(), String::new()));
        let below = "code 1599 is outside category `quota` (1600-1699)\nnote: 1599 belongs to `render` (1500-1599)";
        assert_eq!(judged(1599), std::format!("{below}\nhelp: 1604 is the next free code in `quota`"));
        assert!(judged(1700).contains("note: 1700 belongs to `authentication` (1700-1799)"));
        assert!(!judged(9000).contains("note"));
        assert!(
            judged(1600).contains("published as `RATE_LIMIT_EXCEEDED` with http 429, not as `UNPAID` with http 402")
        );
    }

    #[test]
    fn the_next_free_code_is_nobody_elses() {
        let rows = [row(1604, 402, "A"), row(1605, 402, "B"), row(1608, 402, "C")];
        let definitions = definitions(rows, &[(1606, 1606), (1609, 1650)]);
        let free = |skip| next_free(&definitions, QUOTA, skip);
        assert_eq!([free(0), free(1), free(2)], [Some(1607), Some(1651), Some(1652)]);
        assert_eq!((free(49), free(50)), (Some(1699), None));
        assert_eq!(next_free(&definitions, &Category::new("last", "Last", 65535..=65535), 0), Some(65535));
        assert_eq!(next_free(&definitions, &Category::new("last", "Last", 65535..=65535), 1), None);
    }

    #[test]
    fn each_variant_that_wants_a_code_is_offered_its_own() {
        let definitions = definitions([row(0, 402, "A"), row(0, 402, "B"), row(1700, 402, "C")], &[]);
        let offered: [_; 3] = core::array::from_fn(|i| free(&definitions, i));
        assert_eq!(offered, [Some((1604, "quota")), Some((1605, "quota")), Some((1606, "quota"))]);
    }

    #[test]
    fn facts_agree_with_what_is_published() {
        let definitions =
            definitions([row(1600, 0, "RATE_LIMIT_EXCEEDED"), row(1601, 403, "INSUFFICIENT_CREDITS")], &[]);
        let definitions: &'static Definitions = Box::leak(Box::new(definitions));
        assert_eq!(report(|| http(definitions, 0)), "");
        assert_eq!(
            report(|| http(definitions, 1)),
            "`STUDIO_1601` is published with http 402, not 403\nhelp: write `402`"
        );
        assert_eq!(report(|| name(definitions, 1, false)), "");
    }

    #[test]
    fn the_nearest_category_is_meant() {
        let nearest = |slug| nearest(Studio::CATEGORIES, slug).map(Category::slug);
        assert_eq!(nearest("quotas"), Some("quota"));
        assert_eq!(nearest("qutoa"), Some("quota"));
        assert_eq!(nearest("auth"), Some("authentication"));
        assert_eq!(nearest("Render Jobs"), Some("render"));
        assert_eq!(nearest("wallet"), None);
        assert_eq!(nearest(""), None);
        assert_eq!(nearest(&"q".repeat(500)), None);
    }

    macro_rules! catalogs {
        ($($name:ident: $prefix:expr, [$($category:expr),*];)+) => {$(
            struct $name;

            impl Catalog for $name {
                const PREFIX: &'static str = $prefix;
                const CATEGORIES: &'static [Category] = &[$($category),*];
            }
        )+};
    }

    catalogs! {
        Sound: "A_1", [Category::new("a", "A", 1..=9), Category::new("b", "B", 10..=10)];
        Empty: "", [];
        Digit: "1A", [];
        Hyphen: "A-B", [];
        Trailing: "A_", [];
        FromZero: "A", [Category::new("a", "A", 0..=9)];
        Reversed: "A", [Category::new("a", "A", 9..=1)];
        Twice: "A", [Category::new("a", "A", 1..=9), Category::new("a", "A", 10..=19)];
        Overlapping: "A", [Category::new("a", "A", 5..=9), Category::new("b", "B", 1..=5)];
        NoSlug: "A", [Category::new("", "A", 1..=9)];
        Wordy: "A", [Category::new(LONG, "A", 9..=1)];
    }

    const LONG: &str = match core::str::from_utf8(&[b'a'; 2000]) {
        Ok(text) => text,
        Err(_) => "",
    };

    #[test]
    fn a_catalog_is_well_formed() {
        assert_eq!(report(catalog::<Sound>), "");
        assert_eq!(report(catalog::<Studio>), "");
        for (said, expected) in [
            (report(catalog::<Empty>), "the prefix `` of this catalog is malformed"),
            (report(catalog::<Digit>), "the prefix `1A`"),
            (report(catalog::<Hyphen>), "the prefix `A-B`"),
            (report(catalog::<Trailing>), "the prefix `A_`"),
            (report(catalog::<FromZero>), "category `a` (0-9) of this catalog owns no number"),
            (report(catalog::<Reversed>), "category `a` (9-1) of this catalog owns no number"),
            (report(catalog::<Twice>), "two categories of this catalog are called `a`"),
            (report(catalog::<Overlapping>), "category `b` (1-5) of this catalog overlaps `a` (5-9)"),
            (report(catalog::<NoSlug>), "the slug of category `A` of this catalog is empty"),
        ] {
            assert!(said.starts_with(expected), "{said}");
        }
    }

    #[test]
    fn a_report_is_cut_at_a_whole_piece() {
        assert_eq!(
            report(catalog::<Wordy>),
            "category `` (9-1) of this catalog owns no number\n\
             help: write a range that begins at 1 or above and does not end before it begins",
        );
        let definitions = definitions([row(1700, 402, "A")], &[]);
        let said = report(move || outside(&definitions, 0, LONG));
        assert!(said.len() <= 1024 && said.ends_with("help: 1604 is the next free code in `quota`"), "{said}");
    }
}
