//! The responses of one operation in a document of many: they refer to components that all operations share.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Map, Value, json};

use super::markdown::word;
use super::rows::{CodeRow, Reference};
use super::shared::{component, default_response, schema};

impl Reference {
    /// One response for each status, with the codes of this status, and the response `default`. Each refers to [`Components`](super::shared::Components).
    ///
    /// A document of aide has no components for examples and responses, so `only_schemas` refers only to schemas.
    pub(crate) fn shared_responses(&self, only_schemas: bool) -> BTreeMap<String, Value> {
        let mut by_status = BTreeMap::<u16, Vec<&CodeRow>>::new();
        for row in &self.codes {
            by_status.entry(row.http).or_default().push(row);
        }
        let mut responses: BTreeMap<_, _> = by_status
            .into_iter()
            .map(|(http, rows)| (http.to_string(), response(self, http, &rows, only_schemas)))
            .collect();
        let default =
            if only_schemas { default_response(self) } else { json!({"$ref": "#/components/responses/Error"}) };
        responses.insert("default".into(), default);
        responses
    }
}

fn response(reference: &Reference, http: u16, rows: &[&CodeRow], only_schemas: bool) -> Value {
    let lines: Vec<_> = rows.iter().map(|row| alloc::format!("- {} {}", word(&row.code), word(&row.name))).collect();
    // A newer service can answer with a newer code.
    let mut schemas: Vec<_> = rows.iter().map(|row| schema(&component(row))).collect();
    schemas.push(schema("ErrorBody"));
    let mut response = json!({
        "description": lines.join("\n"),
        "content": {
            "application/json": {"schema": {"anyOf": schemas}},
            "application/problem+json": {"schema": schema("ProblemDetails")},
        },
    });
    if !only_schemas {
        let example = |row: &CodeRow| json!({"$ref": alloc::format!("#/components/examples/{}", component(row))});
        let examples: Map<_, _> = rows.iter().map(|row| (row.code.to_string(), example(row))).collect();
        response["content"]["application/json"]["examples"] = examples.into();
    }
    let headers = reference.openapi_headers(http, rows);
    if !headers.is_empty() {
        response["headers"] = headers.into();
    }
    response
}
