//! Items and macros that generated code uses.

pub mod completion;
mod frameworks;
pub mod private;
mod retry_after;
