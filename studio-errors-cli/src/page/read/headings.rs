//! Reads pages that describe each code below a heading of its own: `## 1001 ALPHA (400)`.

use std::mem::take;

use super::super::columns::{self, Columns};
use super::super::heading::Heading;
use super::super::table::{Block, Cell, Content};
use super::super::written::{self, Written};
use super::labels::{Described, code_in, table};

/// Replaces the headings of codes and the text below them by tables.
pub(crate) fn read(content: &mut Content) {
    let blocks = take(&mut content.blocks);
    let entries: Vec<_> = (0..blocks.len()).map(|at| entry(&blocks, at)).collect();
    // One heading may contain a number by chance.
    if entries.iter().flatten().count() < 2 {
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
            (Block::Heading { line, level, text, struck }, None) => {
                let label = open.filter(|open| level > *open).and_then(|_| columns::named(&text));
                if let (Some(column), Some(one)) = (label, described.last_mut()) {
                    one.next = Some(column);
                } else if open.is_none_or(|open| level <= open) {
                    open = None;
                    others.extend(table(take(&mut described)).map(Block::Table));
                    others.push(Block::Heading { line, level, text, struck });
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
    (!has_table && !is_numbered && !is_status(&found) && Heading::of(text).ranges.is_empty()).then_some(found)
}

/// Whether the number is that of an HTTP status, as in `404 Not Found`.
fn is_status(found: &Written) -> bool {
    written::http(&found.code).is_some() && found.http.is_none()
}
