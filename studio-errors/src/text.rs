//! Text in constant evaluation, and escaping of untrusted text.

#[cfg(feature = "reference")]
pub(crate) mod columns;
pub(crate) mod constant;
pub(crate) mod escape;
#[cfg(feature = "reference")]
pub(crate) mod markdown;
