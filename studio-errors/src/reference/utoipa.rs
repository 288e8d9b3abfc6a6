//! Support for utoipa: an operation that names an error type documents all of its codes.
//!
//! `#[studio(utoipa)]` implements [`IntoResponses`](utoipa::IntoResponses), [`ToSchema`](utoipa::ToSchema) and
//! [`Modify`](utoipa::Modify). A path that names an error type, or the code set of an operation, documents exactly its codes. Codes
//! with the same status are named examples of one response. Operations with the same codes share it: the code set of the service
//! moves it to the components of the document, and adds the components to which it refers:
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
//! let response = &api["paths"]["/images"]["post"]["responses"]["402"];
//! assert_eq!(response["$ref"], "#/components/responses/Errors_402");
//! let body = &api["components"]["responses"]["Errors_402"]["content"]["application/json"];
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
//! | `responses/Errors_402`, `responses/Errors_402_2` | the codes of some operations with this status |
//! | `responses/Error` | an error with any other status |
//!
//! Without `modifiers(&ServiceErrors)`, the references lead nowhere. For a document that is not derived, or to which paths are
//! added later, call [`add_components`].
//!
//! If a path names two types that share a status, utoipa keeps only the response of the last one. Name one type that nests
//! both, or a code set of both.

use alloc::collections::BTreeMap;
use alloc::string::String;
use core::mem;

use serde::de::DeserializeOwned;
use serde_json::Value;
// utoipa's types are deserialized from the OpenAPI reference, so that both have one source.
use utoipa::openapi::{Content, OpenApi, PathItem, Ref, RefOr, Response, Schema};

use super::openapi::any;
use super::operation::name_of_codes;
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

/// Adds the components that the responses of `S` refer to, and makes each response of an operation with codes a component. A
/// component that the document has already is kept.
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
    document.paths.paths.values_mut().for_each(|item| share(item, &mut target.responses));
}

/// Makes each response with codes a component. Operations with the same codes share it.
fn share(item: &mut PathItem, components: &mut BTreeMap<String, RefOr<Response>>) {
    let PathItem { get, put, post, delete, options, head, patch, trace, .. } = item;
    for operation in [get, put, post, delete, options, head, patch, trace].into_iter().flatten() {
        for (status, response) in operation.responses.responses.iter_mut().filter(|(_, response)| has_codes(response)) {
            let name = name_of_codes(status, |name| components.get(name).is_some_and(|other| other != response));
            let shared = mem::replace(response, Ref::from_response_name(&name).into());
            components.insert(name, shared);
        }
    }
}

/// Whether the response is one of [`responses`]: its schema is one of several codes, or any other body.
fn has_codes(response: &RefOr<Response>) -> bool {
    let RefOr::T(Response { content, .. }) = response else { return false };
    let any_body = Some(RefOr::Ref(Ref::from_schema_name("ErrorBody")));
    content.values().any(|content| {
        let RefOr::T(Content { schema: Some(RefOr::T(Schema::AnyOf(any_of))), .. }) = content else { return false };
        any_of.items.last() == any_body.as_ref()
    })
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
