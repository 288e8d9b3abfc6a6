//! The published catalog in a terminal: `studio-errors explain 1601`.

use std::process::ExitCode;

use studio_errors::catalog::StudioError;

fn main() -> ExitCode {
    studio_errors::cli::main::<StudioError>()
}
