//! What axum answers on its own, in the service's own codes: end to end on loopback.

use std::any::Any;
use std::time::Duration;

use axum::extract::{DefaultBodyLimit, Path, Query, Request};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{Next, from_fn, map_response};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use reqwest::Method;
use serde::Deserialize;
use studio_errors::catalog::{GeneralError, ValidationError};
use studio_errors::response::axum::{Accept, Rejection, recast};
use studio_errors::{CodeSet, ErrorResponse, StudioErrorCode};
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;

#[derive(Debug, thiserror::Error, StudioErrorCode)]
enum ApiError {
    /// No such route
    #[error("no such route")]
    #[studio(code = 2010, http = 404, category = "general")]
    RouteNotFound,

    /// The route does not take this method
    #[error("wrong method")]
    #[studio(code = 2011, http = 405, category = "general")]
    MethodNotAllowed,

    /// The request took too long
    #[error("timeout")]
    #[studio(code = 2012, http = 408, category = "general")]
    RequestTimeout,

    #[error("the field `{0}` is missing")]
    #[studio(code = 1901, category = "validation", display)]
    MissingRequiredField(String),

    #[error("{0}")]
    #[studio(code = 1900, category = "validation", display)]
    ValidationFailed(Rejection),

    #[error(transparent)]
    #[studio(transparent)]
    Validation(#[from] ValidationError),

    #[error("the framework failed")]
    #[studio(code = 2000, category = "general")]
    InternalServerError(#[source] Rejection),
}

fn choose(rejection: Rejection) -> ErrorResponse {
    if let Some(field) = rejection.missing_field() {
        return ApiError::MissingRequiredField(field.to_owned()).into();
    }
    match rejection.status().as_u16() {
        404 => ApiError::RouteNotFound.into(),
        405 => ApiError::MethodNotAllowed.into(),
        408 => ApiError::RequestTimeout.into(),
        413 => ValidationError::FileTooLarge.into(),
        500.. => ApiError::InternalServerError(rejection).into(),
        _ => ApiError::ValidationFailed(rejection).into(),
    }
}

async fn negotiate(request: Request, next: Next) -> Response {
    let accept = Accept::of(request.headers());
    accept.negotiate(next.run(request).await, "https://studio.example/errors", ApiError::CODES).await
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only its shape matters")]
struct Prompt {
    prompt: String,
    width: u32,
}

async fn panics() -> &'static str {
    panic!("canary")
}

fn panicked(_: Box<dyn Any + Send>) -> Response {
    ErrorResponse::from(GeneralError::InternalServerError).into_response()
}

fn app() -> Router {
    let teapot = async || (StatusCode::IM_A_TEAPOT, Json("mine")).into_response();
    Router::new()
        .route("/json", post(async |_: Json<Prompt>| "ok"))
        .route("/form", post(async |_: Form<Prompt>| "ok"))
        .route("/query", get(async |_: Query<Prompt>| "ok"))
        .route("/numbers/{number}", get(async |_: Path<u8>| "ok"))
        .route("/slow", get(async || tokio::time::sleep(Duration::from_secs(60)).await))
        .route("/panic", get(panics))
        .route("/panic/custom", get(panics).layer(CatchPanicLayer::custom(panicked)))
        .route("/plain", get(async || (StatusCode::INTERNAL_SERVER_ERROR, "canary")))
        .route("/empty", get(async || StatusCode::BAD_REQUEST))
        .route("/custom", get(teapot))
        .route("/long", get(async || (StatusCode::BAD_REQUEST, "long ".repeat(50_000))))
        .route("/measured", get(async || (StatusCode::BAD_REQUEST, [("content-length", "5")], "short")))
        .route("/large", get(async || (StatusCode::BAD_REQUEST, Json("large".repeat(20_000)))))
        .route("/signed", get(async || ([("www-authenticate", "Basic")], StatusCode::UNAUTHORIZED)))
        .layer(DefaultBodyLimit::max(256))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, Duration::from_millis(200)))
        .layer(CatchPanicLayer::new())
        .layer(map_response(async |response: Response| recast(response, choose).await))
        .layer(from_fn(negotiate))
}

async fn serve() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, app()).await });
    format!("http://{address}")
}

struct Answer {
    status: u16,
    headers: HeaderMap,
    body: String,
}

async fn ask(method: Method, url: String, content_type: &str, body: String) -> Answer {
    let request = reqwest::Client::new().request(method, url);
    let response = request.header("content-type", content_type).body(body).send().await.unwrap();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    Answer { status, headers, body: response.text().await.unwrap() }
}

