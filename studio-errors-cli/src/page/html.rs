//! Reads HTML: headings, paragraphs and tables, with cells that span several rows or columns.

use std::iter;

use scraper::node::Node;
use scraper::{ElementRef, Html};

use super::model::{Block, Page, Remark, Row, Table, collapsed, too_many};

/// Tags that get their line as an attribute before the text is parsed, because the parser does not keep lines.
const LINED: [&str; 15] =
    ["h1", "h2", "h3", "h4", "h5", "h6", "title", "p", "div", "li", "dt", "dd", "caption", "table", "tr"];
const LINE: &str = "data-studio-errors-line";

/// The maximum number of columns of a table, and of rows that a cell spans.
const MOST_COLUMNS: usize = 100;
const MOST_ROWS: usize = 65_534;

/// `first` is the line on which the text begins.
pub(super) fn read(text: &str, first: usize) -> Page {
    let html = Html::parse_document(&with_lines(text, first));
    let mut page = Page::default();
    let mut last = None;
    for node in html.root_element().descendants() {
        if let Node::Text(text) = node.value() {
            paragraph(text, node.parent().and_then(ElementRef::wrap), &mut last, &mut page, first);
        }
        let Some(element) = ElementRef::wrap(node) else { continue };
        let line = line_of(element, first);
        match element.value().name() {
            "table" => table(element, line, &mut page),
            heading @ ("h1" | "h2" | "h3" | "h4" | "h5" | "h6") if is_outside(element) => {
                let level = heading.bytes().last().map_or(6, |digit| digit - b'0');
                page.blocks.push(Block::Heading { line, level, text: text_of(element) });
            }
            _ => {}
        }
    }
    for block in &mut page.blocks {
        if let Block::Paragraph { text, .. } = block {
            *text = collapsed(text);
        }
    }
    page
}

/// Adds a text outside of headings and tables to the paragraph of the innermost block around it. `last` is the block of the last
/// paragraph.
fn paragraph<'a>(
    text: &str,
    parent: Option<ElementRef<'a>>,
    last: &mut Option<ElementRef<'a>>,
    page: &mut Page,
    first: usize,
) {
    let Some(parent) = parent else { return };
    let mut around = iter::once(parent).chain(parent.ancestors().filter_map(ElementRef::wrap));
    let Some(block) = around.find(|element| !is_phrase(element.value().name())) else { return };
    if around_any(block, &["table", "h1", "h2", "h3", "h4", "h5", "h6", "script", "style", "template", "head"])
        && block.value().name() != "title"
    {
        return;
    }
    match page.blocks.last_mut() {
        Some(Block::Paragraph { text: before, .. }) if *last == Some(block) => *before += text,
        _ if text.trim().is_empty() => return,
        _ => page.blocks.push(Block::Paragraph { line: line_of(block, first), text: text.into() }),
    }
    *last = Some(block);
}

/// Whether the element is part of a sentence.
fn is_phrase(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "b"
            | "bdi"
            | "br"
            | "cite"
            | "code"
            | "em"
            | "i"
            | "kbd"
            | "mark"
            | "q"
            | "s"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "tt"
            | "u"
            | "var"
    )
}

/// Whether the element or one around it has one of these names.
fn around_any(element: ElementRef<'_>, names: &[&str]) -> bool {
    let mut all = iter::once(element).chain(element.ancestors().filter_map(ElementRef::wrap));
    all.any(|element| names.contains(&element.value().name()))
}

/// Whether the element is outside of tables. The text of a cell includes its paragraphs.
fn is_outside(element: ElementRef<'_>) -> bool {
    around(element, "table").is_none()
}

fn table(element: ElementRef<'_>, line: usize, page: &mut Page) {
    let mut table = Table { line, ..Table::default() };
    let mut spans: Vec<(usize, String)> = Vec::new();
    let mut group = None;
    let rows = element.descendent_elements().filter(|row| matches!(row.value().name(), "caption" | "tr"));
    for row in rows.filter(|row| around(*row, "table") == Some(element)) {
        let line = line_of(row, line);
        if row.value().name() == "caption" {
            page.blocks.push(Block::Heading { line, level: 7, text: text_of(row) });
            continue;
        }
        // A cell spans rows of its own group only: `thead`, `tbody`, `tfoot`.
        let own_group = row.parent().map(|group| group.id());
        if group != own_group {
            spans.clear();
            group = own_group;
        }
        let mut cells = cells(row, &mut spans);
        let columns = table.head.len();
        if columns == 0 {
            table.head = cells;
            continue;
        }
        // The HTML reference states in an attribute whether a code is retryable.
        if let Some(policy) = row.attr("data-policy") {
            if table.rows.is_empty() {
                table.head.push("retryable".into());
            }
            cells.resize(table.head.len() - 1, String::new());
            cells.push(if policy.contains("retryable") { "yes" } else { "no" }.into());
        } else if cells.len() > columns {
            page.remarks.push(Remark::new(line, too_many(cells.len(), columns)));
        }
        table.rows.push(Row { line, cells });
    }
    page.blocks.push(Block::Table(table));
}

