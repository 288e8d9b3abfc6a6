//! Error codes that cannot drift.
#![no_std]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

// The catalog below is written in the form that users write, which names this crate from outside.
extern crate self as studio_errors;

mod body;
pub mod catalog;
mod category;
mod check;
mod code;
mod code_set;
mod coded;
mod const_str;
mod definitions;
mod from_code;
mod info;
mod json;
mod retry_after;

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
pub use studio_errors_derive::StudioErrorCode;
