//! The changes from one reference to another.

use alloc::borrow::Cow;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::change::{Change, Kind};
use crate::reference::{CatalogRow, CodeRow, Reference};

pub(super) fn of_codes(was: &Reference, now: &Reference, changes: &mut Vec<Change>) {
    let (old, new) = (by_code(was), by_code(now));
    let added = || now.codes.iter().filter(|row| !old.contains_key(&*row.code));
    // The first new code of each name.
    let mut successors = BTreeMap::new();
    for row in added() {
        successors.entry((&row.catalog, &row.name)).or_insert(row);
    }
    // Each change, with the position of its code for sorting.
    let mut found = Vec::new();
    let mut renumbered = BTreeSet::new();
    for row in &was.codes {
        let of_row = if let Some(now) = new.get(&*row.code) {
            of_facts(row, now)
        } else if let Some(now) = successors.get(&(&row.catalog, &row.name)) {
            renumbered.insert(&now.code);
            [Change::new(&row.code, Kind::Renumbered, &row.name, &now.code)].into()
        } else {
            let kind = if row.deprecated.is_some() { Kind::Retired } else { Kind::Removed };
            [Change::new(&row.code, kind, &row.name, "")].into()
        };
        found.extend(of_row.into_iter().map(|change| ((&row.catalog, row.number), change)));
    }
    for row in added().filter(|row| !renumbered.contains(&row.code)) {
        found.push(((&row.catalog, row.number), Change::new(&row.code, Kind::Added, "", &row.name)));
    }
    found.sort_by_key(|(place, _)| *place);
    changes.extend(found.into_iter().map(|(_, change)| change));
}

/// Adds a change if the texts differ.
fn compare(subject: &str, kind: Kind, was: &str, now: &str, changes: &mut Vec<Change>) {
    if was != now {
        changes.push(Change::new(subject, kind, was, now));
    }
}

fn by_code(reference: &Reference) -> BTreeMap<&str, &CodeRow> {
    reference.codes.iter().map(|row| (&*row.code, row)).collect()
}

fn of_facts(was: &CodeRow, now: &CodeRow) -> Vec<Change> {
    let mut changes = Vec::new();
    let is_reused = was.name != now.name && was.http != now.http;
    if is_reused {
        let [text, other] = [was, now].map(|row| format!("{}, http {}", row.name, row.http));
        let numbers = was.number.to_string();
        changes.push(Change { numbers, ..Change::new(&was.code, Kind::Reused, &text, &other) });
    }
    let mut compare = |kind, was_text: &str, now_text: &str| compare(&was.code, kind, was_text, now_text, &mut changes);
    if !is_reused {
        compare(Kind::Name, &was.name, &now.name);
        compare(Kind::Http, &was.http.to_string(), &now.http.to_string());
    }
    for ((_, was), (kind, now)) in facts(was).into_iter().zip(facts(now)) {
        compare(kind, &was, &now);
    }
    let names: BTreeSet<_> = was.properties.keys().chain(now.properties.keys()).collect();
    for name in names {
        let [was, now] =
            [was, now].map(|row| row.properties.get(name).map(|value| format!("{name} {value}")).unwrap_or_default());
        compare(Kind::Property, &was, &now);
    }
    for old in &was.details {
        match now.details.iter().find(|new| new.name == old.name) {
            None => compare(Kind::DetailRemoved, &old.to_string(), ""),
            Some(new) => {
                let kind = match new.optional {
                    _ if old.kind != new.kind => Kind::DetailType,
                    true => Kind::DetailOptional,
                    false => Kind::DetailRequired,
                };
                compare(kind, &old.to_string(), &new.to_string());
            }
        }
    }
    for new in now.details.iter().filter(|new| was.details.iter().all(|old| old.name != new.name)) {
        compare(Kind::DetailAdded, "", &new.to_string());
    }
    changes
}

/// The other facts of a code as texts, each with the kind of a change to it.
fn facts(row: &CodeRow) -> [(Kind, Cow<'_, str>); 7] {
    let (retryable, answer) = if row.retryable { (Kind::Retryable, "yes") } else { (Kind::NotRetryable, "no") };
    let (deprecated, deprecation) = match &row.deprecated {
        Some(deprecation) => (Kind::Deprecated, deprecation.to_string()),
        None => (Kind::NotDeprecated, String::new()),
    };
    [
        (Kind::Category, (&*row.category).into()),
        (Kind::Description, (&*row.description).into()),
        (Kind::Resolution, (&*row.resolution).into()),
        (Kind::Grpc, row.grpc.as_deref().unwrap_or("by status").into()),
        (Kind::Challenge, row.challenge.as_deref().unwrap_or_default().into()),
        (retryable, answer.into()),
        (deprecated, deprecation.into()),
    ]
}

/// Consecutive numbers of a catalog with the same change.
struct Range<'a> {
    catalog: &'a str,
    change: (Kind, &'static str, &'static str),
    first: i128,
    last: i128,
}

