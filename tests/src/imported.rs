//! What `studio-errors import` writes, compiled. A test compares each file with the output.

/// From `pages/acme.md`.
#[rustfmt::skip]
pub mod acme;
/// From the JSON reference of `hostile::HostileError`.
#[rustfmt::skip]
pub mod hostile;
/// From the reference of the published catalog.
#[rustfmt::skip]
pub mod studio;
