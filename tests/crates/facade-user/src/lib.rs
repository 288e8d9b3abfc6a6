//! A crate that depends only on the facade; see `tests/`.
