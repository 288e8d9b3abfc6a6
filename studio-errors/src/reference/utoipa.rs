//! Support for utoipa: an operation that names an error type documents all of its codes.
//!
//! `#[studio(utoipa)]` implements [`IntoResponses`](utoipa::IntoResponses), [`ToSchema`](utoipa::ToSchema) and
//! [`Modify`](utoipa::Modify). A path that names an error type, or the code set of an operation, documents exactly its codes. Codes
//! with the same status are named examples of one response. Every response refers to components of the document, which the code
//! set of the service adds:
//!
//! ```
//! use studio_errors::catalog::{AuthenticationError, QuotaError, RenderError};
//! use studio_errors::code_set;
//! use utoipa::OpenApi;
//!
//! code_set! {
//!     #[studio(utoipa)]
//!     pub CreateImage: AuthenticationError, QuotaError::{INSUFFICIENT_CREDITS, FEATURE_DISABLED}
//! }
//!
//! code_set! {
//!     #[studio(utoipa)]
//!     pub ServiceErrors: CreateImage, RenderError
//! }
//!
//! #[utoipa::path(post, path = "/images", responses((status = 201), CreateImage))]
//! fn create_image() {}
//!
//! #[derive(OpenApi)]
//! #[openapi(paths(create_image), modifiers(&ServiceErrors))]
//! struct Api;
//!
//! let api = serde_json::to_value(Api::openapi())?;
//! let body = &api["paths"]["/images"]["post"]["responses"]["402"]["content"]["application/json"];
//! assert_eq!(body["schema"]["anyOf"][0]["$ref"], "#/components/schemas/Error_STUDIO_1601");
//! assert_eq!(body["examples"]["STUDIO_1601"]["$ref"], "#/components/examples/Error_STUDIO_1601");
//! assert_eq!(api["components"]["examples"]["Error_STUDIO_1601"]["summary"], "INSUFFICIENT_CREDITS");
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! | component | is |
//! |---|---|
//! | `schemas/Error_STUDIO_1601`, `examples/Error_STUDIO_1601` | the body with this code; likewise for every other code |
//! | `schemas/ErrorBody` | the body with any code: a service can be newer than its document |
//! | `schemas/ProblemDetails` | an error as problem details (RFC 9457) |
//! | `responses/Error` | an error with any other status |
//!
//! Without `modifiers(&ServiceErrors)`, the references lead nowhere. Instead of a derived document, call [`add_components`].
//!
//! If a path names two types that share a status, utoipa keeps only the response of the last one. Name one type that nests
//! both, or a code set of both.

use alloc::collections::BTreeMap;
use alloc::string::String;

use serde::de::DeserializeOwned;
use serde_json::Value;
// utoipa's types are deserialized from the OpenAPI reference, so that both have one source.
use utoipa::openapi::{OpenApi, RefOr, Response, Schema};

use super::openapi::any;
use super::rows::Reference;
use crate::code::CodeSet;

/// The responses of `S`: one for each status, with a named example for each of its codes. They refer to the components that
/// [`add_components`] adds.
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
    let responses = Reference::of::<S>().shared_responses(false);
    let read = |response| serde_json::from_value(with_types(response)).ok();
    responses.into_iter().filter_map(|(http, response)| Some((http, read(response)?))).collect()
}

/// Adds the components that the responses of `S` refer to. A component that the document has already is kept.
///
/// `S` is the code set of the service, which lists the sets of its operations.
pub fn add_components<S: CodeSet>(document: &mut OpenApi) {
    fn add<T: DeserializeOwned>(to: &mut BTreeMap<String, RefOr<T>>, components: BTreeMap<String, Value>) {
        for (name, value) in components {
            if let Ok(component) = serde_json::from_value(with_types(value)) {
                to.entry(name).or_insert(RefOr::T(component));
            }
        }
    }
    let components = Reference::of::<S>().components();
    let target = document.components.get_or_insert_default();
    add(&mut target.schemas, components.schemas);
    add(&mut target.examples, components.examples);
    add(&mut target.responses, components.responses);
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
