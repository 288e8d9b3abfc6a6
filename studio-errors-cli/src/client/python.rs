//! The reference as a Python module.

use askama::Template;
use studio_errors::reference::output::terminal;
use studio_errors::reference::{CodeRow, DetailRow, Reference};

use super::model::{Client, literal, members};

/// The reference as a module for Python 3.11 or later, without dependencies.
///
/// | item | is |
/// |---|---|
/// | `StudioError` | the base class, named after the catalog: `code`, `message`, `http`, `details`, `request_id`, `retryable`, `resolution`, `properties` |
/// | `QuotaError` | a class for each category, below the base class |
/// | `InsufficientCredits` | a class for each code, below its category; `details` has a type if the code has details |
/// | `CreateOrder` | a [named set](Reference::with_set): a tuple of its classes, for `except CreateOrder` |
/// | `parse(body)` | the error in the body of a response: text, bytes, or what `json()` returns; never raises |
/// | `from_response(response)` | the error of a response of `requests` or `httpx`; never raises |
/// | `raise_for_error(response)` | raises the error of such a response with a status from 400 |
///
/// `from_response` reads what `ErrorBody::from_response` reads in Rust: the envelope, problem details, the code in the header of the
/// catalog for a body without a code, and `Retry-After` as `retry_after`, in seconds. For a body that is none of these, such as the
/// page of a proxy, the code is empty, and the message has the status and the beginning of the body.
///
/// A code that is newer than the module is the base class, and so is a body that is not an error body: its code is empty.
/// For both, `retryable` depends on the status: 408, 425, 429, 500, 502, 503 and 504 are retryable.
///
/// # Names
///
/// | class | name | if the name is a keyword or a builtin of Python, or another class has the same name |
/// |---|---|---|
/// | base | the prefix, then `Error`: `StudioError` | the prefix, then `ServiceError`: `TimeoutServiceError` |
/// | category | the slug, then `Error`: `QuotaError` | the prefix of the catalog first: `StudioTimeoutError` |
/// | code | the name: `InsufficientCredits` | the name, then the code: `NotFoundStudio1500` |
/// | details | the class of the code, then `Details`: `InsufficientCreditsDetails` | the same, then an underscore |
///
/// The names are given in the order of this table, so a code takes no name from a category. If two codes have the same name,
/// both get the longer one. Characters other than ASCII letters and digits separate words. A name that does not start with a
/// letter gets `Catalog`, `Category` or `Code` in front. If the longer name is taken too, underscores follow it.
///
/// If there are several catalogs, the base class is `ServiceError`, and each catalog has a class below it. The base class of a
/// catalog without a prefix is `ServiceError`.
///
/// ```
/// use studio_errors::catalog::QuotaError;
/// use studio_errors::reference::Reference;
/// use studio_errors_cli::client::to_python;
///
/// let module = to_python(&Reference::of::<QuotaError>());
/// assert!(module.contains("\nclass InsufficientCredits(QuotaError):\n"));
/// ```
#[must_use]
pub fn to_python(reference: &Reference) -> String {
    // Writing to a `String` does not fail.
    Module { client: &Client::of(reference) }.render().unwrap_or_default()
}

#[derive(Template)]
#[template(path = "client.py", escape = "none")]
struct Module<'a> {
    client: &'a Client<'a>,
}

/// The names that `import *` imports.
fn exports<'a>(client: &'a Client<'_>) -> Vec<&'a str> {
    let sets = client.sets.iter().map(|(_, name)| &**name);
    let functions = ["Violation", "from_response", "parse", "raise_for_error"];
    let mut exports: Vec<_> = client.names.all().chain(functions).chain(sets).collect();
    exports.sort_unstable();
    exports
}

/// The description, the explanation, the resolution, the code, and the deprecation, each a paragraph.
fn documentation(row: &CodeRow) -> String {
    let facts = format!("{}, {}, HTTP {}", row.code, row.name, row.http);
    let deprecated = row.deprecated.as_ref().map(ToString::to_string);
    let explanation = row.explanation.as_deref().unwrap_or_default().trim_end().lines().map(docstring);
    let explanation = explanation.collect::<Vec<_>>().join("\n    ").replace("\n    \n", "\n\n");
    let [description, resolution, facts, deprecated] =
        [&row.description, &row.resolution, &*facts, deprecated.as_deref().unwrap_or_default()]
            .map(|text| docstring(text.trim()));
    let paragraphs = [description, explanation, resolution, facts, deprecated];
    let paragraphs: Vec<_> = paragraphs.into_iter().filter(|text| !text.is_empty()).collect();
    if let [one] = &*paragraphs { one.clone() } else { paragraphs.join("\n\n    ") + "\n    " }
}

/// Text on one line, for a string in three quotes. The text cannot end the string, and cannot start an escape.
fn docstring(text: &str) -> String {
    terminal(text.trim_end()).to_string().replace('\\', "\\\\").replace('"', "\\\"")
}

/// The type of a detail.
fn kind(detail: &DetailRow) -> String {
    let kind = match &*detail.kind {
        "integer" => "int",
        "number" => "float",
        "string" => "str",
        "boolean" => "bool",
        "array" => "list[typing.Any]",
        "violations" => "list[Violation]",
        _ => "typing.Any",
    };
    if detail.optional { format!("typing.NotRequired[{kind}]") } else { kind.into() }
}
