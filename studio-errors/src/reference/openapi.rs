//! The reference as `OpenAPI`: the schema of the error body, and one response for each status.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::markdown::{description, text, word};
use super::rows::{CodeRow, Reference};
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
    /// | `schemas/ErrorCode` | the codes as an enum, and one schema for each code with its name, description, `x-retryable` and `deprecated` |
    /// | `schemas/ErrorBody` | the error body |
    /// | `responses/402` | the codes with the status 402, each as a named example; likewise for every other status |
    ///
    /// `x-enum-varnames` has a name for each code. Codes that share a name get the code as a suffix: `NOT_FOUND_STUDIO_1500`.
    /// Where a code is an enum, `x-retryable` and `x-deprecated` list one boolean for each code, in the order of the enum.
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
                schemas: json!({"ErrorCode": self.openapi_code(), "ErrorBody": self.openapi_schema()}),
                responses: self.openapi_responses(),
            },
        };
        // Text, numbers and booleans under fixed names always serialize.
        let mut json = escape::json(serde_json::to_string_pretty(&document).unwrap_or_default());
        json.push('\n');
        json
    }

    fn openapi_code(&self) -> Value {
        let names = self.variable_names();
        let codes: Vec<_> = self.codes.iter().map(|row| one_code(row, &names)).collect();
        let mut schema = code(&self.codes.iter().collect::<Vec<_>>(), &names);
        if !codes.is_empty() {
            schema["oneOf"] = codes.into();
        }
        schema
    }

    /// The schema of the error body with any code.
    pub(crate) fn openapi_schema(&self) -> Value {
        body(&self.codes.iter().collect::<Vec<_>>(), &self.variable_names())
    }

    /// One response for each status. Its schema allows only the codes of this status, and each code has a named example.
    ///
    /// Each response contains its schema, so that it can be copied into any document.
    pub(crate) fn openapi_responses(&self) -> BTreeMap<String, Value> {
        let mut by_status = BTreeMap::<u16, Vec<&CodeRow>>::new();
        for row in &self.codes {
            by_status.entry(row.http).or_default().push(row);
        }
        let names = self.variable_names();
        by_status.into_iter().map(|(http, rows)| (http.to_string(), response(self, &rows, &names))).collect()
    }
}

/// A name for each code.
type Names<'a> = BTreeMap<&'a str, String>;

/// The codes as an enum. Generators take the names of its members from `x-enum-varnames`.
fn code(rows: &[&CodeRow], names: &Names<'_>) -> Value {
    json!({
        "type": "string",
        "description": "The code to match on: its meaning never changes.",
        "enum": rows.iter().map(|row| &row.code).collect::<Vec<_>>(),
        "x-enum-varnames": rows.iter().map(|row| names.get(&*row.code)).collect::<Vec<_>>(),
        "x-retryable": rows.iter().map(|row| row.retryable).collect::<Vec<_>>(),
        "x-deprecated": rows.iter().map(|row| row.deprecated.is_some()).collect::<Vec<_>>(),
    })
}

fn one_code(row: &CodeRow, names: &Names<'_>) -> Value {
    let mut schema = json!({
        "const": row.code,
        "title": names.get(&*row.code),
        "description": description(row),
        "x-retryable": row.retryable,
    });
    if row.deprecated.is_some() {
        schema["deprecated"] = true.into();
    }
    schema
}

fn body(rows: &[&CodeRow], names: &Names<'_>) -> Value {
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
                    "code": code(rows, names),
                    "message": {"type": "string", "description": "What happened, for people."},
                    "http": {"type": "integer", "description": "The HTTP status of the response.", "enum": statuses},
                },
            },
        },
    })
}

fn response(reference: &Reference, rows: &[&CodeRow], names: &Names<'_>) -> Value {
    // Descriptions are CommonMark; summaries are plain text.
    let lines: Vec<_> =
        rows.iter().map(|row| format!("- {} {}: {}", word(&row.code), word(&row.name), description(row))).collect();
    let mut examples = Map::new();
    for row in rows {
        let mut example = json!({"summary": row.name, "value": reference.example_value(row)});
        if !row.resolution.is_empty() {
            example["description"] = text(row.resolution.trim_start()).into();
        }
        examples.insert(row.code.to_string(), example);
    }
    json!({
        "description": lines.join("\n"),
        "content": {"application/json": {"schema": body(rows, names), "examples": examples}},
    })
}
