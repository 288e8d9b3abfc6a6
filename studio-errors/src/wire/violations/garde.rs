//! The report of the crate `garde`.

use alloc::string::String;
use alloc::vec::Vec;

use garde::Report;
use serde::Deserialize;

use super::{Violation, Violations, push};

/// One violation for each error, in the order of the pointers. garde does not report which rule is broken: `rule` is `None`.
///
/// A name in a pointer is the name of the Rust field: garde does not know `#[serde(rename)]`.
///
/// ```
/// use garde::Validate;
/// use studio_errors::Violations;
///
/// #[derive(Validate)]
/// struct Generate {
///     #[garde(length(min = 1))]
///     prompt: String,
///     #[garde(range(min = 64, max = 2048))]
///     width: u32,
/// }
///
/// let report = Generate { prompt: String::new(), width: 1 }.validate().unwrap_err();
/// assert_eq!(Violations::from(report).to_string(), "/prompt: length is lower than 1; /width: lower than 64");
/// ```
impl From<Report> for Violations {
    fn from(report: Report) -> Self {
        let violation = |(path, error): &(_, garde::Error)| Violation::new(pointer_of(path), error.message());
        Self::sorted(report.iter().map(violation).collect())
    }
}

/// One part of a path as garde serializes it. Its `Display` text is ambiguous: a key of a map may contain a dot.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Part {
    /// The value in a container that has only one, such as an `Option`.
    None,
    Key,
    Index,
}

fn pointer_of(path: &garde::Path) -> String {
    let parts: Vec<(Part, String)> = serde_json::to_value(path).and_then(serde_json::from_value).unwrap_or_default();
    let mut pointer = String::new();
    for (part, name) in parts {
        match part {
            Part::None => {}
            // garde writes a raw identifier as in the source.
            Part::Key => push(&mut pointer, name.strip_prefix("r#").unwrap_or(&name)),
            Part::Index => push(&mut pointer, name),
        }
    }
    pointer
}
