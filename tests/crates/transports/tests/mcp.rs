//! The Model Context Protocol, which is JSON-RPC: tests the code of the guide with rmcp over TCP.

use rmcp::model::{CallToolRequestParams, CallToolResponse, CallToolResult, ErrorCode, ErrorData, JsonObject};
use rmcp::service::RequestContext;
use rmcp::{RoleServer, ServerHandler, ServiceError, ServiceExt};
use serde_json::json;
use studio_errors::ErrorResponse;
use tokio::net::{TcpListener, TcpStream};

use crate::json_rpc::{assert_logged_once, is_out_of_credits, moving, out_of_credits};
use crate::wallet::{WalletError, spend};
use crate::{guide, log};

impl From<WalletError> for ErrorData {
    #[track_caller]
    fn from(error: WalletError) -> Self {
        let error = ErrorResponse::from(error).to_json_rpc();
        Self::new(ErrorCode(error.code), error.message, serde_json::to_value(error.data).ok())
    }
}

struct Wallets;

impl ServerHandler for Wallets {
    async fn call_tool(
        &self,
        request: CallToolRequestParams,
        _: RequestContext<RoleServer>,
    ) -> Result<CallToolResponse, ErrorData> {
        let wallet = request.arguments.and_then(|arguments| arguments["wallet"].as_u64()?.try_into().ok());
        let credits = spend(wallet.unwrap_or_default())?;
        Ok(CallToolResult::structured(json!({ "credits": credits })).into())
    }
}

/// Returns the response to a call of the tool.
async fn ask(wallet: u32) -> Result<CallToolResult, ServiceError> {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let (connection, _) = listener.accept().await.unwrap();
        Wallets.serve(connection).await.unwrap().waiting().await
    });
    let client = ().serve(TcpStream::connect(address).await.unwrap()).await.unwrap();
    let arguments = JsonObject::from_iter([("wallet".to_owned(), wallet.into())]);
    client.call_tool(CallToolRequestParams::new("spend").with_arguments(arguments)).await
}

#[tokio::test]
async fn a_client_of_mcp_receives_the_error_object() {
    log::start();
    assert_eq!(ask(1).await.unwrap().structured_content, Some(json!({"credits": 1})));
    for (wallet, object) in [(2, out_of_credits()), (6, moving())] {
        let ServiceError::McpError(error) = ask(wallet).await.unwrap_err() else { panic!() };
        assert_eq!(serde_json::to_value(&error).unwrap(), object);
        assert_eq!(is_out_of_credits(&error).unwrap(), wallet == 2);
    }
    assert_logged_once(6, "mcp.rs");
}

#[test]
fn the_guide_shows_these_lines() {
    guide::contains(include_str!("mcp.rs"), "impl From<WalletError> for ErrorData");
}
