//! Creates the identifiers of the Rust items from names and titles, without duplicates.

use std::collections::BTreeSet;

use heck::{ToShoutySnakeCase, ToUpperCamelCase};

/// Names that the output imports, and names that Rust reserves.
pub(super) const TAKEN: [&str; 6] = ["Catalog", "Category", "CodeList", "CodeSet", "Self", "StudioErrorCode"];

/// The variant for a name: `InvalidPrompt` for `INVALID_PROMPT`. If it is taken, the number of the code is added.
pub(super) fn variant(name: &str, number: u32, taken: &mut BTreeSet<String>) -> String {
    let ident = name.to_upper_camel_case();
    free(ident, &number.to_string(), taken)
}

/// The enum for a category: `TemplateError` for `templates`. If it is taken, the first number of the category is added.
pub(super) fn error_enum(slug: &str, first: u32, taken: &mut BTreeSet<String>) -> String {
    let camel: String = slug.to_upper_camel_case().chars().filter(char::is_ascii_alphanumeric).collect();
    let singular = singular(&camel);
    let stem = if singular.starts_with(|c: char| c.is_ascii_alphabetic()) { singular } else { format!("Codes{first}") };
    let ident = if stem.ends_with("Error") { stem } else { stem + "Error" };
    free(ident, &first.to_string(), taken)
}

/// The slug for a title: the first word. If it is taken, all words. If that is taken too, the first word and the first number.
pub(super) fn slug(title: &str, first: u32, taken: &BTreeSet<String>) -> String {
    let words: Vec<_> = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let word = words
        .iter()
        .find(|word| word.starts_with(char::is_alphabetic))
        .map_or("codes".into(), |word| word.to_lowercase());
    let slugs = [word.clone(), words.join("-").to_lowercase(), format!("{word}-{first}")];
    let is_free = |slug: &&String| !slug.is_empty() && !taken.contains(*slug);
    slugs.iter().find(is_free).cloned().unwrap_or_else(|| free(format!("{word}-{first}"), "-2", &mut taken.clone()))
}

/// Converts a name to the name of a constant. Returns `None` if this is not possible.
pub(super) fn constant(name: &str) -> Option<String> {
    let is_constant = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_uppercase())
            && name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
    };
    let name = name.trim();
    if is_constant(name) {
        return Some(name.into());
    }
    Some(name.to_shouty_snake_case()).filter(|name| is_constant(name))
}

/// The default name of a variant in the derive.
pub(super) fn default_name(ident: &str) -> String {
    ident.to_shouty_snake_case()
}

fn singular(plural: &str) -> String {
    if ["ss", "us", "is"].iter().any(|end| plural.ends_with(end)) {
        return plural.into();
    }
    match (plural.strip_suffix("ies"), plural.strip_suffix('s')) {
        (Some(stem), _) => format!("{stem}y"),
        (None, Some(stem)) => stem.into(),
        (None, None) => plural.into(),
    }
}

fn free(mut ident: String, more: &str, taken: &mut BTreeSet<String>) -> String {
    while TAKEN.contains(&&*ident) || !taken.insert(ident.clone()) {
        ident += more;
    }
    ident
}
