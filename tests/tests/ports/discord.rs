//! A part of Discord's JSON error codes (`docs/topics/opcodes-and-status-codes.md`): numbers and meanings are from Discord, also
//! the body: the number as `code`, without an HTTP status, and `errors` for the fields of a form.
//!
//! The checks found nothing. Number 0 is "general error", which is a code like any other.

use studio_errors::{Catalog, Category, ErrorBody, ErrorResponse, StudioErrorCode};

struct Discord;

impl Catalog for Discord {
    const PREFIX: &'static str = "";
    const SEPARATOR: &'static str = "";
    const CATEGORIES: &'static [Category] = &[
        Category::new("general", "General", 0..=0),
        Category::new("unknown", "Unknown resources", 10_000..=19_999),
        Category::new("limits", "Limits", 30_000..=39_999),
        Category::new("requests", "Requests", 40_000..=59_999),
    ];
    const ENVELOPE: &'static str = r#"{"code":{number},"errors":{details},"message":"{message}"}"#;
    const CHALLENGE: studio_errors::Challenge = studio_errors::Challenge::Scheme("Bot");
}

#[derive(Debug, PartialEq, thiserror::Error, StudioErrorCode)]
#[studio(catalog = Discord)]
enum DiscordError {
    #[error("general error")]
    #[studio(code = 0, http = 400, category = "general", description = "General error")]
    General,
    #[error("unknown account")]
    #[studio(code = 10001, http = 404, category = "unknown", description = "Unknown account")]
    UnknownAccount,
    #[error("maximum number of guilds")]
    #[studio(code = 30001, http = 400, category = "limits", description = "Maximum number of guilds reached (100)")]
    MaximumGuilds,
    #[error("unauthorized")]
    #[studio(code = 40001, http = 401, category = "requests", description = "Unauthorized")]
    Unauthorized,
    #[error("invalid form body")]
    #[studio(code = 50035, http = 400, category = "requests", description = "Invalid Form Body")]
    InvalidFormBody {
        #[studio(detail)]
        access_token: serde_json::Value,
    },
}

#[test]
fn the_body_is_what_clients_of_discord_see() {
    assert_eq!(DiscordError::UnknownAccount.to_json(), r#"{"code":10001,"message":"Unknown account"}"#);
    assert_eq!(DiscordError::General.to_json(), r#"{"code":0,"message":"General error"}"#);
    let access_token =
        serde_json::json!({"_errors": [{"code": "BASE_TYPE_REQUIRED", "message": "This field is required"}]});
    let error = DiscordError::InvalidFormBody { access_token };
    assert_eq!(
        ErrorResponse::of(&error).body(),
        concat!(
            r#"{"code":50035,"errors":{"access_token":{"_errors":[{"code":"BASE_TYPE_REQUIRED","#,
            r#""message":"This field is required"}]}},"message":"Invalid Form Body"}"#,
        )
    );
    let body = error.to_json();
    let body = ErrorBody::read::<Discord>(&*body, 400).unwrap();
    assert_eq!((&*body.code, &*body.message, body.http), ("50035", "Invalid Form Body", 400));
}
