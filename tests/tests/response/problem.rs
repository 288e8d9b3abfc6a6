//! Problem details (RFC 9457): their members, and the requests that receive them.

use std::fmt;

use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde_json::{Value, json};
use studio_errors::catalog::{RenderError, StudioError};
use studio_errors::{CodeSet, ErrorInfo, ErrorResponse, FromCode, StudioErrorCode};

/// Text that could end a header, a line or a string, or control a terminal.
const HOSTILE: &str = "\r\nset-cookie: canary=1\r\n\r\n\"}} \u{0}\u{1b}[2J\u{7f}\u{9b}2J\u{2028}\u{202e}";

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "image")]
enum PromptError {
    #[error("\"{0}\" is\nno prompt: \\ \u{1}\u{1f600} {{}}")]
    #[studio(code = 1000, display)]
    InvalidPrompt(&'static str),
}

fn problem(error: impl Into<ErrorResponse>) -> Value {
    let response = error.into().into_problem();
    assert_eq!(response.content_type(), "application/problem+json");
    serde_json::from_str(&response.body()).unwrap()
}

#[test]
fn every_code_has_problem_details() {
    for info in StudioError::CODES {
        let error = StudioError::from_code(info.code().as_str()).unwrap();
        assert_eq!(
            problem(error),
            json!({
                "type": "about:blank",
                "title": StatusCode::from_u16(info.http()).unwrap().canonical_reason(),
                "status": info.http(),
                "detail": info.description(),
                "code": info.code(),
            })
        );
    }
}

#[test]
fn the_detail_is_the_message() {
    for words in ["a", "", r#"","http":400}}"#, r#"","message":""#, "\"}}", "\\", HOSTILE] {
        let error = PromptError::InvalidPrompt(words);
        let message = error.to_string();
        let problem = problem(error);
        assert_eq!(problem["detail"], message);
        assert_eq!(problem["title"], "Bad Request");
        assert_eq!(problem["status"], 400);
    }
}

#[test]
fn text_of_an_error_never_becomes_a_header() {
    for accept in ["", "application/problem+json", HOSTILE] {
        let error = ErrorResponse::from(PromptError::InvalidPrompt(HOSTILE)).negotiate(accept).with_request_id(HOSTILE);
        let body: Value = serde_json::from_str(&error.body()).unwrap();
        assert!(body.to_string().contains("canary"), "{body}");
        let response = error.into_response();
        assert_eq!(response.status(), 400);
        let headers: Vec<_> =
            response.headers().iter().map(|(name, value)| (name.as_str(), value.to_str().unwrap())).collect();
        let content_type = if accept.starts_with('a') { "application/problem+json" } else { "application/json" };
        assert_eq!(headers, [("content-type", content_type), ("vary", "accept")]);
    }
}

#[test]
fn the_accept_header_determines_the_format() {
    for (accept, problem) in [
        ("", false),
        ("*/*", false),
        ("application/json", false),
        ("text/html", false),
        ("application/*", false),
        ("application/problem+json", true),
        ("APPLICATION/Problem+JSON", true),
        ("application/problem+json; charset=utf-8", true),
        ("application/json, application/problem+json", false),
        ("application/problem+json, application/json", false),
        ("application/json;q=0.5, application/problem+json", true),
        ("application/json;q=0.5 , application/problem+json;q=0.4", false),
        ("application/problem+json;q=0.001", true),
        // The exact type takes precedence over a range.
        ("application/problem+json, */*", true),
        ("application/problem+json, */*;q=0.1", true),
        ("application/problem+json;q=0.5, */*", false),
        ("application/problem+json;q=0.5, */*;q=0.8, application/json;q=0.1", true),
        ("application/problem+json;q=0", false),
        ("application/problem+json;q=0, application/json;q=0", false),
        ("application/problem+json;Q=1", true),
        ("application/json;q=0, application/problem+json;q=0.1", true),
        // `application/*` is more specific than `*/*`, in any order.
        ("*/*;q=0.9, application/*;q=0.5, application/problem+json;q=0.7", true),
        ("application/*;q=0.9, */*;q=0.5, application/problem+json;q=0.7", false),
        ("text/*;q=0.9, application/problem+json;q=0.7", true),
        ("application/problem+xml, application/json;q=0.5", false),
        ("application/problem, application/json;q=0.5", false),
        ("application/vnd.a+json, application/problem+json;q=0.5", true),
        ("*/json, application/problem+json;q=0.5", true),
        // Of two equal ranges, the first counts.
        ("application/problem+json;q=0.3, application/problem+json;q=0.9, application/json;q=0.5", false),
        // A comma in quotes does not separate ranges. An invalid range is ignored.
        ("text/x;a=\",application/problem+json,\"", false),
        ("application/problem+json;q=2", false),
        ("application/problem+json;q=NaN", false),
        ("application/problem+json;q=", false),
        (",,;;q, application/problem+json", true),
        ("\u{1f600}, application/problem+json", true),
        ("\"", false),
    ] {
        let response = ErrorResponse::from(RenderError::JobNotFound).negotiate(accept);
        let expected = if problem { "application/problem+json" } else { "application/json" };
        assert_eq!(response.content_type(), expected, "{accept}");
        assert_eq!(response.vary(), Some("accept"));
    }
    assert_eq!(ErrorResponse::from(RenderError::JobNotFound).vary(), None);
}

/// An implementation by hand with its own format.
#[derive(Debug)]
struct ByHand;

impl fmt::Display for ByHand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("by hand")
    }
}

