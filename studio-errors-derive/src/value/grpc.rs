//! The code of an error in gRPC.

use proc_macro2::Span;
use syn::Meta;

use super::Value;
use super::choice::{self, Choice};

/// The number of the code, from 1 to 16.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Grpc(pub(crate) u8);

impl Grpc {
    pub(crate) fn word(self) -> &'static str {
        CODES[usize::from(self.0) - 1].0
    }

    /// The status that the code implies.
    pub(crate) fn http(self) -> u16 {
        HTTP[usize::from(self.0) - 1]
    }

    /// Whether an error with this code is internal, whatever its http is.
    pub(crate) fn is_internal(self) -> bool {
        matches!(self.word(), "unknown" | "internal" | "data_loss")
    }
}

/// Each code in the order of the numbers, with the names that HTTP uses for it.
pub(super) const CODES: [Choice; 16] = [
    ("cancelled", &["client_closed_request"]),
    ("unknown", &[]),
    ("invalid_argument", &["bad_request"]),
    ("deadline_exceeded", &["timeout", "request_timeout", "gateway_timeout"]),
    ("not_found", &[]),
    ("already_exists", &["exists"]),
    ("permission_denied", &["forbidden"]),
    ("resource_exhausted", &["too_many_requests"]),
    ("failed_precondition", &["precondition_failed"]),
    ("aborted", &["conflict"]),
    ("out_of_range", &[]),
    ("unimplemented", &["not_implemented"]),
    ("internal", &["internal_server_error"]),
    ("unavailable", &["service_unavailable", "bad_gateway"]),
    ("data_loss", &[]),
    ("unauthenticated", &["unauthorized"]),
];

/// The status that each code implies, in the same order. `studio_errors` has the same table, and states its source.
const HTTP: [u16; 16] = [499, 500, 400, 504, 404, 409, 403, 429, 400, 409, 400, 501, 500, 503, 500, 401];

impl Value for Grpc {
    fn read(meta: &Meta) -> syn::Result<(Self, Span)> {
        choice::read(meta, "gRPC code", &CODES).map(|(number, span)| (Self(number), span))
    }
}
