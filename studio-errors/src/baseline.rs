//! Codes that stay what they were: the reference of a release, kept in a file, and what has changed since.
//!
//! One line in a test holds a service to what it has published:
//!
//! ```no_run
//! # use studio_errors::catalog::StudioError as ServiceErrors;
//! #[test]
//! fn codes_are_what_they_were() {
//!     studio_errors::baseline::assert_compatible::<ServiceErrors>("error-codes.json");
//! }
//! ```
//!
//! The file is the [JSON reference](crate::reference::Reference::to_json), and stands beside `Cargo.toml`.
//! `UPDATE_EXPECT=1 cargo test` writes it, for the first time and anew, as it does for [`expect-test`](https://docs.rs/expect-test).
//!
//! | change | clients |
//! |---|---|
//! | a new code; a newly reserved number; another description, resolution, or title or range of a category | go on |
//! | a code with another name, http or category; a code removed or renumbered, and its number reserved | break |
//! | a code removed or renumbered, or a reservation dropped, and the number free for another error | would mistake one error for another |
//! | a reserved number that is a code again | would mistake one error for another |
//!
//! What breaks is accepted by writing the file anew, where a reviewer sees it. The last two are never accepted: a number
//! that was published is either the code that it was, or [reserved](macro@crate::StudioErrorCode).

mod changes;
mod file;
pub(crate) mod table;
#[cfg(test)]
mod tests;

use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub use self::file::{assert_compatible, assert_unchanged};
use crate::code::CodeSet;
use crate::reference::{Malformed, Reference};

/// What happened to a code, a reserved number or a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A new code.
    Added,
    /// The code is gone.
    Removed,
    /// The code is gone, and a new one has its name.
    Renumbered,
    /// Another name.
    Name,
    /// Another HTTP status.
    Http,
    /// Another category.
    Category,
    /// Other words.
    Description,
    /// Other words.
    Resolution,
    /// The number is reserved now.
    Reserved,
    /// The number was a code or reserved, and is neither now.
    NotReserved,
    /// The number was reserved, and is a code now.
    Returned,
    /// A category has another title.
    Title,
    /// A category has another range.
    Range,
}

/// What a change does to those who rely on the codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Effect {
    /// Clients go on as before.
    Compatible,
    /// Clients that rely on it break.
    Breaks,
    /// Clients break, or will when the number is taken: not to be accepted.
    Reuses,
}

impl Kind {
    /// What it does to those who rely on the codes.
    #[must_use]
    pub const fn effect(self) -> Effect {
        match self {
            Self::Added | Self::Description | Self::Resolution | Self::Reserved | Self::Title | Self::Range => {
                Effect::Compatible
            }
            Self::Removed | Self::Renumbered | Self::Name | Self::Http | Self::Category => Effect::Breaks,
            Self::NotReserved | Self::Returned => Effect::Reuses,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Renumbered => "renumbered",
            Self::Name => "name",
            Self::Http => "http",
            Self::Category => "category",
            Self::Description => "description",
            Self::Resolution => "resolution",
            Self::Reserved => "reserved",
            Self::NotReserved => "not reserved",
            Self::Returned => "returned",
            Self::Title => "title",
            Self::Range => "range",
        }
    }
}

/// One change since a baseline: of a code, a reserved number or a category.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// The code; for reserved numbers also a range of them, such as `STUDIO_1610..=1619`; for categories the slug.
    pub subject: String,
    /// What happened to it.
    pub kind: Kind,
    /// What the baseline says.
    pub was: String,
    /// What is so now.
    pub now: String,
}

impl Change {
    fn new(subject: &str, kind: Kind, was: &(impl ToString + ?Sized), now: &(impl ToString + ?Sized)) -> Self {
        Self { subject: subject.into(), kind, was: was.to_string(), now: now.to_string() }
    }
}

/// What has changed since a baseline, code by code; its `Display` is a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    changes: Vec<Change>,
}

/// What has changed in `T` since `baseline`, a [JSON reference](Reference::to_json).
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
/// Where `baseline` is not a reference.
pub fn compare<T: CodeSet + ?Sized>(baseline: &str) -> Result<Comparison, Malformed> {
    Ok(Comparison::new(&Reference::from_json(baseline)?, &Reference::of::<T>()))
}

impl Comparison {
    /// What has changed from one reference to another.
    #[must_use]
    pub fn new(was: &Reference, now: &Reference) -> Self {
        let mut found = Vec::new();
        changes::of_codes(was, now, &mut found);
        changes::of_numbers(was, now, &mut found);
        changes::of_categories(was, now, &mut found);
        Self { changes: found }
    }

    /// Every change: codes first, ordered by catalog and number, then reserved numbers, then categories.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The worst that any change does.
    #[must_use]
    pub fn effect(&self) -> Effect {
        self.changes.iter().map(|change| change.kind.effect()).max().unwrap_or(Effect::Compatible)
    }
}
