//! The OpenAPI document; `.ci/steps/clients.sh` validates it and runs generated clients.
#![allow(clippy::doc_markdown)]

use serde_json::{Value, json};
use studio_errors::catalog::{QuotaError, StudioError};
use studio_errors::reference::{OpenApiInfo, Reference};
use studio_errors::{CodeSet, ErrorInfo};

fn document() -> Value {
    serde_json::from_str(&Reference::of::<StudioError>().to_openapi()).unwrap()
}

#[test]
fn every_code_is_one_named_example_of_its_status() {
    let document = document();
    assert_eq!(document["openapi"], "3.1.0");
    let mut responses = document["components"]["responses"].as_object().unwrap().clone();
    assert_eq!(responses.remove("default").unwrap()["content"]["application/json"].get("examples"), None);
    let mut seen = Vec::new();
    for (status, response) in &responses {
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
    assert_eq!(document["components"]["schemas"]["ErrorCode"]["anyOf"][0]["enum"], json!(codes));
}

#[test]
fn a_description_is_a_paragraph_of_commonmark() {
    let of = |text: &str| {
        let mut reference = Reference::of::<QuotaError>();
        reference.codes[1].description = text.to_owned().into();
        reference.codes[1].resolution = text.to_owned().into();
        let document: Value = serde_json::from_str(&reference.to_openapi()).unwrap();
        let components = &document["components"];
        let code = components["schemas"]["ErrorCode"]["anyOf"][0]["oneOf"][1]["description"].clone();
        let examples = &components["responses"]["402"]["content"]["application/json"]["examples"];
        [code, examples["STUDIO_1601"]["description"].clone()]
    };
    for (text, shown) in
        [("- pay", "\\- pay"), ("---", "\\---"), ("1. pay", "1\\. pay"), ("    pay", "pay"), ("=", "\\=")]
    {
        assert_eq!(of(text), [shown; 2].map(Value::from), "{text}");
    }
}

#[test]
fn a_response_lists_the_codes_of_its_status_and_allows_newer_ones() {
    let document: Value = serde_json::from_str(&Reference::of::<QuotaError>().to_openapi()).unwrap();
    let content = |status: &str| document["components"]["responses"][status]["content"].clone();
    let schema = &content("429")["application/json"]["schema"];
    assert_eq!(schema["required"], json!(["error"]));
    let error = &schema["properties"]["error"];
    let code = &error["properties"]["code"]["anyOf"];
    assert_eq!((&code[0]["enum"], &code[0]["type"]), (&json!(["STUDIO_1600", "STUDIO_1602"]), &json!("string")));
    assert_eq!((&code[1], code.get(2)), (&json!({"type": "string"}), None));
    let statuses = json!([{"type": "integer", "enum": [429]}, {"type": "integer"}]);
    assert_eq!(error["properties"]["http"]["anyOf"], statuses);
    assert_eq!(error["required"], json!(["code", "message", "http"]));
    assert_eq!(error["properties"]["details"]["type"], "object");
    assert_eq!(error["properties"]["request_id"]["type"], "string");

    let problem = &content("429")["application/problem+json"]["schema"];
    assert_eq!(problem["required"], json!(["type", "detail", "title", "status", "code"]));
    assert_eq!(problem["properties"]["status"]["anyOf"], statuses);
    assert_eq!(problem["properties"]["code"]["anyOf"], *code);
    assert_eq!(document["components"]["schemas"]["ProblemDetails"]["required"], problem["required"]);

    let any = &content("default")["application/json"]["schema"];
    assert_eq!(*any, document["components"]["schemas"]["ErrorBody"]);
    assert_eq!(any["properties"]["error"]["properties"]["code"]["anyOf"][0]["enum"].as_array().unwrap().len(), 4);
}

#[test]
fn a_response_has_the_headers_of_its_status() {
    let document = document();
    let responses = document["components"]["responses"].as_object().unwrap();
    let with = |header: &str| {
        let has = |response: &Value| response.pointer(&format!("/headers/{header}")).is_some();
        responses.iter().filter(|(_, response)| has(response)).map(|(status, _)| status.clone()).collect::<Vec<_>>()
    };
    assert_eq!(with("WWW-Authenticate"), ["401"]);
    let mut retryable: Vec<_> =
        StudioError::CODES.iter().filter(|info| info.retryable()).map(|info| info.http().to_string()).collect();
    retryable.push("default".into());
    retryable.sort();
    retryable.dedup();
    assert_eq!(with("Retry-After"), retryable);
}

#[test]
fn the_details_of_each_code_have_a_schema() {
    let details = r#""retryable": false, "details": [
        {"name": "need", "type": "integer", "optional": false},
        {"name": "fields", "type": "violations", "optional": true},
        {"name": "more", "type": "array", "optional": true},
        {"name": "shape", "type": "any", "optional": false}]"#;
    let json = Reference::of::<QuotaError>().to_json().replacen(r#""retryable": false"#, details, 1);
    let document: Value = serde_json::from_str(&Reference::from_json(&json).unwrap().to_openapi()).unwrap();
    let schema = &document["components"]["responses"]["402"]["content"]["application/json"]["schema"];
    let details = &schema["properties"]["error"]["properties"]["details"]["anyOf"];
    assert_eq!(details[0]["title"], "InsufficientCreditsDetails");
    assert_eq!(details[0]["required"], json!(["need", "shape"]));
    assert_eq!(details[0]["properties"]["need"], json!({"type": "integer"}));
    assert_eq!(details[0]["properties"]["fields"]["items"]["required"], json!(["message", "pointer"]));
    assert_eq!(details[0]["properties"]["more"]["type"], "array");
    assert_eq!(details[0]["properties"]["shape"].get("type"), None);
    assert_eq!(details[1], json!({"type": "object", "additionalProperties": true}));
    let other = &document["components"]["responses"]["403"]["content"]["application/json"]["schema"];
    assert_eq!(other["properties"]["error"]["properties"]["details"].get("anyOf"), None);
}

#[test]
fn the_schema_is_that_of_the_envelope() {
    let template = r#"{"ok":false,"no":{number},"text":"{message}","status":"{http}","trace":{"id":"{request_id}"}}"#;
    let json = Reference::of::<QuotaError>().to_json();
    let json = json.replacen("\"width\": 0", &format!("\"width\": 0, \"envelope\": {}", json!(template)), 1);
    let document: Value = serde_json::from_str(&Reference::from_json(&json).unwrap().to_openapi()).unwrap();
    let response = &document["components"]["responses"]["402"]["content"]["application/json"];
    let schema = &response["schema"];
    assert_eq!(schema["required"], json!(["ok", "no", "text", "status", "trace"]));
    let properties = &schema["properties"];
    assert_eq!(properties["ok"], json!({"type": "boolean", "enum": [false]}));
    assert_eq!(properties["no"]["anyOf"], json!([{"type": "integer", "enum": [1601]}, {"type": "integer"}]));
    assert_eq!(properties["status"]["anyOf"], json!([{"type": "string", "enum": ["402"]}, {"type": "string"}]));
    assert_eq!(properties["trace"]["properties"]["id"]["type"], "string");
    let example = &response["examples"]["STUDIO_1601"]["value"];
    assert_eq!((&example["no"], &example["status"]), (&json!(1601), &json!("402")));
}

#[test]
fn the_caller_states_the_title_the_version_and_the_servers() {
    let reference = Reference::of::<QuotaError>();
    let read = |json: String| serde_json::from_str::<Value>(&json).unwrap();
    let default = read(reference.to_openapi());
    assert_eq!(default["info"], json!({"title": "STUDIO error codes", "version": "0.0.0"}));
    assert_eq!(default.get("servers"), None);
    let info = OpenApiInfo::new().title("Orders").version("2.1.0").server("https://a.example").server("/v2");
    let stated = read(reference.to_openapi_with(&info));
    assert_eq!(stated["info"], json!({"title": "Orders", "version": "2.1.0"}));
    assert_eq!(stated["servers"], json!([{"url": "https://a.example"}, {"url": "/v2"}]));
    assert_eq!(stated["components"], default["components"]);
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
    let code = &document["components"]["schemas"]["ErrorCode"]["anyOf"][0];
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
    let mut reference = Reference::of::<QuotaError>();
    for (row, name) in reference.codes.iter_mut().zip(["SAME", "SAME", "OTHER", "SAME_STUDIO_1600"]) {
        row.name = name.into();
    }
    let names = |reference: &Reference, pointer: &str| {
        let document: Value = serde_json::from_str(&reference.to_openapi()).unwrap();
        document["components"].pointer(&format!("{pointer}/anyOf/0/x-enum-varnames")).unwrap().clone()
    };
    let all = ["SAME_STUDIO_1600_", "SAME_STUDIO_1601", "OTHER", "SAME_STUDIO_1600"];
    assert_eq!(names(&reference, "/schemas/ErrorCode"), json!(all));
    let code = "/responses/402/content/application~1json/schema/properties/error/properties/code";
    assert_eq!(names(&reference, code), json!(["SAME_STUDIO_1601"]));
    reference.codes[0].code = "-5".into();
    assert_eq!(names(&reference, "/schemas/ErrorCode")[0], "SAME__5");
}
