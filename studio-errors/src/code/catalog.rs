//! The trait of catalogs.

use super::envelope::{DEFAULT, Template};
use super::{CatalogFacts, Category, Challenge, CodeList, Explanations, Property};
use crate::text::constant::equal;

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
    /// The text before the number of every code: `STUDIO` in `STUDIO_1601`. It may be empty if `SEPARATOR` is empty too. It identifies
    /// the catalog: a set with codes of two catalogs that have one prefix, and different separators or widths, does not compile.
    const PREFIX: &'static str;
    /// The text between the prefix and the number: `_` in `STUDIO_1601`. It has at most four characters: `_`, `-`, `.` and `:`. It
    /// may be empty.
    const SEPARATOR: &'static str = "_";
    /// The minimum number of digits, padded with zeros, at most 19. With a width of 2, number 4 is `HE_04`.
    const WIDTH: usize = 0;
    /// The categories, with their numbers.
    ///
    /// A catalog has negative numbers, such as the `-32700` of JSON-RPC, only if its prefix and separator are empty and it has no
    /// width. JavaScript reads a JSON number beyond 2^53 as a number near it
    /// ([RFC 8259, section 6](https://www.rfc-editor.org/rfc/rfc8259#section-6)), so its clients recognize such a code only by its
    /// text: `{code}` or `"{number}"` in the [`ENVELOPE`](Self::ENVELOPE), and `code` in a reference.
    const CATEGORIES: &'static [Category];
    /// The published codes. Every type that reports one of them must have the same facts.
    const PUBLISHED: CodeList = CodeList::EMPTY;
    /// The explanations of the published codes, such as `<AcmeError as CodeSet>::EXPLANATIONS`. A reference shows them for each type
    /// that reports a published code and does not explain it.
    const EXPLANATIONS: Explanations = Explanations::EMPTY;

    #[doc(hidden)]
    #[must_use]
    fn explanations() -> Explanations {
        Self::EXPLANATIONS
    }
    /// The `WWW-Authenticate` header of a 401, such as `Challenge::Scheme("Bearer")`. Without a decision, a code with http 401 does
    /// not compile.
    const CHALLENGE: Challenge = Challenge::Unset;
    /// The URL of the reference, which has a page for each code. The `type` of problem details ([RFC 9457, section
    /// 3.1.1](https://www.rfc-editor.org/rfc/rfc9457#section-3.1.1)) consists of this URL, a `/` and the code. If the URL ends in
    /// `/` or `#`, no `/` is added. If it is `None`, `type` is `about:blank`.
    const DOCS: Option<&'static str> = None;
    /// The name of a header that every error response has, with the code as its value: `Some("x-error-code")`. Clients read the code
    /// there for a HEAD request, for problem details, and for a body without a code. The name is a token in lower case ([RFC 9110,
    /// section 5.6.2](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2)).
    const CODE_HEADER: Option<&'static str> = None;
    /// The properties that types and variants can state: own constant facts of a code. See [`Property`].
    const PROPERTIES: &'static [Property] = &[];
    /// The `domain` of a gRPC error ([`google.rpc.ErrorInfo`](https://google.aip.dev/193)), such as `"acme.example"`. The default
    /// is the prefix.
    const DOMAIN: &'static str = Self::PREFIX;
    /// The template of the error bodies.
    ///
    /// ```
    /// use studio_errors::{Catalog, Category, StudioErrorCode};
    ///
    /// struct Acme;
    ///
    /// impl Catalog for Acme {
    ///     const PREFIX: &'static str = "";
    ///     const SEPARATOR: &'static str = "";
    ///     const CATEGORIES: &'static [Category] = &[Category::new("billing", "Billing", 100..=199)];
    ///     const ENVELOPE: &'static str = r#"{"type":"{category}","code":{number},"message":"{message}","hint":"{resolution}"}"#;
    /// }
    ///
    /// #[derive(StudioErrorCode)]
    /// #[studio(catalog = Acme, category = "billing")]
    /// enum BillingError {
    ///     /// The card was declined
    ///     #[studio(code = 100, http = 402)]
    ///     CardDeclined,
    /// }
    ///
    /// // The error has no resolution, so the member `hint` is omitted.
    /// assert_eq!(
    ///     BillingError::CardDeclined.to_json(),
    ///     r#"{"type":"billing","code":100,"message":"The card was declined"}"#,
    /// );
    /// ```
    ///
    /// A template is JSON ([RFC 8259](https://www.rfc-editor.org/rfc/rfc8259)) with placeholders for the values of an error:
    ///
    /// | placeholder | value | in quotes | without quotes |
    /// |---|---|---|---|
    /// | `{code}` | the code, such as `STUDIO_1601` | a string | refused |
    /// | `{number}` | the number of the code, such as `1601` | a string | a number |
    /// | `{name}` | the name, such as `INSUFFICIENT_CREDITS` | a string | refused |
    /// | `{category}` | the slug of the category | a string | refused |
    /// | `{message}` | the message | a string | refused |
    /// | `{http}` | the HTTP status | a string | a number |
    /// | `{resolution}` | the resolution, if one is stated | a string | refused |
    /// | `{docs}` | the URL of the code under [`DOCS`](Self::DOCS) | a string | refused |
    /// | `{property.type}` | the property `type`, if the code states it: [`PROPERTIES`](Self::PROPERTIES) | a string | refused |
    /// | `{details}` | the details, if the error has any | refused | an object |
    /// | `{request_id}` | the id of the request, if the service supplies one | a string | refused |
    /// | `{request.trace_id}` | the value `trace_id`, if the service supplies it for the request | a string | refused |
    ///
    /// `{name}` and `{category}` have the styles of [`rename_all`](https://serde.rs/container-attrs.html#rename_all) of serde:
    /// `{name:snake_case}` is `insufficient_credits`.
    ///
    /// A string can contain placeholders: `"https://acme.example/errors#{name:kebab-case}"`. `{{` and `}}` are braces there. Clients
    /// read only values that are a whole string, number or object.
    ///
    /// If the value of a placeholder is absent, its member or array element is omitted, so a template that is a single value contains only
    /// placeholders whose value is always present. The rest of the template is sent as it is, except for white space before a comma. The
    /// name of a member has no escape sequence `\u` or `\/`. A placeholder may be repeated. The template must contain `{message}` or
    /// `{details}`. It must contain one of `{code}`, `{number}` and `{name}` as a whole value, unless the catalog has a
    /// [`CODE_HEADER`](Self::CODE_HEADER). It can have at most 64 values, which include objects, arrays, and the pieces of a string
    /// with placeholders, nested at most 16 levels deep.
    ///
    /// The default is the published format:
    /// `{"error":{"code":"{code}","message":"{message}","http":{http},"details":{details},"request_id":"{request_id}"}}`.
    /// Its bodies are constants, unless a variant has the key `display` or details. A body in another envelope needs an
    /// allocation. Clients read it with `ErrorBody::read` (feature `details`). The template does not apply to problem
    /// details (RFC 9457).
    const ENVELOPE: &'static str = DEFAULT;
}

