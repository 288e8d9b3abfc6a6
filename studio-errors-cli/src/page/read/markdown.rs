//! Reads GitHub Flavored Markdown, and the parts of MDX that have the same form.

use std::collections::BTreeSet;
use std::mem::take;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::super::elements::is_known;
use super::super::table::{Block, Cell, Content, Lines, Mark, Remark, Row, Table, Text, collapsed, too_few, too_many};
use super::{html, pipes};

pub(crate) fn read(text: &str) -> Result<Content, String> {
    let text = &joined_tables(text);
    let mut reader = Reader { source: text, lines: Lines::of(text), components: components(text), ..Reader::default() };
    for (event, span) in Parser::new_ext(text, options()).into_offset_iter() {
        reader.event(event, span)?;
    }
    reader.content.add_below(text, &reader.marks);
    Ok(reader.content)
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_HEADING_ATTRIBUTES
}

/// Fills the empty lines inside of HTML tables, which would end them in Markdown.
fn joined_tables(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let (mut depth, mut fence) = (0_usize, None);
    for line in text.split_inclusive('\n') {
        let start = line.trim_start();
        let marks = ["```", "~~~"].into_iter().find(|marks| start.starts_with(marks));
        match (fence, marks) {
            (None, Some(marks)) if depth == 0 => fence = Some(marks),
            (Some(open), Some(marks)) if open == marks => fence = None,
            _ => {}
        }
        if fence.is_none() {
            let lower = line.to_ascii_lowercase();
            if depth > 0 && line.trim().is_empty() {
                joined += "<!---->";
            }
            depth = (depth + lower.matches("<table").count()).saturating_sub(lower.matches("</table").count());
        }
        joined += line;
    }
    // Without the end of a table, the rest of the page would be one HTML block.
    if depth > 0 { text.into() } else { joined }
}

