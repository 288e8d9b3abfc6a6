//! Reads a heading with ranges: `Image Generation (STUDIO_1000-1099)`.

use super::counts;
use super::model::collapsed;
use super::spelling::{Parts, split};

/// A heading without its ranges, and the ranges.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Heading {
    pub(super) title: String,
    pub(super) ranges: Vec<(u32, u32)>,
    /// The prefix and the separator in the ranges.
    pub(super) spelling: Option<(String, String)>,
}

type Found = (Vec<(u32, u32)>, Option<(String, String)>);

/// The number of bytes at both ends of a heading that are searched for ranges.
const NEAR: usize = 400;

/// The text between the first and the last number of a range.
const DASHES: [&str; 9] = [" to ", " through ", "..=", "...", "..", "–", "—", "−", "-"];

/// The text between two ranges.
const COMMAS: [&str; 4] = [",", ";", " and ", "&"];

/// Words that may be before the ranges in brackets.
const LABELS: [&str; 4] = ["codes", "code", "range", "numbers"];

impl Heading {
    pub(super) fn of(text: &str) -> Self {
        let text = counts::without(text.trim()).trim_end();
        let found = in_brackets(text).or_else(|| at_the_end(text)).or_else(|| at_the_start(text));
        let Some((title, (ranges, spelling))) = found else {
            return Self { title: text.into(), ..Self::default() };
        };
        let title = counts::without(&title)
            .trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | ':' | ',' | '|'));
        Self { title: if title.is_empty() { text.into() } else { collapsed(title) }, ranges, spelling }
    }
}

fn in_brackets(text: &str) -> Option<(String, Found)> {
    // The last brackets are tried first, because the title may contain brackets too.
    text.char_indices().rev().filter(|(_, c)| matches!(c, '(' | '[')).take(8).find_map(|(open, _)| {
        let (before, rest) = text.split_at(open);
        let close = rest.find([')', ']'])?;
        let (inner, after) = (&rest[1..close], &rest[close + 1..]);
        Some(([before, after].concat(), list(inner)?))
    })
}

fn at_the_end(text: &str) -> Option<(String, Found)> {
    let words = starts_of_words(text).filter(|start| text.len() - start <= NEAR);
    words.into_iter().find_map(|start| Some((text[..start].into(), list(&text[start..])?)))
}

fn at_the_start(text: &str) -> Option<(String, Found)> {
    let ends = text.char_indices().filter(|(at, c)| *at <= NEAR && (c.is_whitespace() || matches!(c, ':' | '|')));
    let ends: Vec<_> = ends.map(|(at, _)| at).collect();
    ends.into_iter().rev().find_map(|end| Some((text[end..].into(), list(&text[..end])?)))
}

fn starts_of_words(text: &str) -> impl Iterator<Item = usize> {
    let spaces = text.char_indices().filter(|(_, c)| c.is_whitespace());
    std::iter::once(0).chain(spaces.map(|(at, c)| at + c.len_utf8()))
}

/// Reads ranges and numbers, such as `1000-1099, 1200-1299, 1300`.
pub(super) fn list(text: &str) -> Option<Found> {
    let mut text = text.trim();
    for label in LABELS {
        text = text.strip_prefix(label).map_or(text, |rest| rest.trim_start_matches([':', ' ']));
    }
    let mut pieces = Vec::from([text]);
    for comma in COMMAS {
        pieces = pieces.into_iter().flat_map(|piece| piece.split(comma)).collect();
    }
    let mut ranges = Vec::new();
    let (mut spelling, mut has_a_range) = (None, false);
    for piece in pieces {
        let (first, last) = match range(piece.trim()) {
            Some(range) => {
                has_a_range = true;
                range
            }
            None => (endpoint(piece)?, endpoint(piece)?),
        };
        if last.number < first.number {
            return None;
        }
        ranges.push((first.number, last.number));
        let own = |parts: &Parts<'_>| (!parts.prefix.is_empty()).then(|| (parts.prefix.into(), parts.separator.into()));
        spelling = spelling.or_else(|| own(&first));
    }
    ranges.sort_unstable();
    has_a_range.then_some((ranges, spelling))
}

fn range(text: &str) -> Option<(Parts<'_>, Parts<'_>)> {
    // A separator can be a dash too: `ACME-100-199`. The last dash between two numbers is that of the range.
    DASHES.iter().find_map(|dash| {
        text.rmatch_indices(dash).find_map(|(at, _)| {
            let (first, last) = (endpoint(&text[..at])?, endpoint(&text[at + dash.len()..])?);
            let same = last.prefix.is_empty() || (first.prefix, first.separator) == (last.prefix, last.separator);
            same.then_some((first, last))
        })
    })
}

fn endpoint(text: &str) -> Option<Parts<'_>> {
    split(text.trim().trim_matches('`')).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_in_headings_are_read_in_all_common_forms() {
        for (text, title, ranges, prefix) in [
            ("Image Generation (STUDIO_1000-1099)", "Image Generation", &[(1000, 1099)][..], "STUDIO_"),
            ("Image Generation (1000 to 1099)", "Image Generation", &[(1000, 1099)], ""),
            ("Image Generation 1000–1099", "Image Generation", &[(1000, 1099)], ""),
            ("STUDIO_1000-1099: Image Generation", "Image Generation", &[(1000, 1099)], "STUDIO_"),
            ("STUDIO_1000 - STUDIO_1099 — Image", "Image", &[(1000, 1099)], "STUDIO_"),
            ("ACME-100-199 Billing", "Billing", &[(100, 199)], "ACME-"),
            ("Client [E2001-E2999, E4001-E4099]", "Client", &[(2001, 2999), (4001, 4099)], "E"),
            ("Client (codes 1..=9 and 12)", "Client", &[(1, 9), (12, 12)], ""),
            ("Phase 2 to 3 (100 to 199)", "Phase 2 to 3", &[(100, 199)], ""),
            ("Errors (44)", "Errors (44)", &[], ""),
            ("Version 2", "Version 2", &[], ""),
            ("Reversed (1099-1000)", "Reversed (1099-1000)", &[], ""),
            ("STUDIO_1000-1099", "STUDIO_1000-1099", &[(1000, 1099)], "STUDIO_"),
        ] {
            let heading = Heading::of(text);
            let spelling = heading.spelling.map_or(String::new(), |(prefix, separator)| prefix + &separator);
            assert_eq!(
                (heading.title, heading.ranges, spelling),
                (title.to_string(), ranges.to_vec(), prefix.to_string())
            );
        }
    }
}
