//! Reads codes that headings or items of lists describe: `## 1001 ALPHA (400)`, and ``- `2` (404): BETA: text``. Below them are lines such
//! as `HTTP status: 404`, and a message without a label.

use std::iter::once;
use std::mem::take;

use super::super::columns::{Column, Columns, Facts, is_word_of, named};
use super::super::heading::Heading;
use super::super::identifiers;
use super::super::table::{About, Block, Cell, Content, Passage, Rank, Remark, Table};
use super::super::written::{self, Written};

/// Replaces headings and items of codes, and the text below them, by tables.
pub(crate) fn read(content: &mut Content) {
    let blocks = lines(take(&mut content.blocks));
    let has_table = blocks.iter().any(|block| matches!(block, Block::Table(_)));
    let mut headings: Vec<_> = (0..blocks.len()).map(|at| heading(&blocks, at)).collect();
    // Headings of statuses are codes if the page has no others.
    if has_table || headings.iter().flatten().any(|found| !is_status(found)) {
        for found in &mut headings {
            *found = found.take().filter(|found| !is_status(found));
        }
    }
    // One heading may contain a number by chance.
    if headings.iter().flatten().count() == 1 {
        headings.fill(None);
    }
    let others = blocks.iter().zip(&headings).filter(|(_, found)| found.is_none());
    content.remarks.extend(others.filter_map(|(block, _)| doubtful(block)));
    let items: Vec<_> = (0..blocks.len()).map(|at| item(&blocks[at], blocks.get(at + 1))).collect();
    // A list of statuses beside the codes explains the statuses.
    let has_other = |found: &Written| written::http(&found.code).is_none();
    let has_others = has_table || headings.iter().flatten().count() > 0 || items.iter().flatten().any(has_other);
    let is_item = |found: &Written| !has_others || found.http.is_some() || has_other(found);

    let mut described: Vec<Described> = Vec::new();
    // The rank of the code whose text is read.
    let mut open: Option<Rank> = None;
    for ((block, heading), item) in blocks.into_iter().zip(headings).zip(items) {
        let rank = block.rank();
        let in_heading = matches!(open, Some(Rank::Heading(_)));
        let is_below = open.is_some_and(|open| rank > open) && (in_heading || matches!(rank, Rank::Item(_)));
        let code = heading.or_else(|| item.filter(|found| !in_heading && is_item(found)));
        match (block, code, described.last_mut()) {
            (Block::Text(Passage { line, text, struck, .. }), Some(found), _) => {
                if in_heading != matches!(rank, Rank::Heading(_)) {
                    content.blocks.extend(table(&mut described));
                }
                let mut one = Described::new(line, found, struck);
                one.text(text.split_once('\n').map_or("", |(_, below)| below));
                described.push(one);
                open = Some(rank);
            }
            (Block::Text(Passage { rank: Rank::Heading(_), text, .. }), None, Some(one)) if is_below => {
                one.next = named(&text);
            }
            (Block::Text(Passage { text, .. }), None, Some(one)) if is_below => one.text(&text),
            (Block::Table(facts), None, Some(one)) if is_below => {
                if !one.table(&facts) {
                    content.blocks.push(Block::Table(facts));
                }
            }
            (block, ..) => {
                open = None;
                content.blocks.extend(table(&mut described));
                content.blocks.push(block);
            }
        }
    }
    content.blocks.extend(table(&mut described));
}

/// Turns paragraphs whose lines are codes into items, one for each line.
fn lines(blocks: Vec<Block>) -> Vec<Block> {
    const LEAST: usize = 3;
    let is_code = |line: &&str| written::read(line).as_ref().is_some_and(written::is_certain);
    let are_codes = |text: &str| {
        let lines = text.lines().count();
        lines >= LEAST && 2 * text.lines().filter(is_code).count() > lines
    };
    let mut items = Vec::with_capacity(blocks.len());
    for block in blocks {
        match block {
            Block::Text(Passage { line, rank: Rank::Paragraph, text, .. }) if are_codes(&text) => {
                let item = |(line, text): (usize, &str)| {
                    Block::Text(Passage { line, rank: Rank::Item(1), text: text.into(), ..Passage::default() })
                };
                items.extend((line..).zip(text.lines()).map(item));
            }
            block => items.push(block),
        }
    }
    items
}

/// The code in a heading, or in the first line below it, if no table of codes is below it.
fn heading(blocks: &[Block], at: usize) -> Option<Written> {
    let text = &blocks[at].heading()?.text;
    let in_text = || {
        let mut found = code_in(blocks.get(at + 1)?.prose()?)?;
        found.name = found.name.or_else(|| Some(text.clone()).filter(|text| written::is_name(text)));
        Some(found)
    };
    let found = written::read(text).filter(written::is_certain).or_else(in_text)?;
    let is_table =
        |block: &Block| matches!(block, Block::Table(table) if Columns::known(table.head.iter().map(Cell::fact)) > 1);
    let mut below = blocks[at + 1..].iter().take_while(|block| block.heading().is_none());
    (!below.any(is_table) && !is_title(text)).then_some(found)
}

