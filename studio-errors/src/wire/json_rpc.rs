//! The error object of JSON-RPC 2.0, written and read.

use alloc::borrow::{Cow, ToOwned};

use serde_core::ser::{SerializeMap, SerializeStruct};
use serde_core::{Serialize, Serializer};

#[cfg(any(feature = "client", feature = "details"))]
use super::raw_details::RawDetails;
#[cfg(any(feature = "client", feature = "details"))]
use super::read::{Found, UnreadableBody};
use crate::code::{Code, ErrorInfo};
use crate::wire::members::Members;

/// The code of an error whose number is not an `i32`. [JSON-RPC 2.0, section 5.1](https://www.jsonrpc.org/specification#error_object)
/// leaves the codes from -32099 to -32000 to the server.
const SERVER_ERROR: i32 = -32000;

/// The members from which a client reads an error, as an envelope. The number is not read, because every server sends one.
#[cfg(any(feature = "client", feature = "details"))]
const OBJECT: &str = concat!(
    r#"{"message":"{message}","data":{"code":"{code}","http":{http},"details":{details},"#,
    r#""request_id":"{request_id}"}}"#,
);

/// The error object of [JSON-RPC 2.0](https://www.jsonrpc.org/specification#error_object), which
/// [`ErrorResponse::to_json_rpc`](crate::ErrorResponse::to_json_rpc) returns.
///
/// It serializes as the member `error` of a response. The types of jsonrpsee and rmcp take its fields: see the page about transports
/// of the [`guide`](crate::guide).
///
/// ```
/// use studio_errors::ErrorResponse;
/// use studio_errors::catalog::RenderError;
///
/// let error = ErrorResponse::from(RenderError::JobNotFound).to_json_rpc();
/// assert_eq!((error.code, &*error.message), (1500, "Render job does not exist"));
/// assert_eq!(
///     serde_json::to_string(&error)?,
///     r#"{"code":1500,"message":"Render job does not exist","data":{"code":"STUDIO_1500","http":404}}"#,
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
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
    #[cfg(feature = "details")]
    pub details: Option<RawDetails>,
    /// The request id, if there is one.
    pub request_id: Option<Cow<'static, str>>,
}

impl JsonRpcError {
    pub(crate) fn new(info: ErrorInfo, message: Cow<'static, str>, members: &Members<'_>) -> Self {
        Self {
            code: i32::try_from(info.code().number()).unwrap_or(SERVER_ERROR),
            message,
            data: JsonRpcData {
                code: info.code(),
                http: info.http(),
                // Text from an implementation by hand that is not JSON is omitted.
                #[cfg(feature = "details")]
                details: members.details.and_then(|json| serde_json::from_str(json).ok()),
                request_id: members.request_id.map(|id| Cow::Owned(id.to_owned())),
            },
        }
    }
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
        let mut members = serializer.serialize_map(None)?;
        members.serialize_entry("code", &self.code)?;
        members.serialize_entry("http", &self.http)?;
        #[cfg(feature = "details")]
        if let Some(details) = &self.details {
            members.serialize_entry("details", details)?;
        }
        if let Some(id) = &self.request_id {
            members.serialize_entry("request_id", id)?;
        }
        members.end()
    }
}

#[cfg(any(feature = "client", feature = "details"))]
impl<'a> super::ErrorBody<'a, RawDetails> {
    /// Reads the error object of a JSON-RPC response, which a [`JsonRpcError`] is written as. The error types of jsonrpsee and rmcp
    /// serialize as this object.
    ///
    /// ```
    /// use studio_errors::ErrorBody;
    /// use studio_errors::catalog::{RenderError, StudioError};
    ///
    /// let json = r#"{"code":1500,"message":"no such job","data":{"code":"STUDIO_1500","http":404}}"#;
    /// let error = ErrorBody::from_json_rpc(json)?;
    /// assert_eq!(error.known(), Some(StudioError::Render(RenderError::JobNotFound)));
    /// assert_eq!((&*error.message, error.http), ("no such job", 404));
    ///
    /// // An error of the server itself.
    /// let json = r#"{"code":-32601,"message":"Method not found"}"#;
    /// assert!(ErrorBody::from_json_rpc(json).is_err());
    /// # Ok::<(), studio_errors::UnreadableBody>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if the text is not JSON, or if the code in `data` or the message is missing: the server does not use this
    /// crate, or it refused the call before the method ran.
    pub fn from_json_rpc(object: &'a (impl AsRef<[u8]> + ?Sized)) -> Result<Self, UnreadableBody> {
        let mut found = Found::read(OBJECT, object.as_ref())?;
        let details = found.details.take().map(|json| RawDetails(json.into()));
        Ok(found.body(crate::code::CatalogFacts::NONE, 500)?.replace_details(details))
    }
}
