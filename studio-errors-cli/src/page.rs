//! Published pages: converts a page of error codes to Rust, and compares such a page with the code.
//!
//! A page is a table of codes in Markdown, HTML, CSV or the [JSON reference](studio_errors::reference::Reference::to_json).
//! [`Page::to_rust`] generates the catalog and one annotated enum for each category. [`assert_page_agrees`] is for a test that
//! compares a page that is written by hand with the code. The binary `studio-errors` has a command for both:
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
//! | code | a column `code`, `error code`, `number`, `id` or `error`: `STUDIO_1601`, `E0042`, `ACME-7`, or `1601` under a heading that has the prefix |
//! | http | a column `http`, `status`, `http status`, `status code` or `response code`: `402`, or `402 Payment Required` |
//! | name | a column `name`, `identifier`, `constant`, `symbol`, `key`, `type`, or `error` beside a column with the code |
//! | description | a column `description`, `message`, `meaning`, `explanation`, `reason` or `details` |
//! | resolution | a column `resolution`, `solution`, `fix`, `action`, `remedy`, `what to do`, or `suggested` or `recommended` before one of these |
//! | category | a column `category`, `group` or `section`, else the heading above the table |
//! | ranges | a heading such as `Image Generation (STUDIO_1000-1099)`, or columns `first` and `last`, or `range`; else the codes |
//! | retryable | a column `retryable`: `yes` or `no`; else by the status |
//! | gRPC code | a column `grpc`, with a word such as `not_found` or `NOT_FOUND`; else by the status |
//! | deprecated | a column `deprecated`: `yes`, `no`, or text such as `since 1.2.0: use ACME-8`; else no |
//!
//! Upper and lower case, spaces and punctuation of a heading do not matter: `HTTP status`, `http_status` and `httpStatus` are the
//! same. Rows above the names of the columns, with a title or groups of columns, are skipped.
//!
//! The prefix and the separator are those of most codes. If a number has leading zeros, its length is the width. A catalog with a
//! 401 needs a challenge, which no page states, so the output has `Bearer` with a comment. The details of a code and the envelope of a
//! catalog are not imported: the former are fields of a variant, and the latter is stated by hand
//! ([`Catalog::ENVELOPE`](studio_errors::Catalog::ENVELOPE)).
//!
//! # Names of Rust items
//!
//! | item | name |
//! |---|---|
//! | variant | the name in `UpperCamelCase`; if the enum has that variant already, followed by the number of the code |
//! | name of a row without one | `CODE_` and the number |
//! | slug of a category | the first word of the title in lower case; if another category has it, all words joined by `-`; if that is taken too, the first word and the first number |
//! | enum | the slug in `UpperCamelCase`, in the singular, and `Error`; if that is taken, followed by the first number of the category |
//! | enum of all categories | the catalog and `Error` |
//!
//! No row is dropped without a report: [`Imported::left_out`] lists each row that is not expressed, with its line and the reason.

mod columns;
mod counts;
mod csv;
mod definitions;
mod entries;
mod heading;
mod html;
mod identifiers;
mod json;
mod markdown;
mod model;
mod report;
mod rust;
mod spelling;
mod verify;

use std::fmt;
use std::path::{Path, PathBuf};
use std::{env, fs};

pub use self::model::{Page, Remark};
pub use self::rust::{Imported, NotImported};
pub use self::verify::{Finding, Kind, Verification};
use studio_errors::CodeSet;
use studio_errors::reference::Reference;

/// The format of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PageFormat {
    /// GitHub Flavored Markdown.
    Markdown,
    /// HTML.
    Html,
    /// Values separated by commas, semicolons or tabs, with a line of column names.
    Csv,
    /// The JSON reference.
    Json,
}

const EXTENSIONS: &[(&str, PageFormat)] = &[
    ("md", PageFormat::Markdown),
    ("markdown", PageFormat::Markdown),
    ("html", PageFormat::Html),
    ("htm", PageFormat::Html),
    ("csv", PageFormat::Csv),
    ("tsv", PageFormat::Csv),
    ("json", PageFormat::Json),
];

impl PageFormat {
    /// Returns the format for the extension of a file: `.md`, `.markdown`, `.html`, `.htm`, `.csv`, `.tsv` or `.json`.
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
            Unreadable("the name of the file shows no format\nhelp: the formats are `.md`, `.html`, `.csv`, `.tsv` and `.json`".into())
        })?;
        let text = fs::read_to_string(path).map_err(|error| Unreadable(error.to_string()))?;
        Self::parse(&text, format)
    }

    /// Reads a text.
    ///
    /// # Errors
    ///
    /// Returns an error if the text is not CSV, or not JSON of the [`SCHEMA`](studio_errors::reference::SCHEMA). Every text is valid
    /// Markdown and HTML.
    pub fn parse(text: &str, format: PageFormat) -> Result<Self, Unreadable> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut page = match format {
            PageFormat::Markdown => markdown::read(text),
            PageFormat::Html => html::read(text, 1),
            PageFormat::Csv => csv::read(text).map_err(Unreadable)?,
            PageFormat::Json => json::read(text).map_err(Unreadable)?,
        };
        page.find_heads();
        Ok(page)
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
    if let Err(report) = findings(path, &Reference::of::<T>()) {
        panic!("{report}");
    }
}

fn findings(path: &Path, reference: &Reference) -> Result<(), String> {
    let shown = path.display();
    let page = Page::read(in_package(path)).map_err(|error| format!("page `{shown}` cannot be read: {error}"))?;
    let verification = page.verify(reference);
    if verification.findings().is_empty() {
        return Ok(());
    }
    Err(format!("page `{shown}` does not agree with the code\n\n{verification}"))
}

/// Cargo sets `CARGO_MANIFEST_DIR` (<https://doc.rust-lang.org/cargo/reference/environment-variables.html>).
fn in_package(path: &Path) -> PathBuf {
    env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| path.into(), |package| Path::new(&package).join(path))
}