/// Returns the cells of a row, including those that span from rows above.
fn cells(row: ElementRef<'_>, spans: &mut Vec<(usize, String)>) -> Vec<String> {
    let mut cells: Vec<String> = Vec::new();
    let mut own = row.child_elements().filter(|cell| matches!(cell.value().name(), "td" | "th"));
    while cells.len() < MOST_COLUMNS {
        let column = cells.len();
        if let Some((rows, text)) = spans.get_mut(column).filter(|(rows, _)| *rows > 0) {
            *rows -= 1;
            cells.push(text.clone());
            continue;
        }
        let Some(cell) = own.next() else { break };
        let span = |name, most: usize| match cell.attr(name).and_then(|span| span.trim().parse().ok()) {
            // In `rowspan`, 0 is the rest of the rows.
            Some(0) if name == "rowspan" => most,
            span => span.unwrap_or(1).clamp(1, most),
        };
        let (columns, rows) = (span("colspan", MOST_COLUMNS), span("rowspan", MOST_ROWS));
        let text = text_of(cell);
        for place in column..(column + columns).min(MOST_COLUMNS) {
            // The text of a cell that spans several columns belongs to the first column.
            let text = if place == column { text.clone() } else { String::new() };
            if spans.len() <= place {
                spans.resize(place + 1, (0, String::new()));
            }
            spans[place] = (rows - 1, text.clone());
            cells.push(text);
        }
    }
    cells
}

fn text_of(element: ElementRef<'_>) -> String {
    let mut text = String::new();
    // In the HTML reference, a deprecation is a paragraph.
    let mut is_deprecated = false;
    for node in element.descendants() {
        match node.value() {
            Node::Text(part) if !is_code_of_page(node.parent().and_then(ElementRef::wrap)) => text += part,
            Node::Element(inner) if matches!(inner.name(), "p") && inner.attr("class") == Some("deprecated") => {
                text += " (";
                is_deprecated = true;
            }
            Node::Element(inner) if matches!(inner.name(), "br" | "p" | "div" | "li") => text.push(' '),
            _ => {}
        }
    }
    if is_deprecated {
        text.push(')');
    }
    collapsed(&text)
}

fn is_code_of_page(parent: Option<ElementRef<'_>>) -> bool {
    parent.is_some_and(|parent| {
        let is_tag = parent.attr("class").is_some_and(|class| class.starts_with("policy"));
        is_tag || matches!(parent.value().name(), "script" | "style" | "template")
    })
}

/// Returns the innermost ancestor of `element` with this name.
fn around<'a>(element: ElementRef<'a>, name: &str) -> Option<ElementRef<'a>> {
    element.ancestors().filter_map(ElementRef::wrap).find(|outer| outer.value().name() == name)
}

fn line_of(element: ElementRef<'_>, otherwise: usize) -> usize {
    element.attr(LINE).and_then(|line| line.parse().ok()).unwrap_or(otherwise)
}

fn with_lines(text: &str, first: usize) -> String {
    let mut lined = String::with_capacity(text.len() + text.len() / 2);
    let mut line = first;
    let mut rest = text;
    while let Some(at) = rest.find(['<', '\n']) {
        let (before, after) = rest.split_at(at + 1);
        lined += before;
        rest = after;
        if before.ends_with('\n') {
            line += 1;
            continue;
        }
        let end = rest.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let ends = after.starts_with(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/'));
        if ends && LINED.iter().any(|tag| tag.eq_ignore_ascii_case(name)) {
            // The value has no quotes, because the tag may be inside the value of another attribute.
            lined += &format!("{name} {LINE}={line} ");
            rest = after;
        }
    }
    lined + rest
}
