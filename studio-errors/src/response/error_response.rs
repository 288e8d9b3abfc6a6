//! The error type of handlers.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use crate::code::ErrorInfo;
use crate::error::Public;
use crate::response::CodedError;
use crate::response::header::Header;
use crate::response::request::{Format, RequestFacts, current};
use crate::text::constant::is_header_value;
use crate::wire::envelope::Members;
use crate::wire::{JsonRpcData, JsonRpcError, RawDetails, json, problem};

/// An error response: the status, the body and the headers of the error.
///
/// Any coded error that is a [`core::error::Error`] converts with `?`. The conversion logs and counts the error: with the
/// `tracing` feature, it emits one event that contains all sources (see [below](#the-event)); with the `metrics` feature, it
/// increments [a counter](#the-counter).
///
/// ```
/// use studio_errors::ErrorResponse;
/// use studio_errors::catalog::QuotaError;
///
/// fn spend(credits: u32) -> Result<u32, QuotaError> {
///     credits.checked_sub(1).ok_or(QuotaError::InsufficientCredits)
/// }
///
/// fn handler() -> Result<&'static str, ErrorResponse> {
///     spend(0)?;
///     Ok("spent")
/// }
///
/// let error = handler().unwrap_err();
/// assert_eq!(error.http(), 402);
/// assert_eq!(error.content_type(), "application/json");
/// assert_eq!(
///     error.body(),
///     r#"{"error":{"code":"STUDIO_1601","message":"Insufficient AI credits in wallet for this generation","http":402}}"#,
/// );
/// ```
///
/// # Conversions into responses
///
/// | feature | type |
/// |---|---|
/// | `http` | `http::Response<B>` for every body `B: From<Bytes>`, with `From` |
/// | `axum` | axum 0.8's `IntoResponse` |
/// | `actix` | actix-web 4's `ResponseError` and `Responder` |
/// | `tonic` | tonic 0.14's `Status`, with `From` |
///
/// The conversion renders the body. Inside an `ErrorLayer`, the format depends on the `Accept` header of the request. A body
/// that is a constant is neither copied nor allocated.
///
/// # Headers
///
/// The response has a `content-type`. If the error has a time to wait, it has a `retry-after`. A 401 has a `www-authenticate`
/// with the challenge of the code or of the catalog ([`Catalog::CHALLENGE`](crate::Catalog::CHALLENGE)). If the catalog has a
/// [`CODE_HEADER`](crate::Catalog::CODE_HEADER), the response has it. If the format depends on the
/// request, the response has a `vary`.
///
/// # Internal errors
///
/// An error is internal if its http is a 5xx, or if its gRPC code is `INTERNAL`, `UNKNOWN` or `DATA_LOSS`. On every transport, its
/// message is the published one: neither the `Display` text of the error, nor a detail, nor a source reaches
/// a client, not even from an implementation of [`StudioErrorCode`](crate::StudioErrorCode) written by hand. The body is rendered from
/// [`info`](crate::StudioErrorCode::info), [`message`](crate::StudioErrorCode::message) and
/// [`details_json`](crate::StudioErrorCode::details_json), whatever [`message`](crate::StudioErrorCode::message) and
/// [`to_json`](crate::StudioErrorCode::to_json) return.
///
/// # The event
///
/// The target is the module of the type that has the code, unless the type states another with the key
/// [`target`](derive@crate::StudioErrorCode#target). So a filter for the modules of a service applies to its errors. The level is
/// that of the code ([`ErrorInfo::level`]): by default `ERROR` for a 5xx and `DEBUG` for a 4xx. Names of fields follow the
/// [OpenTelemetry semantic conventions](https://opentelemetry.io/docs/specs/semconv/):
///
/// | field | value |
/// |---|---|
/// | `message` | the description |
/// | `error.type` | the code |
/// | `http.response.status_code` | the http |
/// | `name`, `category` | the name and the slug of the category |
/// | `exception.message` | the `Display` text of the error, if it is not the description |
/// | `sources` | the text of each source, one on each line, the innermost last, of at most 64 sources |
/// | `exception.stacktrace` | for an internal error, its `Debug` text, which contains its backtrace if it has one; at most 8 KiB |
/// | `request_id` | the id of the request, inside an `ErrorLayer` |
/// | `code.file.path`, `code.line.number` | where the error was converted: the `?`, or the call of `from`, `into` or [`of`](Self::of) |
///
/// A field without a value is absent. No text is written twice: a source is omitted if the text before it ends with its text, as
/// the text of a transparent error does.
///
/// The place of the conversion is absent if it is not in the code of the user: `map_err(Into::into)` converts in the standard
/// library, and `#[studio(axum)]`, `#[studio(actix)]` and `ErrorLayer::on` convert in this crate. Write
/// `map_err(|error| error.into())`, or `?`.
///
/// The values are strings and numbers. A formatter that writes lines quotes and escapes strings, so text from a client cannot
/// forge a line of the log. In `sources` and `exception.stacktrace`, control characters of each text are replaced, so it cannot
/// forge a source.
///
/// A program without a subscriber of `tracing` that enables its feature `log` receives a record with the target
/// `studio_errors`, the code, the description and the `Display` text. With a subscriber, `log` receives nothing.
///
/// # The counter
///
/// The counter `error_responses_total` of the crate [`metrics`](https://docs.rs/metrics/0.24) has the labels `code`, `category` and
/// `http`. All three are facts of the code, and no label contains text from a request or an error. So a process has at most
/// one time series for each code that it can report. The recorder that the program installs decides where the counter goes.
#[derive(Clone, Debug)]
#[must_use]
pub struct ErrorResponse {
    info: ErrorInfo,
    /// `None` if the message is the description.
    message: Option<String>,
    /// A JSON object.
    pub(crate) details: Option<String>,
    request_id: Option<Cow<'static, str>>,
    /// The request in the layer.
    request: Option<Arc<RequestFacts>>,
    /// Whole seconds.
    retry_after: Option<u64>,
    /// `None` is the format of the request, and without a layer the error body.
    format: Option<Format>,
    /// Whether the set of the operation lists the code. As a field of `ErrorOf`, it would add eight bytes.
    pub(crate) is_declared: bool,
}

