//! Compile-fail and compile-pass cases of `studio-errors`; see `cases/`.
