//! Creates the identifiers of the Rust items from names and titles, without duplicates.

use std::collections::BTreeSet;

use super::spelling::is_constant;
use heck::{ToShoutySnakeCase, ToUpperCamelCase};

/// Names that the output imports, and names that Rust reserves.
pub(super) const TAKEN: [&str; 7] =
    ["Catalog", "Category", "Challenge", "CodeList", "CodeSet", "Self", "StudioErrorCode"];

/// The variant for a name: `InvalidPrompt` for `INVALID_PROMPT`. If it is taken, the digits of the code are added.
pub(super) fn variant(name: &str, number: i64, taken: &mut BTreeSet<String>) -> String {
    let ident = name.to_upper_camel_case();
    free(ident, &number.unsigned_abs().to_string(), taken)
}

/// The enum for a category: `TemplateError` for `templates`. If it is taken, the digits of the first number of the category are added.
pub(super) fn error_enum(slug: &str, first: i64, taken: &mut BTreeSet<String>) -> String {
    let number = first.unsigned_abs();
    let camel: String = slug.to_upper_camel_case().chars().filter(char::is_ascii_alphanumeric).collect();
    let mut singular = singular(&camel);
    // A word may lose its first letters, because an identifier consists of Latin letters.
    if let Some(first) = singular.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let stem =
        if singular.starts_with(|c: char| c.is_ascii_alphabetic()) { singular } else { format!("Codes{number}") };
    let ident = if stem.ends_with("Error") { stem } else { stem + "Error" };
    free(ident, &number.to_string(), taken)
}

/// The slug for a title: the first word. If it is taken, all words. If that is taken too, the first word and the first number.
pub(super) fn slug(title: &str, first: i64, taken: &BTreeSet<String>) -> String {
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
    let name: String = name.trim().chars().map(without_accent).collect();
    if is_constant(&name) {
        return Some(name);
    }
    Some(name.to_shouty_snake_case()).filter(|name| is_constant(name))
}

/// The Latin letter without its accent.
pub(super) fn without_accent(c: char) -> char {
    const ACCENTED: &str = "áàâãäéèêëíìîïóòôõöúùûüñçÁÀÂÃÄÉÈÊËÍÌÎÏÓÒÔÕÖÚÙÛÜÑÇ";
    const PLAIN: &str = "aaaaaeeeeiiiiooooouuuuncAAAAAEEEEIIIIOOOOOUUUUNC";
    if c.is_ascii() {
        return c;
    }
    ACCENTED.chars().zip(PLAIN.chars()).find(|(accented, _)| *accented == c).map_or(c, |(_, plain)| plain)
}

/// The name for a message: its first five words up to a punctuation mark, without those that have no Latin letters.
pub(super) fn of_message(message: &str) -> Option<String> {
    const MOST_WORDS: usize = 5;
    const LONGEST: usize = 60;
    let message: String = message.chars().map(without_accent).collect();
    let mut parts = message.split(['.', ',', ':', ';', '(', '。', '，', '：']);
    let part = parts.find(|part| part.contains(|c: char| c.is_ascii_alphabetic()))?;
    let words = part.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<_> =
        words.skip_while(|word| !word.starts_with(|c: char| c.is_ascii_alphabetic())).take(MOST_WORDS).collect();
    let mut name = words.join(" ").to_shouty_snake_case();
    name.truncate(LONGEST);
    Some(name.trim_end_matches('_').to_string()).filter(|name| !name.is_empty())
}

/// The text for a name: `Card declined` for `CARD_DECLINED`.
pub(super) fn in_words(name: &str) -> String {
    let name = name.trim();
    if name.contains(' ') || !name.is_ascii() {
        return name.into();
    }
    let words = name.to_shouty_snake_case().replace('_', " ").to_lowercase();
    let mut rest = words.chars();
    rest.next().map_or_else(|| name.into(), |first| first.to_uppercase().chain(rest).collect())
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
