//! The command `list`: prints the codes that match.

use std::io::{self, Write};

use clap::ArgMatches;

use super::failure::Failure;
use super::look::{BOLD, http};
use studio_errors::reference::output::terminal;
use studio_errors::reference::{CodeRow, Reference};

/// The filters of the command.
pub(super) struct Filter<'a> {
    words: Vec<String>,
    category: Option<&'a String>,
    /// The first digits of the status, such as `4` or `402`.
    http: Option<&'a String>,
    retryable: Option<bool>,
    deprecated: Option<bool>,
}

impl<'a> From<&'a ArgMatches> for Filter<'a> {
    fn from(matches: &'a ArgMatches) -> Self {
        let words = matches.get_many::<String>("words").into_iter().flatten();
        Self {
            words: words.map(|word| word.to_lowercase()).collect(),
            category: matches.get_one("category"),
            http: matches.get_one("http"),
            retryable: matches.get_one("retryable").copied(),
            deprecated: matches.get_one("deprecated").copied(),
        }
    }
}

impl Filter<'_> {
    pub(super) fn rows<'r>(&self, reference: &'r Reference) -> Vec<&'r CodeRow> {
        reference.codes.iter().filter(|row| self.matches(row)).collect()
    }

    fn matches(&self, row: &CodeRow) -> bool {
        let text = [&row.code, &row.name, &row.description, &row.resolution].map(|text| text.to_lowercase()).join("\n");
        self.category.is_none_or(|slug| terminal(&row.category).to_string() == *slug)
            && self.http.is_none_or(|digits| row.http.to_string().starts_with(digits.as_str()))
            && self.retryable.is_none_or(|retryable| row.retryable == retryable)
            && self.deprecated.is_none_or(|deprecated| row.deprecated.is_some() == deprecated)
            && self.words.iter().all(|word| text.contains(word))
    }
}

/// One line for each code.
pub(super) fn list(rows: &[&CodeRow], out: &mut impl Write) -> Result<(), Failure> {
    if rows.is_empty() {
        return Err(Failure::new("no code matches", ""));
    }
    let codes = width(rows, |row| &row.code);
    let names = width(rows, |row| &row.name);
    rows.iter().try_for_each(|row| line(row, codes, names, out))?;
    Ok(())
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

fn width(rows: &[&CodeRow], column: impl Fn(&CodeRow) -> &str) -> usize {
    rows.iter().map(|row| terminal(column(row)).to_string().chars().count()).max().unwrap_or(0)
}
