//! A service of axum 0.7 on loopback.

use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use studio_errors::catalog::{GeneralError, RenderError};
use studio_errors::response::ErrorLayer;
use studio_errors::{ErrorOf, StudioErrorCode, code_set};
use tokio::net::TcpListener;

code_set! { ServiceErrors: RenderError }

fn load() -> Result<&'static str, ErrorOf<ServiceErrors>> {
    Err(RenderError::JobNotFound)?
}

async fn job() -> Result<&'static str, Response> {
    Ok(load()?)
}

#[tokio::test]
async fn errors_become_responses_and_the_layer_works() {
    let app = Router::new()
        .route("/job", get(job))
        .route("/bare", get(|| async { StatusCode::SERVICE_UNAVAILABLE }))
        .layer(ErrorLayer::new().on(503, GeneralError::ServiceUnavailable).request_id("x-request-id"));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });
    let client = reqwest::Client::new();
    for (path, error) in
        [("job", &RenderError::JobNotFound as &dyn StudioErrorCode), ("bare", &GeneralError::ServiceUnavailable)]
    {
        let request = client.get(format!("{base}/{path}")).header("x-request-id", "01J");
        let response = request.send().await.unwrap();
        assert_eq!(
            (response.status().as_u16(), &response.headers()["vary"]),
            (error.http(), &"accept".parse().unwrap())
        );
        let body = error.to_json().replace("}}", r#","request_id":"01J"}}"#);
        assert_eq!(response.text().await.unwrap(), body);
    }
}
