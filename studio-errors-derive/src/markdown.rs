//! The reference of one type, as the documentation of what is generated.

use crate::model::{Coded, Model};

/// Text as Markdown that shows just this text, on one line, in a table cell too.
pub(crate) fn text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '&' => escaped.extend(['\\', c]),
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

/// [`text`] as a paragraph of its own, where a list, a rule or code, which rustdoc would run, could begin.
fn paragraph(words: &str) -> String {
    let escaped = text(words);
    let words = escaped.trim_start();
    let (number, rest) = words.split_at(words.find(|c: char| !c.is_ascii_digit()).unwrap_or(words.len()));
    let begins_block = rest.starts_with(['-', '+', '=']) || !number.is_empty() && rest.starts_with(['.', ')']);
    if begins_block { format!("{number}\\{rest}") } else { words.into() }
}

/// The http, as far as the tokens show it: the catalog may publish another than the enum has.
fn http(coded: &Coded) -> String {
    match (coded.stated_policy.http, coded.default_http) {
        (0, 0) => "as published".into(),
        (0, http) => format!("{http} unless published"),
        (http, _) => http.to_string(),
    }
}

/// The documentation of one constant.
pub(crate) fn constant(coded: &Coded) -> String {
    let mut lines = format!("`{}`", coded.guess);
    if coded.http() > 0 {
        lines += &format!(", HTTP {}", http(coded));
    }
    if let Some(description) = coded.description() {
        lines += &format!(": {}", text(description));
    }
    if let Some(resolution) = &coded.resolution {
        lines += &format!("\n\n{}", paragraph(resolution));
    }
    lines
}

/// The table of all codes of a type.
pub(crate) fn table(model: &Model) -> String {
    let mut lines = String::from("| code | http | name | description | resolution |\n|---|---|---|---|---|\n");
    for coded in &model.rows {
        let http = http(coded);
        lines += &format!(
            "| `{}` | {http} | `{}` | {} | {} |\n",
            coded.guess,
            coded.name,
            coded.description().map_or("as published".into(), text),
            coded.resolution.as_deref().map_or(String::new(), text),
        );
    }
    let hidden = model.rows.iter().filter(|coded| coded.is_hidden && !coded.shares);
    for coded in hidden {
        let name = &coded.name;
        lines += &format!(
            "\n`{name}` has no constant, because a variant has this name. `code()` of a value returns its code.\n"
        );
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{paragraph, text};

    #[test]
    fn text_shows_as_it_is_on_one_line() {
        assert_eq!(text("a\nb\u{7}c\u{1b}[1m | `d` <e> é"), "a b c \\[1m \\| \\`d\\` \\<e\\> é");
    }

    #[test]
    fn a_paragraph_begins_no_list_no_rule_and_no_code() {
        for (words, shown) in [
            ("Purchase more", "Purchase more"),
            ("\n        panic!()", "panic!()"),
            ("- one", r"\- one"),
            ("+ one", r"\+ one"),
            ("---", r"\---"),
            ("===", r"\==="),
            ("12. one", r"12\. one"),
            ("1) one", r"1\) one"),
            ("12 credits. Or more", "12 credits. Or more"),
            (". one", ". one"),
            ("12", "12"),
            ("```\ncode", r"\`\`\` code"),
            ("\u{9b}2J<b>", r"2J\<b\>"),
            ("", ""),
        ] {
            assert_eq!(paragraph(words), shown, "{words:?}");
        }
    }
}
