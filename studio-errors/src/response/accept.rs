//! Content negotiation with the `Accept` header of the request: RFC 9110, section 12.5.1.

use mediatype::{MediaType, MediaTypeList, Name, ReadParams, names};

/// How much a client prefers a format: the weight, then how specific the media range is.
type Preference = (f32, Specificity);

#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Specificity {
    Unmentioned,
    Any,
    Type,
    Exact,
}

/// Whether the client prefers `application/problem+json` to `application/json`.
pub(crate) fn prefers_problem(accept: &str) -> bool {
    let problem = preference(accept, names::PROBLEM, Some(names::JSON));
    problem.0 > 0.0 && problem > preference(accept, names::JSON, None)
}

fn preference(accept: &str, subty: Name<'_>, suffix: Option<Name<'_>>) -> Preference {
    let specificity = |range: &MediaType<'_>| match (range.ty, range.subty) {
        (any, every) if any == names::_STAR && every == names::_STAR => Specificity::Any,
        (ty, every) if ty == names::APPLICATION && every == names::_STAR => Specificity::Type,
        (ty, named) if ty == names::APPLICATION && named == subty && range.suffix == suffix => Specificity::Exact,
        _ => Specificity::Unmentioned,
    };
    let mut best = (0.0, Specificity::Unmentioned);
    // An invalid media range is ignored.
    for range in MediaTypeList::new(accept).flatten() {
        let specificity = specificity(&range);
        // The most specific range takes precedence, even if its weight is lower.
        if let Some(weight) = weight(&range)
            && specificity > best.1
        {
            best = (weight, specificity);
        }
    }
    best
}

/// The weight, 0 to 1. `None` if it is invalid.
fn weight(range: &MediaType<'_>) -> Option<f32> {
    let Some(weight) = range.get_param(names::Q) else {
        return Some(1.0);
    };
    weight.as_str().parse().ok().filter(|weight| (0.0..=1.0).contains(weight))
}
