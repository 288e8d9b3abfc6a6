//! Reads a gRPC status in a client.

use alloc::borrow::Cow;

use tonic::{Code, Status};
use tonic_types::StatusExt;

use super::ErrorBody;

/// The member of the metadata that contains the code.
pub(crate) const CODE: &str = "code";
/// The member of the metadata that contains the HTTP status.
pub(crate) const HTTP: &str = "http";

impl<'a> ErrorBody<'a> {
    /// Reads the error of a gRPC call.
    ///
    /// The code and the status are in the metadata of the detail
    /// [`google.rpc.ErrorInfo`](https://google.aip.dev/193#errorinfo), and the request id is in `google.rpc.RequestInfo`. A status
    /// without these details does not come from a service that uses this crate: for example, the connection failed, or a proxy
    /// refused the call. Its `code` is the name of the gRPC code, such as `UNAVAILABLE`, which no [`known`](Self::known) code
    /// is spelled like; its `http` is the one that
    /// [`google.rpc.Code`](https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto) gives for the gRPC code.
    ///
    /// ```
    /// use studio_errors::catalog::{RenderError, StudioError};
    /// use studio_errors::{ErrorBody, ErrorResponse};
    ///
    /// // The status that a service returns.
    /// let status = tonic::Status::from(ErrorResponse::from(RenderError::JobNotFound));
    ///
    /// let body = ErrorBody::from_status(&status);
    /// assert_eq!(body.known(), Some(StudioError::Render(RenderError::JobNotFound)));
    /// assert_eq!((&*body.message, body.http), ("Render job does not exist", 404));
    ///
    /// let status = tonic::Status::unavailable("connection refused");
    /// let body = ErrorBody::from_status(&status);
    /// assert_eq!(body.to_string(), "UNAVAILABLE: connection refused");
    /// assert_eq!((body.known::<StudioError>(), body.retryable()), (None, true));
    /// ```
    #[must_use]
    pub fn from_status(status: &'a Status) -> Self {
        let mut metadata = status.get_details_error_info().map(|info| info.metadata).unwrap_or_default();
        let (name, default) = of_code(status.code());
        let http = metadata.get(HTTP).and_then(|http| http.parse().ok()).unwrap_or(default);
        let code = metadata.remove(CODE).map_or(Cow::Borrowed(name), Cow::Owned);
        let mut body = Self::new(code, status.message(), http);
        body.request_id = status.get_details_request_info().map(|info| Cow::Owned(info.request_id));
        body
    }
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
