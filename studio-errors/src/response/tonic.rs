//! tonic 0.14: a gRPC status with the rich error model.

mod space;

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Write;
use core::time::Duration;

use ::prost::Message;
use ::tonic::{Code, Status};
use prost_types::Any;
use serde_core::Deserialize;
use serde_json::{Map, Value};
use tonic_types::{BadRequest, ErrorDetail, FieldViolation, Help, RequestInfo, RetryInfo, StatusExt, pb};

use self::space::Space;
use crate::body::{CODE, HTTP};
use crate::response::CodedError;
use crate::wire::{Violation, Violations};
use crate::{ErrorOf, ErrorResponse, WithMessage};

/// The status of the error, with the [rich error model](https://google.aip.dev/193):
///
/// | part of the status | content |
/// |---|---|
/// | code | [`ErrorInfo::grpc`](crate::ErrorInfo::grpc) |
/// | message | the message |
/// | `ErrorInfo` | the name as `reason`, [`Catalog::DOMAIN`](crate::Catalog::DOMAIN) as `domain`; in the metadata, `code`, `http` and each detail as a string |
/// | `RetryInfo` | the time to wait, if there is one |
/// | `RequestInfo` | the request id, if there is one |
/// | `BadRequest` | the [`Violations`] among the details: `field` is the path, such as `items[1].email`, `description` the message, `reason` the rule in upper case |
/// | `Help` | the URL of the code under [`Catalog::DOCS`](crate::Catalog::DOCS), if the catalog has one |
///
/// A detail that is a string is its own text in the metadata; any other is its JSON. The trailers have at most 8 KiB. A detail or a
/// violation that does not fit is omitted as a whole, and a longer message is truncated.
///
/// ```
/// use studio_errors::ErrorResponse;
/// use studio_errors::catalog::RenderError;
/// use tonic_types::StatusExt;
///
/// let status = tonic::Status::from(ErrorResponse::from(RenderError::JobNotFound));
/// assert_eq!((status.code(), status.message()), (tonic::Code::NotFound, "Render job does not exist"));
/// let info = status.get_details_error_info().unwrap();
/// assert_eq!((&*info.reason, &*info.domain), ("JOB_NOT_FOUND", "STUDIO"));
/// assert_eq!((&*info.metadata["code"], &*info.metadata["http"]), ("STUDIO_1500", "404"));
/// ```
impl From<ErrorResponse> for Status {
    fn from(mut error: ErrorResponse) -> Self {
        error.set_current_request();
        let mut space = Space::new();
        let message = space.message(error.message());
        let code = Code::from(error.info().grpc());
        let (info, others) = details(&error, &mut space);
        let mut status =
            pb::Status { code: code.into(), message: message.clone(), details: info.into_iter().collect() }
                .encode_to_vec();
        // A reader merges messages that follow each other. The second one has only details: a zero and an empty text are omitted.
        status.extend_from_slice(Self::with_error_details_vec(Code::Ok, "", others).details());
        Self::with_details(code, message, status.into())
    }
}

impl<E: CodedError> From<WithMessage<E>> for Status
where
    Self: From<E>,
{
    #[track_caller]
    fn from(error: WithMessage<E>) -> Self {
        ErrorResponse::of(&error).into()
    }
}

impl<S> From<ErrorOf<S>> for Status {
    fn from(error: ErrorOf<S>) -> Self {
        ErrorResponse::from(error).into()
    }
}

/// `google.rpc.ErrorInfo`, with its metadata in the order of the names. In a `HashMap`, the bytes of two equal errors differ.
#[derive(Clone, PartialEq, Message)]
struct ErrorInfo {
    #[prost(string, tag = "1")]
    reason: String,
    #[prost(string, tag = "2")]
    domain: String,
    #[prost(btree_map = "string, string", tag = "3")]
    metadata: BTreeMap<String, String>,
}

/// The `ErrorInfo` and the other details of the status. The most important ones reserve their space first.
fn details(error: &ErrorResponse, space: &mut Space) -> (Option<Any>, Vec<ErrorDetail>) {
    let info = error.info();
    let (reason, domain, code) = (info.name(), info.catalog().domain, info.code().as_str());
    let http = info.http().to_string();
    let has_info = space.detail(&[reason, domain]) && space.entry(&[CODE, code]) && space.entry(&[HTTP, &http]);
    let mut details = Vec::new();
    if let Some(seconds) = error.retry_after()
        && space.detail(&[])
    {
        details.push(RetryInfo::new(Some(Duration::from_secs(seconds))).into());
    }
    if let Some(id) = error.request_id()
        && space.detail(&[id])
    {
        details.push(RequestInfo::new(id, "").into());
    }
    if let Some(url) = info.docs() {
        let what = String::from("Reference of ") + code;
        if space.detail(&[&url, &what]) {
            details.push(Help::with_link(what, url).into());
        }
    }
    let (mut metadata, violations) = read(error.details.as_deref());
    let info = has_info.then(|| {
        metadata.retain(|name, text| space.entry(&[name, text]));
        metadata.extend([(CODE, code), (HTTP, &*http)].map(|(name, text)| (name.into(), text.into())));
        let info = ErrorInfo { reason: reason.into(), domain: domain.into(), metadata };
        Any { type_url: tonic_types::ErrorInfo::TYPE_URL.into(), value: info.encode_to_vec() }
    });
    let has_space = space.detail(&[]);
    let mut fields: Vec<_> = violations.into_iter().map(field_violation).collect();
    fields.retain(|field| has_space && space.entry(&[&field.field, &field.description, &field.reason]));
    if !fields.is_empty() {
        details.push(BadRequest::new(fields).into());
    }
    (info, details)
}

/// Each detail that is not `Violations`, as a string, and all violations. Text from an implementation by hand that is not a JSON
/// object has no details.
fn read(json: Option<&str>) -> (BTreeMap<String, String>, Vec<Violation>) {
    let members: Map<String, Value> = json.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default();
    let (mut metadata, mut violations) = (BTreeMap::new(), Vec::new());
    for (name, value) in members {
        match (Violations::deserialize(&value), value) {
            // An empty list can be a list of anything.
            (Ok(Violations(found)), _) if !found.is_empty() => violations.extend(found),
            (_, Value::String(text)) => drop(metadata.insert(name, text)),
            (_, value) => drop(metadata.insert(name, value.to_string())),
        }
    }
    (metadata, violations)
}

/// The reason of a violation is its rule, in the upper case that google.rpc requires.
fn field_violation(violation: Violation) -> FieldViolation {
    let mut field = FieldViolation::new(path(&violation.pointer), violation.message);
    field.reason = violation.rule.unwrap_or_default().to_ascii_uppercase();
    field
}

/// The path of the field at a JSON pointer, as `google.rpc.BadRequest` writes it: `/items/1/email` is `items[1].email`. An index
/// is that of the pointer, from 0. A name that is not an identifier is a string in brackets, `by_name["a.b"]`.
fn path(pointer: &str) -> String {
    let Some(tokens) = pointer.strip_prefix('/') else { return pointer.into() };
    let mut path = String::new();
    for token in tokens.split('/') {
        let name = token.replace("~1", "/").replace("~0", "~");
        // Writing to a `String` cannot fail.
        let _ = if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()) {
            write!(path, "[{name}]")
        } else if is_identifier(&name) {
            write!(path, "{}{name}", if path.is_empty() { "" } else { "." })
        } else {
            write!(path, "[{}]", Value::String(name))
        };
    }
    path
}

fn is_identifier(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}
