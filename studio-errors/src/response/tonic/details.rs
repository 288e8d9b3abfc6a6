//! The details of an error in a gRPC status.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_core::Deserialize;
use serde_json::{Map, Value};

use crate::wire::{Violation, Violations};

/// The details of a gRPC status.
#[derive(Debug, Default)]
pub(super) struct Details {
    /// Each detail that is not `Violations`, as a string.
    pub(super) metadata: BTreeMap<String, String>,
    pub(super) violations: Vec<Violation>,
}

impl Details {
    /// Reads a JSON object. Text from an implementation by hand that is not a JSON object has no details.
    pub(super) fn read(json: Option<&str>) -> Self {
        let members: Map<String, Value> = json.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default();
        let mut details = Self::default();
        for (name, value) in members {
            details.add(name, value);
        }
        details
    }

    fn add(&mut self, name: String, value: Value) {
        match Violations::deserialize(&value) {
            // An empty list can be a list of anything.
            Ok(Violations(violations)) if !violations.is_empty() => self.violations.extend(violations),
            _ => {
                let text = if let Value::String(text) = value { text } else { value.to_string() };
                self.metadata.insert(name, text);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_detail_is_a_string_or_a_violation() {
        let json = r#"{"a":"b \"c\"","d":3,"e":[1,"f"],"g":[],"h":{"i":null},"j":[{"pointer":"/k","message":"l"}]}"#;
        let Details { metadata, violations } = Details::read(Some(json));
        let expected = [("a", "b \"c\""), ("d", "3"), ("e", "[1,\"f\"]"), ("g", "[]"), ("h", "{\"i\":null}")];
        assert_eq!(metadata, expected.map(|(name, text)| (name.into(), text.into())).into());
        assert_eq!(violations, [Violation::new("/k", "l")]);
    }

    #[test]
    fn a_text_that_is_no_object_has_no_details() {
        for json in [None, Some(""), Some("{"), Some("[1]"), Some("3")] {
            let Details { metadata, violations } = Details::read(json);
            assert!(metadata.is_empty() && violations.is_empty(), "{json:?}");
        }
    }
}
