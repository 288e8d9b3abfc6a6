//! The keys of `#[studio(..)]` as items, for an IDE to complete and to explain: see `expand/ide.rs` of the derive.

#![allow(non_upper_case_globals)]

/// Of a key that is a word alone.
#[derive(Debug)]
pub struct Word;

/// Of a key that names a path.
#[derive(Debug)]
pub struct Type;

/// On an enum.
pub mod on_enum {
    use super::{Type, Word};

    /// `category = "quota"`: the category of every variant that names none.
    pub const category: &str = "";

    /// `http = 422`: the status of every variant that states none, unless the catalog publishes its code.
    pub const http: u16 = 0;

    /// `retryable = true`: for every variant that states none, unless the catalog publishes its code.
    pub const retryable: bool = true;

    /// `level = "warn"`: for every variant that states none, unless the catalog publishes a level for its code.
    pub const level: &str = "";

    /// `catalog = Acme`: a type that implements [`Catalog`](crate::Catalog); [`Studio`](crate::Studio) when absent.
    pub const catalog: Type = Type;

    /// `published`: these variants are the definitions that the catalog publishes; the catalog must list the type.
    pub const published: Word = Word;

    /// `reserved(1604, 1610..=1619)`: numbers that no variant may use.
    pub const fn reserved(_numbers: &[u32]) {}

    /// `from_code`: asks for [`FromCode`](crate::FromCode) where transparent variants keep it from being automatic.
    pub const from_code: Word = Word;

    /// `axum`: [`IntoResponse`](https://docs.rs/axum/0.8/axum/response/trait.IntoResponse.html), so that the error can stand in
    /// a handler's signature; needs the feature `axum`.
    pub const axum: Word = Word;

    /// `actix`: [`ResponseError`](https://docs.rs/actix-web/4/actix_web/trait.ResponseError.html), so that the error can stand
    /// in a handler's signature; needs the feature `actix`.
    pub const actix: Word = Word;

    /// `utoipa`: [`IntoResponses`](https://docs.rs/utoipa/6/utoipa/trait.IntoResponses.html) and
    /// [`ToSchema`](https://docs.rs/utoipa/6/utoipa/trait.ToSchema.html), so that a path can name the error; needs the feature
    /// `utoipa`.
    pub const utoipa: Word = Word;

    /// `serialize = false`: leaves `serde::Serialize` to you.
    pub const serialize: bool = true;
}

/// On a variant.
pub mod on_variant {
    use super::Word;

    /// `code = 1601`: the number; required, unless `transparent`.
    pub const code: u32 = 0;

    /// `http = 402`: the status, 400 to 599; required, unless the catalog publishes the code.
    pub const http: u16 = 0;

    /// `category = "quota"`: the category that owns the number; required here or on the type.
    pub const category: &str = "";

    /// `name = "INSUFFICIENT_CREDITS"`; when absent, the identifier in `SCREAMING_SNAKE_CASE`.
    pub const name: &str = "";

    /// `description = ".."`; when absent, the published one, then the first paragraph of the doc comment.
    pub const description: &str = "";

    /// `resolution = ".."`; when absent, the published one, then empty.
    pub const resolution: &str = "";

    /// `retryable = true`: whether the same request may succeed later; when absent, the published value, then that of the
    /// enum, then by status.
    pub const retryable: bool = true;

    /// `level = "warn"`: the level of the log event, `error`, `warn`, `info`, `debug` or `trace`; when absent, the published
    /// value, then that of the enum, then `error` for a 5xx and `debug` for a 4xx.
    pub const level: &str = "";

    /// `display`: the message is the value's `Display` text; refused on a 5xx.
    pub const display: Word = Word;

    /// `transparent`: one field, itself a [`StudioErrorCode`](crate::StudioErrorCode), to which all is forwarded.
    pub const transparent: Word = Word;
}

/// On a field.
pub mod on_field {
    use super::Word;

    /// `retry_after`: how long to wait, as a `Duration`, an `Option<Duration>`, or whole seconds as an integer.
    pub const retry_after: Word = Word;
}

/// On a struct: the keys of a type, and those of a variant.
pub mod on_struct {
    pub use super::on_enum::*;
    pub use super::on_variant::{code, description, display, http, level, name, resolution, retryable, transparent};
}
