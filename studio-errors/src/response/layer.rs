//! The layer of a service: one format for every error response.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};

use pin_project_lite::pin_project;

use crate::ErrorResponse;
use crate::response::framework::{FrameworkResponse, Rendered, write, write_head};
use crate::response::header::Header;
use crate::response::request::{Format, Installed, RequestFacts, current};
use crate::response::{CodedError, RequestHead, accept};
use crate::text::constant::OF_THE_BODY;

/// One format for every error response of a service: a [`tower::Layer`](https://docs.rs/tower-layer) for axum and any other
/// service of `http` types (feature `http`), and a middleware for actix-web 4 (feature `actix`).
///
/// - The framework creates some error responses itself: for an unknown route, a wrong method, a body over the limit, a
///   timeout or a panic. [`on`](Self::on) replaces those with one status by a coded error of the service.
/// - Clients that prefer `application/problem+json` in the `Accept` header receive problem details ([RFC
///   9457](https://www.rfc-editor.org/rfc/rfc9457)); see [`ErrorResponse::negotiate`]. With
///   [`problem_details`](Self::problem_details), every client does. The member `instance` is the path of the request, as the
///   layer receives it.
/// - [`request_id`](Self::request_id) adds the request id to the body and to every log event of the request.
///
/// ```
/// use axum::{Router, routing::get};
/// use studio_errors::catalog::{GeneralError, RenderError};
/// use studio_errors::response::ErrorLayer;
/// use studio_errors::{ErrorResponse, StudioErrorCode};
/// use tower_http::catch_panic::CatchPanicLayer;
/// use tower_http::request_id::{MakeRequestUuid, SetRequestIdLayer};
///
/// #[derive(Debug, thiserror::Error, StudioErrorCode)]
/// #[error("no such route")]
/// #[studio(category = "general", code = 2010, name = "ROUTE_NOT_FOUND", http = 404, description = "No such route")]
/// struct RouteNotFound;
///
/// async fn job() -> Result<&'static str, ErrorResponse> {
///     Err(RenderError::JobNotFound)?
/// }
///
/// let layer = ErrorLayer::new().on(404, RouteNotFound).on(500, GeneralError::InternalServerError);
/// let app: Router = Router::new()
///     .route("/jobs/7", get(job))
///     // The layer that is added last sees the request first.
///     .layer(CatchPanicLayer::new())
///     .layer(layer.request_id("x-request-id"))
///     .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid));
/// ```
///
/// # Order of layers
///
/// From the outside to the inside:
///
/// 1. the layer that sets the request id, such as tower-http's `SetRequestIdLayer`, and those that do not create error
///    responses, such as `TraceLayer`, `CompressionLayer` and `PropagateRequestIdLayer`;
/// 2. this layer;
/// 3. layers that create error responses: `TimeoutLayer`, `RequestBodyLimitLayer`, and `CatchPanicLayer`;
/// 4. the routes.
///
/// In axum, [`Router::layer`](https://docs.rs/axum/0.8/axum/struct.Router.html#method.layer) puts each layer around those
/// that were added before it, and only around the routes and the fallback that the router has at this point. In actix-web,
/// `App::wrap` does the same. With `tower::ServiceBuilder` the first layer is the outermost.
///
/// # Which responses it changes
///
/// - **A response that this crate rendered** inside the layer (an [`ErrorResponse`], or an error with `#[studio(axum)]` or
///   `#[studio(actix)]`) has its final form from the beginning: the conversion knows the `Accept` header and the request id.
///   The status is that of the code. If a handler returns `(StatusCode::NOT_FOUND, error)`, and the code has http 401, the
///   response is a 401: the http of a code is a published fact, so the status, the member `http` and the reference agree.
/// - **A response that the framework created** is a 4xx or 5xx that has no `content-type`, or the type `text/plain`. If its
///   status has an error, this error replaces it: the status, the body and its headers. Headers that describe the old body
///   (`etag`, `last-modified`, `content-encoding` and other `content-` headers) are removed. All other headers are kept, such
///   as `allow` on a 405, `content-range` on a 416, `retry-after`, `www-authenticate` and `set-cookie`.
/// - **Every other response** is unchanged: a success, a status without an error, HTML, JSON of a handler.
///
/// A plain text that a handler returned is not distinguishable from one of the framework; [`on`](Self::on) replaces both.
///
/// An error response depends on the `Accept` header, so `vary` contains `accept`, also if a handler sets its own `vary`. A
/// response to HEAD has the headers of a response to GET; the server (hyper, actix) sends no body for it.
///
/// # A layer inside another layer
///
/// A layer around a part of the routes inherits what it does not set: the request id, `problem_details`, and the errors of
/// statuses that it does not replace.
///
/// A conversion outside of the layer, for example in a spawned task, has no access to the request. Let the task return the
/// error instead of the response.
#[derive(Clone, Default)]
#[must_use]
pub struct ErrorLayer {
    errors: Vec<(u16, Arc<dyn Fn() -> ErrorResponse + Send + Sync>)>,
    request_id: Option<Cow<'static, str>>,
    problem_details: bool,
    values: Vec<(Cow<'static, str>, ValueOf)>,
}

/// Reads a value from a request.
type ValueOf = Arc<dyn Fn(&RequestHead<'_>) -> Option<String> + Send + Sync>;

impl ErrorLayer {
    /// A layer that replaces no response and adds no request id: it negotiates problem details.
    pub fn new() -> Self {
        Self::default()
    }

    /// Replaces responses of the framework that have this status, 400 to 599, by `error`.
    ///
    /// The response gets the status of `error`. If `on` is called twice with one status, the last error is used. With the
    /// feature `tracing`, each replacement emits the event of `error`.
    pub fn on<E: CodedError + Send + Sync + 'static>(mut self, status: u16, error: E) -> Self {
        self.errors.retain(|(other, _)| *other != status);
        self.errors.push((status, Arc::new(move || ErrorResponse::of(&error))));
        self
    }

    /// Adds the value of this request header as the member `request_id` of each error, and to the log.
    ///
    /// A layer outside of this one sets the header, such as `SetRequestIdLayer` of tower-http with `x-request-id`. That layer
    /// keeps an id that the client sends, so treat the id as text from a client: it is escaped in the body, and quoted in the
    /// log. A request without the header, or with a value that is not UTF-8, has no request id.
    ///
    /// With the feature `tracing`, the request runs in a span `request` with the field `request_id`. The event of the error,
    /// and every other event of the request, is in this span.
    pub fn request_id(mut self, header: impl Into<Cow<'static, str>>) -> Self {
        self.request_id = Some(header.into());
        self
    }

    /// Sends every error as problem details, whatever the `Accept` header of the request prefers.
    ///
    /// The response does not depend on the request then, so it has no `vary`.
    ///
    /// ```
    /// use studio_errors::catalog::RenderError;
    /// use studio_errors::response::ErrorLayer;
    ///
    /// let layer = ErrorLayer::new().on(404, RenderError::JobNotFound).problem_details();
    /// ```
    pub fn problem_details(mut self) -> Self {
        self.problem_details = true;
        self
    }

    /// Supplies a value of each request for error bodies: the placeholder `{request.trace_id}` of
    /// [`Catalog::ENVELOPE`](crate::Catalog::ENVELOPE), and an extension member of problem details. Without a value, bodies lack the
    /// member.
    ///
    /// The function is called once for each request that enters the layer, also if no error follows, because the service consumes the
    /// request. A function that copies one header costs each request two allocations and about 1,100 instructions. If `value` is called
    /// twice with one name, the last function is used. A layer inside another one inherits the values that it does not set.
    ///
    /// ```
    /// use studio_errors::response::{ErrorLayer, RequestHead};
    ///
    /// let layer = ErrorLayer::new()
    ///     .value("trace_id", |request: &RequestHead<'_>| request.header("traceparent").map(str::to_owned))
    ///     .value("path", |request| Some(request.path().to_owned()));
    /// ```
    pub fn value(
        mut self,
        name: impl Into<Cow<'static, str>>,
        value: impl Fn(&RequestHead<'_>) -> Option<String> + Send + Sync + 'static,
    ) -> Self {
        let name = name.into();
        self.values.retain(|(other, _)| *other != name);
        self.values.push((name, Arc::new(value)));
        self
    }

    pub(crate) fn call<F>(self: &Arc<Self>, request: CurrentRequest, service: impl FnOnce() -> F) -> ResponseFuture<F> {
        ResponseFuture { inner: request.run(service), request, layer: Arc::clone(self) }
    }

    /// A request that enters the layer. It inherits what the layer does not set from the layer around it.
    pub(crate) fn request(&self, head: RequestHead<'_>) -> CurrentRequest {
        let outer = current();
        let values = self.values.iter().filter_map(|(name, value)| Some((name.clone(), value(&head)?)));
        let mut values: Vec<_> = values.collect();
        for (name, value) in outer.iter().flat_map(|outer| &outer.values) {
            if !values.iter().any(|(own, _)| own == name) {
                values.push((name.clone(), value.clone()));
            }
        }
        let always_problem = Format { is_problem: true, varies: false };
        let format = if self.problem_details || outer.as_ref().is_some_and(|outer| outer.format == always_problem) {
            always_problem
        } else {
            Format { is_problem: accept::prefers_problem(&head.list("accept")), varies: true }
        };
        let id = self.request_id.as_deref().and_then(|name| head.header(name)).filter(|id| !id.is_empty());
        CurrentRequest {
            #[cfg(feature = "tracing")]
            span: match id {
                // The highest level, so that each filter that shows the event also shows the span.
                Some(id) => tracing::error_span!(target: "studio_errors", "request", request_id = id),
                None => tracing::Span::none(),
            },
            facts: Arc::new(RequestFacts {
                format,
                id: id.map(String::from).or_else(|| outer?.id.clone()),
                path: head.path().into(),
                values,
            }),
        }
    }

    /// Writes the status and the headers of a response that leaves the layer. Returns the error whose body replaces that of the
    /// response, if the framework created the response.
    pub(crate) fn finish(&self, response: &mut impl FrameworkResponse) -> Option<ErrorResponse> {
        if let Some(Rendered { http, varies }) = response.rendered() {
            response.set_status(http);
            if varies {
                write(Header::Vary, response);
            }
            return None;
        }
        let status = response.status();
        if !(400..600).contains(&status) || !response.values("content-type").next().is_none_or(is_plain_text) {
            return None;
        }
        let (_, error) = self.errors.iter().find(|(of, _)| *of == status)?;
        let mut error = error();
        error.set_current_request();
        // The `content-range` of a 416 is the length of what the client asked for: RFC 9110, section 15.5.17.
        for name in OF_THE_BODY.into_iter().filter(|name| (*name, status) != ("content-range", 416)) {
            response.remove(name);
        }
        write_head(&error, response);
        Some(error)
    }
}

impl fmt::Debug for ErrorLayer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorLayer")
            .field("errors", &self.errors.iter().map(|(status, _)| status).collect::<Vec<_>>())
            .field("request_id", &self.request_id)
            .field("problem_details", &self.problem_details)
            .field("values", &self.values.iter().map(|(name, _)| name).collect::<Vec<_>>())
            .finish()
    }
}

