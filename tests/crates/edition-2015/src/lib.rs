//! The derive in a crate of edition 2015, whose root defines names that generated code could use.
#![deny(warnings)]
#![allow(missing_docs, clippy::all, clippy::pedantic)]

extern crate studio_errors;

include!("../../in_every_edition.rs");
