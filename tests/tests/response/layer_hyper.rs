//! `ErrorLayer` around a hyper service on loopback, without a framework.

use std::convert::Infallible;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use serde_json::Value;
use studio_errors::ErrorResponse;
use studio_errors::catalog::{GeneralError, RenderError};
use studio_errors::response::ErrorLayer;
use tokio::net::TcpListener;
use tower::{ServiceBuilder, service_fn};
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};

async fn handle(request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    let mut response = Response::new(Full::from("fine"));
    match request.uri().path() {
        "/fine" => {}
        "/job" => response = ErrorResponse::from(RenderError::JobNotFound).into(),
        "/busy" => *response.status_mut() = hyper::StatusCode::SERVICE_UNAVAILABLE,
        _ => *response.status_mut() = hyper::StatusCode::BAD_GATEWAY,
    }
    Ok(response)
}

async fn serve() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let layers = ServiceBuilder::new()
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(ErrorLayer::new().on(503, GeneralError::ServiceUnavailable).request_id("x-request-id"));
    let service = layers.service(service_fn(handle));
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let service = TowerToHyperService::new(service.clone());
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
        }
    });
    base
}

#[tokio::test]
async fn the_accept_header_determines_the_format() {
    let base = serve().await;
    let client = reqwest::Client::new();
    for (path, http, code) in [("/job", 404, "STUDIO_1500"), ("/busy", 503, "STUDIO_2001")] {
        for (accept, members) in [("application/json", "/error"), ("application/problem+json", "")] {
            let response = client.get(format!("{base}{path}")).header("accept", accept).send().await.unwrap();
            assert_eq!(
                (response.status().as_u16(), &response.headers()["content-type"]),
                (http, &accept.parse().unwrap())
            );
            assert_eq!(response.headers()["vary"], "accept");
            let id = response.headers()["x-request-id"].clone();
            let length = response.headers()["content-length"].clone();
            let text = response.text().await.unwrap();
            assert_eq!(length, text.len().to_string());
            let body: Value = serde_json::from_str(&text).unwrap();
            let members = body.pointer(members).unwrap();
            assert_eq!((&members["code"], &members["request_id"]), (&code.into(), &id.to_str().unwrap().into()));

            let head = client.head(format!("{base}{path}")).header("accept", accept).send().await.unwrap();
            assert_eq!((head.status().as_u16(), &head.headers()["content-length"]), (http, &length));
        }
    }
}

#[tokio::test]
async fn other_responses_are_unchanged() {
    let base = serve().await;
    for (path, http) in [("/fine", 200), ("/other", 502)] {
        let response = reqwest::get(format!("{base}{path}")).await.unwrap();
        assert_eq!((response.status().as_u16(), response.headers().get("vary")), (http, None));
        assert_eq!(response.text().await.unwrap(), "fine");
    }
}
