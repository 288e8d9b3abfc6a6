//! What a client receives in place of an error, through `#[studio(received)]`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use studio_errors::catalog::{QuotaError, RenderError};
use studio_errors::{Catalog, Category, ErrorBody, Kind, RawDetails, StudioErrorCode, Violations};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Item {
    price: u32,
}

/// Errors of the wallet.
#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", received)]
#[allow(dead_code)]
enum WalletError<'a> {
    #[studio(code = 1601)]
    InsufficientCredits {
        wallet: u64,
        #[studio(detail)]
        have: u32,
        #[studio(detail = "price")]
        need: Option<u32>,
    },
    /// See [`Self::Frozen`].
    #[studio(code = 1600)]
    RateLimitExceeded {
        #[studio(retry_after)]
        after: Duration,
    },
    /// The wallet has unknown items
    #[studio(code = 1650, http = 409)]
    Items(&'a [u8], #[studio(detail = "items")] &'a [Item], #[studio(detail = "by")] Cow<'a, str>),
    /// Borrowed text
    #[studio(code = 1651, http = 409)]
    Text {
        #[studio(detail)]
        r#type: &'a str,
        #[studio(detail)]
        names: Vec<Cow<'a, str>>,
    },
    #[studio(transparent)]
    Input(InputError),
    #[studio(transparent)]
    Render(Box<RenderError>),
    #[studio(transparent)]
    Again(Box<WalletError<'a>>),
}

/// The input is invalid
#[derive(Debug, StudioErrorCode)]
#[studio(category = "validation", code = 1950, http = 422, received = "Input")]
#[allow(dead_code)]
struct InputError {
    #[studio(detail)]
    fields: Violations,
    internal: String,
}

fn body(code: &str, details: &str) -> ErrorBody<'static, RawDetails> {
    let json = format!(r#"{{"error":{{"code":"{code}","message":"m","http":409,"details":{details}}}}}"#);
    serde_json::from_str::<ErrorBody<'_, RawDetails>>(&json).unwrap().into_owned()
}

fn shown(code: &str, details: &str) -> String {
    match body(code, details).received::<ReceivedWalletError>() {
        Ok(Some(received)) => format!("{received:?}"),
        Ok(None) => "unknown".to_owned(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn each_variant_is_received_with_its_details() {
    assert_eq!(shown("STUDIO_1601", r#"{"have":3,"price":20}"#), "InsufficientCredits { have: 3, need: Some(20) }");
    assert_eq!(shown("STUDIO_1601", r#"{"have":3,"more":[]}"#), "InsufficientCredits { have: 3, need: None }");
    assert_eq!(shown("STUDIO_1600", "null"), "RateLimitExceeded");
    assert_eq!(shown("STUDIO_1600", "[7]"), "RateLimitExceeded");
    assert_eq!(shown("STUDIO_1650", r#"{"by":"é\n","items":[{"price":2}]}"#), r#"Items([Item { price: 2 }], "é\n")"#);
    assert_eq!(shown("STUDIO_1651", r#"{"type":"a","names":["b"]}"#), r#"Text { type: "a", names: ["b"] }"#);
    assert_eq!(shown(RenderError::JOB_NOT_FOUND.as_str(), "null"), "Render(JobNotFound)");
    let violations = r#"{"fields":[{"pointer":"/a","message":"m"}]}"#;
    assert!(
        shown("STUDIO_1950", violations).starts_with("Input(Input { fields: "),
        "{}",
        shown("STUDIO_1950", violations)
    );
    assert_eq!(shown("STUDIO_1699", "null"), "unknown");
    assert_eq!(shown("ACME_1601", "null"), "unknown");
}

#[test]
fn details_that_do_not_fit_are_an_error_with_the_code_and_the_path() {
    for (code, details, path, text) in [
        ("STUDIO_1601", r#"{"price":20}"#, "have", "the detail `have` of STUDIO_1601 is not readable: it is missing"),
        ("STUDIO_1601", "null", "have", "the detail `have` of STUDIO_1601 is not readable: it is missing"),
        (
            "STUDIO_1601",
            r#"{"have":"\u001b[31m"}"#,
            "have",
            "the detail `have` of STUDIO_1601 is not readable: invalid type: string \"\\u{1b}[31m\", expected u32",
        ),
        (
            "STUDIO_1650",
            r#"{"by":"","items":[{"price":2},{"price":-1}]}"#,
            "items[1].price",
            "the detail `items[1].price` of STUDIO_1650 is not readable: invalid value: integer `-1`, expected u32",
        ),
        (
            "STUDIO_1601",
            "[3]",
            "",
            "the details of STUDIO_1601 are not readable: invalid type: sequence, expected a map",
        ),
    ] {
        let error = body(code, details).received::<ReceivedWalletError>().unwrap_err();
        assert_eq!((error.code(), error.path(), &*error.to_string()), (code, path, text));
    }
}

#[test]
fn a_published_type_is_received_as_it_is() {
    assert_eq!(body("STUDIO_1601", "{}").received(), Ok(Some(QuotaError::InsufficientCredits)));
    assert_eq!(body("STUDIO_1", "{}").received::<QuotaError>(), Ok(None));
}

/// Two variants have one code. The first one that the details fit is received.
#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", received)]
#[allow(dead_code)]
enum Shared<T> {
    /// By number
    #[studio(code = 1660, http = 409, name = "SHARED")]
    Number {
        #[studio(detail)]
        by: u32,
    },
    /// By another value
    #[studio(code = 1660, http = 409, name = "SHARED")]
    Other {
        #[studio(detail = "value")]
        value: T,
    },
}

#[test]
fn a_shared_code_and_a_type_parameter() {
    let shown =
        |details| format!("{:?}", body("STUDIO_1660", details).received::<ReceivedShared<BTreeMap<String, u8>>>());
    assert_eq!(shown(r#"{"by":7}"#), "Ok(Some(Number { by: 7 }))");
    assert_eq!(shown(r#"{"value":{"a":1}}"#), r#"Ok(Some(Other { value: {"a": 1} }))"#);
    assert!(shown("{}").contains("it is missing"), "{}", shown("{}"));
}

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", received)]
#[allow(dead_code)]
enum Lent<'a, T> {
    #[studio(transparent)]
    Shared(Shared<T>),
    /// By name
    #[studio(code = 1661, http = 409)]
    Name {
        #[studio(detail)]
        by: &'a str,
    },
}

/// The nested type depends on a parameter, so the received type has the lifetime too.
#[derive(Debug, StudioErrorCode)]
#[studio(received)]
#[allow(dead_code)]
enum Nesting<'a, T> {
    #[studio(transparent)]
    Lent(Box<Lent<'a, T>>),
}

#[test]
fn a_nested_type_with_a_lifetime_and_a_parameter() {
    let shown = |code, details| format!("{:?}", body(code, details).received::<ReceivedNesting<'_, bool>>());
    assert_eq!(shown("STUDIO_1660", r#"{"value":true}"#), "Ok(Some(Lent(Shared(Other { value: true }))))");
    assert_eq!(shown("STUDIO_1661", r#"{"by":"me"}"#), r#"Ok(Some(Lent(Name { by: "me" })))"#);
}

/// The key `details`: the object of the field is the whole value.
#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", kind, received)]
#[allow(dead_code)]
enum CardError<'a> {
    /// The card was declined
    #[studio(code = 1670, http = 409)]
    Declined {
        card: &'a str,
        #[studio(details)]
        item: &'a Item,
    },
    /// The card was blocked
    #[studio(code = 1671, http = 409)]
    Blocked(u8, #[studio(details)] Option<BTreeMap<String, Item>>),
}

#[test]
fn the_whole_value_is_received() {
    let shown = |code, details| match body(code, details).received::<ReceivedCardError>() {
        Ok(received) => format!("{received:?}"),
        Err(error) => format!("{}: {error}", error.path()),
    };
    assert_eq!(shown("STUDIO_1670", r#"{"price":7,"more":0}"#), "Some(Declined { item: Item { price: 7 } })");
    assert_eq!(
        shown("STUDIO_1670", r#"{"price":-7}"#),
        "price: the detail `price` of STUDIO_1670 is not readable: invalid value: integer `-7`, expected u32",
    );
    assert_eq!(shown("STUDIO_1670", "null"), ": the details of STUDIO_1670 are not readable: they are missing");
    assert_eq!(shown("STUDIO_1671", "null"), "Some(Blocked(None))");
    assert_eq!(shown("STUDIO_1671", r#"{"a":{"price":7}}"#), r#"Some(Blocked(Some({"a": Item { price: 7 }})))"#);
    assert_eq!(
        shown("STUDIO_1671", r#"{"a":{}}"#),
        "a: the detail `a` of STUDIO_1671 is not readable: missing field `price`",
    );

    let item = Item { price: 7 };
    let declined = CardError::Declined { card: "4242", item: &item };
    assert_eq!(declined.details_json().as_deref(), Some(r#"{"price":7}"#));
    assert_eq!(declined.kind(), CardErrorKind::Declined);
    assert_eq!(CardErrorKind::Declined.details_json(), None);
}

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("billing", "Billing", 100..=199)];
    const ENVELOPE: &'static str = r#"{"type":"{name}","message":"{message}","data":{details}}"#;
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "billing", received)]
#[allow(dead_code)]
enum BillingError {
    /// The card was declined
    #[studio(code = 100, http = 402)]
    CardDeclined {
        #[studio(detail)]
        left: u8,
    },
}

#[test]
fn a_body_that_has_only_the_name_is_received() {
    let json = r#"{"type":"CARD_DECLINED","message":"m","data":{"left":2}}"#;
    let body = ErrorBody::read::<Acme>(json, 402).unwrap();
    assert!(matches!(body.received(), Ok(Some(ReceivedBillingError::CardDeclined { left: 2 }))));
    assert!(matches!(body.received::<ReceivedWalletError>(), Ok(None)));
}
