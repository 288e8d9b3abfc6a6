//! Error codes for services, checked at compile time.
//!
//! [`#[derive(StudioErrorCode)]`](derive@StudioErrorCode) gives each variant of an error enum a numbered code. A number that
//! is used twice, a number outside the range of its category, and a code that disagrees with the published list are compile
//! errors. The body of a 5xx response contains only the published description, so internal details do not reach clients.
//! Clients match on types instead of message texts.
//!
//! ```
//! use studio_errors::StudioErrorCode;
//!
//! #[derive(Debug, thiserror::Error, StudioErrorCode)]
//! #[studio(category = "quota")]
//! pub enum WalletError {
//!     /// Insufficient AI credits in wallet for this generation
//!     #[error("wallet {wallet} has {have} credits, {need} are needed")]
//!     #[studio(code = 1601, http = 402)]
//!     InsufficientCredits { wallet: u64, have: u32, need: u32 },
//! }
//!
//! let error = WalletError::InsufficientCredits { wallet: 7, have: 3, need: 20 };
//! assert_eq!(error.code(), WalletError::INSUFFICIENT_CREDITS);
//! assert_eq!(
//!     error.to_json(),
//!     r#"{"error":{"code":"STUDIO_1601","message":"Insufficient AI credits in wallet for this generation","http":402}}"#,
//! );
//! ```
//!
//! If you change 1601 to 1701, the compiler reports:
//!
//! ```text
//! error[E0080]: evaluation panicked: code 1701 is outside category `quota` (1600 to 1699)
//!               note: 1701 belongs to `authentication` (1700 to 1799)
//!               help: 1604 is the next free code in `quota`
//!  --> src/lib.rs:8:21
//!   |
//! 8 |     #[studio(code = 1701, http = 402)]
//!   |                     ^^^^ evaluation of `_::_` failed here
//! ```
//!
//! Continue with [the guide](https://docs.rs/studio-errors/latest/studio_errors/guide/). [The derive](derive@StudioErrorCode)
//! describes every key of the attribute. `STUDIO_1601` is a code of the Studio Service, whose published codes are in [`catalog`].
//! To define your own codes, implement [`Catalog`].
//!
//! # Features
//!
//! | feature | what it adds |
//! |---|---|
//! | `std` (default) | the `std` feature of `serde_core`; without it, this crate is `no_std` and needs `alloc` |
//! | `http` | [`ErrorResponse`] converts into `http::Response` of http 1, for hyper 1, tower and axum 0.7 |
//! | `axum` | [`ErrorResponse`] and `#[studio(axum)]` for axum 0.8; error codes for the responses that axum itself creates |
//! | `actix` | [`ErrorResponse`] and `#[studio(actix)]` for actix-web 4 |
//! | `tonic` | [`ErrorResponse`] and `#[studio(tonic)]` for tonic 0.14 with the rich error model; [`ErrorBody`] from a status |
//! | `tracing` | one log event for each error that becomes a response |
//! | `metrics` | one counter of the errors that become responses, `error_responses_total` |
//! | `client` | [`ErrorBody`] from any `http::Response` on the client side, in every form that a service sends; includes `details` |
//! | `retry-after` | reads the `Retry-After` header on the client side |
//! | `reference` | a reference of the codes as HTML, Markdown, JSON and `OpenAPI` |
//! | `baseline` | a test that fails if a release changes a published code |
//! | `details` | `#[studio(detail)]`: fields that the error body contains, such as `Violations`, the invalid fields of a request; on the client side, [`RawDetails`], and [`ErrorBody`] in the envelope of a catalog |
//! | `validator` | `Violations` from `validator::ValidationErrors` of validator 0.21 |
//! | `garde` | `Violations` from `garde::Report` of garde 0.23 |
//! | `utoipa` | `#[studio(utoipa)]`: `IntoResponses`, `ToSchema` and `Modify` of utoipa 6 |
//! | `aide` | `OperationOutput` of aide 0.15 for [`ErrorOf`] and for types with `#[studio(axum)]` |
//!
//! The crate [`studio-errors-cli`](https://docs.rs/studio-errors-cli) has the command line, the clients for TypeScript and Python, and
//! the import and the verification of published pages.
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

// The catalog below is written in the form that users write, which names this crate from outside.
extern crate self as studio_errors;

#[cfg(feature = "baseline")]
pub mod baseline;
mod body;
pub mod catalog;
mod check;
mod code;
mod error;
// The examples of its pages need these features.
#[cfg(all(
    any(doc, doctest),
    feature = "axum",
    feature = "baseline",
    feature = "reference",
    feature = "tonic",
    feature = "validator"
))]
pub mod guide;
#[cfg(feature = "tracing")]
mod log;
mod private;
#[cfg(feature = "reference")]
pub mod reference;
pub mod response;
mod text;
mod wire;

#[doc(hidden)]
pub use private::interface as __private;

#[cfg(feature = "client")]
pub use body::UnreadableResponse;
pub use body::{ErrorBody, OwnedErrorBody};
#[cfg(feature = "details")]
pub use body::{Received, UnreadableBody, UnreadableDetails};
pub use catalog::studio::Studio;
pub use code::{
    Catalog, Category, Challenge, Code, CodeIter, CodeList, CodeSet, Deprecation, Detail, DetailType, ErrorInfo,
    Explanation, Explanations, FromCode, GrpcCode, Kind, Level, Property, UnknownGrpcCode, UnknownLevel,
};
pub use error::{Member, StudioErrorCode, WithMessage};
pub use response::error_of::ErrorOf;
pub use response::error_response::ErrorResponse;
#[doc = include_str!("derive.md")]
pub use studio_errors_derive::StudioErrorCode;
#[cfg(feature = "retry-after")]
pub use wire::retry_after;
pub use wire::{JsonRpcData, JsonRpcError, NoDetails, RawDetails};
#[cfg(feature = "details")]
pub use wire::{Location, Violation, Violations};
