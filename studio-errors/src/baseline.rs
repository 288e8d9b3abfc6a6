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

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use crate::code_set::CodeSet;
use crate::reference::{CategoryRow, CodeRow, Malformed, Reference};

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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
        let mut changes = Vec::new();
        of_codes(was, now, &mut changes);
        of_numbers(was, now, &mut changes);
        of_categories(was, now, &mut changes);
        Self { changes }
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

fn of_codes(was: &Reference, now: &Reference, changes: &mut Vec<Change>) {
    let old = by_code(was);
    let new = by_code(now);
    let added: Vec<_> = now.codes.iter().filter(|row| !old.contains_key(&*row.code)).collect();
    let mut renumbered = Vec::new();
    for row in &was.codes {
        if let Some(now) = new.get(&*row.code) {
            of_facts(row, now, changes);
        } else if let Some(now) = added.iter().find(|now| now.name == row.name && now.catalog() == row.catalog()) {
            changes.push(Change::new(&row.code, Kind::Renumbered, &row.name, &now.code));
            renumbered.push(&now.code);
        } else {
            changes.push(Change::new(&row.code, Kind::Removed, &row.name, ""));
        }
    }
    let added = added.into_iter().filter(|row| !renumbered.contains(&&row.code));
    changes.extend(added.map(|row| Change::new(&row.code, Kind::Added, "", &row.name)));
    changes.sort_by_key(|change| position(&change.subject));
}

fn by_code(reference: &Reference) -> BTreeMap<&str, &CodeRow> {
    reference.codes.iter().map(|row| (&*row.code, row)).collect()
}

/// The order of codes: catalog, then number.
fn position(code: &str) -> (String, u16) {
    let (catalog, number) = code.rsplit_once('_').unwrap_or_default();
    (catalog.into(), number.parse().unwrap_or(0))
}

fn of_facts(was: &CodeRow, now: &CodeRow, changes: &mut Vec<Change>) {
    if was.http != now.http {
        changes.push(Change::new(&was.code, Kind::Http, &was.http, &now.http));
    }
    for (kind, was_text, now_text) in [
        (Kind::Name, &was.name, &now.name),
        (Kind::Category, &was.category, &now.category),
        (Kind::Description, &was.description, &now.description),
        (Kind::Resolution, &was.resolution, &now.resolution),
    ] {
        if was_text != now_text {
            changes.push(Change::new(&was.code, kind, was_text, now_text));
        }
    }
}

/// What a number is to its catalog; a number that is not listed is free.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Code,
    Reserved,
}

fn states(reference: &Reference) -> BTreeMap<(&str, u16), State> {
    let reserved = reference.reserved.iter();
    let reserved =
        reserved.flat_map(|row| (row.first..=row.last).map(|number| ((&*row.catalog, number), State::Reserved)));
    let codes = reference.codes.iter().map(|row| ((row.catalog(), row.number), State::Code));
    reserved.chain(codes).collect()
}

fn of_numbers(was: &Reference, now: &Reference, changes: &mut Vec<Change>) {
    let (old, new) = (states(was), states(now));
    let mut moved: Vec<(&str, u16, Kind, Option<State>)> = Vec::new();
    for (&(catalog, number), &state) in &old {
        let kind = match (state, new.get(&(catalog, number))) {
            (_, None) => Kind::NotReserved,
            (State::Reserved, Some(State::Code)) => Kind::Returned,
            _ => continue,
        };
        moved.push((catalog, number, kind, Some(state)));
    }
    for (&(catalog, number), &state) in &new {
        if state == State::Reserved && !old.contains_key(&(catalog, number)) {
            moved.push((catalog, number, Kind::Reserved, None));
        }
    }
    let mut rest = &moved[..];
    while let [(catalog, first, kind, state), ..] = rest {
        // Neighbours that share a fate are one row.
        let same =
            rest.iter().zip(*first..).take_while(|(number, expected)| **number == (*catalog, *expected, *kind, *state));
        let (run, others) = rest.split_at(same.count());
        rest = others;
        let subject = match run {
            [_] => format!("{catalog}_{first}"),
            _ => format!("{catalog}_{first}..={}", run[run.len() - 1].1),
        };
        let was = match state {
            Some(State::Code) => "a code",
            Some(State::Reserved) => "reserved",
            None => "",
        };
        let now = match kind {
            Kind::Returned => "a code",
            Kind::Reserved => "reserved",
            _ => "free",
        };
        changes.push(Change::new(&subject, *kind, was, now));
    }
}

fn of_categories(was: &Reference, now: &Reference, changes: &mut Vec<Change>) {
    let range = |row: &CategoryRow| format!("{}-{}", row.first, row.last);
    for row in &was.categories {
        let same = |now: &&CategoryRow| now.catalog == row.catalog && now.slug == row.slug;
        let Some(now) = now.categories.iter().find(same) else { continue };
        if row.title != now.title {
            changes.push(Change::new(&row.slug, Kind::Title, &row.title, &now.title));
        }
        if (row.first, row.last) != (now.first, now.last) {
            changes.push(Change::new(&row.slug, Kind::Range, &range(row), &range(now)));
        }
    }
}

