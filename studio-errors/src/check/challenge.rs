//! The check that a 401 has a challenge.

use super::definitions::Definitions;
use super::report::{Report, refuse};
use crate::code::Challenge;
use crate::code::table::stated;
use crate::text::constant::is_header_value;

/// Checks that the catalog has a challenge, because row `i` has http 401. [RFC 9110, section
/// 15.5.2](https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2), requires `WWW-Authenticate`.
#[track_caller]
pub const fn challenge(definitions: &Definitions, i: usize) {
    let table = definitions.table;
    // If another http is published, another check reports it at the same tokens.
    if let Some(published) = definitions.published(i)
        && published.http() != 401
    {
        return;
    }
    let mut report = Report::new();
    match table.catalog.challenge {
        Challenge::Unset if definitions.info(i).challenge().is_none() => {
            report.text("a response with http 401 needs a challenge, and catalog ").quoted(table.catalog.prefix);
            report.text(
                " has none\nhelp: add `const CHALLENGE: Challenge = Challenge::Scheme(\"Bearer\");` to the catalog",
            );
            refuse(&report);
        }
        Challenge::Scheme(challenge) if !is_header_value(challenge) => {
            report.text("the challenge of catalog ").quoted(table.catalog.prefix);
            report.text(" is not the value of a header\nhelp: write visible ASCII characters, such as `Bearer`");
            refuse(&report);
        }
        _ => {}
    }
}

/// Checks that the challenge that row `i` states can be the value of a header, and that the row has a 4xx.
#[track_caller]
pub const fn own_challenge(definitions: &Definitions, i: usize) {
    let info = definitions.info(i);
    let Some(challenge) = stated(definitions.table.rare.challenges, i) else { return };
    let mut report = Report::new();
    if !is_header_value(challenge) {
        refuse(report.text(
            "this challenge is not the value of a header\nhelp: write visible ASCII characters, such as `Bearer`",
        ));
    }
    if info.http() >= 500 {
        report.text("`challenge` conflicts with http ").number(info.http() as i64);
        refuse(report.text(": only a 4xx asks the client to authenticate\nhelp: remove `challenge`"));
    }
}
