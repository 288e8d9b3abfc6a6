//! What ends a command without success.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::string::String;
use std::vec::Vec;

use super::look::{BOLD, ERROR, HELP};
use crate::baseline::Effect;
use crate::text::escape::Terminal;

pub(super) enum Failure {
    /// Each with the codes, and their names, that look most like it.
    UnknownCodes(Vec<(String, Vec<(String, String)>)>),
    NothingListed,
    /// The baseline, and why it cannot be compared with.
    Baseline(PathBuf, String),
    /// What changes do to clients, and what mends them.
    Changed(Effect, String),
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
            // Whoever read has read enough.
            Self::Io(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            failure => {
                // Where even this cannot be written, the exit code still tells.
                let _ = failure.write(&mut anstream::stderr().lock());
                ExitCode::FAILURE
            }
        }
    }

    fn write(&self, err: &mut impl Write) -> io::Result<()> {
        match self {
            Self::UnknownCodes(unknown) => {
                for (asked, nearest) in unknown {
                    writeln!(err, "{ERROR}error:{ERROR:#} unknown code `{}`", Terminal(asked))?;
                    if nearest.is_empty() {
                        writeln!(err, "{HELP}help:{HELP:#} `list` shows every code")?;
                        continue;
                    }
                    writeln!(err, "{HELP}help:{HELP:#} the nearest:")?;
                    for (code, name) in nearest {
                        writeln!(err, "  {BOLD}{}{BOLD:#}  {}", Terminal(code), Terminal(name))?;
                    }
                }
                Ok(())
            }
            Self::NothingListed => writeln!(err, "{ERROR}error:{ERROR:#} no code matches"),
            Self::Baseline(path, error) => {
                let (path, error) = (path.to_string_lossy(), Terminal(error));
                writeln!(err, "{ERROR}error:{ERROR:#} baseline `{}` cannot be read: {error}", Terminal(&path))
            }
            Self::Changed(effect, mends) => {
                let fact = match effect {
                    Effect::Reuses => "clients would mistake one error for another",
                    _ => "clients that rely on these codes break",
                };
                writeln!(err, "{ERROR}error:{ERROR:#} {fact}")?;
                mends.lines().try_for_each(|mend| {
                    let mend = mend.strip_prefix("help: ").unwrap_or(mend);
                    writeln!(err, "{HELP}help:{HELP:#} {mend}")
                })
            }
            Self::Io(error) => writeln!(err, "{ERROR}error:{ERROR:#} {error}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::format;

    use super::*;

    fn written(failure: &Failure) -> String {
        let mut err = anstream::StripStream::new(Vec::new());
        failure.write(&mut err).expect("it is written");
        String::from_utf8(err.into_inner()).expect("a text")
    }

    #[test]
    fn a_reader_that_stops_is_no_failure_and_everything_else_is() {
        let ended = |kind: io::ErrorKind| format!("{:?}", Failure::from(io::Error::from(kind)).report());
        assert_eq!(ended(io::ErrorKind::BrokenPipe), format!("{:?}", ExitCode::SUCCESS));
        assert_eq!(ended(io::ErrorKind::StorageFull), format!("{:?}", ExitCode::FAILURE));
    }

    #[test]
    fn a_change_is_told_by_what_it_does() {
        let told = |effect| written(&Failure::Changed(effect, "help: do this\nand that\n".into()));
        let help = "help: do this\nhelp: and that\n";
        assert_eq!(told(Effect::Reuses), format!("error: clients would mistake one error for another\n{help}"));
        assert_eq!(told(Effect::Breaks), format!("error: clients that rely on these codes break\n{help}"));
    }
}
