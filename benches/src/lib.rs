//! The operations of the run-time benchmarks: coded errors and alternatives.
//!
//! Each operation is a function. It can be timed, and its instructions and allocations can be counted.

#[cfg(feature = "measure")]
mod alternatives;
pub mod by_hand;
pub mod layered;
#[cfg(feature = "measure")]
mod many;
#[cfg(feature = "measure")]
mod operations;
pub mod studio;

#[cfg(feature = "measure")]
pub use operations::{OPERATIONS, Operation};
