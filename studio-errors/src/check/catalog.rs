//! The checks of a catalog.

use super::envelope::envelope;
use super::heap::{self, Heap, index, number, part};
use super::property;
use super::report::{LISTED, Report, refuse, say};
use crate::code::table::Table;
use crate::code::{Catalog, CatalogFacts, Category, Known};
use crate::text::constant::{MOST_DIGITS, OF_THE_BODY, contains, each, equal, find, hash};

/// The check of one catalog.
// This is a trait so that rustc reports only once that a type does not implement `Catalog`.
pub trait Checked {
    /// Checks the catalog. An associated constant is evaluated once, so an error is reported once.
    const CATALOG: ();
}

impl<C: Catalog> Checked for C {
    const CATALOG: () = is_well_formed(C::FACTS, C::ENVELOPE);
}

/// Reports all errors of a catalog in one diagnostic.
#[track_caller]
pub(super) const fn is_well_formed(catalog: &CatalogFacts, template: &str) {
    let mut report = Report::new();
    say!(report; "the catalog with prefix " [catalog.prefix] " is malformed");
    let sound = spelling(&mut report, catalog)
        & categories(&mut report, catalog.categories)
        & property::repeated(&mut report, catalog.properties)
        & code_header(&mut report, catalog.code_header)
        & envelope(&mut report, catalog, template);
    if !sound {
        report.refuse();
    }
}

/// The headers that a response has for other reasons: those that this crate sets, and those of the body, which [`OF_THE_BODY`] lists.
const SET: [&str; 4] = ["content-type", "retry-after", "vary", "www-authenticate"];

/// The characters of a token in lower case (RFC 9110, section 5.6.2).
const TOKEN: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~";

const fn code_header(report: &mut Report, header: Option<&str>) -> bool {
    let Some(header) = header else { return true };
    let is_token = !header.is_empty() && consists_of(header, TOKEN);
    let is_free = !contains(&SET, header) && !contains(&OF_THE_BODY, header);
    if !is_token {
        say!(report; "\n- its code header is " [header] ", which is not the name of a header in lower case");
        report.text("\n  help: write a name such as `x-error-code`");
    } else if !is_free {
        say!(report; "\n- its code header is " [header] ", which responses have for another purpose");
        report.text("\n  help: write another name, such as `x-error-code`");
    }
    is_token && is_free
}

/// Whether a text has only these characters.
const fn consists_of(text: &str, characters: &[u8]) -> bool {
    find!(byte in text.as_bytes() => find!(allowed in characters => *allowed == *byte).is_none()).is_none()
}

