//! The level of a log event.

use core::fmt;
use core::str::FromStr;

/// The level of the log event of an error.
///
/// Its `Display` text is the word of the key `level`, and [`FromStr`] reads that word. With the feature `tracing`, it converts into the
/// `Level` of `tracing`, which has an order.
///
/// ```
/// use studio_errors::{Level, StudioErrorCode, catalog::{GeneralError, QuotaError}};
///
/// assert_eq!(GeneralError::DatabaseError.info().level(), Level::Error);
/// assert_eq!(QuotaError::InsufficientCredits.info().level(), Level::Debug);
/// assert_eq!(("warn".parse(), Level::Warn.to_string()), (Ok(Level::Warn), "warn".to_owned()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// The most verbose level.
    Trace,
    /// Information for developers.
    Debug,
    /// Information about normal operation.
    Info,
    /// A condition that may need attention.
    Warn,
    /// A failure.
    Error,
}

impl Level {
    /// The default level of a status: `Error` for a 5xx, `Debug` for a 4xx.
    pub(crate) const fn of_status(http: u16) -> Self {
        if http >= 500 { Self::Error } else { Self::Debug }
    }

    /// Reads the level in a row. 0 means that it is not stated.
    pub(crate) const fn from_byte(byte: u8) -> Option<Self> {
        match byte {
            1 => Some(Self::Trace),
            2 => Some(Self::Debug),
            3 => Some(Self::Info),
            4 => Some(Self::Warn),
            5 => Some(Self::Error),
            _ => None,
        }
    }

    /// The word of the key `level`: `error`, `warn`, `info`, `debug` or `trace`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Trace => "trace",
            Self::Debug => "debug",
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Error => "error",
        }
    }
}

/// The word of the key `level`.
impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Level {
    type Err = UnknownLevel;

    fn from_str(word: &str) -> Result<Self, UnknownLevel> {
        (1..=5).filter_map(Self::from_byte).find(|level| level.as_str() == word).ok_or(UnknownLevel)
    }
}

/// The error of parsing a [`Level`]: there is no level with this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownLevel;

impl fmt::Display for UnknownLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unknown level; the levels are `error`, `warn`, `info`, `debug`, `trace`")
    }
}

impl core::error::Error for UnknownLevel {}

#[cfg(feature = "tracing")]
impl From<Level> for tracing::Level {
    fn from(level: Level) -> Self {
        match level {
            Level::Trace => Self::TRACE,
            Level::Debug => Self::DEBUG,
            Level::Info => Self::INFO,
            Level::Warn => Self::WARN,
            Level::Error => Self::ERROR,
        }
    }
}

#[cfg(feature = "tracing")]
impl From<tracing::Level> for Level {
    fn from(level: tracing::Level) -> Self {
        match level {
            tracing::Level::TRACE => Self::Trace,
            tracing::Level::DEBUG => Self::Debug,
            tracing::Level::INFO => Self::Info,
            tracing::Level::WARN => Self::Warn,
            tracing::Level::ERROR => Self::Error,
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn a_level_is_read_from_its_word() {
        for level in (1..=5).filter_map(Level::from_byte) {
            assert_eq!(level.to_string().parse(), Ok(level));
            #[cfg(feature = "tracing")]
            assert_eq!(Level::from(tracing::Level::from(level)), level);
        }
        assert_eq!(["", "WARN", "warning"].map(str::parse::<Level>), [Err(UnknownLevel); 3]);
    }
}
