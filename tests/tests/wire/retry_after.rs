//! Reads the `Retry-After` header in both forms: RFC 9110, section 10.2.3.

use std::time::{Duration, Instant, SystemTime};

use studio_errors::retry_after;

#[test]
fn seconds_and_dates_are_read() {
    // 06 Nov 1994 08:49:37 GMT, the date of RFC 9110.
    let then = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777);
    for (header, expected) in [
        ("0", Some(0)),
        ("120", Some(120)),
        (" 120\t", Some(120)),
        ("2147483647", Some((1 << 31) - 1)),
        ("2147483648", Some(1 << 31)),
        ("2147483649", Some(1 << 31)),
        ("18446744073709551615", Some(1 << 31)),
        ("18446744073709551616", Some(1 << 31)),
        (&"9".repeat(10_000), Some(1 << 31)),
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

#[test]
fn the_longest_wait_can_be_added_to_a_time() {
    for header in ["18446744073709551615", "18446744073709551616", "Fri, 31 Dec 9999 23:59:59 GMT"] {
        let wait = retry_after(header, SystemTime::UNIX_EPOCH).unwrap();
        assert_eq!(wait, Duration::from_secs(1 << 31), "{header}");
        assert!(Instant::now() + wait > Instant::now() && SystemTime::now() + wait > SystemTime::now());
    }
}

/// RFC 9110, section 5.6.7: the time of day ends at `23:59:60`.
#[test]
fn a_leap_second_is_accepted() {
    // 31 Dec 2016 23:59:50 GMT.
    let then = SystemTime::UNIX_EPOCH + Duration::from_secs(1_483_228_790);
    for (header, expected) in [
        ("Sat, 31 Dec 2016 23:59:60 GMT", Some(10)),
        ("Saturday, 31-Dec-16 23:59:60 GMT", Some(10)),
        ("Sat Dec 31 23:59:60 2016", Some(10)),
        ("Sat, 31 Dec 2016 22:59:60 GMT", None),
        ("Sat, 31 Dec 2016 23:59:61 GMT", None),
        ("23:59:60 ", None),
        ("23:59:60 23:59:60 ", None),
    ] {
        assert_eq!(retry_after(header, then), expected.map(Duration::from_secs), "{header}");
    }
}
