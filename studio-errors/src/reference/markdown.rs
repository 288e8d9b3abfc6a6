//! The reference as GitHub Flavored Markdown.

use alloc::format;
use alloc::string::{String, ToString};

use askama::Template;

use super::explanation::to_markdown;
use super::page::{Page, numbers};
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
        // Writing to a `String` cannot fail.
        Markdown { page: self.page() }.render().unwrap_or_default() + "\n"
    }
}

#[derive(Template)]
#[template(path = "reference.md")]
struct Markdown<'a> {
    page: Page<'a>,
}

impl Markdown<'_> {
    fn has_explanations(&self) -> bool {
        let mut rows = self.page.sections.iter().flat_map(|section| &section.codes);
        rows.any(|row| row.explanation.is_some() || row.internal.is_some())
    }
}

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
