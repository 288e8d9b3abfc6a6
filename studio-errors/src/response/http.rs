//! Conversion into `http::Response`, and the layer as a `tower` service, for hyper and the frameworks that use them.

use alloc::borrow::Cow;
use alloc::sync::Arc;
use core::task::{Context, Poll};

use ::http::header::{CONTENT_TYPE, RETRY_AFTER, VARY, WWW_AUTHENTICATE};
use ::http::{HeaderName, HeaderValue, Request, Response, StatusCode};
use bytes::Bytes;
use tower_layer::Layer;
use tower_service::Service;

use crate::response::framework::{Rendered, framework_response, render};
use crate::response::header::Header;
use crate::response::layer::{Finish, ResponseFuture};
use crate::response::{ErrorLayer, ErrorService, RequestHead};
use crate::{ErrorOf, ErrorResponse};

/// ```
/// use bytes::Bytes;
/// use studio_errors::ErrorResponse;
/// use studio_errors::catalog::RenderError;
///
/// let response = http::Response::<Bytes>::from(ErrorResponse::from(RenderError::JobNotFound));
/// assert_eq!(response.status(), 404);
/// assert_eq!(response.headers()["content-type"], "application/json");
/// ```
impl<B: From<Bytes>> From<ErrorResponse> for Response<B> {
    fn from(mut error: ErrorResponse) -> Self {
        error.set_current_request();
        let mut response = Self::new(body(&error));
        render(&error, &mut response);
        response
    }
}

impl<B: From<Bytes>, S> From<ErrorOf<S>> for Response<B> {
    fn from(error: ErrorOf<S>) -> Self {
        ErrorResponse::from(error).into()
    }
}

fn body<B: From<Bytes>>(error: &ErrorResponse) -> B {
    let bytes = match error.body() {
        Cow::Borrowed(text) => Bytes::from_static(text.as_bytes()),
        Cow::Owned(text) => Bytes::from(text),
    };
    bytes.into()
}

framework_response!(Response);

impl<S> Layer<S> for ErrorLayer {
    type Service = ErrorService<S>;

    fn layer(&self, inner: S) -> Self::Service {
        ErrorService { inner, layer: Arc::new(self.clone()) }
    }
}

impl<S, A, B> Service<Request<A>> for ErrorService<S>
where
    S: Service<Request<A>, Response = Response<B>>,
    B: From<Bytes>,
{
    type Response = Response<B>;
    type Error = S::Error;
    type Future = ResponseFuture<S::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<A>) -> Self::Future {
        self.layer.call(self.layer.request(RequestHead::of_http(&request)), || self.inner.call(request))
    }
}

impl<B: From<Bytes>, E> Finish for Result<Response<B>, E> {
    type Output = Self;

    fn finish(mut self, layer: &ErrorLayer) -> Self {
        if let Ok(response) = &mut self
            && let Some(error) = layer.finish(response)
        {
            *response.body_mut() = body(&error);
        }
        self
    }
}
