//! Tests of the checks of a type that converts into a gRPC status.

use super::*;
use crate::check::reasons;
use crate::code::{Detail, DetailType};

const LONG: &str = "A23456789_123456789_123456789_123456789_123456789_123456789_1234";

fn named(name: &'static str) -> CodeList {
    list("Named", ACME, &[Sample::new(ALL, 1, 402, "ONE"), Sample::new(ALL, 2, 402, name)])
}

#[test]
fn a_reason_has_at_most_63_characters() {
    assert_eq!(report(|| reasons("P", named(&LONG[1..]))), "");
    let expected = "the name of `ACME_2` in `P` has 64 characters, and the reason of a gRPC error has at most 63\n\
                    help: give it a shorter name";
    assert_eq!(report(|| reasons("P", named(LONG))), expected);
    assert_eq!(report(|| reasons("P", nesting(named("TWO"), [named("THREE"), named(LONG)]))), expected);
    // A nested type that converts itself reports its own names.
    let mut table = table("Converts", ACME, &[Sample::new(ALL, 2, 402, LONG)], &[]);
    table.is_grpc = true;
    assert_eq!(report(|| reasons("P", leaked(table).codes())), "");
}

#[test]
fn a_detail_is_not_a_member_that_the_status_has() {
    let reported = |name| {
        let mut table = table("Detailed", ACME, &[Sample::new(ALL, 1, 402, "ONE")], &[]);
        let have = Detail::new("have", DetailType::Integer, false);
        let details: &[Detail] = Vec::from([have, Detail::new(name, DetailType::String, false)]).leak();
        table.details = Vec::from([(0, details)]).leak();
        report(|| reasons("P", leaked(table).codes()))
    };
    assert_eq!(reported("need"), "");
    for name in ["code", "http"] {
        let fact =
            std::format!("detail `{name}` of `ACME_1` in `P` conflicts with `tonic`, which adds its own `{name}`\n");
        assert!(reported(name).starts_with(&fact), "{}", reported(name));
    }
}
