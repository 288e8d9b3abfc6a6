//! The components that the operations of a document share.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde_json::{Value, json};

use super::rows::{CodeRow, Reference, SetRow};

/// The components that responses refer to.
#[derive(Debug, Default)]
pub(crate) struct Components {
    pub(crate) schemas: BTreeMap<String, Value>,
    pub(crate) examples: BTreeMap<String, Value>,
    pub(crate) responses: BTreeMap<String, Value>,
}

impl Reference {
    /// The schema of each set: a body with one of its codes, or with a newer code. The schemas refer to those of [`Components`].
    pub(crate) fn set_schemas(&self) -> BTreeMap<String, Value> {
        let known: BTreeMap<_, _> = self.codes.iter().map(|row| (&row.code, row)).collect();
        let of_set =
            |set: &SetRow| (allowed(&set.name), one_of(set.codes.iter().filter_map(|code| known.get(code).copied())));
        self.sets.iter().map(of_set).collect()
    }

    /// The components for all codes.
    pub(crate) fn components(&self) -> Components {
        let (schemas, mut exact) = (self.schemas(), self.schemas());
        exact.accepts_newer = false;
        let mut components = Components::default();
        for row in &self.codes {
            let mut schema = exact.described(exact.body(&[row]), row);
            schema["examples"] = json!([self.example_value(row)]);
            components.schemas.insert(component(row), schema);
            components.examples.insert(component(row), self.openapi_example(row));
        }
        components.schemas.insert("ErrorBody".into(), schemas.any_body());
        components.schemas.insert("ProblemDetails".into(), schemas.problem(&[]));
        components.responses.insert("Error".into(), self.default_response(&content(&schema("ErrorBody"))));
        components
    }
}

/// The name of the component of a code: only some characters are allowed in it.
pub(super) fn component(row: &CodeRow) -> String {
    String::from("Error_") + &allowed(&row.code)
}

fn allowed(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() || "._-".contains(c) { c } else { '_' }).collect()
}

pub(super) fn schema(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

/// The schema of a body with one of these codes, or with a newer code.
pub(super) fn one_of<'r>(rows: impl Iterator<Item = &'r CodeRow>) -> Value {
    let schemas = rows.map(component).chain(["ErrorBody".into()]);
    json!({"anyOf": schemas.map(|name| schema(&name)).collect::<Vec<_>>()})
}

pub(super) fn content(body: &Value) -> Value {
    json!({"application/json": {"schema": body}, "application/problem+json": {"schema": schema("ProblemDetails")}})
}
