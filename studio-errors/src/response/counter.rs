//! The counter of the errors that become responses.

use alloc::string::ToString;

use crate::code::ErrorInfo;

/// Counts one response. Every label is a fact of the code, so a program has at most one time series for each of its codes.
pub(crate) fn count(info: ErrorInfo) {
    metrics::counter!(
        target: "studio_errors",
        "error_responses_total",
        "code" => info.code().as_str(),
        "category" => info.category().slug(),
        "http" => info.http().to_string(),
    )
    .increment(1);
}

/// Counts one error whose code is not in the set of its operation.
pub(crate) fn undeclared(info: ErrorInfo, set: &'static str) {
    metrics::counter!(
        target: "studio_errors",
        "error_responses_undeclared_total",
        "code" => info.code().as_str(),
        "set" => set,
    )
    .increment(1);
}
