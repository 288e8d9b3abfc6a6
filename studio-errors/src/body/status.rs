//! Reads the error of a gRPC call.

use tonic_types::StatusExt;

use super::error_body::ErrorBody;
use crate::code::GrpcCode;

/// The member of the metadata of a gRPC status that contains the code.
pub(crate) const CODE: &str = "code";
/// The member of the metadata of a gRPC status that contains the HTTP status.
pub(crate) const HTTP: &str = "http";

impl<'a> ErrorBody<'a> {
    /// Reads the error of a gRPC call.
    ///
    /// The code and the status are in the metadata of the detail
    /// [`google.rpc.ErrorInfo`](https://google.aip.dev/193#errorinfo), and the request id is in `google.rpc.RequestInfo`. A status
    /// without these details does not come from a service that uses this crate: for example, the connection failed, or a proxy
    /// refused the call. Its `code` is the name of the gRPC code, such as `UNAVAILABLE`, for which
    /// [`known`](Self::known) returns `None`. Its `http` is the one that
    /// [`google.rpc.Code`](https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto) states for the gRPC code.
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
    /// assert_eq!((body.known::<StudioError>(), body.retryable_in::<StudioError>()), (None, true));
    /// ```
    #[must_use]
    pub fn from_status(status: &'a tonic::Status) -> Self {
        let mut metadata = status.get_details_error_info().map(|info| info.metadata).unwrap_or_default();
        let (name, default) = match GrpcCode::try_from(status.code()) {
            Ok(code) => (code.as_str().to_ascii_uppercase(), code.http()),
            Err(_) => ("OK".into(), 200),
        };
        let http = metadata.get(HTTP).and_then(|http| http.parse().ok()).unwrap_or(default);
        let code = metadata.remove(CODE).unwrap_or(name);
        Self {
            request_id: status.get_details_request_info().map(|info| info.request_id.into()),
            retry_after: status.get_details_retry_info().and_then(|info| info.retry_delay),
            ..Self::new(code, status.message(), http)
        }
    }
}
