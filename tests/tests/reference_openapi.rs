//! The OpenAPI document; `.ci/steps/reference-compilers.sh` validates it and compiles generated types.
#![allow(clippy::doc_markdown)]

use serde_json::{Value, json};
use studio_errors::catalog::{QuotaError, StudioError};
use studio_errors::reference::Reference;
use studio_errors::{CodeSet, ErrorInfo};

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
fn a_response_allows_only_the_codes_of_its_status() {
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

#[test]
fn a_code_states_whether_it_is_retryable_or_deprecated() {
    let json = Reference::of::<QuotaError>().to_json().replacen(
        r#""retryable": false"#,
        r#""retryable": false, "deprecated": {"since": "2.0.0"}"#,
        1,
    );
    let document: Value = serde_json::from_str(&Reference::from_json(&json).unwrap().to_openapi()).unwrap();
    let code = &document["components"]["schemas"]["ErrorCode"];
    assert_eq!(code["x-retryable"], json!(QuotaError::CODES.iter().map(ErrorInfo::retryable).collect::<Vec<_>>()));
    assert_eq!(code["x-deprecated"], json!([false, true, false, false]));
    assert_eq!(code["oneOf"][0]["x-retryable"], true);
    assert_eq!(code["oneOf"][0].get("deprecated"), None);
    assert_eq!((&code["oneOf"][1]["const"], &code["oneOf"][1]["deprecated"]), (&json!("STUDIO_1601"), &json!(true)));
    let response = document["components"]["responses"]["402"]["description"].as_str().unwrap();
    assert!(response.ends_with("*(deprecated since 2.0.0)*"), "{response}");
}

#[test]
fn codes_that_share_a_name_have_different_variable_names() {
    let json = Reference::of::<QuotaError>().to_json().replace("INSUFFICIENT_CREDITS", "QUOTA_EXCEEDED");
    let document: Value = serde_json::from_str(&Reference::from_json(&json).unwrap().to_openapi()).unwrap();
    let names =
        json!(["RATE_LIMIT_EXCEEDED", "QUOTA_EXCEEDED_STUDIO_1601", "QUOTA_EXCEEDED_STUDIO_1602", "FEATURE_DISABLED"]);
    assert_eq!(document["components"]["schemas"]["ErrorCode"]["x-enum-varnames"], names);
    let schema = &document["components"]["responses"]["402"]["content"]["application/json"]["schema"];
    let code = &schema["properties"]["error"]["properties"]["code"];
    assert_eq!(code["x-enum-varnames"], json!(["QUOTA_EXCEEDED_STUDIO_1601"]));
}
