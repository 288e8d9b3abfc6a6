//! The command `export`: writes the reference in a format.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};

use super::failure::Failure;
use super::file::{self, internal, reference};
use crate::Format;
use studio_errors::reference::{OpenApiInfo, Reference};

pub(super) fn command() -> Command {
    Command::new("export")
        .about("Write the reference to standard output")
        .arg(internal())
        .arg(reference())
        .arg(
            Arg::new("format")
                .long("format")
                .short('f')
                .required(true)
                .value_parser(formats())
                .help("The format of the reference"),
        )
        .arg(
            Arg::new("file")
                .conflicts_with("reference")
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath)
                .help("The same as `--reference FILE`"),
        )
        .arg(Arg::new("title").long("title").value_name("TITLE").help("The title of the API, in the format `openapi`"))
        .arg(
            Arg::new("version")
                .long("version")
                .value_name("VERSION")
                .help("The version of the API, in the format `openapi`"),
        )
        .arg(
            Arg::new("server")
                .long("server")
                .value_name("URL")
                .action(ArgAction::Append)
                .help("The URL of a server, in the format `openapi`; can be repeated"),
        )
}

/// [`Format`] does not implement clap's `ValueEnum`, which would add clap to the public interface.
fn formats() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.iter().map(|format| format.name())).try_map(|name| name.parse())
}

/// The arguments that only the format `openapi` uses.
const OF_OPENAPI: [&str; 3] = ["title", "version", "server"];

fn info(matches: &ArgMatches) -> OpenApiInfo {
    let mut info = OpenApiInfo::new();
    if let Some(title) = matches.get_one::<String>("title") {
        info = info.title(title);
    }
    if let Some(version) = matches.get_one::<String>("version") {
        info = info.version(version);
    }
    matches.get_many::<String>("server").into_iter().flatten().fold(info, OpenApiInfo::server)
}

pub(super) fn export(reference: &Reference, matches: &ArgMatches) -> Result<(), Failure> {
    let format = matches.get_one("format").copied().unwrap_or(Format::Markdown);
    let other = OF_OPENAPI.into_iter().find(|name| matches.contains_id(name)).filter(|_| format != Format::OpenApi);
    if let Some(name) = other {
        let message = format!("`--{name}` needs `--format openapi`");
        return Err(Failure::Usage(command().error(ErrorKind::ArgumentConflict, message)));
    }
    let read;
    let reference = match matches.get_one::<PathBuf>("file") {
        Some(path) => {
            let file = file::read(path)?;
            read = if matches.get_flag("internal") { file } else { file.public() };
            &read
        }
        None => reference,
    };
    let text = match format {
        Format::OpenApi => reference.to_openapi_with(&info(matches)),
        format => format.write(reference),
    };
    // `anstream` would remove control sequences, but this output is data.
    Ok(io::stdout().lock().write_all(text.as_bytes())?)
}
