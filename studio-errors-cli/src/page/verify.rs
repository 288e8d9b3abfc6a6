//! Compares a page with the code.

use std::collections::{BTreeMap, BTreeSet};
use std::{fmt, iter};

use super::columns::Column;
use super::counts;
use super::definitions::{in_text, owns};
use super::entries::{Entries, Entry, Section};
use super::spelling::split;
use super::table::{About, Content, Explained, collapsed};
use super::written::is_constant;
use super::{Page, PageFormat, explanation, identifiers};
use serde::{Serialize, Serializer};
use studio_errors::GrpcCode;
use studio_errors::reference::output::{cell, json, line, two_cells, write_table};
use studio_errors::reference::{CategoryRow, CodeRow, Reference};

/// The kind of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A code is missing on the page.
    Missing,
    /// The page has a code that is not in the code set.
    Extra,
    /// The page has a code twice.
    Repeated,
    /// The code is outside of the range that its heading states.
    OutsideRange,
    /// The fact differs.
    Fact(Column),
    /// The explanation differs.
    Explanation,
    /// The ranges in a heading are not those of the category.
    Range,
    /// A count in the text of the page is wrong.
    Count,
    /// A row, a column or a table that is not read.
    Unreadable,
}

impl Kind {
    /// The name of the kind in the table and in JSON, such as `outside range`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Extra => "extra",
            Self::Repeated => "repeated",
            Self::OutsideRange => "outside range",
            Self::Fact(column) => column.name(),
            Self::Explanation => "explanation",
            Self::Range => "range",
            Self::Count => "count",
            Self::Unreadable => "unreadable",
        }
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// One difference between a page and the code, or a contradiction in the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Finding {
    /// The line of the page, from 1. `None` if the code is missing on the page.
    pub line: Option<usize>,
    /// The code, the title of a category, or the items that are counted.
    pub subject: String,
    /// The kind of the finding.
    #[serde(rename = "finding")]
    pub kind: Kind,
    /// The value on the page.
    pub page: String,
    /// The value in the code. For a count, the number of rows on the page.
    pub code: String,
}

/// The differences between a page and the code. The `Display` text is a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verification {
    findings: Vec<Finding>,
}

impl Verification {
    /// All findings, ordered by line. Missing codes are last.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The findings as JSON, with a line feed at the end: `{"findings": [{"line", "subject", "finding", "page", "code"}]}`.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Serialization of strings and numbers with fixed names cannot fail.
        json(serde_json::to_string_pretty(self).unwrap_or_default()) + "\n"
    }
}

impl fmt::Display for Verification {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = ["line", "subject", "finding", "page", "code"].map(String::from);
        let cells = |finding: &Finding| {
            let line = finding.line.map_or(String::new(), |line| line.to_string());
            let [page, code] = two_cells(&finding.page, &finding.code);
            [line, cell(&finding.subject), finding.kind.name().into(), page, code]
        };
        let rows: Vec<_> = iter::once(head).chain(self.findings.iter().map(cells)).collect();
        write_table(&rows, f)
    }
}

impl Page {
    /// Compares the page with a reference. A fact without a column on the page is not compared.
    ///
    /// White space in texts is normalized. A category on the page is the slug or the title.
    #[must_use]
    pub fn verify(&self, reference: &Reference) -> Verification {
        let (content, entries) = self.entries();
        let mut comparison = Comparison::new(reference);
        for remark in &entries.remarks {
            let is_finding = match &remark.about {
                About::Lost | About::Doubtful => true,
                About::Codes(codes) => codes.iter().any(|code| comparison.is_known(code)),
                About::Other => false,
            };
            if is_finding {
                comparison.add(Some(remark.line), "", Kind::Unreadable, remark.reason.clone(), "");
            }
        }
        let has = |entry: &Entry, prefix| split(&entry.code).is_ok_and(|parts| parts.prefix == prefix);
        let of_prefix = |entry: &&Entry| self.prefix.as_ref().is_none_or(|prefix| has(entry, prefix));
        let explains = entries.rows.iter().any(|entry| entry.explanation.is_some());
        for entry in entries.rows.iter().filter(of_prefix) {
            if let Some(row) = comparison.entry(entry, &entries.sections[entry.section]).filter(|_| explains) {
                comparison.explanation(entry, row);
            }
        }
        for explained in &content.explanations {
            comparison.heading(explained);
        }
        comparison.ranges(&entries);
        comparison.counts(&content, &entries);
        for row in &reference.codes {
            if !comparison.seen.contains_key(&*row.code) {
                comparison.add(None, &row.code, Kind::Missing, String::new(), &row.name);
            }
        }
        comparison.findings.sort_by_key(|finding| finding.line.unwrap_or(usize::MAX));
        Verification { findings: comparison.findings }
    }
}

