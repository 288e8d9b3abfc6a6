//! The changes from one reference to another.

use alloc::borrow::Cow;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::change::{Change, Kind};
use super::ranges::Ranges;
use crate::reference::{CatalogRow, CodeRow, Reference};

pub(super) fn of_codes(was: &Reference, now: &Reference, changes: &mut Vec<Change>) {
    let (old, new) = (by_code(was), by_code(now));
    let mut added: BTreeMap<(&str, &str), Vec<&CodeRow>> = BTreeMap::new();
    for row in now.codes.iter().filter(|row| !old.contains_key(&*row.code)) {
        added.entry((&row.catalog, &row.name)).or_default().push(row);
    }
    // Each change, with the position of its code for sorting.
    let mut found: Vec<((&str, i64), Change)> = Vec::new();
    let mut renumbered = BTreeSet::new();
    for row in &was.codes {
        let place = (&*row.catalog, row.number);
        if let Some(now) = new.get(&*row.code) {
            found.extend(of_facts(row, now).into_iter().map(|change| (place, change)));
            continue;
        }
        let successor = added.get(&(&*row.catalog, &*row.name)).and_then(|rows| rows.first());
        let change = if let Some(now) = successor {
            renumbered.insert(&now.code);
            Change::new(&*row.code, Kind::Renumbered, &row.name, &now.code)
        } else {
            let kind = if row.deprecated.is_some() { Kind::Retired } else { Kind::Removed };
            Change::new(&*row.code, kind, &row.name, "")
        };
        found.push((place, change));
    }
    for row in added.into_values().flatten().filter(|row| !renumbered.contains(&row.code)) {
        found.push(((&row.catalog, row.number), Change::new(&*row.code, Kind::Added, "", &row.name)));
    }
    found.sort_by_key(|(place, _)| *place);
    changes.extend(found.into_iter().map(|(_, change)| change));
}

fn by_code(reference: &Reference) -> BTreeMap<&str, &CodeRow> {
    reference.codes.iter().map(|row| (&*row.code, row)).collect()
}

fn of_facts(was: &CodeRow, now: &CodeRow) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut push =
        |kind, was_text: &str, now_text: &str| changes.push(Change::new(&*was.code, kind, was_text, now_text));
    match (was.name != now.name, was.http != now.http) {
        (true, true) => {
            let facts = |row: &CodeRow| format!("{}, http {}", row.name, row.http);
            push(Kind::Reused, &facts(was), &facts(now));
        }
        (true, false) => push(Kind::Name, &was.name, &now.name),
        (false, true) => push(Kind::Http, &was.http.to_string(), &now.http.to_string()),
        (false, false) => {}
    }
    for (kind, was_text, now_text) in [
        (Kind::Category, &was.category, &now.category),
        (Kind::Description, &was.description, &now.description),
        (Kind::Resolution, &was.resolution, &now.resolution),
    ] {
        if was_text != now_text {
            push(kind, was_text, now_text);
        }
    }
    if was.grpc != now.grpc {
        let text = |row: &CodeRow| row.grpc.as_ref().map_or_else(|| "by status".into(), ToString::to_string);
        push(Kind::Grpc, &text(was), &text(now));
    }
    let names: BTreeSet<_> = was.properties.keys().chain(now.properties.keys()).collect();
    for name in names {
        let text = |row: &CodeRow| row.properties.get(name).map_or(String::new(), |value| format!("{name} {value}"));
        if was.properties.get(name) != now.properties.get(name) {
            push(Kind::Property, &text(was), &text(now));
        }
    }
    if was.challenge != now.challenge {
        let text = |row: &CodeRow| row.challenge.clone().unwrap_or_default();
        push(Kind::Challenge, &text(was), &text(now));
    }
    if was.retryable != now.retryable {
        let kind = if now.retryable { Kind::Retryable } else { Kind::NotRetryable };
        push(kind, yes_or_no(was.retryable), yes_or_no(now.retryable));
    }
    if was.deprecated != now.deprecated {
        let text = |row: &CodeRow| row.deprecated.as_ref().map_or(String::new(), ToString::to_string);
        let kind = if now.deprecated.is_some() { Kind::Deprecated } else { Kind::NotDeprecated };
        push(kind, &text(was), &text(now));
    }
    of_details(was, now, &mut changes);
    changes
}

fn of_details(was: &CodeRow, now: &CodeRow, changes: &mut Vec<Change>) {
    let mut push = |kind, was_text: &str, now_text: &str| {
        changes.push(Change::new(&*was.code, kind, was_text, now_text));
    };
    for old in &was.details {
        let Some(new) = now.details.iter().find(|new| new.name == old.name) else {
            push(Kind::DetailRemoved, &old.to_string(), "");
            continue;
        };
        let (was_text, now_text) = (old.to_string(), new.to_string());
        if old.kind != new.kind {
            push(Kind::DetailType, &was_text, &now_text);
        } else if old.optional != new.optional {
            let kind = if new.optional { Kind::DetailOptional } else { Kind::DetailRequired };
            push(kind, &was_text, &now_text);
        }
    }
    for new in now.details.iter().filter(|new| was.details.iter().all(|old| old.name != new.name)) {
        push(Kind::DetailAdded, "", &new.to_string());
    }
}

