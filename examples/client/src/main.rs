//! A client that matches on types. It waits if it sent too many requests, and stops if no credits are left.
//!
//! ```text
//! cargo run -p client
//! ```
//!
//! The program also starts the service, on a free port.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime};

use axum::Router;
use axum::routing::post;
use reqwest::header::RETRY_AFTER;
use studio_errors::catalog::{QuotaError, StudioError};
use studio_errors::{ErrorBody, ErrorResponse, StudioErrorCode, retry_after};

/// Reasons why the client got no image.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error("no credits are left")]
    NoCredits,
    #[error("{}: {}", .0.code, .0.message)]
    Refused(ErrorBody<'static>),
    #[error("the service sent a body that is not an error body")]
    Unreadable(#[from] serde_json::Error),
    #[error("the service cannot be reached")]
    Unreachable(#[from] reqwest::Error),
}

const ATTEMPTS: u32 = 5;

/// Sends requests until the service returns an image, or an error that another attempt cannot fix.
pub(crate) async fn generate(client: &reqwest::Client, url: &str) -> Result<String, Failure> {
    let mut attempt = 1;
    loop {
        let response = client.post(url).send().await?;
        if response.status().is_success() {
            return Ok(response.text().await?);
        }
        let wait = response.headers().get(RETRY_AFTER).and_then(|header| header.to_str().ok());
        let wait = wait.and_then(|header| retry_after(header, SystemTime::now()));
        let json = response.bytes().await?;
        let body: ErrorBody = serde_json::from_slice(&json)?;
        match body.known() {
            Some(StudioError::Quota(QuotaError::InsufficientCredits)) => return Err(Failure::NoCredits),
            _ if body.retryable() && attempt < ATTEMPTS => {
                // Without a `Retry-After` header, wait 100 ms, and double the time after each attempt.
                tokio::time::sleep(wait.unwrap_or(Duration::from_millis(50) * 2_u32.pow(attempt))).await;
                attempt += 1;
            }
            _ => return Err(Failure::Refused(body.into_owned())),
        }
    }
}

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    #[error("one request a second")]
    #[studio(code = 1600)]
    RateLimitExceeded {
        #[studio(retry_after)]
        after: Duration,
    },
}

/// Asks the client to wait, then paints one image, then reports that no credits are left.
fn paint(requests: &AtomicU32) -> Result<&'static str, ErrorResponse> {
    match requests.fetch_add(1, Ordering::Relaxed) {
        0 => Err(WalletError::RateLimitExceeded { after: Duration::from_secs(1) })?,
        1 => Ok("a red fox, in oil"),
        _ => Err(QuotaError::InsufficientCredits)?,
    }
}

/// Starts the service. Returns its address and the counter of its requests.
pub(crate) async fn start() -> std::io::Result<(String, &'static AtomicU32)> {
    let requests: &AtomicU32 = Box::leak(Box::default());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/images", listener.local_addr()?);
    let app = Router::new().route("/images", post(async || paint(requests)));
    tokio::spawn(async move { axum::serve(listener, app).await });
    Ok((url, requests))
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let (url, requests) = start().await?;
    let client = reqwest::Client::new();
    for _ in 0..2 {
        match generate(&client, &url).await {
            Ok(image) => println!("{image}"),
            Err(failure) => println!("{failure}"),
        }
    }
    println!("{} requests", requests.load(Ordering::Relaxed));
    Ok(())
}
