//! The gRPC code of an error.

use core::fmt;
use core::str::FromStr;

/// The status code of an error in gRPC.
///
/// The key `grpc` of a variant states it. By default, the HTTP status decides:
///
/// | status | gRPC code |
/// |---|---|
/// | 400 | `invalid_argument` |
/// | 401 | `unauthenticated` |
/// | 403 | `permission_denied` |
/// | 404, 410 | `not_found` |
/// | 408, 504 | `deadline_exceeded` |
/// | 409 | `aborted` |
/// | 413, 416 | `out_of_range` |
/// | 429 | `resource_exhausted` |
/// | 499 | `cancelled` |
/// | other 4xx, such as 402 and 412 | `failed_precondition` |
/// | 500 | `internal` |
/// | 501 | `unimplemented` |
/// | 502, 503 | `unavailable` |
/// | other 5xx | `unknown` |
///
/// A variant that states its gRPC code needs no HTTP status. The code implies the one of
/// [`google.rpc.Code`](https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto):
///
/// | gRPC code | status |
/// |---|---|
/// | `invalid_argument`, `failed_precondition`, `out_of_range` | 400 |
/// | `unauthenticated` | 401 |
/// | `permission_denied` | 403 |
/// | `not_found` | 404 |
/// | `already_exists`, `aborted` | 409 |
/// | `resource_exhausted` | 429 |
/// | `cancelled` | 499 |
/// | `internal`, `unknown`, `data_loss` | 500 |
/// | `unimplemented` | 501 |
/// | `unavailable` | 503 |
/// | `deadline_exceeded` | 504 |
///
/// The first table has more statuses than `google.rpc.Code`. Where both have a status, it gives one of the codes of that status.
///
/// ```
/// use studio_errors::{GrpcCode, StudioErrorCode, catalog::QuotaError};
///
/// let info = QuotaError::RateLimitExceeded.info();
/// assert_eq!((info.http(), info.grpc()), (429, GrpcCode::ResourceExhausted));
/// assert_eq!(GrpcCode::ResourceExhausted.http(), 429);
/// assert_eq!("not_found".parse(), Ok(GrpcCode::NotFound));
/// ```
///
/// Its `Display` text is the word of the key `grpc`. [`FromStr`] reads that word, in lower or upper case. With the feature `tonic`, it
/// converts into the `Code` of `tonic`.
///
/// The numbers are those of the [gRPC specification](https://grpc.io/docs/guides/status-codes/). `OK` is not the code of an
/// error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum GrpcCode {
    /// The client cancelled the call.
    Cancelled = 1,
    /// An error without another code.
    Unknown = 2,
    /// An argument that is invalid in every state of the system.
    InvalidArgument = 3,
    /// The time limit was reached.
    DeadlineExceeded = 4,
    /// Something that was asked for does not exist.
    NotFound = 5,
    /// Something that the call creates exists.
    AlreadyExists = 6,
    /// The caller is known and may not do this.
    PermissionDenied = 7,
    /// A quota is used up.
    ResourceExhausted = 8,
    /// The system is not in the state that the call needs.
    FailedPrecondition = 9,
    /// A conflict with another call.
    Aborted = 10,
    /// An argument past the end of a valid range.
    OutOfRange = 11,
    /// The service does not implement the call.
    Unimplemented = 12,
    /// An internal error of the service.
    Internal = 13,
    /// The service is not available now.
    Unavailable = 14,
    /// Data is lost or damaged.
    DataLoss = 15,
    /// The caller is not authenticated.
    Unauthenticated = 16,
}

/// Each code with its word and the status that it implies. The index of a code is its number minus one.
const CODES: [(GrpcCode, &str, u16); 16] = [
    (GrpcCode::Cancelled, "cancelled", 499),
    (GrpcCode::Unknown, "unknown", 500),
    (GrpcCode::InvalidArgument, "invalid_argument", 400),
    (GrpcCode::DeadlineExceeded, "deadline_exceeded", 504),
    (GrpcCode::NotFound, "not_found", 404),
    (GrpcCode::AlreadyExists, "already_exists", 409),
    (GrpcCode::PermissionDenied, "permission_denied", 403),
    (GrpcCode::ResourceExhausted, "resource_exhausted", 429),
    (GrpcCode::FailedPrecondition, "failed_precondition", 400),
    (GrpcCode::Aborted, "aborted", 409),
    (GrpcCode::OutOfRange, "out_of_range", 400),
    (GrpcCode::Unimplemented, "unimplemented", 501),
    (GrpcCode::Internal, "internal", 500),
    (GrpcCode::Unavailable, "unavailable", 503),
    (GrpcCode::DataLoss, "data_loss", 500),
    (GrpcCode::Unauthenticated, "unauthenticated", 401),
];

