//! A client that reads the errors of a service: `cargo run -p client`.

pub(crate) mod service;

use std::time::{Duration, SystemTime};

use retry_policies::policies::ExponentialBackoff;
use retry_policies::{RetryDecision, RetryPolicy};
use studio_errors::catalog::StudioError;
use studio_errors::{ErrorBody, RawDetails, Studio, StudioErrorCode, UnreadableDetails, UnreadableResponse, code_set};

/// Errors of the wallet. The service and its clients share the crate with this type.
#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota", received)]
pub(crate) enum WalletError {
    #[error("wallet {wallet} has {have} credits, {need} are needed")]
    #[studio(code = 1601)]
    InsufficientCredits {
        wallet: u64,
        #[studio(detail)]
        have: u32,
        #[studio(detail)]
        need: u32,
    },

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
}

code_set! {
    /// The codes of the service, from which the client knows which of them are retryable.
    pub(crate) ServiceErrors: WalletError, StudioError
}

/// Reasons why the client got no image.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error("{0} credits are missing")]
    NoCredits(u32),
    #[error(transparent)]
    Refused(ErrorBody<'static, RawDetails>),
    #[error(transparent)]
    UnreadableBody(#[from] UnreadableResponse),
    #[error(transparent)]
    UnreadableDetails(#[from] UnreadableDetails),
    #[error("the service cannot be reached")]
    Unreachable(#[from] reqwest::Error),
}

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

        let error = ErrorBody::from_response::<Studio>(&response)?;
        if let Some(ReceivedWalletError::InsufficientCredits { have, need }) = error.received()? {
            return Err(Failure::NoCredits(need.saturating_sub(have)));
        }
        // Another code of the wallet, one of another type, or one that is newer than this client.
        match pause(&error, retries) {
            Some(pause) => tokio::time::sleep(pause).await,
            None => return Err(Failure::Refused(error.into_owned())),
        }
        retries += 1;
    }
}

/// The time until the next attempt, or `None` to give up.
pub(crate) fn pause(error: &ErrorBody<'_, RawDetails>, retries: u32) -> Option<Duration> {
    let asked = error.retry_after().unwrap_or_default();
    if !error.retryable_in::<ServiceErrors>() || asked > Duration::from_secs(60) {
        return None;
    }
    // A random part of 100 ms, then of 200 ms, and so on, so that clients that failed at the same time do not retry at the same time.
    let policy = ExponentialBackoff::builder()
        .retry_bounds(Duration::from_millis(100), Duration::from_secs(10))
        .build_with_max_retries(4);
    let now = SystemTime::now();
    match policy.should_retry(now, retries) {
        RetryDecision::Retry { execute_after } => Some(asked + execute_after.duration_since(now).unwrap_or_default()),
        RetryDecision::DoNotRetry => None,
    }
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let (url, _) = service::start().await?;
    let client = reqwest::Client::new();
    for _ in 0..2 {
        match generate(&client, &url).await {
            Ok(image) => println!("{image}"),
            Err(failure) => println!("{failure}"),
        }
    }
    Ok(())
}
