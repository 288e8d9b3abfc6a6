//! The explanations of codes: Markdown of the doc comments, without raw HTML.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::iter::repeat_n;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use crate::text::escape::Line;
use crate::text::markdown;

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH
}

/// Splits a text into the text for everyone and its sections `Internal`. The derive has done this, except for included files.
pub(crate) fn split(text: &str) -> (Cow<'_, str>, String) {
    // The level, the position and the title of each heading. A heading in a quotation or in a list begins no section.
    let mut headings: Vec<(HeadingLevel, usize, String)> = Vec::new();
    let (mut depth, mut is_title) = (0_usize, false);
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        match event {
            Event::Start(tag) => {
                if let (Tag::Heading { level, .. }, 0) = (tag, depth) {
                    headings.push((level, range.start, String::new()));
                    is_title = true;
                }
                depth += 1;
            }
            Event::End(_) => {
                depth -= 1;
                is_title &= depth > 0;
            }
            Event::Text(words) | Event::Code(words) if is_title => {
                headings.last_mut().into_iter().for_each(|(.., title)| title.push_str(&words));
            }
            _ => {}
        }
    }
    let (mut public, mut internal, mut from) = (String::new(), String::new(), 0);
    let mut headings = headings.into_iter().peekable();
    while let Some((level, start, title)) = headings.next() {
        if title.trim().eq_ignore_ascii_case("internal") {
            while headings.next_if(|(below, ..)| *below > level).is_some() {}
            let end = headings.peek().map_or(text.len(), |(_, next, _)| *next);
            public.push_str(&text[from..start]);
            // Without the heading.
            internal.push_str(text[start..end].split_once('\n').map_or("", |(_, rest)| rest));
            from = end;
        }
    }
    if from == 0 {
        return (text.into(), internal);
    }
    public.push_str(&text[from..]);
    (public.trim().to_string().into(), internal.trim().into())
}

/// The explanation of a code as HTML, as [`to_html`](crate::reference::Reference::to_html) shows it: raw HTML is shown as text, an image
/// as its alternative text, and a link that is neither of the web nor a mail address loses its target.
///
/// ```
/// use studio_errors::reference::output::explanation;
///
/// assert_eq!(explanation("Not <b>, but *this*."), "<p>Not &lt;b&gt;, but <em>this</em>.</p>\n");
/// ```
#[must_use]
pub fn to_html(text: &str) -> String {
    let text = visible(text);
    let mut links = Vec::new();
    let events = Parser::new_ext(&text, options()).filter_map(|event| {
        Some(match event {
            Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
            Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
            Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
            Event::Start(Tag::Heading { level, .. }) => {
                Event::Start(Tag::Heading { level: lower(level, 2), id: None, classes: Vec::new(), attrs: Vec::new() })
            }
            Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level, 2))),
            Event::Start(Tag::Link { ref dest_url, .. }) => {
                links.push(is_safe(dest_url));
                return is_safe(dest_url).then_some(event);
            }
            Event::End(TagEnd::Link) => return links.pop().unwrap_or_default().then_some(event),
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => return None,
            // The language becomes a class.
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language)))
                if !language.bytes().all(|byte| byte.is_ascii_lowercase()) =>
            {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Indented))
            }
            event => event,
        })
    });
    let mut page = String::new();
    html::push_html(&mut page, events);
    page
}

/// The text as a part of a Markdown document: each heading is under one of level 3. Raw HTML is shown as text, an image is a link, and
/// a link that is neither of the web nor a mail address is shown as text.
pub(crate) fn to_markdown(text: &str) -> String {
    let text = visible(text);
    // The position, the number of replaced bytes, and the new text.
    let mut edits: Vec<(usize, usize, String)> = Vec::new();
    let mut rest = String::new();
    for (event, range) in Parser::new_ext(&text, options()).into_offset_iter() {
        let (start, end, source) = (range.start, range.end, &text[range]);
        match event {
            Event::InlineHtml(html) => edits.push((start, source.len(), markdown::text(&html))),
            Event::Html(html) => {
                let line_feed = if html.ends_with('\n') { "\n" } else { "" };
                edits.push((start, source.len(), markdown::paragraph(&html).trim_end().to_string() + line_feed));
            }
            // The next line does not continue the text.
            Event::End(TagEnd::HtmlBlock) if !text[end..].starts_with('\n') && end < text.len() => {
                edits.push((end, 0, "\n".into()));
            }
            Event::Start(Tag::Heading { level, .. }) => {
                let marks = "#".repeat(lower(level, 3) as usize);
                let written = source.len() - source.trim_start_matches('#').len();
                if written > 0 {
                    edits.push((start, written, marks));
                } else if let Some((title, underline)) = source.trim_end().rsplit_once('\n') {
                    edits.push((start, 0, format!("{marks} ")));
                    edits.push((start + title.len() + 1, underline.len(), String::new()));
                }
            }
            Event::Start(Tag::Link { dest_url, .. }) if !is_safe(&dest_url) => {
                let is_bare = source.starts_with('<');
                edits.push(if is_bare { (start, 1, "&lt;".into()) } else { (start, 0, "\\".into()) });
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                edits.push((start, 1, if is_safe(&dest_url) { "" } else { "\\" }.into()));
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => {
                let mark = source.chars().next().unwrap_or('`');
                let fence = &source[..source.len() - source.trim_start_matches(mark).len()];
                let last = source.trim_end().rsplit_once('\n').map_or("", |(_, last)| last.trim());
                // Otherwise, the block would contain the rest of the document.
                if !last.starts_with(fence) && rest.is_empty() {
                    rest = format!("\n{fence}");
                }
            }
            _ => {}
        }
    }
    edits.sort_by_key(|(at, ..)| *at);
    let (mut markdown, mut from) = (String::with_capacity(text.len()), 0);
    for (at, len, new) in edits {
        // Nested elements of one text have one edit.
        if at < from {
            continue;
        }
        markdown.push_str(&text[from..at]);
        markdown.push_str(&new);
        from = at + len;
    }
    markdown.push_str(&text[from..]);
    markdown.push_str(&rest);
    markdown
}

/// Replaces the control characters of each line before the text is read as Markdown, so that every format shows the same text.
fn visible(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(|line| Line(&without_tabs(line)).to_string()).collect();
    lines.join("\n")
}

/// Replaces each tab by spaces, up to a column that is a multiple of four, as `CommonMark` reads it.
fn without_tabs(line: &str) -> String {
    let mut spaced = String::with_capacity(line.len());
    let mut column = 0;
    for c in line.trim_end_matches('\r').chars() {
        let width = if c == '\t' { 4 - column % 4 } else { 1 };
        spaced.extend(repeat_n(if c == '\t' { ' ' } else { c }, width));
        column += width;
    }
    spaced
}

fn lower(level: HeadingLevel, by: usize) -> HeadingLevel {
    HeadingLevel::try_from((level as usize + by).min(6)).unwrap_or(HeadingLevel::H6)
}

/// Whether a link leads to a page or to a mail address: a relative link has no scheme.
fn is_safe(url: &str) -> bool {
    match url.split_once(':') {
        Some((scheme, _)) if !scheme.contains(['/', '?', '#']) => {
            ["http", "https", "mailto"].iter().any(|safe| scheme.eq_ignore_ascii_case(safe))
        }
        _ => true,
    }
}
