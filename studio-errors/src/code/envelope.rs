//! The envelope of a catalog: a template of its error bodies.

mod node;
mod pieces;
mod placeholder;
mod template;
#[cfg(test)]
mod tests;

#[cfg(feature = "reference")]
pub(crate) use self::node::Pieces;
pub(crate) use self::node::{Node, Part, Value, unescape};
#[cfg(feature = "reference")]
pub(crate) use self::placeholder::Form;
pub(crate) use self::placeholder::{Placeholder, Style};
pub(crate) use self::template::{MOST, Mistake, Slot, Template, Wrong, check};

/// The published format.
pub(crate) const DEFAULT: &str = concat!(
    r#"{"error":{"code":"{code}","message":"{message}","http":{http},"#,
    r#""details":{details},"request_id":"{request_id}"}}"#
);
