//! What a coded error costs at run time, beside what would be written instead.
//!
//! Each operation is a function of the turn, so that it can be timed, counted in instructions, and watched for allocations.

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
