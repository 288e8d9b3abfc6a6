//! `list`: the codes that match.

use std::io::{self, Write};
use std::string::{String, ToString};
use std::vec::Vec;

use clap::ArgMatches;

use super::failure::Failure;
use super::look::{BOLD, http};
use crate::reference::{CodeRow, Reference};
use crate::shown::Terminal;

/// What a code must be to be listed.
pub(super) struct Filter<'a> {
    words: Vec<String>,
    category: Option<&'a String>,
    /// The digits that the status begins with.
    http: Option<&'a String>,
}

impl<'a> From<&'a ArgMatches> for Filter<'a> {
    fn from(matches: &'a ArgMatches) -> Self {
        let words = matches.get_many::<String>("words").into_iter().flatten();
        Self {
            words: words.map(|word| word.to_lowercase()).collect(),
            category: matches.get_one("category"),
            http: matches.get_one("http"),
        }
    }
}

impl Filter<'_> {
    pub(super) fn rows<'r>(&self, reference: &'r Reference) -> Vec<&'r CodeRow> {
        reference.codes.iter().filter(|row| self.lets(row)).collect()
    }

    fn lets(&self, row: &CodeRow) -> bool {
        let text = [&row.code, &row.name, &row.description, &row.resolution].map(|text| text.to_lowercase()).join("\n");
        self.category.is_none_or(|slug| Terminal(&row.category).to_string() == *slug)
            && self.http.is_none_or(|digits| row.http.to_string().starts_with(digits.as_str()))
            && self.words.iter().all(|word| text.contains(word))
    }
}

/// A line a code.
pub(super) fn list(rows: &[&CodeRow], out: &mut impl Write) -> Result<(), Failure> {
    if rows.is_empty() {
        return Err(Failure::NothingListed);
    }
    let codes = width(rows, |row| &row.code);
    let names = width(rows, |row| &row.name);
    rows.iter().try_for_each(|row| line(row, codes, names, out))?;
    Ok(())
}

fn line(row: &CodeRow, codes: usize, names: usize, out: &mut impl Write) -> io::Result<()> {
    let status = http(row.http);
    let (code, name) = (Terminal(&row.code).to_string(), Terminal(&row.name).to_string());
    writeln!(
        out,
        "{BOLD}{code:codes$}{BOLD:#}  {status}{}{status:#}  {name:names$}  {}",
        row.http,
        Terminal(&row.description)
    )
}

fn width(rows: &[&CodeRow], column: impl Fn(&CodeRow) -> &str) -> usize {
    rows.iter().map(|row| Terminal(column(row)).to_string().chars().count()).max().unwrap_or(0)
}
