//! The check that a 401 has a challenge.

use super::definitions::Definitions;
use super::report::{Report, refuse, say};
use crate::code::Challenge;
use crate::code::table::stated;
use crate::text::constant::is_header_value;

/// Checks that the catalog has a challenge, because row `i` has http 401. [RFC 9110, section
/// 15.5.2](https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2), requires `WWW-Authenticate`.
#[track_caller]
pub const fn challenge(definitions: &Definitions, i: usize) {
    let catalog = definitions.table.catalog;
    // If another http is published, another check reports it at the same tokens.
    if let Some(published) = definitions.published(i)
        && published.http() != 401
    {
        return;
    }
    match catalog.challenge {
        Challenge::Unset if definitions.info(i).challenge().is_none() => refuse!(
            "a response with http 401 needs a challenge, and catalog " [catalog.prefix] " has none\n\
             help: add `const CHALLENGE: Challenge = Challenge::Scheme(\"Bearer\");` to the catalog"
        ),
        Challenge::Scheme(challenge) if !is_header_value(challenge) => refuse!(
            "the challenge of catalog " [catalog.prefix] " is not the value of a header\n\
             help: write visible ASCII characters, such as `Bearer`"
        ),
        _ => {}
    }
}

/// Checks that the challenge that row `i` states can be the value of a header, and that the row has a 4xx.
#[track_caller]
pub const fn own_challenge(definitions: &Definitions, i: usize) {
    let http = definitions.info(i).http();
    let Some(challenge) = stated(definitions.table.rare.challenges, i) else { return };
    if !is_header_value(challenge) {
        refuse!("this challenge is not the value of a header\nhelp: write visible ASCII characters, such as `Bearer`");
    }
    if http >= 500 {
        refuse!(
            "`challenge` conflicts with http " (http as i64) ": only a 4xx asks the client to authenticate\n\
             help: remove `challenge`"
        );
    }
}