impl std::error::Error for ByHand {}

impl StudioErrorCode for ByHand {
    fn info(&self) -> ErrorInfo {
        RenderError::JobNotFound.info()
    }

    fn to_json(&self) -> std::borrow::Cow<'static, str> {
        r#"{"error":{"code":"STUDIO_1500","message":"a","more":{"message":"b","http":404}}"#.into()
    }
}

#[test]
fn a_body_written_by_hand_is_not_parsed() {
    assert_eq!(ErrorResponse::from(ByHand).body(), ErrorResponse::from(RenderError::JobNotFound).body());
    let problem = problem(ByHand);
    assert_eq!((&problem["status"], &problem["detail"]), (&json!(404), &json!("Render job does not exist")));
    assert_eq!(problem.as_object().unwrap().len(), 5);
}

macro_rules! catalog_with_docs {
    ($catalog:ident $error:ident $docs:literal) => {
        struct $catalog;

        impl studio_errors::Catalog for $catalog {
            const PREFIX: &'static str = "ACME";
            const CATEGORIES: &'static [studio_errors::Category] =
                &[studio_errors::Category::new("orders", "Orders", 1..=99)];
            const DOCS: Option<&'static str> = Some($docs);
        }

        #[derive(Debug, thiserror::Error, StudioErrorCode)]
        #[error("order {0}")]
        #[studio(catalog = $catalog, category = "orders", code = 7, http = 404, display)]
        #[studio(name = "ORDER_NOT_FOUND", description = "The order does not exist")]
        struct $error(u8);
    };
}

catalog_with_docs! { Path PathError "https://acme.example/errors" }
catalog_with_docs! { Slash SlashError "https://acme.example/errors/" }
catalog_with_docs! { Fragment FragmentError "https://acme.example/errors#" }
catalog_with_docs! { Quoted QuotedError "\"docs\"\n" }

#[test]
fn the_type_is_the_url_of_the_code_in_the_reference() {
    for (problem, expected) in [
        (problem(PathError(1)), "https://acme.example/errors/ACME_7"),
        (problem(SlashError(1)), "https://acme.example/errors/ACME_7"),
        (problem(FragmentError(1)), "https://acme.example/errors#ACME_7"),
        (problem(QuotedError(1)), "\"docs\"\n/ACME_7"),
    ] {
        let (title, detail) = ("The order does not exist", "order 1");
        assert_eq!(
            problem,
            json!({"type": expected, "title": title, "status": 404, "detail": detail, "code": "ACME_7"})
        );
    }
}
