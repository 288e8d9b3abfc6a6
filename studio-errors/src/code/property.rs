//! The properties that a catalog declares: own constant facts of its codes.

use crate::text::constant::{contains, each, equal};

/// A property of codes: a constant fact of the catalog, which its clients know.
///
/// A catalog declares its properties in [`Catalog::PROPERTIES`](crate::Catalog::PROPERTIES). A type or a variant states them with
/// the key `properties`. [`ErrorInfo::property`](crate::ErrorInfo::property) returns them, and the placeholder `{property.type}` of
/// [`Catalog::ENVELOPE`](crate::Catalog::ENVELOPE) puts them into error bodies.
///
/// ```
/// use studio_errors::{Catalog, Category, Property, StudioErrorCode};
///
/// struct Acme;
///
/// impl Catalog for Acme {
///     const PREFIX: &'static str = "ACME";
///     const CATEGORIES: &'static [Category] = &[Category::new("billing", "Billing", 1..=99)];
///     const PROPERTIES: &'static [Property] =
///         &[Property::new("type").one_of(&["invalid_request", "api_error"]).required()];
///     const ENVELOPE: &'static str = r#"{"code":"{code}","type":"{property.type}","message":"{message}"}"#;
/// }
///
/// #[derive(Debug, StudioErrorCode)]
/// #[studio(catalog = Acme, category = "billing", properties(type = "invalid_request"))]
/// enum BillingError {
///     /// The card was declined
///     #[studio(code = 1, http = 402)]
///     CardDeclined,
/// }
///
/// assert_eq!(BillingError::CardDeclined.info().property("type"), Some("invalid_request"));
/// assert_eq!(
///     BillingError::CardDeclined.to_json(),
///     r#"{"code":"ACME_1","type":"invalid_request","message":"The card was declined"}"#,
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Property {
    name: &'static str,
    values: Option<&'static [&'static str]>,
    is_required: bool,
}

impl Property {
    /// A property that a code can lack, with any text as its value.
    ///
    /// # Panics
    ///
    /// Panics if the name is not a word in letters, digits and underscores. In a constant, this is a compile error at this call.
    #[must_use]
    #[track_caller]
    pub const fn new(name: &'static str) -> Self {
        let bytes = name.as_bytes();
        let mut is_word = !name.is_empty() && !bytes[0].is_ascii_digit();
        each!(byte in bytes => { is_word &= byte.is_ascii_alphanumeric() || *byte == b'_' });
        assert!(
            is_word,
            "the name of this property is not a word\nhelp: use letters, digits and underscores, such as `type`"
        );
        Self { name, values: None, is_required: false }
    }

    /// The same property with these values only.
    ///
    /// # Panics
    ///
    /// Panics if there is no value. In a constant, this is a compile error at this call.
    #[must_use]
    #[track_caller]
    pub const fn one_of(self, values: &'static [&'static str]) -> Self {
        assert!(
            !values.is_empty(),
            "this property allows no value\nhelp: list the values, such as `&[\"invalid_request\"]`"
        );
        Self { values: Some(values), ..self }
    }

    /// The same property, stated for every code.
    #[must_use]
    pub const fn required(self) -> Self {
        Self { is_required: true, ..self }
    }

    /// The name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The allowed values. `None` if every text is allowed.
    #[must_use]
    pub const fn values(&self) -> Option<&'static [&'static str]> {
        self.values
    }

    /// Whether every code states it.
    #[must_use]
    pub const fn is_required(&self) -> bool {
        self.is_required
    }

    pub(crate) const fn is_same(&self, other: &Self) -> bool {
        if let (Some(values), Some(_)) = (self.values, other.values) {
            each!(value in values => { if !other.allows(value) { return false } });
        }
        equal(self.name, other.name)
            && self.is_required == other.is_required
            && self.values.is_some() == other.values.is_some()
    }

    pub(crate) const fn allows(&self, value: &str) -> bool {
        match self.values {
            Some(values) => contains(values, value),
            None => true,
        }
    }
}
