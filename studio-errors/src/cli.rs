//! A command line for the codes of a service: `explain`, `list`, `export`, `compare`, `check`.
//!
//! The binary `studio-errors` contains the published catalog. A service gets the same tool for its own codes with a `main`
//! function of one line:
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
//! | command | effect |
//! |---|---|
//! | `explain 1601` | explains a code; accepts `STUDIO_1601` and `insufficient_credits` as well |
//! | `list credits --category quota --http 4xx` | lists the codes that match |
//! | `list --retryable --deprecated=false` | lists the codes that are retryable and not deprecated |
//! | `export --format html` | writes the reference in a [`Format`](crate::reference::Format) |
//! | `export --format python error-codes.json` | writes an exported reference in another format |
//! | `export --format openapi --title Orders --version 2.1.0 --server https://api.example.com` | states the API in the document |
//! | `compare error-codes.json` | prints the changes since a [baseline](crate::baseline), and fails if a change breaks clients |
//! | `check orders.json billing.json` | compares the exported references of several services, and fails if one number has two meanings |
//! | `completions bash` | writes the completions for a shell |
//! | `import docs/errors.md --catalog Acme` | with the feature `import`: writes a published page as Rust |
//! | `verify docs/errors.md` | with the feature `import`: compares a published page with the code, and fails if they do not agree; `--format json` is for scripts |
//!
//! `export`, `compare` and `check` read the output of `export --format json`, also in earlier versions of the format. `check` uses
//! only the files, not the codes of this tool, so one tool can check the services of a whole organization. `check --format json`
//! writes the conflicts as JSON.
//!
//! Colors are used only in a terminal, and not if [`NO_COLOR`](https://no-color.org) is set. Control sequences in a description, a
//! file or an argument are escaped before they are written to the terminal.

mod check;
mod command;
mod compare;
mod explain;
mod export;
mod failure;
mod file;
mod list;
mod look;
#[cfg(feature = "import")]
mod page;

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::string::{String, ToString};

use clap::ArgMatches;
use clap_complete::Shell;

use self::failure::Failure;
use self::look::HELP;
use crate::code::CodeSet;
use crate::reference::Reference;
use crate::text::escape::Terminal;

/// Runs the command line of `S`: reads the arguments of the process, and writes to standard output and standard error.
///
/// The exit code is 0 for success, 1 for a negative result (an unknown code, an empty list, a change that breaks clients, a
/// conflict, a file that cannot be read), and 2 for invalid arguments. A reader that stops early, such as `head`, is not a failure.
#[must_use]
pub fn main<S: CodeSet>() -> ExitCode {
    let reference = Reference::of::<S>();
    let matches = match command::command(&reference).try_get_matches() {
        Ok(matches) => matches,
        Err(error) => {
            // The message repeats the arguments: parse them again with control characters escaped.
            let typed = std::env::args_os().map(|word| Terminal(&word.to_string_lossy()).to_string());
            let error = command::command(&reference).try_get_matches_from(typed).err().unwrap_or(error);
            // If this cannot be written either, the exit code still states the failure.
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
        Some(("export", matches)) => export::export(reference, matches)?,
        Some(("compare", matches)) => {
            let path = matches.get_one("baseline").map_or(Path::new(""), PathBuf::as_path);
            compare::compare(reference, path, &mut out)?;
        }
        Some(("check", matches)) => {
            let paths = matches.get_many::<PathBuf>("references").into_iter().flatten();
            check::check(
                paths.map(PathBuf::as_path),
                matches.get_one("format").is_some_and(|format: &String| format == "json"),
                &mut out,
            )?;
        }
        Some(("completions", matches)) => {
            let shell = matches.get_one("shell").copied().unwrap_or(Shell::Bash);
            let name = invoked_as();
            let word = command::word(&name);
            if word != name {
                let note = std::format!("no shell can complete the name `{name}`: the completions are for `{word}`");
                writeln!(anstream::stderr().lock(), "{HELP}note:{HELP:#} {}", Terminal(&note))?;
            }
            io::stdout().lock().write_all(&command::completions(reference, shell, &word))?;
        }
        #[cfg(feature = "import")]
        Some(("import", matches)) => page::import(matches, &mut anstream::stderr().lock())?,
        #[cfg(feature = "import")]
        Some(("verify", matches)) => page::verify(reference, matches, &mut out)?,
        // `clap` accepts no other subcommand.
        _ => {}
    }
    out.flush()?;
    Ok(())
}

/// Returns the name of the executable file.
fn invoked_as() -> String {
    let path = std::env::args_os().next().unwrap_or_default();
    let name = Path::new(&path).file_stem().and_then(OsStr::to_str);
    name.unwrap_or("studio-errors").into()
}
