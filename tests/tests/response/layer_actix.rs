//! `ErrorLayer` as a middleware of actix-web on loopback.

use actix_web::http::StatusCode;
use actix_web::middleware::from_fn;
use actix_web::{App, HttpResponse, HttpServer, Responder, error, web};
use reqwest::Method;
use serde::Deserialize;
use studio_errors::catalog::{AuthenticationError, GeneralError, RenderError, ValidationError};
use studio_errors::response::ErrorLayer;
use studio_errors::{ErrorResponse, StudioErrorCode};

use crate::response::answer::{JSON, PROBLEM, ask};

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "general", actix)]
enum ApiError {
    /// No such route
    #[error("no such route")]
    #[studio(code = 2010, http = 404)]
    RouteNotFound,

    /// The route does not take this method
    #[error("wrong method")]
    #[studio(code = 2011, http = 405)]
    MethodNotAllowed,

    #[error("the text of a canary")]
    #[studio(code = 2002)]
    DatabaseError(#[source] std::io::Error),
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only its shape matters")]
struct Prompt {
    prompt: String,
}

async fn database() -> Result<&'static str, ApiError> {
    Err(ApiError::DatabaseError(std::io::Error::other("a canary")))
}

async fn job() -> Result<&'static str, ErrorResponse> {
    Err(RenderError::JobNotFound)?
}

async fn status() -> impl Responder {
    ErrorResponse::from(AuthenticationError::Unauthorized).customize().with_status(StatusCode::NOT_FOUND)
}

async fn described() -> HttpResponse {
    let headers = [("etag", "\"1\""), ("content-language", "en"), ("vary", "Accept"), ("set-cookie", "a=b")];
    let mut response = HttpResponse::NotFound();
    for header in headers {
        response.insert_header(header);
    }
    response.content_type("text/plain").body("a canary")
}

async fn range() -> HttpResponse {
    HttpResponse::RangeNotSatisfiable()
        .insert_header(("content-range", "bytes */1234"))
        .insert_header(("etag", "\"1\""))
        .finish()
}

async fn vary() -> impl Responder {
    ErrorResponse::from(RenderError::JobNotFound).customize().insert_header(("vary", "origin"))
}

fn layer() -> ErrorLayer {
    ErrorLayer::new()
        .on(400, ValidationError::ValidationFailed)
        .on(404, ApiError::RouteNotFound)
        .on(405, ApiError::MethodNotAllowed)
        .on(416, ValidationError::ValidationFailed)
        .on(500, GeneralError::InternalServerError)
        .request_id("x-request-id")
}

fn serve() -> String {
    let server = HttpServer::new(|| {
        App::new()
            .route("/job", web::get().to(job))
            .route("/job", web::head().to(job))
            .route("/database", web::get().to(database))
            .route("/status", web::get().to(status))
            .route("/described", web::get().to(described))
            .service(web::resource("/json").route(web::post().to(async |_: web::Json<Prompt>| "ok")))
            .route("/numbers/{number}", web::get().to(async |_: web::Path<u8>| "ok"))
            .route("/failed", web::get().to(async || Err::<&str, _>(error::ErrorInternalServerError("a canary"))))
            .route("/custom", web::get().to(async || HttpResponse::NotFound().json("mine")))
            .route("/conflict", web::get().to(async || HttpResponse::Conflict().body("mine")))
            .route("/fine", web::get().to(async || "fine"))
            .route("/range", web::get().to(range))
            .route("/vary", web::get().to(vary))
            .service(
                web::resource("/nested")
                    .wrap(ErrorLayer::new())
                    .route(web::get().to(job))
                    .route(web::post().to(async || HttpResponse::NotFound())),
            )
            .service(web::resource("/problem").wrap(ErrorLayer::new().problem_details()).route(web::get().to(job)))
            .service(
                web::resource("/inner")
                    .wrap(from_fn(async |_, _: actix_web::middleware::Next<actix_web::body::BoxBody>| {
                        Err::<actix_web::dev::ServiceResponse, _>(ErrorResponse::from(RenderError::JobNotFound).into())
                    }))
                    .to(job),
            )
            .wrap(layer())
    })
    .workers(1)
    .bind("127.0.0.1:0")
    .unwrap();
    let address = server.addrs()[0];
    let server = server.disable_signals().run();
    std::thread::spawn(move || actix_web::rt::System::new().block_on(server));
    format!("http://{address}")
}

