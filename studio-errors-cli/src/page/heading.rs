//! Reads a heading with ranges: `Image Generation (STUDIO_1000-1099)`.

use std::iter::once;

use super::counts;
use super::spelling::{Parts, split};
use super::table::collapsed;
use super::written::{self, OPEN, bracketed};

/// A heading without its ranges, and the ranges.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Heading {
    pub(super) line: usize,
    pub(super) level: u8,
    pub(super) title: String,
    pub(super) ranges: Vec<(i64, i64)>,
    /// The prefix and the separator in the ranges.
    pub(super) spelling: Option<(String, String)>,
    /// Whether a range is written as in `10xx`, which some pages use for all numbers that begin with 1.
    pub(super) is_rough: bool,
    /// The whole text.
    pub(super) text: String,
    /// The status of all codes below the heading, as in `404 Not Found` and `Billing (HTTP 402)`.
    pub(super) http: Option<u16>,
}

/// Ranges and numbers.
#[derive(Default)]
pub(super) struct List {
    pub(super) ranges: Vec<(i64, i64)>,
    /// The prefix and the separator of the first that has some.
    spelling: Option<(String, String)>,
}

/// The number of bytes at both ends of a heading that are searched for ranges.
const NEAR: usize = 160;

/// The text between the first and the last number of a range.
const DASHES: [&str; 13] = [" to ", " through ", " a ", "..=", "...", "..", "~", "～", "至", "–", "—", "−", "-"];

/// The text between two ranges.
const COMMAS: [&str; 6] = [",", ";", "、", " and ", " y ", "&"];

/// Words that may be before the ranges in brackets.
const LABELS: [&str; 6] = ["error codes", "codes", "code", "range", "numbers", "códigos"];

impl Heading {
    pub(super) fn of(text: &str) -> Self {
        let whole = unnumbered(text.trim());
        let text = counts::without(whole).trim_end();
        let found = parts(text).find_map(|[before, ranges, after]| Some(([before, after].concat(), list(ranges)?)));
        let (title, List { ranges, spelling }) = found.unwrap_or_else(|| (text.into(), List::default()));
        let title = counts::without(&title)
            .trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | ':' | ',' | '|'));
        let title = if title.is_empty() { text.into() } else { collapsed(title) };
        let is_rough = text.to_ascii_lowercase().contains("xx");
        let http = if ranges.is_empty() { status(text) } else { None };
        Self { title, ranges, spelling, is_rough, text: text.into(), http, ..Self::default() }
    }

    /// The ranges, if they are those of the numbers below the heading, not of statuses or of years.
    pub(super) fn ranges_of(&self, numbers: &[i64]) -> &[(i64, i64)] {
        let owns = |number: &i64| self.ranges.iter().any(|(first, last)| (first..=last).contains(&number));
        let within = |least: i64, most: i64| self.ranges.iter().all(|(first, last)| least <= *first && *last <= most);
        let is_other = (within(100, 599) || within(1_900, 2_100)) && !numbers.iter().any(owns);
        let is_rough = self.is_rough && !numbers.iter().all(owns);
        if !numbers.is_empty() && (is_other || is_rough) { &[] } else { &self.ranges }
    }

    /// The title, without the ranges if they are those of the numbers or of statuses.
    pub(super) fn title_of(&self, numbers: &[i64]) -> &str {
        let are_years = !self.ranges.is_empty()
            && self.ranges_of(numbers).is_empty()
            && self.ranges.iter().all(|(first, _)| *first >= 1_900);
        if are_years { &self.text } else { &self.title }
    }
}

/// The status in a heading: `404`, `404 Not Found`, `HTTP 404: the card`, `The card (404)`.
fn status(text: &str) -> Option<u16> {
    let start = text.split([':', '–', '—', '(']).next();
    let inner = text.rsplit_once('(').and_then(|(_, rest)| rest.strip_suffix(')'));
    [Some(text), start, inner].into_iter().flatten().find_map(written::http)
}

/// Removes the number of a heading, as in `2. Cards` and `2.1 Cards`.
fn unnumbered(text: &str) -> &str {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let number = &text[..text.len() - rest.len()];
    if number.len() <= 6 && number.contains('.') && rest.starts_with(' ') { rest.trim_start() } else { text }
}

