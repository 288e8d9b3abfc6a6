//! What the commands write to the terminal: colors, fonts and failures.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::ValueEnum;
use clap::builder::styling::{AnsiColor, Style};

pub(super) const BOLD: Style = Style::new().bold();
pub(super) const QUIET: Style = Style::new().dimmed();
pub(super) const DEPRECATED: Style = AnsiColor::Magenta.on_default();
const ERROR: Style = AnsiColor::Red.on_default().bold();
const HELP: Style = AnsiColor::Cyan.on_default().bold();

/// The format of what a command has found.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Layout {
    Table,
    Json,
}

/// One color for errors of the client, and one for errors of the server.
pub(super) const fn http(status: u16) -> Style {
    if status < 500 { AnsiColor::Yellow.on_default() } else { AnsiColor::Red.on_default() }
}

/// Writes a line whose label has a color: `error: `, `help: ` or `note: `.
pub(super) fn labelled(line: &str, err: &mut impl Write) -> io::Result<()> {
    let styles = [("error:", ERROR), ("help:", HELP), ("note:", HELP)];
    match styles.iter().find_map(|(label, style)| Some((label, style, line.strip_prefix(label)?))) {
        Some((label, style, text)) => writeln!(err, "{style}{label}{style:#}{text}"),
        None => writeln!(err, "{line}"),
    }
}

pub(super) fn many(count: usize, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
}

pub(super) enum Failure {
    /// Lines such as `error: no code matches` and `help: ..`.
    Report(String),
    /// Invalid arguments, or a question for the help.
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
            Self::Io(error) if error.kind() == io::ErrorKind::BrokenPipe => (Ok(()), 0),
            Self::Io(error) => (labelled(&format!("error: {error}"), &mut err), 1),
            Self::Report(lines) => (lines.lines().try_for_each(|line| labelled(line, &mut err)), 1),
            Self::Usage(error) => {
                drop(err);
                (error.print(), error.exit_code())
            }
        };
        ExitCode::from(u8::try_from(code).unwrap_or(1))
    }
}
