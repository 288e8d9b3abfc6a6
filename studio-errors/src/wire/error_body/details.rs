//! Reads the details of an error body: into any type, or not at all.

use core::cell::Cell;
use core::fmt;
use core::marker::PhantomData;

use serde_core::de::{DeserializeSeed, IgnoredAny, Visitor};
use serde_core::{Deserialize, Deserializer};

/// The details, if there are any. The type `()` ignores them.
pub(super) struct Details<D>(pub(super) PhantomData<D>);

impl<'de, D: Deserialize<'de>> DeserializeSeed<'de> for Details<D> {
    type Value = Option<D>;

    fn deserialize<T: Deserializer<'de>>(self, deserializer: T) -> Result<Self::Value, T::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, D: Deserialize<'de>> Visitor<'de> for Details<D> {
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
        let ignored = Cell::new(false);
        let details = D::deserialize(Lenient { deserializer, ignored: &ignored })?;
        Ok((!ignored.get()).then_some(details))
    }
}

/// A deserializer that gives `()` for any value.
struct Lenient<'a, T> {
    deserializer: T,
    /// Set if the value was ignored.
    ignored: &'a Cell<bool>,
}

macro_rules! forward {
    ($($method:ident($($argument:ident: $ty:ty),*);)+) => {$(
        fn $method<V: Visitor<'de>>(self, $($argument: $ty,)* visitor: V) -> Result<V::Value, T::Error> {
            self.deserializer.$method($($argument,)* visitor)
        }
    )+};
}

impl<'de, T: Deserializer<'de>> Deserializer<'de> for Lenient<'_, T> {
    type Error = T::Error;

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, T::Error> {
        self.ignored.set(true);
        IgnoredAny::deserialize(self.deserializer)?;
        visitor.visit_unit()
    }

    fn is_human_readable(&self) -> bool {
        self.deserializer.is_human_readable()
    }

    forward! {
        deserialize_any();
        deserialize_bool();
        deserialize_i8();
        deserialize_i16();
        deserialize_i32();
        deserialize_i64();
        deserialize_i128();
        deserialize_u8();
        deserialize_u16();
        deserialize_u32();
        deserialize_u64();
        deserialize_u128();
        deserialize_f32();
        deserialize_f64();
        deserialize_char();
        deserialize_str();
        deserialize_string();
        deserialize_bytes();
        deserialize_byte_buf();
        deserialize_option();
        deserialize_unit_struct(name: &'static str);
        deserialize_newtype_struct(name: &'static str);
        deserialize_seq();
        deserialize_tuple(len: usize);
        deserialize_tuple_struct(name: &'static str, len: usize);
        deserialize_map();
        deserialize_struct(name: &'static str, fields: &'static [&'static str]);
        deserialize_enum(name: &'static str, variants: &'static [&'static str]);
        deserialize_identifier();
        deserialize_ignored_any();
    }
}
