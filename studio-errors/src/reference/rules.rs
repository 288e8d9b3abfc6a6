//! The rules for a reference from a file. A file with a row that breaks a rule is malformed.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;

use super::rows::Reference;
use crate::code::envelope::Template;
use crate::text::constant::MOST_DIGITS;

/// Returns the first row that breaks a rule, and the rule.
pub(super) fn broken(reference: &Reference) -> Option<String> {
    catalog(reference)
        .or_else(|| code(reference))
        .or_else(|| category(reference))
        .or_else(|| reserved(reference))
        .or_else(|| set(reference))
}

fn catalog(reference: &Reference) -> Option<String> {
    let mut prefixes = BTreeMap::new();
    reference.catalogs.iter().enumerate().find_map(|(at, row)| {
        if let Some(first) = earlier(&mut prefixes, row.key(), at) {
            return Some(format!("catalogs[{at}]: `{}` is also the prefix of catalogs[{first}]", row.prefix));
        }
        if !Template::parse(row.template()).1.all().is_empty() {
            return Some(format!("catalogs[{at}]: `envelope` is not a template of an error body"));
        }
        (row.width > MOST_DIGITS).then(|| format!("catalogs[{at}]: the width {} is above {MOST_DIGITS}", row.width))
    })
}

fn code(reference: &Reference) -> Option<String> {
    let mut numbers = BTreeMap::new();
    reference.codes.iter().enumerate().find_map(|(at, row)| {
        let (code, number) = (&row.code, row.number);
        if !(400..=599).contains(&row.http) {
            return Some(format!("codes[{at}]: the http of `{code}` is {}, which is not from 400 to 599", row.http));
        }
        let catalog = reference.catalog_of(row);
        let expected = catalog.map_or_else(|| reference.code_of(&row.catalog, number), |row| row.code_of(number));
        if **code != *expected {
            return Some(format!("codes[{at}]: the code is `{code}`, but number {number} is `{expected}`"));
        }
        let mut names = BTreeSet::new();
        if let Some(detail) = row.details.iter().find(|detail| !names.insert(&detail.name)) {
            return Some(format!("codes[{at}]: `{code}` has two details with the name `{}`", detail.name));
        }
        let first = earlier(&mut numbers, code, at)?;
        Some(format!("codes[{at}]: `{code}` is also the number of codes[{first}]"))
    })
}

fn set(reference: &Reference) -> Option<String> {
    let mut names = BTreeMap::new();
    let codes: BTreeSet<_> = reference.codes.iter().map(|row| &row.code).collect();
    reference.sets.iter().enumerate().find_map(|(at, row)| {
        if let Some(first) = earlier(&mut names, &row.name, at) {
            return Some(format!("sets[{at}]: `{}` is also the name of sets[{first}]", row.name));
        }
        let unknown = row.codes.iter().find(|code| !codes.contains(code))?;
        Some(format!("sets[{at}]: `{}` has the code `{unknown}`, which is not in `codes`", row.name))
    })
}

fn category(reference: &Reference) -> Option<String> {
    let mut slugs = BTreeMap::new();
    reference.categories.iter().enumerate().find_map(|(at, row)| {
        if let Some(first) = earlier(&mut slugs, (&row.catalog, &row.slug), at) {
            return Some(format!("categories[{at}]: `{}` is also the slug of categories[{first}]", row.slug));
        }
        let reversed = row.ranges.iter().find(|range| range.first > range.last)?;
        Some(format!("categories[{at}]: the range {} to {} is reversed", reversed.first, reversed.last))
    })
}

fn reserved(reference: &Reference) -> Option<String> {
    let (at, row) = reference.reserved.iter().enumerate().find(|(_, row)| row.first > row.last)?;
    Some(format!("reserved[{at}]: the range {} to {} is reversed", row.first, row.last))
}

/// Returns the index of an earlier row with this key.
fn earlier<K: Ord>(known: &mut BTreeMap<K, usize>, key: K, at: usize) -> Option<usize> {
    Some(*known.entry(key).or_insert(at)).filter(|first| *first != at)
}
