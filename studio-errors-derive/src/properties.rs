//! Properties that hold for every input, tested with generated inputs.
//!
//! The inputs are made by plain functions of bytes, which the fuzz targets and the downstream tests use as well.

mod invalid;
#[cfg(test)]
mod many;
mod soup;
#[cfg(test)]
pub(crate) mod tests;