impl ErrorResponse {
    /// Creates the response of `error`, emits the log event, and increments the counter. It does the same as `From`, and accepts
    /// a `dyn` error too.
    #[track_caller]
    pub fn of<E: CodedError + ?Sized>(error: &E) -> Self {
        let Public { info, message, details } = Public::of(error);
        #[cfg(feature = "tracing")]
        crate::response::log_event::emit(info, &error, core::panic::Location::caller());
        #[cfg(feature = "metrics")]
        crate::response::counter::count(info);
        Self {
            info,
            message: message.map(Cow::into_owned),
            details,
            request_id: None,
            request: None,
            retry_after: error.retry_after().map(|wait| {
                // Rounded up: a client that waits too short a time fails again.
                wait.as_secs().saturating_add(u64::from(wait.subsec_nanos() > 0))
            }),
            format: None,
            is_declared: true,
        }
    }

    /// Adds the member `request_id`, for a service without an `ErrorLayer`.
    ///
    /// ```
    /// use studio_errors::ErrorResponse;
    /// use studio_errors::catalog::RenderError;
    ///
    /// let error = ErrorResponse::from(RenderError::JobNotFound).with_request_id("01J");
    /// assert_eq!(
    ///     error.body(),
    ///     r#"{"error":{"code":"STUDIO_1500","message":"Render job does not exist","http":404,"request_id":"01J"}}"#,
    /// );
    /// ```
    pub fn with_request_id(mut self, id: impl Into<Cow<'static, str>>) -> Self {
        self.request_id = Some(id.into());
        self
    }