impl GrpcCode {
    /// The default of an HTTP status.
    #[must_use]
    pub const fn of_status(http: u16) -> Self {
        match http {
            400 => Self::InvalidArgument,
            401 => Self::Unauthenticated,
            403 => Self::PermissionDenied,
            404 | 410 => Self::NotFound,
            408 | 504 => Self::DeadlineExceeded,
            409 => Self::Aborted,
            413 | 416 => Self::OutOfRange,
            429 => Self::ResourceExhausted,
            499 => Self::Cancelled,
            500 => Self::Internal,
            501 => Self::Unimplemented,
            502 | 503 => Self::Unavailable,
            ..=499 => Self::FailedPrecondition,
            _ => Self::Unknown,
        }
    }

    /// The HTTP status that the code implies: that of
    /// [`google.rpc.Code`](https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto).
    #[must_use]
    pub const fn http(self) -> u16 {
        CODES[self as usize - 1].2
    }

    /// Reads the number that the derive writes.
    pub(crate) const fn from_number(number: u8) -> Option<Self> {
        match number.checked_sub(1) {
            Some(place) if (place as usize) < CODES.len() => Some(CODES[place as usize].0),
            _ => None,
        }
    }

    /// Whether an error with this code is internal: `INTERNAL`, `UNKNOWN` and `DATA_LOSS`.
    pub(crate) const fn is_internal(self) -> bool {
        matches!(self, Self::Internal | Self::Unknown | Self::DataLoss)
    }

    /// The number, from 1 to 16.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// The word of the key `grpc`, such as `not_found`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        CODES[self as usize - 1].1
    }
}

/// The word of the key `grpc`.
impl fmt::Display for GrpcCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for GrpcCode {
    type Err = UnknownGrpcCode;

    fn from_str(word: &str) -> Result<Self, UnknownGrpcCode> {
        let known = CODES.iter().find(|(_, known, _)| known.eq_ignore_ascii_case(word));
        known.map(|(code, ..)| *code).ok_or(UnknownGrpcCode)
    }
}

/// The error of parsing a [`GrpcCode`]: there is no code of an error with this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownGrpcCode;

impl fmt::Display for UnknownGrpcCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unknown gRPC code; a gRPC code is a word such as `not_found`")
    }
}

impl core::error::Error for UnknownGrpcCode {}

#[cfg(feature = "tonic")]
impl From<GrpcCode> for tonic::Code {
    fn from(code: GrpcCode) -> Self {
        Self::from(i32::from(code.number()))
    }
}

/// `Ok` is not the code of an error.
#[cfg(feature = "tonic")]
impl TryFrom<tonic::Code> for GrpcCode {
    type Error = UnknownGrpcCode;

    fn try_from(code: tonic::Code) -> Result<Self, UnknownGrpcCode> {
        u8::try_from(i32::from(code)).ok().and_then(Self::from_number).ok_or(UnknownGrpcCode)
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use alloc::vec::Vec;

    use super::*;

    #[test]
    fn each_code_is_at_the_place_of_its_number() {
        for (place, (code, word, _)) in (1..).zip(CODES) {
            assert_eq!((code.number(), code.as_str()), (place, word));
            assert_eq!(GrpcCode::from_number(place), Some(code));
            assert_eq!((code.to_string().parse(), word.to_uppercase().parse()), (Ok(code), Ok(code)));
            #[cfg(feature = "tonic")]
            assert_eq!(tonic::Code::from(code).try_into(), Ok(code));
        }
        assert_eq!(["", "ok", "notfound"].map(str::parse::<GrpcCode>), [Err(UnknownGrpcCode); 3]);
        assert_eq!([0, 17, u8::MAX].map(GrpcCode::from_number), [None; 3]);
    }

    #[test]
    fn the_status_that_a_code_implies_gives_a_code_of_that_status() {
        for (code, _, http) in CODES {
            assert_eq!((code.http(), GrpcCode::of_status(http).http()), (http, http), "{code}");
            assert!(!code.is_internal() || http == 500, "{code}");
        }
    }

    #[test]
    fn the_status_gives_the_default() {
        let words =
            |statuses: &[u16]| statuses.iter().map(|http| GrpcCode::of_status(*http).as_str()).collect::<Vec<_>>();
        assert_eq!(words(&[400, 401, 403]), ["invalid_argument", "unauthenticated", "permission_denied"]);
        assert_eq!(words(&[404, 410]), ["not_found"; 2]);
        assert_eq!(words(&[408, 504]), ["deadline_exceeded"; 2]);
        assert_eq!(words(&[413, 416]), ["out_of_range"; 2]);
        assert_eq!(words(&[409, 429, 499]), ["aborted", "resource_exhausted", "cancelled"]);
        assert_eq!(words(&[402, 405, 412, 422, 451]), ["failed_precondition"; 5]);
        assert_eq!(words(&[500, 501, 502, 503]), ["internal", "unimplemented", "unavailable", "unavailable"]);
        assert_eq!(words(&[505, 507, 599]), ["unknown"; 3]);
    }
}
