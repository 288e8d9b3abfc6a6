//! Bodies that services had before: links, own facts, values of the request, texts around placeholders, and a header with the code.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request};
use axum::routing::get;
use studio_errors::reference::Reference;
use studio_errors::response::{ErrorLayer, RequestHead};
use studio_errors::{Catalog, Category, Challenge, ErrorBody, ErrorResponse, Property, StudioErrorCode};
use tower::ServiceExt;

struct Pay;

impl Catalog for Pay {
    const PREFIX: &'static str = "PAY";
    const CATEGORIES: &'static [Category] = &[Category::new("card-errors", "Cards", 1..=99)];
    const CHALLENGE: Challenge = Challenge::Omitted;
    const DOCS: Option<&'static str> = Some("https://pay.example/errors#");
    const CODE_HEADER: Option<&'static str> = Some("x-pay-code");
    const PROPERTIES: &'static [Property] =
        &[Property::new("type").one_of(&["invalid_request", "api_error"]).required(), Property::new("team")];
    const ENVELOPE: &'static str = concat!(
        r#"{"error":{"type":"{property.type}","code":"{name:snake_case}","message":"{{{message}}}","doc_url":"{docs}","#,
        r#""of":"{category:PascalCase}/{number}","team":"{property.team}","trace":"id {request.trace_id}","#,
        r#""path":"{request.path}","details":{details}}}"#
    );
}

