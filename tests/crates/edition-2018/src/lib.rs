//! The derive in a crate of edition 2018, whose root has modules and types by the names that generated code might reach for.
#![deny(warnings)]
#![allow(missing_docs, clippy::all, clippy::pedantic)]

pub mod std {}

include!("../../in_every_edition.rs");
