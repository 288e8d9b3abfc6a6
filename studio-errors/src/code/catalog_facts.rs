//! The facts of a catalog that a table needs.

use alloc::string::String;

use super::envelope::{PUBLISHED, Placeholder, Style, Template};
use super::{Category, Challenge, Property};
use crate::text::constant::{each, equal, equal_options, hash};

/// The facts of a catalog that a table needs.
// `PUBLISHED` is not part of it, because it consists of tables.
#[derive(Clone, Copy, Debug)]
pub struct CatalogFacts {
    pub(crate) prefix: &'static str,
    pub(crate) separator: &'static str,
    pub(crate) width: usize,
    pub(crate) categories: &'static [Category],
    pub(crate) challenge: Challenge,
    pub(crate) code_header: Option<&'static str>,
    pub(crate) properties: &'static [Property],
    pub(crate) docs: Option<&'static str>,
    /// `None` if it is the published format.
    pub(crate) envelope: Option<&'static Template<'static>>,
    pub(crate) domain: &'static str,
    /// A hash of what the text of a code depends on.
    pub(crate) spelling: i64,
}

/// Whether two slices have the same elements.
macro_rules! are_same {
    ($a:expr, $b:expr) => {{
        let (a, b, mut i) = ($a, $b, 0);
        while i < a.len() && i < b.len() && a[i].is_same(&b[i]) {
            i += 1;
        }
        i == a.len() && i == b.len()
    }};
}

impl CatalogFacts {
    pub(crate) const NONE: &'static Self = &Self {
        prefix: "",
        separator: "_",
        width: 0,
        categories: &[],
        challenge: Challenge::Unset,
        code_header: None,
        properties: &[],
        docs: None,
        envelope: None,
        domain: "",
        spelling: Self::spelling("", "_", 0),
    };

    /// The template of the error bodies.
    pub(crate) const fn template(&self) -> &'static Template<'static> {
        match self.envelope {
            Some(template) => template,
            None => PUBLISHED,
        }
    }

    /// The first constant in which the catalogs differ. Two versions of one crate can have catalogs with one prefix.
    pub(crate) const fn difference(&self, other: &Self) -> Option<&'static str> {
        let constants = [
            ("PREFIX", equal(self.prefix, other.prefix)),
            ("SEPARATOR", equal(self.separator, other.separator)),
            ("WIDTH", self.width == other.width),
            ("CATEGORIES", are_same!(self.categories, other.categories)),
            ("CHALLENGE", self.challenge.is_same(other.challenge)),
            ("DOCS", equal_options(self.docs, other.docs)),
            ("CODE_HEADER", equal_options(self.code_header, other.code_header)),
            ("PROPERTIES", are_same!(self.properties, other.properties)),
            ("ENVELOPE", equal(self.template().text(), other.template().text())),
            ("DOMAIN", equal(self.domain, other.domain)),
        ];
        each!((name, is_same) in &constants => { if !*is_same { return Some(*name) } });
        None
    }

    /// The style in which clients receive the name. `None` if they do not need the name, because they have the code or its number.
    pub(crate) const fn key_style(&self) -> Option<Style> {
        match (self.envelope, self.code_header) {
            (Some(template), None) => match template.key() {
                Some(Placeholder::Name(style)) => Some(style),
                _ => None,
            },
            _ => None,
        }
    }

    /// The hash of the format of codes. It is compared in place of the texts, because comparing those in a constant takes many times as
    /// long.
    pub(crate) const fn spelling(prefix: &str, separator: &str, width: usize) -> i64 {
        let mut spelling = 0;
        // No text contains this byte, so it separates the parts.
        each!(part in &[prefix.as_bytes(), &[0xff], separator.as_bytes(), &width.to_le_bytes()] => {
            spelling = hash(spelling, part, (0, part.len()), false);
        });
        spelling
    }

    /// Whether both catalogs write their codes in the same format.
    pub(crate) const fn spells_like(&self, other: &Self) -> bool {
        self.spelling == other.spelling
    }
}

/// The URL of a code in the reference at `docs`.
pub(crate) fn page(docs: &str, code: &str) -> String {
    let slash = if docs.ends_with(['/', '#']) { "" } else { "/" };
    [docs, slash, code].concat()
}
