//! Reads the `Retry-After` header in a client.

use core::time::Duration;
use std::time::SystemTime;

/// The longest time that [`retry_after`] returns: 2^31 seconds, about 68 years, which [RFC 9111, section
/// 1.2.2](https://www.rfc-editor.org/rfc/rfc9111#section-1.2.2) prescribes for a number of seconds that does not fit.
const LONGEST: Duration = Duration::from_secs(1 << 31);

/// Returns the time from `now` that a `Retry-After` header asks a client to wait. The header contains whole seconds or a date
/// ([RFC 9110, section 10.2.3](https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3)). The time is zero for a date in the past.
/// The result is `None` if the header is invalid.
///
/// The result is at most 2^31 seconds ([RFC 9111, section 1.2.2](https://www.rfc-editor.org/rfc/rfc9111#section-1.2.2)), so
/// `Instant::now() + wait` does not overflow.
///
/// A date refers to the clock of the server. If its response has a `Date` header, pass that date as `now`.
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
    let wait = if !header.is_empty() && header.bytes().all(|byte| byte.is_ascii_digit()) {
        // The only possible error is a number that is too large.
        header.parse().map_or(LONGEST, Duration::from_secs)
    } else {
        date(header)?.duration_since(now).unwrap_or_default()
    };
    Some(wait.min(LONGEST))
}

/// A date in one of the three formats of [RFC 9110, section 5.6.7](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7).
pub(crate) fn date(header: &str) -> Option<SystemTime> {
    const LEAP_SECOND: &str = "23:59:60 ";
    if header.contains(LEAP_SECOND) {
        // `httpdate` refuses a leap second. The grammar allows it only at this time of the day.
        let before = httpdate::parse_http_date(&header.replacen(LEAP_SECOND, "23:59:59 ", 1)).ok()?;
        return before.checked_add(Duration::from_secs(1));
    }
    httpdate::parse_http_date(header).ok()
}
