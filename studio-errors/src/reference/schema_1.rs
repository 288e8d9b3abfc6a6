//! Reads files of schema version 1: each category has one range, numbers go up to 65535, and there is no `retryable`.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Deserialize;

use super::rows::{CatalogRow, CategoryRow, CodeRow, RangeRow, Reference, ReservedRow};
use crate::code::is_retryable_status;

pub(super) const SCHEMA: &str =
    "https://raw.githubusercontent.com/studio-service/studio-errors/main/studio-errors/schema/error-codes-1.json";

#[derive(Deserialize)]
pub(super) struct File {
    codes: Vec<OldCode>,
    categories: Vec<OldCategory>,
    reserved: Vec<ReservedRow>,
}

#[derive(Deserialize)]
struct OldCode {
    code: String,
    number: u16,
    http: u16,
    category: String,
    name: String,
    description: String,
    resolution: String,
}

#[derive(Deserialize)]
struct OldCategory {
    catalog: String,
    slug: String,
    title: String,
    first: u16,
    last: u16,
}

impl From<File> for Reference {
    fn from(file: File) -> Self {
        let codes: Vec<_> = file.codes.into_iter().map(CodeRow::from).collect();
        let mut prefixes: Vec<_> = codes.iter().map(|row| row.catalog.clone()).collect();
        prefixes.sort();
        prefixes.dedup();
        let catalog = |prefix| CatalogRow { prefix, separator: "_".into(), width: 0, envelope: None };
        Self {
            catalogs: prefixes.into_iter().map(catalog).collect(),
            codes,
            categories: file.categories.into_iter().map(CategoryRow::from).collect(),
            reserved: file.reserved,
            envelope: None,
            states_retryable: false,
        }
    }
}

impl From<OldCode> for CodeRow {
    fn from(row: OldCode) -> Self {
        let catalog: String = row.code.rsplit_once('_').map_or("", |(prefix, _)| prefix).into();
        Self {
            code: row.code.into(),
            catalog: catalog.into(),
            number: row.number.into(),
            http: row.http,
            category: row.category.into(),
            name: row.name.into(),
            description: row.description.into(),
            resolution: row.resolution.into(),
            // Clients of that version used this rule.
            retryable: is_retryable_status(row.http),
            grpc: None,
            deprecated: None,
            details: Vec::new(),
        }
    }
}

impl From<OldCategory> for CategoryRow {
    fn from(row: OldCategory) -> Self {
        let range = RangeRow { first: row.first.into(), last: row.last.into() };
        Self {
            catalog: row.catalog.into(),
            slug: row.slug.into(),
            title: Cow::Owned(row.title),
            ranges: [range].into(),
        }
    }
}
