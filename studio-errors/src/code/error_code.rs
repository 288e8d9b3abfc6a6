//! The code that clients match on.

use alloc::borrow::Cow;
use alloc::string::String;
use core::cmp::Ordering;
use core::fmt;

use serde_core::{Serialize, Serializer};

/// An error code: `STUDIO_1601`.
///
/// A code is a prefix, a separator and a number. It is `Copy`, compares with text, and its constants work as patterns.
/// Codes are ordered by prefix, then by number.
///
/// ```
/// use studio_errors::catalog::QuotaError;
///
/// let code = QuotaError::INSUFFICIENT_CREDITS;
/// assert_eq!(code, "STUDIO_1601");
/// assert_eq!(code.number(), 1601);
///
/// let advice = match code {
///     QuotaError::RATE_LIMIT_EXCEEDED => "wait",
///     QuotaError::INSUFFICIENT_CREDITS => "pay",
///     _ => "ask",
/// };
/// assert_eq!(advice, "pay");
/// ```
// `PartialEq` is derived, because only then a constant can be a pattern. The number is the first field: it differs between most
// codes.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Code {
    number: i64,
    text: &'static str,
}

impl Code {
    pub(crate) const fn new(number: i64, text: &'static str) -> Self {
        Self { number, text }
    }

    /// The code as text, such as `"STUDIO_1601"`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.text
    }

    /// The number, such as `1601`, or `-32700` in a catalog without a prefix.
    #[must_use]
    pub const fn number(self) -> i64 {
        self.number
    }

    /// The text before the number: the prefix and the separator. A negative number has none.
    pub(crate) fn head(self) -> &'static str {
        if self.number < 0 { "" } else { self.text.trim_end_matches(|c: char| c.is_ascii_digit()) }
    }
}

impl Ord for Code {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_head = self.head().cmp(other.head());
        // Two catalogs can write one number with different widths.
        by_head.then(self.number.cmp(&other.number)).then_with(|| self.text.cmp(other.text))
    }
}

impl PartialOrd for Code {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.text)
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text)
    }
}

impl AsRef<str> for Code {
    fn as_ref(&self) -> &str {
        self.text
    }
}

macro_rules! compares_with {
    ($($text:ty),+) => {$(
        impl PartialEq<$text> for Code {
            fn eq(&self, other: &$text) -> bool {
                let other: &str = other.as_ref();
                self.text == other
            }
        }

        impl PartialEq<Code> for $text {
            fn eq(&self, other: &Code) -> bool {
                other == self
            }
        }
    )+};
}

compares_with!(str, &str, String, Cow<'_, str>);

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.text)
    }
}
