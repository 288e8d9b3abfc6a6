//! The API description has exactly the errors with which each operation answers.

use std::collections::{BTreeMap, BTreeSet};

use axum::body::to_bytes;
use serde_json::Value;
use tower::ServiceExt;

use super::*;

/// The operations, each with the pairs of a status and a code.
type Errors = BTreeMap<String, BTreeSet<(String, String)>>;

fn documented() -> Errors {
    let api = serde_json::to_value(Api::openapi()).unwrap();
    let mut errors = Errors::new();
    for (path, item) in api["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let found = errors.entry(format!("{method} {path}")).or_default();
            let responses = operation["responses"].as_object().unwrap();
            for (status, response) in responses.iter().filter(|(status, _)| status.starts_with(['4', '5'])) {
                let component = response["$ref"].as_str().unwrap().trim_start_matches('#');
                let codes = api.pointer(component).unwrap()["content"]["application/json"]["examples"]
                    .as_object()
                    .unwrap()
                    .keys();
                found.extend(codes.map(|code| (status.clone(), code.clone())));
            }
        }
    }
    errors
}

async fn answered(request: Request) -> (String, String) {
    let response = app().oneshot(request).await.unwrap();
    let status = response.status().as_str().to_owned();
    let body: Value = serde_json::from_slice(&to_bytes(response.into_body(), 100_000).await.unwrap()).unwrap();
    (status, body["error"]["code"].as_str().unwrap().to_owned())
}

fn post(body: impl Into<Body>, content_type: &str) -> Request {
    Request::post("/images").header("content-type", content_type).body(body.into()).unwrap()
}

fn get(path: &str) -> Request {
    Request::get(path).body(Body::empty()).unwrap()
}

#[tokio::test]
async fn the_api_description_has_exactly_the_errors_of_each_operation() {
    let json = "application/json";
    let images = [
        post(r#"{"prompt":"","wallet":1}"#, json),
        post(r#"{"prompt":"a dodo","wallet":1}"#, json),
        post(r#"{"prompt":"a red fox","wallet":2}"#, json),
        post(r#"{"prompt":"a red fox","wallet":3}"#, json),
        post(r#"{"prompt":"a red fox","wallet":1,"steps":0}"#, json),
        post(vec![b' '; 3_000_000], json),
        post("a red fox", "text/plain"),
    ];
    let operations = [
        ("post /images", Vec::from(images)),
        ("get /render/jobs/{job}", ["/render/jobs/7", "/render/jobs/8", "/render/jobs/x"].map(get).into()),
        ("get /templates", vec![get("/templates")]),
        ("get /projects", vec![get("/projects")]),
    ];
    let mut errors = Errors::new();
    for (operation, requests) in operations {
        let found = errors.entry(operation.to_owned()).or_default();
        for request in requests {
            found.insert(answered(request).await);
        }
    }
    assert_eq!(errors, documented());
}
