//! The errors of Ethereum's JSON-RPC (EIP-1474) and of its providers (EIP-1193): numbers, names, texts and the error object are from
//! these documents. The statuses are made up, because a JSON-RPC response has the status 200.
//!
//! The checks found no mistake. There are three ranges, of which JSON-RPC 2.0 reserves two, and no number is used twice. The template is
//! the object without `data`, which both documents make optional. `to_json_rpc` always sends it.

use studio_errors::{Catalog, Category, CodeSet, ErrorBody, ErrorResponse, FromCode, StudioErrorCode};

struct Ethereum;

impl Catalog for Ethereum {
    const PREFIX: &'static str = "";
    const SEPARATOR: &'static str = "";
    const CATEGORIES: &'static [Category] = &[
        Category::new("standard", "JSON-RPC 2.0", -32700..=-32600),
        Category::new("server", "EIP-1474", -32099..=-32000),
        Category::new("provider", "EIP-1193", 4001..=4999),
    ];
    const ENVELOPE: &'static str = r#"{"code":{number},"message":"{message}"}"#;
}

macro_rules! errors {
    ($name:ident $category:literal { $($code:literal $variant:ident $text:literal,)* }) => {
        #[derive(Clone, Copy, Debug, PartialEq, thiserror::Error, StudioErrorCode)]
        #[studio(catalog = Ethereum, category = $category, http = 400)]
        #[error("{self:?}")]
        enum $name {
            $(#[studio(code = $code, description = $text)] $variant,)*
        }
    };
}

errors! { Standard "standard" {
    -32700 ParseError "Parse error",
    -32600 InvalidRequest "Invalid request",
    -32601 MethodNotFound "Method not found",
    -32602 InvalidParams "Invalid params",
    -32603 InternalError "Internal error",
} }

errors! { Server "server" {
    -32000 InvalidInput "Invalid input",
    -32001 ResourceNotFound "Resource not found",
    -32002 ResourceUnavailable "Resource unavailable",
    -32003 TransactionRejected "Transaction rejected",
    -32004 MethodNotSupported "Method not supported",
    -32005 LimitExceeded "Limit exceeded",
    -32006 VersionNotSupported "JSON-RPC version not supported",
} }

errors! { Provider "provider" {
    4001 UserRejectedRequest "The user rejected the request.",
    4100 Unauthorized "The requested method and/or account has not been authorized by the user.",
    4200 UnsupportedMethod "The Provider does not support the requested method.",
    4900 Disconnected "The Provider is disconnected from all chains.",
    4901 ChainDisconnected "The Provider is not connected to the requested chain.",
} }

studio_errors::code_set! { #[studio(catalog = Ethereum)] Everything: Standard, Server, Provider }

#[test]
fn the_error_object_is_what_clients_of_ethereum_see() {
    assert_eq!(Standard::MethodNotFound.to_json(), r#"{"code":-32601,"message":"Method not found"}"#);
    assert_eq!(Server::LimitExceeded.to_json(), r#"{"code":-32005,"message":"Limit exceeded"}"#);
    let json = Provider::UserRejectedRequest.to_json();
    assert_eq!(json, r#"{"code":4001,"message":"The user rejected the request."}"#);
    let body = ErrorBody::read::<Ethereum>(&*json, 400).unwrap();
    assert_eq!((&*body.code, body.known()), ("4001", Some(Provider::UserRejectedRequest)));
}

#[test]
fn each_number_is_the_code_of_the_error_object() {
    assert_eq!(Everything::CODES.iter().count(), 17);
    let codes = |error: ErrorResponse| (error.to_json_rpc().code, error.info().code().as_str());
    assert_eq!(codes(Standard::ParseError.into()), (-32700, "-32700"));
    assert_eq!(codes(Server::InvalidInput.into()), (-32000, "-32000"));
    assert_eq!(codes(Provider::ChainDisconnected.into()), (4901, "4901"));
    let object = serde_json::to_string(&ErrorResponse::from(Server::LimitExceeded).to_json_rpc()).unwrap();
    assert_eq!(object, r#"{"code":-32005,"message":"Limit exceeded","data":{"code":"-32005","http":400}}"#);
    let body = ErrorBody::from_json_rpc(&object).unwrap();
    assert_eq!(body.known(), Some(Server::LimitExceeded));
    assert_eq!(Server::from_code("-32099"), None);
}
