//! Text: at compile time, and untrusted text made safe to show.

pub(crate) mod constant;
#[cfg(any(feature = "reference", feature = "tracing"))]
pub(crate) mod escape;
