//! The reference of a code set, generated from the types: the facts of each code, for clients.
//!
//! [`Reference::of`] reads a [`CodeSet`](crate::CodeSet) into plain rows. Each output format is a method of [`Reference`], such
//! as [`Reference::to_json`]. [`conflicts`] compares the references of several services. A generator of another format uses
//! [`Reference::body`] and [`output`].
//!
//! ```
//! use studio_errors::catalog::QuotaError;
//! use studio_errors::reference::Reference;
//!
//! let reference = Reference::of::<QuotaError>();
//! let row = &reference.codes[1];
//! assert_eq!(row.code, "STUDIO_1601");
//! assert_eq!(row.http, 402);
//! assert_eq!(row.name, "INSUFFICIENT_CREDITS");
//! assert_eq!(reference.categories[0].title, "Quota & Credits");
//! ```
//!
//! # Layout
//!
//! `rows` defines the rows, and every other file uses it. `json` writes and reads them; `rules` is part of the reader.
//! `page`, `explanation` and `variable_names` prepare rows for the formats. `body` describes the error body. `output` escapes text.

#[cfg(feature = "aide")]
pub mod aide;
mod body;
mod conflicts;
mod explanation;
mod html;
mod json;
mod markdown;
mod openapi;
mod openapi_info;
#[cfg(any(feature = "aide", feature = "utoipa"))]
mod operation;
pub mod output;
mod page;
#[cfg(feature = "axum")]
mod router;
mod rows;
mod rules;
mod shared;
#[cfg(feature = "utoipa")]
pub mod utoipa;
mod variable_names;

pub use self::body::{BodyMember, BodyPart, BodyValue};
pub use self::conflicts::{Claim, Conflict, conflicts};
pub use self::json::{Malformed, SCHEMA};
pub use self::openapi_info::OpenApiInfo;
pub use self::rows::{
    CatalogRow, CategoryRow, CodeRow, DeprecatedRow, DetailRow, RangeRow, Reference, ReservedRow, SetRow,
};
