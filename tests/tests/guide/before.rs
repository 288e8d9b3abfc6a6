//! The service of the guide page "Keep your bodies" before it has codes.

use std::io;

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::json;

use super::keep_bodies::send;

#[derive(Debug, thiserror::Error)]
enum OrderError {
    #[error("sign in to see orders")]
    SignIn,
    #[error("order {0} does not exist")]
    NotFound(u32),
    #[error("cannot load the order")]
    Database(#[from] io::Error),
}

impl IntoResponse for OrderError {
    fn into_response(self) -> Response {
        let (status, message) = match &self {
            Self::SignIn => (StatusCode::UNAUTHORIZED, self.to_string()),
            Self::NotFound(_) => (StatusCode::NOT_FOUND, self.to_string()),
            Self::Database(error) => {
                tracing::error!("{self}: {error}");
                (StatusCode::INTERNAL_SERVER_ERROR, "internal error".to_owned())
            }
        };
        (status, Json(json!({ "error": message }))).into_response()
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
    assert_eq!(response.body(), r#"{"error":"order 8 does not exist"}"#);
}
