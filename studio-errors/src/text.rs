//! Text: at compile time, and untrusted text made safe to show.

pub(crate) mod constant;
pub(crate) mod escape;
