//! What generated code names, and the macros that it calls.

#[macro_use]
mod macros;
pub mod interface;
mod retry_after;
