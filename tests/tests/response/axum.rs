//! Responses of axum, read by reqwest on loopback: statuses, headers and bodies.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{ConnectInfo, Path, State};
use axum::routing::get;
use reqwest::header::{CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER};
use studio_errors::catalog::{QuotaError, StudioError};
use studio_errors::{ErrorResponse, FromCode, StudioErrorCode};
use tokio::net::TcpListener;
use tokio::sync::Barrier;

/// An error type that handlers return.
#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota", axum)]
enum WalletError {
    #[error("wallet {wallet} has {have} credits, \"{need}\" are needed")]
    #[studio(code = 1601, display)]
    InsufficientCredits { wallet: u64, have: u32, need: u32 },

    #[error("slow down")]
    #[studio(code = 1600)]
    RateLimitExceeded {
        #[studio(retry_after)]
        after: Option<Duration>,
    },
}

/// A generic error type that handlers return.
#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(axum, actix)]
enum Wrapped<E: Send>
where
    E: std::error::Error + 'static,
{
    #[error(transparent)]
    #[studio(transparent)]
    Inner(E),
}

async fn by_code(Path(code): Path<String>) -> Result<(), ErrorResponse> {
    match StudioError::from_code(&code) {
        Some(error) => Err(error)?,
        None => Ok(()),
    }
}

async fn serve(app: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let service = app.into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(async move { axum::serve(listener, service).await });
    format!("http://{address}")
}

