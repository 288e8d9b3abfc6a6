//! The error object of JSON-RPC 2.0.

use alloc::borrow::Cow;

use serde_core::ser::{SerializeMap, SerializeStruct};
use serde_core::{Serialize, Serializer};

use super::raw_details::RawDetails;
use crate::code::Code;

/// The error object of [JSON-RPC 2.0](https://www.jsonrpc.org/specification#error_object), which
/// [`ErrorResponse::to_json_rpc`](crate::ErrorResponse::to_json_rpc) returns.
///
/// It serializes as the member `error` of a response. The types of jsonrpsee and rmcp take its fields: see [the page about transports of
/// the guide](https://docs.rs/studio-errors/latest/studio_errors/guide/transports/).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct JsonRpcError {
    /// The number of the code, or -32000 if the number is not an `i32`.
    pub code: i32,
    /// The message.
    pub message: Cow<'static, str>,
    /// The other facts, by which a client recognizes the error.
    pub data: JsonRpcData,
}

/// The member `data` of a [`JsonRpcError`]. It serializes as an object, in any format.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct JsonRpcData {
    /// The code as text, such as `STUDIO_1601`.
    pub code: Code,
    /// The HTTP status.
    pub http: u16,
    /// The details, if there are any.
    pub details: Option<RawDetails>,
    /// The request id, if there is one.
    pub request_id: Option<Cow<'static, str>>,
}

impl JsonRpcError {
    /// The code of an error whose number is not an `i32`. [JSON-RPC 2.0, section
    /// 5.1](https://www.jsonrpc.org/specification#error_object) leaves the codes from -32099 to -32000 to the server.
    pub(crate) const SERVER_ERROR: i32 = -32000;
}

impl Serialize for JsonRpcError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("JsonRpcError", 3)?;
        object.serialize_field("code", &self.code)?;
        object.serialize_field("message", &self.message)?;
        object.serialize_field("data", &self.data)?;
        object.end()
    }
}

impl Serialize for JsonRpcData {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let len = 2 + usize::from(self.details.is_some()) + usize::from(self.request_id.is_some());
        let mut members = serializer.serialize_map(Some(len))?;
        members.serialize_entry("code", &self.code)?;
        members.serialize_entry("http", &self.http)?;
        if let Some(details) = &self.details {
            members.serialize_entry("details", details)?;
        }
        if let Some(id) = &self.request_id {
            members.serialize_entry("request_id", id)?;
        }
        members.end()
    }
}
