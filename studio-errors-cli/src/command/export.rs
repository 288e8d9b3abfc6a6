//! The command `export`: writes the reference in a format.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Args, Command, ValueHint};

use super::codes::Codes;
use super::report::Failure;
use crate::Format;
use studio_errors::reference::{OpenApiInfo, Reference};

#[derive(Args)]
pub(super) struct Export {
    /// Show the explanations for operators too: the sections `# Internal`
    #[arg(long)]
    internal: bool,
    #[command(flatten)]
    codes: Codes,
    /// The format of the reference
    #[arg(long, short, value_parser = formats())]
    format: Format,
    /// The same as `--reference FILE`
    #[arg(conflicts_with = "reference", value_hint = ValueHint::FilePath)]
    file: Option<PathBuf>,
    /// The title of the API, in the format `openapi`
    #[arg(long)]
    title: Option<String>,
    /// The version of the API, in the format `openapi`
    #[arg(long)]
    version: Option<String>,
    /// The URL of a server, in the format `openapi`; can be repeated
    #[arg(long = "server", value_name = "URL")]
    servers: Vec<String>,
}

/// [`Format`] does not implement clap's `ValueEnum`, which would add clap to the public interface.
fn formats() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.iter().map(|format| format.name()))
        .try_map(|name| Format::named(&name).ok_or("unknown format"))
}

impl Export {
    pub(super) fn run(self, own: Reference, command: &mut Command) -> Result<(), Failure> {
        let text = match self.format {
            Format::OpenApi => self.reference(own)?.to_openapi_with(&self.info()),
            format => {
                self.refuse_info(command)?;
                format.write(&self.reference(own)?)
            }
        };
        // `anstream` would remove control sequences, but this output is data.
        Ok(io::stdout().lock().write_all(text.as_bytes())?)
    }

    fn reference(&self, own: Reference) -> Result<Reference, Failure> {
        let codes = Codes { reference: self.codes.reference.clone().or_else(|| self.file.clone()) };
        codes.with_internal(own, self.internal)
    }

    fn info(&self) -> OpenApiInfo {
        let mut info = OpenApiInfo::new();
        if let Some(title) = &self.title {
            info = info.title(title);
        }
        if let Some(version) = &self.version {
            info = info.version(version);
        }
        self.servers.iter().fold(info, OpenApiInfo::server)
    }

    /// Refuses the arguments that only the format `openapi` uses.
    fn refuse_info(&self, command: &mut Command) -> Result<(), Failure> {
        let stated = [
            ("title", self.title.is_some()),
            ("version", self.version.is_some()),
            ("server", !self.servers.is_empty()),
        ];
        stated.iter().find(|(_, is_stated)| *is_stated).map_or(Ok(()), |(name, _)| {
            let message = format!("`--{name}` needs `--format openapi`");
            Err(Failure::Usage(command.error(ErrorKind::ArgumentConflict, message)))
        })
    }
}
