//! The layer as a `tower` service.

use alloc::sync::Arc;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use ::http::header::{ACCEPT, CONTENT_TYPE};
use ::http::{Request, Response, StatusCode};
use bytes::Bytes;
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use crate::response::http;
use crate::response::layer::{ErrorLayer, OF_THE_BODY, RENDERED, status_of};
use crate::response::request::CurrentRequest;

impl<S> Layer<S> for ErrorLayer {
    type Service = ErrorService<S>;

    fn layer(&self, inner: S) -> Self::Service {
        ErrorService { inner, layer: Arc::new(self.clone()) }
    }
}

/// A service inside an [`ErrorLayer`].
#[derive(Clone, Debug)]
pub struct ErrorService<S> {
    inner: S,
    layer: Arc<ErrorLayer>,
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
        let headers = request.headers();
        let id = self.layer.request_id_header().and_then(|name| headers.get(name));
        let accept = headers.get_all(ACCEPT).iter().map(AsRef::as_ref);
        let mut current = CurrentRequest::new(accept, id.map(AsRef::as_ref));
        let inner = current.run(|| self.inner.call(request));
        ResponseFuture { inner, current, layer: Arc::clone(&self.layer) }
    }
}

pin_project! {
    /// The future of an [`ErrorService`].
    #[derive(Debug)]
    pub struct ResponseFuture<F> {
        #[pin]
        inner: F,
        current: CurrentRequest,
        layer: Arc<ErrorLayer>,
    }
}

impl<F, B, E> Future for ResponseFuture<F>
where
    F: Future<Output = Result<Response<B>, E>>,
    B: From<Bytes>,
{
    type Output = Result<Response<B>, E>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        this.current.run(|| {
            let response = ready!(this.inner.poll(context))?;
            Poll::Ready(Ok(this.layer.finish(response)))
        })
    }
}

impl ErrorLayer {
    /// The response that leaves the layer.
    fn finish<B: From<Bytes>>(&self, mut response: Response<B>) -> Response<B> {
        let rendered = response.headers_mut().remove(RENDERED).and_then(|value| status_of(value.as_bytes()));
        if let Some(status) = rendered.and_then(|status| StatusCode::from_u16(status).ok()) {
            *response.status_mut() = status;
            return response;
        }
        let content_type = response.headers().get(CONTENT_TYPE).map(AsRef::as_ref);
        let Some(mut error) = self.replacement(response.status().as_u16(), content_type) else {
            return response;
        };
        error.set_current_request();
        let headers = response.headers_mut();
        for name in OF_THE_BODY {
            headers.remove(name);
        }
        http::insert(&error, headers);
        *response.status_mut() = http::status(&error);
        *response.body_mut() = http::body(error.body());
        response
    }
}
