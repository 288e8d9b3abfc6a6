//! The failures of commands.

use std::io::{self, Write};
use std::process::ExitCode;

use super::look::labelled;

pub(super) enum Failure {
    /// Lines such as `error: no code matches` and `help: ..`.
    Report(String),
    /// Arguments that cannot be combined.
    Usage(clap::Error),
    Io(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl Failure {
    /// A failure, and what the user can do about it: lines that begin with `help: `.
    pub(super) fn new(fact: &str, help: &str) -> Self {
        Self::Report(format!("error: {fact}\n{help}"))
    }

    pub(super) fn report(&self) -> ExitCode {
        let mut err = anstream::stderr().lock();
        // If the report cannot be written either, the exit code still states the failure.
        let (_, code) = match self {
            // The reader has closed the pipe, which is not a failure.
            Self::Io(error) if error.kind() == io::ErrorKind::BrokenPipe => (Ok(()), ExitCode::SUCCESS),
            Self::Io(error) => (labelled(&format!("error: {error}"), &mut err), ExitCode::FAILURE),
            Self::Usage(error) => (write!(err, "{}", error.render().ansi()), ExitCode::from(2)),
            Self::Report(lines) => (lines.lines().try_for_each(|line| labelled(line, &mut err)), ExitCode::FAILURE),
        };
        code
    }
}