pub(super) fn of_numbers(was: &Reference, now: &Reference, changes: &mut Vec<Change>) {
    // The numbers at which ranges begin or have ended: how many codes and how many reserved ranges of each reference more or less
    // contain the numbers from there on. So the size of a range does not matter.
    let mut bounds = BTreeMap::<(&str, i128), [[i64; 2]; 2]>::new();
    for (side, reference) in [was, now].into_iter().enumerate() {
        let codes = reference.codes.iter().map(|row| (0, &row.catalog, row.number, row.number));
        let reserved = reference.reserved.iter().map(|row| (1, &row.catalog, row.first, row.last));
        for (of, catalog, first, last) in codes.chain(reserved).filter(|(.., first, last)| first <= last) {
            bounds.entry((catalog, first.into())).or_default()[side][of] += 1;
            bounds.entry((catalog, i128::from(last) + 1)).or_default()[side][of] -= 1;
        }
    }
    // The codes and the reserved ranges of each reference that contain the current numbers.
    let mut counts = [[0; 2]; 2];
    let mut found = Vec::<Range<'_>>::new();
    let nexts = bounds.keys().skip(1);
    for ((&(catalog, first), steps), (_, next)) in bounds.iter().zip(nexts) {
        for (count, step) in counts.iter_mut().flatten().zip(steps.iter().flatten()) {
            *count += step;
        }
        let change = match counts.map(|of| of.map(|count| count > 0)) {
            [[true, _], [false, false]] => (Kind::NotReserved, "a code", "free"),
            [[false, true], [false, false]] => (Kind::NotReserved, "reserved", "free"),
            [[false, true], [true, _]] => (Kind::Returned, "reserved", "a code"),
            [[false, false], [false, true]] => (Kind::Reserved, "", "reserved"),
            _ => continue,
        };
        match found.last_mut() {
            Some(range) if (range.catalog, range.change, range.last + 1) == (catalog, change, first) => {
                range.last = next - 1;
            }
            _ => found.push(Range { catalog, change, first, last: next - 1 }),
        }
    }
    changes.extend(found.into_iter().map(|Range { catalog, change: (kind, before, after), first, last }| {
        // A reference without codes of the catalog does not contain the format of its codes.
        let writer = if was.catalogs.iter().any(|row| row.prefix == catalog) { was } else { now };
        let last = if first == last { String::new() } else { format!("..={last}") };
        let subject = writer.code_of(catalog, first) + &last;
        Change { numbers: format!("{first}{last}"), ..Change::new(&subject, kind, before, after) }
    }));
}

pub(super) fn of_categories(was: &Reference, now: &Reference, changes: &mut Vec<Change>) {
    let new = now.categories_by_slug();
    for row in &was.categories {
        let Some(now) = new.get(&(&*row.catalog, &*row.slug)) else { continue };
        compare(&row.slug, Kind::Title, &row.title, &now.title, changes);
        compare(&row.slug, Kind::Range, &row.numbers(), &now.numbers(), changes);
    }
}

pub(super) fn of_catalogs(was: &Reference, now: &Reference, changes: &mut Vec<Change>) {
    for row in &was.catalogs {
        let Some(now_row) = now.catalogs.iter().find(|now| now.prefix == row.prefix) else { continue };
        for ((kind, was), (_, now)) in facts_of_catalog(row).into_iter().zip(facts_of_catalog(now_row)) {
            compare(&row.prefix, kind, was, now, changes);
        }
    }
}

fn facts_of_catalog<'a>(row: &'a CatalogRow) -> [(Kind, &'a str); 5] {
    let text = |text: &'a Option<Cow<'static, str>>| text.as_deref().unwrap_or_default();
    [
        (Kind::Envelope, row.template()),
        (Kind::Docs, text(&row.docs)),
        (Kind::Domain, text(&row.domain)),
        (Kind::Challenge, text(&row.challenge)),
        (Kind::CodeHeader, text(&row.code_header)),
    ]
}
