//! `ErrorResponse` as an `http::Response` of hyper, read by reqwest.

use std::convert::Infallible;
use std::time::Duration;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use studio_errors::catalog::StudioError;
use studio_errors::{ErrorResponse, FromCode, StudioErrorCode};
use tokio::net::TcpListener;

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[error("wait {0:?}")]
#[studio(code = 1600, category = "quota", name = "RATE_LIMIT_EXCEEDED", display)]
struct Wait(#[studio(retry_after)] Duration);

fn answer(path: &str) -> Result<Bytes, ErrorResponse> {
    match StudioError::from_code(path.trim_start_matches('/')) {
        Some(error) => Err(error)?,
        None => Err(Wait(Duration::from_millis(1200)))?,
    }
}

#[tokio::test]
async fn a_client_receives_every_published_code() {
    async fn handle(request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
        let answer = answer(request.uri().path());
        Ok(answer.map_or_else(Response::from, |body| Response::new(body.into())))
    }

    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service_fn(handle)));
        }
    });

    let client = reqwest::Client::new();
    for row in include_str!("../catalog/error-codes.tsv").lines().skip(1) {
        let row: Vec<_> = row.split('\t').collect();
        let (number, http, description) = (row[4], row[5], row[7]);
        let expected = format!(r#"{{"error":{{"code":"STUDIO_{number}","message":"{description}","http":{http}}}}}"#);
        let url = format!("{base}/STUDIO_{number}");

        let response = client.get(&url).send().await.unwrap();
        assert_eq!(response.status().as_str(), http);
        assert_eq!(response.headers()["content-type"], "application/json");
        assert_eq!(response.text().await.unwrap(), expected);

        let response = client.head(&url).send().await.unwrap();
        assert_eq!(response.status().as_str(), http);
        assert_eq!(response.headers()["content-length"], expected.len().to_string());
    }

    let response = client.get(base).send().await.unwrap();
    assert_eq!(response.status(), 429);
    assert_eq!(response.headers()["retry-after"], "2");
    assert!(response.text().await.unwrap().contains("wait 1.2s"));
}

/// A constant body is not copied: it points to the text in the binary.
#[test]
fn a_constant_body_is_not_copied() {
    let error = StudioError::from_code("STUDIO_1601").unwrap();
    let published = error.to_json().as_ptr();
    let response = Response::<Bytes>::from(ErrorResponse::from(error));
    assert_eq!(response.into_body().as_ptr(), published);
}
