//! An error with a message of one call, on axum and actix-web: the message is for a client, unless the error is internal.

use std::error::Error;

use axum::Router;
use axum::response::IntoResponse;
use axum::routing::get;
use reqwest::Method;
use studio_errors::catalog::{GeneralError, ImageError};
use studio_errors::{CodeSet, ErrorBody, ErrorOf, ErrorResponse, StudioErrorCode, WithMessage, code_set};
use tokio::net::TcpListener;

use crate::response::answer::ask;

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(axum, actix)]
enum OrderError {
    /// The order is closed
    #[error("order {order} is closed")]
    #[studio(code = 2050, http = 409, category = "general")]
    Closed {
        #[studio(detail)]
        order: u32,
        #[studio(retry_after)]
        wait: u32,
        source: std::io::Error,
    },

    #[error("cannot load the order")]
    #[studio(code = 2002, category = "general")]
    DatabaseError,
}

code_set! { Orders: OrderError, ImageError }

fn closed() -> OrderError {
    OrderError::Closed { order: 7, wait: 9, source: std::io::Error::other("the source") }
}

#[test]
fn all_facts_are_those_of_the_error() {
    let error = closed().with_message("Bestellung 7 ist \"geschlossen\"");
    assert_eq!((error.info(), error.code(), error.http()), (closed().info(), OrderError::CLOSED, 409));
    assert_eq!(
        (&*error.message(), error.to_string()),
        ("Bestellung 7 ist \"geschlossen\"", error.message().into_owned())
    );
    assert_eq!(error.source().unwrap().to_string(), "the source");
    assert_eq!(
        (error.retry_after(), error.details_json()),
        (closed().retry_after(), Some(r#"{"order":7}"#.to_owned()))
    );
    let json = r#"{"error":{"code":"STUDIO_2050","message":"Bestellung 7 ist \"geschlossen\"","http":409,"details":{"order":7}}}"#;
    assert_eq!((&*error.to_json(), serde_json::to_string(&error).unwrap()), (json, json.to_owned()));
    assert_eq!(ErrorBody::of(&error).message, "Bestellung 7 ist \"geschlossen\"");
    assert_eq!(ErrorResponse::of(&error).body(), json);
    assert_eq!(WithMessage::<OrderError>::CODES.iter().count(), OrderError::CODES.iter().count());
    assert!(matches!(error.into_inner(), OrderError::Closed { order: 7, .. }));
}

#[test]
fn an_internal_error_and_a_blank_text_keep_the_description() {
    let internal = OrderError::DatabaseError.with_message("canary of the database");
    assert_eq!(
        (&*internal.to_json(), internal.to_string()),
        (&*OrderError::DatabaseError.to_json(), "canary of the database".to_owned())
    );
    assert_eq!(
        ErrorResponse::of(&internal).into_problem().body(),
        ErrorResponse::of(&GeneralError::DatabaseError).into_problem().body()
    );
    for blank in ["", " ", "\n\t"] {
        let error = closed().with_message(blank);
        assert_eq!((&*error.message(), error.to_string()), ("The order is closed", "order 7 is closed".to_owned()));
        assert_eq!(error.to_json(), closed().to_json());
    }
}

#[test]
fn it_is_a_member_wherever_the_error_is() {
    fn listed() -> Result<(), ErrorOf<Orders>> {
        Err(ImageError::InvalidPrompt.with_message("too long"))?
    }
    fn own() -> Result<(), ErrorOf<OrderError>> {
        Err(Box::new(closed().with_message(String::from("closed since noon"))))?
    }
    assert_eq!(listed().unwrap_err().message(), "too long");
    assert_eq!(own().unwrap_err().message(), "closed since noon");
}

async fn listed() -> Result<&'static str, ErrorOf<Orders>> {
    Err(closed().with_message("the text of this call"))?
}

const BODY: &str =
    r#"{"error":{"code":"STUDIO_2050","message":"the text of this call","http":409,"details":{"order":7}}}"#;

#[tokio::test]
async fn axum_sends_the_message() {
    let app = Router::new()
        .route("/listed", get(listed))
        .route("/own", get(async || closed().with_message("the text of this call").into_response()))
        .route("/internal", get(async || OrderError::DatabaseError.with_message("a canary")));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });
    sends_the_message(&base).await;
}

#[tokio::test]
async fn actix_sends_the_message() {
    use actix_web::{App, HttpServer, web};

    let server = HttpServer::new(|| {
        App::new()
            .route("/listed", web::get().to(listed))
            .route("/own", web::get().to(async || Err::<&str, _>(closed().with_message("the text of this call"))))
            .route(
                "/internal",
                web::get().to(async || Err::<&str, _>(OrderError::DatabaseError.with_message("a canary"))),
            )
    });
    let server = server.workers(1).bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}", server.addrs()[0]);
    let server = server.disable_signals().run();
    std::thread::spawn(move || actix_web::rt::System::new().block_on(server));
    sends_the_message(&base).await;
}

async fn sends_the_message(base: &str) {
    for path in ["listed", "own"] {
        let answer = ask(Method::GET, format!("{base}/{path}"), &[], "").await;
        assert_eq!((answer.status, &*answer.body), (409, BODY));
        assert_eq!(answer.headers["retry-after"], "9");
    }
    let answer = ask(Method::GET, format!("{base}/internal"), &[], "").await;
    assert_eq!((answer.status, &*answer.body), (500, &*OrderError::DatabaseError.to_json()));
}
