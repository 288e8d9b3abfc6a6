//! The challenge of a catalog.

use crate::text::constant::equal_options;

/// The `WWW-Authenticate` header of a 401: [RFC 9110, section
/// 11.6.1](https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1).
///
/// The key `challenge` of a variant states another one, on any 4xx.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Challenge {
    /// The catalog does not decide. A code with http 401 does not compile, unless it has the key `challenge`.
    Unset,
    /// The value of the header, such as `Bearer` or `Basic realm="acme"`.
    Scheme(&'static str),
    /// A 401 has no `WWW-Authenticate`: the service knowingly departs from the RFC, or something else adds the header.
    Omitted,
}

impl Challenge {
    /// `==` is not available in constants.
    pub(crate) const fn is_same(self, other: Self) -> bool {
        equal_options(self.scheme(), other.scheme()) && matches!(self, Self::Unset) == matches!(other, Self::Unset)
    }

    /// The value of the header.
    #[must_use]
    pub const fn scheme(self) -> Option<&'static str> {
        match self {
            Self::Scheme(scheme) => Some(scheme),
            Self::Unset | Self::Omitted => None,
        }
    }
}
