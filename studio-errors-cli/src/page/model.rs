//! The content of a page: headings, paragraphs and tables in order, with their lines. Each reader returns this type.

use std::mem::take;
use std::{fmt, iter};

use studio_errors::reference::output::terminal;

use super::columns::Columns;

/// A published page of error codes, read from Markdown, HTML, CSV or the JSON reference.
///
/// ```
/// use studio_errors::catalog::QuotaError;
/// use studio_errors_cli::page::{Page, PageFormat};
/// use studio_errors::reference::Reference;
///
/// let reference = Reference::of::<QuotaError>();
/// let page = Page::parse(&reference.to_markdown().replace("| 402 |", "| 403 |"), PageFormat::Markdown)?;
/// let verification = page.verify(&reference);
/// assert_eq!(verification.findings()[0].page, "403");
/// assert_eq!(verification.findings()[0].code, "402");
/// # Ok::<(), studio_errors_cli::page::Unreadable>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    pub(super) blocks: Vec<Block>,
    pub(super) reserved: Vec<ReservedNumbers>,
    /// The parts that do not belong to a table.
    pub(super) remarks: Vec<Remark>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    Heading { line: usize, level: u8, text: String },
    Paragraph { line: usize, text: String },
    Table(Table),
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) line: usize,
    pub(super) head: Vec<String>,
    pub(super) rows: Vec<Row>,
}

impl Page {
    /// Turns the rows above the names of the columns into paragraphs.
    pub(super) fn find_heads(&mut self) {
        let mut blocks = Vec::with_capacity(self.blocks.len());
        for block in take(&mut self.blocks) {
            let Block::Table(mut table) = block else {
                blocks.push(block);
                continue;
            };
            let cells = iter::once(&*table.head).chain(table.rows.iter().map(|row| &*row.cells));
            if let Some(last) = Columns::rows_above(cells).checked_sub(1) {
                let rest = table.rows.split_off(last + 1);
                let mut line = table.line;
                for row in table.rows {
                    blocks.push(Block::Paragraph { line, text: collapsed(&table.head.join(" ")) });
                    (line, table.head) = (row.line, row.cells);
                }
                table = Table { line, head: table.head, rows: rest };
            }
            blocks.push(Block::Table(table));
        }
        self.blocks = blocks;
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) line: usize,
    pub(super) cells: Vec<String>,
}

/// Reserved numbers. Only the JSON reference has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ReservedNumbers {
    pub(super) line: usize,
    pub(super) catalog: String,
    pub(super) first: u32,
    pub(super) last: u32,
}

/// A part of a page that is not imported, or imported with a difference, and the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Remark {
    /// The line of the page, from 1.
    pub line: usize,
    /// The part of the page, such as a code, and the reason.
    pub reason: String,
}

impl Remark {
    pub(super) fn new(line: usize, reason: String) -> Self {
        Self { line, reason }
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

/// Creates the remark for a row with more cells than its table has columns.
pub(super) fn too_many(cells: usize, columns: usize) -> String {
    format!("the row has {cells} cells, and its table has {columns} columns; the cells that follow are not read")
}
