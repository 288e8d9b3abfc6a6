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

/// The documentation of one constant.
pub(crate) fn constant(coded: &Coded) -> String {
    let mut lines = format!("`{}`", coded.guess);
    if coded.http > 0 {
        lines += &format!(", HTTP {}", coded.http);
    }
    if let Some(description) = coded.description() {
        lines += &format!(": {}", text(description));
    }
    if let Some(resolution) = &coded.resolution {
        lines += &format!("\n\n{}", text(resolution));
    }
    lines
}

/// The table of all codes of a type.
pub(crate) fn table(model: &Model) -> String {
    let mut lines = String::from("| code | http | name | description | resolution |\n|---|---|---|---|---|\n");
    for coded in &model.rows {
        let http = if coded.http > 0 { coded.http.to_string() } else { "as published".into() };
        lines += &format!(
            "| `{}` | {http} | `{}` | {} | {} |\n",
            coded.guess,
            coded.name,
            coded.description().map_or("as published".into(), text),
            coded.resolution.as_deref().map_or(String::new(), text),
        );
    }
    lines
}

#[cfg(test)]
mod tests {
    #[test]
    fn text_shows_as_it_is_on_one_line() {
        assert_eq!(super::text("a\nb\u{7}c\u{1b}[1m | `d` <e> é"), "a b c \\[1m \\| \\`d\\` \\<e\\> é");
    }
}