#[derive(Default)]
struct Reader<'t> {
    source: &'t str,
    lines: Lines,
    content: Content,
    table: Table,
    cells: Vec<Cell>,
    /// The text of the innermost heading, paragraph, item or cell.
    inner: Text,
    /// The lines of the open items.
    items: Vec<usize>,
    in_footnote: bool,
    marks: Vec<Mark>,
    /// The names of the components of MDX that have an end tag.
    components: BTreeSet<&'t str>,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, span: Range<usize>) -> Result<(), String> {
        let line = self.lines.at(span.start);
        match event {
            Event::Start(Tag::Strikethrough) => self.inner.in_struck += 1,
            Event::End(TagEnd::Strikethrough) => self.inner.in_struck -= 1,
            Event::Start(Tag::Strong) => self.inner.in_bold += 1,
            Event::End(TagEnd::Strong) => self.inner.in_bold -= 1,
            Event::Start(Tag::Item) => {
                self.item();
                self.items.push(line);
            }
            Event::End(TagEnd::Item) => {
                self.item();
                self.items.pop();
            }
            Event::Start(Tag::List(_)) => self.item(),
            Event::Start(Tag::FootnoteDefinition(_)) => self.in_footnote = true,
            Event::End(TagEnd::FootnoteDefinition) => self.in_footnote = false,
            Event::Start(Tag::CodeBlock(kind)) => {
                self.item();
                if matches!(kind, CodeBlockKind::Indented) {
                    self.hidden_table(span, "it is indented like code");
                }
            }
            Event::End(TagEnd::CodeBlock | TagEnd::MetadataBlock(_)) => {
                self.inner = Text::default();
            }
            Event::Start(Tag::Heading { .. } | Tag::Paragraph | Tag::MetadataBlock(_)) if self.items.is_empty() => {
                self.inner = Text::default();
            }
            Event::Start(Tag::Heading { .. }) => {
                self.item();
                self.inner = Text::default();
            }
            Event::Start(Tag::TableCell) => self.inner = Text::default(),
            Event::Start(Tag::Table(_)) => {
                self.item();
                self.table = Table { line, ..Table::default() };
            }
            Event::Text(text) if self.inner.in_mark == 0 || !text.trim().is_empty() => self.inner.push(&text),
            Event::Code(text) => self.inner.push(&text),
            Event::InlineHtml(tag) => self.tag(&tag),
            Event::SoftBreak | Event::HardBreak => self.inner.push("\n"),
            Event::End(TagEnd::Heading(level)) => self.heading(line, level, span),
            Event::End(TagEnd::Paragraph) => self.paragraph(line, span),
            Event::End(TagEnd::TableCell) => self.cells.push(take(&mut self.inner).cell()),
            Event::End(TagEnd::TableHead) => self.table.head = take(&mut self.cells),
            Event::End(TagEnd::TableRow) => self.row(line, span),
            Event::End(TagEnd::Table) => {
                let table = take(&mut self.table);
                self.content.blocks.push(Block::Table(table));
            }
            Event::End(TagEnd::HtmlBlock) => self.html(line, span)?,
            _ => {}
        }
        Ok(())
    }

    fn heading(&mut self, line: usize, level: HeadingLevel, span: Range<usize>) {
        let text = take(&mut self.inner);
        let (level, struck) = (level as u8, text.is_struck());
        self.push_heading(line, level, text.cell().text, struck, span);
    }

    fn push_heading(&mut self, line: usize, level: u8, text: String, struck: bool, span: Range<usize>) {
        self.marks.push(Mark { block: self.content.blocks.len(), start: span.start, end: span.end });
        self.content.blocks.push(Block::Heading { line, level, text, struck, below: String::new() });
    }

    /// Adds the text of the innermost item, up to the items below it.
    fn item(&mut self) {
        if let Some(line) = self.items.last() {
            let text = take(&mut self.inner);
            let (lines, struck) = (text.lines(), text.is_struck());
            if !lines.is_empty() {
                self.content.blocks.push(Block::Item { line: *line, depth: self.items.len(), text: lines, struck });
            }
        }
    }

    fn paragraph(&mut self, line: usize, span: Range<usize>) {
        if !self.items.is_empty() {
            // The first paragraph is the text of the item, and a following one is a line of it.
            self.inner.push("\n");
            if pipes::table(&self.source[span.clone()], line).is_some() {
                self.inner = Text::default();
                self.hidden_table(span, "it is a part of a paragraph");
            }
            return;
        }
        let text = take(&mut self.inner);
        if self.in_footnote {
            return;
        }
        if let Some(title) = heading_without_space(&self.source[span.clone()]) {
            let level = u8::try_from(title.0).unwrap_or(6);
            let text = collapsed(title.1);
            self.push_heading(line, level, text, false, span);
            return;
        }
        let (lines, is_bold) = (text.lines(), text.is_bold());
        let start = self.content.blocks.len();
        self.hidden_table(span, "it is a part of a paragraph");
        if start == self.content.blocks.len() {
            self.content.blocks.push(Block::Paragraph { line, text: lines, is_bold });
        }
    }

    fn row(&mut self, line: usize, span: Range<usize>) {
        let columns = self.table.head.len();
        let source = self.source[span].trim();
        let mut cells = take(&mut self.cells);
        let written = pipes::split(source, false);
        if written.len() != columns && source.contains('`') {
            let whole = pipes::split(source, true);
            if whole.len() == columns {
                cells = whole.into_iter().map(inline).collect();
                let reason = "the row is read with `|` inside of code, which ends a cell on the page";
                self.content.unread.push(Remark::new(line, reason).help("write `\\|` inside of code"));
                self.table.rows.push(Row { line, cells, ..Row::default() });
                return;
            }
        }
        let more = written.get(columns..).unwrap_or_default();
        if more.iter().any(|cell| !cell.trim().is_empty()) {
            self.content.lost.push(too_many(line, written.len(), columns));
        } else if written.len() < columns && written.len() > 1 {
            self.content.unread.push(too_few(line, written.len(), columns));
        }
        self.table.rows.push(Row { line, cells, ..Row::default() });
    }

    /// Reads a table that the page does not show as one.
    fn hidden_table(&mut self, span: Range<usize>, why: &str) {
        let line = self.lines.at(span.start);
        let Some((before, hidden, after)) = pipes::table(&self.source[span], line) else { return };
        let text = |text: &str| Block::Paragraph { line, text: inline(text).text, is_bold: false };
        if !before.trim().is_empty() {
            self.content.blocks.push(text(before));
        }
        let columns = hidden.head.len();
        let why = if hidden.delimiters == columns {
            why.into()
        } else {
            format!("its delimiter row has {} cells, and its head has {columns}", hidden.delimiters)
        };
        let reason = format!("the page shows no table here: {why}; its rows are read");
        self.content.unread.push(Remark::new(hidden.line, reason));
        let cells = |cells: Vec<&str>| cells.into_iter().map(inline).collect();
        let rows = hidden.rows.into_iter().map(|(line, row)| Row { line, cells: cells(row), ..Row::default() });
        let table = Table { line: hidden.line, head: cells(hidden.head), rows: rows.collect() };
        self.content.blocks.push(Block::Table(table));
        if !after.trim().is_empty() {
            self.content.blocks.push(text(after));
        }
    }

    fn html(&mut self, line: usize, span: Range<usize>) -> Result<(), String> {
        let before = self.content.blocks.len();
        let source = &self.source[span.clone()];
        let lower = source.to_ascii_lowercase();
        let is_table = lower.contains("<table") && lower.contains("<tr");
        if lower.contains("<tr") && !lower.contains("<table") && !lower.trim_start().starts_with("<!--") {
            let reason = "the rows of an HTML table are not read, because the page does not show where it ends";
            self.content.lost.push(Remark::new(line, reason));
        }
        if lower.trim() == "<table>" {
            return Ok(());
        }
        let is_component = source
            .trim_start()
            .strip_prefix('<')
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()));
        if is_component && source.contains("/>") {
            let shown: String = collapsed(source).chars().take(60).collect();
            self.content.unread.push(Remark::new(line, format!("the component `{shown}` is not read")));
        }
        if is_table || !source.trim_start().starts_with("<!--") {
            let inner = html::read(source, line)?;
            self.content.unread.extend(inner.unread);
            self.content.lost.extend(inner.lost);
            // Below `<summary>` without an empty line, Markdown is HTML.
            if !is_table && pipes::table(source, line).is_some() {
                self.content
                    .blocks
                    .extend(inner.blocks.into_iter().filter(|block| matches!(block, Block::Heading { .. })));
                self.hidden_table(span.clone(), "no empty line is above it");
            } else {
                let mut blocks = inner.blocks;
                // A table with empty lines may contain Markdown.
                if source.contains("<!---->") {
                    blocks.iter_mut().for_each(inline_table);
                }
                self.content.blocks.extend(blocks);
            }
            // The text of a heading continues below the HTML.
            let is_heading = |block: &Block| matches!(block, Block::Heading { .. });
            if let Some(last) = self.content.blocks.get(before..).and_then(|added| added.iter().rposition(is_heading)) {
                let block = before + last;
                self.marks.push(Mark { block, start: span.start, end: span.end });
            }
        }
        Ok(())
    }

    fn tag(&mut self, tag: &str) {
        let name = tag.trim_start_matches(['<', '/']).split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next();
        let name = name.unwrap_or_default();
        let is_end = tag.starts_with("</");
        let step = |open: usize| if is_end { open.saturating_sub(1) } else { open + 1 };
        match &*name.to_ascii_lowercase() {
            "" => {}
            "br" => self.inner.push(" "),
            "sup" => self.inner.in_mark = step(self.inner.in_mark),
            "del" | "s" | "strike" => self.inner.in_struck = step(self.inner.in_struck),
            "b" | "strong" => self.inner.in_bold = step(self.inner.in_bold),
            lower if is_known(lower) || name.contains('-') => {}
            // A component of MDX: its attributes are not shown as text.
            // A component of MDX: its content is shown.
            _ if is_end && self.components.contains(name) || !tag.ends_with("/>") && self.components.contains(name) => {
            }
            _ => self.inner.push(tag),
        }
    }
}