/// Whether the heading is numbered, as in `1. Introduction`, or has ranges.
pub(super) fn is_title(heading: &str) -> bool {
    heading.split_once(". ").is_some_and(|(number, _)| number.len() <= 2) || !Heading::of(heading).ranges.is_empty()
}

/// A heading that may be a code, but is the heading of a table, or the only one with a number.
fn doubtful(block: &Block) -> Option<Remark> {
    let Passage { line, text, .. } = block.heading()?;
    let found = written::read(text).filter(|found| written::is_certain(found) && !is_status(found))?;
    let reason = format!("the heading `{text}` is not read as a code");
    Heading::of(text).ranges.is_empty().then(|| Remark::new(About::Codes(vec![found.code]), *line, reason))
}

/// Whether the number is that of an HTTP status, as in `404 Not Found`.
fn is_status(found: &Written) -> bool {
    found.http.is_none() && written::status(&found.code).is_some()
}

fn item(block: &Block, next: Option<&Block>) -> Option<Written> {
    let Block::Text(Passage { rank: rank @ Rank::Item(_), text, .. }) = block else { return None };
    let first = text.lines().next().unwrap_or_default();
    let found = written::read(first).filter(written::is_certain).or_else(|| code_in(text))?;
    // A year, a date or a version is followed by other text.
    let is_alone = found.name.is_none() && found.message.is_none() && found.http.is_none();
    let is_described = next.map(Block::rank).is_some_and(|next| matches!(next, Rank::Item(_)) && next > *rank);
    (!is_alone || text.contains('\n') || is_described).then_some(found)
}

/// One code and the text about it.
struct Described {
    line: usize,
    facts: Facts,
    /// The fact of the next text without a label, which a heading of its own names.
    next: Option<Column>,
}

impl Described {
    fn new(line: usize, written: Written, struck: bool) -> Self {
        let mut facts = Facts::default();
        facts.set(Column::Code, Some(written.code));
        facts.set(Column::Http, written.http.map(|http| http.to_string()));
        facts.set(Column::Name, written.name);
        facts.set(Column::Deprecated, struck.then(|| "yes".into()));
        // The title is the message if no text follows.
        facts.set(Column::Title, written.message);
        Self { line, facts, next: None }
    }

    /// Reads lines of text about the code.
    fn text(&mut self, text: &str) {
        let mut rest = Vec::new();
        for line in text.lines() {
            match labelled(line) {
                Some((column, value)) => self.facts.add(column, Some(value)),
                None => rest.push(line.trim()),
            }
        }
        let rest = rest.join(" ");
        if !rest.is_empty() {
            self.facts.add(self.next.take().unwrap_or(Column::Description), Some(&rest));
        }
    }

    /// Reads a table of facts: a label and a value in each row. Returns whether it is one.
    fn table(&mut self, table: &Table) -> bool {
        let rows = once(&table.head).chain(table.rows.iter().map(|row| &row.cells));
        let pairs = rows.filter_map(|cells| match &**cells {
            [label, value] => Some((named(label.fact())?, &value.text)),
            _ => None,
        });
        let pairs: Vec<_> = pairs.collect();
        for (column, value) in &pairs {
            self.facts.add(*column, Some(value));
        }
        !pairs.is_empty()
    }

    /// Sets the name and the description from each other, or from the title.
    fn complete(&mut self) {
        if let Some(title) = self.facts.stated(Column::Title).map(String::from) {
            self.facts.add(Column::Name, identifiers::of_message(&title).as_deref());
            self.facts.add(Column::Description, Some(&title));
        }
        let words = self.facts.stated(Column::Name).map(identifiers::in_words);
        self.facts.add(Column::Description, words.as_deref());
    }
}

/// Splits a line such as `HTTP status: 404` into the fact and its value.
pub(super) fn labelled(line: &str) -> Option<(Column, &str)> {
    const LONGEST: usize = 40;
    let (label, value) = line.split_once([':', '：'])?;
    let column = named(label).filter(|_| label.len() <= LONGEST && !value.trim().is_empty())?;
    // `Código` and `状态码` can name the status too.
    let is_status = column == Column::Code && is_word_of(Column::Http, label) && written::http(value).is_some();
    Some((if is_status { Column::Http } else { column }, value.trim()))
}

/// The code in lines such as `Code: 1001`.
fn code_in(text: &str) -> Option<Written> {
    let value = text.lines().find_map(|line| labelled(line).filter(|(column, _)| *column == Column::Code));
    value.and_then(|(_, value)| written::read(value))
}

/// The codes as a table.
fn table(described: &mut Vec<Described>) -> Option<Block> {
    let row = |mut one: Described| {
        one.complete();
        let fact = |column: Column| Some((column.name().into(), one.facts.get(column)?.into()));
        (one.line, Column::of_code().filter_map(fact).collect(), None)
    };
    let rows: Vec<_> = take(described).into_iter().map(row).collect();
    (!rows.is_empty()).then(|| Block::Table(Table::of(rows)))
}
