//! `WithError` as an extractor of axum.

use alloc::format;
use alloc::string::{String, ToString};
use core::error::Error;
use core::marker::PhantomData;

use ::axum::extract::path::ErrorKind;
use ::axum::extract::rejection::{
    FailedToDeserializeForm, FailedToDeserializeFormBody, FailedToDeserializePathParams,
    FailedToDeserializeQueryString, FormRejection, JsonDataError, JsonRejection, JsonSyntaxError, PathRejection,
    QueryRejection,
};
use ::axum::extract::{FromRequest, FromRequestParts, Request};
use ::axum::http::StatusCode;
use ::axum::http::request::Parts;
use ::axum::response::{IntoResponse, Response};
use serde_core::de::value;
use serde_path_to_error::Segment;

use super::words::{in_words, words};
use super::{WithError, of_json, of_rule};
use crate::ErrorResponse;
use crate::response::sources;
use crate::wire::violations::push;
use crate::wire::{Location, Violation, Violations};

impl<S, X, E> FromRequest<S> for WithError<X, E>
where
    S: Send + Sync,
    X: FromRequest<S>,
    X::Rejection: Error + 'static,
    E: From<Violations> + Into<ErrorResponse>,
{
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        X::from_request(request, state).await.map(|extracted| Self(extracted, PhantomData)).map_err(respond::<E, _>)
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
        X::from_request_parts(parts, state).await.map(|extracted| Self(extracted, PhantomData)).map_err(respond::<E, _>)
    }
}

fn respond<E, R>(rejection: R) -> Response
where
    E: From<Violations> + Into<ErrorResponse>,
    R: Error + IntoResponse + 'static,
{
    let violation = violation(&rejection);
    let response = rejection.into_response();
    match (violation, response.status()) {
        (Some(violation), StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY) => {
            let error: ErrorResponse = E::from(violation.into()).into();
            error.into_response()
        }
        _ => response,
    }
}

/// The violation in a rejection or in one of its sources; `None` if the rejection is not about an invalid input.
fn violation(rejection: &(dyn Error + 'static)) -> Option<Violation> {
    let location = sources(Some(rejection)).find_map(location_of);
    let violation = sources(Some(rejection)).find_map(|error| {
        if let Some(error) = error.downcast_ref::<serde_path_to_error::Error<serde_json::Error>>() {
            Some(of_json(error.inner(), pointer_of(error.path())))
        } else if let Some(error) = error.downcast_ref::<serde_json::Error>() {
            Some(of_json(error, String::new()))
        } else if let Some(error) = error.downcast_ref::<serde_path_to_error::Error<value::Error>>() {
            // `Query` and `Form`.
            Some(of_rule("data", pointer_of(error.path()), in_words(&error.inner().to_string())))
        } else if let Some(PathRejection::FailedToDeserializePathParams(error)) = error.downcast_ref() {
            of_path(error.kind())
        } else {
            error.downcast_ref().and_then(|error: &FailedToDeserializePathParams| of_path(error.kind()))
        }
    });
    violation.map(|violation| Violation { location, ..violation })
}

/// The part of the request that an extractor reads.
fn location_of(rejection: &(dyn Error + 'static)) -> Option<Location> {
    let is_query = |error: &FormRejection| matches!(error, FormRejection::FailedToDeserializeForm(_));
    if rejection.is::<PathRejection>() || rejection.is::<FailedToDeserializePathParams>() {
        Some(Location::Path)
    } else if rejection.is::<QueryRejection>()
        || rejection.is::<FailedToDeserializeQueryString>()
        || rejection.is::<FailedToDeserializeForm>()
        || rejection.downcast_ref().is_some_and(is_query)
    {
        // The form of a GET is in the query.
        Some(Location::Query)
    } else {
        let is_body = rejection.is::<JsonRejection>()
            || rejection.is::<JsonDataError>()
            || rejection.is::<JsonSyntaxError>()
            || rejection.is::<FormRejection>()
            || rejection.is::<FailedToDeserializeFormBody>();
        is_body.then_some(Location::Body)
    }
}

fn of_path(kind: &ErrorKind) -> Option<Violation> {
    let (rule, parameter, message) = match kind {
        ErrorKind::ParseErrorAtKey { key, value, expected_type } => {
            ("data", Some(key.clone()), refused(value, expected_type))
        }
        ErrorKind::ParseErrorAtIndex { index, value, expected_type } => {
            ("data", Some(index.to_string()), refused(value, expected_type))
        }
        ErrorKind::ParseError { value, expected_type } => ("data", None, refused(value, expected_type)),
        ErrorKind::DeserializeError { key, .. } => ("data", Some(key.clone()), in_words(&kind.to_string())),
        ErrorKind::Message(message) => ("data", None, in_words(message)),
        ErrorKind::InvalidUtf8InPathParam { key } => ("encoding", Some(key.clone()), kind.to_string()),
        // Mistakes of the service.
        _ => return None,
    };
    let mut pointer = String::new();
    if let Some(parameter) = parameter {
        push(&mut pointer, parameter);
    }
    Some(of_rule(rule, pointer, message))
}

fn refused(value: &str, expected: &str) -> String {
    match words(expected) {
        Some(expected) => format!("`{value}` is not {expected}"),
        None => format!("`{value}` does not have the expected type"),
    }
}

/// The path up to the first part that serde does not know, such as a key that is not a string.
fn pointer_of(path: &serde_path_to_error::Path) -> String {
    let mut pointer = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => push(&mut pointer, index),
            Segment::Map { key } | Segment::Enum { variant: key } => push(&mut pointer, key),
            Segment::Unknown => break,
        }
    }
    pointer
}
