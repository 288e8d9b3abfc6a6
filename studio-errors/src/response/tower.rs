//! The layer as a `tower` service.

use alloc::sync::Arc;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use ::http::{Request, Response};
use bytes::Bytes;
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use crate::response::http;
use crate::response::layer::ErrorLayer;
use crate::response::request::{CurrentRequest, RequestHead};

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
        let current = self.layer.current_request(RequestHead::of_http(&request));
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
            let mut response = ready!(this.inner.poll(context))?;
            if let Some(error) = this.layer.finish(&mut response) {
                *response.body_mut() = http::body(&error);
            }
            Poll::Ready(Ok(response))
        })
    }
}
