//! Published pages: converts a page of error codes to Rust, and compares such a page with the code.
//!
//! A page has tables, lists or headings of codes, in Markdown, HTML, CSV or JSON. [`Page::to_rust`] generates the catalog and one
//! annotated enum for each category. [`assert_page_agrees`] is for a test that compares a page that is written by hand with the code.
//! The binary `studio-errors` has a command for both:
//!
//! ```text
//! cargo install studio-errors-cli
//! studio-errors import docs/errors.md --catalog Acme > src/errors.rs
//! studio-errors verify docs/errors.md
//! ```
//!
//! # Facts that are read
//!
//! | fact | where |
//! |---|---|
//! | code | a column `code`, `error code`, `number`, `id`, `value` or `error` |
//! | http | a column `http`, `status`, `http status`, `status code` or `response code`: `402`, or `402 Payment Required`; else a heading above the table, such as `404 Not Found` or `Cards (HTTP 404)` |
//! | name | a column `name`, `identifier`, `constant`, `symbol`, `key`, `type`, or `error` beside a column with the code |
//! | description | a column `message`, `description`, `meaning`, `explanation`, `reason`, `details`, `text` or `cause`, the first of these |
//! | resolution | a column `resolution`, `solution`, `fix`, `action`, `remedy`, `what to do`, or `suggested` or `recommended` before one of these |
//! | category | a column `category`, `group`, `section` or `module`, a column `type` with repeated values, a row with one cell, else the heading above the table: also in bold, and `##Billing` |
//! | ranges | a heading such as `Image Generation (STUDIO_1000-1099)`, `1000~1999`, `2xxx` or `3000+`, or columns `first` and `last`, or `range`; else the codes |
//! | retryable | a column `retryable`: `yes` or `no`; else by the status |
//! | gRPC code | a column `grpc`, with a word such as `not_found` or `NOT_FOUND`; else by the status |
//! | deprecated | a column `deprecated`: `yes`, `no`, or text such as `since 1.2.0: use ACME-8`; a code that is struck through; else no |
//!
//! Upper and lower case, accents, spaces and punctuation of a heading do not matter: `HTTP status`, `http_status` and `httpStatus` are
//! the same. The most common headings in Chinese and Spanish are known too, and some in other languages. If a heading names several
//! facts, such as `Code` or `Type`, the cells decide. [`Page::column`] (`--column code=Id`) states the heading of a fact.
//!
//! A code is written as `STUDIO_1601`, `E0042`, `ACME-7`, or `1601` under a heading that has the prefix. `1001:`, `#1001`, `1002.` and
//! `10,001` are numbers. A hyphen or a minus sign before the digits of a code without a prefix is its sign: `-32700`. `1001 - ALPHA`,
//! `1001 ALPHA (400)` and `BETA (1003)` are a code with its name and its status. Marks of footnotes are not read: `100<sup>1</sup>` and
//! `100[^1]` are 100.
//!
//! Without a table, a code can be a heading (`## 1001 ALPHA (400)`) or an item of a list (``- `2` (404): BETA: text``). Below it are
//! lines such as `HTTP status: 404`, and the description.
//!
//! Rows above the names of the columns, with a title or groups of columns, are skipped, and so are repeated names of columns. A success, such as
//! the code 0 or the status 200, is not read. The rows of one code in several tables are united, unless they contradict each other. The heading
//! `(400-499)` above codes from 1001 is a range of statuses, and years are not a range.
//!
//! The text below the heading of a code that a table above it defines is the
//! [explanation](studio_errors::reference::CodeRow::explanation) of the code, and so is the text in `<details>` in its row, if its
//! `<summary>` is `Explanation`. The import writes it as the rest of the doc comment.
//!
//! JSON is the [reference](studio_errors::reference::Reference::to_json), an array of objects, or an object with a member for each code. An
//! object that has two members with one name is not read, which is reported.
//!
//! The prefix and the separator are those of most codes that can be imported. [`Page::prefix`] (`--prefix USER`) selects one of several
//! prefixes. If a number has leading zeros, its length is the width. [`Page::http`] (`--http 400`) is the status of rows without one. A
//! catalog with a 401 needs a challenge, which no page states, so the output has `Bearer` with a comment. The details of a code and the
//! envelope of a catalog are not imported: the former are fields of a variant, and the latter is stated by hand
//! ([`Catalog::ENVELOPE`](studio_errors::Catalog::ENVELOPE)).
//!
//! # Names of Rust items
//!
//! | item | name |
//! |---|---|
//! | variant | the name in `UpperCamelCase`; if the enum has that variant already, followed by the digits of the code |
//! | name of a row without one | the first five words of the message, up to a punctuation mark, followed by the digits of the code if another code has this name; without Latin letters `CODE_` and the digits |
//! | description of a row without one | if the table has no messages, the name in words |
//! | slug of a category | the first word of the title in lower case; if another category has it, all words joined by `-`; if that is taken too, the first word and the first number |
//! | enum | the Latin letters of the slug in `UpperCamelCase`, in the singular, and `Error`; without Latin letters `Codes` and the digits of the first number; if that is taken, followed by these digits |
//! | enum of all categories | the catalog and `Error` |
//!
//! No row is dropped without a report: [`Imported::left_out`] lists each row that is not expressed, with its line and the reason, and
//! [`Imported::notes`] the columns and tables that are not read. [`Page::verify`] has a finding for each row that cannot be read, and for a
//! column or a table that is not read although it seems to contain a fact.

