//! Text in constant evaluation, and escaping of untrusted text.

pub(crate) mod constant;
pub(crate) mod escape;
