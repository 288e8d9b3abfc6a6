//! Reads the error of a gRPC status.

use alloc::borrow::Cow;

use tonic::{Code, Status};
use tonic_types::StatusExt;

/// The member of the metadata that contains the code.
pub(crate) const CODE: &str = "code";
/// The member of the metadata that contains the HTTP status.
pub(crate) const HTTP: &str = "http";

/// The code and the HTTP status of the error. Without them, they are those of the gRPC code.
pub(super) fn code_and_http(status: &Status) -> (Cow<'static, str>, u16) {
    let mut metadata = status.get_details_error_info().map(|info| info.metadata).unwrap_or_default();
    let (name, default) = of_code(status.code());
    let http = metadata.get(HTTP).and_then(|http| http.parse().ok()).unwrap_or(default);
    (metadata.remove(CODE).map_or(Cow::Borrowed(name), Cow::Owned), http)
}

/// The name of a gRPC code, and the HTTP status that `google.rpc.Code` gives for it.
fn of_code(code: Code) -> (&'static str, u16) {
    match code {
        Code::Ok => ("OK", 200),
        Code::Cancelled => ("CANCELLED", 499),
        Code::Unknown => ("UNKNOWN", 500),
        Code::InvalidArgument => ("INVALID_ARGUMENT", 400),
        Code::DeadlineExceeded => ("DEADLINE_EXCEEDED", 504),
        Code::NotFound => ("NOT_FOUND", 404),
        Code::AlreadyExists => ("ALREADY_EXISTS", 409),
        Code::PermissionDenied => ("PERMISSION_DENIED", 403),
        Code::ResourceExhausted => ("RESOURCE_EXHAUSTED", 429),
        Code::FailedPrecondition => ("FAILED_PRECONDITION", 400),
        Code::Aborted => ("ABORTED", 409),
        Code::OutOfRange => ("OUT_OF_RANGE", 400),
        Code::Unimplemented => ("UNIMPLEMENTED", 501),
        Code::Internal => ("INTERNAL", 500),
        Code::Unavailable => ("UNAVAILABLE", 503),
        Code::DataLoss => ("DATA_LOSS", 500),
        Code::Unauthenticated => ("UNAUTHENTICATED", 401),
    }
}
