//! A page as every reader returns it: headings, paragraphs and tables, in order, with their lines.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// A published page of error codes, read from Markdown, HTML, CSV or the JSON reference.
///
/// ```
/// use studio_errors::catalog::QuotaError;
/// use studio_errors::import::{Page, PageFormat};
/// use studio_errors::reference::Reference;
///
/// let reference = Reference::of::<QuotaError>();
/// let page = Page::parse(&reference.to_markdown().replace("| 402 |", "| 403 |"), PageFormat::Markdown)?;
/// let verification = page.verify(&reference);
/// assert_eq!(verification.findings()[0].page, "403");
/// assert_eq!(verification.findings()[0].code, "402");
/// # Ok::<(), studio_errors::import::Unreadable>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    pub(super) blocks: Vec<Block>,
    pub(super) reserved: Vec<ReservedNumbers>,
    /// What the reader could not place in a table.
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

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) line: usize,
    pub(super) cells: Vec<String>,
}

/// Numbers that no code may have, which only the JSON reference states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ReservedNumbers {
    pub(super) line: usize,
    pub(super) catalog: String,
    pub(super) first: u32,
    pub(super) last: u32,
}

/// A part of a page that is not imported, or not as it is written, and the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Remark {
    /// The line of the page, from 1.
    pub line: usize,
    /// What it concerns, such as a code, and the reason.
    pub reason: String,
}

impl Remark {
    pub(super) fn new(line: usize, reason: String) -> Self {
        Self { line, reason }
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, crate::text::escape::Terminal(&self.reason))
    }
}

/// Which line a byte of a text is on.
pub(super) struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self { starts: core::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect() }
    }

    /// The line of the byte at `offset`, from 1.
    pub(super) fn at(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }
}

/// Text as a reader of a page sees it: white space is one space, and none is at the ends.
pub(super) fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The remark on a row that has more cells than its table has columns.
pub(super) fn too_many(cells: usize, columns: usize) -> String {
    format!("the row has {cells} cells, and its table has {columns} columns; the cells that follow are not read")
}
