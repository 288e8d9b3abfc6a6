//! Reads the JSON reference, and arrays of objects.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use studio_errors::reference::{CatalogRow, CategoryRow, CodeRow, ReservedRow, SCHEMA};

use super::super::columns::Column;
use super::super::explanation::rewritten;
use super::super::table::{About, Block, Cell, Content, Lines, Passage, Rank, Remark, Table};
use super::super::written::is_code;

#[derive(serde::Deserialize)]
struct Version {
    #[serde(rename = "$schema")]
    schema: String,
}

/// The members of a reference, with the text of each row. The position of the text gives the line.
#[derive(serde::Deserialize)]
struct File<'a> {
    catalogs: Vec<CatalogRow>,
    #[serde(borrow)]
    codes: Vec<&'a RawValue>,
    categories: Vec<CategoryRow>,
    #[serde(borrow)]
    reserved: Vec<&'a RawValue>,
}

pub(crate) fn read(text: &str) -> Result<Content, String> {
    let version = serde_json::from_str::<Version>(text);
    if version.as_ref().is_ok_and(|version| version.schema == SCHEMA) {
        return reference(text);
    }
    let raw: &RawValue = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let mut content = Content::default();
    objects(raw, "", 0, &lines(text), &mut content);
    if content != Content::default() {
        return Ok(content);
    }
    let reason = match version {
        Ok(Version { schema }) => format!("unknown `$schema` `{schema}`, expected `{SCHEMA}`"),
        Err(error) => error.to_string(),
    };
    Err(format!("the file is no JSON reference ({reason}), and contains no array of objects with the facts of codes"))
}

/// Returns the line of each value in the text.
fn lines(text: &str) -> impl Fn(&RawValue) -> usize {
    let lines = Lines::of(text);
    move |value| lines.at(value.get().as_ptr() as usize - text.as_ptr() as usize)
}

/// The members of an object in their order, also those with the same name, of which a map would keep one.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'a> Members<'a> {
    fn of(raw: &'a RawValue) -> Option<Self> {
        serde_json::from_str(raw.get()).ok()
    }

    /// The texts of the members, or the name that two of them have.
    fn facts(self) -> Result<Vec<(String, Cell)>, String> {
        let mut names = BTreeSet::new();
        match self.0.iter().find(|(name, _)| !names.insert(name)) {
            Some((name, _)) => Err(name.clone()),
            None => Ok(self.0.into_iter().map(|(name, value)| (name, cell(value))).collect()),
        }
    }
}

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Members(Vec::new()))
    }
}

impl<'de> Visitor<'de> for Members<'de> {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut members: A) -> Result<Self, A::Error> {
        while let Some(member) = members.next_entry()? {
            self.0.push(member);
        }
        Ok(self)
    }
}

/// Reads each array of objects, and each object whose members are objects: the name of such a member is its code.
fn objects(raw: &RawValue, name: &str, depth: u8, line: &impl Fn(&RawValue) -> usize, content: &mut Content) {
    const DEEPEST: u8 = 4;
    let mut rows = Vec::new();
    if depth > DEEPEST {
        return;
    }
    if let Ok(elements) = serde_json::from_str::<Vec<&RawValue>>(raw.get()) {
        for element in elements {
            match Members::of(element) {
                Some(members) => rows.push((element, None, members.facts())),
                None => objects(element, "", depth + 1, line, content),
            }
        }
    } else if let Some(Members(inner)) = Members::of(raw) {
        let codes = inner.iter().filter(|(name, _)| is_code(name)).count();
        let are_codes = 2 * codes > inner.len();
        for (name, value) in inner {
            if are_codes {
                let message = || Ok(vec![("message".into(), cell(value))]);
                rows.push((
                    value,
                    Some(("code".into(), name.into())),
                    Members::of(value).map_or_else(message, Members::facts),
                ));
            } else {
                objects(value, &name, depth + 1, line, content);
            }
        }
    }
    let mut found = Vec::new();
    for (place, code, facts) in rows {
        match facts {
            Ok(facts) => found.push((line(place), code.into_iter().chain(facts).collect(), None)),
            Err(name) => {
                let reason = format!("the object has the member `{name}` more than once");
                content.remarks.push(Remark::row(line(place), reason));
            }
        }
    }
    if let Some((start, ..)) = found.first() {
        if !name.is_empty() {
            let heading = Passage { line: *start, rank: Rank::Heading(6), text: name.into(), ..Passage::default() };
            content.blocks.push(Block::Text(heading));
        }
        content.blocks.push(Block::Table(Table::of(found)));
    }
}

/// The text of a value: that of a string, nothing for `null`, and otherwise the JSON.
fn cell(value: &RawValue) -> Cell {
    match serde_json::from_str(value.get()) {
        Ok(serde_json::Value::String(text)) => text.into(),
        Ok(serde_json::Value::Null) => Cell::default(),
        _ => value.get().into(),
    }
}

fn reference(text: &str) -> Result<Content, String> {
    let file: File<'_> = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let line = lines(text);
    let categories: BTreeMap<_, _> = file.categories.iter().map(|row| ((&*row.catalog, &*row.slug), row)).collect();
    let mut content = Content::default();
    let mut rows = Vec::new();
    for place in file.codes {
        match serde_json::from_str::<CodeRow>(place.get()) {
            Ok(row) => {
                if let Some(reason) = wrong_number(&row, &file.catalogs) {
                    content.remarks.push(Remark::new(About::Lost, line(place), reason));
                }
                let category = categories.get(&(&*row.catalog, &*row.category)).copied();
                rows.push((line(place), facts(&row, category), explanation(&row)));
            }
            Err(error) => content.remarks.push(Remark::row(line(place), error.to_string())),
        }
    }
    for place in file.reserved {
        match serde_json::from_str::<ReservedRow>(place.get()) {
            Ok(row) => content.reserved.push((line(place), row)),
            Err(error) => content.remarks.push(Remark::new(About::Lost, line(place), error.to_string())),
        }
    }
    content.blocks.push(Block::Table(Table::of(rows)));
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
    let code = match catalogs.iter().find(|catalog| catalog.prefix == row.catalog) {
        Some(catalog) => catalog.code_of(row.number),
        None => format!("{}_{}", row.catalog, row.number),
    };
    (code != *row.code).then(|| format!("`{}` has the number {}, which is that of `{code}`", row.code, row.number))
}

fn facts(row: &CodeRow, category: Option<&CategoryRow>) -> Vec<(String, Cell)> {
    let facts = [
        (Column::Code, row.code.to_string()),
        (Column::Http, row.http.to_string()),
        (Column::Retryable, if row.retryable { "yes" } else { "no" }.into()),
        (Column::Grpc, row.grpc.as_deref().unwrap_or_default().into()),
        (Column::Category, row.category.to_string()),
        (Column::Title, category.map_or(String::new(), |category| category.title.to_string())),
        (Column::Ranges, category.map_or(String::new(), CategoryRow::numbers)),
        (Column::Name, row.name.to_string()),
        (Column::Description, row.description.to_string()),
        (Column::Resolution, row.resolution.to_string()),
        (Column::Deprecated, row.deprecated.as_ref().map_or(String::new(), ToString::to_string)),
    ];
    facts.map(|(column, text)| (column.name().into(), text.into())).into()
}
