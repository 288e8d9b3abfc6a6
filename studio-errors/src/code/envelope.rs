//! The envelope of a catalog: a template of its error bodies.

mod node;
mod placeholder;
mod template;
#[cfg(test)]
mod tests;

pub(crate) use self::node::{Node, Value, unescape};
pub(crate) use self::placeholder::{Form, Placeholder};
pub(crate) use self::template::{MOST, Mistake, Template, Wrong, check};

/// The published format.
pub(crate) const DEFAULT: &str = concat!(
    r#"{"error":{"code":"{code}","message":"{message}","http":{http},"#,
    r#""details":{details},"request_id":"{request_id}"}}"#
);
