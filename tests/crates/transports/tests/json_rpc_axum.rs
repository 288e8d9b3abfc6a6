//! JSON-RPC: tests the code of the guide with a handler of axum.

use axum::routing::post;
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};
use studio_errors::response::ErrorLayer;
use studio_errors::{ErrorBody, ErrorResponse};
use tokio::net::TcpListener;

use crate::json_rpc::{assert_logged_once, is_out_of_credits, moving, out_of_credits};
use crate::wallet::{WalletError, spend};
use crate::{guide, log};

#[derive(Deserialize)]
struct Request {
    method: String,
    params: [u32; 1],
    id: Value,
}

async fn rpc(Json(Request { method, params: [wallet], id }): Json<Request>) -> Json<Value> {
    Json(match run(&method, wallet) {
        Ok(result) => json!({"jsonrpc": "2.0", "result": result, "id": id}),
        Err(error) => json!({"jsonrpc": "2.0", "error": error.to_json_rpc(), "id": id}),
    })
}

fn run(_method: &str, wallet: u32) -> Result<u32, ErrorResponse> {
    Ok(spend(wallet)?)
}

/// Returns the response to a call for a wallet.
async fn ask(wallet: u32, request_id: Option<&str>) -> Value {
    let app = Router::new().route("/", post(rpc)).layer(ErrorLayer::new().request_id("x-request-id"));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async { axum::serve(listener, app).await });
    let call = json!({"jsonrpc": "2.0", "method": "spend", "params": [wallet], "id": "7"});
    let request = reqwest::Client::new().post(url).json(&call).header("x-request-id", request_id.unwrap_or_default());
    request.send().await.unwrap().json().await.unwrap()
}

#[tokio::test]
async fn a_client_receives_the_error_object() {
    log::start();
    assert_eq!(ask(1, None).await, json!({"jsonrpc": "2.0", "result": 1, "id": "7"}));
    for (wallet, object) in [(2, out_of_credits()), (5, moving())] {
        let answer = ask(wallet, None).await;
        assert_eq!(answer, json!({"jsonrpc": "2.0", "error": object, "id": "7"}));
        assert_eq!(is_out_of_credits(&answer["error"]).unwrap(), wallet == 2);
    }
    assert_logged_once(5, "json_rpc_axum.rs");
}

#[tokio::test]
async fn the_layer_supplies_the_request_id() {
    let answer = ask(2, Some("01J")).await;
    assert_eq!(answer["error"]["data"]["request_id"], "01J");
    let object = answer["error"].to_string();
    let body = ErrorBody::from_json_rpc(&object).unwrap();
    assert_eq!((body.request_id.as_deref(), body.http), (Some("01J"), 402));
    assert_eq!(body.details.unwrap().as_json(), r#"{"need":20}"#);
    // The id of the handler has precedence.
    let error = ErrorResponse::from(WalletError::InsufficientCredits { wallet: 2, need: 20 }).with_request_id("8");
    assert_eq!(error.to_json_rpc().data.request_id.as_deref(), Some("8"));
}

#[test]
fn the_guide_shows_these_lines() {
    guide::contains(include_str!("json_rpc_axum.rs"), "async fn rpc");
}
