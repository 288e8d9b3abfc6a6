//! A command line for the published catalog: `studio-errors explain 1601`.

use std::process::ExitCode;

use studio_errors::catalog::StudioError;

fn main() -> ExitCode {
    studio_errors_cli::main::<StudioError>()
}