    /// The same error as problem details, [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457).
    ///
    /// `type` is the code under [`Catalog::DOCS`](crate::Catalog::DOCS), and `title` is the description. If the catalog has no
    /// such URL, `type` is `about:blank` and `title` the phrase of the status. `detail` is the message. Inside an `ErrorLayer`,
    /// `instance` is the path of the request. `code`, `details` and `request_id` are extension members.
    ///
    /// ```
    /// use studio_errors::ErrorResponse;
    /// use studio_errors::catalog::RenderError;
    ///
    /// let error = ErrorResponse::from(RenderError::JobNotFound).into_problem();
    /// assert_eq!(error.content_type(), "application/problem+json");
    /// assert_eq!(
    ///     error.body(),
    ///     concat!(
    ///         r#"{"type":"about:blank","title":"Not Found","status":404,"#,
    ///         r#""detail":"Render job does not exist","code":"STUDIO_1500"}"#,
    ///     ),
    /// );
    /// ```
    #[cfg(any(feature = "http", feature = "actix"))]
    pub fn into_problem(mut self) -> Self {
        self.format = Some(Format { is_problem: true, varies: false });
        self
    }

    /// [`into_problem`](Self::into_problem) if the request's `Accept` header prefers it to `application/json`, by
    /// [RFC 9110, section 12.5.1](https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1); every other request receives the
    /// error body. In both cases the response has `vary: accept`. An `ErrorLayer` does this for the whole service.
    ///
    /// Several `Accept` headers are one, joined by commas.
    ///
    /// ```
    /// use studio_errors::ErrorResponse;
    /// use studio_errors::catalog::RenderError;
    ///
    /// let content_type = |accept| ErrorResponse::from(RenderError::JobNotFound).negotiate(accept).content_type();
    /// assert_eq!(content_type("application/problem+json"), "application/problem+json");
    /// assert_eq!(content_type("application/problem+json;q=0.5, */*"), "application/json");
    /// assert_eq!(content_type("*/*"), "application/json");
    /// ```
    #[cfg(any(feature = "http", feature = "actix"))]
    pub fn negotiate(mut self, accept: &str) -> Self {
        self.format = Some(Format { is_problem: crate::response::accept::prefers_problem(accept), varies: true });
        self
    }

    /// The error object of [JSON-RPC 2.0](https://www.jsonrpc.org/specification#error_object), for a server of any framework.
    ///
    /// `code` is the number of the code, or -32000 if the number is not an `i32`. `data` is an object with the members `code` (the
    /// text), `http`, `details` (feature `details`) and `request_id`; absent ones are omitted, as in the error body. An
    /// [internal error](#internal-errors) shows no more than in the error body. Nothing is logged again.
    ///
    /// ```
    /// use studio_errors::ErrorResponse;
    /// use studio_errors::catalog::RenderError;
    ///
    /// let error = ErrorResponse::from(RenderError::JobNotFound).with_request_id("01J").to_json_rpc();
    /// assert_eq!(
    ///     serde_json::to_string(&error)?,
    ///     concat!(
    ///         r#"{"code":1500,"message":"Render job does not exist","#,
    ///         r#""data":{"code":"STUDIO_1500","http":404,"request_id":"01J"}}"#,
    ///     ),
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn to_json_rpc(&self) -> JsonRpcError {
        let mut error = self.clone();
        error.set_current_request();
        let request_id = error.request_id().map(|id| Cow::Owned(id.into()));
        let (code, http) = (error.info.code(), error.http());
        JsonRpcError {
            code: code.number().try_into().unwrap_or(JsonRpcError::SERVER_ERROR),
            message: error.message.map_or(Cow::Borrowed(error.info.description()), Cow::Owned),
            // Text from an implementation by hand that is not JSON is omitted.
            data: JsonRpcData { code, http, details: error.details.and_then(RawDetails::from_json), request_id },
        }
    }

    /// Adds the facts of the request from the layer, if there is one. They do not replace what the handler has set.
    #[inline]
    pub(crate) fn set_current_request(&mut self) {
        if let Some(request) = current() {
            self.format.get_or_insert(request.format);
            self.request = Some(request);
        }
    }

    /// The facts of the code.
    #[must_use]
    pub fn info(&self) -> ErrorInfo {
        self.info
    }

    /// The HTTP status, 400 to 599.
    #[inline]
    #[must_use]
    pub fn http(&self) -> u16 {
        self.info.http()
    }

