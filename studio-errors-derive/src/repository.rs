//! Files of the repository that tests read.

use std::path::{Path, PathBuf};

/// Returns a path in the repository, and `None` in the published package, which contains a `Cargo.toml.orig`.
pub(crate) fn path(relative: &str) -> Option<PathBuf> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let is_published = package.join("Cargo.toml.orig").exists();
    (!is_published).then(|| package.join("..").join(relative))
}
