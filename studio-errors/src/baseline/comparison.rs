//! The comparison of two references.

use alloc::vec::Vec;

use super::change::{Change, Effect};
use super::changes;
use crate::code::CodeSet;
use crate::reference::{Malformed, Reference};

/// The changes since a baseline. Its `Display` text is a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    changes: Vec<Change>,
}

/// Returns the changes of `T` since `baseline`, a [JSON reference](Reference::to_json).
///
/// ```
/// use studio_errors::baseline::{Effect, Kind, compare};
/// use studio_errors::catalog::QuotaError;
/// use studio_errors::reference::Reference;
///
/// let baseline = Reference::of::<QuotaError>().to_json().replace(r#""http": 429"#, r#""http": 503"#);
/// let comparison = compare::<QuotaError>(&baseline)?;
///
/// let change = &comparison.changes()[0];
/// assert_eq!((&*change.subject, change.kind), ("STUDIO_1600", Kind::Http));
/// assert_eq!((&*change.was, &*change.now), ("503", "429"));
/// assert_eq!(comparison.effect(), Effect::Breaks);
/// # Ok::<_, studio_errors::reference::Malformed>(())
/// ```
///
/// # Errors
///
/// Returns an error if `baseline` is not a reference; see [`Reference::from_json`].
pub fn compare<T: CodeSet + ?Sized>(baseline: &str) -> Result<Comparison, Malformed> {
    Ok(Comparison::new(&Reference::from_json(baseline)?, &Reference::of::<T>()))
}

impl Comparison {
    /// The changes from one reference to another.
    #[must_use]
    pub fn new(was: &Reference, now: &Reference) -> Self {
        let mut found = Vec::new();
        changes::of_codes(was, now, &mut found);
        changes::of_numbers(was, now, &mut found);
        changes::of_categories(was, now, &mut found);
        changes::of_catalogs(was, now, &mut found);
        Self { changes: found }
    }

    /// Every change: codes first, ordered by catalog and number, then reserved numbers, then categories, then catalogs.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The most severe effect of all changes.
    #[must_use]
    pub fn effect(&self) -> Effect {
        self.changes.iter().map(|change| change.kind.effect()).max().unwrap_or(Effect::Compatible)
    }
}
