//! The operations of an `OpenAPI` document, and the codes that each of them has.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::{Map, Value};
use studio_errors::reference::Reference;

const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// An operation whose responses have no codes.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct WithoutCodes {
    pub(super) document: String,
    /// The method and the path: `POST /images`.
    pub(super) operation: String,
}

/// The comparison of documents with references.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Operations {
    pub(super) count: usize,
    /// The codes that no operation has.
    pub(super) unused: Vec<String>,
    pub(super) without_codes: Vec<WithoutCodes>,
}

impl Operations {
    pub(super) fn of(documents: &[(String, Value)], references: &[(String, Reference)]) -> Self {
        if documents.is_empty() {
            return Self::default();
        }
        let rows = || references.iter().flat_map(|(_, reference)| &reference.codes);
        let mut names = BTreeMap::new();
        for row in rows() {
            names.insert(row.code.to_string(), row.code.to_string());
            names.insert(component(&row.code), row.code.to_string());
        }
        let mut found = Self::default();
        let mut used = BTreeSet::new();
        for (document, file) in documents {
            for (operation, responses) in operations(file) {
                found.count += 1;
                let codes = codes(file, responses, &names);
                if codes.is_empty() {
                    found.without_codes.push(WithoutCodes { document: document.clone(), operation });
                }
                used.extend(codes);
            }
        }
        let codes: BTreeSet<_> = rows().map(|row| row.code.to_string()).collect();
        found.unused = codes.difference(&used).cloned().collect();
        found
    }
}

/// The name of the component of a code in a document of utoipa or aide.
fn component(code: &str) -> String {
    let allowed = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-') { c } else { '_' };
    format!("Error_{}", code.chars().map(allowed).collect::<String>())
}

/// Each operation with its responses.
fn operations(document: &Value) -> impl Iterator<Item = (String, Option<&Map<String, Value>>)> {
    let paths = document.get("paths").and_then(Value::as_object).into_iter().flatten();
    paths.flat_map(|(path, item)| {
        let operations = METHODS.into_iter().filter_map(move |method| Some((method, item.get(method)?)));
        operations.map(move |(method, operation)| {
            let responses = operation.get("responses").and_then(Value::as_object);
            (format!("{} {path}", method.to_uppercase()), responses)
        })
    })
}

/// The codes in responses, also in the components that they refer to: the value of a string, and the name of a component or of an
/// example. The response `default` is any other error.
fn codes(
    document: &Value,
    responses: Option<&Map<String, Value>>,
    names: &BTreeMap<String, String>,
) -> BTreeSet<String> {
    let (mut codes, mut seen) = (BTreeSet::new(), BTreeSet::new());
    let responses = responses.into_iter().flatten().filter(|(status, _)| *status != "default");
    let mut rest: Vec<&Value> = responses.map(|(_, response)| response).collect();
    while let Some(value) = rest.pop() {
        match value {
            Value::String(text) => match text.rsplit('/').next().and_then(|name| names.get(name)) {
                Some(code) => drop(codes.insert(code.clone())),
                None if seen.insert(text) => {
                    rest.extend(text.strip_prefix('#').and_then(|path| document.pointer(path)));
                }
                None => {}
            },
            Value::Object(members) => {
                let examples = members.get("examples").and_then(Value::as_object).into_iter().flatten();
                codes.extend(examples.filter_map(|(name, _)| names.get(name)).cloned());
                let is_text = |name: &str| matches!(name, "description" | "summary" | "title");
                rest.extend(members.iter().filter(|(name, _)| !is_text(name)).map(|(_, value)| value));
            }
            Value::Array(elements) => rest.extend(elements),
            _ => {}
        }
    }
    codes
}
