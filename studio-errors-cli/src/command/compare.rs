//! The command `compare`: prints the changes since a baseline.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::codes::{self, Codes};
use super::report::Failure;
use studio_errors::baseline::{Comparison, Effect};
use studio_errors::reference::Reference;

#[derive(Args)]
pub(super) struct Compare {
    /// A file that `export --format json` wrote
    #[arg(value_hint = ValueHint::FilePath)]
    baseline: PathBuf,
    #[command(flatten)]
    codes: Codes,
}

impl Compare {
    pub(super) fn run(&self, own: Reference, out: &mut impl Write) -> Result<(), Failure> {
        let reference = self.codes.or(own)?;
        let comparison = Comparison::new(&codes::read(&self.baseline)?, &reference);
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
}
