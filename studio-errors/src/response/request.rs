//! The facts of the request that a response depends on. The layer sets them, and the conversions into a response read them.
//!
//! While the layer runs the inner service, the facts are in a thread-local variable. So a response is rendered only once, in its
//! final form, and the error does not have to be passed to the layer.

use std::cell::RefCell;
use std::string::String;
use std::thread_local;

use crate::response::accept;

/// The facts of a request that an error response depends on.
#[derive(Clone, Debug, Default)]
pub(crate) struct RequestFacts {
    /// Whether the client prefers problem details.
    pub(crate) prefers_problem: bool,
    pub(crate) id: Option<String>,
}

thread_local! {
    static CURRENT: RefCell<Option<RequestFacts>> = const { RefCell::new(None) };
}

/// The facts of the current request of this thread, if there is a layer.
#[inline]
pub(crate) fn with_current(read: impl FnOnce(&RequestFacts)) {
    // While a thread ends, its variables are destroyed. There is no layer then.
    let _ = CURRENT.try_with(|current| {
        if let Some(facts) = &*current.borrow() {
            read(facts);
        }
    });
}

/// A request in the layer: its facts, and the span of its log events.
#[derive(Debug)]
pub(crate) struct CurrentRequest {
    facts: RequestFacts,
    #[cfg(feature = "tracing")]
    span: tracing::Span,
}

impl CurrentRequest {
    /// Creates it from the `Accept` headers and the request id.
    pub(crate) fn new<'a>(accept: impl Iterator<Item = &'a [u8]>, id: Option<&[u8]>) -> Self {
        let id = id.and_then(|id| core::str::from_utf8(id).ok()).filter(|id| !id.is_empty());
        Self {
            #[cfg(feature = "tracing")]
            span: match id {
                // The highest level, so that each filter that shows the event also shows the span.
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

/// Joins several headers with the same name, as RFC 9110, section 5.3, specifies.
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

/// Sets the thread-local variable until it is dropped, also by a panic. Then it restores the facts of the outer layer.
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
