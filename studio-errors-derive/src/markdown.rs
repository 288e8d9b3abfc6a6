//! The documentation of the generated items: a reference of one type.

use std::borrow::Cow;

use crate::escape::escape;
use crate::model::{Coded, Model, OF_TRAITS};

/// Returns Markdown that shows this text on one line, also in the cell of a table.
pub(crate) fn text(text: &str) -> Cow<'_, str> {
    let escaped = escape(text, |byte| match byte {
        b'\\' | b'`' | b'*' | b'_' | b'[' | b']' | b'<' | b'>' | b'|' | b'~' | b'#' | b'&' => {
            Some(format!("\\{}", char::from(byte)).into())
        }
        byte if byte.is_ascii_control() => Some(" ".into()),
        _ => None,
    });
    // The other control characters, U+0080 to U+009F, begin with this byte in UTF-8.
    if escaped.as_bytes().contains(&0xc2) { escaped.replace(char::is_control, " ").into() } else { escaped }
}

/// Returns [`text`] as a paragraph. Escapes a beginning that would start a list, a rule or a code block, which rustdoc would run.
fn paragraph(words: &str) -> String {
    let escaped = text(words);
    let words = escaped.trim_start();
    let (number, rest) = words.split_at(words.find(|c: char| !c.is_ascii_digit()).unwrap_or(words.len()));
    let begins_block = rest.starts_with(['-', '+', '=']) || !number.is_empty() && rest.starts_with(['.', ')']);
    if begins_block { format!("{number}\\{rest}") } else { words.into() }
}

/// Returns the http as far as the tokens show it. A published http takes precedence over that of the enum.
fn http(coded: &Coded) -> String {
    match (coded.attr.policy().http, coded.default_http) {
        (0, 0) => "as published".into(),
        (0, http) => format!("{http} unless published"),
        (http, _) => http.to_string(),
    }
}

/// Returns the documentation of one constant.
pub(crate) fn constant(coded: &Coded) -> String {
    let mut lines = format!("`{}`", coded.guess);
    if coded.http() > 0 {
        lines += &format!(", HTTP {}", http(coded));
    }
    if let Some(description) = coded.description() {
        lines += &format!(": {}", text(description));
    }
    if let Some(resolution) = coded.resolution() {
        lines += &format!("\n\n{}", paragraph(resolution));
    }
    lines
}

/// Returns a table of all codes of a type.
pub(crate) fn table(model: &Model) -> String {
    let mut lines = String::from("| code | http | name | description | resolution |\n|---|---|---|---|---|\n");
    for coded in model.rows.iter() {
        let http = http(coded);
        lines += &format!(
            "| `{}` | {http} | `{}` | {} | {} |\n",
            coded.guess,
            coded.name.text,
            coded.description().map_or("as published".into(), text),
            coded.resolution().map_or("".into(), text),
        );
    }
    let hidden = model.rows.iter().filter(|coded| coded.is_hidden && !coded.shares);
    for coded in hidden {
        let name = &coded.name.text;
        let other =
            if OF_TRAITS.contains(&&**name) { "is the constant of a trait" } else { "is the name of a variant" };
        lines += &format!("\n`{name}` has no constant, because this {other}. `code()` of a value returns its code.\n");
    }
    lines
}
