//! The checks of a type that converts into a gRPC status.

use super::report::{Report, refuse};
use crate::code::{CodeList, ErrorInfo};

/// The longest reason: <https://google.aip.dev/193#errorinfo>.
const LONGEST: usize = 63;

/// Checks that the name of every code of the nested type `part` fits in the reason of a gRPC error.
#[track_caller]
pub const fn reasons(part: &str, codes: CodeList) {
    let Some(info) = with_long_name(codes) else { return };
    let mut report = Report::new();
    report.text("the name of ").quoted(info.code().as_str()).text(" in ").quoted(part).text(" has ");
    report.count(info.name().len()).text(" characters, and the reason of a gRPC error has at most ").count(LONGEST);
    refuse(report.text("\nhelp: give it a shorter name"));
}

const fn with_long_name(codes: CodeList) -> Option<ErrorInfo> {
    let own = codes.own();
    if own.is_grpc {
        // The type reports it.
        return None;
    }
    let mut i = 0;
    while i < own.distinct {
        let info = ErrorInfo::new(own, i);
        if info.name().len() > LONGEST {
            return Some(info);
        }
        i += 1;
    }
    let mut i = 0;
    while i < codes.nested().len() {
        let found = with_long_name(codes.nested()[i]);
        if found.is_some() {
            return found;
        }
        i += 1;
    }
    None
}
