//! The output formats and their names.

use std::fmt;

use studio_errors::reference::Reference;

use crate::client::{to_python, to_typescript};

/// A format of the reference: HTML, Markdown, JSON, `OpenAPI`, TypeScript or Python.
///
/// ```
/// use studio_errors::catalog::StudioError;
/// use studio_errors::reference::Reference;
/// use studio_errors_cli::Format;
///
/// let format = Format::named("typescript").unwrap();
/// assert!(format.write(&Reference::of::<StudioError>()).contains(r#"| "STUDIO_1601""#));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// A Markdown file for a repository.
    Markdown,
    /// One HTML page, which loads no other files.
    Html,
    /// The format for baselines and for other tools.
    Json,
    /// An `OpenAPI` 3.1 document with schemas and responses, in JSON.
    OpenApi,
    /// A TypeScript module with a union of the codes and a table of their facts.
    TypeScript,
    /// A module with an exception class for each code.
    Python,
}

impl Format {
    /// Every format.
    pub const ALL: &'static [Self] =
        &[Self::Markdown, Self::Html, Self::Json, Self::OpenApi, Self::TypeScript, Self::Python];

    /// The format with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.name() == name)
    }

    /// The name: `markdown`, `html`, `json`, `openapi`, `typescript` or `python`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        ["markdown", "html", "json", "openapi", "typescript", "python"][self as usize]
    }

    /// Writes a reference in this format.
    #[must_use]
    pub fn write(self, reference: &Reference) -> String {
        match self {
            Self::Markdown => reference.to_markdown(),
            Self::Html => reference.to_html(),
            Self::Json => reference.to_json(),
            Self::OpenApi => reference.to_openapi(),
            Self::TypeScript => to_typescript(reference),
            Self::Python => to_python(reference),
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
