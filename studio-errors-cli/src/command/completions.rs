//! The command `completions`: writes the completions for a shell, with the codes and names of the reference.

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::Path;

use clap::builder::PossibleValuesParser;
use clap::{Args, Command};
use clap_complete::Shell;

use super::codes::Codes;
use super::report::{Failure, labelled};
use studio_errors::reference::Reference;
use studio_errors::reference::output::terminal;

#[derive(Args)]
pub(super) struct Completions {
    shell: Shell,
    #[command(flatten)]
    codes: Codes,
}

impl Completions {
    pub(super) fn run(&self, own: Reference, command: Command) -> Result<(), Failure> {
        let reference = self.codes.or(own)?;
        let path = std::env::args_os().next().unwrap_or_default();
        let name = Path::new(&path).file_stem().and_then(OsStr::to_str).unwrap_or("studio-errors");
        // Completion scripts cannot quote the name of a command, and `clap_complete` panics at a space.
        let word: String = name.chars().map(|c| if is_plain(c) || c == '.' { c } else { '-' }).collect();
        if word != name {
            let note = format!("no shell can complete the name `{name}`: the completions are for `{word}`");
            labelled(&format!("note: {}", terminal(&note)), &mut anstream::stderr().lock())?;
        }
        let codes = reference.codes.iter().flat_map(|row| [&*row.code, &*row.name]);
        let categories = reference.categories.iter().map(|row| &*row.slug);
        let mut command = command
            .mut_subcommand("explain", |explain| explain.mut_arg("asked", |code| code.value_parser(words(codes))))
            .mut_subcommand("list", |list| list.mut_arg("category", |slug| slug.value_parser(words(categories))));
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command, word, &mut script);
        Ok(io::stdout().lock().write_all(&script)?)
    }
}

/// Keeps the words that need no quotes in any shell.
fn words<'a>(words: impl Iterator<Item = &'a str>) -> PossibleValuesParser {
    PossibleValuesParser::new(words.filter(|word| word.chars().all(is_plain)).map(ToString::to_string))
}

const fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-')
}
