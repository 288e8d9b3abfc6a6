//! Reads an error body in the envelope of a catalog.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use core::fmt;

#[cfg(feature = "details")]
use serde_core::Deserialize;

use super::error_body::{ErrorBody, Origin};
use crate::code::envelope::{self, Node, Placeholder, Value, unescape};
use crate::code::{Catalog, CatalogFacts};
use crate::text::constant::MOST_DIGITS;

/// The error of [`ErrorBody::read`]: the body is not an error body of the catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnreadableBody(Reason);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reason {
    /// The position of the error, in bytes.
    Utf8(usize),
    Json {
        at: usize,
        expected: &'static str,
    },
    Missing(&'static str),
    /// A member that is repeated.
    Repeated(&'static str),
    #[cfg(feature = "details")]
    Details,
}

impl fmt::Display for UnreadableBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Reason::Utf8(at) => write!(f, "not UTF-8 at byte {at}"),
            Reason::Json { at, expected } => write!(f, "not JSON at byte {at}: expected {expected}"),
            Reason::Missing(value) => write!(f, "no {value} where the envelope of the catalog has it"),
            Reason::Repeated(name) => write!(f, "the member `{name}` is repeated"),
            #[cfg(feature = "details")]
            Reason::Details => f.write_str("the details have another type"),
        }
    }
}

impl core::error::Error for UnreadableBody {}

impl<'a> ErrorBody<'a> {
    /// Reads a body in the envelope of catalog `C`, with the HTTP status of its response.
    ///
    /// [`Catalog::ENVELOPE`] determines the paths of the values. The members may be in any order, and other members are ignored.
    /// Two fields depend on the envelope:
    ///
    /// | field | is |
    /// |---|---|
    /// | `code` | the code; if the envelope has only the number, the code with this number; if it has only the name, the name; if it has none of them, an empty text |
    /// | `http` | the status in the body; if the body has none, the status of the response |
    ///
    /// [`known`](Self::known) and [`retryable_in`](Self::retryable_in) find the error by each of them. Quotes around a value are
    /// optional.
    ///
    /// ```
    /// use studio_errors::{Catalog, Category, ErrorBody, StudioErrorCode};
    ///
    /// struct Acme;
    ///
    /// impl Catalog for Acme {
    ///     const PREFIX: &'static str = "ACME";
    ///     const CATEGORIES: &'static [Category] = &[Category::new("billing", "Billing", 100..=199)];
    ///     const ENVELOPE: &'static str = r#"{"code":{number},"message":"{message}","details":{details}}"#;
    /// }
    ///
    /// #[derive(Debug, PartialEq, StudioErrorCode)]
    /// #[studio(catalog = Acme, category = "billing")]
    /// enum BillingError {
    ///     /// The card was declined
    ///     #[studio(code = 100, http = 402)]
    ///     CardDeclined,
    /// }
    ///
    /// let body = ErrorBody::read::<Acme>(r#"{"message":"The card was declined","code":100}"#, 402)?;
    /// assert_eq!((&*body.code, &*body.message, body.http), ("ACME_100", "The card was declined", 402));
    /// assert_eq!(body.known(), Some(BillingError::CardDeclined));
    /// # Ok::<(), studio_errors::UnreadableBody>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if the body is not UTF-8 or not JSON, if it is nested more than 128 levels deep, if the message or the
    /// value that identifies the error is missing, or if a member of the envelope is repeated.
    pub fn read<C: Catalog>(json: &'a (impl AsRef<[u8]> + ?Sized), status: u16) -> Result<Self, UnreadableBody> {
        let catalog = const { &CatalogFacts::of::<C>() };
        Found::read(catalog.template(), json.as_ref())?.body(catalog, status)
    }

    /// Like [`read`](Self::read), with details of the type `D`, if there are any.
    ///
    /// # Errors
    ///
    /// Returns an error in the same cases as [`read`](Self::read), and if the details are not a `D`.
    #[cfg(feature = "details")]
    pub fn read_with_details<C: Catalog, D: Deserialize<'a>>(
        json: &'a (impl AsRef<[u8]> + ?Sized),
        status: u16,
    ) -> Result<ErrorBody<'a, D>, UnreadableBody> {
        let catalog = const { &CatalogFacts::of::<C>() };
        let found = Found::read(catalog.template(), json.as_ref())?;
        let details = found.details.map(serde_json::from_str).transpose();
        let details = details.map_err(|_| UnreadableBody(Reason::Details))?;
        Ok(found.body(catalog, status)?.replace_details(details))
    }
}

/// The values of a body. Strings are without quotes.
#[derive(Default)]
pub(super) struct Found<'a> {
    code: Option<&'a str>,
    number: Option<&'a str>,
    name: Option<&'a str>,
    message: Option<&'a str>,
    http: Option<&'a str>,
    request_id: Option<&'a str>,
    /// JSON.
    #[cfg(any(feature = "client", feature = "details"))]
    pub(super) details: Option<&'a str>,
}