    /// The body. It is borrowed if it is a constant.
    #[must_use]
    pub fn body(&self) -> Cow<'static, str> {
        let request = self.request.as_ref();
        let members = Members {
            details: self.details.as_deref(),
            request_id: self.request_id(),
            values: request.map_or(&[], |request| &request.values),
        };
        if !self.is_problem() {
            return json::body(self.info, self.message.as_deref(), &members);
        }
        let phrase = crate::response::phrase(self.http());
        Cow::Owned(problem::render(self.info, phrase, self.message(), request.map(|request| &*request.path), &members))
    }

    /// The message of the error. For an [internal error](#internal-errors), it is the description of the code.
    #[must_use]
    pub fn message(&self) -> &str {
        self.message.as_deref().unwrap_or(self.info.description())
    }

    /// The id from the handler, otherwise that of the layer.
    #[inline]
    pub(crate) fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref().or_else(|| self.request.as_ref()?.id.as_deref())
    }

    fn is_problem(&self) -> bool {
        self.format.is_some_and(|format| format.is_problem)
    }

    /// The `content-type` header.
    #[inline]
    #[must_use]
    pub fn content_type(&self) -> &'static str {
        if self.is_problem() { Header::PROBLEM } else { Header::JSON }
    }

    #[cfg(any(feature = "http", feature = "actix"))]
    #[inline]
    pub(crate) fn is_in_layer(&self) -> bool {
        self.request.is_some()
    }

    /// All headers of the response, for a framework without a feature. The names are in lower case.
    ///
    /// ```
    /// use studio_errors::ErrorResponse;
    /// use studio_errors::catalog::AuthenticationError;
    ///
    /// let error = ErrorResponse::from(AuthenticationError::Unauthorized);
    /// let headers: Vec<_> = error.headers().collect();
    /// assert_eq!(headers, [("content-type", "application/json".into()), ("www-authenticate", "Bearer".into())]);
    /// ```
    pub fn headers(&self) -> impl Iterator<Item = (&'static str, Cow<'static, str>)> {
        let mut headers = Vec::new();
        self.for_each_header(|header| headers.push((header.name(), header.value())));
        headers.into_iter()
    }

    /// All headers. A closure is faster than an iterator, because each header is a constant where it is written.
    #[inline]
    pub(crate) fn for_each_header(&self, mut write: impl FnMut(Header)) {
        write(if self.is_problem() { Header::Problem } else { Header::Json });
        if let Some(seconds) = self.retry_after {
            write(Header::RetryAfter(seconds));
        }
        if let Some(challenge) = self.challenge() {
            write(Header::Challenge(challenge));
        }
        if self.vary().is_some() {
            write(Header::Vary);
        }
        if let Some((name, code)) = self.code_header() {
            write(Header::Code(name, code));
        }
    }

    /// The `retry-after` header, in whole seconds, rounded up.
    #[must_use]
    pub fn retry_after(&self) -> Option<u64> {
        self.retry_after
    }

    /// The `vary` header, so that a cache does not give a client the format of another client.
    #[inline]
    #[must_use]
    pub fn vary(&self) -> Option<&'static str> {
        self.format.filter(|format| format.varies).map(|_| Header::ACCEPT)
    }

    /// The `www-authenticate` header ([RFC 9110, section 11.6.1](https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1)): the key
    /// `challenge` of the code, and for a 401 without it [`Catalog::CHALLENGE`](crate::Catalog::CHALLENGE).
    #[inline]
    #[must_use]
    pub fn challenge(&self) -> Option<&'static str> {
        // The compile-time check refuses an invalid challenge. A header must be valid even if the check did not run.
        self.info.challenge().filter(|challenge| is_header_value(challenge))
    }

    /// The header that contains the code, and the code: [`Catalog::CODE_HEADER`](crate::Catalog::CODE_HEADER).
    #[must_use]
    pub fn code_header(&self) -> Option<(&'static str, &'static str)> {
        Some((self.info.catalog().code_header?, self.info.code().as_str()))
    }
}

impl<E: CodedError> From<E> for ErrorResponse {
    #[track_caller]
    fn from(error: E) -> Self {
        Self::of(&error)
    }
}

/// The body.
impl fmt::Display for ErrorResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.body())
    }
}
