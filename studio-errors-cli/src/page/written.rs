//! The ways in which a page writes a code, alone or with other facts.

use super::spelling::{self, Parts, signed, split};

/// A code as a page writes it, and the facts beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) code: String,
    pub(super) name: Option<String>,
    pub(super) http: Option<u16>,
    /// The text after the code and the name.
    pub(super) message: Option<String>,
}

/// Words that may be before a code.
const LABELS: [&str; 8] = ["error code", "error", "code", "err", "错误码", "código de error", "código", "codigo"];

/// Reads a code, and the facts beside it.
pub(super) fn read(text: &str) -> Option<Written> {
    let text = text.trim();
    alone(text).or_else(|| first(text)).or_else(|| last(text))
}

/// Whether the text is several codes, such as `1, 2` and `1 or 2`.
pub(super) fn are_several(text: &str) -> bool {
    const WORDS: [&str; 7] = ["or", "and", "o", "y", "und", "或", "和"];
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '/' | ';' | '、' | '&' | '|'));
    let words = words.map(|word| word.trim_matches('`')).filter(|word| !word.is_empty() && !WORDS.contains(word));
    let codes = words.clone().filter(|word| split(word).is_ok()).count();
    codes > 1 && codes == words.count() && !is_code(text)
}

/// Whether the text is nothing but a code.
pub(super) fn is_code(text: &str) -> bool {
    alone(text.trim()).is_some()
}

fn code(text: &str) -> Option<String> {
    let text = unquoted(text);
    let text = text.strip_prefix('#').unwrap_or(text).trim_end_matches([':', '.', '*', ',', '†', ')']).trim();
    let text = unquoted(text);
    let text = ungrouped(text).unwrap_or_else(|| text.into());
    split(&text).is_ok().then(|| signed(&text))
}

/// The digits of a number in groups of three, such as `10,001`.
pub(super) fn ungrouped(text: &str) -> Option<String> {
    let (first, rest) = text.split_once([',', '\u{a0}', '\u{202f}'])?;
    let groups: Vec<_> = rest.split([',', '\u{a0}', '\u{202f}']).collect();
    let digits = format!("{first}{}", groups.concat());
    let are_groups = (1..=3).contains(&first.len()) && groups.iter().all(|group| group.len() == 3);
    Some(digits).filter(|digits| are_groups && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

fn unquoted(text: &str) -> &str {
    let inner = text.trim().trim_matches(['`', '"', '\'', '“', '”', '*']).trim();
    let brackets = [('(', ')'), ('[', ']'), ('【', '】')];
    let bare = brackets.iter().find_map(|(open, close)| inner.strip_prefix(*open)?.strip_suffix(*close));
    bare.unwrap_or(inner).trim()
}

/// Removes a label such as `Error` before a code.
fn unlabelled(text: &str) -> &str {
    let value = LABELS.iter().find_map(|label| {
        let (_, rest) = text.split_at_checked(label.len()).filter(|(start, _)| start.eq_ignore_ascii_case(label))?;
        Some(rest.trim_start_matches([' ', ':', '：', '#'])).filter(|value| value.len() < rest.len())
    });
    value.unwrap_or(text)
}

fn alone(text: &str) -> Option<Written> {
    Some(Written { code: code(text).or_else(|| code(unlabelled(text)))?, ..Written::default() })
}

/// The code is the first word.
fn first(text: &str) -> Option<Written> {
    let text = unlabelled(text);
    let end =
        text.find(|c: char| c.is_whitespace() || OPEN.contains(&c) || matches!(c, '|' | '=' | '：' | '—' | '–'))?;
    let (word, rest) = text.split_at(end);
    Some(facts(Written { code: code(word)?, ..Written::default() }, rest))
}

/// The code is in brackets after the name, or after a sign between them.
fn last(text: &str) -> Option<Written> {
    let signs = [text.find(|c| c == '=' || OPEN.contains(&c)), text.find(" - "), text.find(" – "), text.find(": ")];
    signs.into_iter().flatten().find_map(|at| after(text, at))
}

fn after(text: &str, at: usize) -> Option<Written> {
    let (name, rest) = text.split_at(at);
    let rest = rest.trim_start();
    let (inner, after) = if rest.starts_with(OPEN) {
        bracketed(rest)?
    } else {
        let sign = rest.chars().next()?;
        let rest = rest[sign.len_utf8()..].trim_start();
        rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len()))
    };
    let (inner, status) = inner.split_once(", ").map_or((inner, None), |(code, status)| (code, http(status)));
    let code = code(unlabelled(inner.trim()))?;
    let name = unquoted(name.trim().trim_end_matches([':', '-', '–']));
    let is_name = is_name(name);
    if name.is_empty() || http(&code).is_some() && !is_constant(name) {
        return None;
    }
    let found = Written { code, http: status, name: is_name.then(|| name.into()), message: None };
    let mut found = facts(found, after);
    if !is_name && found.message.is_none() {
        found.message = Some(name.into());
    }
    Some(found)
}

