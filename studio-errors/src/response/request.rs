//! What the layer knows about the request, as the conversions into a response read it.
//!
//! A response is rendered once, in its final form: while the layer runs the service inside it, these facts are in a variable
//! of the thread, so that a conversion does not need to pass the error along with the response.

use std::cell::RefCell;
use std::string::String;
use std::thread_local;

use crate::response::accept;

/// What an error response depends on.
#[derive(Clone, Debug, Default)]
pub(crate) struct RequestFacts {
    /// Whether the client prefers problem details.
    pub(crate) prefers_problem: bool,
    pub(crate) id: Option<String>,
}

thread_local! {
    static CURRENT: RefCell<Option<RequestFacts>> = const { RefCell::new(None) };
}

/// The facts of the request that this thread works on, if a layer is around it.
#[inline]
pub(crate) fn with_current(read: impl FnOnce(&RequestFacts)) {
    // At the end of a thread its variables are gone: no layer is around this code then.
    let _ = CURRENT.try_with(|current| {
        if let Some(facts) = &*current.borrow() {
            read(facts);
        }
    });
}

/// One request in the layer: its facts, and the span that its log events inherit.
#[derive(Debug)]
pub(crate) struct CurrentRequest {
    facts: RequestFacts,
    #[cfg(feature = "tracing")]
    span: tracing::Span,
}

impl CurrentRequest {
    /// Of a request with these `Accept` headers and this request id.
    pub(crate) fn new<'a>(accept: impl Iterator<Item = &'a [u8]>, id: Option<&[u8]>) -> Self {
        let id = id.and_then(|id| core::str::from_utf8(id).ok()).filter(|id| !id.is_empty());
        Self {
            #[cfg(feature = "tracing")]
            span: match id {
                // At the highest level, so that a filter that shows the event shows the span.
                Some(id) => tracing::error_span!(target: "studio_errors", "request", request_id = id),
                None => tracing::Span::none(),
            },
            facts: RequestFacts { prefers_problem: prefers_problem(accept), id: id.map(String::from) },
        }
    }

    /// Runs a part of the service for this request.
    pub(crate) fn run<T>(&mut self, part: impl FnOnce() -> T) -> T {
        #[cfg(feature = "tracing")]
        let _entered = self.span.enter();
        let _installed = Installed::new(&mut self.facts);
        part()
    }
}

/// RFC 9110, section 5.3: several headers are one list.
fn prefers_problem<'a>(accept: impl Iterator<Item = &'a [u8]>) -> bool {
    let mut values = accept.filter_map(|value| core::str::from_utf8(value).ok());
    match (values.next(), values.next()) {
        (None, _) => false,
        (Some(value), None) => accept::prefers_problem(value),
        (Some(first), Some(second)) => {
            let mut list = String::from(first);
            for value in core::iter::once(second).chain(values) {
                list.push(',');
                list.push_str(value);
            }
            accept::prefers_problem(&list)
        }
    }
}

/// The facts are in the variable of the thread until this is dropped, also by a panic; then those of an outer layer are.
struct Installed<'a> {
    facts: &'a mut RequestFacts,
    outer: Option<RequestFacts>,
}

impl<'a> Installed<'a> {
    fn new(facts: &'a mut RequestFacts) -> Self {
        let outer = CURRENT.try_with(|current| current.replace(Some(core::mem::take(facts)))).ok().flatten();
        Self { facts, outer }
    }
}

impl Drop for Installed<'_> {
    fn drop(&mut self) {
        let inner = CURRENT.try_with(|current| current.replace(self.outer.take())).ok().flatten();
        *self.facts = inner.unwrap_or_default();
    }
}
