//! Error codes that cannot drift.
//!
//! A service answers its failures with numbered codes, and the same things always go wrong: two teams take one number, a
//! number lands in another category's range, the documented list drifts from the code, a 500 shows database text to a
//! client, a client matches on prose. Here the first three do not compile, a 5xx body holds the published words alone,
//! and a client matches on types.
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
//! Write 1701 for 1601, and the compiler says:
//!
//! ```text
//! error[E0080]: evaluation panicked: code 1701 is outside category `quota` (1600-1699)
//!               note: 1701 belongs to `authentication` (1700-1799)
//!               help: 1604 is the next free code in `quota`
//!  --> src/lib.rs:8:21
//!   |
//! 8 |     #[studio(code = 1701, http = 402)]
//!   |                     ^^^^ evaluation of `_::_` failed here
//! ```
//!
//! The [`guide`] goes on from here; [the derive](derive@StudioErrorCode) lists every key. `STUDIO_1601` is a code of the
//! Studio Service, whose published catalog is [`catalog`]; a catalog of your own is one `impl` of [`Catalog`].
//!
//! # Features
//!
//! | feature | what it adds |
//! |---|---|
//! | `std` (default) | `std` in `serde_core`; without it the crate needs `alloc` only |
//! | `http` | [`ErrorResponse`] as an `http::Response`, for hyper and tower |
//! | `axum` | [`ErrorResponse`] and `#[studio(axum)]` in axum 0.8, and what axum itself answers |
//! | `actix` | [`ErrorResponse`] and `#[studio(actix)]` in actix-web 4 |
//! | `tracing` | one event for each error that becomes a response |
//! | `retry-after` | the `Retry-After` header as a client reads it |
//! | `reference` | the reference as HTML, Markdown, JSON, OpenAPI and TypeScript |
//! | `baseline` | codes that stay what a release published: one line in a test |
//! | `utoipa` | `IntoResponses` and `ToSchema` for coded enums |
//! | `baseline` | a test that fails where a release changes a code |
//! | `cli` | the reference in a terminal |
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

// The catalog below is written in the form that users write, which names this crate from outside.
extern crate self as studio_errors;

#[cfg(feature = "baseline")]
pub mod baseline;
pub mod catalog;
mod check;
#[cfg(feature = "cli")]
pub mod cli;
mod code;
mod error;
#[cfg(any(doc, doctest))]
pub mod guide;
mod macros;
#[cfg(feature = "reference")]
pub mod reference;
pub mod response;
mod text;
mod wire;

#[doc(hidden)]
pub use macros::private as __private;

pub use catalog::Studio;
pub use code::{Catalog, Category, Code, CodeList, CodeSet, ErrorInfo, FromCode};
pub use error::StudioErrorCode;
#[doc(inline)]
pub use response::ErrorResponse;
#[doc = include_str!("derive.md")]
pub use studio_errors_derive::StudioErrorCode;
#[cfg(feature = "retry-after")]
pub use wire::retry_after;
pub use wire::{ErrorBody, OwnedErrorBody};
