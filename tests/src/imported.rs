//! What `studio-errors import` writes, compiled. A test compares each file with the output.

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
