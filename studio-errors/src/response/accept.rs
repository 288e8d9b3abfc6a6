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

#[cfg(test)]
mod tests {
    use super::prefers_problem;

    #[test]
    fn the_most_specific_range_takes_precedence() {
        for (accept, prefers) in [
            ("application/problem+json", true),
            ("application/json", false),
            ("application/json, application/problem+json", false),
            ("application/json;q=0.5, application/problem+json", true),
            ("application/json, application/problem+json;q=0.5", false),
            ("*/*", false),
            ("", false),
            ("application/problem+json;q=0", false),
            ("application/json;q=0, application/problem+json;q=0.1", true),
            // `application/*` is more specific than `*/*`, in any order.
            ("*/*;q=0.9, application/*;q=0.5, application/problem+json;q=0.7", true),
            ("application/*;q=0.9, */*;q=0.5, application/problem+json;q=0.7", false),
            ("text/*;q=0.9, application/problem+json;q=0.7", true),
            ("text/plain, application/problem+json;q=0.5", true),
            ("application/problem+xml, application/json;q=0.5", false),
            ("application/problem, application/json;q=0.5", false),
            ("application/vnd.a+json, application/problem+json;q=0.5", true),
            ("*/json, application/problem+json;q=0.5", true),
            // Of two equal ranges, the first counts.
            ("application/problem+json;q=0.3, application/problem+json;q=0.9, application/json;q=0.5", false),
            // A range with an invalid weight is ignored.
            ("application/problem+json;q=2", false),
            ("application/problem+json;q=x", false),
            ("application/problem+json;q=1.0", true),
        ] {
            assert_eq!(prefers_problem(accept), prefers, "{accept}");
        }
    }
}