#[tokio::test]
async fn a_client_receives_every_published_code() {
    let base = serve(Router::new().route("/{code}", get(by_code))).await;
    let client = reqwest::Client::new();
    for row in include_str!("../catalog/error-codes.tsv").lines().skip(1) {
        let row: Vec<_> = row.split('\t').collect();
        let (number, http, description) = (row[4], row[5], row[7]);
        let response = client.get(format!("{base}/STUDIO_{number}")).send().await.unwrap();
        assert_eq!(response.status().as_str(), http);
        assert_eq!(response.headers()[CONTENT_TYPE], "application/json");
        assert_eq!(response.headers().get(RETRY_AFTER), None);
        let body = response.text().await.unwrap();
        assert_eq!(
            body,
            format!(r#"{{"error":{{"code":"STUDIO_{number}","message":"{description}","http":{http}}}}}"#)
        );
    }
}

#[tokio::test]
async fn a_handler_can_return_the_error_type() {
    let credits = async || Err::<(), _>(WalletError::InsufficientCredits { wallet: 7, have: 3, need: 20 });
    let generic = async || Err::<(), _>(Wrapped::Inner(QuotaError::FeatureDisabled));
    let base = serve(Router::new().route("/credits", get(credits)).route("/generic", get(generic))).await;

    let response = reqwest::get(format!("{base}/credits")).await.unwrap();
    assert_eq!(response.status(), 402);
    let body: serde_json::Value = serde_json::from_str(&response.text().await.unwrap()).unwrap();
    assert_eq!(body["error"]["message"], "wallet 7 has 3 credits, \"20\" are needed");

    let response = reqwest::get(format!("{base}/generic")).await.unwrap();
    assert_eq!(response.status(), 403);
    assert!(response.text().await.unwrap().contains("STUDIO_1603"));
}

#[tokio::test]
async fn retry_after_is_whole_seconds_rounded_up() {
    let waits = [
        (Some(Duration::ZERO), Some("0")),
        (Some(Duration::from_nanos(1)), Some("1")),
        (Some(Duration::from_secs(30)), Some("30")),
        (Some(Duration::from_millis(30_001)), Some("31")),
        (Some(Duration::MAX), Some("18446744073709551615")),
        (None, None),
    ];
    let handler =
        async move |Path(at): Path<usize>| Err::<(), _>(WalletError::RateLimitExceeded { after: waits[at].0 });
    let base = serve(Router::new().route("/{at}", get(handler))).await;
    for (at, (_, expected)) in waits.iter().enumerate() {
        let response = reqwest::get(format!("{base}/{at}")).await.unwrap();
        assert_eq!(response.status(), 429);
        assert_eq!(response.headers().get(RETRY_AFTER).map(|value| value.to_str().unwrap()), *expected);
    }
}

#[tokio::test]
async fn a_connection_stays_open_after_errors() {
    let peer = async |ConnectInfo(peer): ConnectInfo<SocketAddr>| peer.port().to_string();
    let app = Router::new().route("/{code}", get(by_code)).route("/peer", get(peer));
    let base = serve(app).await;
    let client = reqwest::Client::new();
    let port = async || client.get(format!("{base}/peer")).send().await.unwrap().text().await.unwrap();
    let first = port().await;
    for code in ["STUDIO_1601", "STUDIO_2002", "STUDIO_1902", "STUDIO_1700"] {
        let response = client.get(format!("{base}/{code}")).send().await.unwrap();
        assert!(!response.text().await.unwrap().is_empty());
        let response = client.head(format!("{base}/{code}")).send().await.unwrap();
        assert!(response.text().await.unwrap().is_empty());
        assert_eq!(port().await, first, "after {code}");
    }
}

#[tokio::test]
async fn head_has_the_status_and_the_headers_of_get() {
    let base = serve(Router::new().route("/{code}", get(by_code))).await;
    let client = reqwest::Client::new();
    let get = client.get(format!("{base}/STUDIO_1500")).send().await.unwrap();
    let head = client.head(format!("{base}/STUDIO_1500")).send().await.unwrap();
    assert_eq!(head.status(), 404);
    assert_eq!(head.headers()[CONTENT_TYPE], "application/json");
    assert_eq!(head.headers()[CONTENT_LENGTH], get.headers()[CONTENT_LENGTH]);
    let length: usize = get.headers()[CONTENT_LENGTH].to_str().unwrap().parse().unwrap();
    assert_eq!(get.text().await.unwrap().len(), length);
    assert_eq!(head.text().await.unwrap(), "");
}

/// A thousand requests are in their handlers at the same time. Each gets its own error.
#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_concurrent_requests_get_their_own_errors() {
    const CONNECTIONS: usize = 10;
    const STREAMS: usize = 100;

    async fn fail(Path(id): Path<u64>, State(all): State<Arc<Barrier>>) -> Result<(), ErrorResponse> {
        all.wait().await;
        if id.is_multiple_of(2) {
            return Err(QuotaError::RateLimitExceeded)?;
        }
        Err(WalletError::InsufficientCredits { wallet: id, have: 0, need: 1 })?
    }

    let all = Arc::new(Barrier::new(CONNECTIONS * STREAMS));
    let base = serve(Router::new().route("/{id}", get(fail)).with_state(all)).await;
    let mut requests = tokio::task::JoinSet::new();
    for connection in 0..CONNECTIONS {
        // With HTTP/2, each client needs one connection. HTTP/1.1 would need a thousand sockets.
        let client = reqwest::Client::builder().http2_prior_knowledge().build().unwrap();
        for stream in 0..STREAMS {
            let (client, id) = (client.clone(), connection * STREAMS + stream);
            let url = format!("{base}/{id}");
            requests.spawn(async move {
                let response = client.get(url).send().await.unwrap();
                let status = response.status().as_u16();
                (id, status, response.text().await.unwrap())
            });
        }
    }
    let answers = tokio::time::timeout(Duration::from_secs(60), requests.join_all()).await.unwrap();
    assert_eq!(answers.len(), 1000);
    for (id, status, body) in answers {
        let (expected, message) = match id % 2 {
            0 => (429, "Rate limit exceeded for this tenant or user".to_owned()),
            _ => (402, format!(r#"wallet {id} has 0 credits, \"1\" are needed"#)),
        };
        let code = if id % 2 == 0 { 1600 } else { 1601 };
        assert_eq!(status, expected);
        assert_eq!(body, format!(r#"{{"error":{{"code":"STUDIO_{code}","message":"{message}","http":{expected}}}}}"#));
    }
}
