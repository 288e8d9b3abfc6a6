//! What generated code names. Not for people: it changes without notice.

pub use core::error::Error;
pub use core::fmt::{Display, Formatter, Result as FmtResult};
pub use core::option::Option::{self, None, Some};
pub use core::primitive::{str, u8, u16};
pub use core::result::Result;
pub use core::time::Duration;

pub use alloc::borrow::Cow;
pub use alloc::string::String;
pub use serde_core::{Serialize, Serializer};
pub use studio_errors_derive::code_set;

pub use crate::catalog::Studio;
pub use crate::check::conflicts::{Disagreement, Part};
pub use crate::check::definitions::{Definitions, Judged, Written};
pub use crate::code::Catalog;
pub use crate::code::Category;
pub use crate::code::Code;
pub use crate::code::CodeList;
pub use crate::code::CodeSet;
pub use crate::code::FromCode;
pub use crate::code::{ErrorInfo, Row};
pub use crate::error::{Member, StudioErrorCode};
pub use crate::macros::retry_after::RetryAfter;

pub use crate::{
    __actix_response as actix_response, __axum_response as axum_response, __utoipa_responses as utoipa_responses,
};

/// What `#[studio(axum)]` names.
#[cfg(feature = "axum")]
pub mod axum {
    pub use ::axum::response::{IntoResponse, Response};
}

/// What `#[studio(actix)]` names.
#[cfg(feature = "actix")]
pub mod actix {
    pub use crate::response::actix::{respond, status};
    pub use actix_web::http::StatusCode;
    pub use actix_web::{HttpResponse, ResponseError};
}

/// What `#[studio(utoipa)]` names.
#[cfg(feature = "utoipa")]
pub mod utoipa {
    pub use crate::reference::utoipa::{responses, schema};
    pub use alloc::collections::BTreeMap;
    pub use utoipa::openapi::{RefOr, Response, Schema};
    pub use utoipa::{IntoResponses, PartialSchema, ToSchema};
}

/// The checks that the constants of generated code call.
pub mod check {
    pub use crate::check::*;
}

pub use crate::macros::completion as keys;

use crate::code::Reserved;
use crate::text::constant::{Buffer, parts};
use crate::wire::ErrorBody;
use crate::wire::json;

/// The code of catalog `C` with number `NUMBER`: `guess`, where the derive guessed the prefix.
#[must_use]
pub const fn code<C: Catalog, const NUMBER: u16>(guess: &'static str) -> Code {
    let built = Built::<C, NUMBER>::TEXT.as_str();
    if crate::text::constant::equal(guess, built) { Code::new(NUMBER, guess) } else { Code::new(NUMBER, built) }
}

/// A type as the catalog that it is. Whoever is none is no type at all, and rustc says so once, not at every use.
pub trait Known {
    /// The type itself.
    type Catalog: Catalog;
}

impl<C: Catalog> Known for C {
    type Catalog = C;
}

struct Built<C, const NUMBER: u16>(C);

impl<C: Catalog, const NUMBER: u16> Built<C, NUMBER> {
    // A prefix longer than 32 bytes is refused where the catalog is checked.
    const TEXT: &'static Buffer<40> = &Buffer::new().text(C::PREFIX).text("_").number(NUMBER);
}

/// What the catalog publishes, for the types that are just that.
pub const NOTHING: CodeList = CodeList::EMPTY;

/// The numbers that a type without codes of its own reserves.
#[must_use]
pub const fn reserved_numbers<C: Catalog>(ranges: &'static [(u16, u16)]) -> CodeList {
    CodeList::new(&[], Reserved { prefix: C::PREFIX, ranges }, &[])
}

/// The codes of the types that a type nests.
#[must_use]
pub const fn nested_codes(nested: &'static [CodeList]) -> CodeList {
    CodeList::new(&[], Reserved::NOTHING, nested)
}

/// The facts of one row of a table.
#[must_use]
pub const fn row(row: &'static Row) -> ErrorInfo {
    ErrorInfo(row)
}

/// The wire format of a variant that is not marked `display`.
#[must_use]
pub const fn described(info: ErrorInfo) -> Cow<'static, str> {
    Cow::Borrowed(info.json())
}

/// The value that reports `code`, found by the prefix and the number that it is made of.
#[must_use]
pub fn from_code<T: FromCode>(code: &str) -> Option<T> {
    let (prefix, number) = parts(code)?;
    T::from_parts(prefix, number)
}

/// The message of a variant marked `display`: the description where `Display` fails.
pub fn message<'a>(info: ErrorInfo, error: &dyn Display) -> Cow<'a, str> {
    use core::fmt::Write;
    // Most texts are about as long as the description.
    let mut text = String::with_capacity(info.description().len() + 32);
    match write!(text, "{error}") {
        Ok(()) => Cow::Owned(text),
        Err(_) => Cow::Borrowed(info.description()),
    }
}

/// The wire format of a variant marked `display`.
pub fn to_json(info: ErrorInfo, error: &dyn Display) -> Cow<'static, str> {
    Cow::Owned(json::of_display(info, error))
}

/// The wire format through serde.
///
/// # Errors
///
/// Those of the serializer.
pub fn serialize<S: Serializer>(error: &dyn StudioErrorCode, serializer: S) -> Result<S::Ok, S::Error> {
    ErrorBody::of(error).serialize(serializer)
}
