//! A command line for the codes of a service: `explain`, `list`, `export`, `compare`.
//!
//! The binary `studio-errors` shows the published catalog. A service gets the same tool for its own codes with a `main`
//! of one line:
//!
//! ```no_run
//! use std::process::ExitCode;
//! # use studio_errors::catalog::QuotaError as ServiceErrors;
//!
//! fn main() -> ExitCode {
//!     studio_errors::cli::main::<ServiceErrors>()
//! }
//! ```
//!
//! | command | does |
//! |---|---|
//! | `explain 1601` | tells what a code means and what to do; takes `STUDIO_1601` and `insufficient_credits` as well |
//! | `list credits --category quota --http 4xx` | lists the codes that match |
//! | `export --format html` | writes the reference in a [`Format`] |
//! | `compare error-codes.json` | tells what has changed since a [baseline](crate::baseline), and fails where it breaks clients |
//! | `completions bash` | writes the completions of a shell |
//!
//! Colours are for terminals, and not under [`NO_COLOR`](https://no-color.org). Nothing that a description, a baseline or an
//! argument holds reaches the terminal as a control sequence.

mod command;
mod compare;
mod explain;
mod failure;
mod list;
mod look;

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::string::{String, ToString};

use clap::ArgMatches;
use clap_complete::Shell;

use self::failure::Failure;
use crate::code::CodeSet;
use crate::reference::{Format, Reference};
use crate::text::escape::Terminal;

/// The command line of `S`: reads the arguments of the process, writes to its standard output and standard error.
///
/// The exit code is 0 when all went well, 1 when the answer is no (no such code, nothing listed,
/// clients break), and 2 when the arguments
/// do not read. A reader that stops early, such as `head`, is no failure.
#[must_use]
pub fn main<S: CodeSet>() -> ExitCode {
    let reference = Reference::of::<S>();
    let matches = match command::command(&reference).try_get_matches() {
        Ok(matches) => matches,
        Err(error) => {
            // It repeats what was typed: the same mistake with that spelt out.
            let typed = std::env::args_os().map(|word| Terminal(&word.to_string_lossy()).to_string());
            let error = command::command(&reference).try_get_matches_from(typed).err().unwrap_or(error);
            // Where even this cannot be written, the exit code still tells.
            let _ = error.print();
            return u8::try_from(error.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from);
        }
    };
    match run(&reference, &matches) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

fn run(reference: &Reference, matches: &ArgMatches) -> Result<(), Failure> {
    let mut out = anstream::stdout().lock();
    match matches.subcommand() {
        Some(("explain", matches)) => {
            explain::explain(reference, matches.get_many::<String>("code").into_iter().flatten(), &mut out)?;
        }
        Some(("list", matches)) => list::list(&list::Filter::from(matches).rows(reference), &mut out)?,
        Some(("export", matches)) => {
            // Not through `anstream`, which takes control sequences out of what is data here.
            let format = matches.get_one("format").copied().unwrap_or(Format::Markdown);
            io::stdout().lock().write_all(reference.to(format).as_bytes())?;
        }
        Some(("compare", matches)) => {
            let path = matches.get_one("baseline").map_or(Path::new(""), PathBuf::as_path);
            compare::compare(reference, path, &mut out)?;
        }
        Some(("completions", matches)) => {
            let shell = matches.get_one("shell").copied().unwrap_or(Shell::Bash);
            io::stdout().lock().write_all(&command::completions(reference, shell, &invoked_as()))?;
        }
        // `clap` lets no other through.
        _ => {}
    }
    out.flush()?;
    Ok(())
}

/// The name that the user knows this tool by.
fn invoked_as() -> String {
    let path = std::env::args_os().next().unwrap_or_default();
    let name = Path::new(&path).file_stem().and_then(OsStr::to_str);
    name.unwrap_or("studio-errors").into()
}
