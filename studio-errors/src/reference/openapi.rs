//! The reference as `OpenAPI`: the schema of the error body, and one response for each status.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Map, Value, json};

use super::body::{is_always_there, parsed};
use super::markdown::{description, paragraph_of, word};
use super::openapi_info::OpenApiInfo;
use super::page::meaning;
use super::rows::{CodeRow, DetailRow, Reference};
use crate::code::envelope::{Content, DEFAULT, Node, Place, Placeholder};
use crate::text::escape;
use crate::text::markdown::paragraph;
use crate::wire::escape::unescape;
use crate::wire::problem;

impl Reference {
    /// The reference as an [OpenAPI 3.1](https://spec.openapis.org/oas/v3.1.1.html) document in JSON, without paths.
    ///
    /// | component | is |
    /// |---|---|
    /// | `schemas/ErrorCode` | the codes, and one schema for each code with its name, description, `x-retryable` and `deprecated` |
    /// | `schemas/ErrorBody` | the error body |
    /// | `schemas/ProblemDetails` | the same error as problem details (RFC 9457) |
    /// | `responses/402` | the codes with the status 402, each as a named example; likewise for every other status |
    /// | `responses/default` | an error with any other status |
    /// | `schemas/CreateOrder`, `schemas/Error_STUDIO_1601` | [a named set](Self::with_set), and each code, to which the sets refer |
    ///
    /// A service can be newer than its document, and a client made from the document must read a new code. So a code is `anyOf` the
    /// known codes and any string, and likewise a status and `details`. The known codes are an enum. `x-enum-varnames` has a name for
    /// each of them; codes that share a name get the code as a suffix: `NOT_FOUND_STUDIO_1500`. `x-retryable` and `x-deprecated` list
    /// one boolean for each code, in the order of the enum.
    ///
    /// Each response has the content types `application/json` and `application/problem+json`. A response with a code that is
    /// retryable has the header `Retry-After`, and a 401 has `WWW-Authenticate`.
    ///
    /// ```
    /// use studio_errors::catalog::QuotaError;
    /// use studio_errors::reference::Reference;
    ///
    /// let document: serde_json::Value = serde_json::from_str(&Reference::of::<QuotaError>().to_openapi())?;
    /// let code = &document["components"]["schemas"]["ErrorCode"]["anyOf"];
    /// assert_eq!(code[0]["enum"][1], "STUDIO_1601");
    /// assert_eq!(code[1]["type"], "string");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn to_openapi(&self) -> String {
        self.to_openapi_with(&OpenApiInfo::new())
    }

    /// Returns the same document with the title, the version and the servers of an API.
    #[must_use]
    pub fn to_openapi_with(&self, info: &OpenApiInfo) -> String {
        let title = info.title.clone().unwrap_or_else(|| self.title());
        let mut document = json!({
            "openapi": "3.1.0",
            "info": {"title": title, "version": info.version.as_deref().unwrap_or("0.0.0")},
            "components": {
                "schemas": {
                    "ErrorCode": self.openapi_code(),
                    "ErrorBody": self.openapi_schema(),
                    "ProblemDetails": self.schemas().problem(&self.rows()),
                },
                "responses": self.openapi_responses(),
            },
        });
        if !self.sets.is_empty() {
            let schemas = self.components().schemas.into_iter().filter(|(name, _)| name.starts_with("Error_"));
            for (name, schema) in schemas.chain(self.set_schemas()) {
                document["components"]["schemas"][name] = schema;
            }
        }
        if !info.servers.is_empty() {
            document["servers"] = info.servers.iter().map(|url| json!({"url": url})).collect();
        }
        // Serialization of strings, numbers and booleans cannot fail.
        let mut json = escape::json(serde_json::to_string_pretty(&document).unwrap_or_default());
        json.push('\n');
        json
    }

    fn openapi_code(&self) -> Value {
        let schemas = self.schemas();
        let mut code = schemas.code(&self.rows());
        if !self.codes.is_empty() {
            let one_code = |row: &CodeRow| schemas.described(json!({"const": row.code}), row);
            code["anyOf"][0]["oneOf"] = self.codes.iter().map(one_code).collect();
        }
        code
    }

    /// The schema of the error body with any code.
    pub(crate) fn openapi_schema(&self) -> Value {
        self.schemas().body(&self.rows())
    }

    /// One response for each status, with the codes of this status, and the response `default`.
    ///
    /// Each response contains its schemas, so that it can be copied into any document.
    fn openapi_responses(&self) -> BTreeMap<String, Value> {
        let schemas = self.schemas();
        let content = |rows: &[&CodeRow]| {
            json!({
                "application/json": {"schema": schemas.body(rows)},
                "application/problem+json": {"schema": schemas.problem(rows)},
            })
        };
        self.responses(self.default_response(&content(&self.rows())), |rows| {
            // Descriptions are CommonMark; summaries are plain text.
            let line = |row: &&CodeRow| format!("- {} {}: {}", word(&row.code), word(&row.name), description(row));
            let lines: Vec<_> = rows.iter().map(line).collect();
            let examples: Map<_, _> =
                rows.iter().map(|row| (row.code.to_string(), self.openapi_example(row))).collect();
            let mut response = json!({"description": lines.join("\n"), "content": content(rows)});
            response["content"]["application/json"]["examples"] = examples.into();
            response
        })
    }

    /// The responses `of` the codes of each status, with their headers, and the response `default`.
    pub(super) fn responses(&self, default: Value, of: impl Fn(&[&CodeRow]) -> Value) -> BTreeMap<String, Value> {
        let mut by_status = BTreeMap::<u16, Vec<&CodeRow>>::new();
        for row in &self.codes {
            by_status.entry(row.http).or_default().push(row);
        }
        let responses = by_status.into_iter().map(|(http, rows)| {
            let mut response = of(&rows);
            let headers = self.headers(http, &rows);
            if !headers.is_empty() {
                response["headers"] = headers.into();
            }
            (http.to_string(), response)
        });
        responses.chain([("default".into(), default)]).collect()
    }

    /// The response with any other code.
    pub(super) fn default_response(&self, content: &Value) -> Value {
        let mut headers = self.code_headers(&self.rows());
        headers.insert("Retry-After".into(), retry_after());
        json!({
            "description": "Any other error. Its code and its status can be newer than this document.",
            "headers": headers,
            "content": content,
        })
    }

    fn headers(&self, http: u16, rows: &[&CodeRow]) -> Map<String, Value> {
        let mut headers = self.code_headers(rows);
        if rows.iter().any(|row| row.retryable) {
            headers.insert("Retry-After".into(), retry_after());
        }
        if http == 401 || rows.iter().any(|row| row.challenge.is_some()) {
            headers.insert("WWW-Authenticate".into(), header("How to authenticate (RFC 9110, section 11.6.1)."));
        }
        headers
    }

    fn code_headers(&self, rows: &[&CodeRow]) -> Map<String, Value> {
        let names = rows.iter().filter_map(|row| self.catalog_of(row)?.code_header.as_ref());
        names.map(|name| (name.to_string(), header(&sentence(Placeholder::Code)))).collect()
    }

    pub(super) fn openapi_example(&self, row: &CodeRow) -> Value {
        let mut example = json!({"summary": row.name, "value": self.example_value(row)});
        if !row.resolution.is_empty() {
            example["description"] = paragraph(&row.resolution).into();
        }
        example
    }

    fn rows(&self) -> Vec<&CodeRow> {
        self.codes.iter().collect()
    }

    pub(super) fn schemas(&self) -> Schemas<'_> {
        Schemas {
            reference: self,
            variables: self.variable_names(),
            details: self.detail_titles(),
            accepts_newer: true,
        }
    }
}

