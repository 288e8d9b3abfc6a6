//! What has changed from one reference to another.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Change, Kind};
use crate::reference::{CategoryRow, CodeRow, Reference};

pub(super) fn of_codes(was: &Reference, now: &Reference, changes: &mut Vec<Change>) {
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
pub(super) fn position(code: &str) -> (String, u32) {
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

fn states(reference: &Reference) -> BTreeMap<(&str, u32), State> {
    let reserved = reference.reserved.iter();
    let reserved =
        reserved.flat_map(|row| (row.first..=row.last).map(|number| ((&*row.catalog, number), State::Reserved)));
    let codes = reference.codes.iter().map(|row| ((row.catalog(), row.number), State::Code));
    reserved.chain(codes).collect()
}

pub(super) fn of_numbers(was: &Reference, now: &Reference, changes: &mut Vec<Change>) {
    let (old, new) = (states(was), states(now));
    let mut moved: Vec<(&str, u32, Kind, Option<State>)> = Vec::new();
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

pub(super) fn of_categories(was: &Reference, now: &Reference, changes: &mut Vec<Change>) {
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
