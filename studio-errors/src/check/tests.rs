//! Tests of the checks. They call the checks as normal functions, with tables that are created at run time.

extern crate std;

mod built_table;
mod catalog;
mod category;
mod challenge;
mod code_set;
mod conflicts;
mod free_number;
mod names;
mod property;
mod reasons;
mod rows;

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::Definitions;
use crate::Studio;
use crate::code::row::write;
use crate::code::table::sample::{Sample, leaked, table};
use crate::code::table::{Published, Table};
use crate::code::{Catalog, CatalogFacts, Category, CodeList, Known, layout};

const STUDIO: &CatalogFacts = Studio::FACTS;
const QUOTA: &Category = &Studio::CATEGORIES[6];

const ONLY: &[Category] = &[Category::new("all", "All", 0..=9999)];
const ALL: &Category = &ONLY[0];
const ACME: &CatalogFacts = &acme("ACME", "_", 0);

/// The facts of a catalog with one category and this format of codes.
const fn acme(prefix: &'static str, separator: &'static str, width: usize) -> CatalogFacts {
    let spelling = CatalogFacts::spelling(prefix, separator, width);
    CatalogFacts { prefix, separator, width, categories: ONLY, spelling, ..*CatalogFacts::NONE }
}

/// Returns a row of the category `quota`.
const fn quota(number: i64, http: u16, name: &'static str) -> Sample {
    Sample::new(QUOTA, number, http, name)
}

/// Returns rows of the catalog `ACME` with one http.
fn rows_of(codes: &[(i64, &'static str)]) -> Vec<Sample> {
    codes.iter().map(|(number, name)| Sample::new(ALL, *number, 402, name)).collect()
}

/// Returns a row whose number is missing or refused.
const fn refused(category: Option<&'static Category>) -> Sample {
    Sample { number: None, category, ..quota(0, 402, "A") }
}

/// Returns the text that a check reports, or an empty text.
fn report(check: impl FnOnce()) -> String {
    match catch_unwind(AssertUnwindSafe(check)) {
        Ok(()) => String::new(),
        Err(panic) => match panic.downcast::<String>() {
            Ok(text) => *text,
            Err(panic) => (*panic.downcast::<&str>().expect("a report is a text")).to_owned(),
        },
    }
}

/// The definitions of a type of `Studio`.
fn definitions(samples: &[Sample], reserved: &'static [(i64, i64)]) -> &'static Definitions {
    under(STUDIO, samples, reserved, Studio::PUBLISHED)
}

/// The definitions of a type whose catalog publishes `published`.
fn under(
    catalog: &'static CatalogFacts,
    samples: &[Sample],
    reserved: &'static [(i64, i64)],
    published: CodeList,
) -> &'static Definitions {
    let table = linked(table("E", catalog, samples, reserved), published);
    defined(table, published, false)
}

/// The definitions of a type with at most eight rows.
fn defined(table: Table, published: CodeList, have_http: bool) -> &'static Definitions {
    assert!(table.len() <= 8);
    Box::leak(Box::new(super::definitions::<8>(leaked(table), published, have_http, false, "A B C D E F G H")))
}

/// The table with the links that `Built` writes.
fn linked(written: Table, published: CodeList) -> Table {
    let (mut rows, mut links) = (written.rows.to_vec(), Vec::new());
    for (i, linked) in rows.iter_mut().enumerate() {
        let row = written.row(i);
        if !row.is_refused()
            && let Some(info) = published.look_up(written.catalog, written.number(i))
        {
            links.push(Published::new(info));
            write::<2>(linked, layout::row::PUBLISHED, links.len());
        }
    }
    Table { rows: rows.leak(), published: links.leak(), ..written }
}

fn list(name: &'static str, catalog: &'static CatalogFacts, samples: &[Sample]) -> CodeList {
    reserving(name, catalog, samples, &[])
}

fn reserving(
    name: &'static str,
    catalog: &'static CatalogFacts,
    samples: &[Sample],
    reserved: &'static [(i64, i64)],
) -> CodeList {
    leaked(table(name, catalog, samples, reserved)).codes()
}

/// The codes of a type that nests others.
fn nesting<const N: usize>(own: CodeList, nested: [CodeList; N]) -> CodeList {
    own.and(Box::leak(Box::new(nested)))
}
