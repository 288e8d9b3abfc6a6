//! Reads an arbitrary `Retry-After` header.
#![no_main]

use std::time::{Duration, SystemTime};

use libfuzzer_sys::fuzz_target;
use studio_errors::retry_after;

fuzz_target!(|input: (&str, u32)| {
    let (header, now) = input;
    let wait = retry_after(header, SystemTime::UNIX_EPOCH + Duration::from_secs(now.into()));
    if let Ok(seconds) = header.parse::<u64>()
        && !header.starts_with('+')
    {
        assert_eq!(wait, Some(Duration::from_secs(seconds)));
    }
});
