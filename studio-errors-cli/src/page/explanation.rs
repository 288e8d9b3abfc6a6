//! The explanation of a code, which is Markdown: as text for a comparison, and as lines of a doc comment.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use studio_errors::reference::output::terminal;

use super::elements::is_known;
use super::table::{collapsed, without_empty_lines};

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH
}

/// Removes the tags and the comments of HTML. A tag with an unknown name is text, such as a placeholder.
pub(super) fn without_tags(markdown: &str) -> String {
    let mut edits = Vec::new();
    for (event, range) in Parser::new_ext(markdown, options()).into_offset_iter() {
        let (Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_)) = event else { continue };
        let mut at = range.start;
        while let Some(start) = markdown.get(at..range.end).and_then(|rest| rest.find('<')).map(|found| at + found) {
            let rest = &markdown[start..range.end];
            let is_comment = rest.starts_with("<!--");
            let name = rest[1..].trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next();
            let is_tag = name.is_some_and(|name| is_known(&name.to_ascii_lowercase()));
            let end = rest.find(if is_comment { "-->" } else { ">" }).map(|end| end + if is_comment { 3 } else { 1 });
            let length = end.filter(|_| is_comment || is_tag);
            at = start + length.unwrap_or(1);
            if length.is_some() {
                edits.push((start..at, if name == Some("br") { " ".into() } else { String::new() }));
            }
        }
    }
    without_empty_lines(&edited(markdown, edits)).into()
}

/// Returns the words of an explanation that everyone may read, as a page shows them: without a section `Internal`.
pub(super) fn shown(markdown: &str) -> String {
    let text = escaped(markdown);
    let (mut words, mut title, mut internal) = (String::new(), None, None);
    for event in Parser::new_ext(&text, options()) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                internal = internal.filter(|of| level > *of);
                title = Some(words.len()).filter(|_| internal.is_none());
            }
            Event::End(TagEnd::Heading(level)) => {
                if let Some(start) = title.take()
                    && words.get(start..).is_some_and(|title| title.trim().eq_ignore_ascii_case("internal"))
                {
                    words.truncate(start);
                    internal = Some(level);
                }
                words.push(' ');
            }
            _ if internal.is_some() => {}
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => words += &text,
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image) => {}
            Event::End(_) | Event::SoftBreak | Event::HardBreak | Event::Rule => words.push(' '),
            _ => {}
        }
    }
    collapsed(&words)
}

/// Returns the lines of the doc comment below the description. rustdoc neither compiles the blocks of code, nor does the derive find
/// a section `Resolution`, which would contradict that of the table.
pub(super) fn doc(markdown: &str) -> Vec<String> {
    let text = escaped(without_empty_lines(markdown));
    if text.trim().is_empty() {
        return Vec::new();
    }
    let mut edits = Vec::new();
    let mut headings = Vec::new();
    for (event, range) in Parser::new_ext(&text, options()).into_offset_iter() {
        let source = &text[range.clone()];
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let marks = source.len() - source.trim_start_matches('#').len();
                headings.push((range.start, marks, level as usize));
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) if language.trim().is_empty() => {
                let mark = source.chars().next().unwrap_or('`');
                let at = range.start + source.len() - source.trim_start_matches(mark).len();
                edits.push((at..at, "text".into()));
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => fence(&text, &range, &mut edits),
            _ => {}
        }
    }
    // The levels on a page depend on the headings around the explanation.
    let highest = headings.iter().map(|(.., level)| *level).min().unwrap_or(1);
    for (start, marks, _) in headings {
        edits.push((start..start + marks.min(highest - 1), String::new()));
    }
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let text = edited(&text, edits);
    // The marks that end the block of code, as the derive finds them.
    let mut open: Option<String> = None;
    let line = |line: &str| {
        let is_code = open.is_some();
        let marks: String = line.trim().chars().take_while(|c| matches!(c, '`' | '~')).collect();
        match &open {
            Some(fence) if marks.starts_with(&**fence) && line.trim() == marks => open = None,
            None if marks.len() >= 3 => open = Some(marks),
            _ => {}
        }
        if is_resolution(line) && !is_code {
            let (before, title) = line.split_at(line.len() - line.trim_start_matches([' ', '#']).len());
            return format!(" {before}**{}**", title.trim_end_matches(['#', ' ']));
        }
        if line.trim().is_empty() { String::new() } else { format!(" {line}") }
    };
    std::iter::once(String::new()).chain(text.lines().map(line)).collect()
}

