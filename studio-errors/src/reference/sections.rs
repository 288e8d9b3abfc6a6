//! The codes as readers meet them: by catalog, then by category.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{CategoryRow, CodeRow, Reference};

/// The codes of one category.
pub(crate) struct Section<'a> {
    pub(crate) catalog: &'a str,
    pub(crate) slug: &'a str,
    /// `None` where a reference that was read from elsewhere does not describe it.
    category: Option<&'a CategoryRow>,
    pub(crate) codes: &'a [CodeRow],
}

impl Section<'_> {
    pub(crate) fn title(&self) -> &str {
        self.category.map_or(self.slug, |category| &category.title)
    }

    pub(crate) fn range(&self) -> Option<(u32, u32)> {
        self.category.map(|category| (category.first, category.last))
    }
}

impl Reference {
    pub(crate) fn sections(&self) -> Vec<Section<'_>> {
        self.codes
            .chunk_by(|a, b| a.catalog() == b.catalog() && a.category == b.category)
            .map(|codes| {
                let (catalog, slug) = (codes[0].catalog(), codes[0].category.as_ref());
                let category = self.categories.iter().find(|row| row.catalog == catalog && row.slug == slug);
                Section { catalog, slug, category, codes }
            })
            .collect()
    }

    /// `STUDIO error codes`: the prefixes, in order.
    pub(crate) fn title(&self) -> String {
        let mut catalogs: Vec<_> = self.codes.iter().map(CodeRow::catalog).collect();
        catalogs.dedup();
        match catalogs.split_last() {
            None => "Error codes".into(),
            Some((last, [])) => format!("{last} error codes"),
            Some((last, others)) => format!("{} and {last} error codes", others.join(", ")),
        }
    }

    /// The statuses that some code is answered with, ascending.
    pub(crate) fn statuses(&self) -> Vec<u16> {
        let mut statuses: Vec<_> = self.codes.iter().map(|row| row.http).collect();
        statuses.sort_unstable();
        statuses.dedup();
        statuses
    }
}

/// `36 codes in 11 categories`.
pub(crate) fn count(sections: &[Section<'_>]) -> String {
    let codes = sections.iter().map(|section| section.codes.len()).sum();
    format!("{} in {}", many(codes, "code", "codes"), many(sections.len(), "category", "categories"))
}

fn many(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}
