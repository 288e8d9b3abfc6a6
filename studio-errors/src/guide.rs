//! The guide: how to build a service, and one page for each task.
//!
//! 1. [Build a service](service): from `cargo new` to a served, documented and tested API.
//! 2. [Raise errors](annotate): annotate an error enum.
//! 3. [Serve errors](serve): convert an error into a response and a log event.
//! 4. [Serve errors on other transports](transports): gRPC, GraphQL and JSON-RPC.
//! 5. [Read errors](read): map a code to an enum in a client.
//! 6. [Relay errors](relay): answer with the code that another service sent.
//! 7. [Publish the reference](publish): document all codes as HTML, JSON and OpenAPI, and create clients for TypeScript and Python.
//! 8. [Define your own catalog](own_catalog): your own prefix and ranges, in a crate that several services use.
//! 9. [Give codes to foreign errors](foreign_errors): `std::io`, `sqlx`, `reqwest` and `anyhow`.
//! 10. [Keep your bodies](keep_bodies): add codes to a service whose clients know its error bodies.
//! 11. [Migrate](migrate): add codes to a service that uses `thiserror`.
//! 12. [Adopt an existing API](adopt): import a published page of codes, and verify it in CI.
//! 13. [Troubleshooting](troubleshoot): compiler errors and symptoms, with their fixes.
//! 14. [Generated code](generated): what the derive generates.

/// Each page is a file of the folder `guide`.
macro_rules! pages {
    ($($page:ident)*) => {
        $(#[doc = include_str!(concat!("guide/", stringify!($page), ".md"))] pub mod $page {})*
    };
}

pages! {
    service annotate serve transports read relay publish keep_bodies migrate adopt foreign_errors own_catalog troubleshoot
}

/// Generated code: what the derive generates.
///
/// A test compares this page with the output of the derive. For the enum
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
/// the derive generates the code below. The module `__private` is an interface between the derive and this crate. It can change
/// in any release, so do not use it. The `const _` items are the compile-time checks. The tokens of each check have the span of
/// the literal that it checks, so rustc reports the error at that literal.
///
/// ```text
#[doc = include_str!("guide/generated.rs.txt")]
/// ```
pub mod generated {}
