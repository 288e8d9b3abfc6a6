//! A facade: its users do not depend on `studio-errors` themselves.

pub use studio_errors as errors;
