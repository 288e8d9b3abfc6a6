//! The command `compare`: prints the changes since a baseline.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::string::ToString;

use super::failure::Failure;
use crate::baseline::table::help;
use crate::baseline::{Comparison, Effect};
use crate::reference::Reference;

pub(super) fn compare(reference: &Reference, path: &Path, out: &mut impl Write) -> Result<(), Failure> {
    let unreadable = |error: &dyn ToString| Failure::Reference(path.into(), error.to_string());
    let json = fs::read_to_string(path).map_err(|error| unreadable(&error))?;
    let was = Reference::from_json(&json).map_err(|error| unreadable(&error))?;
    let comparison = Comparison::new(&was, reference);
    if comparison.changes().is_empty() {
        writeln!(out, "nothing has changed")?;
        return Ok(());
    }
    write!(out, "{comparison}")?;
    match comparison.effect() {
        Effect::Compatible => Ok(()),
        effect => Err(Failure::Changed(effect, help(&comparison))),
    }
}
