//! The checks of a type that converts into a gRPC status.

use super::report::{Report, refuse};
use crate::code::{CodeList, Codes, Detail, ErrorInfo};
use crate::text::constant::{each, equal};

/// The longest reason: <https://google.aip.dev/193#errorinfo>.
const LONGEST: usize = 63;

/// A name that a gRPC status cannot have.
#[derive(Clone, Copy)]
enum Fault {
    /// A name that is too long for a reason.
    LongName,
    /// A detail whose name is already in the metadata.
    Metadata(Detail),
}

/// Checks that a gRPC status can have the name and the details of every code of the nested type `part`.
#[track_caller]
pub const fn reasons(part: &str, codes: CodeList) {
    let Some((info, fault)) = in_list(codes) else { return };
    let mut report = Report::new();
    match fault {
        Fault::LongName => {
            report.text("the name of ").quoted(info.code().as_str()).text(" in ").quoted(part).text(" has ");
            report.count(info.name().len()).text(" characters, and the reason of a gRPC error has at most ");
            report.count(LONGEST).text("\nhelp: give it a shorter name");
        }
        Fault::Metadata(detail) => {
            report.text("detail ").quoted(detail.name()).text(" of ").quoted(info.code().as_str()).text(" in ");
            report.quoted(part).text(" conflicts with `tonic`, which adds its own ").quoted(detail.name());
            report.text("\nhelp: give it another name");
        }
    }
    refuse(&report);
}

/// The first fault. A nested type that converts itself reports its own.
const fn in_list(list: CodeList) -> Option<(ErrorInfo, Fault)> {
    let (types, lists) = (list.types(), list.lists());
    if !lists.is_empty() && types[0].is_grpc {
        return None;
    }
    each!(&codes in types => {
        let found = if codes.is_grpc { None } else { in_codes(codes) };
        if found.is_some() {
            return found;
        }
    });
    each!(&list in lists => {
        let found = in_list(list);
        if found.is_some() {
            return found;
        }
    });
    None
}

const fn in_codes(codes: Codes) -> Option<(ErrorInfo, Fault)> {
    let mut i = 0;
    while i < codes.len() {
        let info = codes.info(i);
        if info.name().len() > LONGEST {
            return Some((info, Fault::LongName));
        }
        let mut variant = 0;
        while let Some(info) = codes.variant(i, variant) {
            let details = info.details();
            let mut j = 0;
            while j < details.len() {
                if equal(details[j].name(), "code") || equal(details[j].name(), "http") {
                    return Some((info, Fault::Metadata(details[j])));
                }
                j += 1;
            }
            variant += 1;
        }
        i += 1;
    }
    None
}
