//! Reads GitHub Flavored Markdown, and the parts of MDX that have the same form: as HTML whose tags have their lines.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::html::push_html;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use super::super::table::{About, Content, Lines, Remark, collapsed, wrong_length};
use super::elements::{SOFT, is_known, is_phrase, on_line};
use super::html;
use super::pipes;

pub(crate) fn read(text: &str) -> Result<Content, String> {
    let text = &without_indents_of_tables(text);
    let components = components(text);
    let page = Converter::of(text, 1, &components, false);
    let mut content = html::read(&page.html())?;
    content.remarks.extend(page.remarks);
    Ok(content)
}

/// Removes the indents inside of HTML tables, which would begin blocks of code after an empty line.
fn without_indents_of_tables(text: &str) -> String {
    let (mut depth, mut is_code) = (0_usize, false);
    let mut without = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let start = line.trim_start_matches([' ', '\t']);
        is_code ^= start.starts_with("```") || start.starts_with("~~~");
        without += if depth > 0 { start } else { line };
        if !is_code {
            let lower = line.to_ascii_lowercase();
            depth = (depth + lower.matches("<table").count()).saturating_sub(lower.matches("</table").count());
        }
    }
    // Without the end of a table, the rest of the page would have no indents.
    if depth > 0 { text.into() } else { without }
}

/// The names of the MDX components that have an end tag. They begin with a capital letter.
fn components(source: &str) -> BTreeSet<&str> {
    let names = source.split("</").skip(1).filter_map(|rest| rest.split('>').next());
    names.filter(|name| name.len() < 100 && name.starts_with(|c: char| c.is_ascii_uppercase())).collect()
}

struct Converter<'t> {
    source: &'t str,
    components: &'t BTreeSet<&'t str>,
    /// Whether the source is a part of a page. A part is not divided again.
    is_part: bool,
    lines: Lines,
    /// The line on which the source begins.
    first: usize,
    events: Vec<Event<'t>>,
    /// The end of the part that is converted as a whole.
    end: usize,
    /// The number of columns of the open table.
    columns: usize,
    /// The number of open HTML tables.
    tables: usize,
    remarks: Vec<Remark>,
}

impl<'t> Converter<'t> {
    fn of(source: &'t str, first: usize, components: &'t BTreeSet<&'t str>, is_part: bool) -> Self {
        let (lines, events, remarks) = (Lines::of(source), Vec::new(), Vec::new());
        let mut page =
            Self { source, components, is_part, lines, first, events, end: 0, columns: 0, tables: 0, remarks };
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_HEADING_ATTRIBUTES;
        for (event, span) in Parser::new_ext(source, options).into_offset_iter() {
            if span.start >= page.end {
                page.event(event, span);
            }
        }
        page
    }

    fn html(&self) -> String {
        let mut html = String::with_capacity(2 * self.source.len());
        push_html(&mut html, self.events.iter().cloned());
        html
    }

    fn remark(&mut self, about: About, line: usize, reason: impl Into<String>) {
        self.remarks.push(Remark::new(about, line, reason));
    }

    fn line(&self, at: usize) -> usize {
        self.first + self.lines.at(at) - 1
    }

