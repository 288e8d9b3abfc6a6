//! Reads an error body in the envelope of a catalog.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde_core::de::{MapAccess, Visitor};
use serde_core::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::deserialize::Text;
use super::error_body::{ErrorBody, Origin};
use crate::code::envelope::{Content, Node, Placeholder, Template};
use crate::code::{Catalog, CatalogFacts, Known};
use crate::wire::RawDetails;
use crate::wire::escape::unescape;

/// The members of the error object of JSON-RPC, as an envelope. The number is not read, because every server sends one.
const JSON_RPC: &Template<'_> = &Template::parse(concat!(
    r#"{"message":"{message}","data":{"code":"{code}","http":{http},"details":{details},"#,
    r#""request_id":"{request_id}"}}"#,
))
.0;

impl<'a> ErrorBody<'a, RawDetails> {
    /// Reads a body in the envelope of catalog `C`, with the HTTP status of its response.
    ///
    /// [`Catalog::ENVELOPE`] determines the paths of the values. The members may be in any order, and other members are ignored.
    /// Two fields depend on the envelope:
    ///
    /// | field | value |
    /// |---|---|
    /// | `code` | the code; if the envelope has only the number, the code with this number; if it has only the name, the name; if it has none of them, an empty text |
    /// | `http` | the status in the body; if the body has none, the status of the response |
    ///
    /// [`known`](Self::known) and [`retryable_in`](Self::retryable_in) find the error by each of them. Quotes around a value are
    /// optional.
    ///
    /// ```
    /// use studio_errors::catalog::QuotaError;
    /// use studio_errors::{ErrorBody, Studio};
    ///
    /// let json = r#"{"error":{"message":"no credits","code":"STUDIO_1601","details":{"have":3}}}"#;
    /// let body = ErrorBody::read::<Studio>(json, 402)?;
    /// assert_eq!((body.known(), body.http), (Some(QuotaError::InsufficientCredits), 402));
    /// assert_eq!(body.details.unwrap().as_json(), r#"{"have":3}"#);
    /// # Ok::<(), studio_errors::UnreadableBody>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if the body is not JSON, if the message or the value that identifies the error is missing, or if a member of
    /// the envelope is repeated.
    pub fn read<C: Catalog>(json: &'a (impl AsRef<[u8]> + ?Sized), status: u16) -> Result<Self, UnreadableBody> {
        let catalog = C::FACTS;
        Found::read(catalog.template(), json.as_ref())?.complete(catalog, status)
    }

    /// Reads the error object of a JSON-RPC response. [`JsonRpcError`](crate::JsonRpcError) and the error types of jsonrpsee and rmcp
    /// serialize as this object.
    ///
    /// ```
    /// use studio_errors::ErrorBody;
    /// use studio_errors::catalog::{RenderError, StudioError};
    ///
    /// let json = r#"{"code":1500,"message":"no such job","data":{"code":"STUDIO_1500","http":404}}"#;
    /// let error = ErrorBody::from_json_rpc(json)?;
    /// assert_eq!(error.known(), Some(StudioError::Render(RenderError::JobNotFound)));
    /// assert_eq!((&*error.message, error.http), ("no such job", 404));
    ///
    /// // An error of the server itself.
    /// let json = r#"{"code":-32601,"message":"Method not found"}"#;
    /// assert!(ErrorBody::from_json_rpc(json).is_err());
    /// # Ok::<(), studio_errors::UnreadableBody>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if the text is not JSON, or if the code in `data` or the message is missing: the server does not use this
    /// crate, or it refused the call before the method ran.
    pub fn from_json_rpc(object: &'a (impl AsRef<[u8]> + ?Sized)) -> Result<Self, UnreadableBody> {
        Found::read(JSON_RPC, object.as_ref())?.complete(CatalogFacts::NONE, 500)
    }
}

/// The error of [`ErrorBody::read`](crate::ErrorBody::read): the body is not an error body of the catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadableBody(Reason);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Reason {
    /// The error of the parser.
    Json(String),
    Missing(&'static str),
    /// A member that is repeated.
    Repeated(&'static str),
}

impl fmt::Display for UnreadableBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Reason::Json(error) => write!(f, "not JSON: {error}"),
            Reason::Missing(value) => write!(f, "no {value} where the envelope of the catalog has it"),
            Reason::Repeated(name) => write!(f, "the member `{name}` is repeated"),
        }
    }
}

impl core::error::Error for UnreadableBody {}

/// The values that a body contains.
#[derive(Default)]
pub(super) struct Found<'a> {
    code: Option<Cow<'a, str>>,
    number: Option<Cow<'a, str>>,
    name: Option<Cow<'a, str>>,
    message: Option<Cow<'a, str>>,
    http: Option<Cow<'a, str>>,
    request_id: Option<Cow<'a, str>>,
    details: Option<&'a RawValue>,
}

