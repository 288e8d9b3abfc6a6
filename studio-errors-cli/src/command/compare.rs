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
    let fact = match comparison.effect() {
        Effect::Compatible => return Ok(()),
        Effect::Reuses => "clients would mistake one error for another",
        _ => "clients that rely on these codes break",
    };
    Err(Failure::new(fact, &comparison.help()))
}