    fn event(&mut self, event: Event<'t>, span: Range<usize>) {
        let line = self.line(span.start);
        let event = match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented))
                if self.hidden_tables(&span, "it is indented like code") =>
            {
                return;
            }
            Event::Start(Tag::Paragraph) if self.hidden_tables(&span, "it is a part of a paragraph") => return,
            Event::Start(Tag::HtmlBlock) if self.html_block(&span) => return,
            Event::Start(Tag::Paragraph) => match heading_without_space(&self.source[span.clone()]) {
                Some((marks, title)) => {
                    self.end = span.end;
                    self.part(&format!("{marks} {title}"), line);
                    return;
                }
                None => event,
            },
            Event::Start(Tag::Table(ref columns)) => {
                self.columns = columns.len();
                event
            }
            Event::Start(Tag::TableRow) if self.row_with_codes(&span, line) => return,
            Event::SoftBreak => Event::InlineHtml(format!("<br {SOFT}>").into()),
            Event::FootnoteReference(_) => return,
            Event::Start(Tag::FootnoteDefinition(_)) => {
                self.end = span.end;
                return;
            }
            Event::Html(html) => Event::Html(self.without_components(&html, line).into()),
            Event::InlineHtml(written) => match self.inline_tag(&written) {
                Some(event) => event,
                None => return,
            },
            event => event,
        };
        if matches!(event, Event::Start(_) | Event::Html(_)) {
            self.events.push(Event::Html(on_line(line).into()));
        }
        self.events.push(event);
    }

    /// Reports a row with another number of cells than its table has columns. Returns whether `|` inside of code is the reason, so that
    /// the row is converted.
    fn row_with_codes(&mut self, span: &Range<usize>, line: usize) -> bool {
        const ZERO_WIDTH: char = '\u{200b}';
        let source = &self.source[span.clone()];
        let written = pipes::split(source, false);
        if written.len() == self.columns {
            return false;
        }
        let whole = pipes::split(source, true);
        if whole.len() == self.columns {
            let reason = "the row is read with `|` inside of code, which ends a cell on the page";
            self.remarks.push(Remark::new(About::Doubtful, line, reason).help("write `\\|` inside of code"));
            // Each cell is a paragraph, also if it begins like a list.
            let cell = |cell: &&str| {
                let source = format!("{ZERO_WIDTH}{}", cell.trim());
                let html = Converter::of(&source, line, self.components, true).html().replace(ZERO_WIDTH, "");
                format!("<td>{html}</td>")
            };
            let cells: String = whole.iter().map(cell).collect();
            self.events.push(Event::Html(format!("{}<tr>{cells}</tr>", on_line(line)).into()));
            self.end = span.end;
            return true;
        }
        let more = written.get(self.columns..).unwrap_or_default();
        if more.iter().any(|cell| !cell.trim().is_empty()) {
            self.remark(About::Lost, line, wrong_length(written.len(), self.columns));
        } else if more.is_empty() && written.len() > 1 {
            self.remark(About::Doubtful, line, wrong_length(written.len(), self.columns));
        }
        false
    }

    /// Converts a text with tables that the page does not show as such. Returns whether there are some.
    fn hidden_tables(&mut self, span: &Range<usize>, why: &str) -> bool {
        let (mut rest, mut line) = (&self.source[span.clone()], self.line(span.start));
        if self.is_part {
            return false;
        }
        while let Some([before, table, after]) = pipes::table(rest) {
            self.part(before, line);
            line += before.lines().count();
            let cells = |at| table.lines().nth(at).map_or(0, |row| pipes::split(row, false).len());
            let (columns, delimiters) = (cells(0), cells(1));
            let why = if delimiters == columns {
                why.into()
            } else {
                format!("its delimiter row has {delimiters} cells, and its head has {columns}")
            };
            let row = |(at, row): (usize, &str)| match row.trim() {
                _ if at == 1 => format!("{}|\n", "|-".repeat(columns)),
                // A carriage return alone ends a line of Markdown too.
                row => format!("{}{}\n", if row.starts_with('|') { "" } else { "|" }, row.replace('\r', " ")),
            };
            let is_table = self.part(&table.lines().enumerate().map(row).collect::<String>(), line);
            let (about, not) = if is_table { (About::Doubtful, "") } else { (About::Lost, "not ") };
            self.remark(about, line, format!("the page shows no table here: {why}; its rows are {not}read"));
            line += table.lines().count();
            (rest, self.end) = (after, span.end);
        }
        if self.end == span.end {
            self.part(rest, line);
        }
        self.end == span.end
    }

    /// Converts a part of the page by itself. Returns whether it has a table.
    fn part(&mut self, source: &str, line: usize) -> bool {
        let part = Converter::of(source, line, self.components, true);
        self.events.push(Event::Html(part.html().into()));
        self.remarks.extend(part.remarks);
        part.columns > 0
    }

    /// Converts a table in Markdown, which is HTML below `<summary>` without an empty line, and a tag whose text would be the rest of the
    /// page. Reports rows outside of tables.
    fn html_block(&mut self, span: &Range<usize>) -> bool {
        const OF_TEXT: [&str; 8] = ["title", "textarea", "style", "xmp", "iframe", "script", "template", "nav"];
        let source = &self.source[span.clone()];
        let lower = source.to_ascii_lowercase();
        let line = self.line(span.start);
        let (opened, closed) = (lower.matches("<table").count(), lower.matches("</table").count());
        if opened + self.tables == 0 && lower.contains("<tr") && !lower.starts_with("<!--") {
            let reason = "the rows of an HTML table are not read, because the page does not show where it begins";
            self.remark(About::Lost, line, reason);
        }
        self.tables = (self.tables + opened).saturating_sub(closed);
        if opened == 0 && self.hidden_tables(span, "no empty line is above it") {
            return true;
        }
        let is_open = |name: &&str| lower.contains(&format!("<{name}")) && !lower.contains(&format!("</{name}"));
        let Some(name) = OF_TEXT.into_iter().find(is_open) else { return false };
        let at = lower.find(&format!("<{name}")).unwrap_or_default();
        let text = format!("{}{}&lt;{}", on_line(line), &source[..at], &source[at + 1..]);
        self.events.push(Event::Html(text.into()));
        self.end = span.end;
        true
    }

    /// Removes the MDX components that are empty.
    fn without_components(&mut self, html: &str, line: usize) -> String {
        let mut without = String::with_capacity(html.len());
        let mut rest = html;
        while let Some(start) = rest.find('<') {
            without += &rest[..start];
            rest = &rest[start..];
            let is_component = rest[1..].starts_with(|c: char| c.is_ascii_uppercase());
            let end = if is_component { rest.find('>').map_or(rest.len(), |end| end + 1) } else { 1 };
            if rest[..end].ends_with("/>") {
                let shown: String = collapsed(&rest[..end]).chars().take(60).collect();
                self.remark(About::Doubtful, line, format!("the component `{shown}` is not read"));
                rest = &rest[end..];
            } else {
                without.push('<');
                rest = &rest[1..];
            }
        }
        without + rest
    }

    /// Keeps HTML tags and hides those of components. Other tags are text, such as a placeholder in a message.
    fn inline_tag(&self, written: &str) -> Option<Event<'t>> {
        let name =
            written.trim_start_matches(['<', '/']).split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next();
        let name = name.unwrap_or_default();
        let lower = name.to_ascii_lowercase();
        let is_component = self.components.contains(name) && (written.starts_with("</") || !written.ends_with("/>"));
        match name {
            _ if is_phrase(&lower) => Some(Event::InlineHtml(written.to_string().into())),
            "" => None,
            name if is_known(&lower) || name.contains('-') || is_component => None,
            _ => Some(Event::Text(written.to_string().into())),
        }
    }
}

/// `##Billing`, which is a paragraph in Markdown, and meant as a heading.
fn heading_without_space(source: &str) -> Option<(&str, &str)> {
    let source = source.trim();
    let title = source.trim_start_matches('#');
    let marks = &source[..source.len() - title.len()];
    let is_heading =
        (2..=6).contains(&marks.len()) && !source.contains('\n') && title.starts_with(char::is_alphanumeric);
    is_heading.then_some((marks, title))
}
