//! Numbers and names that two variants use, and the conditions under which two variants share a code.

use std::collections::HashMap;
use std::hash::Hash;

use proc_macro2::Span;
use syn::ext::IdentExt;

use super::reader::Reader;
use super::{Coded, Fault};

impl Reader<'_> {
    /// Checks whether another variant uses the number or the name.
    pub(super) fn find_duplicates(&mut self, coded: &mut Coded, place: usize) {
        if let Some(number) = coded.number {
            match earlier(&mut self.numbers, number, place) {
                Some(first) if shares(&self.rows[first], coded) => {
                    coded.shares = true;
                    if let Some((span, fact, help)) = differs(&self.rows[first], coded, &self.categories) {
                        self.diagnostics.at(span, &fact, &help);
                        coded.number = None;
                    }
                    return;
                }
                Some(first) => coded.fault = Some(repeated(number, &self.rows[first], coded, &self.categories)),
                None if self.attr.reserved().iter().any(|(low, high)| (low..=high).contains(&&number)) => {
                    coded.fault = Some(Fault::Reserved(number));
                }
                None => {}
            }
        }
        let Some(first) = earlier(&mut self.names, coded.name.text.clone(), place) else { return };
        coded.shares = true;
        // A repeated number and a refused name already have a diagnostic.
        if !coded.name.is_refused && !matches!(coded.fault, Some(Fault::Repeated { .. })) {
            let first = self.rows[first].ident.unraw();
            let fact = format!("name `{}` is already used by `{first}`", coded.name.text);
            let help =
                if coded.name.is_stated { "write another name" } else { "add another name, as in `name = \"..\"`" };
            self.diagnostics.at(coded.name.span, &fact, help);
            coded.number = None;
        }
    }
}

/// The place of an earlier variant with this key. `None` if there is none: `place` is then the first.
fn earlier<K: Eq + Hash>(first: &mut HashMap<K, usize>, key: K, place: usize) -> Option<usize> {
    Some(*first.entry(key).or_insert(place)).filter(|first| *first != place)
}

fn repeated(number: i64, first: &Coded, coded: &Coded, categories: &[String]) -> Fault {
    let sharable = differs(first, coded, categories).is_none();
    let user = first.ident.unraw().to_string();
    // Variants with the same name probably intend to share the code.
    let same_name = sharable && first.name.text == coded.name.text;
    let share = if sharable { how_to_share(number, first, coded) } else { String::new() };
    Fault::Repeated { number, user, same_name, share }
}

/// Two variants share a code if both state the same name.
fn shares(first: &Coded, coded: &Coded) -> bool {
    first.name.is_stated && coded.name.is_stated && first.name.text == coded.name.text
}

/// Returns help about what is missing for two variants to share a code.
fn how_to_share(number: i64, first: &Coded, coded: &Coded) -> String {
    let (name, other) = (&first.name.text, first.ident.unraw());
    if first.name.text != coded.name.text || !first.name.is_stated && !coded.name.is_stated {
        format!("to share {number}, add the same `name` to both")
    } else if coded.name.is_stated {
        format!("to share {number}, add `name = \"{name}\"` to `{other}` too")
    } else {
        format!("add `name = \"{name}\"` to share {number}")
    }
}

/// Returns the span, the fact and the help for the first difference between two variants that share a code.
fn differs(first: &Coded, coded: &Coded, categories: &[String]) -> Option<(Span, String, String)> {
    let fact = |key: &str, value: &str| {
        let (this, other) = (coded.ident.unraw(), first.ident.unraw());
        format!("`{this}` shares code {} with `{other}`, whose {key} is {value}", coded.number.unwrap_or_default())
    };
    if let (Some(span), Some(_)) = (coded.attr.http.span(), first.attr.http.span())
        && first.attr.policy().http != coded.attr.policy().http
    {
        let http = first.attr.policy().http.to_string();
        return Some((span, fact("http", &http), format!("write `{http}`")));
    }
    let category = first.category.filter(|category| coded.category.is_some_and(|own| own != *category));
    let slug = &categories[category?];
    let (span, help) = match coded.attr.category.span() {
        Some(span) => (span, format!("write `\"{slug}\"`")),
        None => (coded.number_span(), format!("add `category = \"{slug}\"`")),
    };
    Some((span, fact("category", &format!("`{slug}`")), help))
}
