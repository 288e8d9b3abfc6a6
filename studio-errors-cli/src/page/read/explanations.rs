//! Reads the text below the heading of a code that a table defines: it is the explanation of the code.

use std::collections::{BTreeMap, BTreeSet};
use std::mem::take;

use super::super::columns::Column;
use super::super::entries::{Entries, Entry};
use super::super::spelling::split;
use super::super::table::{About, Block, Content, Explained, Passage, Rank, Remark};
use super::super::written::{self, Written};
use super::described::{is_title, labelled};

/// Moves the explanations out of the blocks of the page.
pub(crate) fn read(content: &mut Content, stated: &[(Column, String)]) {
    let found: Vec<_> = content.blocks.iter().map(code).collect();
    let is_table = |block: &Block| matches!(block, Block::Table(_));
    if !content.blocks.iter().any(is_table) || found.iter().all(Option::is_none) {
        return;
    }
    let codes = Codes::of(&content.blocks, stated);
    let blocks = take(&mut content.blocks);
    let headings = found.into_iter().enumerate().map(|(at, found)| {
        let found = found?;
        Some((codes.is_explained(&blocks, at, &found), is_without_facts(&blocks, at, &found), found))
    });
    let headings: Vec<_> = headings.collect();
    let explained = headings.iter().zip(&blocks).filter(|(found, _)| matches!(found, Some((true, ..))));
    let levels: BTreeSet<_> = explained.map(|(_, block)| block.rank()).collect();
    // The heading of the text that is left out.
    let mut open: Option<(usize, Rank)> = None;
    for (block, found) in blocks.into_iter().zip(headings) {
        let own = block.rank();
        let Some(Passage { line, text, below, .. }) = block.heading() else {
            content.blocks.extend(Some(block).filter(|_| open.is_none()));
            continue;
        };
        if let Some((start, _)) = open.filter(|(_, level)| own <= *level) {
            open = None;
            content.drop_remarks(start, *line);
        }
        match found.filter(|_| open.is_none()) {
            Some((true, _, Written { code, name, .. })) => {
                open = Some((*line, own));
                content.explanations.push(Explained { line: *line, code, name, text: below.clone() });
            }
            // No table defines the code that the text explains.
            Some((_, true, Written { code, .. })) if levels.contains(&own) => {
                open = Some((*line, own));
                let reason = format!("the heading `{text}` explains a code that no table above it defines");
                content.remarks.push(Remark::new(About::Codes(vec![code]), *line, reason));
            }
            _ => content.blocks.extend(Some(block).filter(|_| open.is_none())),
        }
    }
    if let Some((start, _)) = open {
        content.drop_remarks(start, usize::MAX);
    }
}

impl Content {
    /// Drops the remarks on the lines of an explanation, whose tables are text.
    fn drop_remarks(&mut self, first: usize, end: usize) {
        let is_inside = |remark: &Remark| first < remark.line && remark.line < end;
        self.remarks.retain(|remark| !is_inside(remark) || matches!(remark.about, About::Codes(_)));
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

    /// Whether the text below a heading explains its code.
    fn is_explained(&self, blocks: &[Block], at: usize, found: &Written) -> bool {
        let Some((_, entry)) = self.defined.get(&found.code).filter(|(table, _)| *table < at) else { return false };
        let end = at + 1 + below(blocks, at).count();
        // A heading with other facts than the table describes the code a second time.
        let same_http = match found.http {
            Some(http) => entry.status() == Some(Ok(http)),
            None => entry.facts.stated(Column::Http).is_some() || !below(blocks, at).any(states_http),
        };
        let defines_others = || {
            let mut tables = self.tables.range((at, String::new())..).take_while(|(block, _)| *block < end);
            tables.any(|(_, prefix)| split(&found.code).is_ok_and(|parts| parts.prefix == prefix))
        };
        entry.facts.stated(Column::Description).is_some() && same_http && !defines_others()
    }
}

/// Whether a heading is that of a code without a status, which no table below it defines.
fn is_without_facts(blocks: &[Block], at: usize, found: &Written) -> bool {
    let has_facts = |block: &Block| states_http(block) || matches!(block, Block::Table(_));
    found.http.is_none() && !below(blocks, at).any(has_facts)
}

/// The blocks below a heading, up to the next heading of its level or a higher one.
fn below(blocks: &[Block], at: usize) -> impl Iterator<Item = &Block> {
    let own = blocks[at].rank();
    blocks[at + 1..].iter().take_while(move |block| block.heading().is_none_or(|heading| heading.rank > own))
}

/// The code in a heading.
fn code(block: &Block) -> Option<Written> {
    let Passage { text, .. } = block.heading().filter(|heading| heading.rank <= Rank::Heading(6))?;
    written::read(text).filter(|found| written::is_certain(found) && !is_title(text))
}

/// Whether a paragraph has a line such as `HTTP status: 404`.
fn states_http(block: &Block) -> bool {
    block
        .prose()
        .unwrap_or_default()
        .lines()
        .any(|line| labelled(line).is_some_and(|(column, _)| column == Column::Http))
}
