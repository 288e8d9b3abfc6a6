//! Responses of actix-web, read by reqwest on loopback: statuses, headers and bodies.

use std::time::Duration;

use actix_web::{App, HttpRequest, HttpServer, web};
use reqwest::header::{CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER, VARY};
use studio_errors::catalog::{QuotaError, StudioError};
use studio_errors::{ErrorResponse, FromCode, StudioErrorCode};

/// An error type that handlers return.
#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota", actix)]
enum WalletError {
    #[error("wallet {wallet} is \"empty\"")]
    #[studio(code = 1601, display)]
    InsufficientCredits { wallet: u64 },

    #[error("slow down")]
    #[studio(code = 1600)]
    RateLimitExceeded {
        #[studio(retry_after)]
        after: Duration,
    },
}

async fn by_code(code: web::Path<String>) -> Result<&'static str, ErrorResponse> {
    match StudioError::from_code(&code) {
        Some(error) => Err(error)?,
        None => Ok(""),
    }
}

async fn wallet(wallet: web::Path<u64>) -> Result<&'static str, WalletError> {
    match wallet.into_inner() {
        0 => Err(WalletError::RateLimitExceeded { after: Duration::from_millis(1500) }),
        wallet => Err(WalletError::InsufficientCredits { wallet }),
    }
}

async fn negotiated(code: web::Path<String>, request: HttpRequest) -> ErrorResponse {
    let accept = request.headers().get("accept").and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    let error = StudioError::from_code(&code).expect("a published code");
    ErrorResponse::from(error).negotiate(accept)
}

async fn peer(request: HttpRequest) -> String {
    request.peer_addr().map_or(0, |peer| peer.port()).to_string()
}

fn serve() -> String {
    let server = HttpServer::new(|| {
        App::new()
            .route("/codes/{code}", web::get().to(by_code))
            .route("/codes/{code}", web::head().to(by_code))
            .route("/wallets/{wallet}", web::get().to(wallet))
            .route("/problems/{code}", web::get().to(negotiated))
            .route("/peer", web::get().to(peer))
    })
    .workers(2)
    .bind("127.0.0.1:0")
    .unwrap();
    let address = server.addrs()[0];
    let server = server.disable_signals().run();
    std::thread::spawn(move || actix_web::rt::System::new().block_on(server));
    format!("http://{address}")
}

#[tokio::test]
async fn a_client_receives_every_published_code() {
    let base = serve();
    let client = reqwest::Client::new();
    for row in include_str!("../catalog/error-codes.tsv").lines().skip(1) {
        let row: Vec<_> = row.split('\t').collect();
        let (number, http, description) = (row[4], row[5], row[7]);
        let expected = format!(r#"{{"error":{{"code":"STUDIO_{number}","message":"{description}","http":{http}}}}}"#);
        let url = format!("{base}/codes/STUDIO_{number}");

        let response = client.get(&url).send().await.unwrap();
        assert_eq!(response.status().as_str(), http);
        assert_eq!(response.headers()[CONTENT_TYPE], "application/json");
        assert_eq!(response.headers().get(RETRY_AFTER), None);
        assert_eq!(response.text().await.unwrap(), expected);

        let response = client.head(&url).send().await.unwrap();
        assert_eq!(response.status().as_str(), http);
        assert_eq!(response.headers()[CONTENT_LENGTH], expected.len().to_string());
        assert_eq!(response.text().await.unwrap(), "");
    }
}

#[tokio::test]
async fn a_handler_can_return_the_error_type() {
    let base = serve();
    let response = reqwest::get(format!("{base}/wallets/7")).await.unwrap();
    assert_eq!(response.status(), 402);
    assert_eq!(
        response.text().await.unwrap(),
        r#"{"error":{"code":"STUDIO_1601","message":"wallet 7 is \"empty\"","http":402}}"#
    );
    let response = reqwest::get(format!("{base}/wallets/0")).await.unwrap();
    assert_eq!(response.status(), 429);
    assert_eq!(response.headers()[RETRY_AFTER], "2");
}

#[test]
fn a_middleware_sees_the_status_of_the_error() {
    use actix_web::ResponseError;
    let error = ErrorResponse::from(QuotaError::RateLimitExceeded);
    assert_eq!(error.status_code(), 429);
    assert_eq!(error.error_response().status(), 429);
}

#[tokio::test]
async fn the_accept_header_determines_the_format() {
    let base = serve();
    let client = reqwest::Client::new();
    let url = format!("{base}/problems/STUDIO_1500");
    let response = client.get(&url).header("accept", "application/problem+json").send().await.unwrap();
    assert_eq!(response.status(), 404);
    assert_eq!(response.headers()[CONTENT_TYPE], "application/problem+json");
    assert_eq!(response.headers()[VARY], "accept");
    let problem: serde_json::Value = serde_json::from_str(&response.text().await.unwrap()).unwrap();
    assert_eq!(problem["type"], "about:blank");
    assert_eq!(problem["code"], "STUDIO_1500");

    let response = client.get(&url).send().await.unwrap();
    assert_eq!(response.headers()[CONTENT_TYPE], "application/json");
    assert_eq!(response.headers()[VARY], "accept");
}

#[tokio::test(flavor = "multi_thread")]
async fn connections_stay_open_during_a_thousand_requests() {
    let base = serve();
    let mut clients = tokio::task::JoinSet::new();
    for client in 0..50 {
        let base = base.clone();
        clients.spawn(async move {
            let connection = reqwest::Client::new();
            let get = async |url| connection.get(url).send().await.unwrap().text().await.unwrap();
            let first = get(format!("{base}/peer")).await;
            for request in 1..=20 {
                let wallet = client * 20 + request;
                let body = get(format!("{base}/wallets/{wallet}")).await;
                let message = format!(r#"wallet {wallet} is \"empty\""#);
                assert_eq!(body, format!(r#"{{"error":{{"code":"STUDIO_1601","message":"{message}","http":402}}}}"#));
            }
            assert_eq!(get(format!("{base}/peer")).await, first);
        });
    }
    clients.join_all().await;
}