pub(super) struct Schemas<'a> {
    reference: &'a Reference,
    /// A name for each code, for generators.
    variables: BTreeMap<&'a str, String>,
    /// The title of the details of each code that has details.
    details: BTreeMap<&'a str, String>,
    /// Whether a value of a code can be newer than the document.
    pub(super) accepts_newer: bool,
}

impl Schemas<'_> {
    /// The schema of a body with one of the codes of `rows`.
    pub(super) fn body(&self, rows: &[&CodeRow]) -> Value {
        self.bodies(rows, rows)
    }

    /// The schema of a body with any code.
    pub(super) fn any_body(&self) -> Value {
        self.bodies(&self.reference.rows(), &[])
    }

    /// The schemas of the bodies of the codes of `rows`, with the values of the codes of `known`.
    fn bodies(&self, rows: &[&CodeRow], known: &[&CodeRow]) -> Value {
        let mut templates = Vec::new();
        for template in rows.iter().map(|row| self.reference.envelope_of(row)) {
            if !templates.contains(&template) {
                templates.push(template);
            }
        }
        if templates.is_empty() {
            templates.push(DEFAULT);
        }
        let schema = |template: &str| {
            let known: Vec<_> =
                known.iter().copied().filter(|row| self.reference.envelope_of(row) == template).collect();
            self.node(parsed(template).root(), &known)
        };
        any_of(templates.into_iter().map(schema).collect())
    }

    /// Adds the name, the description and the policy of a code to a schema.
    pub(super) fn described(&self, mut schema: Value, row: &CodeRow) -> Value {
        schema["title"] = self.variables.get(&*row.code).cloned().into();
        schema["description"] = paragraph_of(row).into();
        schema["x-retryable"] = row.retryable.into();
        if row.deprecated.is_some() {
            schema["deprecated"] = true.into();
        }
        schema
    }

    pub(super) fn problem(&self, rows: &[&CodeRow]) -> Value {
        let mut schema = self.node(parsed(problem::TEMPLATE).root(), rows);
        let text = |description: &str| json!({"type": "string", "description": description});
        schema["properties"]["type"] = text("The URL of the documentation of the code, or `about:blank`.");
        schema["properties"]["title"] = text("What happened, without values of this error.");
        schema
    }

    fn node(&self, node: Node<'_>, rows: &[&CodeRow]) -> Value {
        match node.content() {
            Content::Object(_) => {
                // A newer code of the status can lack a property that other codes of the reference lack.
                let all = self.reference.rows();
                object(node.children().map(|child| {
                    (unescape(child.name()).into_owned(), self.node(child, rows), is_always_there(child, &all))
                }))
            }
            Content::Array(_) => {
                let elements: Vec<_> = node.children().map(|child| self.node(child, rows)).collect();
                json!({"type": "array", "items": any_of(elements)})
            }
            Content::Placeholder(value, place) => self.value(value, place == Place::Quoted, rows),
            Content::Text => text(node),
            Content::Constant(json) => {
                // The reader of a template refuses text that is not JSON.
                let value = serde_json::from_str(json).unwrap_or(Value::Null);
                json!({"type": json_type(&value), "enum": [value]})
            }
        }
    }

    fn value(&self, value: Placeholder<'_>, quoted: bool, rows: &[&CodeRow]) -> Value {
        let texts = |text: &dyn Fn(&CodeRow) -> String| {
            self.open("string", &unique(rows.iter().map(|row| Value::from(text(row)))))
        };
        let numbers = |number: fn(&CodeRow) -> i64| {
            if quoted {
                texts(&|row| number(row).to_string())
            } else {
                self.open("integer", &unique(rows.iter().map(|row| Value::from(number(row)))))
            }
        };
        let mut schema = match value {
            Placeholder::Code => return self.code(rows),
            Placeholder::Number => numbers(|row| row.number),
            Placeholder::Http => numbers(|row| row.http.into()),
            Placeholder::Name(style) => texts(&|row| style.apply(&row.name).into()),
            Placeholder::Category(style) => texts(&|row| style.apply(&row.category).into()),
            Placeholder::Property(name) => {
                let values = rows.iter().filter_map(|row| row.properties.get(name)).map(|value| Value::from(&**value));
                self.open("string", &unique(values))
            }
            Placeholder::Details => self.details(rows),
            Placeholder::Message
            | Placeholder::Resolution
            | Placeholder::Docs
            | Placeholder::RequestId
            | Placeholder::Request(_) => json!({"type": "string"}),
        };
        schema["description"] = sentence(value).into();
        schema
    }

    /// The schema of a code: one of the codes of `rows`, or a newer one. `x-enum-varnames` contains the names for generators.
    fn code(&self, rows: &[&CodeRow]) -> Value {
        let mut code = self.open("string", &rows.iter().map(|row| Value::from(&*row.code)).collect::<Vec<_>>());
        let known = if self.accepts_newer { code.pointer_mut("/anyOf/0") } else { Some(&mut code) };
        if let Some(known) = known.filter(|_| !rows.is_empty()) {
            known["x-enum-varnames"] = rows.iter().map(|row| self.variables.get(&*row.code).cloned()).collect();
            known["x-retryable"] = rows.iter().map(|row| row.retryable).collect();
            known["x-deprecated"] = rows.iter().map(|row| row.deprecated.is_some()).collect();
        }
        code["description"] = (sentence(Placeholder::Code) + " It can be newer than this document.").into();
        code
    }

    /// A schema of the `known` values, and of any other value of the type if it can be newer.
    fn open(&self, kind: &str, known: &[Value]) -> Value {
        match (known.is_empty(), self.accepts_newer) {
            (true, _) => json!({"type": kind}),
            (false, true) => json!({"anyOf": [{"type": kind, "enum": known}, {"type": kind}]}),
            (false, false) => json!({"type": kind, "enum": known}),
        }
    }

    fn details(&self, rows: &[&CodeRow]) -> Value {
        let newer = json!({"type": "object", "additionalProperties": true});
        let mut schemas: Vec<_> = rows.iter().filter_map(|row| self.details_of(row)).collect();
        if schemas.is_empty() {
            return newer;
        }
        schemas.push(newer);
        json!({"anyOf": schemas})
    }

    fn details_of(&self, row: &CodeRow) -> Option<Value> {
        let title = self.details.get(&*row.code)?;
        let members = row.details.iter().map(|detail| (detail.name.to_string(), kind(detail), !detail.optional));
        let mut schema = object(members);
        schema["title"] = (&**title).into();
        schema["description"] = format!("The values of {}.", word(&row.code)).into();
        Some(schema)
    }
}

