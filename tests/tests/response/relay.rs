//! A gateway answers with the code that its upstream sent, and maps the others: two services on loopback.

use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use reqwest::Method;
use studio_errors::{CodeSet, ErrorBody, ErrorOf, OwnedErrorBody, StudioErrorCode, code_set};
use tokio::net::TcpListener;

use crate::response::answer::ask;

/// The errors of the wallet, which the gateway uses as a dependency.
#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota", kind)]
enum WalletError {
    #[error("wallet {wallet} has no credits")]
    #[studio(code = 1601)]
    InsufficientCredits { wallet: u32 },

    /// The wallet is being moved
    #[error("wallet {wallet} is on a canary")]
    #[studio(code = 1650, http = 503)]
    Moving { wallet: u32 },
}

code_set! { Wallet: WalletError }

async fn spend(Path(wallet): Path<u32>) -> Result<&'static str, ErrorOf<Wallet>> {
    match wallet {
        1 => Ok("spent"),
        2 => Err(WalletError::InsufficientCredits { wallet })?,
        _ => Err(WalletError::Moving { wallet })?,
    }
}

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "general")]
enum GatewayError {
    /// The wallet does not respond
    #[error("the wallet: {0}")]
    #[studio(code = 2050, http = 502)]
    Upstream(String),
}

// The kind is listed, because the gateway relays codes of the wallet.
code_set! { Gateway: GatewayError, WalletErrorKind }

async fn relay(State(upstream): State<String>, Path(wallet): Path<String>) -> Result<String, ErrorOf<Gateway>> {
    let failed = |text: String| GatewayError::Upstream(text);
    let response = reqwest::get(format!("{upstream}/{wallet}")).await.map_err(|error| failed(error.to_string()))?;
    let is_success = response.status().is_success();
    let text = response.text().await.map_err(|error| failed(error.to_string()))?;
    if is_success {
        return Ok(text);
    }
    let body: OwnedErrorBody = serde_json::from_str(&text).map_err(|_| failed(text))?;
    match body.known::<WalletErrorKind>() {
        Some(kind) if kind.http() < 500 => Err(kind)?,
        _ => Err(failed(body.to_string()))?,
    }
}

async fn serve(app: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });
    base
}

#[tokio::test]
async fn a_gateway_relays_a_code_and_maps_the_others() {
    let wallet = serve(Router::new().route("/{wallet}", get(spend))).await;
    let gateway = serve(Router::new().route("/{wallet}", get(relay)).with_state(wallet)).await;
    assert_eq!(ask(Method::GET, format!("{gateway}/1"), &[], "").await.body, "spent");

    let relayed = ask(Method::GET, format!("{gateway}/2"), &[], "").await;
    assert_eq!(relayed.status, 402);
    assert_eq!(relayed.body, WalletError::InsufficientCredits { wallet: 2 }.to_json());
    let body: ErrorBody = serde_json::from_str(&relayed.body).unwrap();
    assert_eq!(body.known(), Some(WalletErrorKind::InsufficientCredits));

    // A 5xx of the wallet, and a response that is no error body.
    for path in ["3", "x"] {
        let mapped = ask(Method::GET, format!("{gateway}/{path}"), &[], "").await;
        assert_eq!((mapped.status, mapped.json()["error"]["code"].as_str()), (502, Some("STUDIO_2050")), "{path}");
    }
}

#[test]
fn a_kind_is_an_error_whose_text_is_its_description() {
    let kind = WalletErrorKind::Moving;
    let error: &dyn std::error::Error = &kind;
    assert_eq!((error.to_string(), error.source().is_none()), ("The wallet is being moved".to_owned(), true));
    assert!(Gateway::CODES.get("STUDIO_1601").is_some());
}
