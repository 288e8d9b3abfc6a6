//! A crate that has the facade only; see `tests/`.
