//! The responses of one operation in a document of many: they refer to components that all operations share.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Map, Value, json};

use super::markdown::word;
use super::rows::{CodeRow, Reference};
use super::shared::{component, content, one_of, schema};

impl Reference {
    /// One response for each status, with the codes of this status, and the response `default`. Each refers to
    /// [`Components`](super::shared::Components).
    ///
    /// A document of aide has no components for examples and responses, so `only_schemas` refers only to schemas.
    pub(crate) fn shared_responses(&self, only_schemas: bool) -> BTreeMap<String, Value> {
        let default = if only_schemas {
            self.default_response(&content(&schema("ErrorBody")))
        } else {
            json!({"$ref": "#/components/responses/Error"})
        };
        self.responses(default, |rows| {
            let line = |row: &&CodeRow| format!("- {} {}", word(&row.code), word(&row.name));
            let lines: Vec<_> = rows.iter().map(line).collect();
            let mut response =
                json!({"description": lines.join("\n"), "content": content(&one_of(rows.iter().copied()))});
            if !only_schemas {
                let example = |row: &CodeRow| json!({"$ref": format!("#/components/examples/{}", component(row))});
                let examples: Map<_, _> = rows.iter().map(|row| (row.code.to_string(), example(row))).collect();
                response["content"]["application/json"]["examples"] = examples.into();
            }
            response
        })
    }
}

/// The name of the component for some codes with this status: `Errors_402`, and with a number if other codes have that name.
pub(super) fn name_of_codes(status: &str, is_of_others: impl Fn(&str) -> bool) -> String {
    let name = |i| if i == 1 { format!("Errors_{status}") } else { format!("Errors_{status}_{i}") };
    (1..=usize::MAX).map(name).find(|name| !is_of_others(name)).unwrap_or_default()
}