#[tokio::test]
async fn every_failure_of_the_framework_has_a_code() {
    const JSON: &str = "application/json";
    const FORM: &str = "application/x-www-form-urlencoded";
    let base = serve().await;
    for (method, path, content_type, body, http, code, message) in [
        (Method::POST, "/json", JSON, "{", 400, 1900, "Failed to parse the request body as JSON"),
        (Method::POST, "/json", JSON, "", 400, 1900, "Failed to parse the request body as JSON"),
        (Method::POST, "/json", JSON, r#"{"width":1}"#, 400, 1901, "the field `prompt` is missing"),
        (Method::POST, "/json", JSON, r#"{"prompt":"","width":"\"x"}"#, 400, 1900, r#"string "\"x", expected u32"#),
        (Method::POST, "/json", "text/plain", "{}", 400, 1900, "Content-Type: application/json"),
        (Method::POST, "/json", JSON, &"x".repeat(300), 413, 1902, "Uploaded file exceeds maximum size limit"),
        (Method::POST, "/form", FORM, "prompt=a", 400, 1901, "the field `width` is missing"),
        (Method::GET, "/query?width=1", JSON, "", 400, 1901, "the field `prompt` is missing"),
        (Method::GET, "/numbers/300", JSON, "", 400, 1900, "Cannot parse"),
        (Method::GET, "/nowhere", JSON, "", 404, 2010, "No such route"),
        (Method::DELETE, "/json", JSON, "", 405, 2011, "The route does not take this method"),
        (Method::GET, "/slow", JSON, "", 408, 2012, "The request took too long"),
        (Method::GET, "/panic", JSON, "", 500, 2000, "Internal server error"),
        (Method::GET, "/panic/custom", JSON, "", 500, 2000, "Internal server error"),
        (Method::GET, "/plain", JSON, "", 500, 2000, "Internal server error"),
        (Method::GET, "/empty", JSON, "", 400, 1900, "400 Bad Request"),
        (Method::GET, "/measured", JSON, "", 400, 1900, "short"),
        (Method::GET, "/long", JSON, "", 400, 1900, "400 Bad Request"),
    ] {
        let answer = ask(method.clone(), format!("{base}{path}"), content_type, body.to_owned()).await;
        let context = format!("{method} {path}: {}", answer.body);
        assert_eq!(answer.status, http, "{context}");
        assert_eq!(answer.headers["content-type"], "application/json", "{context}");
        assert_eq!(answer.headers["content-length"], answer.body.len().to_string(), "{context}");
        let body: serde_json::Value = serde_json::from_str(&answer.body).expect(&context);
        assert_eq!(body["error"]["code"], format!("STUDIO_{code}"), "{context}");
        assert_eq!(body["error"]["http"], http, "{context}");
        assert!(body["error"]["message"].as_str().unwrap().contains(message), "{context}");
        assert!(!answer.body.contains("canary"));
    }
}

#[tokio::test]
async fn other_headers_are_kept_and_other_answers_pass() {
    let base = serve().await;
    let get = async |path: &str| ask(Method::GET, format!("{base}{path}"), "text/plain", String::new()).await;

    let wrong_method = get("/json").await;
    assert_eq!(wrong_method.status, 405);
    assert_eq!(wrong_method.headers["allow"], "POST");
    assert_eq!(get("/signed").await.headers["www-authenticate"], "Basic");

    let custom = get("/custom").await;
    assert_eq!((custom.status, custom.body.as_str()), (418, "\"mine\""));
    let fine = ask(Method::POST, format!("{base}/json"), "application/json", r#"{"prompt":"","width":1}"#.into()).await;
    assert_eq!((fine.status, fine.body.as_str()), (200, "ok"));
    assert_eq!(fine.headers.get("vary"), None);

    let head = ask(Method::HEAD, format!("{base}/nowhere"), "text/plain", String::new()).await;
    assert_eq!((head.status, head.body.as_str()), (404, ""));
    assert_eq!(head.headers["content-length"], get("/nowhere").await.body.len().to_string());
}

#[tokio::test]
async fn the_request_chooses_the_format_of_the_whole_service() {
    let base = serve().await;
    let client = reqwest::Client::new();
    let ask = async |method: Method, path: &str, accept: &str| {
        let url = format!("{base}{path}");
        let response = client.request(method, url).header("accept", accept).send().await.unwrap();
        (response.headers().clone(), response.text().await.unwrap())
    };
    let (headers, body) = ask(Method::GET, "/query?width=1", "application/problem+json").await;
    assert_eq!(headers["content-type"], "application/problem+json");
    assert_eq!(headers["vary"], "accept");
    assert_eq!(headers["content-length"], body.len().to_string());
    assert_eq!(
        body,
        concat!(
            r#"{"type":"https://studio.example/errors/STUDIO_1901","title":"Required field is missing","#,
            r#""status":400,"detail":"the field `prompt` is missing","code":"STUDIO_1901"}"#
        )
    );
    let (head, empty) = ask(Method::HEAD, "/query?width=1", "application/problem+json").await;
    assert_eq!(head["content-type"], "application/problem+json");
    assert_eq!(head["content-length"], headers["content-length"]);
    assert_eq!(empty, "");

    let (headers, body) = ask(Method::GET, "/panic", "*/*").await;
    assert_eq!(headers["content-type"], "application/json");
    assert_eq!(headers["vary"], "accept");
    assert!(body.starts_with(r#"{"error":{"code":"STUDIO_2000""#));

    // Two headers are one list.
    let request = client.get(format!("{base}/panic")).header("accept", "application/json;q=0.5");
    let response = request.header("accept", "application/problem+json").send().await.unwrap();
    assert_eq!(response.headers()["content-type"], "application/problem+json");

    // Not the published format, or too long to be: not ours to rewrite.
    let (_, body) = ask(Method::GET, "/large", "application/problem+json").await;
    assert_eq!(body.len(), 100_002);
    let (headers, body) = ask(Method::GET, "/custom", "application/problem+json").await;
    assert_eq!(headers["content-type"], "application/json");
    assert_eq!(body, "\"mine\"");
}
