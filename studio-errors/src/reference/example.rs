//! An example of the error body of each code.

use alloc::string::String;
use alloc::vec::Vec;

use super::rows::{CodeRow, Reference};
use crate::code::envelope::Template;
use crate::text::escape;
use crate::wire::envelope::{Values, render};

impl Reference {
    /// The error body of `code`, in the envelope of its catalog.
    pub(crate) fn example(&self, code: &CodeRow) -> String {
        let properties: Vec<_> = code.properties.iter().map(|(name, value)| (&**name, &**value)).collect();
        let values = Values {
            info: None,
            properties: &properties,
            docs: self.catalog_of(code).and_then(|row| row.docs.as_deref()),
            request: &[],
            code: &code.code,
            number: code.number,
            name: &code.name,
            category: &code.category,
            message: &code.description,
            http: code.http,
            resolution: &code.resolution,
            details: None,
            request_id: None,
        };
        // The reader of a file refuses an invalid template.
        escape::json(render(&Template::parse(self.envelope_of(code)).0, &values))
    }

    pub(crate) fn example_value(&self, code: &CodeRow) -> serde_json::Value {
        serde_json::from_str(&self.example(code)).unwrap_or_default()
    }
}
