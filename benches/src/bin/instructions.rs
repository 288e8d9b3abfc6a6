//! Runs one operation a number of times, for callgrind. Without arguments, lists the operations.

use std::env;
use std::process::ExitCode;

use studio_errors_benches::OPERATIONS;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let mut operations = OPERATIONS.iter().copied().flatten();
    let [operation, subject, turns] = &arguments[..] else {
        operations.for_each(|(operation, subject, _)| println!("{operation}\t{subject}"));
        return ExitCode::SUCCESS;
    };
    let found = operations.find(|(o, s, _)| o == operation && s == subject);
    let (Some((_, _, run)), Ok(turns)) = (found, turns.parse()) else {
        eprintln!("no operation `{operation}` of `{subject}`, or `{turns}` is not a number");
        return ExitCode::FAILURE;
    };
    (0..turns).for_each(run);
    ExitCode::SUCCESS
}