/// The meaning of a value as a sentence.
fn sentence(value: Placeholder<'_>) -> String {
    let meaning = meaning(value);
    let (first, rest) = meaning.split_at(1);
    format!("{}{rest}.", first.to_ascii_uppercase())
}

/// The schema of an object with these members: the name, the schema, and whether the member is required.
fn object(members: impl Iterator<Item = (String, Value, bool)>) -> Value {
    let mut schema = json!({"type": "object", "properties": {}});
    for (name, member, is_required) in members {
        if is_required {
            match &mut schema["required"] {
                Value::Array(required) => required.push(name.clone().into()),
                none => *none = json!([name]),
            }
        }
        schema["properties"][name] = member;
    }
    schema
}

/// The schema of a string of several pieces. If none of them is a placeholder, the text is the same in every body.
fn text(node: Node<'_>) -> Value {
    let mut constant = String::new();
    for piece in node.children() {
        match piece.content() {
            Content::Constant(text) => constant.push_str(&unescape(text)),
            _ => return json!({"type": "string"}),
        }
    }
    json!({"type": "string", "enum": [constant]})
}

/// A schema that accepts what one of these accepts.
fn any_of(mut schemas: Vec<Value>) -> Value {
    match schemas.len() {
        0 => any(),
        1 => schemas.swap_remove(0),
        _ => json!({"anyOf": schemas}),
    }
}

