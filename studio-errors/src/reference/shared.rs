//! The components that the operations of a document share.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde_json::{Value, json};

use super::markdown::paragraph_of;
use super::openapi::Schemas;
use super::rows::{CodeRow, Reference, SetRow};
use crate::text::markdown::paragraph;

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
        let of_set = |set: &SetRow| {
            let mut schemas: Vec<_> =
                set.codes.iter().filter_map(|code| known.get(code)).map(|row| schema(&component(row))).collect();
            schemas.push(schema("ErrorBody"));
            (allowed(&set.name), json!({"anyOf": schemas}))
        };
        self.sets.iter().map(of_set).collect()
    }

    /// The components for all codes.
    pub(crate) fn components(&self) -> Components {
        let schemas = self.schemas();
        let mut components = Components::default();
        for row in &self.codes {
            components.schemas.insert(component(row), one_code(self, &schemas, row));
            let mut example = json!({"summary": row.name, "value": self.example_value(row)});
            if !row.resolution.is_empty() {
                example["description"] = paragraph(&row.resolution).into();
            }
            components.examples.insert(component(row), example);
        }
        components.schemas.insert("ErrorBody".into(), schemas.any_body());
        components.schemas.insert("ProblemDetails".into(), schemas.problem(&[]));
        components.responses.insert("Error".into(), default_response(self));
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

/// The schema of a body with exactly this code.
fn one_code(reference: &Reference, schemas: &Schemas<'_>, row: &CodeRow) -> Value {
    let mut schema = closed(schemas.body(&[row]));
    schema["title"] = schemas.variable(row).into();
    schema["description"] = paragraph_of(row).into();
    schema["examples"] = json!([reference.example_value(row)]);
    schema["x-retryable"] = row.retryable.into();
    if row.deprecated.is_some() {
        schema["deprecated"] = true.into();
    }
    schema
}

/// Removes the alternative for a newer value from each list of known values.
fn closed(schema: Value) -> Value {
    match schema {
        Value::Object(mut members) => {
            let is_open = |alternatives: &[Value]| matches!(alternatives, [known, _] if known.get("enum").is_some());
            if let Some(Value::Array(alternatives)) = members.get_mut("anyOf")
                && is_open(alternatives)
                && let Value::Object(known) = alternatives.swap_remove(0)
            {
                members.remove("anyOf");
                members.extend(known);
            }
            members.into_iter().map(|(name, value)| (name, closed(value))).collect()
        }
        Value::Array(elements) => elements.into_iter().map(closed).collect(),
        other => other,
    }
}

pub(super) fn schema(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

pub(super) fn default_response(reference: &Reference) -> Value {
    let mut response = reference.openapi_default_response();
    response["content"] = json!({
        "application/json": {"schema": schema("ErrorBody")},
        "application/problem+json": {"schema": schema("ProblemDetails")},
    });
    response
}