mod columns;
mod counts;
mod definitions;
mod entries;
mod explanation;
mod heading;
mod identifiers;
mod read;
mod rust;
mod spelling;
mod table;
mod verify;
mod written;

use std::fmt;
use std::iter;
use std::mem::replace;
use std::path::{Path, PathBuf};
use std::{env, fs};

use studio_errors::CodeSet;
use studio_errors::reference::Reference;

pub use self::columns::Column;
use self::columns::{Columns, squeezed};
use self::entries::Entries;
pub use self::rust::{Imported, NotImported};
pub use self::table::Remark;
use self::table::{About, Block, Content, Passage, Row, collapsed};
pub use self::verify::{Finding, Kind, Verification};

/// A published page of error codes, read from Markdown, HTML, CSV or JSON.
///
/// ```
/// use studio_errors::catalog::QuotaError;
/// use studio_errors::reference::Reference;
/// use studio_errors_cli::page::{Page, PageFormat};
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
    /// What the reader returned.
    content: Content,
    http: Option<u16>,
    prefix: Option<String>,
    stated: Vec<(Column, String)>,
}

/// The format of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PageFormat {
    /// GitHub Flavored Markdown, and the parts of MDX that have the same form.
    Markdown,
    /// HTML.
    Html,
    /// Values separated by commas, semicolons or tabs, with a line of column names.
    Csv,
    /// The JSON reference, or an array of objects.
    Json,
}

const EXTENSIONS: &[(&str, PageFormat)] = &[
    ("md", PageFormat::Markdown),
    ("markdown", PageFormat::Markdown),
    ("mdx", PageFormat::Markdown),
    ("html", PageFormat::Html),
    ("htm", PageFormat::Html),
    ("csv", PageFormat::Csv),
    ("tsv", PageFormat::Csv),
    ("json", PageFormat::Json),
];

impl PageFormat {
    /// Returns the format for the extension of a file: `.md`, `.markdown`, `.mdx`, `.html`, `.htm`, `.csv`, `.tsv` or `.json`.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?;
        EXTENSIONS.iter().find(|(known, _)| known.eq_ignore_ascii_case(extension)).map(|(_, format)| *format)
    }
}

/// The error of [`Page::read`] and [`Page::parse`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable(String);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Unreadable {}

impl Page {
    /// Reads a file. The extension determines the format.
    ///
    /// # Errors
    ///
    /// Returns an error if the file cannot be read, is not UTF-8, has an unknown extension, or is not in the format of its
    /// extension.
    pub fn read(path: impl AsRef<Path>) -> Result<Self, Unreadable> {
        let path = path.as_ref();
        let format = PageFormat::of(path).ok_or_else(|| {
            Unreadable("the name of the file shows no format\nhelp: the formats are `.md`, `.mdx`, `.html`, `.csv`, `.tsv` and `.json`".into())
        })?;
        let text = fs::read_to_string(path).map_err(|error| Unreadable(error.to_string()))?;
        Self::parse(&text, format)
    }

