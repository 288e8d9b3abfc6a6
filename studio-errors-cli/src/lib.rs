//! The command line of [`studio_errors`]: explains, lists, exports, compares and checks error codes, and imports and verifies published
//! pages.
//!
//! The binary `studio-errors` contains the published catalog. A service gets the same tool for its own codes with a `main`
//! function of one line:
//!
//! ```no_run
//! use std::process::ExitCode;
//! # use studio_errors::catalog::QuotaError as ServiceErrors;
//!
//! fn main() -> ExitCode {
//!     studio_errors_cli::main::<ServiceErrors>()
//! }
//! ```
//!
//! | command | effect |
//! |---|---|
//! | `explain 1601` | explains a code; accepts `STUDIO_1601` and `insufficient_credits` as well |
//! | `list credits --category quota --http 4xx` | lists the codes that match |
//! | `list --retryable --deprecated=false` | lists the codes that are retryable and not deprecated |
//! | `export --format html` | writes the reference in a [`Format`] |
//! | `export --format openapi --title Orders --version 2.1.0 --server https://api.example.com` | states the API in the document |
//! | `compare error-codes.json` | prints the changes since a [baseline](studio_errors::baseline), and fails if a change breaks clients |
//! | `check orders.json billing.json` | compares the exported references of several services, and fails if one number has two meanings |
//! | `check openapi.json error-codes.json` | reports the codes that no operation of an `OpenAPI` document has, and the operations without codes |
//! | `import docs/errors.md --catalog Acme` | writes a published [`page`] as Rust |
//! | `verify docs/errors.md` | compares a published page with the codes, and fails if they do not agree; `--format json` is for scripts |
//! | `completions bash` | writes the completions for a shell |
//!
//! Each command uses the codes of its tool. With `--reference error-codes.json` it uses the codes of a file that `export --format json`
//! wrote instead, for a service without its source:
//!
//! ```text
//! studio-errors explain 100 --reference orders.json
//! studio-errors export --format python --reference orders.json
//! studio-errors compare orders-1.0.json --reference orders.json
//! ```
//!
//! `check` compares only the files, so that one tool can check the services of a whole organization. It compares a single file with the
//! codes of the tool. `check --format json` writes the conflicts as JSON. An operation has the codes that its responses refer to, as
//! utoipa and aide write them, except for the response `default`.
//!
//! Colors are used only in a terminal, and not if [`NO_COLOR`](https://no-color.org) is set. Control sequences in a description, a
//! file or an argument are escaped before they are written to the terminal.
//!
//! A test of a service calls [`assert_page_agrees`] to compare a page with the code.

pub mod client;
mod command;
mod format;
pub mod page;

pub use self::command::main;
pub use self::format::Format;
pub use self::page::assert_page_agrees;
