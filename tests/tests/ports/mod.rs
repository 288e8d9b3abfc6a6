//! Error enums of other projects, ported to the derive. Only numbers, names and the form of the bodies are from these projects. Each file states what
//! the compile-time checks found.
#![allow(clippy::enum_variant_names, dead_code)]

mod anchor;
mod databend;
mod discord;
mod hyperswitch;
mod meilisearch;
