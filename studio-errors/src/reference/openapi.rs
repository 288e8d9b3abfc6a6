//! The reference as `OpenAPI`: the schema of the error body, and one response for each status.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Map, Value, json};

use super::body::{Body, is_always_there};
use super::markdown::{description, paragraph_of, word};
use super::openapi_info::OpenApiInfo;
use super::rows::{CodeRow, DetailRow, Reference};
use crate::code::envelope::{Content, Node, Place, Placeholder};
use crate::text::escape;
use crate::text::markdown::paragraph;
use crate::wire::escape::unescape;

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
            code["anyOf"][0]["oneOf"] = self.codes.iter().map(|row| schemas.one_code(row)).collect();
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
    pub(crate) fn openapi_responses(&self) -> BTreeMap<String, Value> {
        let mut by_status = BTreeMap::<u16, Vec<&CodeRow>>::new();
        for row in &self.codes {
            by_status.entry(row.http).or_default().push(row);
        }
        let schemas = self.schemas();
        let mut responses: BTreeMap<_, _> =
            by_status.into_iter().map(|(http, rows)| (http.to_string(), schemas.response(http, &rows))).collect();
        let mut default = self.openapi_default_response();
        default["content"] = schemas.content(&self.rows());
        responses.insert("default".into(), default);
        responses
    }

    /// The headers of a response with one of these codes.
    pub(super) fn openapi_headers(&self, http: u16, rows: &[&CodeRow]) -> Map<String, Value> {
        let mut headers = self.code_headers(rows);
        if rows.iter().any(|row| row.retryable) {
            headers.insert("Retry-After".into(), retry_after());
        }
        if http == 401 || rows.iter().any(|row| row.challenge.is_some()) {
            let description = "How to authenticate (RFC 9110, section 11.6.1).";
            let header = json!({"description": description, "schema": {"type": "string"}});
            headers.insert("WWW-Authenticate".into(), header);
        }
        headers
    }

    /// The response with any other code, without its content.
    pub(super) fn openapi_default_response(&self) -> Value {
        let mut headers = self.code_headers(&self.rows());
        headers.insert("Retry-After".into(), retry_after());
        json!({
            "description": "Any other error. Its code and its status can be newer than this document.",
            "headers": headers,
        })
    }

    /// The headers that contain the code.
    fn code_headers(&self, rows: &[&CodeRow]) -> Map<String, Value> {
        let of = |row: &&CodeRow| {
            let catalog = self.catalog_of(row)?;
            let description = "The code to match on: its meaning never changes.";
            let header = json!({"description": description, "schema": {"type": "string"}});
            Some((catalog.code_header.as_ref()?.to_string(), header))
        };
        rows.iter().filter_map(of).collect()
    }

    fn rows(&self) -> Vec<&CodeRow> {
        self.codes.iter().collect()
    }

    pub(super) fn schemas(&self) -> Schemas<'_> {
        Schemas { reference: self, variables: self.variable_names(), details: self.detail_titles() }
    }
}

pub(super) struct Schemas<'a> {
    reference: &'a Reference,
    /// A name for each code, for generators.
    variables: BTreeMap<&'a str, String>,
    /// The title of the details of each code that has details.
    details: BTreeMap<&'a str, String>,
}

