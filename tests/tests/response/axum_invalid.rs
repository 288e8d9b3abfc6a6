//! axum and reqwest on loopback: an invalid input becomes an error of the service, any other rejection does not.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use axum::extract::{DefaultBodyLimit, FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use reqwest::header::CONTENT_TYPE;
use reqwest::{Client, RequestBuilder};
use serde::Deserialize;
use serde_json::{Value, json};
use studio_errors::reference::Reference;
use studio_errors::response::{ErrorLayer, WithError};
use studio_errors::{ErrorOf, StudioErrorCode, Violations, code_set};
use tokio::net::TcpListener;
use validator::Validate;

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "validation")]
enum InputError {
    #[error("the request is not valid")]
    #[studio(code = 1900)]
    ValidationFailed {
        #[from]
        #[studio(detail)]
        violations: Violations,
    },

    #[error("too large")]
    #[studio(code = 1902)]
    FileTooLarge,
}

code_set! { Errors: InputError }

/// A request with rules.
#[derive(Deserialize, validator::Validate)]
struct Signup {
    #[validate(length(min = 1))]
    name: String,
    #[validate(range(min = 18))]
    age: u8,
    #[validate(nested)]
    addresses: Vec<Address>,
}

#[derive(Deserialize, validator::Validate)]
struct Address {
    #[validate(length(min = 2, message = "takes a country code"))]
    country: String,
}

