//! The error body of a code, as an example.

use alloc::string::String;

use super::rows::CodeRow;
use crate::text::escape;
use crate::wire::ErrorBody;

impl CodeRow {
    fn body(&self) -> ErrorBody<'_> {
        ErrorBody::new(&*self.code, &*self.description, self.http)
    }

    /// The error body as compact JSON.
    pub(crate) fn example(&self) -> String {
        // Text and a number always serialize.
        escape::json(serde_json::to_string(&self.body()).unwrap_or_default())
    }

    pub(crate) fn example_value(&self) -> serde_json::Value {
        serde_json::to_value(self.body()).unwrap_or_default()
    }
}
