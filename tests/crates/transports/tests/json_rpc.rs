//! JSON-RPC: tests the code of the guide with jsonrpsee over HTTP.

use jsonrpsee::core::client::{ClientT, Error};
use jsonrpsee::server::{RpcModule, Server};
use jsonrpsee::types::ErrorObjectOwned;
use jsonrpsee_http_client::HttpClientBuilder;
use serde::Serialize;
use serde_json::{Value, json};
use studio_errors::catalog::{QuotaError, StudioError};
use studio_errors::{Catalog, Category, ErrorBody, ErrorResponse, StudioErrorCode};

use crate::wallet::{CANARY, WalletError, spend};
use crate::{guide, log};

impl From<WalletError> for ErrorObjectOwned {
    #[track_caller]
    fn from(error: WalletError) -> Self {
        let error = ErrorResponse::from(error).to_json_rpc();
        Self::owned(error.code, error.message, Some(error.data))
    }
}

/// `error` is the error of the library, or the member `error` of a response.
pub(crate) fn is_out_of_credits(error: &impl Serialize) -> serde_json::Result<bool> {
    let json = serde_json::to_string(error)?;
    let body = ErrorBody::from_json_rpc(&json);
    Ok(body.is_ok_and(|body| body.known() == Some(StudioError::Quota(QuotaError::InsufficientCredits))))
}

/// The error objects of every server for the second wallet, and for each wallet after it.
pub(crate) fn out_of_credits() -> Value {
    let message = "Insufficient AI credits in wallet for this generation";
    let data = json!({"code": "STUDIO_1601", "http": 402, "details": {"need": 20}});
    json!({"code": 1601, "message": message, "data": data})
}
pub(crate) fn moving() -> Value {
    json!({"code": 1661, "message": "The wallet is being moved", "data": {"code": "STUDIO_1661", "http": 503}})
}

/// Checks that the source of an error is in one event, which has the place of the conversion in `file`.
pub(crate) fn assert_logged_once(wallet: u32, file: &str) {
    let events = log::lines(&format!("wallet {wallet} "));
    let [event] = &*events else { panic!("{events:#?}") };
    assert!(event.contains("STUDIO_1661") && event.contains(CANARY) && event.contains(file), "{event}");
}

/// Returns the response to a call for a wallet.
async fn ask(wallet: u32) -> Result<u32, Error> {
    let server = Server::builder().build("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", server.local_addr().unwrap());
    let mut module = RpcModule::new(());
    module
        .register_method("spend", |params, (), _| -> Result<u32, ErrorObjectOwned> {
            let [wallet]: [u32; 1] = params.parse()?;
            Ok(spend(wallet)?)
        })
        .unwrap();
    let _handle = server.start(module);
    HttpClientBuilder::default().build(url).unwrap().request("spend", [wallet]).await
}

#[tokio::test]
async fn a_client_of_jsonrpsee_receives_the_error_object() {
    log::start();
    assert_eq!(ask(1).await.unwrap(), 1);
    for (wallet, object) in [(2, out_of_credits()), (4, moving())] {
        let Error::Call(error) = ask(wallet).await.unwrap_err() else { panic!() };
        assert_eq!(serde_json::to_value(&error).unwrap(), object);
        assert_eq!(is_out_of_credits(&error).unwrap(), wallet == 2);
    }
    assert_logged_once(4, "json_rpc.rs");
}

#[tokio::test]
async fn an_error_of_the_server_itself_is_not_an_error_body() {
    let server = Server::builder().build("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", server.local_addr().unwrap());
    let _handle = server.start(RpcModule::new(()));
    let client = HttpClientBuilder::default().build(url).unwrap();
    let Error::Call(error) = client.request::<u32, _>("spend", [1]).await.unwrap_err() else { panic!() };
    let json = serde_json::to_string(&error).unwrap();
    assert_eq!(json, r#"{"code":-32601,"message":"Method not found"}"#);
    assert!(ErrorBody::from_json_rpc(&json).is_err() && !is_out_of_credits(&error).unwrap());
}

#[test]
fn a_number_outside_of_i32_is_sent_as_a_server_error() {
    struct Wide;

    impl Catalog for Wide {
        const PREFIX: &'static str = "";
        const SEPARATOR: &'static str = "";
        const CATEGORIES: &'static [Category] = &[Category::new("all", "All", -3_000_000_000..=3_000_000_000)];
        // The object does not depend on the envelope.
        const ENVELOPE: &'static str = r#"{"msg":"{message}","number":{number}}"#;
    }

    #[derive(Debug, thiserror::Error, StudioErrorCode)]
    #[studio(catalog = Wide, category = "all", http = 400)]
    #[error("{self:?}")]
    enum Positive {
        /// The largest number of JSON-RPC
        #[studio(code = 2_147_483_647)]
        Largest,
        /// A larger number
        #[studio(code = 2_147_483_648)]
        Larger,
    }

    #[derive(Debug, thiserror::Error, StudioErrorCode)]
    #[studio(catalog = Wide, category = "all", http = 400)]
    #[error("{self:?}")]
    enum Negative {
        /// The smallest number of JSON-RPC
        #[studio(code = -2_147_483_648)]
        Smallest,
        /// A smaller number
        #[studio(code = -2_147_483_649)]
        Smaller,
    }

    let code = |error: ErrorResponse| error.to_json_rpc().code;
    assert_eq!((code(Positive::Largest.into()), code(Negative::Smallest.into())), (i32::MAX, i32::MIN));
    assert_eq!((code(Positive::Larger.into()), code(Negative::Smaller.into())), (-32000, -32000));
    let json = serde_json::to_string(&ErrorResponse::from(Negative::Smaller).to_json_rpc()).unwrap();
    assert_eq!(json, r#"{"code":-32000,"message":"A smaller number","data":{"code":"-2147483649","http":400}}"#);
    let body = ErrorBody::from_json_rpc(&json).unwrap();
    assert_eq!((&*body.code, &*body.message, body.http), ("-2147483649", "A smaller number", 400));
}

#[test]
fn details_by_hand_that_are_not_json_are_omitted() {
    #[derive(Debug)]
    struct ByHand(&'static str);

    impl StudioErrorCode for ByHand {
        fn info(&self) -> studio_errors::ErrorInfo {
            QuotaError::InsufficientCredits.info()
        }

        fn details_json(&self) -> Option<String> {
            Some(self.0.to_owned())
        }
    }

    impl std::fmt::Display for ByHand {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str(self.0)
        }
    }

    impl std::error::Error for ByHand {}

    let details = |json| ErrorResponse::from(ByHand(json)).to_json_rpc().data.details;
    assert_eq!(details(r#"{"need":20}"#).unwrap().as_json(), r#"{"need":20}"#);
    assert_eq!(details(r#"{"need":"#), None);
}

#[test]
fn the_guide_shows_these_lines() {
    guide::contains(include_str!("json_rpc.rs"), "impl From<WalletError> for ErrorObjectOwned");
    guide::contains(&include_str!("json_rpc.rs").replace("pub(crate) fn", "fn"), "fn is_out_of_credits");
}