/// Removes repeated values, and keeps the order.
fn unique(values: impl Iterator<Item = Value>) -> Vec<Value> {
    let mut known = BTreeSet::new();
    values.filter(|value| known.insert(value.to_string())).collect()
}

fn json_type(value: &Value) -> &'static str {
    match value {
        Value::String(_) => "string",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        _ => "null",
    }
}

fn kind(detail: &DetailRow) -> Value {
    match &*detail.kind {
        kind @ ("integer" | "number" | "string" | "boolean") => json!({"type": kind}),
        "array" => json!({"type": "array", "items": any()}),
        "violations" => json!({
            "type": "array",
            "items": {
                "type": "object",
                "title": "Violation",
                "required": ["message", "pointer"],
                "properties": {
                    "pointer": {"type": "string", "description": "The field, as a JSON pointer (RFC 6901)."},
                    "in": {"type": "string", "description": "The part of the request: `body`, `query`, `path` or `header`."},
                    "rule": {"type": "string", "description": "The rule that the field breaks."},
                    "message": {"type": "string", "description": "What is wrong, for people."},
                },
            },
        }),
        _ => any(),
    }
}

/// The schema of any JSON value. Some readers do not accept a schema without members.
pub(super) fn any() -> Value {
    json!({"description": "Any value."})
}

fn header(description: &str) -> Value {
    json!({"description": description, "schema": {"type": "string"}})
}

fn retry_after() -> Value {
    json!({"description": "Seconds until the request can be sent again.", "schema": {"type": "integer", "minimum": 0}})
}
