// The bytes of a row, and the pieces of the published error body: `{"error":{"code":"STUDIO_1601","message":"..","http":402}}`.
//
// The derive writes both, and `studio_errors` reads them: the macro `layout!` copies this file there.

/// The offsets of the values in a row. A value that is not stated is 0. Numbers are in little-endian order.
pub(crate) mod row {
    /// The distance of the number from the first number of the table, 4 bytes.
    pub(crate) const DISTANCE: usize = 0;
    /// The start of the texts of the row, 4 bytes: the body, the description if the body escapes it, the name, the resolution. The
    /// resolution ends where the texts of the next row start.
    pub(crate) const START: usize = 4;
    /// The length of the body, 2 bytes. It is 0 if the published body replaces it.
    pub(crate) const BODY_LEN: usize = 8;
    /// The length of the description, 2 bytes, if the body escapes it.
    pub(crate) const DESCRIPTION_LEN: usize = 10;
    /// The index of the category among those of the table, 2 bytes.
    pub(crate) const CATEGORY: usize = 12;
    /// The index of the published code among those of the table, 2 bytes, starting at 1.
    pub(crate) const PUBLISHED: usize = 14;
    /// The length of the name.
    pub(crate) const NAME_LEN: usize = 16;
    /// The length of the code.
    pub(crate) const CODE_LEN: usize = 17;
    /// The HTTP status minus [`BELOW_HTTP`].
    pub(crate) const HTTP: usize = 18;
    /// The flags, then `retryable` and `level`.
    pub(crate) const BITS: usize = 19;
    /// The number of bytes of a row.
    pub(crate) const LEN: usize = 20;

    pub(crate) const BELOW_HTTP: u16 = 399;

    /// The description is a doc comment. A published description takes precedence.
    pub(crate) const IS_COMMENT: u8 = 1;
    /// The number is missing or refused. Such a row is not compared with others.
    pub(crate) const IS_REFUSED: u8 = 2;
    /// The key `name` states the name.
    pub(crate) const NAME_IS_STATED: u8 = 4;
    /// The first of two bits: 1 for `retryable = false`, 2 for `retryable = true`.
    pub(crate) const RETRYABLE: u8 = 3;
    /// The first of three bits: the level, from 1 for `trace` to 5 for `error`.
    pub(crate) const LEVEL: u8 = 5;
}

/// The pieces of a body, in order. The code, the message and the status are between them.
pub(crate) mod body {
    pub(crate) const HEAD: &str = r#"{"error":{"code":""#;
    pub(crate) const MESSAGE: &str = r#"","message":""#;
    pub(crate) const HTTP: &str = r#"","http":"#;
    pub(crate) const TAIL: &str = "}}";
    /// The number of digits of a status.
    pub(crate) const STATUS: usize = 3;
}