const fn yes_or_no(answer: bool) -> &'static str {
    if answer { "yes" } else { "no" }
}

/// The numbers of one catalog.
#[derive(Default)]
struct Numbers {
    codes: Ranges,
    /// Without the numbers of `codes`.
    reserved: Ranges,
}

impl Numbers {
    fn all(&self) -> Ranges {
        self.codes.or(&self.reserved)
    }
}

fn numbers(reference: &Reference) -> BTreeMap<&str, Numbers> {
    let mut codes = BTreeMap::<&str, Vec<(i64, i64)>>::new();
    let mut reserved = codes.clone();
    for row in &reference.codes {
        codes.entry(&row.catalog).or_default().push((row.number, row.number));
    }
    for row in &reference.reserved {
        reserved.entry(&row.catalog).or_default().push((row.first, row.last));
    }
    let catalogs: BTreeSet<&str> = codes.keys().chain(reserved.keys()).copied().collect();
    let of = |catalog: &str| {
        let ranges = |of: &BTreeMap<&str, Vec<(i64, i64)>>| -> Ranges {
            of.get(catalog).into_iter().flatten().copied().collect()
        };
        let codes = ranges(&codes);
        let reserved = ranges(&reserved).without(&codes);
        Numbers { codes, reserved }
    };
    catalogs.into_iter().map(|catalog| (catalog, of(catalog))).collect()
}

pub(super) fn of_numbers(was: &Reference, now: &Reference, changes: &mut Vec<Change>) {
    let (old, new) = (numbers(was), numbers(now));
    let nothing = Numbers::default();
    let catalogs: BTreeSet<&str> = old.keys().chain(new.keys()).copied().collect();
    for catalog in catalogs {
        let [before, after] = [&old, &new].map(|numbers| numbers.get(catalog).unwrap_or(&nothing));
        let (taken_before, taken_after) = (before.all(), after.all());
        let mut found: Vec<_> = [
            (Kind::NotReserved, before.codes.without(&taken_after), "a code", "free"),
            (Kind::NotReserved, before.reserved.without(&taken_after), "reserved", "free"),
            (Kind::Returned, before.reserved.and(&after.codes), "reserved", "a code"),
        ]
        .into_iter()
        .flat_map(|(kind, ranges, was, now)| ranges.iter().map(|range| (range, kind, was, now)).collect::<Vec<_>>())
        .collect();
        found.sort_by_key(|(range, ..)| *range);
        let newly_reserved = after.reserved.without(&taken_before);
        found.extend(newly_reserved.iter().map(|range| (range, Kind::Reserved, "", "reserved")));
        // A reference without codes of the catalog does not contain the format of its codes.
        let states = |reference: &Reference| reference.catalogs.iter().any(|row| row.prefix == catalog);
        let writer = if states(was) { was } else { now };
        changes.extend(found.into_iter().map(|((first, last), kind, was, now)| {
            let code = writer.code_of(catalog, first);
            let subject = if first == last { code } else { format!("{code}..={last}") };
            Change::new(subject, kind, was, now)
        }));
    }
}

pub(super) fn of_categories(was: &Reference, now: &Reference, changes: &mut Vec<Change>) {
    let new = now.categories_by_slug();
    for row in &was.categories {
        let Some(now) = new.get(&(&*row.catalog, &*row.slug)) else {
            continue;
        };
        if row.title != now.title {
            changes.push(Change::new(&*row.slug, Kind::Title, &row.title, &now.title));
        }
        if row.ranges != now.ranges {
            changes.push(Change::new(&*row.slug, Kind::Range, &row.numbers(), &now.numbers()));
        }
    }
}

pub(super) fn of_catalogs(was: &Reference, now: &Reference, changes: &mut Vec<Change>) {
    let same = |row: &&CatalogRow| now.catalogs.iter().find(|now| now.prefix == row.prefix);
    for (row, now_row) in was.catalogs.iter().filter_map(|row| Some((row, same(&row)?))) {
        let [was, now] = [was, now].map(|reference| reference.envelope_of_catalog(&row.prefix));
        let text = |value: &Option<Cow<'static, str>>| value.clone().unwrap_or_default();
        for (kind, was, now) in [
            (Kind::Envelope, Cow::Borrowed(was), Cow::Borrowed(now)),
            (Kind::Docs, text(&row.docs), text(&now_row.docs)),
            (Kind::Domain, text(&row.domain), text(&now_row.domain)),
            (Kind::Challenge, text(&row.challenge), text(&now_row.challenge)),
            (Kind::CodeHeader, text(&row.code_header), text(&now_row.code_header)),
        ] {
            if was != now {
                changes.push(Change::new(&*row.prefix, kind, &was, &now));
            }
        }
    }
}
