//! The gRPC code of an error.

use super::word::word;

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
/// Its `Display` text is the word of the key `grpc`. [`FromStr`](core::str::FromStr) reads that word, in lower or upper case. With the
/// feature `tonic`, it converts into the `Code` of `tonic`.
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

impl GrpcCode {
    /// Each code with its word and the status that it implies.
    const ALL: [(Self, &'static str, u16); 16] = [
        (Self::Cancelled, "cancelled", 499),
        (Self::Unknown, "unknown", 500),
        (Self::InvalidArgument, "invalid_argument", 400),
        (Self::DeadlineExceeded, "deadline_exceeded", 504),
        (Self::NotFound, "not_found", 404),
        (Self::AlreadyExists, "already_exists", 409),
        (Self::PermissionDenied, "permission_denied", 403),
        (Self::ResourceExhausted, "resource_exhausted", 429),
        (Self::FailedPrecondition, "failed_precondition", 400),
        (Self::Aborted, "aborted", 409),
        (Self::OutOfRange, "out_of_range", 400),
        (Self::Unimplemented, "unimplemented", 501),
        (Self::Internal, "internal", 500),
        (Self::Unavailable, "unavailable", 503),
        (Self::DataLoss, "data_loss", 500),
        (Self::Unauthenticated, "unauthenticated", 401),
    ];

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
        Self::ALL[self as usize - 1].2
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
}

word!(GrpcCode, UnknownGrpcCode: "unknown gRPC code; a gRPC code is a word such as `not_found`");

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
