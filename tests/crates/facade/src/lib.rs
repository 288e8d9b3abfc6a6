//! A facade, which re-exports `studio-errors`. Its users do not depend on `studio-errors` directly.

pub use studio_errors as errors;
