//! The command line for the codes of `hostile`.

use std::process::ExitCode;

use studio_errors_tests::hostile::ServiceError;

fn main() -> ExitCode {
    studio_errors_cli::main::<ServiceError>()
}
