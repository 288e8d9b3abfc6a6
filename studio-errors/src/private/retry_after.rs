//! The types of a field with the key `retry_after`.

use core::time::Duration;

/// A time to wait: a `Duration`, an `Option<Duration>`, or whole seconds as an integer.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a time to wait",
    label = "not a time to wait",
    note = "a field marked `retry_after` is a `Duration`, an `Option<Duration>`, or whole seconds as an integer"
)]
pub trait RetryAfter {
    /// Returns the time to wait, if there is one.
    fn retry_after(&self) -> Option<Duration>;
}

impl RetryAfter for Duration {
    fn retry_after(&self) -> Option<Duration> {
        Some(*self)
    }
}

impl<T: RetryAfter> RetryAfter for Option<T> {
    fn retry_after(&self) -> Option<Duration> {
        self.as_ref()?.retry_after()
    }
}

impl<T: RetryAfter + ?Sized> RetryAfter for &T {
    fn retry_after(&self) -> Option<Duration> {
        T::retry_after(self)
    }
}

macro_rules! seconds {
    ($($integer:ty),+) => {$(
        impl RetryAfter for $integer {
            fn retry_after(&self) -> Option<Duration> {
                u64::try_from(*self).ok().map(Duration::from_secs)
            }
        }
    )+};
}

seconds!(u8, u16, u32, u64, usize, i8, i16, i32, i64, isize);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_integer_is_seconds_and_a_reference_is_its_value() {
        let wait = Some(Duration::from_secs(7));
        assert_eq!((7_u8.retry_after(), 7_i64.retry_after(), (-7_i32).retry_after()), (wait, wait, None));
        let absent = <&Option<u8> as RetryAfter>::retry_after(&&None);
        assert_eq!((<&u32 as RetryAfter>::retry_after(&&7), absent), (wait, None));
    }
}