#[tokio::test]
async fn all_error_responses_have_the_same_format() {
    let base = serve();
    for (method, path, body, http, code) in [
        (Method::GET, "/nowhere", "", 404, 2010),
        (Method::GET, "/json", "", 405, 2011),
        (Method::POST, "/json", "{", 400, 1900),
        (Method::GET, "/numbers/300", "", 404, 2010),
        (Method::GET, "/failed", "", 500, 2000),
        (Method::GET, "/job", "", 404, 1500),
        (Method::GET, "/inner", "", 404, 1500),
        (Method::GET, "/database", "", 500, 2002),
        (Method::GET, "/status", "", 401, 1700),
        (Method::GET, "/described", "", 404, 2010),
    ] {
        for accept in ["*/*", PROBLEM] {
            let headers = [("content-type", JSON), ("accept", accept), ("x-request-id", "0\"1")];
            let answer = ask(method.clone(), format!("{base}{path}"), &headers, body).await;
            let context = format!("{method} {path}: {}", answer.body);
            assert_eq!(answer.status, http, "{context}");
            assert_eq!(answer.headers["content-type"], if accept == PROBLEM { PROBLEM } else { JSON }, "{context}");
            let varies =
                answer.headers.get_all("vary").iter().filter(|value| value.as_bytes().eq_ignore_ascii_case(b"accept"));
            assert_eq!(varies.count(), 1, "{context}");
            assert_eq!(answer.headers["content-length"], answer.body.len().to_string(), "{context}");
            let body = answer.json();
            let (status, members) = if accept == PROBLEM { ("status", &body) } else { ("http", &body["error"]) };
            assert_eq!(members["code"], format!("STUDIO_{code}"), "{context}");
            assert_eq!((&members[status], &members["request_id"]), (&http.into(), &"0\"1".into()), "{context}");
        }
    }
}

#[tokio::test]
async fn a_replaced_body_has_the_headers_of_the_new_body() {
    let base = serve();
    let wrong_method = ask(Method::GET, format!("{base}/json"), &[], "").await;
    assert_eq!(wrong_method.headers["allow"], "POST");
    let signed = ask(Method::GET, format!("{base}/status"), &[], "").await;
    assert_eq!(signed.headers["www-authenticate"], "Bearer");
    let described = ask(Method::GET, format!("{base}/described"), &[], "").await;
    assert_eq!((described.headers.get("etag"), described.headers.get("content-language")), (None, None));
    assert_eq!(described.headers["set-cookie"], "a=b");

    for path in ["/job", "/nowhere"] {
        let get = ask(Method::GET, format!("{base}{path}"), &[("accept", PROBLEM)], "").await;
        let head = ask(Method::HEAD, format!("{base}{path}"), &[("accept", PROBLEM)], "").await;
        assert_eq!((head.status, head.body.as_str()), (get.status, ""));
        for name in ["content-length", "content-type", "vary"] {
            assert_eq!(head.headers[name], get.headers[name], "{path}");
        }
    }
}

#[tokio::test]
async fn headers_of_the_handler_and_of_an_outer_layer_are_kept() {
    let base = serve();
    let range = ask(Method::GET, format!("{base}/range"), &[], "").await;
    assert_eq!((&range.headers["content-range"], range.has("etag")), (&"bytes */1234".parse().unwrap(), false));
    let vary = ask(Method::GET, format!("{base}/vary"), &[], "").await;
    assert_eq!(vary.headers.get_all("vary").iter().collect::<Vec<_>>(), ["origin", "accept"]);
    for (method, code) in [(Method::GET, "STUDIO_1500"), (Method::POST, "STUDIO_2010")] {
        let nested = ask(method, format!("{base}/nested"), &[("x-request-id", "7")], "").await;
        let body = nested.json();
        assert_eq!((&body["error"]["request_id"], &body["error"]["code"]), (&"7".into(), &code.into()));
    }
    let problem = ask(Method::GET, format!("{base}/problem?q=1"), &[("accept", JSON), ("x-request-id", "7")], "").await;
    assert_eq!((&problem.headers["content-type"], problem.has("vary")), (&PROBLEM.parse().unwrap(), false));
    let body = problem.json();
    assert_eq!((&body["instance"], &body["request_id"]), (&"/problem".into(), &"7".into()));
}

#[tokio::test]
async fn other_responses_are_unchanged() {
    let base = serve();
    for (path, http, body) in [("/custom", 404, "\"mine\""), ("/conflict", 409, "mine"), ("/fine", 200, "fine")] {
        let answer = ask(Method::GET, format!("{base}{path}"), &[("accept", PROBLEM)], "").await;
        assert_eq!((answer.status, answer.body.as_str()), (http, body));
        assert!(!answer.headers.get_all("vary").iter().any(|value| value == "accept"));
    }
}
