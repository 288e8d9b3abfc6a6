//! The reference as a TypeScript module.

use askama::Template;
use studio_errors::reference::output::terminal;
use studio_errors::reference::{BodyPart, CodeRow, Reference};

use super::model::{Client, literal, members};

/// The reference as a TypeScript module without imports.
///
/// | export | is |
/// |---|---|
/// | `fromResponse(response, body)` | the error in a response of `fetch` and the text of its body; never throws |
/// | `parse(body)` | the error in the body of a response: JSON text, or the value of the JSON; never throws |
/// | `StudioError` | the type of an error, named after the catalog: the union of `KnownError` and `UnknownError`, distinguished by `known` |
/// | `KnownError` | an error with a code of this module: a `switch` over its `code` is exhaustive, and each code has its own `details` |
/// | `UnknownError` | an error with any other code |
/// | `ErrorCode` | the union of the codes |
/// | `ErrorDetails` | the details of each code that has some |
/// | `ErrorBody` | the error body |
/// | `ERRORS` | for each code its `http`, `retryable`, `name`, `category`, `description`, `resolution` and, if it has some, `properties`; the explanation is its comment, and a deprecated code has `@deprecated` |
/// | `CreateOrder`, `CreateOrderCode` | a [named set](Reference::with_set): an error with one of its codes or a newer one, and its codes |
/// | `isErrorCode` | whether a string is one of the codes: a server can be newer than its client |
///
/// An error has `known`, `code`, `message`, `http`, `details`, `retryable` and `request_id`. If a member is missing in the body, the
/// value is that of the code. `details` is not checked. If it is missing, it is an empty object. A body that is not an error body
/// becomes an `UnknownError` with an empty code. The `retryable` of an `UnknownError` depends on the status, as in
/// [`to_python`](super::to_python). That page also documents the names in a module with several catalogs.
///
/// `fromResponse` reads what `ErrorBody::from_response` reads in Rust: the envelope, problem details, the code in the header of the
/// catalog for a body without a code, and `Retry-After` as `retry_after`, in seconds. For a body that is none of these, such as the
/// page of a proxy, the code is empty, and the message has the status and the beginning of the body.
///
/// Codes are the keys, so two codes can share a name.
///
/// ```
/// use studio_errors::catalog::QuotaError;
/// use studio_errors::reference::Reference;
/// use studio_errors_cli::client::to_typescript;
///
/// let module = to_typescript(&Reference::of::<QuotaError>());
/// assert!(module.contains(r#"  | "STUDIO_1601""#));
/// ```
#[must_use]
pub fn to_typescript(reference: &Reference) -> String {
    // Writing to a `String` does not fail.
    Module { client: &Client::of(reference) }.render().unwrap_or_default()
}

#[derive(Template)]
#[template(path = "client.ts", escape = "none")]
struct Module<'a> {
    client: &'a Client<'a>,
}

/// The type of a detail.
fn kind(kind: &str) -> &'static str {
    match kind {
        "integer" | "number" => "number",
        "string" => "string",
        "boolean" => "boolean",
        "array" => "readonly unknown[]",
        "violations" => "readonly Violation[]",
        _ => "unknown",
    }
}

/// Returns the type of a part of a body.
fn type_of(part: &BodyPart, indent: &str) -> String {
    match part {
        BodyPart::Object(members) => {
            let members = members.iter().map(|member| {
                let optional = if member.optional { "?" } else { "" };
                let kind = type_of(&member.part, &format!("{indent}  "));
                format!("{indent}readonly {}{optional}: {kind};\n", literal(&member.name))
            });
            format!("{{\n{}{}}}", members.collect::<String>(), indent.get(2..).unwrap_or_default())
        }
        BodyPart::Array(elements) => {
            if elements.is_empty() {
                return "readonly []".into();
            }
            let elements: Vec<_> = elements.iter().map(|element| type_of(element, indent)).collect();
            format!("readonly ({})[]", elements.join(" | "))
        }
        BodyPart::Value(_, "integer") => "number".into(),
        BodyPart::Value(_, "object") => "AnyDetails".into(),
        BodyPart::Value(..) => "string".into(),
        BodyPart::Constant(json) => json.clone(),
        _ => "unknown".into(),
    }
}

/// Returns a comment with the explanation and the tag `@deprecated`, which editors show where the code is used.
fn comment(row: &CodeRow) -> String {
    // The text cannot end the comment.
    let shown = |text: &str| terminal(text.trim_end()).to_string().replace("*/", "*\\/");
    let mut lines: Vec<_> = row.explanation.as_deref().unwrap_or_default().lines().map(shown).collect();
    if let Some(deprecated) = &row.deprecated {
        lines.push(format!("@{}", shown(&deprecated.to_string())));
    }
    match &lines[..] {
        [] => String::new(),
        [line] => format!("  /** {line} */\n"),
        lines => {
            let lines: String = lines.iter().flat_map(|line| ["   * ", line, "\n"]).collect();
            format!("  /**\n{}   */\n", lines.replace("* \n", "*\n"))
        }
    }
}
