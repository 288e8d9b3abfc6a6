//! Compares the published catalog with a copy of the published reference, row by row and column by column.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use studio_errors::catalog::{QuotaError, StudioError};
use studio_errors::{Catalog, CodeSet, ErrorResponse, FromCode, Studio, StudioErrorCode};

const COLUMNS: &str = "category\ttitle\tfirst\tlast\tcode\thttp\tname\tdescription\tresolution";

fn reference() -> Vec<Vec<&'static str>> {
    let mut lines = include_str!("error-codes.tsv").lines();
    assert_eq!(lines.next(), Some(COLUMNS));
    lines.map(|line| line.split('\t').collect()).collect()
}

#[test]
fn every_row_and_column_agrees_with_the_reference() {
    let catalog: Vec<_> = StudioError::CODES
        .iter()
        .map(|info| {
            [
                info.category().slug(),
                info.category().title(),
                &info.category().ranges().map(|range| range.start().to_string()).collect::<String>(),
                &info.category().ranges().map(|range| range.end().to_string()).collect::<String>(),
                &info.code().number().to_string(),
                &info.http().to_string(),
                info.name(),
                info.description(),
                info.resolution(),
            ]
            .join("\t")
        })
        .collect();
    let copy: Vec<_> = reference().into_iter().map(|row| row.join("\t")).collect();
    let missing: Vec<_> = catalog.iter().filter(|row| !copy.contains(row)).map(String::as_str).collect();
    assert!(missing.is_empty(), "`tests/tests/error-codes.tsv` does not have these rows:\n{}", missing.join("\n"));
    assert_eq!(copy, catalog);
}

#[test]
fn the_categories_are_those_of_the_reference_in_order() {
    let mut seen = BTreeSet::new();
    let of_reference: Vec<_> = reference().into_iter().map(|row| row[0]).filter(|slug| seen.insert(*slug)).collect();
    let of_catalog: Vec<_> = Studio::CATEGORIES.iter().map(studio_errors::Category::slug).collect();
    assert_eq!(of_catalog, of_reference);
}

#[test]
fn every_code_gives_its_value_and_its_error_body() {
    for row in reference() {
        let code = format!("STUDIO_{}", row[4]);
        let error = StudioError::from_code(&code).unwrap();
        assert_eq!(error.code(), *code);
        assert_eq!(error.info().name(), row[6]);
        assert_eq!(error.to_string(), row[7]);
        let expected = json!({"error": {"code": code, "message": row[7], "http": row[5].parse::<u16>().unwrap()}});
        let written: serde_json::Value = serde_json::from_str(&error.to_json()).unwrap();
        assert_eq!(written, expected);
        assert_eq!(serde_json::to_string(&error).unwrap(), error.to_json());
    }
}

#[test]
fn pointers_forward_to_the_error() {
    fn facts_of<T: FromCode + StudioErrorCode>(code: &str) -> (String, String, Option<Duration>) {
        let error = T::from_code(code).unwrap();
        let nested: Box<dyn StudioErrorCode + '_> = Box::new(&error);
        (nested.message().into_owned(), nested.to_json().into_owned(), nested.retry_after())
    }

    let expected = facts_of::<StudioError>("STUDIO_1601");
    assert_eq!(facts_of::<Box<StudioError>>("STUDIO_1601"), expected);
    assert_eq!(facts_of::<Rc<StudioError>>("STUDIO_1601"), expected);
    assert_eq!(facts_of::<Arc<StudioError>>("STUDIO_1601"), expected);
    assert!(Box::<StudioError>::from_code("ACME_1601").is_none());
}

#[test]
fn codes_sets_and_responses_have_debug_output() {
    assert_eq!(format!("{:?}", QuotaError::INSUFFICIENT_CREDITS), "STUDIO_1601");
    assert_eq!(QuotaError::INSUFFICIENT_CREDITS.as_ref(), "STUDIO_1601");
    let listed = "[STUDIO_1600, STUDIO_1601, STUDIO_1602, STUDIO_1603";
    assert!(format!("{:?}", QuotaError::CODES).starts_with(listed));
    let response = ErrorResponse::from(QuotaError::InsufficientCredits);
    assert_eq!(response.to_string(), response.body());
    assert_eq!(response.info(), QuotaError::InsufficientCredits.info());
}
