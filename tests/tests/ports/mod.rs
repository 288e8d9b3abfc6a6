//! The shape of published error enums, ported: numbers and names are facts of theirs, every line of code is ours. Each file
//! states what the checks found.
#![allow(clippy::enum_variant_names, dead_code)]

mod anchor;
mod databend;
mod meilisearch;
