//! `WithError` as an extractor of axum.

use core::error::Error;
use core::marker::PhantomData;

use ::axum::extract::{FromRequest, FromRequestParts, Request};
use ::axum::http::StatusCode;
use ::axum::http::request::Parts;
use ::axum::response::{IntoResponse, Response};

use crate::ErrorResponse;
use crate::response::WithError;
use crate::response::axum::invalid_input;
use crate::wire::Violations;

impl<S, X, E> FromRequest<S> for WithError<X, E>
where
    S: Send + Sync,
    X: FromRequest<S>,
    X::Rejection: Error + 'static,
    E: From<Violations> + Into<ErrorResponse>,
{
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        match X::from_request(request, state).await {
            Ok(extracted) => Ok(Self(extracted, PhantomData)),
            Err(rejection) => Err(respond::<E, _>(rejection)),
        }
    }
}

impl<S, X, E> FromRequestParts<S> for WithError<X, E>
where
    S: Send + Sync,
    X: FromRequestParts<S>,
    X::Rejection: Error + 'static,
    E: From<Violations> + Into<ErrorResponse>,
{
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        match X::from_request_parts(parts, state).await {
            Ok(extracted) => Ok(Self(extracted, PhantomData)),
            Err(rejection) => Err(respond::<E, _>(rejection)),
        }
    }
}

fn respond<E, R>(rejection: R) -> Response
where
    E: From<Violations> + Into<ErrorResponse>,
    R: Error + IntoResponse + 'static,
{
    let violation = invalid_input::violation(&rejection);
    let response = rejection.into_response();
    match (violation, response.status()) {
        (Some(violation), StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY) => {
            let error: ErrorResponse = E::from(violation.into()).into();
            error.into_response()
        }
        _ => response,
    }
}