impl<'a> Found<'a> {
    pub(super) fn read(template: &'static Template<'static>, body: &'a [u8]) -> Result<Self, UnreadableBody> {
        let body = serde_json::from_slice(body).map_err(|error| UnreadableBody(Reason::Json(error.to_string())))?;
        let mut found = Self::default();
        found.collect(template.root(), body)?;
        Ok(found)
    }

    /// Finds the values of a part of the template. A body with another structure has no value here.
    fn collect(&mut self, node: Node<'static>, json: &'a RawValue) -> Result<(), UnreadableBody> {
        match node.content() {
            Content::Object(_) => {
                let Members(members) = serde_json::from_str(json.get()).unwrap_or_default();
                for child in node.children() {
                    let name = unescape(child.name());
                    let mut values = members.iter().filter(|(found, _)| *found == name);
                    if let Some((_, value)) = values.next() {
                        self.collect(child, value)?;
                    }
                    if values.next().is_some() {
                        return Err(UnreadableBody(Reason::Repeated(child.name())));
                    }
                }
            }
            Content::Array(_) => {
                let elements: Vec<&RawValue> = serde_json::from_str(json.get()).unwrap_or_default();
                for (child, element) in node.children().zip(elements) {
                    self.collect(child, element)?;
                }
            }
            Content::Placeholder(placeholder, _) => self.set(placeholder, json),
            Content::Text | Content::Constant(_) => {}
        }
        Ok(())
    }

    /// The value of a repeated placeholder is the first one in the template.
    fn set(&mut self, placeholder: Placeholder<'_>, json: &'a RawValue) {
        let place = match placeholder {
            Placeholder::Code => &mut self.code,
            Placeholder::Number => &mut self.number,
            Placeholder::Name(_) => &mut self.name,
            Placeholder::Message => &mut self.message,
            Placeholder::Http => &mut self.http,
            Placeholder::RequestId => &mut self.request_id,
            Placeholder::Details if json.get() != "null" => {
                self.details.get_or_insert(json);
                return;
            }
            _ => return,
        };
        if place.is_none() {
            *place = text(json);
        }
    }

    /// Sets the code of the header of the response, if the body has neither the code nor its number. Several codes can have one name.
    #[cfg(feature = "client")]
    pub(super) fn or_code(mut self, code: Option<&'a str>) -> Result<Self, UnreadableBody> {
        if self.number.is_none() {
            self.code = self.code.or(code.map(Cow::Borrowed));
        }
        match (&self.code, &self.number, &self.name) {
            (None, None, None) => Err(UnreadableBody(Reason::Missing("code"))),
            _ => Ok(self),
        }
    }

    /// Supplies the values that the body does not contain. `status` is that of the response.
    pub(super) fn complete(
        self,
        catalog: &'static CatalogFacts,
        status: u16,
    ) -> Result<ErrorBody<'a, RawDetails>, UnreadableBody> {
        let missing = |value| UnreadableBody(Reason::Missing(value));
        let template = catalog.template();
        let mut origin = Origin::Members;
        let code = match (self.code, self.number, self.name) {
            (Some(code), ..) => code,
            (None, Some(number), _) => catalog.spelled(number_of(&number).ok_or(missing("number"))?).into(),
            (None, None, Some(name)) => {
                origin = Origin::Name(catalog);
                name
            }
            // The header of the response has the code.
            (None, None, None) if template.key().is_none() => "".into(),
            (None, None, None) => return Err(missing("code")),
        };
        let message = match self.message {
            Some(message) => message,
            // The message is only in longer strings.
            None if !template.has_whole(Placeholder::Message) => "".into(),
            None => return Err(missing("message")),
        };
        let http = self.http.and_then(|http| number_of(&http)?.try_into().ok()).unwrap_or(status);
        let details = self.details.map(RawDetails::new);
        Ok(ErrorBody { code, message, http, details, request_id: self.request_id, retry_after: None, origin })
    }
}

/// A string or a number: quotes are optional.
fn text(json: &RawValue) -> Option<Cow<'_, str>> {
    match json.get().as_bytes().first()? {
        b'"' => serde_json::from_str::<Text<'_>>(json.get()).ok().map(|Text(text)| text),
        b'-' | b'0'..=b'9' => Some(json.get().into()),
        _ => None,
    }
}

/// The number that a body writes as this text.
fn number_of(text: &str) -> Option<i64> {
    CatalogFacts { separator: "", ..*CatalogFacts::NONE }.number_of(text)
}

/// The members of an object, with repeated ones.
#[derive(Default)]
struct Members<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Self::default())
    }
}

impl<'de: 'a, 'a> Visitor<'de> for Members<'a> {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'de>>(mut self, mut members: M) -> Result<Self, M::Error> {
        while let Some((Text(name), value)) = members.next_entry()? {
            self.0.push((name, value));
        }
        Ok(self)
    }
}
