//! Reads pages that describe each code below a heading of its own: `## 1001 ALPHA (400)`.

use std::mem::take;

use super::super::columns::{self, Columns};
use super::super::heading::Heading;
use super::super::table::{Block, Cell, Content, Remark};
use super::super::written::{self, Written};
use super::labels::{Described, code_in, table};

/// Replaces the headings of codes and the text below them by tables.
pub(crate) fn read(content: &mut Content) {
    let blocks = take(&mut content.blocks);
    let mut entries: Vec<_> = (0..blocks.len()).map(|at| entry(&blocks, at)).collect();
    // Headings of statuses are codes if the page has no others.
    let is_other = |found: &Written| !is_status(found);
    let has_table = blocks.iter().any(|block| matches!(block, Block::Table(_)));
    if has_table || entries.iter().flatten().any(is_other) {
        for entry in &mut entries {
            *entry = entry.take().filter(is_other);
        }
    }
    // One heading may contain a number by chance.
    let is_page_of_headings = entries.iter().flatten().count() > 1;
    for (block, entry) in blocks.iter().zip(&mut entries) {
        *entry = entry.take().filter(|_| is_page_of_headings);
        if entry.is_none() {
            content.doubtful.extend(doubtful(block));
        }
    }
    if !is_page_of_headings {
        content.blocks = blocks;
        return;
    }
    let mut open: Option<u8> = None;
    let mut described: Vec<Described> = Vec::new();
    let mut others = Vec::new();
    for (block, entry) in blocks.into_iter().zip(entries) {
        match (block, entry) {
            (Block::Heading { line, level, struck, .. }, Some(written)) => {
                open = Some(level);
                described.push(Described::new(line, written, struck));
            }
            (Block::Heading { line, level, text, struck, below }, None) => {
                let label = open.filter(|open| level > *open).and_then(|_| columns::named(&text));
                if let (Some(column), Some(one)) = (label, described.last_mut()) {
                    one.next = Some(column);
                } else if open.is_none_or(|open| level <= open) {
                    open = None;
                    others.extend(table(take(&mut described)).map(Block::Table));
                    others.push(Block::Heading { line, level, text, struck, below });
                }
            }
            (Block::Paragraph { text, .. } | Block::Item { text, .. }, _) if open.is_some() => {
                if let Some(one) = described.last_mut() {
                    one.text(&text);
                }
            }
            (Block::Table(own), _) if open.is_some() && described.last_mut().is_some_and(|one| one.table(&own)) => {}
            (block, _) => others.push(block),
        }
    }
    others.extend(table(described).map(Block::Table));
    content.blocks = others;
}

/// The code in a heading, or in the first line below it, if no table of codes is below it.
fn entry(blocks: &[Block], at: usize) -> Option<Written> {
    let Block::Heading { text, .. } = &blocks[at] else { return None };
    let next = blocks.get(at + 1);
    let found = match written::read(text).filter(written::is_certain) {
        Some(found) => found,
        None => match next {
            Some(Block::Paragraph { text: below, .. } | Block::Item { text: below, .. }) => {
                let mut found = code_in(below)?;
                found.name = found.name.or_else(|| Some(text.clone()).filter(|text| written::is_name(text)));
                found
            }
            _ => return None,
        },
    };
    let is_table =
        |block: &Block| matches!(block, Block::Table(table) if Columns::known(table.head.iter().map(Cell::fact)) > 1);
    let below = blocks[at + 1..].iter().take_while(|block| !matches!(block, Block::Heading { .. }));
    let has_table = below.into_iter().any(is_table);
    let is_numbered = text.split_once(". ").is_some_and(|(number, _)| number.len() <= 2);
    (!has_table && !is_numbered && Heading::of(text).ranges.is_empty()).then_some(found)
}

/// A heading that may be a code, but is the heading of a table, or the only one with a number.
fn doubtful(block: &Block) -> Option<(Remark, Vec<String>)> {
    let Block::Heading { line, text, .. } = block else { return None };
    let found = written::read(text).filter(written::is_certain)?;
    let is_other = is_status(&found) || !Heading::of(text).ranges.is_empty();
    let remark = Remark::new(*line, format!("the heading `{text}` is not read as a code"));
    (!is_other).then(|| (remark, vec![found.code]))
}

/// Whether the number is that of an HTTP status, as in `404 Not Found`.
fn is_status(found: &Written) -> bool {
    let number = found.code.parse::<u16>();
    found.http.is_none() && number.is_ok_and(|number| (100..=599).contains(&number))
}
