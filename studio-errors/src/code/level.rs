//! The level of a log event.

use super::word::word;

/// The level of the log event of an error.
///
/// Its `Display` text is the word of the key `level`, and [`FromStr`](core::str::FromStr) reads that word, in lower or upper case. With the
/// feature `tracing`, it converts into the `Level` of `tracing`, which has an order.
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
    Trace = 1,
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
    const ALL: [(Self, &'static str); 5] = [
        (Self::Trace, "trace"),
        (Self::Debug, "debug"),
        (Self::Info, "info"),
        (Self::Warn, "warn"),
        (Self::Error, "error"),
    ];

    /// The default level of a status: `Error` for a 5xx, `Debug` for a 4xx.
    pub(crate) const fn of_status(http: u16) -> Self {
        if http >= 500 { Self::Error } else { Self::Debug }
    }
}

word!(Level, UnknownLevel: "unknown level; the levels are `error`, `warn`, `info`, `debug`, `trace`");

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
