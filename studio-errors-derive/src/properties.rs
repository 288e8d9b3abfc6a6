//! What holds for every input, tried on many that nobody thought of.
//!
//! The inputs are made by plain functions of bytes, which the fuzz targets and the downstream tests use as well.

mod invalid;
#[cfg(test)]
mod many;
mod soup;
#[cfg(test)]
pub(crate) mod tests;
