//! `WithError` as an extractor of actix-web.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use core::future::Future;
use core::marker::PhantomData;
use core::pin::Pin;

use actix_web::dev::Payload;
use actix_web::error::{InternalError, JsonPayloadError, PathError, QueryPayloadError, UrlencodedError};
use actix_web::http::StatusCode;
use actix_web::{Error, FromRequest, HttpRequest};
use serde_core::de::value;

use super::words::in_words;
use super::{WithError, of_json, of_rule};
use crate::ErrorResponse;
use crate::wire::{Location, Violation, Violations};

impl<X, E> FromRequest for WithError<X, E>
where
    X: FromRequest + 'static,
    E: From<Violations> + Into<ErrorResponse> + 'static,
{
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let extracted = X::from_request(request, payload);
        Box::pin(async move {
            let rejection: Error = match extracted.await {
                Ok(extracted) => return Ok(Self(extracted, PhantomData)),
                Err(rejection) => rejection.into(),
            };
            Err(match violation(&rejection) {
                Some(violation) => {
                    let error: ErrorResponse = E::from(violation.into()).into();
                    error.into()
                }
                None => rejection,
            })
        })
    }
}

/// The violation in a rejection; `None` if the rejection is not about an invalid input.
fn violation(rejection: &Error) -> Option<Violation> {
    if let Some(JsonPayloadError::Deserialize(error)) = rejection.as_error() {
        return Some(of_json(error, String::new()).with_location(Location::Body));
    }
    let (location, error) = if let Some(QueryPayloadError::Deserialize(error)) = rejection.as_error() {
        (Location::Query, error.to_string())
    } else if let Some(UrlencodedError::Parse(error)) = rejection.as_error() {
        (Location::Body, error.to_string())
    } else if let Some(PathError::Deserialize(error)) = rejection.as_error() {
        (Location::Path, error.to_string())
    } else {
        // Without a `PathConfig`, actix-web adds the status 404 to the error of the path.
        let error: &InternalError<value::Error> = rejection.as_error()?;
        let is_path = rejection.as_response_error().status_code() == StatusCode::NOT_FOUND;
        (Location::Path, is_path.then(|| error.to_string())?)
    };
    Some(of_rule("data", String::new(), in_words(&error)).with_location(location))
}
