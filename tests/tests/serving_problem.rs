//! Problem details (RFC 9457): their members, and who gets them.

use std::fmt;

use serde_json::{Value, json};
use studio_errors::catalog::{RenderError, StudioError};
use studio_errors::{CodeSet, ErrorInfo, ErrorResponse, FromCode, StudioErrorCode};

const BASE: &str = "https://studio.example/errors";

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "image")]
enum PromptError {
    #[error("\"{0}\" is\nno prompt: \\ \u{1}\u{1f600} {{}}")]
    #[studio(code = 1000, display)]
    InvalidPrompt(&'static str),
}

fn problem(error: impl Into<ErrorResponse>, base: &str) -> Value {
    let response = error.into().into_problem(base);
    assert_eq!(response.content_type(), "application/problem+json");
    serde_json::from_str(response.body()).unwrap()
}

#[test]
fn every_code_has_one() {
    for info in StudioError::CODES.iter() {
        let error = StudioError::from_code(info.code.as_str()).unwrap();
        assert_eq!(
            problem(error, BASE),
            json!({
                "type": format!("{BASE}/{}", info.code),
                "title": info.description,
                "status": info.http,
                "detail": info.description,
                "code": info.code,
            })
        );
    }
}

#[test]
fn the_detail_is_the_message_and_the_title_is_not() {
    for words in ["a", "", r#"","http":400}}"#, r#"","message":""#, "\"}}", "\\"] {
        let error = PromptError::InvalidPrompt(words);
        let message = error.to_string();
        let problem = problem(error, BASE);
        assert_eq!(problem["detail"], message);
        assert_eq!(problem["title"], "Image prompt is empty, exceeds limit, or contains forbidden content");
        assert_eq!(problem["status"], 400);
    }
}

#[test]
fn the_type_lies_under_the_base() {
    for (base, expected) in [
        ("https://studio.example/errors", "https://studio.example/errors/STUDIO_1500"),
        ("https://studio.example/errors/", "https://studio.example/errors/STUDIO_1500"),
        ("https://studio.example/reference#", "https://studio.example/reference#STUDIO_1500"),
        ("quoted \"base\"\n", "quoted \"base\"\n/STUDIO_1500"),
    ] {
        assert_eq!(problem(RenderError::JobNotFound, base)["type"], expected);
    }
    let twice = ErrorResponse::from(RenderError::JobNotFound).into_problem(BASE);
    assert_eq!(twice.clone().into_problem(BASE).body(), twice.body());
}

#[test]
fn the_accept_header_chooses() {
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
        // Named, where the other is only one of many.
        ("application/problem+json, */*", true),
        ("application/problem+json, */*;q=0.1", true),
        ("application/problem+json;q=0.5, */*", false),
        ("application/problem+json;q=0.5, */*;q=0.8, application/json;q=0.1", true),
        ("application/problem+json;q=0", false),
        ("application/problem+json;q=0, application/json;q=0", false),
        ("application/problem+json;Q=1", true),
        // A comma in quotes separates nothing; what does not parse is no wish.
        ("text/x;a=\",application/problem+json,\"", false),
        ("application/problem+json;q=2", false),
        ("application/problem+json;q=NaN", false),
        ("application/problem+json;q=", false),
        (",,;;q, application/problem+json", true),
        ("\u{1f600}, application/problem+json", true),
        ("\"", false),
    ] {
        let response = ErrorResponse::from(RenderError::JobNotFound).negotiate(accept, BASE);
        let expected = if problem { "application/problem+json" } else { "application/json" };
        assert_eq!(response.content_type(), expected, "{accept}");
        assert_eq!(response.vary(), Some("accept"));
    }
    assert_eq!(ErrorResponse::from(RenderError::JobNotFound).vary(), None);
}

/// Written by hand, in a format of its own.
#[derive(Debug)]
struct ByHand;

impl fmt::Display for ByHand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("by hand")
    }
}

impl std::error::Error for ByHand {}

impl StudioErrorCode for ByHand {
    fn info(&self) -> &'static ErrorInfo {
        RenderError::JobNotFound.info()
    }

    fn to_json(&self) -> std::borrow::Cow<'static, str> {
        r#"{"my":"own"}"#.into()
    }
}

#[test]
fn a_body_written_by_hand_keeps_its_status_and_its_code() {
    let problem = problem(ByHand, BASE);
    assert_eq!(problem["status"], 404);
    assert_eq!(problem["detail"], "Render job does not exist");
}
