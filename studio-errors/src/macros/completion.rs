//! A documented item for each key of `#[studio(..)]`, for completion in an IDE. See `expand/ide.rs` of the derive.

#![allow(non_upper_case_globals)]

/// The type of a key without a value.
#[derive(Debug)]
pub struct Word;

/// The type of a key whose value is a path.
#[derive(Debug)]
pub struct Type;

/// The keys of an enum.
pub mod on_enum {
    use super::{Type, Word};

    /// `category = "quota"`: the category of each variant that does not state one.
    pub const category: &str = "";

    /// `http = 422`: the status of each variant that does not state one, unless the catalog publishes its code.
    pub const http: u16 = 0;

    /// `retryable = true`: whether the same request may succeed later, for each variant that does not state it, unless the
    /// catalog publishes its code.
    pub const retryable: bool = true;

    /// `level = "warn"`: the level of the log event of each variant that does not state one, unless the catalog publishes a
    /// level for its code.
    pub const level: &str = "";

    /// `catalog = Acme`: a type that implements [`Catalog`](crate::Catalog). The default is [`Studio`](crate::Studio).
    pub const catalog: Type = Type;

    /// `published`: these variants are the definitions that the catalog publishes. The catalog must list the type.
    pub const published: Word = Word;

    /// `reserved(1604, 1610..=1619)`: numbers that no variant may use.
    pub const fn reserved(_numbers: &[u32]) {}

    /// `from_code`: implements [`FromCode`](crate::FromCode) for an enum with transparent variants. It is not automatic then.
    pub const from_code: Word = Word;

    /// `kind`, `kind = "WalletErrorKind"`: generates a `Copy` enum of the same variants without fields, see
    /// [`Kind`](crate::Kind).
    pub const kind: Word = Word;

    /// `axum`: implements [`IntoResponse`](https://docs.rs/axum/0.8/axum/response/trait.IntoResponse.html), so that a handler can
    /// return the error. Needs the feature `axum`.
    pub const axum: Word = Word;

    /// `actix`: implements [`ResponseError`](https://docs.rs/actix-web/4/actix_web/trait.ResponseError.html), so that a handler
    /// can return the error. Needs the feature `actix`.
    pub const actix: Word = Word;

    /// `tonic`: converts the error into [`Status`](https://docs.rs/tonic/0.14/tonic/struct.Status.html), so that a gRPC method can
    /// return it. Needs the feature `tonic`.
    pub const tonic: Word = Word;

    /// `utoipa`: implements [`IntoResponses`](https://docs.rs/utoipa/6/utoipa/trait.IntoResponses.html) and
    /// [`ToSchema`](https://docs.rs/utoipa/6/utoipa/trait.ToSchema.html), so that a path can name the error. Needs the feature
    /// `utoipa`.
    pub const utoipa: Word = Word;

    /// `serialize = false`: does not implement `serde::Serialize`, so that you can.
    pub const serialize: bool = true;
}

/// The keys of a variant.
pub mod on_variant {
    use super::Word;

    /// `code = 1601`: the number. Required, unless the variant is `transparent`.
    pub const code: u32 = 0;

    /// `http = 402`: the status, 400 to 599. Required, unless the enum states one or the catalog publishes the code.
    pub const http: u16 = 0;

    /// `category = "quota"`: the category that owns the number. Required here or on the type.
    pub const category: &str = "";

    /// `name = "INSUFFICIENT_CREDITS"`: the name. It has at most 255 bytes. The default is the identifier in `SCREAMING_SNAKE_CASE`.
    pub const name: &str = "";

    /// `description = ".."`: the public message, of at most 10,000 bytes. The default is the published one, then the first paragraph
    /// of the doc comment.
    pub const description: &str = "";

    /// `resolution = ".."`: what the client can do. The default is the published one, then an empty text.
    pub const resolution: &str = "";

    /// `retryable = true`: whether the same request may succeed later. The default is the published value, then that of the
    /// enum, then that of the status.
    pub const retryable: bool = true;

    /// `level = "warn"`: the level of the log event, `error`, `warn`, `info`, `debug` or `trace`. The default is the published
    /// value, then that of the enum, then `error` for a 5xx and `debug` for a 4xx.
    pub const level: &str = "";

    /// `grpc = "already_exists"`: the code in gRPC. The default is the published value, then that of the status.
    pub const grpc: &str = "";

    /// `display`: the message is the `Display` text of the value. Not allowed on an internal error.
    pub const display: Word = Word;

    /// `transparent`: forwards everything to the only field, which is a [`StudioErrorCode`](crate::StudioErrorCode).
    pub const transparent: Word = Word;
}

/// The keys of a field.
pub mod on_field {
    use super::Word;

    /// `retry_after`: the time to wait, as a `Duration`, an `Option<Duration>`, or whole seconds as an integer.
    pub const retry_after: Word = Word;

    /// `detail`, `detail = "need"`: the error body contains the value, under the name of the field or under this name. The value
    /// is `Serialize`. Not allowed on an internal error. Needs the feature `details`.
    pub const detail: &str = "";
}

/// The keys of a struct: those of a type and those of a variant.
pub mod on_struct {
    pub use super::on_enum::*;
    pub use super::on_variant::{
        code, description, display, grpc, http, level, name, resolution, retryable, transparent,
    };
}
