//! Checks the counts in the text of a page: `44 error codes in 11 categories`.

use alloc::string::String;
use alloc::vec::Vec;

use super::columns::{Column, Columns};
use super::page::{Block, Page};

/// A count that differs from the tables of its section.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    pub(super) line: usize,
    pub(super) subject: &'static str,
    pub(super) stated: usize,
    pub(super) actual: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    Codes,
    Categories,
}

/// A heading and the codes below it, up to the next heading of its level.
struct Section {
    start: usize,
    end: usize,
    codes: usize,
}

/// Words that may be between a number and the counted noun.
const BETWEEN: [&str; 12] = [
    "error",
    "published",
    "documented",
    "unique",
    "distinct",
    "different",
    "api",
    "http",
    "numbered",
    "total",
    "public",
    "stable",
];

/// Finds wrong counts in headings, and in the paragraphs before the first table of codes. `categories` is the number of
/// categories on the page.
pub(super) fn wrong(page: &Page, categories: usize) -> Vec<Wrong> {
    let rows: Vec<usize> = page.blocks.iter().map(rows_of).collect();
    let sections = sections(page, &rows);
    let intro = rows.iter().position(|rows| *rows > 0).unwrap_or_default();
    let mut wrong = Vec::new();
    for (at, block) in page.blocks.iter().enumerate() {
        let (line, text) = match block {
            Block::Heading { line, text, .. } => (*line, text),
            Block::Paragraph { line, text } if at < intro => (*line, text),
            _ => continue,
        };
        // The count refers to the smallest section around it that has codes.
        let around = sections.iter().filter(|section| section.start <= at && at < section.end && section.codes > 0);
        let Some(section) = around.min_by_key(|section| section.end - section.start) else { continue };
        let is_whole = section.codes == rows.iter().sum::<usize>();
        for (stated, of) in stated(text) {
            let (subject, actual) = match of {
                Of::Codes => ("codes", section.codes),
                // A count of categories is checked only for the whole page.
                Of::Categories if is_whole => ("categories", categories),
                Of::Categories => continue,
            };
            if stated != actual {
                wrong.push(Wrong { line, subject, stated, actual });
            }
        }
    }
    wrong
}

fn rows_of(block: &Block) -> usize {
    match block {
        Block::Table(table) => {
            let columns = Columns::of(&table.head);
            let codes = table.rows.iter().filter_map(|row| columns.cell(&row.cells, Column::Code));
            codes.filter(|code| code.ends_with(|c: char| c.is_ascii_digit() || c == '`')).count()
        }
        _ => 0,
    }
}

fn sections(page: &Page, rows: &[usize]) -> Vec<Section> {
    let section = |start: usize, end: usize| {
        let codes = rows[start..end].iter().sum();
        Section { start, end, codes }
    };
    let mut open: Vec<(usize, u8)> = Vec::new();
    let mut sections = Vec::from([section(0, rows.len())]);
    for (at, block) in page.blocks.iter().enumerate() {
        let Block::Heading { level, .. } = block else { continue };
        while let Some((start, _)) = open.pop_if(|(_, outer)| *outer >= *level) {
            sections.push(section(start, at));
        }
        open.push((at, *level));
    }
    sections.extend(open.into_iter().map(|(start, _)| section(start, rows.len())));
    sections
}

fn stated(text: &str) -> Vec<(usize, Of)> {
    let words: Vec<String> = text
        .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ':' | ',' | '.' | ';' | '*' | '[' | ']'))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let counted = |word: &str| match word {
        "code" | "codes" => Some(Of::Codes),
        "category" | "categories" => Some(Of::Categories),
        _ => None,
    };
    let mut stated = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let Ok(number) = word.parse() else { continue };
        let of_a_status = at > 0 && matches!(words[at - 1].as_str(), "http" | "status");
        let rest = words[at + 1..].iter().find(|word| !BETWEEN.contains(&word.as_str()));
        if let Some(of) = rest.and_then(|word| counted(word)).filter(|_| !of_a_status) {
            stated.push((number, of));
        }
    }
    // `Error codes (44)`
    if let Some(inner) = text.trim().strip_suffix(')').and_then(|text| text.rsplit_once('('))
        && let Ok(number) = inner.1.trim().parse()
        && let Some(of) = inner.0.split_whitespace().last().and_then(|word| counted(&word.to_lowercase()))
    {
        stated.push((number, of));
    }
    stated
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_a_number_before_a_noun() {
        for (text, expected) in [
            ("44 error codes in 11 categories", &[(44, Of::Codes), (11, Of::Categories)][..]),
            ("All 44 published error codes.", &[(44, Of::Codes)]),
            ("Error codes (44)", &[(44, Of::Codes)]),
            ("Image (4 codes)", &[(4, Of::Codes)]),
            ("Codes 1000 to 1099", &[]),
            ("HTTP 404 codes", &[]),
            ("4-digit codes", &[]),
            ("", &[]),
        ] {
            assert_eq!(stated(text), expected, "{text}");
        }
    }
}
