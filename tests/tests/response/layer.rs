//! `ErrorLayer` around an axum service on loopback: codes for the errors of the framework, problem details, request ids.

use std::any::Any;
use std::time::Duration;

use axum::extract::{DefaultBodyLimit, Path, Query};
use axum::http::{Request, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use reqwest::Method;
use serde::Deserialize;
use studio_errors::catalog::{AuthenticationError, GeneralError, QuotaError, RenderError, ValidationError};
use studio_errors::response::ErrorLayer;
use studio_errors::{ErrorResponse, StudioErrorCode};
use tokio::net::TcpListener;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::timeout::TimeoutLayer;

use crate::response::answer::{JSON, PROBLEM, ask};

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(axum)]
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

    /// Request validation failed
    #[error("the request is not valid")]
    #[studio(code = 1900, category = "validation")]
    ValidationFailed,

    #[error("prompt {0}")]
    #[studio(code = 1000, category = "image", display)]
    InvalidPrompt(String),

    #[error("canary in the text")]
    #[studio(code = 2002, category = "general")]
    DatabaseError(#[source] std::io::Error),
}

fn layer() -> ErrorLayer {
    ErrorLayer::new()
        .on(400, ApiError::ValidationFailed)
        .on(404, ApiError::RouteNotFound)
        .on(405, ApiError::MethodNotAllowed)
        .on(408, ApiError::RequestTimeout)
        .on(413, ValidationError::FileTooLarge)
        .on(415, ApiError::ValidationFailed)
        .on(422, ApiError::ValidationFailed)
        .on(500, GeneralError::InternalServerError)
        .request_id("x-request-id")
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

async fn database() -> Result<(), ApiError> {
    Err(ApiError::DatabaseError(std::io::Error::other("canary in the source")))
}

/// Renders an error that it does not return.
async fn discarded() -> Response {
    let _ = ErrorResponse::from(AuthenticationError::Unauthorized).into_response();
    (StatusCode::IM_A_TEAPOT, ErrorResponse::from(RenderError::JobNotFound)).into_response()
}

async fn described() -> Response {
    let headers = [
        ("etag", "\"1\""),
        ("last-modified", "Mon, 01 Jan 2024 00:00:00 GMT"),
        ("content-language", "en"),
        ("content-disposition", "attachment"),
        ("content-location", "/other"),
        ("content-range", "bytes 0-1/2"),
        ("content-length", "4"),
        ("vary", "Origin, Accept"),
        ("retry-after", "7"),
        ("www-authenticate", "Basic"),
        ("set-cookie", "a=b"),
    ];
    (StatusCode::NOT_FOUND, headers, "text").into_response()
}

fn routes() -> Router {
    Router::new()
        .route("/json", post(async |_: Json<Prompt>| "ok"))
        .route("/form", post(async |_: Form<Prompt>| "ok"))
        .route("/query", get(async |_: Query<Prompt>| "ok"))
        .route("/numbers/{number}", get(async |_: Path<u8>| "ok"))
        .route("/slow", get(async || tokio::time::sleep(Duration::from_secs(60)).await))
        .route("/panic", get(panics))
        .route("/panic/custom", get(panics).layer(CatchPanicLayer::custom(panicked)))
        .route("/plain", get(async || (StatusCode::INTERNAL_SERVER_ERROR, "canary")))
        .route("/job", get(async || Err::<(), _>(ErrorResponse::from(RenderError::JobNotFound))))
        .route("/prompt", get(async || Err::<(), _>(ApiError::InvalidPrompt("\"http\":1}}".into()))))
        .route("/database", get(database))
        .route("/signed", get(async || ErrorResponse::from(AuthenticationError::Unauthorized)))
        .route("/status", get(async || (StatusCode::NOT_FOUND, ErrorResponse::from(AuthenticationError::Unauthorized))))
        .route("/discarded", get(discarded))
        .route("/described", get(described))
        .route("/custom", get(async || (StatusCode::NOT_FOUND, Json("mine"))))
        .route("/html", get(async || (StatusCode::NOT_FOUND, Html("mine"))))
        .route("/conflict", get(async || (StatusCode::CONFLICT, [("etag", "\"1\"")], "missing field `x`")))
        .route("/bare", get(async || StatusCode::UNAUTHORIZED))
        .route("/limited", get(async || (StatusCode::TOO_MANY_REQUESTS, [("retry-after", "9")], "slow down")))
        .route(
            "/chosen",
            get(async || ErrorResponse::from(RenderError::JobNotFound).into_problem().with_request_id("own")),
        )
        .route("/fine", get(async || "fine"))
        .layer(DefaultBodyLimit::max(256))
}

fn app() -> Router {
    routes()
        .layer(CatchPanicLayer::new())
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, Duration::from_millis(200)))
        .layer(RequestBodyLimitLayer::new(4096))
        .layer(layer())
}

