//! The comparison of two references, its table, and its help.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use super::change::{Change, Effect, Kind};
use super::changes;
use crate::code::CodeSet;
use crate::reference::{Malformed, Reference};
use crate::text::columns;
use crate::text::escape::Terminal;

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

    /// One line of help for each change that can be corrected without accepting it: `help: add `reserved(1604)` to ..`, with a line
    /// feed at its end.
    #[must_use]
    pub fn help(&self) -> String {
        let lines = self.changes.iter().filter_map(|change| {
            let (subject, numbers) = (Terminal(&change.subject), &change.numbers);
            match change.kind {
                Kind::NotReserved => {
                    Some(format!("help: add `reserved({numbers})` to the type that had `{subject}`\n"))
                }
                Kind::Returned => Some(format!("help: `{subject}` is a retired number: use another number\n")),
                Kind::Reused => Some(format!(
                    "help: `{subject}` is published as {}: use another number, and add `reserved({numbers})`\n",
                    Terminal(&change.was)
                )),
                Kind::Removed => Some(format!(
                    "help: release `{subject}` with `#[deprecated]` before you remove it, so that clients can prepare\n"
                )),
                _ => None,
            }
        });
        lines.collect()
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = ["code", "change", "was", "now", "clients"].map(String::from);
        let rows: Vec<_> = core::iter::once(head).chain(self.changes.iter().map(cells)).collect();
        columns::write_table(&rows, f)
    }
}

fn cells(change: &Change) -> [String; 5] {
    let effect = match change.kind.effect() {
        Effect::Compatible => "compatible",
        Effect::Breaks => "break",
        Effect::Reuses => "mistake one error for another",
    };
    let [was, now] = columns::two_cells(&change.was, &change.now);
    [Terminal(&change.subject).to_string(), change.kind.word().into(), was, now, effect.into()]
}
