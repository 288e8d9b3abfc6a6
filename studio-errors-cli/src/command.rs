//! The commands: one file each, with its arguments.

mod arguments;
mod check;
mod compare;
mod explain;
mod export;
mod failure;
mod file;
mod list;
mod look;
mod operations;
mod page;

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ArgMatches;
use clap_complete::Shell;
use studio_errors::CodeSet;
use studio_errors::reference::Reference;
use studio_errors::reference::output::terminal;

use self::arguments::{command, without_codes};
use self::failure::Failure;
use self::look::labelled;

/// Runs the command line of `S`: reads the arguments of the process, and writes to standard output and standard error.
///
/// The exit code is 0 for success, 1 for a negative result (an unknown code, an empty list, a change that breaks clients, a
/// conflict, a file that cannot be read), and 2 for invalid arguments. A reader that stops early, such as `head`, is not a failure.
#[must_use]
pub fn main<S: CodeSet>() -> ExitCode {
    // The arguments depend on the codes, and the codes depend on `--reference`.
    let stated = without_codes().try_get_matches().ok();
    let reference = match stated.as_ref().and_then(path_of_reference) {
        None => Reference::internal::<S>(),
        Some(path) => match file::read(path) {
            Ok(reference) => reference,
            Err(failure) => return failure.report(),
        },
    };
    let reference = if stated.as_ref().is_some_and(shows_internal) { reference } else { reference.public() };
    let matches = match command(&reference).try_get_matches() {
        Ok(matches) => matches,
        Err(error) => {
            // The message repeats the arguments: parse them again with control characters escaped.
            let typed = std::env::args_os().map(|word| terminal(&word.to_string_lossy()).to_string());
            let error = command(&reference).try_get_matches_from(typed).err().unwrap_or(error);
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

fn path_of_reference(matches: &ArgMatches) -> Option<&Path> {
    let (_, matches) = matches.subcommand()?;
    matches.try_get_one::<PathBuf>("reference").ok().flatten().map(PathBuf::as_path)
}

fn shows_internal(matches: &ArgMatches) -> bool {
    let matches = matches.subcommand().map(|(_, matches)| matches.try_get_one("internal"));
    matches.and_then(Result::ok).flatten().copied().unwrap_or_default()
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
            let stated = matches.get_one::<PathBuf>("reference").map(PathBuf::as_path);
            let owner = stated.unwrap_or(Path::new("the codes of this tool"));
            check::check(
                (owner, reference, stated.is_some()),
                paths.map(PathBuf::as_path),
                matches.get_one("format").is_some_and(|format: &String| format == "json"),
                &mut out,
            )?;
        }
        Some(("completions", matches)) => {
            let shell = matches.get_one("shell").copied().unwrap_or(Shell::Bash);
            let name = invoked_as();
            let word = arguments::word(&name);
            if word != name {
                let note = format!("no shell can complete the name `{name}`: the completions are for `{word}`");
                labelled(&format!("note: {}", terminal(&note)), &mut anstream::stderr().lock())?;
            }
            io::stdout().lock().write_all(&arguments::completions(reference, shell, &word))?;
        }
        Some(("import", matches)) => page::import(matches, &mut anstream::stderr().lock())?,
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
