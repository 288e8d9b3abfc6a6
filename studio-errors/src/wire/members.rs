//! The members of an error body that an error can lack.

use alloc::borrow::Cow;
use alloc::string::String;

/// The members of an error body that an error can lack.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Members<'a> {
    /// A JSON object.
    pub(crate) details: Option<&'a str>,
    pub(crate) request_id: Option<&'a str>,
    /// The values that the service supplies for the request, by name.
    pub(crate) values: &'a [(Cow<'static, str>, String)],
}
