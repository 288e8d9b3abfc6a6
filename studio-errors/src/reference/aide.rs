//! Support for aide: the return type of a handler documents its errors.
//!
//! With the feature `aide`, [`ErrorOf`] and every type with `#[studio(axum)]` implement [`OperationOutput`]. A handler that returns one
//! of them as its error documents exactly the codes of the set or the type. Codes with the same status have one response, whose
//! schema lists them. Operations with the same codes share it, and all operations share the schemas to which it refers: one for
//! each code, and `ErrorBody` for a newer code.
//!
//! ```
//! use aide::axum::ApiRouter;
//! use aide::axum::routing::post;
//! use aide::openapi::OpenApi;
//! use studio_errors::catalog::{AuthenticationError, QuotaError};
//! use studio_errors::{ErrorOf, code_set};
//!
//! code_set! { pub CreateImage: AuthenticationError, QuotaError::{INSUFFICIENT_CREDITS, FEATURE_DISABLED} }
//!
//! async fn create_image() -> Result<&'static str, ErrorOf<CreateImage>> {
//!     Err(QuotaError::InsufficientCredits)?
//! }
//!
//! let mut document = OpenApi::default();
//! let service: axum::Router = ApiRouter::new().api_route("/images", post(create_image)).finish_api(&mut document);
//!
//! let document = serde_json::to_value(document)?;
//! let responses = &document["paths"]["/images"]["post"]["responses"];
//! let schema = &responses["402"]["content"]["application/json"]["schema"];
//! assert_eq!(schema["$ref"], "#/components/schemas/Errors_402");
//! let schemas = &document["components"]["schemas"];
//! assert_eq!(schemas["Errors_402"]["anyOf"][0]["$ref"], "#/components/schemas/Error_STUDIO_1601");
//! assert_eq!(schemas["Error_STUDIO_1601"]["title"], "INSUFFICIENT_CREDITS");
//! # Ok::<(), serde_json::Error>(())
//! ```

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::mem;

use aide::OperationOutput;
use aide::generate::GenContext;
use aide::openapi::{Operation, Response};
use serde_json::{Map, Value};

use super::operation::name_of_codes;
use super::rows::Reference;
use super::shared::schema;
use crate::code::CodeSet;
use crate::response::error_of::ErrorOf;

/// The responses of an operation: each with its status, or without one for any other error.
pub type Responses = Vec<(Option<u16>, Response)>;

/// The responses of `S`, and their schemas, which are added to those of the document.
#[must_use]
pub fn responses<S: CodeSet>(context: &mut GenContext) -> Responses {
    let reference = Reference::of::<S>();
    let definitions = context.schema.definitions_mut();
    for (name, schema) in reference.components().schemas {
        definitions.entry(name).or_insert(schema);
    }
    let responses = reference.shared_responses(true).into_iter().filter_map(|(http, mut response)| {
        let http = http.parse().ok();
        if let Some(http) = http {
            share(http, &mut response, definitions);
        }
        Some((http, serde_json::from_value(response).ok()?))
    });
    responses.collect()
}

/// Makes the schema of a response a definition, with the description of the response.
fn share(http: u16, response: &mut Value, definitions: &mut Map<String, Value>) {
    let description = mem::replace(&mut response["description"], format!("An error with the status {http}.").into());
    let known = &mut response["content"]["application/json"]["schema"];
    known["description"] = description;
    let name = name_of_codes(&http.to_string(), |name| definitions.get(name).is_some_and(|other| other != known));
    let shared = mem::replace(known, schema(&name));
    definitions.insert(name, shared);
}

impl<S: CodeSet> OperationOutput for ErrorOf<S> {
    type Inner = Self;

    fn inferred_responses(context: &mut GenContext, _: &mut Operation) -> Responses {
        responses::<S>(context)
    }
}
