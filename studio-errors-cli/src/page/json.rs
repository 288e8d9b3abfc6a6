//! Reads the JSON reference.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::value::RawValue;
use studio_errors::reference::{CatalogRow, CategoryRow, CodeRow, ReservedRow, SCHEMA};

use super::model::{Block, Lines, Page, Remark, ReservedNumbers, Row, Table};

#[derive(Deserialize)]
struct Version {
    #[serde(rename = "$schema")]
    schema: String,
}

/// The members of the file, with the text of each row. The position of the text gives the line.
#[derive(Deserialize)]
struct File<'a> {
    catalogs: Vec<CatalogRow>,
    #[serde(borrow)]
    codes: Vec<&'a RawValue>,
    categories: Vec<CategoryRow>,
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
    let Version { schema } = serde_json::from_str(text).map_err(|error| error.to_string())?;
    if schema != SCHEMA {
        return Err(format!("unknown `$schema` `{schema}`, expected `{SCHEMA}`"));
    }
    let file: File<'_> = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let lines = Lines::of(text);
    let line = |value: &RawValue| lines.at(value.get().as_ptr() as usize - text.as_ptr() as usize);
    let categories: BTreeMap<_, _> = file.categories.iter().map(|row| ((&*row.catalog, &*row.slug), row)).collect();
    let mut page = Page::default();
    let mut rows = Vec::new();
    for place in file.codes {
        match serde_json::from_str::<CodeRow>(place.get()) {
            Ok(row) => {
                if let Some(reason) = wrong_number(&row, &file.catalogs) {
                    page.remarks.push(Remark::new(line(place), reason));
                }
                let category = categories.get(&(&*row.catalog, &*row.category)).copied();
                rows.push(Row { line: line(place), cells: cells(&row, category) });
            }
            Err(error) => page.remarks.push(Remark::new(line(place), error.to_string())),
        }
    }
    for place in file.reserved {
        match serde_json::from_str::<ReservedRow>(place.get()) {
            Ok(row) => page.reserved.push(ReservedNumbers {
                line: line(place),
                catalog: row.catalog.into_owned(),
                first: row.first,
                last: row.last,
            }),
            Err(error) => page.remarks.push(Remark::new(line(place), error.to_string())),
        }
    }
    page.blocks.push(Block::Table(Table { line: 1, head: HEAD.map(String::from).into(), rows }));
    Ok(page)
}

/// The reason why the number of a row is not that of its code.
fn wrong_number(row: &CodeRow, catalogs: &[CatalogRow]) -> Option<String> {
    let catalog = catalogs.iter().find(|catalog| catalog.prefix == row.catalog);
    let (separator, width) = catalog.map_or(("_", 0), |catalog| (&*catalog.separator, catalog.width.min(10)));
    let code = format!("{}{separator}{:0width$}", row.catalog, row.number);
    (code != *row.code).then(|| format!("`{}` has the number {}, which is that of `{code}`", row.code, row.number))
}

fn cells(row: &CodeRow, category: Option<&CategoryRow>) -> Vec<String> {
    vec![
        row.code.to_string(),
        row.http.to_string(),
        if row.retryable { "yes" } else { "no" }.into(),
        row.grpc.as_deref().unwrap_or_default().into(),
        row.category.to_string(),
        category.map_or(String::new(), |category| category.title.to_string()),
        category.map_or(String::new(), CategoryRow::numbers),
        row.name.to_string(),
        row.description.to_string(),
        row.resolution.to_string(),
        row.deprecated.as_ref().map_or(String::new(), ToString::to_string),
    ]
}