/// The parts of a heading that may be ranges, with the text before and after them: in brackets, of which the last are tried first
/// because the title may contain brackets too, then at the end, then at the start.
fn parts(text: &str) -> impl Iterator<Item = [&str; 3]> {
    let brackets = text.rmatch_indices(OPEN).take(8).filter_map(|(open, _)| {
        let (before, rest) = text.split_at(open);
        let (inner, after) = bracketed(rest)?;
        Some([before, inner, after])
    });
    let gaps = || text.char_indices().filter(|(_, c)| c.is_whitespace() || matches!(c, ':' | '|'));
    let starts = once(0).chain(gaps().map(|(at, c)| at + c.len_utf8())).filter(|start| text.len() - start <= NEAR);
    let ends = gaps().map(|(at, _)| at).take_while(|end| *end <= NEAR).collect::<Vec<_>>().into_iter().rev();
    let at_the_end = starts.map(|start| [&text[..start], &text[start..], ""]);
    let at_the_start = ends.map(|end| ["", &text[..end], &text[end..]]);
    brackets.chain(at_the_end).chain(at_the_start)
}

/// Reads ranges and numbers, such as `1000-1099, 1200-1299, 1300`.
pub(super) fn list(text: &str) -> Option<List> {
    const LONGEST: usize = 1_000;
    let mut text = text.trim();
    if text.len() > LONGEST || !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    for label in LABELS {
        text = text.strip_prefix(label).map_or(text, |rest| rest.trim_start_matches([':', ' ']));
    }
    let mut pieces = Vec::from([text]);
    for comma in COMMAS {
        pieces = pieces.into_iter().flat_map(|piece| piece.split(comma)).collect();
    }
    let mut found = List::default();
    let mut has_a_range = false;
    for piece in pieces {
        let range = open(piece.trim()).or_else(|| closed(piece.trim()));
        has_a_range |= range.is_some();
        let (first, last, start) = match range {
            Some(range) => range,
            None => endpoint(piece).map(|parts| (parts.number, parts.number, spelled(&parts)))?,
        };
        found.ranges.push((first, last));
        found.spelling = found.spelling.or(start);
    }
    found.ranges.sort_unstable();
    has_a_range.then_some(found)
}

/// The first and the last number, and the prefix and the separator of the first.
type Range = (i64, i64, Option<(String, String)>);

/// Reads a range that states both ends.
fn closed(text: &str) -> Option<Range> {
    // A separator can be a dash too: `ACME-100-199`. The last dash between two numbers is that of the range.
    let (first, last) = DASHES.iter().find_map(|dash| {
        text.rmatch_indices(dash).find_map(|(at, _)| {
            let (first, last) = (endpoint(&text[..at])?, endpoint(&text[at + dash.len()..])?);
            let same = last.prefix.is_empty() || (first.prefix, first.separator) == (last.prefix, last.separator);
            // In `-5-9`, the second dash can be a sign.
            let is_clear = first.number >= 0 || last.number < 0 || !matches!(*dash, "-" | "−");
            (same && is_clear).then_some((first, last))
        })
    })?;
    // Pages write negative numbers by their digits, as in `-32000 to -32099`.
    let (low, high) = (first.number.min(last.number), first.number.max(last.number));
    (first.number <= last.number || high < 0).then(|| (low, high, spelled(&first)))
}

/// Reads a range that states only its beginning: `2xxx`, and `3000+`, which ends at the last number with as many digits.
fn open(text: &str) -> Option<Range> {
    let text = text.trim_matches('`');
    let stem = text.trim_end_matches(['x', 'X', '*', '+']);
    let open = &text[stem.len()..];
    let filled = |digit: &str| match open {
        "+" => stem.into(),
        _ => format!("{stem}{}", digit.repeat(open.len())),
    };
    let is_wild = !open.is_empty() && (open == "+" || !open.contains('+')) && open.len() <= 9;
    if !is_wild || !stem.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let start = filled("0");
    let first = split(&start).ok()?;
    let last = match open {
        "+" => 10_i64.checked_pow(first.digits.len().try_into().ok()?)?.checked_sub(1)?,
        _ => split(&filled("9")).ok()?.number,
    };
    Some((first.number.min(last), first.number.max(last), spelled(&first)))
}

fn endpoint(text: &str) -> Option<Parts<'_>> {
    split(text.trim().trim_matches('`')).ok()
}

fn spelled(parts: &Parts<'_>) -> Option<(String, String)> {
    (!parts.prefix.is_empty()).then(|| (parts.prefix.into(), parts.separator.into()))
}
