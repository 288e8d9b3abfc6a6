//! actix-web 4.

use alloc::borrow::Cow;
use alloc::rc::Rc;
use core::future::{Future, Ready, ready};
use core::pin::Pin;
use core::task::{Context, Poll, ready as ready_or_return};

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform};
use actix_web::error::InternalError;
use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCEPT, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, RETRY_AFTER, VARY, WWW_AUTHENTICATE,
};
use actix_web::{Error, HttpRequest, HttpResponse, Responder, ResponseError};
use pin_project_lite::pin_project;

use crate::response::layer::{ErrorLayer, OF_THE_BODY, RENDERED, rendered_value, status_of, varies_by_accept};
use crate::response::request::CurrentRequest;
use crate::{ErrorOf, ErrorResponse};

impl ResponseError for ErrorResponse {
    fn status_code(&self) -> StatusCode {
        status(self.http())
    }

    fn error_response(&self) -> HttpResponse {
        respond(self.clone())
    }
}

impl Responder for ErrorResponse {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        respond(self)
    }
}

impl<S> ResponseError for ErrorOf<S> {
    fn status_code(&self) -> StatusCode {
        (**self).status_code()
    }

    fn error_response(&self) -> HttpResponse {
        (**self).error_response()
    }
}

impl<S> Responder for ErrorOf<S> {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        respond(self.into())
    }
}

/// The status of a code.
#[must_use]
pub fn status(http: u16) -> StatusCode {
    // Every code has a status between 400 and 599.
    StatusCode::from_u16(http).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// The response of an error.
#[must_use]
pub fn respond(mut error: ErrorResponse) -> HttpResponse {
    error.set_current_request();
    let mut response = HttpResponse::new(status(error.http()));
    insert(&error, response.headers_mut());
    if error.is_in_layer() {
        let value = HeaderValue::from_static(rendered_value(error.http()));
        response.headers_mut().insert(HeaderName::from_static(RENDERED), value);
    }
    response.set_body(body(error.body()))
}

fn body(text: Cow<'static, str>) -> BoxBody {
    match text {
        Cow::Borrowed(text) => BoxBody::new(text),
        Cow::Owned(text) => BoxBody::new(text),
    }
}

/// Adds the headers of `error` to those of a response.
fn insert(error: &ErrorResponse, headers: &mut HeaderMap) {
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(error.content_type()));
    if let Some(seconds) = error.retry_after() {
        headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    if let Some(challenge) = error.challenge()
        && !headers.contains_key(WWW_AUTHENTICATE)
    {
        headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
    }
    if let Some(vary) = error.vary()
        && !headers.get_all(VARY).any(|value| varies_by_accept(value.as_bytes()))
    {
        headers.append(VARY, HeaderValue::from_static(vary));
    }
}

impl<S, B> Transform<S, ServiceRequest> for ErrorLayer
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Transform = ErrorMiddleware<S>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, Self::InitError>>;

    fn new_transform(&self, inner: S) -> Self::Future {
        ready(Ok(ErrorMiddleware { inner, layer: Rc::new(self.clone()) }))
    }
}

/// An actix-web service inside an [`ErrorLayer`].
#[derive(Clone, Debug)]
pub struct ErrorMiddleware<S> {
    inner: S,
    layer: Rc<ErrorLayer>,
}

impl<S, B> Service<ServiceRequest> for ErrorMiddleware<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Future = MiddlewareFuture<S::Future>;

    fn poll_ready(&self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&self, request: ServiceRequest) -> Self::Future {
        let headers = request.headers();
        let id = self.layer.request_id_header().and_then(|name| headers.get(name));
        let accept = headers.get_all(ACCEPT).map(HeaderValue::as_bytes);
        let mut current = CurrentRequest::new(accept, id.map(HeaderValue::as_bytes));
        let inner = current.run(|| self.inner.call(request));
        MiddlewareFuture { inner, current, layer: Rc::clone(&self.layer) }
    }
}

pin_project! {
    /// The future of an [`ErrorMiddleware`].
    #[derive(Debug)]
    pub struct MiddlewareFuture<F> {
        #[pin]
        inner: F,
        current: CurrentRequest,
        layer: Rc<ErrorLayer>,
    }
}

impl<F, B> Future for MiddlewareFuture<F>
where
    F: Future<Output = Result<ServiceResponse<B>, Error>>,
    B: MessageBody + 'static,
{
    type Output = Result<ServiceResponse<EitherBody<B>>, Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        this.current.run(|| {
            Poll::Ready(match ready_or_return!(this.inner.poll(context)) {
                Ok(response) => Ok(this.layer.finish_service(response)),
                // An inner middleware failed. actix renders its error outside of this layer, so render it here.
                Err(error) => {
                    let response = this.layer.finish_response(error.error_response());
                    Err(InternalError::from_response(error, response.map_into_boxed_body()).into())
                }
            })
        })
    }
}

impl ErrorLayer {
    fn finish_service<B: MessageBody + 'static>(&self, response: ServiceResponse<B>) -> ServiceResponse<EitherBody<B>> {
        let (request, response) = response.into_parts();
        ServiceResponse::new(request, self.finish_response(response))
    }

    /// The response that leaves the layer.
    fn finish_response<B>(&self, mut response: HttpResponse<B>) -> HttpResponse<EitherBody<B>> {
        let rendered = response.headers_mut().remove(RENDERED).find_map(|value| status_of(value.as_bytes()));
        if let Some(http) = rendered {
            *response.status_mut() = status(http);
            return response.map_into_left_body();
        }
        let content_type = response.headers().get(CONTENT_TYPE).map(HeaderValue::as_bytes);
        let Some(mut error) = self.replacement(response.status().as_u16(), content_type) else {
            return response.map_into_left_body();
        };
        error.set_current_request();
        let headers = response.headers_mut();
        for name in OF_THE_BODY {
            headers.remove(name);
        }
        insert(&error, headers);
        *response.status_mut() = status(error.http());
        response.set_body(EitherBody::right(body(error.body())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::QuotaError;

    #[test]
    fn the_status_is_that_of_the_code() {
        let error = ErrorResponse::from(QuotaError::InsufficientCredits);
        assert_eq!((error.status_code().as_u16(), error.error_response().status().as_u16()), (402, 402));
        assert_eq!((status(599).as_u16(), status(0).as_u16()), (599, 500));
    }
}
