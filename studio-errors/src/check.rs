//! The checks that need a catalog or another type, and the tables that they build.
//!
//! Generated code calls each check in a constant. Its tokens have the span of the checked literal, so rustc reports the panic
//! there.
//! They are plain functions: tests call them directly.

// Only generated code calls the functions.
#![allow(clippy::must_use_candidate)]

mod built_table;
mod catalog;
mod category;
mod challenge;
mod code_set;
mod conflicts;
mod define;
mod definitions;
mod envelope;
mod free_number;
mod heap;
mod merge;
mod names;
mod property;
mod reasons;
mod report;
mod rows;
#[cfg(test)]
mod tests;
mod types;
mod verdict;
mod visit;

pub use self::built_table::{Built, Written};
pub use self::catalog::{Checked, listed};
pub use self::category::{categories, category, category_missing, category_of};
pub use self::challenge::{challenge, own_challenge};
pub use self::code_set::{Rows, has_codes, listed_code, of_catalog};
pub use self::conflicts::Part;
pub use self::define::definitions;
pub use self::definitions::Definitions;
pub use self::merge::{Merged, conflicting, conflicts, count};
pub use self::names::own_names;
pub use self::property::{declared_property, properties, property_value};
pub use self::reasons::reasons;
pub use self::rows::{
    description_is_published, discriminant, fact, grpc, http_is_published, internal, leading_zeros, missing, outside,
    repeated, reserved, retryable, shares,
};
