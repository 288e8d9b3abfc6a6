//! The service of the guide page "Keep your bodies" with the code in the log and in a header.

use std::io;

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::json;
use studio_errors::{Catalog, Category, Challenge, ErrorResponse, StudioErrorCode};

use super::keep_bodies::send;

/// The codes of the shop.
struct Shop;

impl Catalog for Shop {
    const PREFIX: &'static str = "SHOP";
    const CATEGORIES: &'static [Category] = &[Category::new("orders", "Orders", 100..=199)];
    const CODE_HEADER: Option<&'static str> = Some("x-error-code");
    const CHALLENGE: Challenge = Challenge::Omitted;
}

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(catalog = Shop, category = "orders")]
enum OrderError {
    /// sign in to see orders
    #[error("sign in to see orders")]
    #[studio(code = 100, http = 401)]
    SignIn,
    /// the order does not exist
    #[error("order {0} does not exist")]
    #[studio(code = 101, http = 404)]
    NotFound(u32),
    /// internal error
    #[error("cannot load the order")]
    #[studio(code = 102, http = 500)]
    Database(#[from] io::Error),
}

impl IntoResponse for OrderError {
    fn into_response(self) -> Response {
        let coded = ErrorResponse::of(&self);
        let (status, message) = match &self {
            Self::SignIn => (StatusCode::UNAUTHORIZED, self.to_string()),
            Self::NotFound(_) => (StatusCode::NOT_FOUND, self.to_string()),
            Self::Database(_) => (StatusCode::INTERNAL_SERVER_ERROR, "internal error".to_owned()),
        };
        let code = coded.code_header().map(|header| [header]);
        (status, code, Json(json!({ "error": message }))).into_response()
    }
}

async fn order(Path(id): Path<u32>) -> Result<String, OrderError> {
    match id {
        7 => Ok("a lamp".to_owned()),
        8 => Err(OrderError::NotFound(id)),
        9 => Err(io::Error::other("no route to 10.0.0.7"))?,
        _ => Err(OrderError::SignIn),
    }
}

pub(crate) fn app() -> Router {
    Router::new().route("/orders/{id}", get(order))
}

#[tokio::test]
async fn an_order_that_does_not_exist_is_a_404() {
    let response = send(app(), "/orders/8").await;
    assert_eq!(response.status(), 404);
    assert_eq!(response.headers()["x-error-code"], "SHOP_101");
    assert_eq!(response.body(), r#"{"error":"order 8 does not exist"}"#);
}
