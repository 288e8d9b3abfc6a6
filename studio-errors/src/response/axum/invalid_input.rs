//! What a rejection of axum knows about an invalid input.

use alloc::string::{String, ToString};
use core::error::Error;
use core::iter;

use ::axum::extract::path::ErrorKind;
use ::axum::extract::rejection::{FailedToDeserializePathParams, PathRejection};
use serde_core::de::value;
use serde_json::error::Category;
use serde_path_to_error::Segment;

use crate::wire::{Violation, pointer};

/// The violation in a rejection or in one of its sources; `None` if the rejection is not about an invalid input.
pub(super) fn violation(rejection: &(dyn Error + 'static)) -> Option<Violation> {
    iter::successors(Some(rejection), |error| Error::source(*error)).find_map(|error| {
        if let Some(error) = error.downcast_ref::<serde_path_to_error::Error<serde_json::Error>>() {
            Some(of_json(error.inner(), location(error.path())))
        } else if let Some(error) = error.downcast_ref::<serde_json::Error>() {
            Some(of_json(error, String::new()))
        } else if let Some(error) = error.downcast_ref::<serde_path_to_error::Error<value::Error>>() {
            // `Query` and `Form`.
            Some(of_rule("data", location(error.path()), error.inner()))
        } else if let Some(PathRejection::FailedToDeserializePathParams(error)) = error.downcast_ref() {
            of_path(error.kind())
        } else {
            error.downcast_ref().and_then(|error: &FailedToDeserializePathParams| of_path(error.kind()))
        }
    })
}

fn of_json(error: &serde_json::Error, pointer: String) -> Violation {
    let rule = match error.classify() {
        Category::Data => "data",
        Category::Syntax | Category::Eof | Category::Io => "syntax",
    };
    of_rule(rule, pointer, error)
}

fn of_path(kind: &ErrorKind) -> Option<Violation> {
    let mut pointer = String::new();
    let rule = match kind {
        ErrorKind::ParseErrorAtKey { key, .. } | ErrorKind::DeserializeError { key, .. } => {
            pointer::push(&mut pointer, key);
            "data"
        }
        ErrorKind::ParseErrorAtIndex { index, .. } => {
            pointer::push(&mut pointer, index);
            "data"
        }
        ErrorKind::ParseError { .. } | ErrorKind::Message(_) => "data",
        ErrorKind::InvalidUtf8InPathParam { key } => {
            pointer::push(&mut pointer, key);
            "encoding"
        }
        // Mistakes of the service.
        _ => return None,
    };
    Some(of_rule(rule, pointer, kind))
}

fn of_rule(rule: &str, pointer: String, message: &dyn ToString) -> Violation {
    Violation { pointer, rule: Some(rule.to_string()), message: message.to_string() }
}

/// The path up to the first part that serde does not know, such as a key that is not a string.
fn location(path: &serde_path_to_error::Path) -> String {
    let mut pointer = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => pointer::push(&mut pointer, index),
            Segment::Map { key } | Segment::Enum { variant: key } => pointer::push(&mut pointer, key),
            Segment::Unknown => break,
        }
    }
    pointer
}
