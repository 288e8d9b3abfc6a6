//! The command `compare`: prints the changes since a baseline.

use std::io::Write;
use std::path::Path;

use super::failure::Failure;
use super::file;
use studio_errors::baseline::{Comparison, Effect};
use studio_errors::reference::Reference;

pub(super) fn compare(reference: &Reference, path: &Path, out: &mut impl Write) -> Result<(), Failure> {
    let comparison = Comparison::new(&file::read(path)?, reference);
    if comparison.changes().is_empty() {
        writeln!(out, "nothing has changed")?;
        return Ok(());
    }
    write!(out, "{comparison}")?;
    match comparison.effect() {
        Effect::Compatible => Ok(()),
        effect => Err(Failure::Changed(effect, comparison.help())),
    }
}
