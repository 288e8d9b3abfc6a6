//! The reference as one HTML page that loads no other files.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use askama::Template;

use super::explanation::to_html;
use super::page::{Page, Section, numbers};
use super::rows::Reference;
use crate::text::escape::Line;

/// The content security policy of the page: it allows only the script with this hash. A test compares the hash.
pub(crate) const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; \
     script-src 'sha256-Dc+o2va1IZC3ScEW1IV2EE5yy7zJw1IdP/hC8XywhRo='; base-uri 'none'; form-action 'none'";

impl Reference {
    /// The reference as one HTML page, which sends no requests.
    ///
    /// Every code has an anchor (`#STUDIO_1601`) and a button that copies it. A search box and three filters (category, status,
    /// policy: retryable or deprecated) narrow the list; without JavaScript, the page shows the whole list. Its content security
    /// policy allows only its own script.
    ///
    /// ```
    /// use studio_errors::catalog::StudioError;
    /// use studio_errors::reference::Reference;
    ///
    /// let page = Reference::of::<StudioError>().to_html();
    /// assert!(page.contains(r#"id="STUDIO_1601""#));
    /// assert!(page.len() < 100_000);
    /// ```
    #[must_use]
    pub fn to_html(&self) -> String {
        let page = self.page();
        let mut statuses: Vec<_> = self.codes.iter().map(|row| row.http).collect();
        statuses.sort_unstable();
        statuses.dedup();
        // Writing to a `String` cannot fail.
        Html { page, total: self.codes.len(), statuses }.render().unwrap_or_default()
    }
}

#[derive(Template)]
#[template(path = "reference.html")]
struct Html<'a> {
    page: Page<'a>,
    total: usize,
    statuses: Vec<u16>,
}

impl Html<'_> {
    const STYLE: &'static str = include_str!("../../templates/reference.css");
    const SCRIPT: &'static str = include_str!("../../templates/reference.js");

    /// The first digits of the statuses, such as `4` and `5`.
    fn kinds(&self) -> Vec<u16> {
        let mut kinds: Vec<_> = self.statuses.iter().map(|http| http / 100).collect();
        kinds.dedup();
        kinds
    }
}

impl Section<'_> {
    /// An anchor that is not a code.
    fn id(&self) -> String {
        match self.ranges() {
            [range, ..] => format!("{}_{}-{}", self.catalog, range.first, range.last),
            [] => format!("{}-{}", self.catalog, self.slug),
        }
    }
}

fn line(text: &str) -> String {
    Line(text).to_string()
}
