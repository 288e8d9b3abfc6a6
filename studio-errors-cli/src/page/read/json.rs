//! Reads the JSON reference, and arrays of objects.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::value::RawValue;
use studio_errors::reference::{CatalogRow, CategoryRow, CodeRow, ReservedRow, SCHEMA};

use super::super::explanation::rewritten;
use super::super::table::{Block, Cell, Content, Lines, Remark, ReservedNumbers, Row, Table};

#[derive(Deserialize)]
struct Version {
    #[serde(rename = "$schema")]
    schema: String,
}

/// The members of a reference, with the text of each row. The position of the text gives the line.
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

pub(crate) fn read(text: &str) -> Result<Content, String> {
    let version = serde_json::from_str::<Version>(text);
    if version.as_ref().is_ok_and(|version| version.schema == SCHEMA) {
        return reference(text);
    }
    let lines = Lines::of(text);
    let raw: &RawValue = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let line = |value: &RawValue| lines.at(value.get().as_ptr() as usize - text.as_ptr() as usize);
    let mut content = Content::default();
    objects(raw, "", 0, &line, &mut content.blocks);
    if !content.blocks.is_empty() {
        return Ok(content);
    }
    let reason = match version {
        Ok(Version { schema }) => format!("unknown `$schema` `{schema}`, expected `{SCHEMA}`"),
        Err(error) => error.to_string(),
    };
    Err(format!("the file is no JSON reference ({reason}), and contains no array of objects with the facts of codes"))
}

/// Reads each array of objects, and each object whose members are objects: the name of such a member is its code.
fn objects(raw: &RawValue, name: &str, depth: u8, line: &impl Fn(&RawValue) -> usize, blocks: &mut Vec<Block>) {
    const DEEPEST: u8 = 4;
    let mut found: Vec<(usize, Vec<(String, Cell)>)> = Vec::new();
    if let Ok(elements) = serde_json::from_str::<Vec<&RawValue>>(raw.get()) {
        for element in elements {
            match serde_json::from_str::<Members<'_>>(element.get()) {
                Ok(Members(members)) => {
                    let facts = members.iter().map(|(name, value)| (name.clone(), cell(value)));
                    found.push((line(element), facts.collect()));
                }
                Err(_) if depth < DEEPEST => objects(element, "", depth + 1, line, blocks),
                Err(_) => {}
            }
        }
    } else if let Ok(Members(members)) = serde_json::from_str::<Members<'_>>(raw.get()) {
        let codes = members.iter().filter(|(name, _)| super::super::written::is_code(name)).count();
        if codes > 0 && 2 * codes > members.len() {
            for (code, value) in &members {
                let mut facts = vec![("code".into(), Cell::from(code.as_str()))];
                match serde_json::from_str::<Members<'_>>(value.get()) {
                    Ok(Members(inner)) => facts.extend(inner.iter().map(|(name, value)| (name.clone(), cell(value)))),
                    Err(_) => facts.push(("message".into(), cell(value))),
                }
                found.push((line(value), facts));
            }
        } else if depth < DEEPEST {
            for (name, value) in members {
                objects(value, &name, depth + 1, line, blocks);
            }
        }
    }
    if found.is_empty() {
        return;
    }
    let mut head: Vec<String> = Vec::new();
    let mut places = BTreeMap::new();
    for (name, _) in found.iter().flat_map(|(_, facts)| facts) {
        places.entry(name.clone()).or_insert_with(|| {
            head.push(name.clone());
            head.len() - 1
        });
    }
    let start = found.first().map_or(1, |(line, _)| *line);
    if !name.is_empty() {
        blocks.push(Block::Heading { line: start, level: 6, text: name.into(), struck: false, below: String::new() });
    }
    let rows = found.into_iter().map(|(line, facts)| {
        let mut cells = vec![Cell::default(); head.len()];
        for (name, cell) in facts {
            if let Some(own) = places.get(&name).and_then(|place| cells.get_mut(*place)) {
                *own = cell;
            }
        }
        Row { line, cells, ..Row::default() }
    });
    let rows = rows.collect();
    blocks.push(Block::Table(Table { line: start, head: head.into_iter().map(Cell::from).collect(), rows }));
}

/// The members of an object, in order.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Visitor)
    }
}

/// The text of a value: that of a string, `yes` or `no`, nothing for `null`, and otherwise the JSON.
fn cell(value: &RawValue) -> Cell {
    match serde_json::from_str(value.get()) {
        Ok(serde_json::Value::String(text)) => text.into(),
        Ok(serde_json::Value::Bool(value)) => if value { "yes" } else { "no" }.into(),
        Ok(serde_json::Value::Null) => Cell::default(),
        _ => value.get().into(),
    }
}

fn reference(text: &str) -> Result<Content, String> {
    let file: File<'_> = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let lines = Lines::of(text);
    let line = |value: &RawValue| lines.at(value.get().as_ptr() as usize - text.as_ptr() as usize);
    let categories: BTreeMap<_, _> = file.categories.iter().map(|row| ((&*row.catalog, &*row.slug), row)).collect();
    let mut content = Content::default();
    let mut rows = Vec::new();
    for place in file.codes {
        match serde_json::from_str::<CodeRow>(place.get()) {
            Ok(row) => {
                if let Some(reason) = wrong_number(&row, &file.catalogs) {
                    content.lost.push(Remark::new(line(place), reason));
                }
                let category = categories.get(&(&*row.catalog, &*row.category)).copied();
                let cells = cells(&row, category).into_iter().map(Cell::from).collect();
                rows.push(Row { line: line(place), cells, explanation: explanation(&row) });
            }
            Err(error) => content.lost.push(Remark::row(line(place), error.to_string())),
        }
    }
    for place in file.reserved {
        match serde_json::from_str::<ReservedRow>(place.get()) {
            Ok(row) => content.reserved.push(ReservedNumbers {
                line: line(place),
                catalog: row.catalog.into_owned(),
                first: row.first,
                last: row.last,
            }),
            Err(error) => content.lost.push(Remark::new(line(place), error.to_string())),
        }
    }
    content.blocks.push(Block::Table(Table { line: 1, head: HEAD.map(Cell::from).into(), rows }));
    Ok(content)
}

/// The explanation, with the section for operators if the file has it.
fn explanation(row: &CodeRow) -> Option<String> {
    let internal = row.internal.as_ref().map(|text| format!("# Internal\n\n{text}"));
    let parts: Vec<_> = row.explanation.as_deref().into_iter().chain(internal.as_deref()).collect();
    (!parts.is_empty()).then(|| rewritten(&parts.join("\n\n")))
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
