//! The trait of a catalog.

use super::{CatalogFacts, Category, CodeList};

/// A numbering: the prefix of its codes, its categories with their numbers, and the codes that it publishes.
///
/// A catalog is checked where a derive first uses it: the prefix consists of `A` to `Z`, digits and inner underscores and begins
/// with a letter, or it is empty; it has at most 32 bytes. Each category has a slug and numbers that no other category has.
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
    /// The text between the prefix and the number: `_` in `STUDIO_1601`. At most four of `_`, `-`, `.` and `:`, or nothing.
    const SEPARATOR: &'static str = "_";
    /// The least number of digits of a number, filled up with zeros: with a width of 2, number 4 is `HE_04`. At most 10.
    const WIDTH: usize = 0;
    /// The categories, with the numbers that each owns.
    const CATEGORIES: &'static [Category];
    /// The codes with fixed facts: every type that reports one of them must agree with them.
    const PUBLISHED: CodeList = CodeList::EMPTY;
    /// The `WWW-Authenticate` header of a 401, such as `Some("Bearer")`: [RFC 9110, section
    /// 11.6.1](https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1), which requires it.
    const CHALLENGE: Option<&'static str> = None;
    /// The URL of the reference, under which each code has a page: the `type` of problem details ([RFC 9457, section
    /// 3.1.1](https://www.rfc-editor.org/rfc/rfc9457#section-3.1.1)) is the code after this URL and a `/`, or directly
    /// after it if it ends in `/` or `#`. If it is `None`, `type` is `about:blank`.
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
