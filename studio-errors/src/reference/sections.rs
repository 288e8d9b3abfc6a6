//! The codes in sections, by catalog and category.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::rows::{CategoryRow, CodeRow, RangeRow, Reference};

/// The codes of one category.
pub(crate) struct Section<'a> {
    pub(crate) catalog: &'a str,
    pub(crate) slug: &'a str,
    /// `None` if a reference from a file does not describe the category.
    category: Option<&'a CategoryRow>,
    pub(crate) codes: Vec<&'a CodeRow>,
}

impl Section<'_> {
    pub(crate) fn title(&self) -> &str {
        self.category.map_or(self.slug, |category| &category.title)
    }

    pub(crate) fn ranges(&self) -> &[RangeRow] {
        self.category.map_or(&[], |category| &category.ranges)
    }
}

impl CategoryRow {
    /// The ranges as text: `1600 to 1699, 2600 to 2699`.
    #[must_use]
    pub fn numbers(&self) -> String {
        numbers(&self.ranges)
    }
}

/// Formats ranges as in `1600 to 1699, 2600 to 2699`.
pub(crate) fn numbers(ranges: &[RangeRow]) -> String {
    let ranges: Vec<_> = ranges.iter().map(|range| format!("{} to {}", range.first, range.last)).collect();
    ranges.join(", ")
}

impl Reference {
    pub(crate) fn sections(&self) -> Vec<Section<'_>> {
        let mut sections: Vec<Section<'_>> = Vec::new();
        let mut places = BTreeMap::new();
        let categories = self.categories_by_slug();
        for row in &self.codes {
            let (catalog, slug) = (&*row.catalog, &*row.category);
            let place = *places.entry((catalog, slug)).or_insert(sections.len());
            match sections.get_mut(place) {
                Some(section) => section.codes.push(row),
                None => {
                    let category = categories.get(&(catalog, slug)).copied();
                    sections.push(Section { catalog, slug, category, codes: [row].into() });
                }
            }
        }
        sections
    }

    /// The title, such as `STUDIO error codes`, with all prefixes in order.
    #[must_use]
    pub fn title(&self) -> String {
        let mut catalogs: Vec<_> =
            self.codes.iter().map(|row| &*row.catalog).filter(|prefix| !prefix.is_empty()).collect();
        catalogs.dedup();
        match catalogs.split_last() {
            None => "Error codes".into(),
            Some((last, [])) => format!("{last} error codes"),
            Some((last, others)) => format!("{} and {last} error codes", others.join(", ")),
        }
    }

    /// The statuses of all codes, ascending.
    pub(crate) fn statuses(&self) -> Vec<u16> {
        let mut statuses: Vec<_> = self.codes.iter().map(|row| row.http).collect();
        statuses.sort_unstable();
        statuses.dedup();
        statuses
    }
}

/// Returns a text such as `36 codes in 11 categories`.
pub(crate) fn count(sections: &[Section<'_>]) -> String {
    let codes = sections.iter().map(|section| section.codes.len()).sum();
    format!("{} in {}", many(codes, "code", "codes"), many(sections.len(), "category", "categories"))
}

fn many(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}
