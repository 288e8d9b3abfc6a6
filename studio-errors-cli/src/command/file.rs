//! A reference from a file.

use std::fs;
use std::path::Path;

use super::failure::Failure;
use studio_errors::reference::Reference;

pub(super) fn read(path: &Path) -> Result<Reference, Failure> {
    let unreadable = |error: &dyn ToString| Failure::Reference(path.into(), error.to_string());
    let json = fs::read_to_string(path).map_err(|error| unreadable(&error))?;
    Reference::from_json(&json).map_err(|error| unreadable(&error))
}
