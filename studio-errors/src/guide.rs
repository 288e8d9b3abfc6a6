//! A guide, from the first enum to the last release.
//!
//! 1. [Annotate](annotate): an enum of your own, and what the compiler says when it is wrong.
#![cfg_attr(not(feature = "axum"), doc = "2. Serve: with feature `axum`.")]
#![cfg_attr(
    feature = "axum",
    doc = "2. [Serve](serve): from an error deep in a service to the response, with nothing leaked and nothing lost."
)]
//! 3. [Read](read): the client's side, where a code becomes a type again.
#![cfg_attr(not(feature = "reference"), doc = "4. Publish: with feature `reference`.")]
#![cfg_attr(
    feature = "reference",
    doc = "4. [Publish](publish): the page, the JSON, the OpenAPI document and the TypeScript of your codes."
)]
//! 5. [Migrate](migrate): from `thiserror` alone, one enum at a time.
//! 6. [Foreign errors](foreign_errors): `std::io`, `sqlx`, `reqwest` and `anyhow` get a code, and keep their source.
//! 7. [A catalog of your own](own_catalog), and two crates that use it.
//! 8. [Troubleshoot](troubleshoot): by error message.
//! 9. [What the derive generates](generated).

#[doc = include_str!("guide/annotate.md")]
pub mod annotate {}

#[cfg(feature = "axum")]
#[doc = include_str!("guide/serve.md")]
pub mod serve {}

#[doc = include_str!("guide/read.md")]
pub mod read {}

#[cfg(feature = "reference")]
#[doc = include_str!("guide/publish.md")]
pub mod publish {}

#[doc = include_str!("guide/migrate.md")]
pub mod migrate {}

#[doc = include_str!("guide/foreign_errors.md")]
pub mod foreign_errors {}

#[doc = include_str!("guide/own_catalog.md")]
pub mod own_catalog {}

#[doc = include_str!("guide/troubleshoot.md")]
pub mod troubleshoot {}

/// What the derive generates.
///
/// A test of the derive compares this page with what comes out, so it is never out of date. For
///
/// ```
/// # use std::time::Duration;
/// # use studio_errors::StudioErrorCode;
/// # use studio_errors::catalog::AuthenticationError as AuthError;
/// # #[derive(Debug, thiserror::Error, StudioErrorCode)]
/// #[studio(category = "quota", reserved(1699))]
/// pub enum WalletError {
///     /// The wallet is frozen
///     #[studio(code = 1650, http = 423, resolution = "Ask support")]
/// #   #[error("frozen")]
///     Frozen,
///     #[studio(code = 1600, display)]
/// #   #[error("slow down")]
///     RateLimitExceeded { #[studio(retry_after)] after: Duration },
///     #[studio(transparent)]
/// #   #[error(transparent)]
///     Auth(AuthError),
/// }
/// ```
///
/// the derive writes the code below. Everything under `__private` is between the two crates, which are released together;
/// it changes without notice, and nobody else should name it. The constants `const _` are the checks: in the compiler's
/// eyes each stands where the literal stands that it judges, which is where an error is shown.
///
/// ```text
#[doc = include_str!("guide/generated.rs.txt")]
/// ```
pub mod generated {}
