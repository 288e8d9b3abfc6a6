//! A part of the errors of Binance (`errors.md` of its API for spot trading): numbers, names, texts and the body are from Binance. The
//! statuses are those that its documentation gives in general: 429 for a limit, 5xx for an error of Binance, and 4xx otherwise.
//!
//! The checks found that the headings state the blocks 10xx and 11xx, but the numbers from -2010 are below the heading of 11xx. Without
//! a prefix, a code is its number.

use studio_errors::{Catalog, Category, Challenge, CodeSet, ErrorBody, FromCode, StudioErrorCode};

struct Binance;

impl Catalog for Binance {
    const PREFIX: &'static str = "";
    const SEPARATOR: &'static str = "";
    const CATEGORIES: &'static [Category] = &[
        Category::new("general", "General Server or Network issues", -1099..=-1000),
        Category::new("request", "Request issues", -1199..=-1100),
        Category::new("order", "Orders and keys", -2099..=-2000),
    ];
    const CHALLENGE: Challenge = Challenge::Omitted;
    const ENVELOPE: &'static str = r#"{"code":{number},"msg":"{message}"}"#;
}

macro_rules! errors {
    ($name:ident $category:literal { $($code:literal $http:literal $variant:ident $text:literal,)* }) => {
        #[derive(Clone, Copy, Debug, PartialEq, StudioErrorCode)]
        #[studio(catalog = Binance, category = $category)]
        enum $name {
            $(#[studio(code = $code, http = $http, description = $text)] $variant,)*
        }
    };
}

errors! { General "general" {
    -1000 500 Unknown "An unknown error occured while processing the request.",
    -1001 500 Disconnected "Internal error; unable to process your request. Please try again.",
    -1002 401 Unauthorized "You are not authorized to execute this request.",
    -1003 429 TooManyRequests "Too many requests queued.",
    -1007 504 Timeout "Timeout waiting for response from backend server. Send status unknown; execution status unknown.",
    -1021 400 InvalidTimestamp "Timestamp for this request is outside of the recvWindow.",
    -1022 400 InvalidSignature "Signature for this request is not valid.",
} }

errors! { Request "request" {
    -1111 400 BadPrecision "Precision is over the maximum defined for this asset.",
    -1120 400 BadInterval "Invalid interval.",
    -1121 400 BadSymbol "Invalid symbol.",
} }

errors! { Order "order" {
    -2013 400 NoSuchOrder "Order does not exist.",
    -2014 401 BadApiKeyFmt "API-key format invalid.",
    -2015 401 RejectedMbxKey "Invalid API-key, IP, or permissions for action.",
} }

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(catalog = Binance, category = "request")]
enum Parameter {
    #[error("Mandatory parameter '{0}' was not sent, was empty/null, or malformed.")]
    #[studio(code = -1102, http = 400, display)]
    #[studio(description = "A mandatory parameter was not sent, was empty/null, or malformed.")]
    MandatoryParamEmptyOrMalformed(&'static str),
}

studio_errors::code_set! { #[studio(catalog = Binance)] Everything: General, Request, Order, Parameter }

#[test]
fn the_body_is_what_clients_of_binance_see() {
    let json = Request::BadSymbol.to_json();
    assert_eq!(json, r#"{"code":-1121,"msg":"Invalid symbol."}"#);
    assert_eq!(
        Parameter::MandatoryParamEmptyOrMalformed("symbol").to_json(),
        r#"{"code":-1102,"msg":"Mandatory parameter 'symbol' was not sent, was empty/null, or malformed."}"#
    );
    let body = ErrorBody::read::<Binance>(&*json, 400).unwrap();
    assert_eq!((&*body.code, &*body.message, body.known()), ("-1121", "Invalid symbol.", Some(Request::BadSymbol)));
    assert_eq!(body.known::<Order>(), None);
}

#[test]
fn every_number_is_its_code_and_is_in_its_block() {
    assert_eq!(Everything::CODES.iter().count(), 14);
    for info in Everything::CODES {
        let number = info.code().number();
        assert_eq!(info.code(), *number.to_string());
        assert!(number < 0 && info.category().ranges().any(|range| range.contains(&number)), "{number}");
    }
    assert_eq!(Order::BAD_API_KEY_FMT, "-2014");
    assert_eq!(Order::from_code("-2014"), Some(Order::BadApiKeyFmt));
    assert_eq!(Order::from_code("2014"), None);
}
