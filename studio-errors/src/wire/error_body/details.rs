//! Reads the details of an error body: into any type, or not at all.

use core::fmt;
use core::marker::PhantomData;

use serde_core::de::{DeserializeSeed, IgnoredAny, Visitor};
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

/// The details, if there are any.
pub(super) struct Details<D>(pub(super) PhantomData<D>);

impl<'de, D: ReadDetails<'de>> DeserializeSeed<'de> for Details<D> {
    type Value = Option<D>;

    fn deserialize<T: Deserializer<'de>>(self, deserializer: T) -> Result<Self::Value, T::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, D: ReadDetails<'de>> Visitor<'de> for Details<D> {
    type Value = Option<D>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`details`")
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<T: Deserializer<'de>>(self, deserializer: T) -> Result<Self::Value, T::Error> {
        D::read(deserializer)
    }
}

/// The details of an [`ErrorBody`](crate::ErrorBody) that ignores them. No value has this type.
///
/// ```
/// use studio_errors::{ErrorBody, NoDetails};
///
/// let json = r#"{"error":{"code":"STUDIO_1601","message":"no credits","http":402,"details":{"have":3}}}"#;
/// let body: ErrorBody<NoDetails> = serde_json::from_str(json)?;
/// assert_eq!(body.details, None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoDetails {}

impl Serialize for NoDetails {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        match *self {}
    }
}

/// A type of details: one that implements `Deserialize`, or [`NoDetails`].
pub trait ReadDetails<'de>: Sized {
    /// Reads the details. `None` if the type ignores them.
    ///
    /// # Errors
    ///
    /// Returns the error of the deserializer.
    fn read<T: Deserializer<'de>>(deserializer: T) -> Result<Option<Self>, T::Error>;
}

impl<'de, D: Deserialize<'de>> ReadDetails<'de> for D {
    fn read<T: Deserializer<'de>>(deserializer: T) -> Result<Option<Self>, T::Error> {
        D::deserialize(deserializer).map(Some)
    }
}

impl<'de> ReadDetails<'de> for NoDetails {
    fn read<T: Deserializer<'de>>(deserializer: T) -> Result<Option<Self>, T::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| None)
    }
}
