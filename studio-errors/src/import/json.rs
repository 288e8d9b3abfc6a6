//! Reads the JSON reference.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use alloc::{format, vec};

use serde::Deserialize;
use serde_json::value::RawValue;

use super::page::{Block, Lines, Page, Remark, ReservedNumbers, Row, Table};
use crate::reference::{CategoryRow, Reference};

/// The text of each row in the file. Its position gives the line.
#[derive(Deserialize)]
struct Places<'a> {
    #[serde(borrow)]
    codes: Vec<&'a RawValue>,
    #[serde(borrow)]
    reserved: Vec<&'a RawValue>,
}

const HEAD: [&str; 11] = [
    "code",
    "http",
    "retryable",
    "grpc",
    "category",
    "title",
    "ranges",
    "name",
    "description",
    "resolution",
    "deprecated",
];

pub(super) fn read(text: &str) -> Result<Page, String> {
    let reference = Reference::from_unchecked_json(text).map_err(|error| error.to_string())?;
    let places: Places<'_> = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let lines = Lines::of(text);
    let line = |value: &RawValue| lines.at(value.get().as_ptr() as usize - text.as_ptr() as usize);
    let categories = reference.categories_by_slug();
    let mut rows = Vec::new();
    let mut remarks = Vec::new();
    for (row, place) in reference.codes.iter().zip(places.codes) {
        let code = reference.code_of(&row.catalog, row.number);
        if code != *row.code {
            let reason = format!("`{}` has the number {}, which is that of `{code}`", row.code, row.number);
            remarks.push(Remark::new(line(place), reason));
        }
        let category = categories.get(&(&*row.catalog, &*row.category)).copied();
        let cells = vec![
            row.code.to_string(),
            row.http.to_string(),
            if row.retryable { "yes".into() } else { "no".into() },
            row.grpc.as_deref().unwrap_or_default().into(),
            row.category.to_string(),
            category.map_or(String::new(), |category| category.title.to_string()),
            category.map_or(String::new(), ranges),
            row.name.to_string(),
            row.description.to_string(),
            row.resolution.to_string(),
            row.deprecated.as_ref().map_or(String::new(), ToString::to_string),
        ];
        rows.push(Row { line: line(place), cells });
    }
    let reserved = reference.reserved.iter().zip(places.reserved);
    let reserved = reserved.map(|(row, place)| ReservedNumbers {
        line: line(place),
        catalog: row.catalog.to_string(),
        first: row.first,
        last: row.last,
    });
    let table = Table { line: 1, head: HEAD.map(String::from).into(), rows };
    Ok(Page { blocks: vec![Block::Table(table)], reserved: reserved.collect(), remarks })
}

fn ranges(category: &CategoryRow) -> String {
    let ranges = category.ranges.iter().map(|range| format!("{} to {}", range.first, range.last));
    ranges.collect::<Vec<_>>().join(", ")
}
