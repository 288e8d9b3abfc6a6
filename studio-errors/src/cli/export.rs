//! The command `export`: writes the reference in a format.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgMatches, Command, ValueHint, value_parser};

use super::failure::Failure;
use super::file;
use crate::reference::{Format, Reference};

pub(super) fn command() -> Command {
    Command::new("export")
        .about("Write the reference to standard output")
        .arg(
            Arg::new("format")
                .long("format")
                .short('f')
                .required(true)
                .value_parser(formats())
                .help("The format of the reference"),
        )
        .arg(
            Arg::new("reference")
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath)
                .help("A file that `export --format json` wrote; without one, the codes of this tool"),
        )
}

/// [`Format`] does not implement clap's `ValueEnum`, which would add clap to the public interface.
fn formats() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.iter().map(|format| format.name())).try_map(|name| name.parse())
}

pub(super) fn export(reference: &Reference, matches: &ArgMatches) -> Result<(), Failure> {
    let format = matches.get_one("format").copied().unwrap_or(Format::Markdown);
    let text = match matches.get_one::<PathBuf>("reference") {
        Some(path) => file::read(path)?.to(format),
        None => reference.to(format),
    };
    // `anstream` would remove control sequences, but this output is data.
    Ok(io::stdout().lock().write_all(text.as_bytes())?)
}
