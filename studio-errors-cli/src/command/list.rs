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
        return Err(Failure::NothingListed);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::arguments::command;
    use studio_errors::StudioErrorCode;
    use studio_errors::catalog::StudioError;

    fn hostile(row: &CodeRow) -> &str {
        if row.number == 1600 { "a\u{7}" } else { "abc" }
    }

    #[derive(StudioErrorCode)]
    #[studio(category = "quota", http = 423)]
    #[allow(dead_code)]
    enum WalletError {
        /// The wallet is frozen
        #[studio(code = 1650)]
        #[deprecated(since = "2.1.0", note = "wallets are closed")]
        Frozen,
        /// The wallet is being moved
        #[studio(code = 1651, retryable = true)]
        Moving,
        /// The wallet is locked
        #[studio(code = 1652, retryable = true)]
        #[deprecated]
        Locked,
    }

    #[test]
    fn a_list_is_filtered_by_policy() {
        let reference = Reference::of::<WalletError>();
        let listed = |words: &str| {
            let typed = ["tool", "list"].into_iter().chain(words.split_whitespace());
            let matches = command(&reference).try_get_matches_from(typed).expect("valid arguments");
            let matches = matches.subcommand_matches("list").expect("the subcommand").clone();
            Filter::from(&matches).rows(&reference).iter().map(|row| row.number).collect::<Vec<_>>()
        };
        assert_eq!(listed(""), [1650, 1651, 1652]);
        assert_eq!((listed("--retryable"), listed("--retryable=false")), (Vec::from([1651, 1652]), Vec::from([1650])));
        assert_eq!(
            (listed("--deprecated"), listed("--deprecated=false")),
            (Vec::from([1650, 1652]), Vec::from([1651]))
        );
        // A word after the option is a word to search for.
        assert_eq!(listed("--retryable --deprecated=true locked"), [1652]);
    }

    #[test]
    fn names_and_descriptions_are_in_columns() {
        let reference = Reference::of::<StudioError>();
        let rows = ["STUDIO_1600", "STUDIO_1601"].map(|code| reference.get(code).expect("it is published"));
        let mut out = anstream::StripStream::new(Vec::new());
        assert!(list(&rows, &mut out).is_ok());
        let written = String::from_utf8(out.into_inner()).expect("a text");
        assert_eq!(
            written,
            "STUDIO_1600  429  retryable  RATE_LIMIT_EXCEEDED   Rate limit exceeded for this tenant or user\n\
             STUDIO_1601  402             INSUFFICIENT_CREDITS  Insufficient AI credits in wallet for this generation\n"
        );
        assert!(matches!(list(&[], &mut Vec::new()), Err(Failure::NothingListed)));
        assert_eq!((width(&rows, hostile), width(&rows[1..], hostile), width(&[], hostile)), ("a\\u{7}".len(), 3, 0));
    }
}
