//! A category and the range of numbers that it owns.

use core::ops::RangeInclusive;

/// A category of errors: a slug to name it by, a title to show, and the numbers that it owns.
///
/// ```
/// use studio_errors::Category;
///
/// const QUOTA: Category = Category::new("quota", "Quota & Credits", 1600..=1699);
/// assert_eq!(QUOTA.slug(), "quota");
/// assert!(QUOTA.codes().contains(&1601));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Category {
    slug: &'static str,
    title: &'static str,
    first: u16,
    last: u16,
}

impl Category {
    /// A category that owns the numbers of `codes`, both ends included.
    ///
    /// An empty or reversed range, and one that begins at 0, is refused where a [`Catalog`](crate::Catalog) holding it is
    /// first used.
    #[must_use]
    pub const fn new(slug: &'static str, title: &'static str, codes: RangeInclusive<u16>) -> Self {
        Self { slug, title, first: *codes.start(), last: *codes.end() }
    }

    /// The word that `category = ".."` names it by.
    #[must_use]
    pub const fn slug(&self) -> &'static str {
        self.slug
    }

    /// The name that readers of the reference see.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// The numbers that it owns.
    #[must_use]
    pub const fn codes(&self) -> RangeInclusive<u16> {
        self.first..=self.last
    }

    pub(crate) const fn first(&self) -> u16 {
        self.first
    }

    pub(crate) const fn last(&self) -> u16 {
        self.last
    }

    pub(crate) const fn owns(&self, number: u16) -> bool {
        self.first <= number && number <= self.last
    }
}
