//! The check that a 401 has a challenge.

use super::definitions::Definitions;
use super::report::{Report, refuse};
use crate::text::constant::is_header_value;

/// Checks that the catalog has a challenge, because row `i` has http 401. [RFC 9110, section
/// 15.5.2](https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2), requires `WWW-Authenticate`.
#[track_caller]
pub const fn challenge(definitions: &Definitions, i: usize) {
    let table = definitions.table;
    // If another http is published, another check reports it at the same tokens.
    if let Some(published) = table.published(table.row(i))
        && published.http() != 401
    {
        return;
    }
    let mut report = Report::new();
    match table.catalog.challenge {
        None => {
            report.text("a response with http 401 needs a challenge, and catalog ").quoted(table.catalog.prefix);
            report.text(
                " has none\nhelp: add `const CHALLENGE: Option<&'static str> = Some(\"Bearer\");` to the catalog",
            );
            refuse(&report);
        }
        Some(challenge) if !is_header_value(challenge) => {
            report.text("the challenge of catalog ").quoted(table.catalog.prefix);
            report.text(" is not the value of a header\nhelp: write visible ASCII characters, such as `Bearer`");
            refuse(&report);
        }
        Some(_) => {}
    }
}
