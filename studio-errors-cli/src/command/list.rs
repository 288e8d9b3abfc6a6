//! The command `list`: prints the codes that match.

use std::ffi::OsStr;
use std::io::{self, Write};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, Args, Command};

use super::codes::Codes;
use super::report::{BOLD, Failure, http};
use studio_errors::reference::output::terminal;
use studio_errors::reference::{CodeRow, Reference};

#[derive(Args)]
pub(super) struct List {
    /// Words of the code, name, description or resolution
    words: Vec<String>,
    /// The slug of a category, for example `quota`
    #[arg(long, short)]
    category: Option<String>,
    /// A status or a class of statuses, for example `402` or `4xx`
    #[arg(long, value_parser = status)]
    http: Option<String>,
    /// The codes that are retryable; `--retryable=false`: those that are not
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    #[arg(value_name = "true|false", hide_possible_values = true)]
    retryable: Option<bool>,
    /// The codes that are deprecated; `--deprecated=false`: those that are not
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    #[arg(value_name = "true|false", hide_possible_values = true)]
    deprecated: Option<bool>,
    #[command(flatten)]
    codes: Codes,
}

/// Parses `402`, and `4xx` as `4`: the first digits of the status.
fn status(written: &str) -> Result<String, &'static str> {
    let digits = written.trim_end_matches(['x', 'X']);
    let is_status = written.len() == 3 && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_status { Ok(digits.into()) } else { Err("write `402`, or `4xx` for all statuses that begin with 4") }
}

impl List {
    /// Writes one line for each code.
    pub(super) fn run(&self, own: Reference, command: &Command, out: &mut impl Write) -> Result<(), Failure> {
        let reference = self.codes.or(own)?;
        self.check_category(&reference, command)?;
        let rows: Vec<_> = reference.codes.iter().filter(|row| self.matches(row)).collect();
        if rows.is_empty() {
            return Err(Failure::new("no code matches", ""));
        }
        let width = |column: fn(&CodeRow) -> &str| {
            rows.iter().map(|row| terminal(column(row)).to_string().chars().count()).max().unwrap_or(0)
        };
        let (codes, names) = (width(|row| &row.code), width(|row| &row.name));
        Ok(rows.iter().try_for_each(|row| line(row, codes, names, out))?)
    }

    /// Refuses a category that the reference does not have, as clap refuses a value.
    fn check_category(&self, reference: &Reference, command: &Command) -> Result<(), Failure> {
        let Some(category) = &self.category else { return Ok(()) };
        let slugs = PossibleValuesParser::new(reference.categories.iter().map(|row| terminal(&row.slug).to_string()));
        let (typed, arg) = (terminal(category).to_string(), Arg::new("category").long("category").num_args(1));
        let known = slugs.parse_ref(command, Some(&arg), OsStr::new(&typed));
        known.map(drop).map_err(Failure::Usage)
    }

    fn matches(&self, row: &CodeRow) -> bool {
        let text = [&row.code, &row.name, &row.description, &row.resolution].map(|text| text.to_lowercase()).join("\n");
        self.category.as_ref().is_none_or(|slug| row.category == *slug)
            && self.http.as_ref().is_none_or(|digits| row.http.to_string().starts_with(digits))
            && self.retryable.is_none_or(|retryable| row.retryable == retryable)
            && self.deprecated.is_none_or(|deprecated| row.deprecated.is_some() == deprecated)
            && self.words.iter().all(|word| text.contains(&word.to_lowercase()))
    }
}

fn line(row: &CodeRow, codes: usize, names: usize, out: &mut impl Write) -> io::Result<()> {
    let status = http(row.http);
    let (code, name) = (terminal(&row.code).to_string(), terminal(&row.name).to_string());
    writeln!(
        out,
        "{BOLD}{code:codes$}{BOLD:#}  {status}{}{status:#}  {:9}  {name:names$}  {}{}",
        row.http,
        if row.retryable { "retryable" } else { "" },
        row.deprecated.as_ref().map_or(String::new(), |row| format!("[{}] ", terminal(&row.to_string()))),
        terminal(&row.description)
    )
}
