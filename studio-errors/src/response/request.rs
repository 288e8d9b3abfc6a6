//! The request that a response depends on. The layer reads it, and the conversions into a response use it.
//!
//! While the layer runs the inner service, its facts are in a thread-local variable. So a response is rendered only once, in its
//! final form, the log event of an error contains the request id, and no error has to be passed to the layer.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

/// The facts of a request that an error response depends on.
#[derive(Debug)]
pub(crate) struct RequestFacts {
    pub(crate) format: Format,
    pub(crate) id: Option<String>,
    pub(crate) path: String,
    /// The values that the service supplies, by name.
    pub(crate) values: Vec<(Cow<'static, str>, String)>,
}

/// The format of an error response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Format {
    /// Problem details, otherwise the error body.
    pub(crate) is_problem: bool,
    /// Whether it depends on the `Accept` header of the request.
    pub(crate) varies: bool,
}

#[cfg(any(feature = "http", feature = "actix"))]
std::thread_local! {
    static CURRENT: core::cell::RefCell<Option<Arc<RequestFacts>>> = const { core::cell::RefCell::new(None) };
}

/// The facts of the current request of this thread. `None` if there is no layer.
#[cfg(any(feature = "http", feature = "actix"))]
#[inline]
pub(crate) fn current() -> Option<Arc<RequestFacts>> {
    // While a thread ends, its variables are destroyed. There is no layer then.
    CURRENT.try_with(|current| current.borrow().clone()).ok().flatten()
}

#[cfg(not(any(feature = "http", feature = "actix")))]
pub(crate) fn current() -> Option<Arc<RequestFacts>> {
    None
}

/// Sets the current request until it is dropped, also by a panic. Then it restores the one of the outer layer.
#[cfg(any(feature = "http", feature = "actix"))]
pub(crate) struct Installed(Option<Arc<RequestFacts>>);

#[cfg(any(feature = "http", feature = "actix"))]
impl Installed {
    pub(crate) fn new(facts: Arc<RequestFacts>) -> Self {
        Self(CURRENT.try_with(|current| current.replace(Some(facts))).ok().flatten())
    }
}

#[cfg(any(feature = "http", feature = "actix"))]
impl Drop for Installed {
    fn drop(&mut self) {
        let _ = CURRENT.try_with(|current| current.replace(self.0.take()));
    }
}
