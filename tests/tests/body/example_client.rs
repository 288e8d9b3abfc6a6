//! Tests the client example with the server that it starts.

#[allow(dead_code)]
#[path = "../../../examples/client/src/main.rs"]
mod client;

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use client::Failure;
use studio_errors::{ErrorBody, Studio};

/// The pause after a response.
fn pause(code: &str, http: u16, asked: Option<u32>, retries: u32) -> Option<Duration> {
    let json = format!(r#"{{"error":{{"code":"{code}","message":"no","http":{http}}}}}"#);
    let asked = asked.map(|seconds| ("retry-after", seconds.to_string()));
    let response = asked
        .into_iter()
        .fold(http::Response::builder().status(http), |response, (name, value)| response.header(name, value));
    let response = response.body(json).unwrap();
    client::pause(&ErrorBody::from_response::<Studio>(&response).unwrap(), retries)
}

#[tokio::test]
async fn the_client_waits_and_stops() {
    let (url, requests) = client::service::start().await.unwrap();
    let http = reqwest::Client::new();

    let started = Instant::now();
    assert_eq!(client::generate(&http, &url).await.unwrap(), "a red fox, in oil");
    assert!(started.elapsed() >= Duration::from_secs(1), "the client waited for the time in the header");
    assert_eq!(requests.load(Ordering::Relaxed), 3);

    let failure = client::generate(&http, &url).await.unwrap_err();
    assert!(matches!(failure, Failure::NoCredits(17)), "{failure}");
    assert_eq!(requests.load(Ordering::Relaxed), 4, "it asked once and stopped");
}

#[test]
fn it_waits_a_random_part_of_a_time_that_doubles() {
    let pauses = |retries| {
        let mut pauses: Vec<_> = (0..200).map(|_| pause("STUDIO_1650", 409, None, retries).unwrap()).collect();
        pauses.sort_unstable();
        pauses
    };
    for (retries, bound) in [(0, 100), (1, 200), (2, 400), (3, 800)] {
        let (bound, pauses) = (Duration::from_millis(bound), pauses(retries));
        let (first, last) = (pauses[0], pauses[199]);
        // 200 uniform values miss one of these parts with a probability below 10^-9. A step of the clock adds a little.
        assert!(first < bound / 10 && last > bound * 9 / 10, "{first:?} to {last:?}");
        assert!(last <= bound + Duration::from_millis(20), "{last:?}");
    }
}

#[test]
fn it_waits_at_least_as_long_as_it_is_told_and_gives_up_if_that_is_too_long() {
    let secs = Duration::from_secs;
    let seven = pause("STUDIO_1600", 429, Some(7), 0).unwrap();
    assert!(seven >= secs(7) && seven < secs(8), "{seven:?}");
    assert_eq!(pause("STUDIO_1600", 429, Some(61), 0), None);
    assert_eq!(pause("STUDIO_1600", 429, None, 4), None);
    assert_eq!(pause("STUDIO_1602", 429, Some(1), 0), None, "the quota of a month is spent");
    assert!(pause("STUDIO_9999", 503, None, 0).is_some(), "an unknown code has a status");
    assert_eq!(pause("STUDIO_9999", 409, None, 0), None);
}
