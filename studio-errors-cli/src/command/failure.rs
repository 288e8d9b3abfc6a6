//! The failures of commands.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use super::look::{BOLD, ERROR, HELP};
use studio_errors::baseline::Effect;
use studio_errors::reference::output::terminal;

pub(super) enum Failure {
    /// The unknown codes, each with the most similar codes and their names.
    UnknownCodes(Vec<(String, Vec<(String, String)>)>),
    NothingListed,
    /// The path of the file, and why it cannot be read.
    Reference(PathBuf, String),
    /// The number of conflicts.
    Conflicts(usize),
    /// The numbers of codes without an operation, and of operations without codes.
    Operations(usize, usize),
    /// The effect of the changes on clients, and how to correct them.
    Changed(Effect, String),
    /// The problem with a page, and lines of help.
    Page(String),
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
    pub(super) fn report(&self) -> ExitCode {
        match self {
            // The reader has closed the pipe, which is not a failure.
            Self::Io(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            failure => {
                // If this cannot be written either, the exit code still states the failure.
                let _ = failure.write(&mut anstream::stderr().lock());
                if matches!(failure, Self::Usage(_)) { ExitCode::from(2) } else { ExitCode::FAILURE }
            }
        }
    }

    fn write(&self, err: &mut impl Write) -> io::Result<()> {
        match self {
            Self::UnknownCodes(unknown) => {
                for (asked, nearest) in unknown {
                    writeln!(err, "{ERROR}error:{ERROR:#} unknown code `{}`", terminal(asked))?;
                    if nearest.is_empty() {
                        writeln!(err, "{HELP}help:{HELP:#} `list` shows all codes")?;
                        continue;
                    }
                    writeln!(err, "{HELP}help:{HELP:#} similar codes:")?;
                    for (code, name) in nearest {
                        writeln!(err, "  {BOLD}{}{BOLD:#}  {}", terminal(code), terminal(name))?;
                    }
                }
                Ok(())
            }
            Self::NothingListed => writeln!(err, "{ERROR}error:{ERROR:#} no code matches"),
            Self::Reference(path, error) => {
                let (path, error) = (path.to_string_lossy(), terminal(error));
                writeln!(err, "{ERROR}error:{ERROR:#} reference `{}` cannot be read: {error}", terminal(&path))
            }
            Self::Changed(effect, help) => {
                let fact = match effect {
                    Effect::Reuses => "clients would mistake one error for another",
                    _ => "clients that rely on these codes break",
                };
                writeln!(err, "{ERROR}error:{ERROR:#} {fact}")?;
                help.lines().try_for_each(|line| {
                    let line = line.strip_prefix("help: ").unwrap_or(line);
                    writeln!(err, "{HELP}help:{HELP:#} {line}")
                })
            }
            Self::Operations(unused, without) => {
                let many =
                    |count: &usize, one: &str| if *count == 1 { format!("1 {one}") } else { format!("{count} {one}s") };
                let (codes, operations) = (many(unused, "code"), many(without, "operation"));
                writeln!(err, "{ERROR}error:{ERROR:#} {codes} without an operation, and {operations} without codes")?;
                writeln!(
                    err,
                    "{HELP}help:{HELP:#} list the codes of each operation with `code_set!`, and its set in the responses"
                )
            }
            Self::Conflicts(count) => {
                let numbers = if *count == 1 { "1 number has" } else { &format!("{count} numbers have") };
                writeln!(err, "{ERROR}error:{ERROR:#} {numbers} more than one meaning")?;
                writeln!(
                    err,
                    "{HELP}help:{HELP:#} keep the number in one service, and give the other error a free number"
                )
            }
            Self::Page(report) => {
                let (fact, helps) = report.split_once('\n').unwrap_or((report, ""));
                writeln!(err, "{ERROR}error:{ERROR:#} {fact}")?;
                helps.lines().try_for_each(|help| {
                    writeln!(err, "{HELP}help:{HELP:#} {}", help.strip_prefix("help: ").unwrap_or(help))
                })
            }
            Self::Usage(error) => write!(err, "{}", error.render().ansi()),
            Self::Io(error) => writeln!(err, "{ERROR}error:{ERROR:#} {error}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(failure: &Failure) -> String {
        let mut err = anstream::StripStream::new(Vec::new());
        failure.write(&mut err).expect("it is written");
        String::from_utf8(err.into_inner()).expect("a text")
    }

    #[test]
    fn a_closed_pipe_is_a_success_and_every_other_error_is_a_failure() {
        let ended = |kind: io::ErrorKind| format!("{:?}", Failure::from(io::Error::from(kind)).report());
        assert_eq!(ended(io::ErrorKind::BrokenPipe), format!("{:?}", ExitCode::SUCCESS));
        assert_eq!(ended(io::ErrorKind::StorageFull), format!("{:?}", ExitCode::FAILURE));
    }

    #[test]
    fn the_report_of_a_change_depends_on_its_effect() {
        let reported = |effect| written(&Failure::Changed(effect, "help: do this\nand that\n".into()));
        let help = "help: do this\nhelp: and that\n";
        assert_eq!(reported(Effect::Reuses), format!("error: clients would mistake one error for another\n{help}"));
        assert_eq!(reported(Effect::Breaks), format!("error: clients that rely on these codes break\n{help}"));
    }
}
