//! The bytes of a row, and the pieces of the published error body. `src/layout.rs` of the derive defines both, because it writes them.

studio_errors_derive::layout!();
