//! The level of a log event.

/// The level of the log event of an error.
///
/// ```
/// use studio_errors::{Level, StudioErrorCode, catalog::{GeneralError, QuotaError}};
///
/// assert_eq!(GeneralError::DatabaseError.info().level(), Level::Error);
/// assert_eq!(QuotaError::InsufficientCredits.info().level(), Level::Debug);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
