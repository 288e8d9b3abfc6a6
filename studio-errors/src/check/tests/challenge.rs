//! Tests of the check that a 401 has a challenge.

use super::*;
use crate::check;
use crate::code::Challenge;

#[test]
fn a_401_needs_a_challenge_that_is_the_value_of_a_header() {
    let reported = |challenge| {
        let catalog = Box::leak(Box::new(CatalogFacts { challenge, ..*ACME }));
        let definitions = under(catalog, &[Sample::new(ALL, 1, 401, "ONE")], &[], CodeList::EMPTY);
        report(|| check::challenge(definitions, 0))
    };
    assert_eq!(reported(Challenge::Omitted), "");
    assert_eq!(reported(Challenge::Scheme("Bearer realm=\"a\"")), "");
    let absent = "a response with http 401 needs a challenge, and catalog `ACME` has none\nhelp: add `const CHALLENGE";
    assert!(reported(Challenge::Unset).starts_with(absent));
    let fact = "the challenge of catalog `ACME` is not the value of a header\n";
    for challenge in ["Bearer\n", "", " a", "a ", "a\r\nb: c", "é"] {
        assert!(reported(Challenge::Scheme(challenge)).starts_with(fact), "{challenge:?}");
    }
}

#[test]
fn another_published_http_is_reported_elsewhere() {
    let published = list("Published", ACME, &[Sample::new(ALL, 1, 402, "ONE")]);
    let definitions = under(ACME, &[Sample::new(ALL, 1, 401, "ONE")], &[], published);
    assert_eq!(report(|| check::challenge(definitions, 0)), "");
}
