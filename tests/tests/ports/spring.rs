//! The body of Spring Boot (`DefaultErrorAttributes`): the time and the path of the request, the status and its phrase, and since
//! version 2.3 no message unless `server.error.include-message` is set. Spring has no codes, so they are made up, and a header has them.
//!
//! Without a message, the phrase is the description. With one, the phrase is a property, because a template has no value for it.

use axum::Router;
use axum::routing::get;
use studio_errors::response::{ErrorLayer, RequestHead};
use studio_errors::{Catalog, Category, ErrorResponse, Property, StudioErrorCode};

use crate::guide::keep_bodies::send;

const CATEGORIES: &[Category] = &[Category::new("web", "Web", 400..=599)];

struct Spring;

impl Catalog for Spring {
    const PREFIX: &'static str = "SPRING";
    const CATEGORIES: &'static [Category] = CATEGORIES;
    const CODE_HEADER: Option<&'static str> = Some("x-error-code");
    const ENVELOPE: &'static str = concat!(
        r#"{"timestamp":"{request.timestamp}","status":{http},"error":"{message}","#,
        r#""path":"{request.path}"}"#
    );
}

struct SpringWithMessage;

impl Catalog for SpringWithMessage {
    const PREFIX: &'static str = "SPRING";
    const CATEGORIES: &'static [Category] = CATEGORIES;
    const CODE_HEADER: Option<&'static str> = Some("x-error-code");
    const PROPERTIES: &'static [Property] = &[Property::new("error").required()];
    const ENVELOPE: &'static str = concat!(
        r#"{"timestamp":"{request.timestamp}","status":{http},"error":"{property.error}","message":"{message}","#,
        r#""path":"{request.path}"}"#
    );
}

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(catalog = Spring, category = "web")]
#[error("{self:?}")]
enum WebError {
    #[studio(code = 404, http = 404, description = "Not Found")]
    NotFound,
    #[studio(code = 500, http = 500, description = "Internal Server Error")]
    InternalServerError,
}

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(catalog = SpringWithMessage, category = "web", properties(error = "Not Found"))]
#[error("{self:?}")]
enum WebErrorWithMessage {
    #[studio(code = 404, http = 404, description = "No message available")]
    NotFound,
}

fn layer(time: &'static str) -> ErrorLayer {
    ErrorLayer::new()
        .value("timestamp", move |_: &RequestHead<'_>| Some(time.to_owned()))
        .value("path", |request| Some(request.path().to_owned()))
}

#[tokio::test]
async fn the_body_is_what_clients_of_spring_see() {
    let fails = async || Err::<(), _>(ErrorResponse::from(WebError::InternalServerError));
    let values = layer("2023-01-02T08:45:53.037+00:00").on(404, WebError::NotFound);
    let service = Router::new().route("/fails", get(fails)).layer(values);
    let response = send(service.clone(), "/check_user").await;
    assert_eq!(
        (response.status().as_u16(), &**response.body()),
        (404, r#"{"timestamp":"2023-01-02T08:45:53.037+00:00","status":404,"error":"Not Found","path":"/check_user"}"#)
    );
    assert_eq!(response.headers()["x-error-code"], "SPRING_404");
    let response = send(service, "/fails").await;
    assert_eq!(
        (response.status().as_u16(), &**response.body()),
        (
            500,
            concat!(
                r#"{"timestamp":"2023-01-02T08:45:53.037+00:00","status":500,"error":"Internal Server Error","#,
                r#""path":"/fails"}"#
            )
        )
    );
    let values = layer("2025-03-31T10:09:54.309+0000").on(404, WebErrorWithMessage::NotFound);
    let response = send(Router::new().layer(values), "/deserialize").await;
    assert_eq!(
        response.body(),
        concat!(
            r#"{"timestamp":"2025-03-31T10:09:54.309+0000","status":404,"error":"Not Found","#,
            r#""message":"No message available","path":"/deserialize"}"#
        )
    );
}
