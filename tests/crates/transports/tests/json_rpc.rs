//! JSON-RPC: tests the code of the guide with jsonrpsee over HTTP.

use jsonrpsee::core::client::{ClientT, Error};
use jsonrpsee::server::{RpcModule, Server};
use jsonrpsee::types::ErrorObjectOwned;
use jsonrpsee_http_client::HttpClientBuilder;
use serde_json::value::RawValue;
use studio_errors::catalog::StudioError;
use studio_errors::{ErrorBody, ErrorResponse};

use crate::wallet::{CANARY, WalletError, spend};
use crate::{guide, log};

impl From<WalletError> for ErrorObjectOwned {
    fn from(error: WalletError) -> Self {
        let error = ErrorResponse::from(error);
        let number = i32::try_from(error.info().code().number()).unwrap_or(i32::MAX);
        let body = RawValue::from_string(error.body().into_owned()).ok();
        Self::owned(number, error.message(), body)
    }
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

/// Reads the error of a call.
fn body_of(error: &Error) -> ErrorBody<'_> {
    let Error::Call(error) = error else { panic!("{error}") };
    serde_json::from_str(error.data().unwrap().get()).unwrap()
}

#[tokio::test]
async fn the_data_is_the_error_body() {
    assert_eq!(ask(1).await.unwrap(), 1);
    let error = ask(2).await.unwrap_err();
    let message = "Insufficient AI credits in wallet for this generation";
    assert!(matches!(&error, Error::Call(error) if error.code() == 1601 && error.message() == message), "{error}");
    assert_eq!(body_of(&error), ErrorBody::new("STUDIO_1601", message, 402));
    assert!(body_of(&error).known::<StudioError>().is_some());
}

#[tokio::test]
async fn the_source_of_a_5xx_is_in_one_event_and_not_on_the_wire() {
    log::start();
    let error = ask(4).await.unwrap_err();
    assert_eq!(body_of(&error), ErrorBody::new("STUDIO_1661", "The wallet is being moved", 503));
    assert!(!format!("{error:?}").contains(CANARY), "{error:?}");
    let events = log::lines("wallet 4 ");
    let [event] = &*events else { panic!("{events:#?}") };
    assert!(event.contains("STUDIO_1661") && event.contains(CANARY), "{event}");
}

#[test]
fn the_guide_shows_these_lines() {
    guide::contains(include_str!("json_rpc.rs"), "impl From<WalletError> for ErrorObjectOwned");
}
