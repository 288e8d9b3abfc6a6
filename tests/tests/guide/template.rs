//! The service of the guide page "Keep your bodies" with the template of its bodies.

use std::io;

use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use studio_errors::{Catalog, Category, Challenge, StudioErrorCode};

use super::keep_bodies::send;

/// The codes of the shop.
struct Shop;

impl Catalog for Shop {
    const PREFIX: &'static str = "SHOP";
    const CATEGORIES: &'static [Category] = &[Category::new("orders", "Orders", 100..=199)];
    const CODE_HEADER: Option<&'static str> = Some("x-error-code");
    const CHALLENGE: Challenge = Challenge::Omitted;
    const ENVELOPE: &'static str = r#"{"error":"{message}"}"#;
}

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(catalog = Shop, category = "orders", axum)]
enum OrderError {
    /// sign in to see orders
    #[error("sign in to see orders")]
    #[studio(code = 100, http = 401)]
    SignIn,
    /// the order does not exist
    #[error("order {0} does not exist")]
    #[studio(code = 101, http = 404, display)]
    NotFound(u32),
    /// internal error
    #[error("cannot load the order")]
    #[studio(code = 102, http = 500)]
    Database(#[from] io::Error),
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