async fn serve(app: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, app).await });
    format!("http://{address}")
}

#[tokio::test]
async fn every_error_of_the_framework_gets_a_code() {
    const FORM: &str = "application/x-www-form-urlencoded";
    let base = serve(app()).await;
    for (method, path, content_type, body, http, code, message) in [
        (Method::POST, "/json", JSON, "{", 400, 1900, "Request validation failed"),
        (Method::POST, "/json", JSON, r#"{"width":1}"#, 400, 1900, "Request validation failed"),
        (Method::POST, "/json", "text/plain", "{}", 400, 1900, "Request validation failed"),
        (Method::POST, "/json", JSON, &"x".repeat(300), 413, 1902, "Uploaded file exceeds maximum size limit"),
        (Method::POST, "/json", JSON, &"x".repeat(5000), 413, 1902, "Uploaded file exceeds maximum size limit"),
        (Method::POST, "/form", FORM, "prompt=a", 400, 1900, "Request validation failed"),
        (Method::GET, "/query?width=1", JSON, "", 400, 1900, "Request validation failed"),
        (Method::GET, "/numbers/300", JSON, "", 400, 1900, "Request validation failed"),
        (Method::GET, "/nowhere", JSON, "", 404, 2010, "No such route"),
        (Method::DELETE, "/json", JSON, "", 405, 2011, "The route does not take this method"),
        (Method::GET, "/slow", JSON, "", 408, 2012, "The request took too long"),
        (Method::GET, "/panic", JSON, "", 500, 2000, "Internal server error"),
        (Method::GET, "/panic/custom", JSON, "", 500, 2000, "Internal server error"),
        (Method::GET, "/plain", JSON, "", 500, 2000, "Internal server error"),
        (Method::GET, "/job", JSON, "", 404, 1500, "Render job does not exist"),
        (Method::GET, "/prompt", JSON, "", 400, 1000, "prompt \"http\":1}}"),
        (Method::GET, "/database", JSON, "", 500, 2002, "Database operation failed"),
    ] {
        for accept in ["*/*", PROBLEM] {
            let answer = ask(
                method.clone(),
                format!("{base}{path}"),
                &[("content-type", content_type), ("accept", accept)],
                body,
            )
            .await;
            let context = format!("{method} {path}: {}", answer.body);
            assert_eq!(answer.status, http, "{context}");
            assert_eq!(answer.headers["content-type"], if accept == PROBLEM { PROBLEM } else { JSON }, "{context}");
            assert_eq!(answer.headers["content-length"], answer.body.len().to_string(), "{context}");
            assert_eq!(answer.headers.get_all("vary").iter().collect::<Vec<_>>(), ["accept"], "{context}");
            let body = answer.json();
            let (status, text, members) =
                if accept == PROBLEM { ("status", "detail", &body) } else { ("http", "message", &body["error"]) };
            assert_eq!(members["code"], format!("STUDIO_{code}"), "{context}");
            assert_eq!((&members[status], &members[text]), (&http.into(), &message.into()), "{context}");
            assert!(members.get("request_id").is_none());
        }
    }
}

#[tokio::test]
async fn other_responses_are_unchanged() {
    let (with, without) = (serve(app()).await, serve(routes()).await);
    for path in ["/custom", "/html", "/conflict", "/bare", "/limited", "/fine"] {
        for accept in ["*/*", PROBLEM] {
            let changed = ask(Method::GET, format!("{with}{path}"), &[("accept", accept)], "").await;
            let mut original = ask(Method::GET, format!("{without}{path}"), &[("accept", accept)], "").await;
            original.headers.insert("date", changed.headers["date"].clone());
            assert_eq!((changed.status, changed.body), (original.status, original.body), "{path}");
            assert_eq!(changed.headers, original.headers, "{path}");
        }
    }
}

#[tokio::test]
async fn a_replaced_body_keeps_only_the_headers_that_do_not_describe_it() {
    let base = serve(app()).await;
    let answer = ask(Method::GET, format!("{base}/described"), &[("accept", PROBLEM)], "").await;
    let names: Vec<_> =
        answer.headers.keys().map(reqwest::header::HeaderName::as_str).filter(|name| *name != "date").collect();
    let mut sorted = names.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, ["content-length", "content-type", "retry-after", "set-cookie", "vary", "www-authenticate"]);
    assert_eq!(answer.headers["vary"], "Origin, Accept");
    assert_eq!(answer.headers["www-authenticate"], "Basic");
    assert_eq!(answer.headers["content-length"], answer.body.len().to_string());

    let wrong_method = ask(Method::GET, format!("{base}/json"), &[], "").await;
    assert_eq!((wrong_method.status, &wrong_method.headers["allow"]), (405, &"POST".parse().unwrap()));
}

