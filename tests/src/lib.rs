//! Tests of `studio-errors` from downstream; see `tests/`.
