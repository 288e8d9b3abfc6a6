//! The client example, against the server that it starts.

#[allow(dead_code)]
#[path = "../../examples/client/src/main.rs"]
mod client;

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use client::Failure;

#[tokio::test]
async fn it_backs_off_and_it_stops() {
    let (url, requests) = client::start().await.unwrap();
    let http = reqwest::Client::new();

    let started = Instant::now();
    assert_eq!(client::generate(&http, &url).await.unwrap(), "a red fox, in oil");
    assert!(started.elapsed() >= Duration::from_secs(1), "it waited as long as it was told");
    assert_eq!(requests.load(Ordering::Relaxed), 2);

    let failure = client::generate(&http, &url).await.unwrap_err();
    assert!(matches!(failure, Failure::NoCredits), "{failure}");
    assert_eq!(requests.load(Ordering::Relaxed), 3, "it asked once and stopped");
}
