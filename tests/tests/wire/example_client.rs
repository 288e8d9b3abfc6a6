//! Tests the client example with the server that it starts.

#[allow(dead_code)]
#[path = "../../../examples/client/src/main.rs"]
mod client;

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use client::Failure;
use studio_errors::ErrorBody;

#[tokio::test]
async fn the_client_waits_and_stops() {
    let (url, requests) = client::start().await.unwrap();
    let http = reqwest::Client::new();

    let started = Instant::now();
    assert_eq!(client::generate(&http, &url).await.unwrap(), "a red fox, in oil");
    assert!(started.elapsed() >= Duration::from_secs(1), "the client waited for the time in the header");
    assert_eq!(requests.load(Ordering::Relaxed), 3);

    let failure = client::generate(&http, &url).await.unwrap_err();
    assert!(matches!(failure, Failure::NoCredits), "{failure}");
    assert_eq!(requests.load(Ordering::Relaxed), 4, "it asked once and stopped");
}

#[test]
fn it_waits_a_random_part_of_a_time_that_doubles() {
    let pauses = |retries| {
        let moving = ErrorBody::new("STUDIO_1650", "The wallet is being moved", 409);
        let mut pauses: Vec<_> = (0..200).map(|_| client::pause(&moving, None, retries).unwrap()).collect();
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
    let body = |code: &'static str, http| ErrorBody::new(code, "no", http);
    let (slow, secs) = (body("STUDIO_1600", 429), Duration::from_secs);
    let pause = client::pause(&slow, Some(secs(7)), 0).unwrap();
    assert!(pause >= secs(7) && pause < secs(8), "{pause:?}");
    assert_eq!(client::pause(&slow, Some(secs(61)), 0), None);
    assert_eq!(client::pause(&slow, None, 4), None);
    assert_eq!(client::pause(&body("STUDIO_1602", 429), Some(secs(1)), 0), None, "the quota of a month is spent");
    assert!(client::pause(&body("STUDIO_9999", 503), None, 0).is_some(), "an unknown code has a status");
    assert_eq!(client::pause(&body("STUDIO_9999", 409), None, 0), None);
}
