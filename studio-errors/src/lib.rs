//! Error codes that cannot drift.
#![no_std]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

// The catalog below is written in the form that users write, which names this crate from outside.
extern crate self as studio_errors;

#[cfg(any(feature = "http", feature = "actix"))]
mod accept;
#[cfg(feature = "actix")]
mod actix;
#[cfg(feature = "axum")]
pub mod axum;
mod body;
pub mod catalog;
mod category;
mod check;
#[cfg(feature = "cli")]
pub mod cli;
mod code;
mod code_set;
mod coded;
mod const_str;
mod definitions;
mod framework;
mod from_code;
#[cfg(feature = "http")]
mod http;
mod info;
mod json;
mod problem;
#[cfg(feature = "reference")]
pub mod reference;
mod response;
mod retry_after;
#[cfg(feature = "tracing")]
mod trace;
#[cfg(feature = "utoipa")]
pub mod utoipa;
#[cfg(feature = "retry-after")]
mod wait;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

pub use body::ErrorBody;
pub use catalog::{Catalog, Studio};
pub use category::Category;
pub use code::Code;
pub use code_set::{CodeList, CodeSet};
pub use coded::StudioErrorCode;
pub use from_code::FromCode;
pub use info::ErrorInfo;
pub use response::ErrorResponse;
pub use studio_errors_derive::StudioErrorCode;
#[cfg(feature = "retry-after")]
pub use wait::retry_after;
