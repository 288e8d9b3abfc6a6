//! The pieces of the published error body: `{"error":{"code":"STUDIO_1601","message":"..","http":402}}`.

pub(crate) const HEAD: &str = r#"{"error":{"code":""#;
pub(crate) const MESSAGE: &str = r#"","message":""#;
pub(crate) const HTTP: &str = r#"","http":"#;
pub(crate) const TAIL: &str = "}}";
/// A status has three digits.
pub(crate) const STATUS: usize = 3;

/// The number of bytes before the message, for a code of `code` bytes.
pub(crate) const fn before_message(code: usize) -> usize {
    HEAD.len() + code + MESSAGE.len()
}

/// The number of bytes after the message.
pub(crate) const AFTER_MESSAGE: usize = HTTP.len() + STATUS + TAIL.len();
