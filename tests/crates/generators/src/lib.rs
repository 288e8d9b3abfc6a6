//! Generators of test input, and loops that run a property with them. Each generator is a function of random bytes, so that the tests of the derive, the tests with rustc and the fuzz
//! targets create the same input.

// The names of the fields say what they contain. The only error is that the bytes are used up.
#![allow(missing_docs, missing_debug_implementations, clippy::missing_errors_doc, clippy::missing_panics_doc)]

mod growth;
pub mod invalid;
mod many;
pub mod soup;
pub mod valid;

pub use growth::assert_not_quadratic;
pub use many::try_many;
