//! Rewrites the explanation of a code, which is Markdown: in one form, as text for a comparison, and as lines of a doc comment.

use std::collections::BTreeMap;
use std::iter::once;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use scraper::Html;
use studio_errors::reference::output;

use super::read::rewrite::Rewritten;
use super::table::{Lines, collapsed};

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
    let places = Lines::of(markdown);
    let heading = |(event, place): (Event<'_>, Range<usize>)| match event {
        Event::Start(Tag::Heading { level, .. }) => Some((places.at(place.start), level as usize)),
        _ => None,
    };
    // The level of the heading on each line.
    let headings: BTreeMap<_, _> = Parser::new(markdown).into_offset_iter().filter_map(heading).collect();
    let highest = headings.values().min().copied().unwrap_or_default();
    let shown = |(number, line): (usize, &str)| {
        let Some(level) = headings.get(&number) else { return format!(" {line}").trim_end().to_string() };
        let (before, title) = line.split_at(line.find('#').unwrap_or(line.len()));
        let marks = "#".repeat(1 + level - highest);
        match title.trim_start_matches('#').trim() {
            title if title.eq_ignore_ascii_case("resolution") => format!(" {before}{marks} **{title}**"),
            title => format!(" {before}{marks} {title}"),
        }
    };
    let empty = once(String::new()).filter(|_| !markdown.is_empty());
    empty.chain((1..).zip(markdown.lines()).map(shown)).collect()
}