#[tokio::test]
async fn the_status_is_that_of_the_code() {
    let base = serve(app()).await;
    for (path, http, code) in [("/status", 401, "STUDIO_1700"), ("/discarded", 404, "STUDIO_1500")] {
        for (accept, member) in [("*/*", "/error/http"), (PROBLEM, "/status")] {
            let answer = ask(Method::GET, format!("{base}{path}"), &[("accept", accept)], "").await;
            assert_eq!(answer.status, http);
            assert_eq!(answer.json().pointer(member), Some(&http.into()));
            assert!(answer.body.contains(code));
        }
    }
    let signed = ask(Method::GET, format!("{base}/signed"), &[], "").await;
    assert_eq!((signed.status, &signed.headers["www-authenticate"]), (401, &"Bearer".parse().unwrap()));
}

/// A gateway can forward the internal header of another service, or a forged one.
#[tokio::test]
async fn head_has_the_headers_of_get() {
    let outside = || Router::new().fallback_service(ServiceBuilder::new().layer(layer()).service(routes()));
    for base in [serve(app()).await, serve(outside()).await] {
        for path in ["/nowhere", "/job", "/prompt", "/plain", "/status", "/described"] {
            for accept in ["*/*", PROBLEM] {
                let url = format!("{base}{path}");
                let mut get = ask(Method::GET, url.clone(), &[("accept", accept)], "").await;
                let head = ask(Method::HEAD, url, &[("accept", accept)], "").await;
                get.headers.insert("date", head.headers["date"].clone());
                assert_eq!((head.status, &head.headers, head.body.as_str()), (get.status, &get.headers, ""), "{path}");
                assert_eq!(get.headers["content-length"], get.body.len().to_string(), "{path}");
            }
        }
    }
}

