//! The `Retry-After` header in both its forms: RFC 9110, section 10.2.3.

use std::time::{Duration, SystemTime};

use studio_errors::retry_after;

#[test]
fn both_forms() {
    // 06 Nov 1994 08:49:37 GMT, the date of RFC 9110.
    let then = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777);
    for (header, expected) in [
        ("0", Some(0)),
        ("120", Some(120)),
        (" 120\t", Some(120)),
        ("18446744073709551615", Some(u64::MAX)),
        ("18446744073709551616", Some(u64::MAX)),
        (&"9".repeat(10_000), Some(u64::MAX)),
        ("Sun, 06 Nov 1994 08:50:37 GMT", Some(60)),
        ("Sunday, 06-Nov-94 08:50:37 GMT", Some(60)),
        ("Sun Nov  6 08:50:37 1994", Some(60)),
        ("Sun, 06 Nov 1994 08:49:37 GMT", Some(0)),
        ("Sun, 06 Nov 1994 08:00:00 GMT", Some(0)),
        ("", None),
        (" ", None),
        ("-1", None),
        ("+1", None),
        ("1.5", None),
        ("1 2", None),
        ("\u{661}", None),
        ("soon", None),
        ("Sun, 06 Nov 1994 08:49:37 CET", None),
    ] {
        assert_eq!(retry_after(header, then), expected.map(Duration::from_secs), "{header}");
    }
}