/// A request in the layer: its facts, and the span of its log events.
#[derive(Debug)]
pub(crate) struct CurrentRequest {
    facts: Arc<RequestFacts>,
    #[cfg(feature = "tracing")]
    span: tracing::Span,
}

impl CurrentRequest {
    /// Runs a part of the service for this request.
    fn run<T>(&self, part: impl FnOnce() -> T) -> T {
        #[cfg(feature = "tracing")]
        let _entered = self.span.enter();
        let _installed = Installed::new(Arc::clone(&self.facts));
        part()
    }
}

/// A service inside an [`ErrorLayer`].
#[derive(Clone, Debug)]
pub struct ErrorService<S> {
    pub(crate) inner: S,
    pub(crate) layer: Arc<ErrorLayer>,
}

pin_project! {
    /// The future of an [`ErrorService`].
    #[derive(Debug)]
    pub struct ResponseFuture<F> {
        #[pin]
        inner: F,
        request: CurrentRequest,
        layer: Arc<ErrorLayer>,
    }
}

impl<F: Future<Output: Finish>> Future for ResponseFuture<F> {
    type Output = <F::Output as Finish>::Output;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        this.request.run(|| this.inner.poll(context).map(|response| response.finish(this.layer)))
    }
}

/// What a service of a framework returns.
pub trait Finish {
    /// What the service in the layer returns.
    type Output;

    /// The response that leaves the layer.
    fn finish(self, layer: &ErrorLayer) -> Self::Output;
}

/// Whether a content type is `text/plain`, in any case and with any parameters: RFC 9110, section 8.3.1.
fn is_plain_text(content_type: &[u8]) -> bool {
    let name = content_type.split(|byte| *byte == b';').next().unwrap_or_default();
    name.trim_ascii().eq_ignore_ascii_case(b"text/plain")
}