struct Comparison<'a> {
    by_code: BTreeMap<&'a str, &'a CodeRow>,
    categories: BTreeMap<(&'a str, &'a str), &'a CategoryRow>,
    /// The codes by number, for pages without prefixes. `None` if two catalogs use the number.
    by_number: BTreeMap<String, Option<&'a CodeRow>>,
    without_codes: Reference,
    /// The line of each code on the page.
    seen: BTreeMap<String, usize>,
    findings: Vec<Finding>,
}

impl<'a> Comparison<'a> {
    fn new(reference: &'a Reference) -> Self {
        let mut by_number = BTreeMap::new();
        for row in &reference.codes {
            by_number.entry(row.number.to_string()).and_modify(|row| *row = None).or_insert(Some(row));
        }
        let by_code = reference.codes.iter().map(|row| (&*row.code, row)).collect();
        let categories = reference.categories.iter().map(|row| ((&*row.catalog, &*row.slug), row)).collect();
        let mut without_codes = reference.clone();
        without_codes.codes.clear();
        Self { without_codes, by_code, categories, by_number, seen: BTreeMap::new(), findings: Vec::new() }
    }

    fn add(&mut self, line: Option<usize>, subject: &str, kind: Kind, page: String, code: &str) {
        self.findings.push(Finding { line, subject: subject.into(), kind, page, code: code.into() });
    }

