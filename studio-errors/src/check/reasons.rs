//! The checks of a type that converts into a gRPC status.

use super::report::{Report, refuse, say};
use crate::code::{CodeList, Codes};
use crate::text::constant::{each, equal};

/// The longest reason: <https://google.aip.dev/193#errorinfo>.
const LONGEST: usize = 63;

/// Checks that a gRPC status can have the name and the details of every code of the nested type `part`. A type in it that converts
/// itself reports its own.
#[track_caller]
pub const fn reasons(part: &str, list: CodeList) {
    let (types, lists) = (list.types(), list.lists());
    if !lists.is_empty() && types[0].is_grpc {
        return;
    }
    each!(codes in types => { if !codes.is_grpc { of_type(part, *codes) } });
    each!(list in lists => { reasons(part, *list) });
}

#[track_caller]
const fn of_type(part: &str, codes: Codes) {
    let mut i = 0;
    while i < codes.len() {
        let info = codes.info(i);
        if info.name().len() > LONGEST {
            let mut report = Report::new();
            say!(report; "the name of " [info.code().as_str()] " in " [part] " has ").count(info.name().len());
            report.text(" characters, and the reason of a gRPC error has at most ").count(LONGEST);
            report.text("\nhelp: give it a shorter name").refuse();
        }
        let mut variant = 0;
        while let Some(info) = codes.variant(i, variant) {
            each!(detail in info.details() => {
                let name = detail.name();
                if equal(name, "code") || equal(name, "http") {
                    refuse!(
                        "detail " [name] " of " [info.code().as_str()] " in " [part]
                        " conflicts with `tonic`, which adds its own " [name] "\nhelp: give it another name"
                    );
                }
            });
            variant += 1;
        }
        i += 1;
    }
}
