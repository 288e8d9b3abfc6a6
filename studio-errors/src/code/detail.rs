//! A detail of a code: a value that the error body contains in addition to the message.

use core::fmt;

use crate::text::constant::equal;

/// A field with the key `detail`: a member of `details` in the error body.
///
/// ```
/// # #[cfg(feature = "details")] {
/// use studio_errors::{DetailType, StudioErrorCode};
///
/// #[derive(StudioErrorCode)]
/// #[studio(category = "quota")]
/// enum WalletError {
///     #[studio(code = 1601)]
///     InsufficientCredits { #[studio(detail)] have: u32, #[studio(detail)] hint: Option<String> },
/// }
///
/// let error = WalletError::InsufficientCredits { have: 3, hint: None };
/// let [have, hint] = error.info().details() else { panic!() };
/// assert_eq!((have.name(), have.value_type(), have.is_optional()), ("have", DetailType::Integer, false));
/// assert_eq!((hint.name(), hint.value_type(), hint.is_optional()), ("hint", DetailType::String, true));
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Detail {
    name: &'static str,
    value_type: DetailType,
    is_optional: bool,
}

impl Detail {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(name: &'static str, value_type: DetailType, is_optional: bool) -> Self {
        Self { name, value_type, is_optional }
    }

    /// The name of the member.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// The type of the value, as far as the type of the field shows.
    #[must_use]
    pub const fn value_type(self) -> DetailType {
        self.value_type
    }

    /// Whether the member can be absent: the field is an `Option`, a float, which may be infinite or no number, or of a type that may
    /// be an alias of `Option`.
    #[must_use]
    pub const fn is_optional(self) -> bool {
        self.is_optional
    }

    /// Whether both have the same name and type.
    pub(crate) const fn is_like(self, other: Self) -> bool {
        // `==` on enums is not available in constants.
        self.value_type as u8 == other.value_type as u8 && equal(self.name, other.name)
    }

    /// Whether the two conflict: they have the same name and different known types.
    pub(crate) const fn conflicts(self, other: Self) -> bool {
        equal(self.name, other.name) && self.value_type.and(other.value_type).is_none()
    }
}

/// The type of a detail in JSON. The derive determines it from the tokens of the field, which it cannot resolve: the type of an
/// alias or of a struct is `Any`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DetailType {
    /// A number without a fraction: `u32`, `i64`, `NonZeroU8`.
    Integer,
    /// A number: `f32`, `f64`.
    Number,
    /// A string: `String`, `&str`, `char`.
    String,
    /// `true` or `false`.
    Boolean,
    /// A list: `Vec<T>`, `[T; N]`, a set, a tuple.
    Array,
    /// The invalid fields of a request: the type `Violations`.
    Violations,
    /// Any JSON value.
    Any,
}

impl DetailType {
    /// The type in a reference: `integer`, `number`, `string`, `boolean`, `array`, `violations` or `any`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Integer => "integer",
            Self::Number => "number",
            Self::String => "string",
            Self::Boolean => "boolean",
            Self::Array => "array",
            Self::Violations => "violations",
            Self::Any => "any",
        }
    }

    /// The type of a member that has one of both types. `None` if they are known and differ.
    pub(crate) const fn and(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Any, _) | (_, Self::Any) => Some(Self::Any),
            // `==` on enums is not available in constants.
            (one, other) if one as u8 == other as u8 => Some(one),
            _ => None,
        }
    }
}

/// The type in a reference, such as `integer`.
impl fmt::Display for DetailType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
