//! Enums with 36, 1,000 and 10,000 codes, which the build script generates.
#![allow(clippy::all, clippy::pedantic, missing_docs, unreachable_pub, dead_code)]

use studio_errors::{Catalog, Category};

#[derive(Debug)]
pub(crate) struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("all", "All", 1..=65535)];
}

include!(concat!(env!("OUT_DIR"), "/many.rs"));
