//! A client that matches on types. It tries again after an error that is retryable, and stops if no credits are left.
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
use retry_policies::policies::ExponentialBackoff;
use retry_policies::{Jitter, RetryDecision, RetryPolicy};
use studio_errors::catalog::StudioError;
use studio_errors::{ErrorBody, ErrorResponse, RawDetails, Studio, StudioErrorCode, UnreadableResponse, code_set};

/// Reasons why the client got no image.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error("no credits are left")]
    NoCredits,
    #[error("{0}")]
    Refused(ErrorBody<'static, RawDetails>),
    #[error(transparent)]
    Unreadable(#[from] UnreadableResponse),
    #[error("the service cannot be reached")]
    Unreachable(#[from] reqwest::Error),
}

/// The longest time that the client waits because of a `Retry-After` header.
const PATIENCE: Duration = Duration::from_secs(60);

/// Sends requests until the service returns an image, or an error that another attempt cannot fix.
pub(crate) async fn generate(client: &reqwest::Client, url: &str) -> Result<String, Failure> {
    let mut retries = 0;
    loop {
        let response = client.post(url).send().await?;
        if response.status().is_success() {
            return Ok(response.text().await?);
        }
        let (status, headers) = (response.status(), response.headers().clone());
        let mut response = http::Response::new(response.bytes().await?);
        (*response.status_mut(), *response.headers_mut()) = (status, headers);
        let body = ErrorBody::from_response::<Studio>(&response)?;
        if let Some(WalletErrorKind::InsufficientCredits) = body.known() {
            return Err(Failure::NoCredits);
        }
        match pause(&body, body.retry_after(), retries) {
            Some(pause) => tokio::time::sleep(pause).await,
            None => return Err(Failure::Refused(body.into_owned())),
        }
        retries += 1;
    }
}

/// The time until the next attempt, or `None` to give up.
pub(crate) fn pause<D>(body: &ErrorBody<'_, D>, asked: Option<Duration>, retries: u32) -> Option<Duration> {
    let asked = asked.unwrap_or_default();
    if !body.retryable_in::<ServiceErrors>() || asked > PATIENCE {
        return None;
    }
    // A random part of 100 ms, then of 200 ms, and so on. So clients that failed at the same time do not return at the same time.
    let policy = ExponentialBackoff::builder()
        .retry_bounds(Duration::from_millis(100), Duration::from_secs(10))
        .jitter(Jitter::Full)
        .build_with_max_retries(4);
    let now = SystemTime::now();
    match policy.should_retry(now, retries) {
        RetryDecision::Retry { execute_after } => Some(asked + execute_after.duration_since(now).unwrap_or_default()),
        RetryDecision::DoNotRetry => None,
    }
}

/// The errors of the service. The client matches on `WalletErrorKind`, which has no fields.
#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota", kind)]
enum WalletError {
    #[error("one request a second")]
    #[studio(code = 1600)]
    RateLimitExceeded {
        #[studio(retry_after)]
        after: Duration,
    },

    /// The wallet is being moved
    #[error("the wallet is being moved")]
    #[studio(code = 1650, http = 409, retryable = true)]
    Moving,

    #[error("{have} credits are left, {need} are needed")]
    #[studio(code = 1601)]
    InsufficientCredits { have: u32, need: u32 },
}

code_set! {
    /// The codes of the service. The client has this list too, so it knows which of them are retryable.
    pub(crate) ServiceErrors: WalletError, StudioError
}

/// Asks the client to wait, then to try again, then paints one image, then reports that no credits are left.
fn paint(requests: &AtomicU32) -> Result<&'static str, ErrorResponse> {
    match requests.fetch_add(1, Ordering::Relaxed) {
        0 => Err(WalletError::RateLimitExceeded { after: Duration::from_secs(1) })?,
        1 => Err(WalletError::Moving)?,
        2 => Ok("a red fox, in oil"),
        _ => Err(WalletError::InsufficientCredits { have: 0, need: 8 })?,
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
