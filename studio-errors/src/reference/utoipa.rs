//! Support for utoipa: an operation that names an error type documents all of its codes.
//!
//! `#[studio(utoipa)]` implements [`IntoResponses`](utoipa::IntoResponses) and [`ToSchema`](utoipa::ToSchema). A path that
//! names the error type then documents all of its codes. Codes with the same status are named examples of one response:
//!
//! ```
//! use studio_errors::StudioErrorCode;
//! use studio_errors::catalog::QuotaError;
//! use utoipa::OpenApi;
//!
//! #[derive(StudioErrorCode)]
//! #[studio(category = "quota", utoipa)]
//! enum WalletError {
//!     /// The wallet is frozen
//!     #[studio(code = 1650, http = 403)]
//!     Frozen,
//!     #[studio(transparent)]
//!     Quota(QuotaError),
//! }
//!
//! #[utoipa::path(post, path = "/images", responses((status = 201), WalletError))]
//! fn create_image() {}
//!
//! #[derive(OpenApi)]
//! #[openapi(paths(create_image))]
//! struct Api;
//!
//! let api = serde_json::to_value(Api::openapi())?;
//! let examples = &api["paths"]["/images"]["post"]["responses"]["403"]["content"]["application/json"]["examples"];
//! assert_eq!(examples["STUDIO_1603"]["summary"], "FEATURE_DISABLED");
//! assert_eq!(examples["STUDIO_1650"]["summary"], "FROZEN");
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! If a path names two types that share a status, utoipa keeps only the response of the last one. Name one type that nests
//! both, or a code set of both:
//!
//! ```
//! # use studio_errors::catalog::{AuthenticationError, QuotaError};
//! studio_errors::code_set! {
//!     #[studio(utoipa)]
//!     pub CreateImageErrors: QuotaError, AuthenticationError
//! }
//! ```

use alloc::collections::BTreeMap;
use alloc::string::String;

use serde_json::Value;
// utoipa's types are deserialized from the OpenAPI reference, so that both have one source.
use utoipa::openapi::{RefOr, Response, Schema};

use super::openapi::any;
use super::rows::Reference;
use crate::code::CodeSet;

/// The responses of `S`: one for each status, with a named example for each of its codes.
///
/// Use it for a type without `#[studio(utoipa)]`.
///
/// ```
/// use studio_errors::catalog::QuotaError;
///
/// let responses = studio_errors::reference::utoipa::responses::<QuotaError>();
/// assert!(responses.contains_key("402"));
/// ```
#[must_use]
pub fn responses<S: CodeSet>() -> BTreeMap<String, RefOr<Response>> {
    let responses = Reference::of::<S>().openapi_responses();
    let read = |response| serde_json::from_value(with_types(response)).ok();
    responses.into_iter().filter_map(|(http, response)| Some((http, read(response)?))).collect()
}

/// The schema of `S`: the error body, with the codes as an enum.
#[must_use]
pub fn schema<S: CodeSet>() -> RefOr<Schema> {
    serde_json::from_value(with_types(Reference::of::<S>().openapi_schema())).unwrap_or_default()
}

/// utoipa reads a schema without a type as one with the type `null`, and writes it without a type.
fn with_types(mut value: Value) -> Value {
    if value == any() {
        value["type"] = Value::Null;
        return value;
    }
    match value {
        Value::Object(members) => members.into_iter().map(|(name, value)| (name, with_types(value))).collect(),
        Value::Array(elements) => elements.into_iter().map(with_types).collect(),
        other => other,
    }
}