    /// The row of a code, or of a number that one catalog uses.
    fn row(&self, code: &str) -> Option<&'a CodeRow> {
        self.by_code.get(code).copied().or_else(|| self.by_number.get(code).copied().flatten())
    }

    fn is_known(&self, code: &str) -> bool {
        self.by_code.contains_key(code) || code.len() > 2 && self.by_number.contains_key(code)
    }

    /// Compares an entry except for its explanation. Returns its code, unless the page has it twice.
    fn entry(&mut self, entry: &Entry, section: &Section) -> Option<&'a CodeRow> {
        let line = Some(entry.line);
        let row = self.row(&entry.code);
        let code = row.map_or(&*entry.code, |row| &row.code);
        if code.is_empty() {
            self.add(line, "", Kind::Unreadable, "the row has no code".into(), "");
            return None;
        }
        let first = self.seen.get(code).copied();
        if let Some(first) = first {
            self.add(line, code, Kind::Repeated, format!("line {first}"), "");
        } else {
            self.seen.insert(code.into(), entry.line);
        }
        let number = row.map(|row| row.number).or_else(|| split(code).ok().map(|parts| parts.number));
        if number.is_some_and(|number| !section.ranges.is_empty() && !owns(&section.ranges, number)) {
            self.add(line, code, Kind::OutsideRange, in_text(&section.ranges), "");
        }
        let Some(row) = row else {
            self.add(line, code, Kind::Extra, entry.facts.get(Column::Name).unwrap_or_default().into(), "");
            return None;
        };
        let facts = &entry.facts;
        let is = |column, own: &str| facts.get(column).is_none_or(|page| shown(page) == shown(own));
        let grpc = row.grpc.as_deref().unwrap_or(GrpcCode::of_status(row.http).as_str());
        let deprecated = row.deprecated.as_ref().map_or(String::new(), ToString::to_string);
        // A page may state only that the code is deprecated.
        let is_deprecated = facts.get(Column::Deprecated) == Some("deprecated") && !deprecated.is_empty();
        for (column, own, agrees) in [
            (Column::Http, &*row.http.to_string(), entry.status().is_none_or(|http| http == Ok(row.http))),
            (Column::Name, &row.name, facts.get(Column::Name).is_none_or(|name| is_name(name, row))),
            (Column::Category, &row.category, !section.is_category || self.is_category(section, row)),
            (
                Column::Retryable,
                if row.retryable { "yes" } else { "no" },
                entry.retryable().is_none_or(|own| own == Ok(row.retryable)),
            ),
            (Column::Grpc, grpc, entry.grpc().is_none_or(|code| code.is_ok_and(|code| code.as_str() == grpc))),
            (Column::Deprecated, &deprecated, is_deprecated || is(Column::Deprecated, &deprecated)),
            (Column::Description, &row.description, is(Column::Description, &row.description)),
            (Column::Resolution, &row.resolution, is(Column::Resolution, &row.resolution)),
        ] {
            let page = match column {
                Column::Category => section.slug.as_deref().unwrap_or(&section.title),
                _ => facts.get(column).unwrap_or_default(),
            };
            if !agrees {
                self.add(line, code, Kind::Fact(column), page.into(), own);
            }
        }
        Some(row).filter(|_| first.is_none())
    }

    /// Compares the name in the heading of an explanation, if it is one and not a word of a title.
    fn heading(&mut self, explained: &Explained) {
        if let (Some(row), Some(name)) = (self.row(&explained.code), &explained.name)
            && (is_constant(name) || name.contains('_'))
            && !is_name(name, row)
        {
            self.add(Some(explained.line), &row.code, Kind::Fact(Column::Name), name.clone(), &row.name);
        }
    }

    /// Compares the words that everyone may read.
    fn explanation(&mut self, entry: &Entry, row: &CodeRow) {
        let page = explanation::words(entry.explanation.as_deref().unwrap_or_default());
        let own = explanation::words(&explanation::rewritten(row.explanation.as_deref().unwrap_or_default()));
        if page != own && page != self.published(row) {
            self.add(Some(entry.line), &row.code, Kind::Explanation, page, &own);
        }
    }

    /// The words of the explanation on the Markdown reference, which shows some links as text.
    fn published(&self, row: &CodeRow) -> String {
        let mut reference = self.without_codes.clone();
        reference.codes.push(row.clone());
        let page = Page::parse(&reference.to_markdown(), PageFormat::Markdown).unwrap_or_default();
        let (content, _) = page.entries();
        content.explanations.first().map_or(String::new(), |explained| explanation::words(&explained.text))
    }

    fn category(&self, row: &CodeRow) -> Option<&'a CategoryRow> {
        self.categories.get(&(&*row.catalog, &*row.category)).copied()
    }

    fn is_category(&self, section: &Section, row: &CodeRow) -> bool {
        let has_title = || self.category(row).is_some_and(|category| shown(&category.title) == shown(&section.title));
        let has_slug = || identifiers::slug(&section.title, 0, &BTreeSet::new()) == row.category;
        let by_title = || section.title == row.category || has_title() || has_slug();
        section.slug.as_ref().map_or_else(by_title, |slug| *slug == row.category)
    }

    /// The ranges that a section states for a category.
    fn ranges(&mut self, entries: &Entries) {
        let mut compared = BTreeSet::new();
        for entry in &entries.rows {
            let section = &entries.sections[entry.section];
            let Some(row) = self.by_code.get(&*entry.code).copied() else { continue };
            if section.ranges.is_empty() || !self.is_category(section, row) || !compared.insert(entry.section) {
                continue;
            }
            let Some(category) = self.category(row) else { continue };
            let own = category.ranges.iter().map(|range| (range.first, range.last)).collect::<Vec<_>>();
            if own != section.ranges {
                self.add(Some(section.line), &section.title, Kind::Range, in_text(&section.ranges), &in_text(&own));
            }
        }
    }

    fn counts(&mut self, content: &Content, entries: &Entries) {
        let used: BTreeSet<_> = entries.rows.iter().map(|entry| entry.section).collect();
        let categories: BTreeSet<_> =
            used.into_iter().map(|at| &entries.sections[at]).map(|section| (&section.slug, &section.title)).collect();
        for wrong in counts::wrong(&content.blocks, &entries.counts, categories.len()) {
            self.add(Some(wrong.line), wrong.subject, Kind::Count, wrong.stated.to_string(), &wrong.actual.to_string());
        }
    }
}

fn is_name(name: &str, row: &CodeRow) -> bool {
    name == row.name || identifiers::constant(name).is_some_and(|name| name == row.name)
}

/// Normalizes a text in the same way as the output formats.
fn shown(text: &str) -> String {
    collapsed(&line(text).to_string())
}
