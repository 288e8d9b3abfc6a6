//! The derive in a crate of edition 2021, whose root defines names that generated code could use.
#![deny(warnings)]
#![allow(missing_docs, clippy::all, clippy::pedantic)]

pub mod std {}

include!("../../in_every_edition.rs");