impl Schemas<'_> {
    /// The schema of a body with one of the codes of `rows`, or with a newer code.
    pub(super) fn body(&self, rows: &[&CodeRow]) -> Value {
        let schema = |body: Body<'_>| {
            let rows: Vec<_> = rows.iter().copied().filter(|row| self.reference.body_of(row) == body).collect();
            self.node(body.template().root(), &rows)
        };
        let bodies = self.reference.bodies(rows);
        match *bodies {
            [] => self.node(Body::PUBLISHED.template().root(), rows),
            [body] => schema(body),
            _ => json!({"anyOf": bodies.into_iter().map(schema).collect::<Vec<_>>()}),
        }
    }

    /// The schema of a body with any code.
    pub(super) fn any_body(&self) -> Value {
        let bodies = self.reference.bodies(&self.reference.rows());
        match *bodies {
            [] => self.node(Body::PUBLISHED.template().root(), &[]),
            [body] => self.node(body.template().root(), &[]),
            _ => {
                json!({"anyOf": bodies.into_iter().map(|body| self.node(body.template().root(), &[])).collect::<Vec<_>>()})
            }
        }
    }

    /// The name of a code, for generators.
    pub(super) fn variable(&self, row: &CodeRow) -> Option<String> {
        self.variables.get(&*row.code).cloned()
    }

    pub(super) fn problem(&self, rows: &[&CodeRow]) -> Value {
        let mut schema = self.node(Body::PROBLEM.template().root(), rows);
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
                let required = node.children().filter(|child| is_always_there(*child, &all));
                let required: Vec<_> = required.map(|child| unescape(child.name())).collect();
                let properties: Map<_, _> = node
                    .children()
                    .map(|child| (unescape(child.name()).into_owned(), self.node(child, rows)))
                    .collect();
                let mut schema = json!({"type": "object", "properties": properties});
                if !required.is_empty() {
                    schema["required"] = json!(required);
                }
                schema
            }
            Content::Array(_) => {
                let mut elements: Vec<_> = node.children().map(|child| self.node(child, rows)).collect();
                let element = match elements.len() {
                    0 => any(),
                    1 => elements.swap_remove(0),
                    _ => json!({"anyOf": elements}),
                };
                json!({"type": "array", "items": element})
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
        let texts =
            |text: &dyn Fn(&CodeRow) -> String| open("string", &unique(rows.iter().map(|row| Value::from(text(row)))));
        let numbers = |number: fn(&CodeRow) -> i64| {
            let number = |row: &&CodeRow| Value::from(number(row));
            let number = |row| if quoted { Value::from(number(row).to_string()) } else { number(row) };
            open(if quoted { "string" } else { "integer" }, &unique(rows.iter().map(number)))
        };
        let text = || json!({"type": "string"});
        let (mut schema, description) = match value {
            Placeholder::Code => return self.code(rows),
            Placeholder::Number => (numbers(|row| row.number), "The number of the code: its meaning never changes."),
            Placeholder::Name(style) => (texts(&|row| style.apply(&row.name)), "The name of the code."),
            Placeholder::Category(style) => (texts(&|row| style.apply(&row.category)), "The category of the code."),
            Placeholder::Property(name) => {
                let values = rows.iter().filter_map(|row| row.properties.get(name)).map(|value| Value::from(&**value));
                (open("string", &unique(values)), "A property of the code.")
            }
            Placeholder::Docs => (text(), "The URL of the code in the reference."),
            Placeholder::Request(_) => (text(), "A value of the request."),
            Placeholder::Http => (numbers(|row| row.http.into()), "The HTTP status of the response."),
            Placeholder::Details => (self.details(rows), "The values of this error."),
            Placeholder::Message => (text(), "What happened, for people."),
            Placeholder::Resolution => (text(), "What the client can do about it."),
            Placeholder::RequestId => (text(), "The id of the request in the logs of the service."),
        };
        schema["description"] = description.into();
        schema
    }

    /// The schema of a code: one of the codes of `rows`, or a newer one. `x-enum-varnames` contains the names for generators.
    fn code(&self, rows: &[&CodeRow]) -> Value {
        let mut code = open("string", &rows.iter().map(|row| Value::from(&*row.code)).collect::<Vec<_>>());
        code["description"] =
            "The code to match on: its meaning never changes. It can be newer than this document.".into();
        if let Some(known) = code.get_mut("anyOf").and_then(|any| any.get_mut(0)) {
            known["x-enum-varnames"] = rows.iter().map(|row| self.variables.get(&*row.code).cloned()).collect();
            known["x-retryable"] = rows.iter().map(|row| row.retryable).collect();
            known["x-deprecated"] = rows.iter().map(|row| row.deprecated.is_some()).collect();
        }
        code
    }

    fn one_code(&self, row: &CodeRow) -> Value {
        let mut schema = json!({
            "const": row.code,
            "title": self.variables.get(&*row.code),
            "description": paragraph_of(row),
            "x-retryable": row.retryable,
        });
        if row.deprecated.is_some() {
            schema["deprecated"] = true.into();
        }
        schema
    }

    /// The schema of the details of each code, or of a newer code.
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
        let properties: Map<_, _> = row.details.iter().map(|detail| (detail.name.to_string(), kind(detail))).collect();
        let required: Vec<_> =
            row.details.iter().filter(|detail| !detail.optional).map(|detail| &*detail.name).collect();
        let mut schema = json!({
            "type": "object",
            "title": title,
            "description": format!("The values of {}.", word(&row.code)),
            "properties": properties,
        });
        if !required.is_empty() {
            schema["required"] = required.into();
        }
        Some(schema)
    }

    fn response(&self, http: u16, rows: &[&CodeRow]) -> Value {
        // Descriptions are CommonMark; summaries are plain text.
        let lines: Vec<_> =
            rows.iter().map(|row| format!("- {} {}: {}", word(&row.code), word(&row.name), description(row))).collect();
        let mut examples = Map::new();
        for row in rows {
            let mut example = json!({"summary": row.name, "value": self.reference.example_value(row)});
            if !row.resolution.is_empty() {
                example["description"] = paragraph(&row.resolution).into();
            }
            examples.insert(row.code.to_string(), example);
        }
        let mut response = json!({"description": lines.join("\n"), "content": self.content(rows)});
        response["content"]["application/json"]["examples"] = examples.into();
        let headers = self.reference.openapi_headers(http, rows);
        if !headers.is_empty() {
            response["headers"] = headers.into();
        }
        response
    }

    fn content(&self, rows: &[&CodeRow]) -> Value {
        json!({
            "application/json": {"schema": self.body(rows)},
            "application/problem+json": {"schema": self.problem(rows)},
        })
    }
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

/// A schema that accepts `known` and any other value of the type.
fn open(kind: &str, known: &[Value]) -> Value {
    if known.is_empty() {
        return json!({"type": kind});
    }
    json!({"anyOf": [{"type": kind, "enum": known}, {"type": kind}]})
}

/// Removes repeated values, and keeps the order.
fn unique(values: impl Iterator<Item = Value>) -> Vec<Value> {
    let mut unique = BTreeMap::new();
    for (at, value) in values.enumerate() {
        unique.entry(value.to_string()).or_insert((at, value));
    }
    let mut values: Vec<_> = unique.into_values().collect();
    values.sort_by_key(|(at, _)| *at);
    values.into_iter().map(|(_, value)| value).collect()
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

fn retry_after() -> Value {
    json!({"description": "Seconds until the request can be sent again.", "schema": {"type": "integer", "minimum": 0}})
}
