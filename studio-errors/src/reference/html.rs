//! The reference as one page that needs nothing else.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use askama::Template;

use super::sections::{Section, count};
use super::{CodeRow, Reference};
use crate::text::escape::Line;

/// What the page may do: run its own script, told by its hash, and fetch nothing. A test compares the hash.
pub(crate) const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; \
     script-src 'sha256-amNutTDFjZwjVzoD+EFYyqDjj7ZhcF7VcCg49V6/PDc='; base-uri 'none'; form-action 'none'";

impl Reference {
    /// The reference as one HTML page, which makes no request.
    ///
    /// Every code has an anchor (`#STUDIO_1601`) and a button that copies it. A search box and two filters narrow the list
    /// as one types; without JavaScript the page is the whole list. Its content security policy allows its own script alone.
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
        let sections = self.sections();
        let page = Page {
            title: self.title(),
            count: count(&sections),
            total: self.codes.len(),
            statuses: self.statuses(),
            sample: self.codes.first(),
            sections,
        };
        // Writing to a string does not fail.
        page.render().unwrap_or_default()
    }
}

#[derive(Template)]
#[template(path = "reference.html")]
struct Page<'a> {
    title: String,
    count: String,
    total: usize,
    statuses: Vec<u16>,
    sample: Option<&'a CodeRow>,
    sections: Vec<Section<'a>>,
}

impl Page<'_> {
    const STYLE: &'static str = include_str!("../../templates/reference.css");
    const SCRIPT: &'static str = include_str!("../../templates/reference.js");

    /// The kinds of status that some code is answered with: `4`, `5`.
    fn kinds(&self) -> Vec<u16> {
        let mut kinds: Vec<_> = self.statuses.iter().map(|http| http / 100).collect();
        kinds.dedup();
        kinds
    }
}

impl Section<'_> {
    /// An anchor beside those of the codes.
    fn id(&self) -> String {
        match self.range() {
            Some((first, last)) => format!("{}_{first}-{last}", self.catalog),
            None => format!("{}-{}", self.catalog, self.slug),
        }
    }
}

fn line(text: &str) -> String {
    Line(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_of_status_is_its_first_digit() {
        let kinds = |statuses: &[u16]| {
            Page {
                title: String::new(),
                count: String::new(),
                total: 0,
                statuses: statuses.into(),
                sample: None,
                sections: Vec::new(),
            }
            .kinds()
        };
        assert_eq!(kinds(&[400, 404, 499, 500, 503]), [4, 5]);
        assert_eq!((kinds(&[402]), kinds(&[599]), kinds(&[])), (Vec::from([4]), Vec::from([5]), Vec::new()));
    }
}
