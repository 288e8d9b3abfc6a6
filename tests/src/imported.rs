//! The output of `studio-errors import`. A test compares each file with the current output.

/// From `pages/acme.md`.
#[allow(clippy::doc_markdown)]
#[rustfmt::skip]
pub mod acme;
/// From the JSON reference of `hostile::HostileError`.
#[allow(clippy::doc_markdown)]
#[rustfmt::skip]
pub mod hostile;
/// From the reference of the published catalog.
#[allow(clippy::doc_markdown)]
#[rustfmt::skip]
pub mod studio;
