//! The commands: one file each, with its arguments.

mod check;
mod codes;
mod compare;
mod completions;
mod explain;
mod export;
mod list;
mod operations;
mod page;
mod report;

use std::io::Write;
use std::process::ExitCode;

use clap::builder::styling::{AnsiColor, Styles};
use clap::{Command, CommandFactory, FromArgMatches, Parser};
use studio_errors::CodeSet;
use studio_errors::reference::Reference;
use studio_errors::reference::output::terminal;

use self::report::Failure;

/// Runs the command line of `S`: reads the arguments of the process, and writes to standard output and standard error.
///
/// The exit code is 0 for success, 1 for a negative result (an unknown code, an empty list, a change that breaks clients, a
/// conflict, a file that cannot be read), and 2 for invalid arguments. A reader that stops early, such as `head`, is not a failure.
#[must_use]
pub fn main<S: CodeSet>() -> ExitCode {
    match run(Reference::internal::<S>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

#[derive(Parser)]
#[command(name = "studio-errors", version, styles = STYLES)]
enum Tool {
    /// Explain a code
    Explain(explain::Explain),
    /// List the codes that match
    List(list::List),
    /// Write the reference to standard output
    Export(export::Export),
    /// Print the changes since a baseline, and fail if a change breaks clients
    Compare(compare::Compare),
    #[command(
        about = "Compare references and OpenAPI documents, and fail if one number has two meanings or an operation has no codes"
    )]
    Check(check::Check),
    /// Write the completions for a shell to standard output
    Completions(completions::Completions),
    /// Write a page of error codes as Rust to standard output
    Import(page::Import),
    /// Compare a page of error codes with the code, and fail if they do not agree
    Verify(page::Verify),
}

/// `own` are the codes of the tool.
fn run(own: Reference) -> Result<(), Failure> {
    let mut out = anstream::stdout().lock();
    let mut command = Tool::command().about(format!("Explains, lists and compares: {}", own.title()));
    match parse(command.clone())? {
        Tool::Explain(explain) => explain.run(own, &mut out)?,
        Tool::List(list) => list.run(own, &command, &mut out)?,
        Tool::Export(export) => export.run(own, &mut command)?,
        Tool::Compare(compare) => compare.run(own, &mut out)?,
        Tool::Check(check) => check.run(own, &mut out)?,
        Tool::Completions(completions) => completions.run(own, command)?,
        Tool::Import(import) => import.run(&mut anstream::stderr().lock())?,
        Tool::Verify(verify) => verify.run(own, &mut out)?,
    }
    out.flush()?;
    Ok(())
}

fn parse(mut command: Command) -> Result<Tool, Failure> {
    let matches = command.try_get_matches_from_mut(std::env::args_os());
    matches.and_then(|matches| Tool::from_arg_matches(&matches)).map_err(|error| {
        // The message repeats the arguments: parse them again with control characters escaped.
        let typed = std::env::args_os().map(|word| terminal(&word.to_string_lossy()).to_string());
        Failure::Usage(command.try_get_matches_from_mut(typed).err().unwrap_or(error))
    })
}