#[derive(Debug, Clone, serde::Serialize)]
struct Limits {
    least: u32,
    most: Option<u32>,
}

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(catalog = Pay, category = "card-errors", properties(type = "invalid_request"), axum)]
#[error("{self:?}")]
enum PayError {
    /// The card was declined
    #[studio(code = 1, http = 402, properties(team = "cards"))]
    CardDeclined,
    /// The ledger is closed
    #[studio(code = 2, http = 500, properties(type = "api_error"))]
    LedgerClosed,
    /// Sign in
    #[studio(code = 3, http = 401)]
    SignIn,
    /// The token lacks a scope
    #[studio(code = 4, http = 403, challenge = "Bearer error=\"insufficient_scope\"")]
    NoScope,
    /// The amount is out of range
    #[studio(code = 5, http = 422)]
    Amount {
        #[studio(details)]
        limits: Limits,
    },
    /// The amount has another currency
    #[studio(code = 6, http = 422)]
    Currency(#[studio(details)] Option<Vec<u32>>),
}

fn body(error: &PayError) -> String {
    let json = error.to_json().into_owned();
    assert_eq!(ErrorResponse::of(error).body(), json);
    let same: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(serde_json::to_value(error).unwrap(), same);
    json
}

#[test]
fn every_placeholder_has_its_value() {
    assert_eq!(
        body(&PayError::CardDeclined),
        concat!(
            r#"{"error":{"type":"invalid_request","code":"card_declined","message":"{The card was declined}","#,
            r#""doc_url":"https://pay.example/errors#PAY_1","of":"CardErrors/1","team":"cards"}}"#
        )
    );
    assert_eq!(
        body(&PayError::LedgerClosed),
        concat!(
            r#"{"error":{"type":"api_error","code":"ledger_closed","message":"{The ledger is closed}","#,
            r#""doc_url":"https://pay.example/errors#PAY_2","of":"CardErrors/2"}}"#
        )
    );
    let limits = Limits { least: 3, most: None };
    assert!(
        body(&PayError::Amount { limits }).ends_with(r#","of":"CardErrors/5","details":{"least":3,"most":null}}}"#)
    );
    // A value that is no object is left out.
    for value in [None, Some(vec![1])] {
        assert!(body(&PayError::Currency(value)).ends_with(r#","of":"CardErrors/6"}}"#));
    }
}

#[test]
fn a_client_reads_whole_values() {
    let json = body(&PayError::CardDeclined);
    let read = ErrorBody::read::<Pay>(&json, 402).unwrap();
    // The message is in a longer string.
    assert_eq!((&*read.code, &*read.message, read.http), ("card_declined", "", 402));
    assert!(!read.retryable_in::<PayError>());
    let info = |error: PayError| error.info();
    assert_eq!(info(PayError::CardDeclined).property("team"), Some("cards"));
    assert_eq!(info(PayError::LedgerClosed).property("team"), None);
    assert_eq!(info(PayError::SignIn).docs().as_deref(), Some("https://pay.example/errors#PAY_3"));
}

#[test]
fn markdown_and_html_show_the_properties_and_the_challenge() {
    let reference = Reference::of::<PayError>();
    let markdown = reference.to_markdown();
    assert!(markdown.contains("<br>Properties: team cards, type invalid_request"), "{markdown}");
    assert!(markdown.contains("<br>Challenge: Bearer error="), "{markdown}");
    let html = reference.to_html();
    assert!(
        html.contains("<p class=\"details\">Properties: <bdi>team cards</bdi>, <bdi>type invalid_request</bdi></p>"),
        "{html}"
    );
    assert!(html.contains("<p class=\"details\">Challenge: <bdi>Bearer error="), "{html}");
}

#[test]
fn a_reference_has_the_properties_and_reads_back() {
    let reference = Reference::of::<PayError>();
    assert_eq!(Reference::from_json(&reference.to_json()).unwrap(), reference);
    let row = |code: &str| reference.get(code).unwrap().clone();
    assert_eq!(
        (&*row("PAY_2").properties["type"], row("PAY_4").challenge.as_deref()),
        ("api_error", Some("Bearer error=\"insufficient_scope\""))
    );
    assert!(row("PAY_5").open_details && !row("PAY_1").open_details);
    assert_eq!(reference.catalogs[0].code_header.as_deref(), Some("x-pay-code"));
    let openapi: serde_json::Value = serde_json::from_str(&reference.to_openapi()).unwrap();
    let responses = &openapi["components"]["responses"];
    for status in ["401", "402", "403", "422", "500", "default"] {
        assert!(responses[status]["headers"].get("x-pay-code").is_some(), "{status}");
    }
    let error = &responses["402"]["content"]["application/json"]["schema"]["properties"]["error"];
    let members = ["type", "code", "message", "doc_url", "of"];
    assert_eq!(error["required"], serde_json::json!(members));
    assert_eq!(error["properties"]["code"]["anyOf"][0]["enum"], serde_json::json!(["card_declined"]));
    assert_eq!(error["properties"]["type"]["anyOf"][0]["enum"], serde_json::json!(["invalid_request"]));
}

async fn answer(app: Router, method: &str, accept: &str) -> (HeaderMap, String) {
    let request = Request::builder().method(method).uri("/pay").header("accept", accept).header("traceparent", "7");
    let response = app.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let headers = response.headers().clone();
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (headers, String::from_utf8(body.to_vec()).unwrap())
}

#[tokio::test]
#[expect(clippy::redundant_closure_for_method_calls, reason = "the method alone is not general enough over lifetimes")]
async fn the_layer_supplies_values_of_the_request() {
    let app = |error: fn() -> PayError| {
        Router::new().route("/pay", get(move || async move { Err::<(), _>(error()) })).layer(
            ErrorLayer::new()
                .value("trace_id", |request: &RequestHead<'_>| request.header("traceparent").map(str::to_owned))
                .value("path", |request| Some(format!("{} {}", request.method(), request.path())))
                .value("absent", |request| request.extension::<String>()),
        )
    };
    let (headers, body) = answer(app(|| PayError::CardDeclined), "GET", "*/*").await;
    assert_eq!(headers["x-pay-code"], "PAY_1");
    assert!(body.ends_with(r#","team":"cards","trace":"id 7","path":"GET /pay"}}"#), "{body}");
    let (headers, body) = answer(app(|| PayError::CardDeclined), "GET", "application/problem+json").await;
    assert_eq!(headers["x-pay-code"], "PAY_1");
    let problem: serde_json::Value = serde_json::from_str(&body).unwrap();
    // The property `type` has the name of a member of problem details.
    assert_eq!((&problem["type"], &problem["team"]), (&"https://pay.example/errors#PAY_1".into(), &"cards".into()));
    assert_eq!(
        (&problem["trace_id"], &problem["path"], problem.get("absent")),
        (&"7".into(), &"GET /pay".into(), None)
    );
    let (headers, _) = answer(app(|| PayError::CardDeclined), "HEAD", "*/*").await;
    assert_eq!(headers["x-pay-code"], "PAY_1");
}

#[test]
fn a_catalog_can_omit_the_challenge_and_a_code_can_state_its_own() {
    let challenge = |error: PayError| ErrorResponse::of(&error).challenge();
    assert_eq!(challenge(PayError::SignIn), None);
    assert_eq!(challenge(PayError::NoScope), Some("Bearer error=\"insufficient_scope\""));
    assert_eq!(challenge(PayError::CardDeclined), None);
}

struct Plain;

impl Catalog for Plain {
    const PREFIX: &'static str = "P";
    const CATEGORIES: &'static [Category] = &[Category::new("all", "All", 1..=99)];
    const CODE_HEADER: Option<&'static str> = Some("x-code");
    const ENVELOPE: &'static str = r#"{"error":"{message}"}"#;
}

/// The name is taken
#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Plain, category = "all", code = 1, http = 409)]
struct Taken;

#[test]
fn a_body_can_have_no_code_if_a_header_has_it() {
    assert_eq!(Taken.to_json(), r#"{"error":"The name is taken"}"#);
    let read = ErrorBody::read::<Plain>(r#"{"error":"The name is taken"}"#, 409).unwrap();
    assert_eq!((&*read.code, &*read.message), ("", "The name is taken"));
}