    /// Reads a text.
    ///
    /// # Errors
    ///
    /// Returns an error if the text is not CSV, or not JSON with the facts of codes, or if HTML elements are nested too
    /// deeply.
    pub fn parse(text: &str, format: PageFormat) -> Result<Self, Unreadable> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let content = match format {
            PageFormat::Markdown => read::markdown::read(text),
            PageFormat::Html => read::html::read(text),
            PageFormat::Csv => read::csv::read(text),
            PageFormat::Json => read::json::read(text),
        };
        Ok(Self { content: content.map_err(Unreadable)?, ..Self::default() })
    }

    /// The HTTP status of the rows that state none. Without it, such rows are not imported.
    #[must_use]
    pub fn http(self, http: u16) -> Self {
        Self { http: Some(http), ..self }
    }

    /// Reads only the codes with this prefix, of a page that has several. Without it, the prefix of most codes is imported.
    #[must_use]
    pub fn prefix(self, prefix: impl Into<String>) -> Self {
        Self { prefix: Some(prefix.into()), ..self }
    }

    /// Reads a fact from the columns with this heading, whatever other headings mean.
    #[must_use]
    pub fn column(mut self, column: Column, heading: impl Into<String>) -> Self {
        self.stated.push((column, heading.into()));
        self
    }

    /// Finds the codes in tables, headings and items, and their explanations.
    fn entries(&self) -> (Content, Entries) {
        let mut content = self.content.clone();
        content.blocks = self.with_heads(content.blocks);
        read::explanations::read(&mut content, &self.stated);
        read::described::read(&mut content);
        let mut entries = Entries::of(&content.blocks, &self.stated);
        entries.explain(&content.explanations);
        entries.remarks.append(&mut content.remarks);
        for (column, heading) in &self.stated {
            let has = |table: &table::Table| table.head.iter().any(|cell| squeezed(&cell.text) == squeezed(heading));
            if !content.blocks.iter().any(|block| matches!(block, Block::Table(table) if has(table))) {
                let reason = format!("no table has the column `{heading}`, which is stated for `{}`", column.name());
                entries.remarks.push(Remark::new(About::Doubtful, 1, reason));
            }
        }
        (content, entries)
    }

    /// Returns the blocks with the rows above the names of the columns as paragraphs.
    fn with_heads(&self, read: Vec<Block>) -> Vec<Block> {
        let mut blocks = Vec::with_capacity(read.len());
        for mut block in read {
            if let Block::Table(table) = &mut block {
                let cells = iter::once(&*table.head).chain(table.rows.iter().map(|row| &*row.cells));
                let above = Columns::rows_above(cells, &self.stated);
                for Row { line, cells, .. } in table.rows.drain(..above) {
                    let head: Vec<_> = replace(&mut table.head, cells).into_iter().map(|cell| cell.text).collect();
                    let (line, text) = (replace(&mut table.line, line), collapsed(&head.join(" ")));
                    blocks.push(Block::Text(Passage { line, text, ..Passage::default() }));
                }
            }
            blocks.push(block);
        }
        blocks
    }
}

/// Asserts that a page has exactly the codes of `T`, with the same facts.
///
/// The path is relative to the package of the test.
///
/// ```no_run
/// # use studio_errors::catalog::StudioError as ServiceErrors;
/// use studio_errors_cli::assert_page_agrees;
///
/// #[test]
/// fn the_page_agrees_with_the_code() {
///     assert_page_agrees::<ServiceErrors>("docs/errors.md");
/// }
/// ```
///
/// # Panics
///
/// Panics with a table of the findings if there are any. Panics if the page cannot be read.
#[track_caller]
pub fn assert_page_agrees<T: CodeSet + ?Sized>(path: impl AsRef<Path>) {
    let path = path.as_ref();
    let shown = path.display();
    // <https://doc.rust-lang.org/cargo/reference/environment-variables.html>
    let package = env::var_os("CARGO_MANIFEST_DIR").map_or_else(PathBuf::new, PathBuf::from);
    let page = Page::read(package.join(path));
    let page = page.unwrap_or_else(|error| panic!("page `{shown}` cannot be read: {error}"));
    let verification = page.verify(&Reference::of::<T>());
    assert!(verification.findings().is_empty(), "page `{shown}` does not agree with the code\n\n{verification}");
}
