//! The reference as `OpenAPI`: the schema of an error, and the responses by status.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::markdown::{text, word};
use super::{CodeRow, Reference};
use crate::text::escape;

#[derive(Serialize)]
struct Document {
    openapi: &'static str,
    info: Value,
    components: Components,
}

#[derive(Serialize)]
struct Components {
    schemas: Value,
    responses: BTreeMap<String, Value>,
}

impl Reference {
    /// The reference as an [OpenAPI 3.1](https://spec.openapis.org/oas/v3.1.1.html) document in JSON, without paths.
    ///
    /// | component | is |
    /// |---|---|
    /// | `schemas/ErrorCode` | the codes, as an enum |
    /// | `schemas/ErrorBody` | the wire format |
    /// | `responses/402` | the codes that are answered with 402, each as a named example; likewise for every other status |
    ///
    /// ```
    /// use studio_errors::catalog::QuotaError;
    /// use studio_errors::reference::Reference;
    ///
    /// let document: serde_json::Value = serde_json::from_str(&Reference::of::<QuotaError>().to_openapi())?;
    /// assert_eq!(document["components"]["schemas"]["ErrorCode"]["enum"][1], "STUDIO_1601");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn to_openapi(&self) -> String {
        let document = Document {
            openapi: "3.1.0",
            info: json!({"title": self.title(), "version": env!("CARGO_PKG_VERSION")}),
            components: Components {
                schemas: json!({"ErrorCode": code(&self.rows()), "ErrorBody": self.openapi_schema()}),
                responses: self.openapi_responses(),
            },
        };
        // Texts and numbers under fixed names: nothing in it can fail.
        let mut json = escape::json(serde_json::to_string_pretty(&document).unwrap_or_default());
        json.push('\n');
        json
    }

    /// The wire format of every code.
    pub(crate) fn openapi_schema(&self) -> Value {
        body(&self.rows())
    }

    /// A response a status: its schema allows the codes of this status only, and each has a named example.
    ///
    /// The schemas stand in the responses themselves, so that these need nothing else in the document they are put in.
    pub(crate) fn openapi_responses(&self) -> BTreeMap<String, Value> {
        let mut by_status = BTreeMap::<u16, Vec<&CodeRow>>::new();
        for row in &self.codes {
            by_status.entry(row.http).or_default().push(row);
        }
        by_status.into_iter().map(|(http, rows)| (http.to_string(), response(&rows))).collect()
    }

    fn rows(&self) -> Vec<&CodeRow> {
        self.codes.iter().collect()
    }
}

/// The codes as an enum. Generators take the names of its members from `x-enum-varnames`.
fn code(rows: &[&CodeRow]) -> Value {
    json!({
        "type": "string",
        "description": "What to match on: it never changes its meaning.",
        "enum": rows.iter().map(|row| &row.code).collect::<Vec<_>>(),
        "x-enum-varnames": rows.iter().map(|row| &row.name).collect::<Vec<_>>(),
    })
}

fn body(rows: &[&CodeRow]) -> Value {
    let mut statuses: Vec<_> = rows.iter().map(|row| row.http).collect();
    statuses.sort_unstable();
    statuses.dedup();
    json!({
        "type": "object",
        "required": ["error"],
        "properties": {
            "error": {
                "type": "object",
                "required": ["code", "message", "http"],
                "properties": {
                    "code": code(rows),
                    "message": {"type": "string", "description": "What happened, for people."},
                    "http": {"type": "integer", "description": "The HTTP status of the response.", "enum": statuses},
                },
            },
        },
    })
}

fn response(rows: &[&CodeRow]) -> Value {
    // Descriptions are CommonMark; summaries are plain.
    let lines: Vec<_> = rows
        .iter()
        .map(|row| format!("- {} {}: {}", word(&row.code), word(&row.name), text(&row.description)))
        .collect();
    let mut examples = Map::new();
    for row in rows {
        let mut example = json!({"summary": row.name, "value": row.wire_value()});
        if !row.resolution.is_empty() {
            example["description"] = text(row.resolution.trim_start()).into();
        }
        examples.insert(row.code.to_string(), example);
    }
    json!({
        "description": lines.join("\n"),
        "content": {"application/json": {"schema": body(rows), "examples": examples}},
    })
}