impl<'a> Found<'a> {
    pub(super) fn read(template: &'static str, body: &'a [u8]) -> Result<Self, UnreadableBody> {
        let unreadable = |reason| Err(UnreadableBody(reason));
        let body = match core::str::from_utf8(body) {
            Ok(body) => body,
            Err(error) => return unreadable(Reason::Utf8(error.valid_up_to())),
        };
        if let Err((at, expected)) = envelope::check(body) {
            return unreadable(Reason::Json { at, expected });
        }
        let mut found = Self::default();
        found.collect(Node::root(template), Node::root(body)).map_err(UnreadableBody)?;
        Ok(found)
    }

    /// Finds the values of `template`, and what is below it, in `body`.
    fn collect(&mut self, template: Node<'static>, body: Node<'a>) -> Result<(), Reason> {
        match (template.value(), body.plain()) {
            (Value::Placeholder(placeholder), _) => self.set(placeholder, body),
            (Value::Object(template), Value::Object(body)) => {
                for (raw, template) in template.members() {
                    let name = unescape(raw);
                    let mut values = body.members().filter(|(found, _)| unescape(found) == name);
                    let Some((_, value)) = values.next() else { continue };
                    if values.next().is_some() {
                        return Err(Reason::Repeated(raw));
                    }
                    self.collect(template, value)?;
                }
            }
            (Value::Array(template), Value::Array(body)) => {
                for (template, body) in template.zip(body) {
                    self.collect(template, body)?;
                }
            }
            // The template has a constant here, or the body has another structure, so there is no value.
            _ => {}
        }
        Ok(())
    }

    /// The value of a repeated placeholder is the first one in the body.
    fn set(&mut self, placeholder: Placeholder<'_>, value: Node<'a>) {
        #[cfg(any(feature = "client", feature = "details"))]
        if placeholder == Placeholder::Details && value.json() != "null" {
            self.details.get_or_insert(value.json());
        }
        let value = match value.plain() {
            Value::Text(text) => text,
            Value::Other(number) if number.starts_with(|c: char| c == '-' || c.is_ascii_digit()) => number,
            _ => return,
        };
        let place = match placeholder {
            Placeholder::Code => &mut self.code,
            Placeholder::Number => &mut self.number,
            Placeholder::Name(_) => &mut self.name,
            Placeholder::Message => &mut self.message,
            Placeholder::Http => &mut self.http,
            Placeholder::RequestId => &mut self.request_id,
            _ => return,
        };
        place.get_or_insert(value);
    }

    /// Sets the code of the header of the response, if the body has nothing that identifies the error.
    #[cfg(feature = "client")]
    pub(super) fn or_code(mut self, code: Option<&'a str>) -> Result<Self, UnreadableBody> {
        if self.number.is_none() && self.name.is_none() {
            self.code = Some(self.code.or(code).ok_or(UnreadableBody(Reason::Missing("code")))?);
        }
        Ok(self)
    }

    pub(super) fn body(self, catalog: &'static CatalogFacts, status: u16) -> Result<ErrorBody<'a>, UnreadableBody> {
        let missing = |value| UnreadableBody(Reason::Missing(value));
        let (code, origin) = match (self.code, self.number.map(|number| spelled(catalog, number)), self.name) {
            (Some(code), ..) => (unescape(code), Origin::Body),
            (None, Some(code), _) => (Cow::Owned(code.ok_or_else(|| missing("number"))?), Origin::Body),
            (None, None, Some(name)) => (unescape(name), Origin::Named(catalog)),
            // The header of the response has the code.
            (None, None, None) if catalog.envelope.is_some_and(|template| !template.has_code()) => {
                (Cow::Borrowed(""), Origin::Body)
            }
            (None, None, None) => return Err(missing("code")),
        };
        Ok(ErrorBody {
            code,
            message: match self.message {
                Some(message) => unescape(message),
                // The message is only in longer strings.
                None if catalog.envelope.is_some_and(|template| !template.has_whole(Placeholder::Message)) => {
                    Cow::Borrowed("")
                }
                None => return Err(missing("message")),
            },
            http: self.http.and_then(|http| http.parse().ok()).unwrap_or(status),
            details: None,
            request_id: self.request_id.map(unescape),
            retry_after: None,
            origin,
        })
    }
}

/// Returns the code with this number in the format of the catalog, and `None` if it is not a whole number. A number that is too
/// large for a code is unchanged.
fn spelled(catalog: &CatalogFacts, number: &str) -> Option<String> {
    let digits = number.strip_prefix('-').unwrap_or(number);
    let is_whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number: Cow<'_, str> = match number.parse::<i64>() {
        Ok(number) => format!("{number:0width$}", width = catalog.width.min(MOST_DIGITS)).into(),
        Err(_) => number.into(),
    };
    is_whole.then(|| [catalog.prefix, catalog.separator, &number].concat())
}
