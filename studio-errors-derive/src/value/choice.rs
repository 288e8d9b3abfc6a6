//! A word of a fixed set: a level, or a gRPC code.

use proc_macro2::Span;

use super::{Entry, Text, Value};
use crate::diagnostics::{at, joined};

/// A word, with other names for the same thing.
type Choice = (&'static str, &'static [&'static str]);

/// The level of a log event, from 1 for `trace` to 5 for `error`, as a row contains it.
#[derive(Clone)]
pub(crate) struct Level(pub(crate) u8);

/// Each level, with the names that other logging systems use for it.
const LEVELS: [Choice; 5] = [
    ("trace", &["verbose", "finest"]),
    ("debug", &["fine"]),
    ("info", &["information", "notice"]),
    ("warn", &["warning"]),
    ("error", &["err", "critical", "fatal"]),
];

impl Value for Level {
    fn read(entry: &Entry<'_>) -> syn::Result<(Self, Span)> {
        read(entry, "level", &LEVELS).map(|(place, span)| (Self(place), span))
    }
}

/// The number of a code in gRPC, from 1 to 16.
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
const CODES: [Choice; 16] = [
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
    fn read(entry: &Entry<'_>) -> syn::Result<(Self, Span)> {
        read(entry, "gRPC code", &CODES).map(|(number, span)| (Self(number), span))
    }
}

/// Reads one of `choices`. Returns its index, starting at 1. `noun` is the kind of the words in messages.
fn read(entry: &Entry<'_>, noun: &str, choices: &[Choice]) -> syn::Result<(u8, Span)> {
    let (text, span) = Text::read(entry)?;
    if let Some((place, _)) = (1..).zip(choices).find(|(_, (word, _))| *word == text.0) {
        return Ok((place, span));
    }
    let fact = match &*text.0 {
        "" => format!("`{}` is empty", entry.key()),
        text => format!("unknown {noun} `{text}`"),
    };
    let help = match nearest(&text.0, choices) {
        Some(word) => format!("did you mean `{word}`?"),
        None => {
            let words: Vec<_> = choices.iter().map(|(word, _)| format!("`{word}`")).collect();
            format!("the {noun}s are {}", joined(&words, "and"))
        }
    };
    Err(at(span, &fact, &help))
}

/// Returns the word with this other name, or the most similar one with an edit distance of at most two.
fn nearest(text: &str, choices: &[Choice]) -> Option<&'static str> {
    let text = text.to_lowercase();
    let distance = |(word, also): &Choice| {
        if also.contains(&&*text) { 0 } else { strsim::damerau_levenshtein(&text, word) }
    };
    let near = choices.iter().map(|choice| (distance(choice), choice.0)).filter(|(distance, _)| *distance <= 2);
    near.min_by_key(|(distance, _)| *distance).map(|(_, word)| word)
}
