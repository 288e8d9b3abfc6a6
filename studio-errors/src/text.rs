//! Text in constant evaluation, and escaping of untrusted text.

#[cfg(any(feature = "baseline", feature = "import"))]
pub(crate) mod columns;
pub(crate) mod constant;
pub(crate) mod escape;
