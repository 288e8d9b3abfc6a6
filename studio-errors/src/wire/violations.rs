//! The invalid fields of a request.

#[cfg(feature = "garde")]
mod garde;
#[cfg(feature = "validator")]
mod validator;

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, ser::SerializeStruct};

use crate::text::escape::Terminal;

/// The invalid fields of a request, as a detail of an error.
///
/// ```
/// use studio_errors::{Violation, Violations};
///
/// let violations =
///     Violations(vec![Violation::new("/items/0/width", "must be at least 64").with_rule("range")]);
/// assert_eq!(
///     serde_json::to_string(&violations)?,
///     r#"[{"pointer":"/items/0/width","rule":"range","message":"must be at least 64"}]"#,
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// # Conversions
///
/// | feature | type | `rule` |
/// |---|---|---|
/// | `validator` | `validator::ValidationErrors` | the code, such as `length` |
/// | `garde` | `garde::Report` | none |
///
/// Both are sorted by pointer, then by rule and message. Indexes of a list are sorted as numbers. A message does not contain
/// the value of a field, unless the message of a rule does.
///
/// It is an [`Error`](core::error::Error), so it can be the source of another error, for example with `#[from]` of thiserror.
/// The `Display` text is for the log. It is one line, and control characters are escaped.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Violations(pub Vec<Violation>);

/// One invalid field of a request.
///
/// The members of the JSON object are `pointer`, `in` (the location), `rule` and `message`. `in` and `rule` are omitted if they
/// are `None`. Unknown members and locations are ignored on reading.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[non_exhaustive]
pub struct Violation {
    /// The field as a JSON pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)), such as `/items/0/width`. An empty
    /// pointer means the whole request body. In a query or a path, `/name` is the parameter `name`.
    pub pointer: String,
    /// The part of the request that contains the field.
    #[serde(rename = "in", default, deserialize_with = "Location::read")]
    pub location: Option<Location>,
    /// The rule that the field breaks, such as `length`, for programs.
    pub rule: Option<String>,
    /// A text for people that describes the problem.
    pub message: String,
}

/// The part of a request that contains a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Location {
    /// The request body.
    Body,
    /// The query of the URL, or a form that is sent as a query.
    Query,
    /// The path of the URL.
    Path,
    /// The headers.
    Header,
}

impl Location {
    /// The value of the member `in`: `body`, `query`, `path` or `header`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Query => "query",
            Self::Path => "path",
            Self::Header => "header",
        }
    }

    fn read<'a, D: Deserializer<'a>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        let text = Option::<Cow<'a, str>>::deserialize(deserializer)?;
        Ok([Self::Body, Self::Query, Self::Path, Self::Header]
            .into_iter()
            .find(|known| Some(known.as_str()) == text.as_deref()))
    }
}

impl Violation {
    /// A violation of the field at `pointer`, without a rule.
    #[must_use]
    pub fn new(pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), location: None, rule: None, message: message.into() }
    }

    /// The same violation with the part of the request that contains the field.
    #[must_use]
    pub fn with_location(mut self, location: Location) -> Self {
        self.location = Some(location);
        self
    }

    /// The same violation with the rule that the field breaks.
    #[must_use]
    pub fn with_rule(mut self, rule: impl Into<String>) -> Self {
        self.rule = Some(rule.into());
        self
    }
}

impl Violations {
    /// Sorts the violations, so that the result does not depend on the order of the report.
    #[cfg(any(feature = "garde", feature = "validator"))]
    fn sorted(mut violations: Vec<Violation>) -> Self {
        violations.sort_by(|a, b| {
            by_pointer(&a.pointer, &b.pointer).then_with(|| (&a.rule, &a.message).cmp(&(&b.rule, &b.message)))
        });
        Self(violations)
    }
}

/// Compares pointers token by token. Numbers come before names, and are compared by value.
#[cfg(any(feature = "garde", feature = "validator"))]
fn by_pointer(a: &str, b: &str) -> core::cmp::Ordering {
    // An index has no leading zeros, so a longer one is larger.
    fn key(token: &str) -> (usize, &str) {
        let is_number = !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_digit());
        (if is_number { token.len() } else { usize::MAX }, token)
    }
    a.split('/').map(key).cmp(b.split('/').map(key))
}

/// Adds one token to a JSON pointer: `~` becomes `~0`, and `/` becomes `~1` (RFC 6901, section 3).
#[cfg(any(feature = "axum", feature = "garde", feature = "validator"))]
pub(crate) fn push(pointer: &mut String, token: impl fmt::Display) {
    pointer.push('/');
    pointer.push_str(&alloc::format!("{token}").replace('~', "~0").replace('/', "~1"));
}

impl From<Vec<Violation>> for Violations {
    fn from(violations: Vec<Violation>) -> Self {
        Self(violations)
    }
}

impl From<Violation> for Violations {
    fn from(violation: Violation) -> Self {
        Self(alloc::vec![violation])
    }
}

/// The violations on one line: `/prompt: must not be empty (length); /width: must be at least 64`.
impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let texts: Vec<_> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&texts.join("; "))
    }
}

/// `/prompt: must not be empty (length)`.
impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.pointer.is_empty() {
            write!(f, "{}: ", Terminal(&self.pointer))?;
        }
        Terminal(&self.message).fmt(f)?;
        match &self.rule {
            Some(rule) => write!(f, " ({})", Terminal(rule)),
            None => Ok(()),
        }
    }
}

impl core::error::Error for Violations {}

impl Serialize for Violation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // A format without names identifies a member by its index, so no member can be omitted.
        let has_all = !serializer.is_human_readable();
        let (has_location, has_rule) = (has_all || self.location.is_some(), has_all || self.rule.is_some());
        let len = 2 + usize::from(has_location) + usize::from(has_rule);
        let mut members = serializer.serialize_struct("Violation", len)?;
        members.serialize_field("pointer", &self.pointer)?;
        if has_location {
            members.serialize_field("in", &self.location.map(Location::as_str))?;
        }
        if has_rule {
            members.serialize_field("rule", &self.rule)?;
        }
        members.serialize_field("message", &self.message)?;
        members.end()
    }
}
