//! The trait of catalogs.

use super::{CatalogFacts, Category, CodeList};

/// A numbering scheme: the prefix of the codes, the categories with their numbers, and the published codes.
///
/// The compiler checks a catalog when a derive uses it. The prefix is empty, or it begins with a letter and has at most 32
/// characters: `A` to `Z`, digits, and underscores between them. No two categories have the same slug or share a number.
///
/// ```
/// use studio_errors::{Catalog, Category};
///
/// pub struct Acme;
///
/// impl Catalog for Acme {
///     const PREFIX: &'static str = "ACME";
///     const CATEGORIES: &'static [Category] = &[
///         Category::new("billing", "Billing", 1..=99),
///         Category::new("shipping", "Shipping", 100..=999),
///     ];
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a catalog",
    label = "not a `Catalog`",
    note = "implement `Catalog` for `{Self}`: a prefix, and categories with their numbers"
)]
pub trait Catalog {
    /// The text before the number of every code: `STUDIO` in `STUDIO_1601`. It may be empty if `SEPARATOR` is empty too.
    const PREFIX: &'static str;
    /// The text between the prefix and the number: `_` in `STUDIO_1601`. It has at most four characters: `_`, `-`, `.` and `:`. It
    /// may be empty.
    const SEPARATOR: &'static str = "_";
    /// The minimum number of digits, padded with zeros, at most 10. With a width of 2, number 4 is `HE_04`.
    const WIDTH: usize = 0;
    /// The categories, with their numbers.
    const CATEGORIES: &'static [Category];
    /// The published codes. Every type that reports one of them must have the same facts.
    const PUBLISHED: CodeList = CodeList::EMPTY;
    /// The `WWW-Authenticate` header of a 401, such as `Some("Bearer")`: [RFC 9110, section
    /// 11.6.1](https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1), which requires it.
    const CHALLENGE: Option<&'static str> = None;
    /// The URL of the reference, which has a page for each code. The `type` of problem details ([RFC 9457, section
    /// 3.1.1](https://www.rfc-editor.org/rfc/rfc9457#section-3.1.1)) consists of this URL, a `/` and the code. If the URL ends in
    /// `/` or `#`, no `/` is added. If it is `None`, `type` is `about:blank`.
    const DOCS: Option<&'static str> = None;
}

impl CatalogFacts {
    /// The facts of catalog `C`.
    #[must_use]
    pub const fn of<C: Catalog>() -> Self {
        Self {
            prefix: C::PREFIX,
            separator: C::SEPARATOR,
            width: C::WIDTH,
            categories: C::CATEGORIES,
            challenge: C::CHALLENGE,
            docs: C::DOCS,
        }
    }
}
