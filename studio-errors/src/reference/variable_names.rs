//! A unique name for each code of a reference, for tools that generate a constant for each code.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;

use super::rows::Reference;

impl Reference {
    /// The name of each code, which is an identifier. Codes that share a name get the code as a suffix: `NOT_FOUND_STUDIO_1500`.
    pub(crate) fn variable_names(&self) -> BTreeMap<&str, String> {
        let mut uses = BTreeMap::<&str, usize>::new();
        for row in &self.codes {
            *uses.entry(&row.name).or_default() += 1;
        }
        let mut taken: BTreeSet<String> = uses.keys().map(|name| String::from(*name)).collect();
        let names = self.codes.iter().map(|row| {
            let name = if uses.get(&*row.name) == Some(&1) {
                row.name.clone().into_owned()
            } else {
                let code = row.code.replace(|c: char| !c.is_ascii_alphanumeric(), "_");
                unique(format!("{}_{code}", row.name), &mut taken)
            };
            (&*row.code, name)
        });
        names.collect()
    }

    /// The title of the details of each code that has details: `InsufficientCreditsDetails`.
    pub(crate) fn detail_titles(&self) -> BTreeMap<&str, String> {
        let names = self.variable_names();
        let mut taken = BTreeSet::new();
        let with_details = self.codes.iter().filter(|row| !row.details.is_empty());
        let titles = with_details.map(|row| {
            let name = names.get(&*row.code).map_or("", String::as_str);
            (&*row.code, unique(pascal(name) + "Details", &mut taken))
        });
        titles.collect()
    }
}

fn unique(mut name: String, taken: &mut BTreeSet<String>) -> String {
    while !taken.insert(name.clone()) {
        name.push('_');
    }
    name
}

/// Converts `INSUFFICIENT_CREDITS` to `InsufficientCredits`. The name of a type starts with a letter.
fn pascal(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).map(|word| {
        let (first, rest) = word.split_at(word.len().min(1));
        first.to_ascii_uppercase() + &rest.to_ascii_lowercase()
    });
    let pascal: String = words.collect();
    if pascal.starts_with(|c: char| c.is_ascii_uppercase()) { pascal } else { format!("Code{pascal}") }
}
