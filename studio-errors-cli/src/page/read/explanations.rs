//! Reads the text below the heading of a code that a table defines: it is the explanation of the code.

use std::collections::{BTreeMap, BTreeSet};
use std::mem::take;

use super::super::columns::Column;
use super::super::entries::{Entries, Entry};
use super::super::heading::Heading;
use super::super::spelling::split;
use super::super::table::{Block, Content, Explained, Remark};
use super::super::written::{self, Written};
use super::labels;

/// Moves the explanations out of the blocks of the page.
pub(crate) fn read(content: &mut Content, stated: &[(Column, String)]) {
    let is_table = |block: &Block| matches!(block, Block::Table(_));
    if !content.blocks.iter().any(is_table) || !content.blocks.iter().any(|block| code(block).is_some()) {
        return;
    }
    let codes = Codes::of(&content.blocks, stated);
    let blocks = take(&mut content.blocks);
    let explained: Vec<_> = (0..blocks.len()).map(|at| codes.explained(&blocks, at)).collect();
    let levels: BTreeSet<u8> = (0..blocks.len())
        .filter(|at| explained[*at].is_some())
        .filter_map(|at| code(&blocks[at]).map(|(level, _)| level))
        .collect();
    let is_alone: Vec<_> =
        (0..blocks.len()).map(|at| explained[at].is_none() && is_without_facts(&blocks, at)).collect();
    let mut open: Option<(usize, u8)> = None;
    for ((block, explained), is_alone) in blocks.into_iter().zip(explained).zip(is_alone) {
        if let Block::Heading { line, level, .. } = &block
            && let Some((start, _)) = open.filter(|(_, of)| level <= of)
        {
            open = None;
            content.drop_remarks(start, *line);
        }
        match (block, explained, open) {
            (Block::Heading { line, level, below, .. }, Some(code), None) => {
                open = Some((line, level));
                let text = below;
                if !text.is_empty() {
                    content.explanations.push(Explained { code, text });
                }
            }
            // No table defines the code that the text explains.
            (Block::Heading { line, level, text, .. }, None, None) if is_alone && levels.contains(&level) => {
                open = Some((line, level));
                let reason = format!("the heading `{text}` explains a code that no table above it defines");
                let found = written::read(&text).map(|found| found.code);
                content.doubtful.push((Remark::new(line, reason), found.into_iter().collect()));
            }
            (block, _, None) => content.blocks.push(block),
            _ => {}
        }
    }
    if let Some((start, _)) = open {
        content.drop_remarks(start, usize::MAX);
    }
}

impl Content {
    /// Drops the remarks on the lines of an explanation, whose tables are text.
    fn drop_remarks(&mut self, first: usize, end: usize) {
        let is_outside = |remark: &Remark| remark.line <= first || remark.line >= end;
        self.lost.retain(is_outside);
        self.unread.retain(is_outside);
    }
}

/// The codes that the tables of the page define.
struct Codes {
    /// The entry of each code, and the block of its table.
    defined: BTreeMap<String, (usize, Entry)>,
    /// The blocks of the tables that define codes, with the prefixes of these codes.
    tables: BTreeSet<(usize, String)>,
}

impl Codes {
    fn of(blocks: &[Block], stated: &[(Column, String)]) -> Self {
        let entries = Entries::of(blocks, stated);
        let (mut defined, mut tables) = (BTreeMap::new(), BTreeSet::new());
        for entry in entries.rows {
            let block = entries.tables[entry.table].block;
            let Ok(parts) = split(&entry.code) else { continue };
            tables.insert((block, parts.prefix.to_string()));
            defined.entry(entry.code.clone()).or_insert((block, entry));
        }
        Self { defined, tables }
    }

    /// The code that the text below a heading explains.
    fn explained(&self, blocks: &[Block], at: usize) -> Option<String> {
        let (level, found) = code(&blocks[at])?;
        let (_, entry) = self.defined.get(&found.code).filter(|(table, _)| *table < at)?;
        let is_below = |block: &&Block| !matches!(block, Block::Heading { level: other, .. } if *other <= level);
        let below = || blocks[at + 1..].iter().take_while(is_below);
        let end = at + 1 + below().count();
        // A heading with other facts than the table describes the code a second time.
        let is = |fact: &Option<String>| fact.as_ref().is_some_and(|fact| !fact.trim().is_empty());
        let same_http = match found.http {
            Some(http) => entry.status() == Some(Ok(http)),
            None => is(&entry.http) || !below().any(states_http),
        };
        let prefix = split(&found.code).ok()?.prefix;
        let defines_others = || {
            let tables = self.tables.range((at, String::new())..).take_while(|(block, _)| *block < end);
            tables.into_iter().any(|(_, of_table)| of_table == prefix)
        };
        (is(&entry.description) && same_http && !defines_others()).then_some(found.code)
    }
}

/// Whether a heading is that of a code without a status, which no table below it defines.
fn is_without_facts(blocks: &[Block], at: usize) -> bool {
    let Some((level, found)) = code(&blocks[at]) else { return false };
    let is_below = |block: &&Block| !matches!(block, Block::Heading { level: other, .. } if *other <= level);
    let mut below = blocks[at + 1..].iter().take_while(is_below);
    found.http.is_none() && !below.any(|block| states_http(block) || matches!(block, Block::Table(_)))
}

/// The code in a heading.
fn code(block: &Block) -> Option<(u8, Written)> {
    const LOWEST: u8 = 6;
    let Block::Heading { level, text, .. } = block else { return None };
    let found = written::read(text).filter(|_| *level <= LOWEST).filter(written::is_certain)?;
    let is_numbered = text.split_once(". ").is_some_and(|(number, _)| number.len() <= 2);
    (!is_numbered && Heading::of(text).ranges.is_empty()).then_some((*level, found))
}

/// Whether a paragraph has a line such as `HTTP status: 404`.
fn states_http(block: &Block) -> bool {
    let (Block::Paragraph { text, .. } | Block::Item { text, .. }) = block else { return false };
    text.lines().any(|line| labels::labelled(line).is_some_and(|(column, _)| column == Column::Http))
}
