//! utoipa: an operation that names an error documents every code it can fail with.
//!
//! `#[studio(utoipa)]` implements [`IntoResponses`](utoipa::IntoResponses) and [`ToSchema`](utoipa::ToSchema). A path that
//! names the error then documents every code it can fail with, several of one status as named examples:
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
//! Where a path names two types that share a status, utoipa keeps the response of the last: name one type that nests both,
//! or a set of both:
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

// What the reference says as JSON is read as utoipa's types: one source.
use utoipa::openapi::{RefOr, Response, Schema};

use crate::code::CodeSet;
use crate::reference::Reference;

/// The responses of `S`: one for each status, with a named example for each of its codes.
///
/// For a type of which `#[studio(utoipa)]` does not take care.
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
    responses.into_iter().filter_map(|(http, response)| Some((http, serde_json::from_value(response).ok()?))).collect()
}

/// The schema of `S`: the wire format, with the codes as an enum.
#[must_use]
pub fn schema<S: CodeSet>() -> RefOr<Schema> {
    serde_json::from_value(Reference::of::<S>().openapi_schema()).unwrap_or_default()
}
