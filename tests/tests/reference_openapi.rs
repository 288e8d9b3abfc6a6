//! The OpenAPI document; `.ci/steps/reference-compilers.sh` has it validated and compiled.
#![allow(clippy::doc_markdown)]

use serde_json::{Value, json};
use studio_errors::catalog::{QuotaError, StudioError};
use studio_errors::reference::Reference;

fn document() -> Value {
    serde_json::from_str(&Reference::of::<StudioError>().to_openapi()).unwrap()
}

#[test]
fn every_code_is_one_named_example_of_its_status() {
    let document = document();
    assert_eq!(document["openapi"], "3.1.0");
    let responses = document["components"]["responses"].as_object().unwrap();
    let mut seen = Vec::new();
    for (status, response) in responses {
        for (code, example) in response["content"]["application/json"]["examples"].as_object().unwrap() {
            let row = Reference::of::<StudioError>().get(code).unwrap().clone();
            assert_eq!(row.http.to_string(), *status);
            assert_eq!(example["summary"], *row.name);
            let error = json!({"code": code, "message": row.description, "http": row.http});
            assert_eq!(example["value"], json!({"error": error}));
            seen.push(code.clone());
        }
    }
    seen.sort();
    let codes: Vec<_> = Reference::of::<StudioError>().codes.into_iter().map(|row| row.code.into_owned()).collect();
    assert_eq!(seen, codes);
    assert_eq!(document["components"]["schemas"]["ErrorCode"]["enum"], json!(codes));
}

#[test]
fn a_response_allows_the_codes_of_its_status_alone() {
    let document: Value = serde_json::from_str(&Reference::of::<QuotaError>().to_openapi()).unwrap();
    let schema = &document["components"]["responses"]["429"]["content"]["application/json"]["schema"];
    let error = &schema["properties"]["error"];
    assert_eq!(error["properties"]["code"]["enum"], json!(["STUDIO_1600", "STUDIO_1602"]));
    assert_eq!(error["properties"]["http"]["enum"], json!([429]));
    assert_eq!(error["required"], json!(["code", "message", "http"]));
}

#[test]
fn one_code_set_has_one_document() {
    assert_eq!(Reference::of::<StudioError>().to_openapi(), Reference::of::<StudioError>().to_openapi());
}