#[tokio::test]
async fn the_request_id_of_tower_http_is_in_the_body() {
    let app =
        app().layer(PropagateRequestIdLayer::x_request_id()).layer(SetRequestIdLayer::x_request_id(MakeRequestUuid));
    let base = serve(app).await;
    for path in ["/nowhere", "/job", "/prompt", "/panic", "/database", "/status"] {
        for (accept, member) in [("*/*", "/error/request_id"), (PROBLEM, "/request_id")] {
            let answer = ask(Method::GET, format!("{base}{path}"), &[("accept", accept)], "").await;
            let id = answer.headers["x-request-id"].to_str().unwrap();
            assert_eq!(id.len(), 36);
            assert_eq!(answer.json().pointer(member), Some(&id.into()), "{path}");
            assert!(
                answer
                    .body
                    .ends_with(&format!(r#","request_id":"{id}"}}{}"#, if accept == PROBLEM { "" } else { "}" }))
            );
        }
    }
    let sent = ask(Method::GET, format!("{base}/job"), &[("x-request-id", r#"a"b\"#)], "").await;
    assert_eq!(sent.json()["error"]["request_id"], r#"a"b\"#);
    // The values from the handler take precedence.
    let chosen = ask(Method::GET, format!("{base}/chosen"), &[], "").await;
    assert_eq!((chosen.json()["request_id"].as_str(), chosen.has("vary")), (Some("own"), false));
    let fine = ask(Method::GET, format!("{base}/fine"), &[("accept", PROBLEM)], "").await;
    assert_eq!((fine.body.as_str(), fine.has("vary")), ("fine", false));
}

#[tokio::test]
async fn a_layer_without_request_id_sends_none() {
    let base = serve(
        Router::new()
            .route("/job", get(async || ErrorResponse::from(RenderError::JobNotFound)))
            .layer(ErrorLayer::new()),
    )
    .await;
    let answer = ask(Method::GET, format!("{base}/job"), &[("x-request-id", "7")], "").await;
    assert_eq!(answer.body, r#"{"error":{"code":"STUDIO_1500","message":"Render job does not exist","http":404}}"#);
}

#[tokio::test]
async fn several_accept_headers_are_one_list() {
    let base = serve(app()).await;
    let headers = [("accept", "application/json;q=0.5"), ("accept", "text/html"), ("accept", PROBLEM)];
    let answer = ask(Method::GET, format!("{base}/job"), &headers, "").await;
    assert_eq!(answer.headers["content-type"], PROBLEM);
}

/// Only one layer replaces the response, and nothing is added twice.
#[tokio::test]
async fn a_layer_works_inside_another_layer() {
    let inner = ErrorLayer::new().on(404, RenderError::JobNotFound).request_id("x-inner");
    let app = Router::new()
        .route("/job", get(async || (StatusCode::CONFLICT, ErrorResponse::from(RenderError::JobNotFound))))
        .fallback(async || StatusCode::NOT_FOUND)
        .layer(inner)
        .route("/later", get(async || ErrorResponse::from(QuotaError::RateLimitExceeded)))
        .layer(layer());
    let base = serve(app).await;
    let headers = [("accept", PROBLEM), ("x-inner", "inner"), ("x-request-id", "outer")];
    for (path, http, id) in [("/job", 404, "inner"), ("/nowhere", 404, "inner"), ("/later", 429, "outer")] {
        let answer = ask(Method::GET, format!("{base}{path}"), &headers, "").await;
        assert_eq!((answer.status, &answer.json()["request_id"]), (http, &id.into()), "{path}");
        assert_eq!(answer.headers.get_all("vary").iter().count(), 1);
    }
}

/// A layer inside another layer inherits what it does not set.
#[tokio::test]
async fn an_inner_layer_inherits_from_the_outer_layer() {
    let job = || get(async || ErrorResponse::from(RenderError::JobNotFound));
    let inner = Router::new()
        .route("/job", job())
        .route("/bare", get(async || StatusCode::NOT_FOUND))
        .layer(ErrorLayer::new().on(409, RenderError::JobNotFound))
        .route("/own", job().layer(ErrorLayer::new().request_id("x-inner")));
    let app = inner.layer(layer().problem_details());
    let base = serve(app).await;
    let headers = [("x-inner", "inner"), ("x-request-id", "outer")];
    for (path, id, code) in [("/job", "outer", 1500), ("/bare", "outer", 2010), ("/own", "inner", 1500)] {
        let answer = ask(Method::GET, format!("{base}{path}"), &headers, "").await;
        assert_eq!(answer.headers["content-type"], PROBLEM, "{path}");
        let body = answer.json();
        assert_eq!((&body["request_id"], &body["code"]), (&id.into(), &format!("STUDIO_{code}").into()), "{path}");
    }
    // The request does not have the header of the inner layer.
    let answer = ask(Method::GET, format!("{base}/own"), &headers[1..], "").await;
    assert_eq!(answer.json()["request_id"], "outer");
}

#[tokio::test]
async fn a_plain_text_is_recognized_in_any_case_and_with_parameters() {
    let handler = async |Path(content_type): Path<String>| {
        let content_type = content_type.replace('~', "/");
        (StatusCode::NOT_FOUND, [("content-type", content_type)], "text")
    };
    let layer = ErrorLayer::new().on(404, GeneralError::ServiceUnavailable).on(404, RenderError::JobNotFound);
    let url = serve(Router::new().route("/{type}", get(handler)).layer(layer)).await;
    for (content_type, expected) in [
        ("text~plain", "STUDIO_1500"),
        ("Text~Plain; charset=utf-8", "STUDIO_1500"),
        ("text~plain ;charset=utf-8", "STUDIO_1500"),
        ("text~plainer", "text"),
        ("application~json", "text"),
        ("text~html; a=text~plain", "text"),
    ] {
        let answer = ask(Method::GET, format!("{url}/{content_type}"), &[], "").await;
        assert!(answer.body.contains(expected), "{content_type}: {}", answer.body);
    }
}

#[tokio::test]
async fn a_vary_of_the_handler_keeps_accept() {
    let own = async || ([("vary", "origin")], ErrorResponse::from(RenderError::JobNotFound));
    let any = async || ([("vary", "*")], ErrorResponse::from(RenderError::JobNotFound));
    let both = async || ([("vary", "Origin, Accept")], ErrorResponse::from(RenderError::JobNotFound));
    let other = async || ([("vary", "accept-encoding")], ErrorResponse::from(RenderError::JobNotFound));
    let bare = async || (StatusCode::NOT_FOUND, [("vary", "origin")]);
    let app = Router::new().route("/own", get(own)).route("/any", get(any)).route("/bare", get(bare));
    let app = app.route("/both", get(both)).route("/other", get(other));
    let url = serve(app.layer(layer())).await;
    for (path, expected) in [
        ("/own", vec!["origin", "accept"]),
        ("/any", vec!["*"]),
        ("/both", vec!["Origin, Accept"]),
        ("/other", vec!["accept-encoding", "accept"]),
        ("/bare", vec!["origin", "accept"]),
    ] {
        let answer = ask(Method::GET, format!("{url}{path}"), &[], "").await;
        assert_eq!(answer.headers.get_all("vary").iter().collect::<Vec<_>>(), expected, "{path}");
    }
}

#[tokio::test]
async fn a_416_keeps_its_content_range() {
    let bare = async || (StatusCode::RANGE_NOT_SATISFIABLE, [("content-range", "bytes */1234"), ("etag", "\"1\"")]);
    let layer = ErrorLayer::new().on(416, ApiError::ValidationFailed);
    let url = serve(Router::new().route("/", get(bare)).layer(layer)).await;
    let answer = ask(Method::GET, url, &[], "").await;
    assert_eq!((&answer.headers["content-range"], answer.has("etag")), (&"bytes */1234".parse().unwrap(), false));
    assert_eq!(answer.json()["error"]["code"], "STUDIO_1900");
}

#[tokio::test]
async fn problem_details_do_not_depend_on_the_accept_header() {
    let base = serve(app().layer(ErrorLayer::new().problem_details())).await;
    for accept in ["*/*", JSON, "text/html"] {
        for (path, code) in [("/job", "STUDIO_1500"), ("/nowhere", "STUDIO_2010"), ("/panic", "STUDIO_2000")] {
            let answer = ask(Method::GET, format!("{base}{path}?query=1"), &[("accept", accept)], "").await;
            assert_eq!((&answer.headers["content-type"], answer.has("vary")), (&PROBLEM.parse().unwrap(), false));
            let body = answer.json();
            assert_eq!((&body["code"], &body["instance"]), (&code.into(), &path.into()), "{path}");
        }
    }
    let members: Vec<_> = serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(
        &ask(Method::GET, format!("{base}/job"), &[("x-request-id", "7")], "").await.body,
    )
    .unwrap()
    .into_iter()
    .map(|(name, _)| name)
    .collect();
    assert_eq!(members.len(), 7, "{members:?}");
}

/// The path is text of the client.
#[tokio::test]
async fn the_instance_is_the_path_inside_the_layer() {
    let inner = Router::new().fallback(async || ErrorResponse::from(RenderError::JobNotFound)).layer(ErrorLayer::new());
    let base = serve(Router::new().nest("/api", inner.clone()).merge(inner)).await;
    for (path, instance) in [("/a%22b\"'%2F", "/a%22b%22'%2F"), ("/api/jobs/7", "/jobs/7")] {
        let answer = ask(Method::GET, format!("{base}{path}"), &[("accept", PROBLEM)], "").await;
        let place = r#""detail":"Render job does not exist","instance":""#;
        assert!(answer.body.contains(place), "{}", answer.body);
        assert_eq!(answer.json()["instance"], instance);
    }
    let answer = ask(Method::GET, format!("{base}/jobs"), &[], "").await;
    assert!(!answer.body.contains("instance"));
}

/// A response that was rendered outside of the layer has no request id, and is not replaced.
#[tokio::test]
async fn a_response_of_another_task_is_unchanged() {
    let other_task =
        async || tokio::spawn(async { ErrorResponse::from(RenderError::JobNotFound).into_response() }).await.unwrap();
    let base = serve(Router::new().route("/", get(other_task)).layer(layer())).await;
    let answer = ask(Method::GET, base, &[("accept", PROBLEM), ("x-request-id", "7")], "").await;
    assert_eq!(answer.body, r#"{"error":{"code":"STUDIO_1500","message":"Render job does not exist","http":404}}"#);
}

#[tokio::test]
async fn a_compressed_plain_text_is_replaced_and_a_compressed_error_is_not() {
    let long = async || (StatusCode::NOT_FOUND, "long ".repeat(100));
    let error = async || ApiError::InvalidPrompt("long ".repeat(100));
    let app =
        Router::new().route("/", get(long)).route("/error", get(error)).layer(CompressionLayer::new()).layer(layer());
    let base = serve(app).await;
    let gzip = [("accept-encoding", "gzip")];
    let answer = ask(Method::GET, base.clone(), &gzip, "").await;
    assert_eq!((answer.json()["error"]["code"].as_str(), answer.has("content-encoding")), (Some("STUDIO_2010"), false));
    assert_eq!(answer.headers["content-length"], answer.body.len().to_string());
    let response =
        reqwest::Client::new().get(format!("{base}/error")).header("accept-encoding", "gzip").send().await.unwrap();
    assert_eq!((response.status().as_u16(), &response.headers()["content-encoding"]), (400, &"gzip".parse().unwrap()));
    assert_eq!(response.bytes().await.unwrap()[..2], [0x1f, 0x8b]);
}

/// After a panic, the next request on this thread has its own facts.
#[tokio::test]
async fn a_panic_does_not_affect_the_next_request() {
    use tower::ServiceExt;
    let request = |accept: &str| Request::get("/panic").header("accept", accept).body(axum::body::Body::empty());
    let panics = Router::new().route("/panic", get(panics)).layer(layer());
    let panicked = tokio::spawn(panics.oneshot(request(PROBLEM).unwrap())).await;
    assert!(panicked.is_err());
    let response = ErrorResponse::from(RenderError::JobNotFound).into_response();
    assert_eq!((&response.headers()["content-type"], response.headers().len()), (&JSON.parse().unwrap(), 1));
}

/// Requests that wait on one thread at the same time keep their own facts.
#[tokio::test]
async fn concurrent_requests_keep_their_own_facts() {
    let waits = async || {
        tokio::time::sleep(Duration::from_millis(20)).await;
        ErrorResponse::from(RenderError::JobNotFound)
    };
    let base = serve(Router::new().route("/", get(waits)).layer(layer())).await;
    let mut requests = tokio::task::JoinSet::new();
    for i in 0..100 {
        let url = base.clone();
        requests.spawn(async move {
            let id = i.to_string();
            let accept = if i % 2 == 0 { PROBLEM } else { JSON };
            let answer = ask(Method::GET, url, &[("accept", accept), ("x-request-id", &id)], "").await;
            let members = if i % 2 == 0 { answer.json() } else { answer.json()["error"].clone() };
            assert_eq!(
                (&members["request_id"], &answer.headers["content-type"]),
                (&id.into(), &accept.parse().unwrap())
            );
        });
    }
    requests.join_all().await;
}
