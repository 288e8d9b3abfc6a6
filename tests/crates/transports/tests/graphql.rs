//! GraphQL: tests the code of the guide with async-graphql over HTTP.
#![expect(clippy::unused_async, reason = "async-graphql requires it")]

use async_graphql::{EmptyMutation, EmptySubscription, Error, ErrorExtensions, Object, Schema};
use axum::routing::post;
use axum::{Json, Router};
use serde_json::{Value, json};
use studio_errors::catalog::StudioError;
use studio_errors::{ErrorBody, ErrorResponse};
use tokio::net::TcpListener;

use crate::wallet::{CANARY, WalletError, spend};
use crate::{guide, log};

impl ErrorExtensions for WalletError {
    fn extend(&self) -> Error {
        let error = ErrorResponse::of(self);
        Error::new(error.message()).extend_with(|_, extensions| {
            extensions.set("code", error.info().code().as_str());
            extensions.set("http", error.http());
        })
    }
}

struct Query;

#[Object]
impl Query {
    async fn spend(&self, wallet: u32) -> async_graphql::Result<u32> {
        spend(wallet).map_err(|error| error.extend())
    }
}

/// Returns the response to a query of the wallet.
async fn ask(wallet: u32) -> Value {
    let schema = Schema::new(Query, EmptyMutation, EmptySubscription);
    let handler = async move |Json(request): Json<async_graphql::Request>| Json(schema.execute(request).await);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async { axum::serve(listener, Router::new().route("/", post(handler))).await });
    let query = json!({"query": format!("{{ spend(wallet: {wallet}) }}")});
    let response = reqwest::Client::new().post(url).json(&query).send().await.unwrap();
    response.json().await.unwrap()
}

/// Reads the first error of an answer.
fn body_of(answer: &Value) -> ErrorBody<'_> {
    let error = &answer["errors"][0];
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let http = error["extensions"]["http"].as_u64().and_then(|http| u16::try_from(http).ok()).unwrap_or(500);
    ErrorBody::new(text(&error["extensions"]["code"]), text(&error["message"]), http)
}

#[tokio::test]
async fn the_code_is_in_the_extensions() {
    assert_eq!(ask(1).await["data"]["spend"], 1);
    let answer = ask(2).await;
    let message = "Insufficient AI credits in wallet for this generation";
    assert_eq!(answer["errors"][0]["message"], message);
    assert_eq!(answer["errors"][0]["extensions"], json!({"code": "STUDIO_1601", "http": 402}));
    assert_eq!(body_of(&answer), ErrorBody::new("STUDIO_1601", message, 402));
    assert!(body_of(&answer).known::<StudioError>().is_some());
}

#[tokio::test]
async fn the_source_of_a_5xx_is_in_one_event_and_not_on_the_wire() {
    log::start();
    let answer = ask(3).await;
    assert_eq!(body_of(&answer), ErrorBody::new("STUDIO_1661", "The wallet is being moved", 503));
    assert!(!answer.to_string().contains(CANARY), "{answer}");
    let events = log::lines("wallet 3 ");
    let [event] = &*events else { panic!("{events:#?}") };
    assert!(event.contains("STUDIO_1661") && event.contains(CANARY), "{event}");
}

#[test]
fn the_guide_shows_these_lines() {
    guide::contains(include_str!("graphql.rs"), "impl ErrorExtensions for WalletError");
    guide::contains(include_str!("graphql.rs"), "#[Object]");
}
