//! Reads an error body in the envelope of a catalog.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
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
        let template = catalog.template();
        // If the envelope has no code, the header of the response has it.
        let code = template.key().is_none().then_some("");
        Found::read(template, json.as_ref())?.complete(catalog, code, status)
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
        Found::read(JSON_RPC, object.as_ref())?.complete(CatalogFacts::NONE, None, 500)
    }
}

/// The error of [`ErrorBody::read`](crate::ErrorBody::read): the body is not an error body of the catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadableBody(String);

impl fmt::Display for UnreadableBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl core::error::Error for UnreadableBody {}

/// The values that a body contains, in the order of the template.
#[derive(Default)]
pub(super) struct Found<'a>(Vec<(Placeholder<'static>, &'a RawValue)>);

impl<'a> Found<'a> {
    pub(super) fn read(template: &'static Template<'static>, body: &'a [u8]) -> Result<Self, UnreadableBody> {
        let body = serde_json::from_slice(body).map_err(|error| UnreadableBody(format!("not JSON: {error}")))?;
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
                        return Err(UnreadableBody(format!("the member `{}` is repeated", child.name())));
                    }
                }
            }
            Content::Array(_) => {
                let elements: Vec<&RawValue> = serde_json::from_str(json.get()).unwrap_or_default();
                for (child, element) in node.children().zip(elements) {
                    self.collect(child, element)?;
                }
            }
            Content::Placeholder(placeholder, _) => self.0.push((placeholder, json)),
            Content::Text | Content::Constant(_) => {}
        }
        Ok(())
    }

    /// The first value of a placeholder that is a text.
    fn text(&self, is_it: impl Fn(&Placeholder<'_>) -> bool) -> Option<Cow<'a, str>> {
        self.0.iter().filter(|(placeholder, _)| is_it(placeholder)).find_map(|(_, json)| text(json))
    }

    /// Supplies the values that the body does not contain: `code` if it has neither the code nor its number, because several codes can
    /// have one name, and `status`, which is that of the response.
    pub(super) fn complete(
        &self,
        catalog: &'static CatalogFacts,
        code: Option<&'a str>,
        status: u16,
    ) -> Result<ErrorBody<'a, RawDetails>, UnreadableBody> {
        let missing = |value| UnreadableBody(format!("no {value} where the envelope of the catalog has it"));
        let text = |placeholder| self.text(|found| *found == placeholder);
        let mut origin = Origin::Members;
        let code = if let Some(code) = text(Placeholder::Code) {
            code
        } else if let Some(number) = text(Placeholder::Number) {
            catalog.spelled(number_of(&number).ok_or_else(|| missing("number"))?).into()
        } else if let Some(code) = code {
            code.into()
        } else {
            origin = Origin::Name(catalog);
            self.text(|found| matches!(found, Placeholder::Name(_))).ok_or_else(|| missing("code"))?
        };
        let message = match text(Placeholder::Message) {
            Some(message) => message,
            // The message is only in longer strings.
            None if !catalog.template().has_whole(Placeholder::Message) => "".into(),
            None => return Err(missing("message")),
        };
        let http = text(Placeholder::Http).and_then(|http| number_of(&http)?.try_into().ok()).unwrap_or(status);
        let details = self.0.iter().find(|(found, json)| *found == Placeholder::Details && json.get() != "null");
        let details = details.map(|(_, json)| RawDetails::new(json));
        let request_id = text(Placeholder::RequestId);
        Ok(ErrorBody { code, message, http, details, request_id, retry_after: None, origin })
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
