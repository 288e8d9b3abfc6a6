//! The output of `studio-errors import`. A test compares each file with the current output.

/// From `pages/acme.md`.
#[allow(clippy::doc_markdown)]
#[rustfmt::skip]
pub mod acme;
/// From the JSON reference of `hostile::HostileError`.
#[allow(clippy::doc_markdown)]
#[rustfmt::skip]
pub mod hostile;
/// From the JSON reference of a catalog with reserved numbers, deprecated codes and another spelling.
#[allow(clippy::doc_markdown)]
#[rustfmt::skip]
pub mod old;
/// From the reference of the published catalog.
#[allow(clippy::doc_markdown)]
#[rustfmt::skip]
pub mod studio;
