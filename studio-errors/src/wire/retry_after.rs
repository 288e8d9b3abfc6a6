//! The `Retry-After` header as a client reads it.

use core::time::Duration;
use std::time::SystemTime;

/// How long a `Retry-After` header asks to wait from `now` on: whole seconds or a date, [RFC 9110, section
/// 10.2.3](https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3). Zero for a date that has passed, `None` for what is neither.
///
/// A date is by the server's clock: where its response has a `date` header, `now` is best taken from there.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use studio_errors::retry_after;
///
/// assert_eq!(retry_after("120", SystemTime::now()), Some(Duration::from_secs(120)));
///
/// let noon = SystemTime::UNIX_EPOCH + Duration::from_secs(784_900_800);
/// assert_eq!(retry_after("Tue, 15 Nov 1994 12:00:30 GMT", noon), Some(Duration::from_secs(30)));
/// assert_eq!(retry_after("soon", noon), None);
/// ```
#[must_use]
pub fn retry_after(header: &str, now: SystemTime) -> Option<Duration> {
    let header = header.trim_matches([' ', '\t']);
    if !header.is_empty() && header.bytes().all(|byte| byte.is_ascii_digit()) {
        // More seconds than fit are as good as for ever.
        return Some(Duration::from_secs(header.parse().unwrap_or(u64::MAX)));
    }
    let date = httpdate::parse_http_date(header).ok()?;
    Some(date.duration_since(now).unwrap_or_default())
}
