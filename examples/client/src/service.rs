//! The service of the example, which refuses the first requests.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use axum::Router;
use axum::routing::post;
use studio_errors::ErrorOf;

use super::{ServiceErrors, WalletError};

/// Asks the client to wait, then to try again, then paints one image, then reports that credits are missing.
fn paint(requests: &AtomicU32) -> Result<&'static str, ErrorOf<ServiceErrors>> {
    match requests.fetch_add(1, Ordering::Relaxed) {
        0 => Err(WalletError::RateLimitExceeded { after: Duration::from_secs(1) })?,
        1 => Err(WalletError::Moving)?,
        2 => Ok("a red fox, in oil"),
        _ => Err(WalletError::InsufficientCredits { wallet: 7, have: 3, need: 20 })?,
    }
}

/// Starts the service on a free port. Returns its address and the counter of its requests.
pub(crate) async fn start() -> std::io::Result<(String, &'static AtomicU32)> {
    let requests: &AtomicU32 = Box::leak(Box::default());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/images", listener.local_addr()?);
    let app = Router::new().route("/images", post(async || paint(requests)));
    tokio::spawn(async move { axum::serve(listener, app).await });
    Ok((url, requests))
}