/// The template of an envelope. `None` if it is the published format, or invalid, which the check of the catalog reports.
const fn template(envelope: &str) -> Option<Template<'_>> {
    // Parsing it in each crate would take rustc as long as two enums.
    if equal(envelope, DEFAULT) {
        return None;
    }
    let (template, mistakes) = Template::parse(envelope);
    if mistakes.all().is_empty() { Some(template) } else { None }
}

/// The catalogs, for generated code. If a type is not a catalog, rustc reports this missing impl once instead of at every use.
pub trait Known {
    /// The catalog itself.
    type Catalog: Catalog;
    /// The facts of the catalog, which are evaluated only once.
    const FACTS: &'static CatalogFacts;
}

impl<C: Catalog> Known for C {
    type Catalog = C;
    const FACTS: &'static CatalogFacts = &CatalogFacts {
        prefix: C::PREFIX,
        separator: C::SEPARATOR,
        width: C::WIDTH,
        categories: C::CATEGORIES,
        challenge: C::CHALLENGE,
        code_header: C::CODE_HEADER,
        properties: C::PROPERTIES,
        docs: C::DOCS,
        envelope: const { &template(C::ENVELOPE) }.as_ref(),
        domain: C::DOMAIN,
        spelling: CatalogFacts::spelling(C::PREFIX, C::SEPARATOR, C::WIDTH),
    };
}
