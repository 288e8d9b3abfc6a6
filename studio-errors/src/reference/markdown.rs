//! The reference as Markdown: GitHub's, which has tables.

use alloc::format;
use alloc::string::{String, ToString};

use super::Reference;
use super::sections::count;
use crate::text::escape::Line;

impl Reference {
    /// The reference as [GitHub Flavored Markdown](https://github.github.com/gfm/): a file to keep in a repository.
    ///
    /// Every code has an anchor: `REFERENCE.md#STUDIO_1601`.
    ///
    /// ```
    /// use studio_errors::catalog::QuotaError;
    /// use studio_errors::reference::Reference;
    ///
    /// let file = Reference::of::<QuotaError>().to_markdown();
    /// assert!(file.starts_with("# STUDIO error codes\n"));
    /// assert!(file.contains("`INSUFFICIENT_CREDITS`"));
    /// ```
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let sections = self.sections();
        let mut file =
            format!("# {}\n\n{}, written from the code by `studio-errors`.\n", text(&self.title()), count(&sections));
        if let Some(row) = self.codes.first() {
            file += &format!("\n## Response format\n\n```json\n{}\n```\n\n{MEMBERS}", row.wire());
        }
        for section in &sections {
            let range = section.range().map_or(String::new(), |(first, last)| format!(" ({first} to {last})"));
            file += &format!("\n## {}{range}\n\n{HEAD}", text(section.title()));
            for row in section.codes {
                file += &format!(
                    "| <a id=\"{id}\"></a>{code} | {} | {} | {} | {} |\n",
                    row.http,
                    word(&row.name),
                    text(&row.description),
                    text(&row.resolution),
                    id = anchor(&row.code),
                    code = word(&row.code),
                );
            }
        }
        file
    }
}

const MEMBERS: &str = "\
| member | type | meaning |
|---|---|---|
| `error.code` | string | what to match on: it never changes its meaning |
| `error.message` | string | what happened, for people: it may change |
| `error.http` | integer | the HTTP status of the response |
";

const HEAD: &str = "| code | http | name | description | resolution |\n|---|---|---|---|---|\n";

/// Only what a code is made of: one that was read from elsewhere may hold anything.
fn anchor(code: &str) -> String {
    code.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
}

/// A code or a name, as what one types.
pub(crate) fn word(word: &str) -> String {
    if anchor(word) == word { format!("`{word}`") } else { text(word) }
}

/// Text as Markdown that shows just this text, on one line, in a table cell too.
pub(crate) fn text(text: &str) -> String {
    let line = Line(text).to_string();
    let mut escaped = String::with_capacity(line.len());
    let mut before = ' ';
    let mut rest = line.chars().peekable();
    while let Some(c) = rest.next() {
        let special = match c {
            // Emphasis with underscores begins and ends at the edge of a word: `STUDIO_1601` needs no escape.
            '_' => !(before.is_alphanumeric() && rest.peek().is_some_and(|next| next.is_alphanumeric())),
            c => {
                matches!(c, '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '$')
                    || c == '&' && rest.peek() != Some(&' ')
            }
        };
        if special {
            escaped.push('\\');
        }
        escaped.push(c);
        before = c;
    }
    escaped
}
