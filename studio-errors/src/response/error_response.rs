//! What a handler returns.

use alloc::borrow::Cow;
use core::error::Error;
use core::fmt;

use crate::code::ErrorInfo;
use crate::error::StudioErrorCode;
use crate::wire::problem;

/// An error on its way to the client: the status, the body, and how long to wait.
///
/// Any coded error that is a [`core::error::Error`] converts with `?`. The conversion is the one place where the error
/// is logged: with the `tracing` feature it emits one event that holds the whole source chain (see [below](#the-event)).
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
/// # Where it goes
///
/// | feature | what |
/// |---|---|
/// | `http` | `http::Response<B>` for every body `B` that is made from `Bytes`, with `From` |
/// | `axum` | axum 0.8's `IntoResponse` |
/// | `actix` | actix-web 4's `ResponseError` and `Responder` |
///
/// A body that is known at compile time stays where it is: it is neither copied nor allocated.
///
/// # What stays inside
///
/// A 5xx body is the published one, whatever the error says of itself: neither its `Display` text nor a source reaches a
/// client, not even from an implementation of [`StudioErrorCode`] written by hand.
///
/// # The event
///
/// `ERROR` for a 5xx, `DEBUG` for a 4xx, target `studio_errors`. The fields are named as the [OpenTelemetry semantic
/// conventions](https://opentelemetry.io/docs/specs/semconv/) name them, where they do: `error.type` is the code,
/// `http.response.status_code` the http, `exception.message` the error's `Display` text; then `name`, `category`, and
/// `sources`, a list of every source from the outermost to the innermost. Texts are quoted and escaped as `Debug` does it,
/// so that what a user sent cannot forge a line of the log.
// The message of a problem is cut out of the body, where it stands escaped already: so there is one text, not two.
#[derive(Clone, Debug)]
#[must_use]
pub struct ErrorResponse {
    info: ErrorInfo,
    body: Cow<'static, str>,
    /// Whole seconds.
    retry_after: Option<u64>,
    format: Format,
    negotiated: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Published,
    Problem,
}

impl ErrorResponse {
    pub(crate) const PUBLISHED: &str = "application/json";
    pub(crate) const PROBLEM: &str = "application/problem+json";

    /// What `error` answers, and the event in the log. `From` does the same; this one also takes a `dyn` error.
    pub fn of<E: StudioErrorCode + Error + ?Sized>(error: &E) -> Self {
        let info = error.info();
        #[cfg(feature = "tracing")]
        crate::response::log_event::emit(info, &error, error.source());
        Self {
            info,
            body: if info.is_internal() { Cow::Borrowed(info.json()) } else { error.to_json() },
            retry_after: error.retry_after().map(|wait| {
                // A client that comes a moment too early has come in vain.
                wait.as_secs().saturating_add(u64::from(wait.subsec_nanos() > 0))
            }),
            format: Format::Published,
            negotiated: false,
        }
    }

    /// The same error as problem details, [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457): `type` is the code under
    /// `base`, `title` the description, `detail` the message, and `code` an extension member.
    ///
    /// The code is appended to `base` after a `/`, or at once where `base` ends in `/` or `#`.
    ///
    /// ```
    /// use studio_errors::ErrorResponse;
    /// use studio_errors::catalog::RenderError;
    ///
    /// let error = ErrorResponse::from(RenderError::JobNotFound).into_problem("https://studio.example/errors");
    /// assert_eq!(error.content_type(), "application/problem+json");
    /// assert_eq!(
    ///     error.body(),
    ///     concat!(
    ///         r#"{"type":"https://studio.example/errors/STUDIO_1500","title":"Render job does not exist","#,
    ///         r#""status":404,"detail":"Render job does not exist","code":"STUDIO_1500"}"#,
    ///     ),
    /// );
    /// ```
    pub fn into_problem(mut self, base: &str) -> Self {
        if self.format == Format::Published {
            self.body = Cow::Owned(problem::render(self.info, &self.body, base));
            self.format = Format::Problem;
        }
        self
    }

    /// [`into_problem`](Self::into_problem) where the request's `Accept` header prefers it to `application/json`, by
    /// [RFC 9110, section 12.5.1](https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1). The published format is the
    /// answer to everything else; either way the response says `vary: accept`.
    ///
    /// Several `Accept` headers are one, joined by commas.
    ///
    /// ```
    /// # #[cfg(feature = "http")] {
    /// use studio_errors::ErrorResponse;
    /// use studio_errors::catalog::RenderError;
    ///
    /// let answer = |accept| ErrorResponse::from(RenderError::JobNotFound).negotiate(accept, "https://studio.example/errors");
    /// assert_eq!(answer("application/problem+json").content_type(), "application/problem+json");
    /// assert_eq!(answer("application/problem+json;q=0.5, */*").content_type(), "application/json");
    /// assert_eq!(answer("*/*").content_type(), "application/json");
    /// # }
    /// ```
    #[cfg(any(feature = "http", feature = "actix"))]
    pub fn negotiate(mut self, accept: &str, base: &str) -> Self {
        self.negotiated = true;
        if crate::response::accept::prefers_problem(accept) { self.into_problem(base) } else { self }
    }

    /// What is known of the code.
    #[must_use]
    pub fn info(&self) -> ErrorInfo {
        self.info
    }

    /// The HTTP status, 400 to 599.
    #[must_use]
    pub fn http(&self) -> u16 {
        self.info.http()
    }

    /// The body.
    #[must_use]
    pub fn body(&self) -> &str {
        &self.body
    }

    /// The body, borrowed where it is known at compile time.
    #[must_use]
    pub fn into_body(self) -> Cow<'static, str> {
        self.body
    }

    /// The `content-type` header.
    #[must_use]
    pub fn content_type(&self) -> &'static str {
        match self.format {
            Format::Published => Self::PUBLISHED,
            Format::Problem => Self::PROBLEM,
        }
    }

    #[cfg(feature = "http")]
    pub(crate) fn is_problem(&self) -> bool {
        self.format == Format::Problem
    }

    /// The `retry-after` header, in whole seconds, rounded up.
    #[must_use]
    pub fn retry_after(&self) -> Option<u64> {
        self.retry_after
    }

    /// The `vary` header: a cache must not give one client the format of another.
    #[must_use]
    pub fn vary(&self) -> Option<&'static str> {
        self.negotiated.then_some("accept")
    }
}

impl<E: StudioErrorCode + Error> From<E> for ErrorResponse {
    fn from(error: E) -> Self {
        Self::of(&error)
    }
}

/// The body.
impl fmt::Display for ErrorResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.body)
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;
    use crate::catalog::QuotaError;

    #[test]
    fn what_is_shown_is_the_body() {
        let error = ErrorResponse::from(QuotaError::InsufficientCredits);
        assert_eq!((format!("{error}"), error.http()), (error.body().into(), 402));
        assert!(error.body().contains("STUDIO_1601"));
        assert!(matches!(error.clone().into_body(), Cow::Borrowed(body) if body == error.info().json()));
        let problem = error.clone().into_problem("https://a.example");
        assert_eq!((error.content_type(), problem.content_type()), ("application/json", "application/problem+json"));
        // A problem is one already.
        assert_eq!(problem.clone().into_problem("https://b.example").body(), problem.body());
        assert_eq!((error.vary(), error.retry_after()), (None, None));
    }
}
