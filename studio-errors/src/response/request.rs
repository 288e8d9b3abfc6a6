//! The request that a response depends on. The layer reads it, and the conversions into a response use it.
//!
//! While the layer runs the inner service, its facts are in a thread-local variable. So a response is rendered only once, in its
//! final form, the log event of an error contains the request id, and no error has to be passed to the layer.

use alloc::borrow::Cow;
use alloc::sync::Arc;
use std::cell::RefCell;
use std::string::String;
use std::thread_local;
use std::vec::Vec;

use crate::response::accept;

/// The head of a request, for every framework. [`ErrorLayer::value`](super::ErrorLayer::value) reads it.
#[derive(Clone, Copy, Debug)]
pub struct RequestHead<'a>(Head<'a>);

#[derive(Clone, Copy, Debug)]
enum Head<'a> {
    #[cfg(feature = "http")]
    Http { method: &'a str, path: &'a str, headers: &'a ::http::HeaderMap, extensions: &'a ::http::Extensions },
    #[cfg(feature = "actix")]
    Actix(&'a actix_web::dev::ServiceRequest),
}

impl<'a> RequestHead<'a> {
    #[cfg(feature = "http")]
    pub(crate) fn of_http<B>(request: &'a ::http::Request<B>) -> Self {
        Self(Head::Http {
            method: request.method().as_str(),
            path: request.uri().path(),
            headers: request.headers(),
            extensions: request.extensions(),
        })
    }

    #[cfg(feature = "actix")]
    pub(crate) fn of_actix(request: &'a actix_web::dev::ServiceRequest) -> Self {
        Self(Head::Actix(request))
    }

    /// The method, such as `POST`.
    #[must_use]
    pub fn method(&self) -> &'a str {
        match self.0 {
            #[cfg(feature = "http")]
            Head::Http { method, .. } => method,
            #[cfg(feature = "actix")]
            Head::Actix(request) => request.method().as_str(),
        }
    }

    /// The path, as the layer receives it.
    #[must_use]
    pub fn path(&self) -> &'a str {
        match self.0 {
            #[cfg(feature = "http")]
            Head::Http { path, .. } => path,
            #[cfg(feature = "actix")]
            Head::Actix(request) => request.path(),
        }
    }

    /// The first value of a header, if it is UTF-8.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&'a str> {
        let value = match self.0 {
            #[cfg(feature = "http")]
            Head::Http { headers, .. } => headers.get(name)?.as_bytes(),
            #[cfg(feature = "actix")]
            Head::Actix(request) => request.headers().get(name)?.as_bytes(),
        };
        core::str::from_utf8(value).ok()
    }

    /// A value that another layer has added to the extensions of the request.
    #[must_use]
    pub fn extension<T: Clone + Send + Sync + 'static>(&self) -> Option<T> {
        match self.0 {
            #[cfg(feature = "http")]
            Head::Http { extensions, .. } => extensions.get::<T>().cloned(),
            #[cfg(feature = "actix")]
            Head::Actix(request) => {
                use actix_web::HttpMessage;
                request.extensions().get::<T>().cloned()
            }
        }
    }

    /// All values of a header that are UTF-8, as one list: RFC 9110, section 5.3.
    fn list(self, name: &str) -> Cow<'a, str> {
        match self.0 {
            #[cfg(feature = "http")]
            Head::Http { headers, .. } => joined(headers.get_all(name).iter().map(::http::HeaderValue::as_bytes)),
            #[cfg(feature = "actix")]
            Head::Actix(request) => {
                joined(request.headers().get_all(name).map(actix_web::http::header::HeaderValue::as_bytes))
            }
        }
    }
}

fn joined<'a>(values: impl Iterator<Item = &'a [u8]>) -> Cow<'a, str> {
    let mut values = values.filter_map(|value| core::str::from_utf8(value).ok());
    let mut list = Cow::Borrowed(values.next().unwrap_or_default());
    for value in values {
        let list = list.to_mut();
        list.push(',');
        list.push_str(value);
    }
    list
}

/// The facts of a request that an error response depends on.
#[derive(Debug)]
pub(crate) struct RequestFacts {
    pub(crate) format: Negotiated,
    pub(crate) id: Option<String>,
    pub(crate) path: String,
    /// The values that the service supplies, by name.
    pub(crate) values: Vec<(Cow<'static, str>, String)>,
}

/// The format of the error responses of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Negotiated {
    /// The client does not prefer problem details.
    Json,
    /// The client prefers problem details.
    Problem,
    /// Problem details, whatever the client prefers.
    AlwaysProblem,
}

thread_local! {
    static CURRENT: RefCell<Option<Arc<RequestFacts>>> = const { RefCell::new(None) };
}

/// The facts of the current request of this thread. `None` if there is no layer.
#[inline]
pub(crate) fn current() -> Option<Arc<RequestFacts>> {
    // While a thread ends, its variables are destroyed. There is no layer then.
    CURRENT.try_with(|current| current.borrow().clone()).ok().flatten()
}

/// A request in the layer: its facts, and the span of its log events.
#[derive(Debug)]
pub(crate) struct CurrentRequest {
    facts: Arc<RequestFacts>,
    #[cfg(feature = "tracing")]
    span: tracing::Span,
}

impl CurrentRequest {
    /// Reads the request. A layer inherits what it does not set from the layer around it.
    pub(crate) fn new(
        head: RequestHead<'_>,
        problem_details: bool,
        id_header: Option<&str>,
        mut values: Vec<(Cow<'static, str>, String)>,
    ) -> Self {
        let outer = current();
        for (name, value) in outer.iter().flat_map(|outer| &outer.values) {
            if !values.iter().any(|(own, _)| own == name) {
                values.push((name.clone(), value.clone()));
            }
        }
        let id = id_header.and_then(|name| head.header(name)).filter(|id| !id.is_empty());
        let always = problem_details || outer.as_ref().is_some_and(|outer| outer.format == Negotiated::AlwaysProblem);
        let format = if always {
            Negotiated::AlwaysProblem
        } else if accept::prefers_problem(&head.list("accept")) {
            Negotiated::Problem
        } else {
            Negotiated::Json
        };
        Self {
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

    /// Runs a part of the service for this request.
    pub(crate) fn run<T>(&self, part: impl FnOnce() -> T) -> T {
        #[cfg(feature = "tracing")]
        let _entered = self.span.enter();
        let _installed = Installed::new(Arc::clone(&self.facts));
        part()
    }
}

/// Sets the thread-local variable until it is dropped, also by a panic. Then it restores the facts of the outer layer.
struct Installed(Option<Arc<RequestFacts>>);

impl Installed {
    fn new(facts: Arc<RequestFacts>) -> Self {
        Self(CURRENT.try_with(|current| current.replace(Some(facts))).ok().flatten())
    }
}

impl Drop for Installed {
    fn drop(&mut self) {
        let _ = CURRENT.try_with(|current| current.replace(self.0.take()));
    }
}
