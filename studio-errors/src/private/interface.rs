//! The interface between generated code and this crate. It can change in any release.

// Only generated code calls the functions.
#![allow(clippy::must_use_candidate)]

pub use super::retry_after::RetryAfter;

pub use core::clone::Clone;
pub use core::cmp::{Eq, PartialEq};
pub use core::convert::From;
pub use core::error::Error;
pub use core::fmt::{Debug, Display, Formatter, Result as FmtResult};
pub use core::hash::{Hash, Hasher};
pub use core::marker::Copy;
pub use core::mem::discriminant;
pub use core::option::Option::{self, None, Some};
pub use core::primitive::{bool, str, u32, usize};
pub use core::result::Result::{self, Ok};
pub use core::time::Duration;
pub use core::{concat, module_path};

pub use alloc::borrow::{Cow, ToOwned};
pub use alloc::string::String;
pub use serde_core::de::DeserializeOwned;
pub use serde_core::{Serialize, Serializer};
pub use studio_errors_derive::code_set;

pub use crate::Studio;
pub use crate::body::serialize;
pub use crate::code::table::{Defaults, Rare, Table, Text, rows};
pub use crate::code::{
    Catalog, CatalogFacts, Category, Code, CodeList, CodeSet, Deprecation, Detail, DetailType, ErrorInfo, Explanation,
    Explanations, FromCode, Kind, Known,
};
pub use crate::error::{Member, StudioErrorCode, details_json, display, message, to_json};

pub use {
    __actix_response as actix_response, __aide_output as aide_output, __axum_response as axum_response,
    __details as details, __received as received, __tonic_status as tonic_status,
    __utoipa_responses as utoipa_responses, __written_keys as written_keys,
};

#[cfg(feature = "details")]
pub use crate::body::received::{Incoming, Members, ReadVariant, Received, ReceivedAs, UnreadableDetails};
pub use crate::wire::details::Details;
pub use crate::wire::json::described;

/// The response of an error. A conversion in generated code is not a place in the code of the user.
pub fn response<E: crate::response::CodedError + ?Sized>(error: &E) -> crate::ErrorResponse {
    crate::ErrorResponse::of(error)
}

/// The items that `#[studio(axum)]` uses.
#[cfg(feature = "axum")]
pub mod axum {
    pub use ::axum::response::{IntoResponse, Response};
}

/// The items that `#[studio(actix)]` uses.
#[cfg(feature = "actix")]
pub mod actix {
    pub use crate::response::actix::{respond, status};
    pub use actix_web::http::StatusCode;
    pub use actix_web::{HttpResponse, ResponseError};
}

/// The items that `#[studio(tonic)]` uses.
#[cfg(feature = "tonic")]
pub mod tonic {
    pub use ::tonic::Status;
}

/// The items that `#[studio(axum)]` uses with the feature `aide`.
#[cfg(feature = "aide")]
pub mod aide {
    pub use crate::reference::aide::{Responses, responses};
    pub use ::aide::OperationOutput;
    pub use ::aide::generate::GenContext;
    pub use ::aide::openapi::Operation;
}

/// The items that `#[studio(utoipa)]` uses.
#[cfg(feature = "utoipa")]
pub mod utoipa {
    pub use crate::reference::utoipa::{add_components, responses, schema};
    pub use ::utoipa::openapi::{OpenApi, RefOr, Response, Schema};
    pub use ::utoipa::{IntoResponses, Modify, PartialSchema, ToSchema};
    pub use alloc::collections::BTreeMap;
}

/// The checks that the constants of generated code call.
pub mod check {
    pub use crate::check::*;
}

/// A documented item for each key of `#[studio(..)]`, for completion in an IDE.
#[cfg(rust_analyzer)]
#[allow(non_upper_case_globals)]
pub mod keys {
    studio_errors_derive::keys!();
}

/// The published codes that a published type is checked against: none, because they would contain the type.
pub const NOTHING: CodeList = CodeList::EMPTY;

/// The code in row `row`.
#[inline]
pub const fn code(table: &'static Table, row: usize) -> Code {
    ErrorInfo::new(table, row).code()
}

/// The name of the set, if it does not list the code.
pub fn undeclared(info: ErrorInfo, codes: CodeList, set: &'static str) -> Option<&'static str> {
    codes.look_up(info.catalog(), info.code().number()).is_none().then_some(set)
}

/// The facts of the code in row `row`.
#[inline]
pub const fn info(table: &'static Table, row: usize) -> ErrorInfo {
    ErrorInfo::new(table, row)
}