async fn signup(WithError(Json(signup), ..): WithError<Json<Signup>, InputError>) -> Answer {
    fn check(signup: &Signup) -> Result<(), InputError> {
        Ok(signup.validate().map_err(Violations::from)?)
    }
    check(&signup)?;
    Ok("ok")
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only read")]
struct Order {
    items: Vec<Item>,
    by_name: Option<BTreeMap<String, Item>>,
    by_number: Option<BTreeMap<u32, Item>>,
    shape: Option<Shape>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only read")]
struct Item {
    width: u32,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only read")]
enum Shape {
    Circle { radius: u32 },
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only read")]
struct Page {
    size: u32,
}

/// An extractor of a service around one of axum.
struct Signed<T>(PhantomData<T>);

#[derive(Debug, thiserror::Error)]
#[error("not signed")]
struct NotSigned(#[source] axum::extract::rejection::JsonRejection);

/// An error whose source is itself.
#[derive(Debug)]
struct Cycle;

static CYCLE: Cycle = Cycle;

impl std::fmt::Display for Cycle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("again")
    }
}

impl std::error::Error for Cycle {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&CYCLE)
    }
}

impl IntoResponse for Cycle {
    fn into_response(self) -> Response {
        StatusCode::BAD_REQUEST.into_response()
    }
}

/// An extractor whose rejection has endless sources.
struct Endless;

impl<S: Send + Sync> FromRequestParts<S> for Endless {
    type Rejection = Cycle;

    async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, Cycle> {
        Err(Cycle)
    }
}

impl IntoResponse for NotSigned {
    fn into_response(self) -> Response {
        self.0.into_response()
    }
}

impl<S: Send + Sync> FromRequest<S> for Signed<Order> {
    type Rejection = NotSigned;

    async fn from_request(request: Request, state: &S) -> Result<Self, NotSigned> {
        Json::from_request(request, state).await.map(|_: Json<Order>| Self(PhantomData)).map_err(NotSigned)
    }
}

/// An extractor that fails for a reason of the service, whose source is a JSON error too.
struct Config;

#[derive(Debug, thiserror::Error)]
#[error("the configuration is not valid")]
struct NotConfigured(#[source] serde_json::Error);

impl IntoResponse for NotConfigured {
    fn into_response(self) -> Response {
        StatusCode::INTERNAL_SERVER_ERROR.into_response()
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Config {
    type Rejection = NotConfigured;

    async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, NotConfigured> {
        serde_json::from_str("{").map_err(NotConfigured).map(|_: Value| Self)
    }
}

type Answer = Result<&'static str, ErrorOf<Errors>>;

/// Answers `ok` if the extractor takes the request.
async fn ok<X>(WithError(..): WithError<X, InputError>) -> Answer {
    Ok("ok")
}

fn routes() -> Router {
    Router::new()
        .route("/json", post(ok::<Json<Order>>))
        .route("/signup", post(signup))
        .route("/optional", post(ok::<Option<Json<Order>>>))
        .route("/signed", post(ok::<Signed<Order>>))
        .route("/query", get(ok::<Query<Page>>))
        .route("/form", get(ok::<Form<Page>>).post(ok::<Form<Page>>))
        .route("/number/{id}", get(ok::<Path<u32>>))
        .route("/pair/{id}/{name}", get(ok::<Path<(u32, u8)>>))
        .route("/page/{size}", get(ok::<Path<Page>>))
        .route("/uuid/{size}", get(ok::<Path<BTreeMap<String, std::net::Ipv4Addr>>>))
        .route("/config", get(ok::<Config>))
        .route("/endless", get(ok::<Endless>))
        .route("/wrong/{id}/{name}", get(ok::<Path<u32>>))
        .layer(DefaultBodyLimit::max(4096))
}

async fn serve(app: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, app).await });
    format!("http://{address}")
}

fn post_json(url: String, body: impl Into<String>) -> RequestBuilder {
    Client::new().post(url).header(CONTENT_TYPE, "application/json").body(body.into())
}

/// The only violation of a 400 with code 1900, as text.
async fn violation(request: RequestBuilder) -> String {
    let response = request.send().await.unwrap();
    assert_eq!(response.status(), 400);
    let body: Value = serde_json::from_str(&response.text().await.unwrap()).unwrap();
    let error = &body["error"];
    assert_eq!((&error["code"], &error["message"]), (&json!("STUDIO_1900"), &json!("Request validation failed")));
    let violations: Violations = serde_json::from_value(error["details"]["violations"].clone()).unwrap();
    assert_eq!(violations.0.len(), 1);
    let location = violations.0[0].location.expect("the extractor knows the part of the request");
    assert_eq!(error["details"]["violations"][0]["in"], location.as_str());
    format!("{} {violations}", location.as_str())
}

#[tokio::test]
async fn three_invalid_fields_are_three_violations() {
    let base = serve(routes()).await;
    let body = r#"{"name":"","age":7,"addresses":[{"country":"DE"},{"country":"D"}]}"#;
    let response = post_json(format!("{base}/signup"), body).send().await.unwrap();
    assert_eq!(response.status(), 400);
    assert_eq!(
        response.text().await.unwrap(),
        concat!(
            r#"{"error":{"code":"STUDIO_1900","message":"Request validation failed","http":400,"details":{"violations":["#,
            r#"{"pointer":"/addresses/1/country","rule":"length","message":"takes a country code"},"#,
            r#"{"pointer":"/age","rule":"range","message":"does not satisfy `range` (min 18)"},"#,
            r#"{"pointer":"/name","rule":"length","message":"does not satisfy `length` (min 1)"}]}}}"#,
        )
    );
    let body = r#"{"name":"A","age":18,"addresses":[]}"#;
    assert_eq!(post_json(format!("{base}/signup"), body).send().await.unwrap().text().await.unwrap(), "ok");
}

#[test]
fn the_reference_states_the_type_of_violations() {
    let reference = Reference::of::<Errors>();
    let details = &serde_json::from_str::<Value>(&reference.to_json()).unwrap()["codes"][0]["details"];
    assert_eq!(*details, json!([{"name": "violations", "type": "violations", "optional": false}]));
}

#[tokio::test]
async fn invalid_json_has_the_pointer_of_the_deepest_value() {
    let base = serve(routes()).await;
    let cases = [
        (
            r#"{"items":[{"width":1},{"width":"x"}]}"#,
            r#"/items/1/width: invalid type: string "x", expected an integer from 0 to 4294967295 (data)"#,
        ),
        (
            r#"{"items":[{"width":-1}]}"#,
            "/items/0/width: invalid value: integer `-1`, expected an integer from 0 to 4294967295 (data)",
        ),
        (r#"{"items":[{}]}"#, "/items/0: missing field `width` (data)"),
        ("{}", "missing field `items` (data)"),
        ("[]", "invalid length 0, expected an object (data)"),
        (
            r#"{"items":[],"by_name":{"a/b~c":{"width":null}}}"#,
            "/by_name/a~1b~0c/width: invalid type: null, expected an integer from 0 to 4294967295 (data)",
        ),
        (
            r#"{"items":[],"shape":{"Circle":{"radius":true}}}"#,
            "/shape/Circle/radius: invalid type: boolean `true`, expected an integer from 0 to 4294967295 (data)",
        ),
        (
            r#"{"items":[],"by_number":{"7":{"width":"x"}}}"#,
            r#"/by_number/7/width: invalid type: string "x", expected an integer from 0 to 4294967295 (data)"#,
        ),
        (r#"{"items":[{"width":}]}"#, "/items/0/width: expected value (syntax)"),
        (r#"{"items":["#, "/items: EOF while parsing a list (syntax)"),
        (r#"{"items":[]} 7"#, "trailing characters (syntax)"),
        ("", "EOF while parsing a value (syntax)"),
    ];
    for (body, expected) in cases {
        for route in ["json", "optional", "signed"] {
            let violation = violation(post_json(format!("{base}/{route}"), body)).await;
            let (start, end) = violation.split_once(" at line 1 column ").unwrap();
            let (_, rule) = end.split_once(' ').unwrap();
            assert_eq!(format!("{start} {rule}"), format!("body {expected}"), "{route}: {body}");
        }
    }
    let response = post_json(format!("{base}/json"), r#"{"items":[]}"#).send().await.unwrap();
    assert_eq!(response.text().await.unwrap(), "ok");
}

#[tokio::test]
async fn what_the_client_wrote_is_escaped() {
    let base = serve(routes().layer(ErrorLayer::new())).await;
    let body = r#"{"items":[],"by_name":{"\",\"code\":\"STUDIO_1\u0000/~":{"width":"\u001b\"}}\n"}}}"#;
    for (accept, place) in [("*/*", "/error"), ("application/problem+json", "")] {
        let response = post_json(format!("{base}/json"), body).header("accept", accept).send().await.unwrap();
        let text = response.text().await.unwrap();
        assert!(text.bytes().all(|byte| byte >= 0x20), "{text}");
        let body: Value = serde_json::from_str(&text).unwrap();
        let violation = body.pointer(&format!("{place}/details/violations/0")).unwrap();
        assert_eq!(violation["pointer"], "/by_name/\",\"code\":\"STUDIO_1\0~1~0/width");
        assert!(violation["message"].as_str().unwrap().contains("invalid type: string"), "{violation}");
    }
}

#[tokio::test]
async fn invalid_queries_forms_and_paths_have_the_pointer_of_the_parameter() {
    let base = serve(routes()).await;
    let cases = [
        ("query?size=x", "query /size: invalid digit found in string (data)"),
        ("query", "query missing field `size` (data)"),
        ("form?size=x", "query /size: invalid digit found in string (data)"),
        ("number/x", "path `x` is not an integer from 0 to 4294967295 (data)"),
        ("pair/7/x", "path /1: `x` is not an integer from 0 to 255 (data)"),
        ("page/x", "path /size: `x` is not an integer from 0 to 4294967295 (data)"),
        ("page/%FF", "path /size: Invalid UTF-8 in `size` (encoding)"),
        ("uuid/%22x", "path /size: Cannot parse `size` with value `\"x`: invalid IPv4 address syntax (data)"),
    ];
    for (path, expected) in cases {
        assert_eq!(violation(Client::new().get(format!("{base}/{path}"))).await, expected, "{path}");
    }
    let form = Client::new().post(format!("{base}/form")).header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    assert_eq!(violation(form.body("size=-1")).await, "body /size: invalid digit found in string (data)");
}

#[tokio::test]
async fn a_rejection_that_is_not_about_the_input_keeps_its_status() {
    type Send = fn(String, String) -> RequestBuilder;

    let layer = ErrorLayer::new().on(413, InputError::FileTooLarge);
    let (bare, layered) = (serve(routes()).await, serve(routes().layer(layer)).await);
    let large = " ".repeat(5000);
    let cases: [(&str, Send, u16, bool); 7] = [
        ("json", post_json, 413, true),
        ("json", |url, body| Client::new().post(url).body(body), 415, false),
        ("form", |url, body| Client::new().post(url).body(body), 415, false),
        ("json", |url, _| Client::new().get(url), 405, false),
        ("config", |url, _| Client::new().get(url), 500, false),
        ("endless", |url, _| Client::new().get(url), 400, false),
        ("wrong/7/8", |url, _| Client::new().get(url), 500, false),
    ];
    for (path, request, status, is_mapped) in cases {
        let response = request(format!("{bare}/{path}"), large.clone()).send().await.unwrap();
        assert_eq!(response.status(), status, "{path}");
        assert!(!response.text().await.unwrap().contains("STUDIO_"), "{path}");
        let response = request(format!("{layered}/{path}"), large.clone()).send().await.unwrap();
        assert_eq!(response.status(), status, "{path}");
        assert_eq!(response.text().await.unwrap().contains("STUDIO_1902"), is_mapped, "{path}");
    }
}
