//! What holds for every input, tried on many that nobody thought of.
//!
//! The inputs are made by plain functions of bytes, which the fuzz targets and the downstream tests use as well.
//! `PROPERTIES_MS` is the time that each property has, 2,000 milliseconds unless it is set.

mod mistakes;
mod soup;
#[cfg(test)]
pub(crate) mod tests;
