//! Reads the published format of an error body from any format of serde.

use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use core::fmt;
use core::marker::PhantomData;

use serde_core::de::{self, DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_core::{Deserialize, Deserializer};

use super::error_body::{ErrorBody, OwnedErrorBody};
use crate::wire::NoDetails;

/// A type of details: one that implements `Deserialize`, or [`NoDetails`].
pub trait ReadDetails<'de>: Sized {
    /// Reads the details. `None` if there are none, or if the type ignores them.
    ///
    /// # Errors
    ///
    /// Returns the error of the deserializer.
    fn read<T: Deserializer<'de>>(deserializer: T) -> Result<Option<Self>, T::Error>;
}

impl<'de, D: Deserialize<'de>> ReadDetails<'de> for D {
    fn read<T: Deserializer<'de>>(deserializer: T) -> Result<Option<Self>, T::Error> {
        Option::deserialize(deserializer)
    }
}

impl<'de> ReadDetails<'de> for NoDetails {
    fn read<T: Deserializer<'de>>(deserializer: T) -> Result<Option<Self>, T::Error> {
        Option::<IgnoredAny>::deserialize(deserializer).map(|_| None)
    }
}

const OUTER: &[&str] = &["error"];
const INNER: &[&str] = &["code", "message", "http", "details", "request_id"];

impl<'de: 'a, 'a, D: ReadDetails<'de>> Deserialize<'de> for ErrorBody<'a, D> {
    fn deserialize<T: Deserializer<'de>>(deserializer: T) -> Result<Self, T::Error> {
        deserializer.deserialize_struct("ErrorBody", OUTER, Outer(PhantomData))
    }
}

impl<'de, D: ReadDetails<'de>> Deserialize<'de> for OwnedErrorBody<D> {
    fn deserialize<T: Deserializer<'de>>(deserializer: T) -> Result<Self, T::Error> {
        ErrorBody::deserialize(deserializer).map(|body| Self(body.into_owned()))
    }
}

/// `{"error":..}`
struct Outer<'a, D>(PhantomData<ErrorBody<'a, D>>);

impl<'de: 'a, 'a, D: ReadDetails<'de>> Visitor<'de> for Outer<'a, D> {
    type Value = ErrorBody<'a, D>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with the member `error`")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut members: M) -> Result<Self::Value, M::Error> {
        let mut error = None;
        while let Some(Text(name)) = members.next_key()? {
            match &*name {
                "error" if error.is_none() => error = Some(members.next_value_seed(Inner(PhantomData))?),
                name => ignore(&mut members, OUTER, name)?,
            }
        }
        required(error, "error")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut members: S) -> Result<Self::Value, S::Error> {
        required(members.next_element_seed(Inner(PhantomData))?, "error")
    }
}

/// `{"code":..,"message":..,"http":..}`
struct Inner<'a, D>(PhantomData<ErrorBody<'a, D>>);

impl<'de: 'a, 'a, D: ReadDetails<'de>> DeserializeSeed<'de> for Inner<'a, D> {
    type Value = ErrorBody<'a, D>;

    fn deserialize<T: Deserializer<'de>>(self, deserializer: T) -> Result<Self::Value, T::Error> {
        deserializer.deserialize_struct("ErrorBody", INNER, self)
    }
}

impl<'de: 'a, 'a, D: ReadDetails<'de>> Visitor<'de> for Inner<'a, D> {
    type Value = ErrorBody<'a, D>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`error` as an object with the members `code`, `message` and `http`")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut members: M) -> Result<Self::Value, M::Error> {
        let (mut code, mut message, mut http, mut details, mut request_id) = (None, None, None, None, None);
        while let Some(Text(name)) = members.next_key()? {
            match &*name {
                "code" if code.is_none() => code = Some(members.next_value()?),
                "message" if message.is_none() => message = Some(members.next_value()?),
                "http" if http.is_none() => http = Some(members.next_value()?),
                "details" if details.is_none() => details = Some(members.next_value()?),
                "request_id" if request_id.is_none() => request_id = Some(members.next_value()?),
                name => ignore(&mut members, INNER, name)?,
            }
        }
        body(code, message, http, details, request_id.flatten())
    }

    /// Formats without names write the members in order.
    fn visit_seq<S: SeqAccess<'de>>(self, mut members: S) -> Result<Self::Value, S::Error> {
        body(
            members.next_element()?,
            members.next_element()?,
            members.next_element()?,
            members.next_element()?,
            members.next_element::<Option<_>>()?.flatten(),
        )
    }
}

fn body<'a, D, E: de::Error>(
    code: Option<Text<'a>>,
    message: Option<Text<'a>>,
    http: Option<u16>,
    details: Option<Details<D>>,
    request_id: Option<Text<'a>>,
) -> Result<ErrorBody<'a, D>, E> {
    let (Text(code), Text(message)) = (required(code, "code")?, required(message, "message")?);
    let mut body = ErrorBody::new(code, message, required(http, "http")?)
        .replace_details(details.and_then(|Details(details)| details));
    body.request_id = request_id.map(|Text(id)| id);
    Ok(body)
}

/// Ignores the value of an unknown member. Returns an error for a known member, which is repeated.
fn ignore<'de, M: MapAccess<'de>>(members: &mut M, known: &[&'static str], name: &str) -> Result<(), M::Error> {
    match known.iter().find(|known| **known == name) {
        Some(repeated) => Err(de::Error::duplicate_field(repeated)),
        None => members.next_value().map(|IgnoredAny| ()),
    }
}

fn required<T, E: de::Error>(value: Option<T>, name: &'static str) -> Result<T, E> {
    value.ok_or_else(|| de::Error::missing_field(name))
}

/// The details, if there are any.
struct Details<D>(Option<D>);

impl<'de, D: ReadDetails<'de>> Deserialize<'de> for Details<D> {
    fn deserialize<T: Deserializer<'de>>(deserializer: T) -> Result<Self, T::Error> {
        D::read(deserializer).map(Self)
    }
}

/// A string, borrowed if possible.
pub(super) struct Text<'a>(pub(super) Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor).map(Self)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text))
    }
}
