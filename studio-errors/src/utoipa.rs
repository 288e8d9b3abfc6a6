//! Feature `utoipa`: a coded error as the responses of an operation.

use alloc::collections::BTreeMap;
use alloc::string::String;

// What the reference says as JSON is read as utoipa's types: one source, and a test compares the two.
use utoipa::openapi::{RefOr, Response, Schema};

use crate::code_set::CodeSet;
use crate::reference::Reference;

/// The responses of `S`: one for each status, with a named example for each of its codes.
///
/// `#[studio(utoipa)]` implements [`IntoResponses`](utoipa::IntoResponses) with it. utoipa joins the responses of several
/// types by status, and the last one wins: document an operation with one type that nests the others, or with a
/// [`code_set!`](crate::code_set).
///
/// ```
/// use studio_errors::catalog::QuotaError;
///
/// let responses = studio_errors::utoipa::responses::<QuotaError>();
/// assert_eq!(responses.keys().collect::<Vec<_>>(), ["402", "403", "429"]);
/// ```
#[must_use]
pub fn responses<S: CodeSet>() -> BTreeMap<String, RefOr<Response>> {
    let responses = Reference::of::<S>().openapi_responses();
    responses.into_iter().filter_map(|(http, response)| Some((http, serde_json::from_value(response).ok()?))).collect()
}

/// The schema of `S`: the wire format, with the codes as an enum.
///
/// `#[studio(utoipa)]` implements [`ToSchema`](utoipa::ToSchema) with it.
#[must_use]
pub fn schema<S: CodeSet>() -> RefOr<Schema> {
    serde_json::from_value(Reference::of::<S>().openapi_schema()).unwrap_or_default()
}