/// The brackets around a code, a status or ranges.
pub(super) const OPEN: [char; 3] = ['(', '[', '（'];

/// The text in brackets, and the text after them.
pub(super) fn bracketed(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix(OPEN)?.split_once([')', ']', '）'])
}

/// Reads the status, the name and the message that follow a code.
fn facts(mut found: Written, mut rest: &str) -> Written {
    const SIGNS: [char; 12] = [':', '-', '–', '—', '|', '=', ',', '.', ';', '：', '→', '·'];
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || SIGNS.contains(&c));
        if let Some((inner, after)) = bracketed(rest) {
            let inner = inner.trim();
            if found.http.is_none()
                && let Some(status) = http(inner)
            {
                (found.http, rest) = (Some(status), after);
                continue;
            }
            if found.name.is_none() && is_name(unquoted(inner)) {
                (found.name, rest) = (Some(unquoted(inner).into()), after);
                continue;
            }
        }
        let end =
            rest.find(|c: char| c.is_whitespace() || matches!(c, '(' | ':' | '|' | '：' | ',')).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        // A word is a name if it cannot be the first word of a sentence.
        let is_last = after.trim_start_matches(|c: char| c.is_whitespace() || SIGNS.contains(&c)).is_empty();
        let bare = unquoted(word);
        let is_identifier =
            is_constant(bare) || is_name(bare) && (word.starts_with('`') || bare.contains('_') || is_camel(bare));
        if found.name.is_none()
            && (is_identifier || is_name(bare) && (is_last || after.starts_with(" (")))
            && !bare.is_empty()
        {
            (found.name, rest) = (Some(bare.into()), after);
            continue;
        }
        if found.http.is_none()
            && let Some((message, status)) = rest.trim_end().strip_suffix(')').and_then(|rest| rest.rsplit_once('('))
            && let Some(status) = http(status)
        {
            (found.http, rest) = (Some(status), message);
            continue;
        }
        break;
    }
    let message = rest.trim();
    found.message = (!message.is_empty()).then(|| message.into());
    found
}

/// Reads the status of an error.
pub(super) fn http(text: &str) -> Option<u16> {
    status(text).filter(|status| (400..=599).contains(status))
}

/// Reads a status, such as `404`, `HTTP 404` or `404 Not Found`.
pub(super) fn status(text: &str) -> Option<u16> {
    let text = text.trim().trim_matches('`');
    let upper = text.to_ascii_uppercase();
    let rest = ["HTTP STATUS CODE", "HTTP STATUS", "HTTP CODE", "STATUS CODE", "STATUS", "HTTP"]
        .iter()
        .find_map(|label| upper.strip_prefix(label))
        .unwrap_or(&upper)
        .trim_start_matches([' ', ':', '-']);
    let digits = rest.get(..3)?;
    let after = &rest[3..];
    let is_phrase = after.is_empty()
        || after.starts_with([' ', '\u{a0}', '('])
            && after.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, ' ' | '\u{a0}' | '\'' | '-' | '(' | ')'));
    digits.parse().ok().filter(|status| (100..=599).contains(status) && is_phrase)
}

/// Whether the text is a word that can be a name: `ALPHA`, `invalid_token`, `invalid-token`, `invalidToken`.
pub(super) fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
        && !text.ends_with(['-', '.'])
}

/// Whether the text is a name in capital letters: `ALPHA`, `NOT_FOUND`.
pub(super) fn is_constant(text: &str) -> bool {
    text.len() > 1 && spelling::is_constant(text)
}

fn is_camel(text: &str) -> bool {
    text.chars().skip(1).any(|c| c.is_ascii_uppercase()) && text.chars().any(|c| c.is_ascii_lowercase())
}

/// Whether a code in running text is more than a number that happens to be there, or a word such as `H2`.
pub(super) fn is_certain(found: &Written) -> bool {
    let Ok(Parts { prefix, separator, digits, .. }) = split(&found.code) else { return false };
    let is_long = digits.len() >= 3 || !prefix.is_empty() && (!separator.is_empty() || digits.len() > 1);
    is_long || found.http.is_some() || found.name.as_deref().is_some_and(is_constant)
}
