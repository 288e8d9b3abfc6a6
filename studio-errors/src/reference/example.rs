//! An example of the error body of each code.

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
        // Serialization of strings and a number cannot fail.
        escape::json(serde_json::to_string(&self.body()).unwrap_or_default())
    }

    pub(crate) fn example_value(&self) -> serde_json::Value {
        serde_json::to_value(self.body()).unwrap_or_default()
    }
}
