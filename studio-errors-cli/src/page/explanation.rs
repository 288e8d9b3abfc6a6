//! Rewrites the explanation of a code, which is Markdown: in one form, as text for a comparison, and as lines of a doc comment.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use scraper::Html;
use studio_errors::reference::output;

use super::read::rewrite::Rewritten;
use super::table::collapsed;

/// Rewrites an explanation of the reference in the form in which pages are read: raw HTML is text.
pub(super) fn rewritten(explanation: &str) -> String {
    Rewritten::of(Html::parse_fragment(&output::explanation(explanation)).root_element()).markdown
}

/// Returns the words of an explanation that everyone may read, as a page shows them: without a section `Internal`.
pub(super) fn words(markdown: &str) -> String {
    let (mut words, mut title, mut internal) = (String::new(), None, None);
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
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
            Event::Text(text) | Event::Code(text) => words += &text,
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image) => {}
            Event::End(_) | Event::SoftBreak | Event::HardBreak | Event::Rule => words.push(' '),
            _ => {}
        }
    }
    collapsed(&words)
}

/// Returns the lines of the doc comment below the description. The highest heading has the level 1, and the derive does not find a
/// section `Resolution`, which would contradict that of the table.
pub(super) fn doc(markdown: &str) -> Vec<String> {
    let mut fence = None;
    // Each line with the level of its heading.
    let mut lines: Vec<(usize, &str)> = Vec::new();
    for line in markdown.lines() {
        let text = line.trim_start_matches(' ');
        let marks = &text[..text.len() - text.trim_start_matches('`').len()];
        lines.push((if fence.is_none() { text.len() - text.trim_start_matches('#').len() } else { 0 }, line));
        match fence {
            Some(open) if text == open => fence = None,
            None if marks.len() >= 3 => fence = Some(marks),
            _ => {}
        }
    }
    let highest = lines.iter().map(|(level, _)| *level).filter(|level| *level > 0).min().unwrap_or(1);
    let shown = |(level, line): (usize, &str)| {
        let marks = "#".repeat(level.saturating_sub(highest - 1));
        let (before, title) = line.split_at(line.find('#').filter(|_| level > 0).unwrap_or(line.len()));
        match title[level..].trim() {
            _ if level == 0 => format!(" {line}").trim_end().to_string(),
            title if title.eq_ignore_ascii_case("resolution") => format!(" {before}{marks} **{title}**"),
            title => format!(" {before}{marks} {title}"),
        }
    };
    if lines.is_empty() {
        Vec::new()
    } else {
        [String::new()].into_iter().chain(lines.into_iter().map(shown)).collect()
    }
}
