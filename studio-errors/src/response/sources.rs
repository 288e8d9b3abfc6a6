//! The sources of an error.

use core::error::Error;
use core::iter;

/// An error can be its own source, so a chain has an end here.
pub(crate) const MAX_SOURCES: usize = 64;

/// The source, its source, and so on: at most [`MAX_SOURCES`].
pub(crate) fn sources<'a>(
    source: Option<&'a (dyn Error + 'static)>,
) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    iter::successors(source, |error| Error::source(*error)).take(MAX_SOURCES)
}
