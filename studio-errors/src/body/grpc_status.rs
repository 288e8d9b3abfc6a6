//! Reads the error of a gRPC status.

use alloc::string::String;

use tonic::Status;
use tonic_types::StatusExt;

use crate::code::GrpcCode;

/// The member of the metadata that contains the code.
pub(crate) const CODE: &str = "code";
/// The member of the metadata that contains the HTTP status.
pub(crate) const HTTP: &str = "http";

/// The code and the HTTP status of the error. Without them, they are those of the gRPC code.
pub(super) fn code_and_http(status: &Status) -> (String, u16) {
    let mut metadata = status.get_details_error_info().map(|info| info.metadata).unwrap_or_default();
    let (name, default) = match GrpcCode::try_from(status.code()) {
        Ok(code) => (code.as_str().to_ascii_uppercase(), code.http()),
        Err(_) => ("OK".into(), 200),
    };
    let http = metadata.get(HTTP).and_then(|http| http.parse().ok()).unwrap_or(default);
    (metadata.remove(CODE).unwrap_or(name), http)
}
