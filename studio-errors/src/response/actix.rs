//! actix-web 4.

use alloc::borrow::Cow;
use alloc::sync::Arc;
use core::future::{Ready, ready};
use core::task::{Context, Poll};

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform};
use actix_web::error::InternalError;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_TYPE, HeaderName, HeaderValue, RETRY_AFTER, VARY, WWW_AUTHENTICATE};
use actix_web::{Error, HttpRequest, HttpResponse, Responder, ResponseError};

use crate::response::framework::{Rendered, framework_response, render};
use crate::response::header::Header;
use crate::response::layer::{Finish, ResponseFuture};
use crate::response::{CodedError, ErrorLayer, ErrorService, RequestHead};
use crate::{ErrorOf, ErrorResponse, StudioErrorCode, WithMessage};

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

impl<E: CodedError + ResponseError> ResponseError for WithMessage<E> {
    fn status_code(&self) -> StatusCode {
        status(self.info().http())
    }

    fn error_response(&self) -> HttpResponse {
        respond(ErrorResponse::of(self))
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
    StatusCode::from_u16(http).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// The response of an error.
#[must_use]
pub fn respond(mut error: ErrorResponse) -> HttpResponse {
    error.set_current_request();
    let mut response = HttpResponse::new(status(error.http()));
    render(&error, &mut response);
    response.set_body(body(&error))
}

fn body(error: &ErrorResponse) -> BoxBody {
    match error.body() {
        Cow::Borrowed(text) => BoxBody::new(text),
        Cow::Owned(text) => BoxBody::new(text),
    }
}

framework_response!(HttpResponse);

impl<S, B> Transform<S, ServiceRequest> for ErrorLayer
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Transform = ErrorService<S>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, Self::InitError>>;

    fn new_transform(&self, inner: S) -> Self::Future {
        ready(Ok(ErrorService { inner, layer: Arc::new(self.clone()) }))
    }
}

impl<S, B> Service<ServiceRequest> for ErrorService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Future = ResponseFuture<S::Future>;

    fn poll_ready(&self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&self, request: ServiceRequest) -> Self::Future {
        self.layer.call(self.layer.request(RequestHead::of_actix(&request)), || self.inner.call(request))
    }
}

impl<B: MessageBody + 'static> Finish for Result<ServiceResponse<B>, Error> {
    type Output = Result<ServiceResponse<EitherBody<B>>, Error>;

    fn finish(self, layer: &ErrorLayer) -> Self::Output {
        match self {
            Ok(response) => {
                let (request, response) = response.into_parts();
                Ok(ServiceResponse::new(request, finish(layer, response)))
            }
            // An inner middleware failed. actix renders its error outside of this layer, so render it here.
            Err(error) => {
                let response = finish(layer, error.error_response()).map_into_boxed_body();
                Err(InternalError::from_response(error, response).into())
            }
        }
    }
}

fn finish<B>(layer: &ErrorLayer, mut response: HttpResponse<B>) -> HttpResponse<EitherBody<B>> {
    match layer.finish(&mut response) {
        Some(error) => response.set_body(EitherBody::right(body(&error))),
        None => response.map_into_left_body(),
    }
}
