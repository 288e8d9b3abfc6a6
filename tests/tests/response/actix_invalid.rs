//! actix-web on loopback: an invalid input becomes an error of the service, any other rejection does not.

use actix_web::{App, HttpServer, web};
use reqwest::Method;
use serde::Deserialize;
use serde_json::json;
use studio_errors::catalog::ValidationError;
use studio_errors::response::{ErrorLayer, WithError};
use studio_errors::{ErrorOf, StudioErrorCode, Violations, code_set};

use crate::response::answer::{JSON, ask};

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
}

code_set! { Errors: InputError }

#[derive(Deserialize)]
#[expect(dead_code, reason = "only read")]
struct Page {
    size: u8,
}

/// Answers `ok` if the extractor takes the request.
async fn ok<X>(WithError(..): WithError<X, InputError>) -> Result<&'static str, ErrorOf<Errors>> {
    Ok("ok")
}

fn serve() -> String {
    let server = HttpServer::new(|| {
        App::new()
            .app_data(web::JsonConfig::default().limit(100))
            .route("/json", web::post().to(ok::<web::Json<Page>>))
            .route("/form", web::post().to(ok::<web::Form<Page>>))
            .route("/query", web::get().to(ok::<web::Query<Page>>))
            .route("/path/{size}", web::get().to(ok::<web::Path<Page>>))
            .route("/number/{size}", web::get().to(ok::<web::Path<u8>>))
            .wrap(ErrorLayer::new().on(413, ValidationError::FileTooLarge))
    });
    let server = server.workers(1).bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}", server.addrs()[0]);
    let server = server.disable_signals().run();
    std::thread::spawn(move || actix_web::rt::System::new().block_on(server));
    base
}

#[tokio::test]
async fn an_invalid_input_is_a_violation() {
    const FORM: &str = "application/x-www-form-urlencoded";
    const RANGE: &str = "an integer from 0 to 255";
    let base = serve();
    for (method, path, content_type, body, location, rule, message) in [
        (
            Method::POST,
            "/json",
            JSON,
            r#"{"size":"x"}"#,
            "body",
            "data",
            format!(r#"invalid type: string "x", expected {RANGE} at line 1 column 11"#),
        ),
        (
            Method::POST,
            "/json",
            JSON,
            "[]",
            "body",
            "data",
            "invalid length 0, expected an object at line 1 column 2".to_owned(),
        ),
        (
            Method::POST,
            "/json",
            JSON,
            "{",
            "body",
            "syntax",
            "EOF while parsing an object at line 1 column 1".to_owned(),
        ),
        (Method::POST, "/form", FORM, "size=x", "body", "data", "invalid digit found in string".to_owned()),
        (Method::GET, "/query?size=x", JSON, "", "query", "data", "invalid digit found in string".to_owned()),
        (Method::GET, "/query", JSON, "", "query", "data", "missing field `size`".to_owned()),
        (Method::GET, "/path/x", JSON, "", "path", "data", format!(r#""x" is not {RANGE}"#)),
        (Method::GET, "/number/300", JSON, "", "path", "data", format!(r#""300" is not {RANGE}"#)),
    ] {
        let answer = ask(method, format!("{base}{path}"), &[("content-type", content_type)], body).await;
        assert_eq!(answer.status, 400, "{path}: {}", answer.body);
        let error = &answer.json()["error"];
        let violation = json!([{"pointer": "", "in": location, "rule": rule, "message": message}]);
        assert_eq!((&error["code"], &error["details"]["violations"]), (&json!("STUDIO_1900"), &violation), "{path}");
    }
    let answer = ask(Method::POST, format!("{base}/json"), &[("content-type", JSON)], r#"{"size":7}"#).await;
    assert_eq!((answer.status, &*answer.body), (200, "ok"));
}

#[tokio::test]
async fn a_rejection_that_is_not_about_the_input_keeps_its_status() {
    let base = serve();
    let large = ask(Method::POST, format!("{base}/json"), &[("content-type", JSON)], &" ".repeat(200)).await;
    assert_eq!((large.status, large.json()["error"]["code"].as_str()), (413, Some("STUDIO_1902")));
    let other = ask(Method::POST, format!("{base}/json"), &[("content-type", "text/plain")], "{}").await;
    assert!(!other.body.contains("STUDIO_1900"), "{}", other.body);
}
