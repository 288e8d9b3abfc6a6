//! Markdown that shows exactly a text.

use alloc::format;
use alloc::string::{String, ToString};

use super::escape::Line;

/// Returns Markdown that shows exactly this text on one line, also in a table cell.
pub(crate) fn text(text: &str) -> String {
    let line = Line(text).to_string();
    let mut escaped = String::with_capacity(line.len());
    let mut before = ' ';
    let mut rest = line.chars().peekable();
    while let Some(c) = rest.next() {
        let special = match c {
            // Emphasis with underscores begins and ends at the edge of a word, so `STUDIO_1601` needs no escape.
            '_' => !(before.is_alphanumeric() && rest.peek().is_some_and(|next| next.is_alphanumeric())),
            c => {
                matches!(c, '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '$')
                    || c == '&' && rest.peek() != Some(&' ')
            }
        };
        if special {
            escaped.push('\\');
        }
        escaped.push(c);
        before = c;
    }
    escaped
}

/// Returns [`text`] as a paragraph of `CommonMark`. Escapes a beginning that would start a list, a rule or a code block.
pub(crate) fn paragraph(words: &str) -> String {
    let escaped = text(words.trim_start());
    let (number, rest) = escaped.split_at(escaped.find(|c: char| !c.is_ascii_digit()).unwrap_or(escaped.len()));
    let begins_block = rest.starts_with(['-', '+', '=']) || !number.is_empty() && rest.starts_with(['.', ')']);
    if begins_block { format!("{number}\\{rest}") } else { escaped }
}

#[cfg(test)]
mod tests {
    use super::paragraph;

    #[test]
    fn a_paragraph_does_not_begin_a_list_a_rule_or_code() {
        for (words, shown) in [
            ("- pay", "\\- pay"),
            ("---", "\\---"),
            ("+ pay", "\\+ pay"),
            ("===", "\\==="),
            ("1. pay", "1\\. pay"),
            ("23) pay", "23\\) pay"),
            ("    pay", "pay"),
            ("\tpay", "pay"),
            ("\n- pay", "\\- pay"),
            ("* * *", "\\* \\* \\*"),
            ("# pay", "\\# pay"),
            ("> pay", "\\> pay"),
            ("___", "\\_\\_\\_"),
            ("1.5 credits", "1\\.5 credits"),
            ("2 - 1", "2 - 1"),
            ("pay - later", "pay - later"),
            ("", ""),
        ] {
            assert_eq!(paragraph(words), shown, "{words:?}");
        }
    }
}