const fn spelling(report: &mut Report, catalog: &CatalogFacts) -> bool {
    let prefix = catalog.prefix.as_bytes();
    let begins_and_ends = matches!(prefix, [] | [b'A'..=b'Z'] | [b'A'..=b'Z', .., b'A'..=b'Z' | b'0'..=b'9']);
    let is_word =
        prefix.len() <= 32 && begins_and_ends && consists_of(catalog.prefix, b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
    if !is_word {
        report.text("\n- its prefix is not a word in capital letters").text(
            "\n  help: use `A` to `Z`, digits and inner underscores, beginning with a letter, at most 32, such as `ACME`",
        );
    }
    let separator = catalog.separator;
    let is_separator = separator.len() <= 4 && consists_of(separator, b"_-.:");
    if !is_separator {
        say!(report; "\n- its separator is " [separator] "\n  help: use at most four of `_`, `-`, `.` and `:`, or nothing");
    }
    let separates = match prefix {
        [] => separator.is_empty(),
        [.., last] => !separator.is_empty() || !last.is_ascii_digit(),
    };
    if !separates && prefix.is_empty() {
        report.text("\n- it has a separator and no prefix\n  help: write `const SEPARATOR: &'static str = \"\";`");
    } else if !separates {
        report.text("\n- its prefix ends with a digit, and nothing separates it from the number");
        report.text("\n  help: write `const SEPARATOR: &'static str = \"_\";`");
    }
    let is_width = catalog.width <= MOST_DIGITS;
    if !is_width {
        report.text("\n- its width is ").count(catalog.width);
        report.text("\n  help: write at most ").count(MOST_DIGITS).text(", which is the length of the longest number");
    }
    is_word & is_separator & separates & is_width & negative(report, catalog)
}

/// Checks that the sign is the first character of a negative number, and that no zeros are between it and the digits.
const fn negative(report: &mut Report, catalog: &CatalogFacts) -> bool {
    let negative = find!(category in catalog.categories => category.range(0).0 < 0);
    let (Some(category), false) = (negative, catalog.prefix.is_empty() && catalog.width == 0) else { return true };
    report.text("\n- category ").category(category);
    report.text(" has negative numbers, which have no prefix, no separator and no width");
    report.text("\n  help: write `const PREFIX: &'static str = \"\";` and `const SEPARATOR: &'static str = \"\";`");
    report.text(", and no `WIDTH`");
    false
}

const fn categories(report: &mut Report, categories: &[Category]) -> bool {
    let mut ranges = 0;
    each!(category in categories => { ranges += category.len() });
    // An array cannot have a length that is computed here, so it has the next of a few lengths.
    match ranges {
        0..=64 => categories_at_most::<64>(report, categories),
        65..=4096 => categories_at_most::<4096>(report, categories),
        // More ranges than this take hours to compile.
        _ => categories_at_most::<65_536>(report, categories),
    }
}

/// Checks that no two categories have one slug or one number. `RANGES` is at least the number of ranges.
const fn categories_at_most<const RANGES: usize>(report: &mut Report, categories: &[Category]) -> bool {
    let (mut slugs, mut ranges) = (Heap::<RANGES>::EMPTY, Heap::<RANGES>::EMPTY);
    let mut mistakes = 0;
    let mut i = 0;
    while i < categories.len() && i < RANGES {
        let category = &categories[i];
        if category.slug().is_empty() {
            if is_listed(&mut mistakes) {
                say!(report; "\n- the slug of category " [category.title()] " is empty");
                report.text("\n  help: write a slug, such as `quota`");
            }
        } else {
            slugs.push(heap::key(hash(0, category.slug().as_bytes(), (0, category.slug().len()), false), 0, i));
        }
        let mut j = 0;
        while j < category.len() && ranges.len() < RANGES {
            ranges.push(heap::key(category.range(j).0, j, i));
            j += 1;
        }
        i += 1;
    }
    // Equal slugs follow each other, because their hashes are equal.
    let mut before: Option<&Category> = None;
    while let Some(key) = slugs.first() {
        slugs.pop();
        let category = &categories[index(key)];
        if let Some(before) = before
            && equal(before.slug(), category.slug())
            && is_listed(&mut mistakes)
        {
            say!(report; "\n- two categories have the slug " [category.slug()]);
            report.text("\n  help: give each category its own slug");
        }
        before = Some(category);
    }
    // The ranges in the order of their first numbers. One that begins before the others have ended overlaps.
    let mut longest: Option<(i64, usize)> = None;
    while let Some(key) = ranges.first() {
        ranges.pop();
        let at = index(key);
        let last = categories[at].range(part(key)).1;
        match longest {
            Some((before, of)) if number(key) <= before => {
                if is_listed(&mut mistakes) {
                    let (earlier, category) = if of < at { (of, at) } else { (at, of) };
                    report.text("\n- category ").category(&categories[category]).text(" overlaps ");
                    report.category(&categories[earlier]).text("\n  help: give each category its own numbers");
                }
                if last > before {
                    longest = Some((last, at));
                }
            }
            _ => longest = Some((last, at)),
        }
    }
    if mistakes > LISTED {
        report.text("\n- and more");
    }
    mistakes == 0
}

/// Counts a mistake. Returns whether it is one of the first, which the report lists.
const fn is_listed(mistakes: &mut usize) -> bool {
    *mistakes += 1;
    *mistakes <= LISTED
}

/// Checks that the catalog lists the type with this table. Only a listed type may have the key `published`.
#[track_caller]
pub const fn listed<C: Catalog>(table: &Table) {
    if !C::PUBLISHED.lists_type(table) {
        refuse!(
            "the catalog does not list " [table.name] ", whose codes it publishes\n\
             help: list `<" {table.name} " as CodeSet>::CODES` in its `PUBLISHED`, or remove `published`"
        );
    }
}
