//! Reads lists of codes: ``- `2` (404): BETA: text``.

use std::mem::take;

use super::super::table::{Block, Content};
use super::super::written::{self, Written};
use super::labels::{Described, code_in, table};

/// Replaces the items of lists that are codes by tables.
pub(crate) fn read(content: &mut Content) {
    let blocks = lines(take(&mut content.blocks));
    let entries: Vec<_> = (0..blocks.len()).map(|at| entry(&blocks[at], blocks.get(at + 1))).collect();
    let is_only_statuses = !blocks.iter().any(|block| matches!(block, Block::Table(_)))
        && entries.iter().flatten().all(|found| written::http(&found.code).is_some());
    let mut others = Vec::new();
    let mut described: Vec<Described> = Vec::new();
    let mut open: Option<usize> = None;
    for (block, entry) in blocks.into_iter().zip(entries) {
        // A list of statuses beside the codes explains the statuses.
        let entry =
            entry.filter(|found| is_only_statuses || found.http.is_some() || written::http(&found.code).is_none());
        match (block, entry) {
            (Block::Item { line, depth, text, struck }, Some(found)) => {
                open = Some(depth);
                let mut one = Described::new(line, found, struck);
                if let Some((_, rest)) = text.split_once('\n') {
                    one.text(rest);
                }
                described.push(one);
            }
            (Block::Item { depth, text, .. }, None) if open.is_some_and(|open| depth > open) => {
                if let Some(one) = described.last_mut() {
                    one.text(&text);
                }
            }
            (block, _) => {
                open = None;
                others.extend(table(take(&mut described)).map(Block::Table));
                others.push(block);
            }
        }
    }
    others.extend(table(described).map(Block::Table));
    content.blocks = others;
}

/// Turns paragraphs whose lines are codes into items, one for each line.
fn lines(blocks: Vec<Block>) -> Vec<Block> {
    const LEAST: usize = 3;
    let mut items = Vec::with_capacity(blocks.len());
    for block in blocks {
        match block {
            Block::Paragraph { line, text, .. } if text.lines().count() >= LEAST && are_codes(&text) => {
                let lines = text.lines().enumerate();
                items.extend(lines.map(|(at, text)| Block::Item {
                    line: line + at,
                    depth: 1,
                    text: text.into(),
                    struck: false,
                }));
            }
            block => items.push(block),
        }
    }
    items
}

fn are_codes(text: &str) -> bool {
    let codes = text.lines().filter(|line| written::read(line).as_ref().is_some_and(written::is_certain)).count();
    2 * codes > text.lines().count()
}

fn entry(block: &Block, next: Option<&Block>) -> Option<Written> {
    let Block::Item { text, depth, .. } = block else { return None };
    let first = text.lines().next().unwrap_or_default();
    let found = written::read(first).filter(written::is_certain).or_else(|| code_in(text))?;
    // A year, a date or a version is followed by other text.
    let is_alone = found.name.is_none() && found.message.is_none() && found.http.is_none();
    let is_described = matches!(next, Some(Block::Item { depth: below, .. }) if below > depth);
    (!is_alone || text.contains('\n') || is_described).then_some(found)
}
