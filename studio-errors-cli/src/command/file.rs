//! A reference from a file.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Arg, ValueHint, value_parser};

use super::failure::Failure;
use studio_errors::reference::Reference;

pub(super) fn read(path: &Path) -> Result<Reference, Failure> {
    let unreadable = |error: &dyn ToString| Failure::Reference(path.into(), error.to_string());
    let json = fs::read_to_string(path).map_err(|error| unreadable(&error))?;
    Reference::from_json(&json).map_err(|error| unreadable(&error))
}

/// `--reference`, of every command that uses codes.
pub(super) fn reference() -> Arg {
    Arg::new("reference")
        .long("reference")
        .short('r')
        .value_name("FILE")
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::FilePath)
        .help("Use the codes of a file that `export --format json` wrote, not the codes of this tool")
}
