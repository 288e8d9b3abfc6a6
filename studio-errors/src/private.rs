//! What generated code names, and the macros that it calls.

pub mod interface;
mod macros;
mod retry_after;
