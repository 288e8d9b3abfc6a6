//! A response that passes through an [`ErrorLayer`], which adds the request id. No runtime is needed.

use std::convert::Infallible;
use std::future::{Future, Ready, ready};
use std::hint::black_box;
use std::pin::pin;
use std::sync::LazyLock;
use std::task::{Context, Poll, Waker};

use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use studio_errors::response::ErrorLayer;
use tower::{Layer, Service, service_fn};

use crate::by_hand;
use crate::studio::STATIC;

type Handler = fn(Request<()>) -> Ready<Result<Response, Infallible>>;

static LAYER: LazyLock<ErrorLayer> = LazyLock::new(|| ErrorLayer::new().on(404, STATIC).request_id("x-request-id"));

static WITH_VALUE: LazyLock<ErrorLayer> =
    LazyLock::new(|| LAYER.clone().value("trace_id", |request| request.header("x-request-id").map(str::to_owned)));

/// The response of a handler that returns [`STATIC`].
#[must_use]
pub fn studio() -> Option<Response> {
    respond(&LAYER, |_| ready(Ok(black_box(STATIC).into_response())))
}

/// The response of a handler that builds the same body by hand. It has no request id, and is always JSON.
#[must_use]
pub fn by_hand() -> Option<Response> {
    respond(&LAYER, |_| ready(Ok(by_hand::response(black_box(by_hand::STATIC)))))
}

/// The response of a handler without an error.
#[must_use]
pub fn success() -> Option<Response> {
    respond(&LAYER, |_| ready(Ok(Response::default())))
}

/// The same in a layer that reads a value of each request: a copy of a header.
#[must_use]
pub fn success_with_value() -> Option<Response> {
    respond(&WITH_VALUE, |_| ready(Ok(Response::default())))
}

fn respond(layer: &ErrorLayer, handler: Handler) -> Option<Response> {
    let request = Request::builder()
        .header("accept", "*/*")
        .header("x-request-id", "4be7ac6c-0d9d-4f3b-bc92-8ecb5f4ad9cb")
        .body(())
        .ok()?;
    let mut service = layer.layer(service_fn(handler));
    match pin!(service.call(request)).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(response) => response.ok(),
        Poll::Pending => None,
    }
}
