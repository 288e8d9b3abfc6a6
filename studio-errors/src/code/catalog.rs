//! The trait of a catalog: its prefix, its categories and its published codes.

use super::{Category, CodeList};

/// A numbering: the prefix of its codes, its categories with their ranges, and what it has published.
///
/// A catalog is checked where a derive first uses it: the prefix is `A` to `Z`, digits and inner underscores, beginning
/// with a letter, 32 bytes at the most; every category has a slug of its own and a range of its own, not empty, not reversed and above 0.
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
    /// What every code begins with: `STUDIO` in `STUDIO_1601`.
    const PREFIX: &'static str;
    /// The categories, with the numbers that each owns.
    const CATEGORIES: &'static [Category];
    /// The codes whose facts are fixed: whoever reports one of them must agree with it.
    const PUBLISHED: CodeList = CodeList::EMPTY;
    /// The `WWW-Authenticate` header of a 401, such as `Some("Bearer")`: [RFC 9110, section
    /// 11.6.1](https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1), which requires it.
    const CHALLENGE: Option<&'static str> = None;
    /// The URL of the reference, under which each code has a page: the `type` of problem details ([RFC 9457, section
    /// 3.1.1](https://www.rfc-editor.org/rfc/rfc9457#section-3.1.1)) is the code after this URL and a `/`, or directly
    /// after it if it ends in `/` or `#`. If it is `None`, `type` is `about:blank`.
    const DOCS: Option<&'static str> = None;
}