/// The names of the components of MDX that have an end tag. They begin with a capital letter.
fn components(source: &str) -> BTreeSet<&str> {
    let names = source.split("</").skip(1).filter_map(|rest| rest.split('>').next());
    names.filter(|name| name.len() < 100 && name.starts_with(|c: char| c.is_ascii_uppercase())).collect()
}

/// Reads the Markdown in the cells of an HTML table.
fn inline_table(block: &mut Block) {
    let Block::Table(table) = block else { return };
    let cells = table.head.iter_mut().chain(table.rows.iter_mut().flat_map(|row| &mut row.cells));
    for cell in cells.filter(|cell| cell.text.contains(['`', '*', '_', '[', '~'])) {
        *cell = inline(&cell.text);
    }
}

impl Default for Lines {
    fn default() -> Self {
        Self::of("")
    }
}

/// `##Billing`, which is a paragraph in Markdown, and meant as a heading.
fn heading_without_space(source: &str) -> Option<(usize, &str)> {
    let source = source.trim();
    let title = source.trim_start_matches('#');
    let level = source.len() - title.len();
    let is_heading = (2..=6).contains(&level) && !source.contains('\n') && title.starts_with(char::is_alphanumeric);
    is_heading.then_some((level, title))
}

/// Reads the text of a cell.
pub(super) fn inline(source: &str) -> Cell {
    let mut reader = Reader { source, components: components(source), ..Reader::default() };
    // The text is one paragraph, also if it begins like a list.
    let text = format!("\u{200b}{}", source.trim());
    for event in Parser::new_ext(&text, options()) {
        match event {
            Event::Start(Tag::Strikethrough) => reader.inner.in_struck += 1,
            Event::End(TagEnd::Strikethrough) => reader.inner.in_struck -= 1,
            Event::Text(text) => reader.inner.push(text.trim_start_matches('\u{200b}')),
            Event::Code(text) => reader.inner.push(&text),
            Event::InlineHtml(tag) => reader.tag(&tag),
            Event::SoftBreak | Event::HardBreak => reader.inner.push(" "),
            _ => {}
        }
    }
    reader.inner.cell()
}
