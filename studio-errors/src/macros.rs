//! What generated code names, and the macros that it calls.

pub mod completion;
mod frameworks;
pub mod private;
mod retry_after;
