//! The facts of a catalog that a table needs.

use super::Category;
use super::envelope::Template;
use crate::text::constant::equal;

/// The facts of a catalog that a table needs.
// `PUBLISHED` is not part of it, because it consists of tables.
#[derive(Clone, Copy, Debug)]
pub struct CatalogFacts {
    pub(crate) prefix: &'static str,
    pub(crate) separator: &'static str,
    pub(crate) width: usize,
    pub(crate) categories: &'static [Category],
    pub(crate) challenge: Option<&'static str>,
    #[cfg_attr(
        not(any(feature = "http", feature = "actix", feature = "reference")),
        expect(dead_code, reason = "for problem details")
    )]
    pub(crate) docs: Option<&'static str>,
    /// `None` if it is the published format.
    pub(crate) envelope: Option<&'static Template<'static>>,
    #[cfg_attr(not(any(feature = "tonic", feature = "reference")), expect(dead_code, reason = "for gRPC"))]
    pub(crate) domain: &'static str,
}

impl CatalogFacts {
    pub(crate) const NONE: &'static Self = &Self {
        prefix: "",
        separator: "_",
        width: 0,
        categories: &[],
        challenge: None,
        docs: None,
        envelope: None,
        domain: "",
    };

    /// The template of the error bodies.
    pub(crate) const fn template(&self) -> &'static str {
        match self.envelope {
            Some(template) => template.text(),
            None => super::envelope::DEFAULT,
        }
    }

    /// Whether both catalogs write their codes in the same format.
    pub(crate) const fn spells_like(&self, other: &Self) -> bool {
        equal(self.prefix, other.prefix) && equal(self.separator, other.separator) && self.width == other.width
    }
}