/// A longer text is cut in the table: the file has it whole.
const WIDEST: usize = 40;

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = ["code", "change", "was", "now", "clients"].map(String::from);
        let rows: Vec<_> = core::iter::once(head).chain(self.changes.iter().map(cells)).collect();
        let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
        let widths = [width(0), width(1), width(2), width(3)];
        for row in &rows {
            let mut line = String::from(" ");
            for (cell, width) in row.iter().zip(widths.into_iter().chain([0])) {
                line += &format!(" {cell:width$} ");
            }
            writeln!(f, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

fn cells(change: &Change) -> [String; 5] {
    let effect = match change.kind.effect() {
        Effect::Compatible => "go on",
        Effect::Breaks => "break",
        Effect::Reuses => "mistake one error for another",
    };
    let cut = |text: &str| {
        let text = text.replace(char::is_control, " ");
        if text.chars().count() <= WIDEST { text } else { text.chars().take(WIDEST - 1).chain(['…']).collect() }
    };
    [change.subject.clone(), change.kind.word().into(), cut(&change.was), cut(&change.now), effect.into()]
}

/// Holds `T` to the baseline at `path`, which is relative to the package that is tested.
///
/// New codes and new words pass, and are printed (`cargo test -- --nocapture` shows them); write the file anew when they are
/// released, or use [`assert_unchanged`], so that later changes to them are noticed.
///
/// With `UPDATE_EXPECT=1` in the environment, the file is written anew instead, or for the first time.
///
/// # Panics
///
/// With a table of the changes, where a change breaks clients, or would let a number be taken by another error: the latter
/// also with `UPDATE_EXPECT=1`. And where the file is not there, cannot be read or written, or is not a reference; a file
/// that is not a reference is never written over.
#[track_caller]
pub fn assert_compatible<T: CodeSet + ?Sized>(path: impl AsRef<Path>) {
    hold::<T>(path.as_ref(), Some(Effect::Compatible));
}

/// As [`assert_compatible`], and the baseline is up to date: nothing at all has changed.
///
/// # Panics
///
/// Where anything has changed, and where [`assert_compatible`] does.
#[track_caller]
pub fn assert_unchanged<T: CodeSet + ?Sized>(path: impl AsRef<Path>) {
    hold::<T>(path.as_ref(), None);
}

/// Panics where a change does worse than `passes`; `None` lets nothing pass.
#[track_caller]
fn hold<T: CodeSet + ?Sized>(path: &Path, passes: Option<Effect>) {
    let path = in_package(path);
    let now = Reference::of::<T>();
    match settle(&path, &now, passes, updates()) {
        Ok(notes) => std::print!("{notes}"),
        Err(report) => panic!("{report}"),
    }
}

/// Cargo names the package in `CARGO_MANIFEST_DIR`
/// (<https://doc.rust-lang.org/cargo/reference/environment-variables.html>), and runs its tests there.
fn in_package(path: &Path) -> PathBuf {
    env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| path.into(), |package| Path::new(&package).join(path))
}

fn updates() -> bool {
    env::var_os("UPDATE_EXPECT").is_some_and(|value| !value.is_empty() && value != "0")
}

/// Reads the baseline, compares, and writes it anew where it is asked to; what to tell, or why not.
fn settle(path: &Path, now: &Reference, passes: Option<Effect>, updates: bool) -> Result<String, String> {
    let shown = path.display();
    let write =
        || fs::write(path, now.to_json()).map_err(|error| format!("baseline `{shown}` cannot be written: {error}"));
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound && updates => {
            return write().map(|()| format!("baseline `{shown}` is written\n"));
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(format!("there is no baseline `{shown}`\nhelp: write it with `UPDATE_EXPECT=1 cargo test`"));
        }
        Err(error) => return Err(format!("baseline `{shown}` cannot be read: {error}")),
    };
    let was = Reference::from_json(&text).map_err(|error| {
        format!("`{shown}` is not a reference of error codes: {error}\nhelp: restore it, or remove it and write it anew with `UPDATE_EXPECT=1 cargo test`")
    })?;
    let comparison = Comparison::new(&was, now);
    if comparison.changes.is_empty() {
        return if updates && was != *now { write().map(|()| String::new()) } else { Ok(String::new()) };
    }
    let report = format!("error codes have changed since baseline `{shown}`\n\n{comparison}\n");
    let effect = comparison.effect();
    if effect == Effect::Reuses {
        return Err(report + &mends(&comparison));
    }
    if updates {
        return write().map(|()| format!("{report}the baseline is written anew\n"));
    }
    let accept = "help: where that is meant, write the baseline anew with `UPDATE_EXPECT=1 cargo test`\n";
    if passes.is_some_and(|passes| effect <= passes) { Ok(report + accept) } else { Err(report + accept) }
}

/// How to mend what is never accepted: a line a change.
pub(crate) fn mends(comparison: &Comparison) -> String {
    let mends = comparison.changes.iter().filter_map(|change| {
        let numbers = change.subject.rsplit_once('_').map_or("", |(_, numbers)| numbers);
        match change.kind {
            Kind::NotReserved => {
                Some(format!("help: add `reserved({numbers})` to the type that had `{}`\n", change.subject))
            }
            Kind::Returned => Some(format!("help: `{}` was retired: use another number\n", change.subject)),
            _ => None,
        }
    });
    mends.collect()
}
