//! The reference of a code set: what clients are told of each code, made from the types themselves.
//!
//! [`Reference::of`] reads a [`CodeSet`] into plain rows; each format is one method of [`Reference`], such as
//! [`Reference::to_json`], and [`Format`] names them at run time.
//!
//! ```
//! use studio_errors::catalog::QuotaError;
//! use studio_errors::reference::Reference;
//!
//! let reference = Reference::of::<QuotaError>();
//! let row = &reference.codes[1];
//! assert_eq!(row.code, "STUDIO_1601");
//! assert_eq!(row.http, 402);
//! assert_eq!(row.name, "INSUFFICIENT_CREDITS");
//! assert_eq!(reference.categories[0].title, "Quota & Credits");
//! ```

mod format;
mod html;
mod json;
mod markdown;
mod openapi;
#[cfg(feature = "axum")]
mod router;
mod sections;
mod typescript;
#[cfg(feature = "utoipa")]
pub mod utoipa;
mod wire;

use alloc::borrow::Cow;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

pub use self::format::{Format, UnknownFormat};
use self::json::Schema;
pub use self::json::{Malformed, SCHEMA};
use crate::code::Category;
use crate::code::CodeList;
use crate::code::CodeSet;
use crate::code::ErrorInfo;

/// The reference of a code set, ready to be written in any format.
///
/// Its members, and those of its rows, are the members of the JSON format, where [`SCHEMA`] stands before them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Reference {
    // Tells this format from any other JSON.
    #[serde(rename = "$schema")]
    schema: Schema,
    /// Every code, each once, ordered by catalog and number, which puts each category together.
    pub codes: Vec<CodeRow>,
    /// The categories of these codes, ordered by catalog and range.
    pub categories: Vec<CategoryRow>,
    /// The numbers that no code may have: ranges that neither meet nor touch, ordered by catalog and number.
    pub reserved: Vec<ReservedRow>,
}

/// What the reference says of one code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CodeRow {
    /// The code that clients match on, such as `STUDIO_1601`.
    pub code: Cow<'static, str>,
    /// The number in the code, such as `1601`.
    pub number: u32,
    /// The HTTP status, 400 to 599.
    pub http: u16,
    /// The slug of the category.
    pub category: Cow<'static, str>,
    /// The name, in `SCREAMING_SNAKE_CASE`.
    pub name: Cow<'static, str>,
    /// What happened, in words for the client.
    pub description: Cow<'static, str>,
    /// What the client can do about it; empty when nothing is stated.
    pub resolution: Cow<'static, str>,
}

impl CodeRow {
    /// The prefix of the catalog, such as `STUDIO`.
    #[must_use]
    pub fn catalog(&self) -> &str {
        self.code.rsplit_once('_').map_or("", |(prefix, _)| prefix)
    }
}

/// What the reference says of one category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CategoryRow {
    /// The prefix of the catalog, such as `STUDIO`.
    pub catalog: Cow<'static, str>,
    /// The word that attributes name it by.
    pub slug: Cow<'static, str>,
    /// The name that readers see.
    pub title: Cow<'static, str>,
    /// The first number that it owns.
    pub first: u32,
    /// The last number that it owns.
    pub last: u32,
}

/// Numbers that no code may have, both ends included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ReservedRow {
    /// The prefix of the catalog, such as `STUDIO`.
    pub catalog: Cow<'static, str>,
    /// The first of these numbers.
    pub first: u32,
    /// The last of these numbers.
    pub last: u32,
}

impl Reference {
    /// The reference of every code that `T` can report.
    #[must_use]
    pub fn of<T: CodeSet + ?Sized>() -> Self {
        Self::from(T::CODES)
    }

    /// What is said of `code`, such as `"STUDIO_1601"`.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&CodeRow> {
        self.codes.iter().find(|row| row.code == code)
    }
}

impl From<CodeList> for Reference {
    fn from(list: CodeList) -> Self {
        Self {
            schema: Schema,
            codes: list.iter().map(CodeRow::from).collect(),
            categories: categories(list),
            reserved: reserved(list),
        }
    }
}

impl From<ErrorInfo> for CodeRow {
    fn from(info: ErrorInfo) -> Self {
        Self {
            code: info.code().as_str().into(),
            number: info.code().number(),
            http: info.http(),
            category: info.category().slug().into(),
            name: info.name().into(),
            description: info.description().into(),
            resolution: info.resolution().into(),
        }
    }
}

impl CategoryRow {
    fn new(catalog: &'static str, category: &'static Category) -> Self {
        Self {
            catalog: catalog.into(),
            slug: category.slug().into(),
            title: category.title().into(),
            first: category.range(0).0,
            last: category.range(category.len() - 1).1,
        }
    }
}

fn categories(list: CodeList) -> Vec<CategoryRow> {
    let mut rows: Vec<_> = list.iter().map(|info| CategoryRow::new(info.catalog().prefix, info.category())).collect();
    // The codes of a category stand together.
    rows.dedup();
    rows
}

fn reserved(list: CodeList) -> Vec<ReservedRow> {
    let mut ranges: Vec<_> = list.reserved().collect();
    ranges.sort_by_key(|(catalog, range)| (*catalog, *range.start()));
    let mut rows: Vec<ReservedRow> = Vec::new();
    for (catalog, range) in ranges {
        match rows.last_mut() {
            Some(row) if row.catalog == catalog && *range.start() <= row.last.saturating_add(1) => {
                row.last = row.last.max(*range.end());
            }
            _ => rows.push(ReservedRow { catalog: catalog.into(), first: *range.start(), last: *range.end() }),
        }
    }
    rows
}
