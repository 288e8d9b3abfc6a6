//! What a response with one code says.

use alloc::string::String;

use super::CodeRow;
use crate::text::escape;
use crate::wire::ErrorBody;

impl CodeRow {
    fn body(&self) -> ErrorBody<'_> {
        ErrorBody::new(&*self.code, &*self.description, self.http)
    }

    /// The wire format of an error with this code, to be looked at.
    pub(crate) fn wire(&self) -> String {
        // Texts and a number always serialize.
        escape::json(serde_json::to_string(&self.body()).unwrap_or_default())
    }

    pub(crate) fn wire_value(&self) -> serde_json::Value {
        serde_json::to_value(self.body()).unwrap_or_default()
    }
}
