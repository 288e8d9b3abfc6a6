//! The wire format as a client reads and writes it.

use alloc::borrow::Cow;

use serde_core::ser::SerializeStruct;
use serde_core::{Serialize, Serializer};

use crate::coded::StudioErrorCode;

/// The wire format: `{"error":{"code":"STUDIO_1601","message":"..","http":402}}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorBody<'a> {
    /// The code, known or not.
    pub code: Cow<'a, str>,
    /// What happened.
    pub message: Cow<'a, str>,
    /// The HTTP status.
    pub http: u16,
}

impl<'a> ErrorBody<'a> {
    /// What `error` says to a client.
    #[must_use]
    pub fn of(error: &'a (impl StudioErrorCode + ?Sized)) -> Self {
        Self { code: Cow::Borrowed(error.code().as_str()), message: error.message(), http: error.http() }
    }
}

impl Serialize for ErrorBody<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Members<'a>(&'a ErrorBody<'a>);

        impl Serialize for Members<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut members = serializer.serialize_struct("ErrorBody", 3)?;
                members.serialize_field("code", &self.0.code)?;
                members.serialize_field("message", &self.0.message)?;
                members.serialize_field("http", &self.0.http)?;
                members.end()
            }
        }

        let mut body = serializer.serialize_struct("ErrorBody", 1)?;
        body.serialize_field("error", &Members(self))?;
        body.end()
    }
}
