//! Properties that hold for every input, tested with generated inputs.
//!
//! The generators are functions of bytes. The fuzz targets and the downstream tests use them too.

mod invalid;
#[cfg(test)]
mod many;
mod soup;
#[cfg(test)]
pub(crate) mod tests;
