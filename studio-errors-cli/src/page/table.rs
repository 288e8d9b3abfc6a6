//! The model of a page: headings, paragraphs, items of lists and tables in order, with their lines. Each reader returns it.

use std::collections::BTreeMap;
use std::{fmt, iter};

use studio_errors::reference::ReservedRow;
use studio_errors::reference::output::terminal;

/// The content of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Content {
    pub(super) blocks: Vec<Block>,
    /// Reserved numbers with their lines. Only the JSON reference has them.
    pub(super) reserved: Vec<(usize, ReservedRow)>,
    pub(super) remarks: Vec<Remark>,
    pub(super) explanations: Vec<Explained>,
}

/// The text below the heading of a code that a table defines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Explained {
    pub(super) line: usize,
    pub(super) code: String,
    /// The name in the heading.
    pub(super) name: Option<String>,
    /// In Markdown.
    pub(super) text: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    Text(Passage),
    Table(Table),
}

/// A heading, an item of a list without the items below it, or a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Passage {
    pub(super) line: usize,
    pub(super) rank: Rank,
    /// A line break in the source is a line feed.
    pub(super) text: String,
    /// Whether all of the text is bold.
    pub(super) bold: bool,
    /// Whether all of the text is struck through.
    pub(super) struck: bool,
    /// The text up to the next heading of this or a higher level, in Markdown. Only a heading has it.
    pub(super) below: String,
}

/// What a text is. It belongs to the nearest text above it that has a lower rank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// A heading of this level.
    Heading(u8),
    /// An item of a list at this depth.
    Item(usize),
    #[default]
    Paragraph,
}

impl Block {
    /// The rank of a table is that of a paragraph.
    pub(super) fn rank(&self) -> Rank {
        if let Self::Text(text) = self { text.rank } else { Rank::Paragraph }
    }

    pub(super) fn heading(&self) -> Option<&Passage> {
        if let Self::Text(text @ Passage { rank: Rank::Heading(_), .. }) = self { Some(text) } else { None }
    }

    /// The text of an item or a paragraph.
    pub(super) fn prose(&self) -> Option<&str> {
        if let Self::Text(Passage { rank: Rank::Item(_) | Rank::Paragraph, text, .. }) = self {
            Some(text)
        } else {
            None
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) line: usize,
    pub(super) head: Vec<Cell>,
    pub(super) rows: Vec<Row>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) line: usize,
    pub(super) cells: Vec<Cell>,
    /// The explanation of the code, in Markdown, which no cell shows.
    pub(super) explanation: Option<String>,
}

/// A row with its line, its cells by the names of the columns, and its explanation.
type NamedRow = (usize, Vec<(String, Cell)>, Option<String>);

impl Table {
    /// The table of these rows, with a column for each name.
    pub(super) fn of(rows: Vec<NamedRow>) -> Self {
        let mut places = BTreeMap::new();
        let mut table = Self { line: rows.first().map_or(1, |(line, ..)| *line), ..Self::default() };
        for (line, facts, explanation) in rows {
            let mut cells = vec![Cell::default(); table.head.len()];
            for (name, cell) in facts {
                let place = *places.entry(name.clone()).or_insert(table.head.len());
                if place == table.head.len() {
                    table.head.push(name.into());
                    cells.push(Cell::default());
                }
                cells[place] = cell;
            }
            table.rows.push(Row { line, cells, explanation });
        }
        table
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) text: String,
    /// The text without marks of footnotes, if it has some: `100` for `100<sup>1</sup>`.
    pub(super) unmarked: Option<String>,
    /// Whether all of the text is struck through.
    pub(super) struck: bool,
}

impl Cell {
    /// The text of a cell that contains a fact other than prose.
    pub(super) fn fact(&self) -> &str {
        self.unmarked.as_deref().unwrap_or(&self.text).trim()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// A part of a page that is not imported, or imported with a difference, and the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Remark {
    /// The line of the page, from 1.
    pub line: usize,
    /// The part of the page, such as a code, and the reason.
    pub reason: String,
    /// What the reader of the remark can do, if there is an option for it.
    pub help: Option<String>,
    /// The number of rows that are not imported for this reason.
    pub rows: usize,
    pub(super) about: About,
}

/// What a remark is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum About {
    /// A row, or a part of a row, that is not read.
    Lost,
    /// A part that is read although the page does not show it so, or that is not read although it seems to contain a fact.
    Doubtful,
    /// A part that is not read, with what may be codes in it.
    Codes(Vec<String>),
    /// A part that is about something else, or that is imported with a difference.
    Other,
}

impl Remark {
    pub(super) fn new(about: About, line: usize, reason: impl Into<String>) -> Self {
        Self { line, reason: reason.into(), help: None, rows: 0, about }
    }

    /// The remark for one row that is not imported.
    pub(super) fn row(line: usize, reason: impl Into<String>) -> Self {
        Self { rows: 1, ..Self::new(About::Lost, line, reason) }
    }

    pub(super) fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, terminal(&self.reason))
    }
}

/// Finds the line of a byte in a text.
pub(super) struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self { starts: iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect() }
    }

    /// The line of the byte at `offset`, from 1.
    pub(super) fn at(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }
}

/// Normalizes white space: one space between words, none at the ends.
pub(super) fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The reason for a row with more or fewer cells than its table has columns.
pub(super) fn wrong_length(cells: usize, columns: usize) -> String {
    let rest = if cells > columns { "; the cells that follow are not read" } else { "" };
    format!("the row has {cells} cells, and its table has {columns} columns{rest}")
}
