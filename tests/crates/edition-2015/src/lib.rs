//! The derive in a crate of edition 2015, whose root has modules and types by the names that generated code might reach for.
#![deny(warnings)]
#![allow(missing_docs, clippy::all, clippy::pedantic)]

extern crate studio_errors;

include!("../../in_every_edition.rs");