/// Puts fences around a block of code that is indented.
fn fence(text: &str, range: &Range<usize>, edits: &mut Vec<(Range<usize>, String)>) {
    let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let end = range.start + text[range.clone()].trim_end().len();
    let code = &text[start..end];
    let indent = code.len() - code.trim_start_matches(' ').len();
    // In a quotation or after the mark of an item, there is no line for a fence.
    if let Some(outer) = indent.checked_sub(4) {
        let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let (indent, marks) = (" ".repeat(outer), "`".repeat(3.max(longest + 1)));
        edits.push((start..start, format!("{indent}{marks}text\n")));
        edits.push((end..end, format!("\n{indent}{marks}")));
    }
}

/// Whether the derive would take the line for the heading of a section, or for the first line of one.
fn is_resolution(line: &str) -> bool {
    line.trim_matches(['#', ' ']).eq_ignore_ascii_case("resolution")
}

/// Replaces the characters that are unsafe in source code.
fn escaped(text: &str) -> String {
    let line = |line: &str| terminal(&line.replace('\t', "    ")).to_string();
    text.replace("\r\n", "\n").split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// Replaces parts of a text, which are in order.
fn edited(text: &str, edits: Vec<(Range<usize>, String)>) -> String {
    let (mut new, mut from) = (String::with_capacity(text.len()), 0);
    for (range, replacement) in edits {
        // An element inside of another one is a part of it.
        if let Some(kept) = text.get(from..range.start) {
            new += kept;
            new += &replacement;
            from = range.end;
        }
    }
    new + &text[from..]
}

#[cfg(test)]
mod tests {
    use super::{doc, shown, without_tags};

    #[test]
    fn a_doc_comment_has_no_code_that_rustdoc_compiles_and_no_section() {
        for (markdown, lines) in [
            ("", ""),
            ("one\n\ntwo", "\n one\n\n two"),
            ("```\na\n```\n\n~~~json\nb\n~~~", "\n ```text\n a\n ```\n\n ~~~json\n b\n ~~~"),
            ("a\n\n    b\n    c\n\nd", "\n a\n\n ```text\n     b\n     c\n ```\n\n d"),
            ("- a\n\n      b", "\n - a\n\n   ```text\n       b\n   ```"),
            ("\tb", "\n ```text\n     b\n ```"),
            ("#### A\n\n##### B", "\n # A\n\n ## B"),
            ("# Resolution\na\n\nResolution\n---", "\n # **Resolution**\n a\n\n **Resolution**\n ---"),
            ("```sh\n# Resolution\n```", "\n ```sh\n # Resolution\n ```"),
            ("a\u{7}\u{202e}", "\n a\\u{7}\\u{202e}"),
        ] {
            assert_eq!(doc(markdown).join("\n"), lines, "{markdown}");
        }
    }

    #[test]
    fn the_words_of_an_explanation_are_compared() {
        for (markdown, words) in [
            ("a *b* `c`\nd\n\n- e\n- f", "a b c d e f"),
            ("a\n\n### Internal\n\nsecret\n\n#### Log\n\nalso\n\n## B\n\nc", "a B c"),
            ("<b>a</b> &lt;c> \\<d>", "<b>a</b> <c> <d>"),
            ("| a | b |\n|---|---|\n| c | d |", "a b c d"),
        ] {
            assert_eq!(shown(markdown), words, "{markdown}");
        }
    }

    #[test]
    fn tags_are_removed_and_placeholders_are_kept() {
        for (markdown, text) in [
            ("a <b>c</b><br>d <field> `<b>`", "a c d <field> `<b>`"),
            ("a\n\n</details>\n<!-- b\nc -->\n\nd", "a\n\n\n\n\nd"),
        ] {
            assert_eq!(without_tags(markdown), text, "{markdown}");
        }
    }
}
