//! The reference as GitHub Flavored Markdown.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::explanation::to_markdown;
use super::page::{count, members, numbers};
use super::rows::{CodeRow, Reference};
use crate::text::markdown::{paragraph, text};

impl Reference {
    /// The reference as [GitHub Flavored Markdown](https://github.github.com/gfm/), as a file for a repository.
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
            format!("# {}\n\n{}, generated from the code by `studio-errors`.\n", text(&self.title()), count(&sections));
        if let Some(row) = self.codes.first() {
            file += &format!("\n## Response format\n\n```json\n{}\n```\n\n{MEMBERS}", self.example(row));
            for member in members(self.envelope_of(row)) {
                file += &format!("| {} | {} | {} |\n", path(&member.path), member.json_type, member.meaning);
            }
        }
        for section in &sections {
            let numbers = numbers(section.ranges());
            let range = if numbers.is_empty() { numbers } else { format!(" ({numbers})") };
            file += &format!("\n## {}{range}\n\n{HEAD}", text(section.title()));
            for row in &section.codes {
                file += &format!(
                    "| <a id=\"{id}\"></a>{code} | {} | {} | {} | {}{} | {} |\n",
                    row.http,
                    if row.retryable { "yes" } else { "no" },
                    word(&row.name),
                    description(row),
                    facts(row),
                    text(&row.resolution),
                    id = anchor(&row.code),
                    code = word(&row.code),
                );
            }
        }
        let explanations: Vec<_> =
            sections.iter().flat_map(|section| &section.codes).filter_map(|row| explanation(row)).collect();
        if !explanations.is_empty() {
            file += &format!("\n## Explanations\n{}", explanations.concat());
        }
        file
    }
}

/// The explanations of a code, under a heading.
fn explanation(row: &CodeRow) -> Option<String> {
    let text = row.explanation.as_ref().map(|text| format!("\n{}\n", to_markdown(text)));
    let internal = row.internal.as_ref().map(|text| format!("\n#### Internal\n\n{}\n", to_markdown(text)));
    let texts = [text, internal].into_iter().flatten().collect::<String>();
    (!texts.is_empty()).then(|| format!("\n### {} {}\n{texts}", word(&row.code), word(&row.name)))
}

const MEMBERS: &str = "| member | type | meaning |\n|---|---|---|\n";
const HEAD: &str = "| code | http | retryable | name | description | resolution |\n|---|---|---|---|---|---|\n";

/// The description, with the deprecation after it.
pub(crate) fn description(row: &CodeRow) -> String {
    text(&row.description) + &deprecation(row)
}

/// [`description`] as a paragraph, with the explanations after it.
pub(crate) fn paragraph_of(row: &CodeRow) -> String {
    let mut text = paragraph(&row.description) + &deprecation(row);
    for explanation in [&row.explanation, &row.internal].into_iter().flatten() {
        text += &format!("\n\n{}", to_markdown(explanation));
    }
    text
}

fn deprecation(row: &CodeRow) -> String {
    row.deprecated.as_ref().map_or(String::new(), |row| format!(" *({})*", text(&row.to_string())))
}

/// The facts of each kind, on a separate line.
fn facts(row: &CodeRow) -> String {
    let line = |(title, texts): (&str, Vec<String>)| {
        let texts: Vec<_> = texts.iter().map(|fact| text(fact)).collect();
        format!("<br>{title}: {}", texts.join(", "))
    };
    row.facts().into_iter().map(line).collect()
}

/// Removes characters that a valid code cannot have. A code from a file can contain any character.
fn anchor(code: &str) -> String {
    code.chars().filter(|c| c.is_ascii_alphanumeric() || "_-.:".contains(*c)).collect()
}

/// Formats the path of a member as code.
fn path(path: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_-.[]".contains(c);
    if path.chars().all(is_plain) { format!("`{path}`") } else { text(path) }
}

/// Formats a code or a name as code.
pub(crate) fn word(word: &str) -> String {
    if anchor(word) == word { format!("`{word}`") } else { text(word) }
}
