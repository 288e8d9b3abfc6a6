//! Reads HTML: headings, paragraphs, lists and tables, with cells that span several rows or columns.

use std::collections::BTreeMap;
use std::iter;

use scraper::node::Node;
use scraper::{ElementRef, Html};

use super::super::elements::{PHRASES, around, is_known, is_outside};
use super::super::table::{Block, Cell, Content, Mark, Row, Table, Text, too_many};
use super::rewrite::{Rewritten, is_heading, names_explanation};

/// Tags that get their line as an attribute before the text is parsed, because the parser does not keep lines.
const LINED: [&str; 16] =
    ["h1", "h2", "h3", "h4", "h5", "h6", "title", "p", "div", "li", "dt", "dd", "caption", "summary", "table", "tr"];
const LINE: &str = "data-studio-errors-line";

/// The maximum number of columns of a table, and of rows that a cell spans.
const MOST_COLUMNS: usize = 100;
const MOST_ROWS: usize = 65_534;

/// The maximum number of bytes of the texts of cells that span several rows. A row of the table has a copy of each.
const MOST_COPIES: usize = 16_000_000;

/// The maximum depth of elements. The time to parse a page depends on it.
const DEEPEST: usize = 500;

/// `first` is the line on which the text begins.
pub(crate) fn read(text: &str, first: usize) -> Result<Content, String> {
    check_depth(text, first)?;
    let html = Html::parse_document(&with_lines(text, first));
    let mut content = Content::default();
    let mut headings = Vec::new();
    let mut last = None;
    let mut copies = 0;
    for node in html.root_element().descendants() {
        if let Node::Text(text) = node.value() {
            // A line break in the source is a space on the page.
            paragraph(
                &text.replace('\n', " "),
                node.parent().and_then(ElementRef::wrap),
                &mut last,
                &mut content,
                first,
            );
        }
        let Some(element) = ElementRef::wrap(node) else { continue };
        let line = line_of(element, first);
        match element.value().name() {
            "br" => {
                if let Some(Block::Paragraph { text, .. } | Block::Item { text, .. }) = content.blocks.last_mut() {
                    text.push('\n');
                }
            }
            "table" => table(element, line, &mut content, &mut copies)?,
            heading if is_heading(heading) && is_outside(element) => {
                let level = heading.bytes().last().filter(u8::is_ascii_digit).map_or(6, |digit| digit - b'0');
                let Cell { text, struck, .. } = text_of(element);
                // The mark of a link to the heading.
                let text = text.trim_end_matches(['#', '¶', '§', '\u{200b}']).trim_end().to_string();
                headings.push(content.blocks.len());
                content.blocks.push(Block::Heading { line, level, text, struck, below: String::new() });
            }
            _ => {}
        }
    }
    for block in &mut content.blocks {
        if let Block::Paragraph { text, .. } | Block::Item { text, .. } = block {
            let lines = text.split('\n').map(super::super::table::collapsed).filter(|line| !line.is_empty());
            *text = lines.collect::<Vec<_>>().join("\n");
        }
    }
    let Rewritten { markdown, headings: places, .. } = Rewritten::of(html.root_element());
    let marks = headings.into_iter().zip(places).map(|(block, (start, end))| Mark { block, start, end });
    content.add_below(&markdown, &marks.collect::<Vec<_>>());
    Ok(content)
}

/// Refuses a page whose elements are too deep. The tags that are counted are those whose end is not implied by other tags.
fn check_depth(text: &str, first: usize) -> Result<(), String> {
    const IMPLIED: [&str; 34] = [
        "a", "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html", "img",
        "input", "li", "link", "meta", "option", "optgroup", "p", "param", "path", "rb", "rp", "rt", "source", "tbody",
        "td", "tfoot", "th", "thead", "tr", "wbr",
    ];
    let mut open = BTreeMap::<String, usize>::new();
    let (mut depth, mut rest, mut line) = (0_usize, text, first);
    while let Some(at) = rest.find(['<', '\n']) {
        let is_tag = rest[at..].starts_with('<');
        rest = &rest[at + 1..];
        if !is_tag {
            line += 1;
            continue;
        }
        let is_end = rest.starts_with('/');
        let tag = rest.strip_prefix('/').unwrap_or(rest);
        let end = tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len());
        let name = tag[..end.min(32)].to_ascii_lowercase();
        if name.is_empty() || IMPLIED.contains(&&*name) {
            continue;
        }
        if !is_end && matches!(&*name, "script" | "style") {
            let Some(after) = rest.find(&format!("</{name}")) else { continue };
            line += rest[..after].matches('\n').count();
            rest = &rest[after..];
            continue;
        }
        let count = open.entry(name).or_default();
        if is_end {
            depth -= usize::from(*count > 0);
            *count = count.saturating_sub(1);
        } else if !tag.split('>').next().is_some_and(|tag| tag.ends_with('/')) {
            *count += 1;
            depth += 1;
        }
        if depth > DEEPEST {
            return Err(format!("line {line}: the page has more than {DEEPEST} elements inside of each other"));
        }
    }
    Ok(())
}

/// Adds a text outside of headings and tables to the paragraph of the innermost block around it. `last` is the block of the last
/// paragraph.
fn paragraph<'a>(
    text: &str,
    parent: Option<ElementRef<'a>>,
    last: &mut Option<ElementRef<'a>>,
    content: &mut Content,
    first: usize,
) {
    let Some(parent) = parent else { return };
    let around = || iter::once(parent).chain(parent.ancestors().filter_map(ElementRef::wrap));
    let Some(block) = around().find(|element| !PHRASES.contains(&element.value().name())) else { return };
    let hidden = ["nav", "table", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "script", "style", "template", "head"];
    if around_any(block, &hidden) && block.value().name() != "title" {
        return;
    }
    let is_blank = text.trim().is_empty();
    let in_bold = is_blank
        || around()
            .take_while(|element| *element != block)
            .any(|element| matches!(element.value().name(), "b" | "strong"));
    match content.blocks.last_mut() {
        Some(Block::Paragraph { text: before, is_bold, .. }) if *last == Some(block) => {
            *before += text;
            *is_bold &= in_bold;
            return;
        }
        Some(Block::Item { text: before, .. }) if *last == Some(block) => {
            *before += text;
            return;
        }
        _ if is_blank => return,
        _ => {}
    }
    let line = line_of(block, first);
    let lists = || around().filter(|element| matches!(element.value().name(), "li")).count();
    content.blocks.push(match block.value().name() {
        "li" | "dt" => {
            let struck = around().any(|element| STRUCK.contains(&element.value().name()));
            Block::Item { line, depth: lists().max(1), text: text.into(), struck }
        }
        "dd" => Block::Item { line, depth: lists() + 2, text: text.into(), struck: false },
        _ if around_any(block, &["li", "dd"]) => {
            Block::Item { line, depth: lists() + 1, text: text.into(), struck: false }
        }
        _ => Block::Paragraph { line, text: text.into(), is_bold: in_bold },
    });
    *last = Some(block);
}

/// Whether the element or one around it has one of these names.
fn around_any(element: ElementRef<'_>, names: &[&str]) -> bool {
    let mut all = iter::once(element).chain(element.ancestors().filter_map(ElementRef::wrap));
    all.any(|element| names.contains(&element.value().name()))
}

fn table(element: ElementRef<'_>, line: usize, content: &mut Content, copies: &mut usize) -> Result<(), String> {
    let mut table = Table { line, ..Table::default() };
    let mut spans: Vec<(usize, Cell)> = Vec::new();
    let mut group = None;
    let rows = element.descendent_elements().filter(|row| matches!(row.value().name(), "caption" | "tr"));
    for row in rows.filter(|row| around(*row, "table") == Some(element)) {
        let line = line_of(row, line);
        if row.value().name() == "caption" {
            content.blocks.push(Block::Heading {
                line,
                level: 7,
                text: text_of(row).text,
                struck: false,
                below: String::new(),
            });
            continue;
        }
        // A cell spans rows of its own group only: `thead`, `tbody`, `tfoot`.
        let own_group = row.parent().map(|group| group.id());
        if group != own_group {
            spans.clear();
            group = own_group;
        }
        let mut cells = cells(row, &mut spans, copies);
        if *copies > MOST_COPIES {
            return Err(format!("line {line}: the cells of the table span too many rows"));
        }
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
            cells.resize(table.head.len() - 1, Cell::default());
            cells.push(if policy.contains("retryable") { "yes" } else { "no" }.into());
        } else if cells.len() > columns {
            let last = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |at| at + 1);
            if last > columns {
                content.lost.push(too_many(line, cells.len(), columns));
            }
            cells.truncate(columns);
        }
        table.rows.push(Row { line, cells, explanation: explanation(row) });
    }
    content.blocks.push(Block::Table(table));
    Ok(())
}

/// Returns the cells of a row, including those that span from rows above.
fn cells(row: ElementRef<'_>, spans: &mut Vec<(usize, Cell)>, copies: &mut usize) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    let mut own = row.child_elements().filter(|cell| matches!(cell.value().name(), "td" | "th"));
    while cells.len() < MOST_COLUMNS {
        let column = cells.len();
        if let Some((rows, cell)) = spans.get_mut(column).filter(|(rows, _)| *rows > 0) {
            *rows -= 1;
            // An empty cell needs memory too.
            *copies += cell.text.len() + size_of::<Cell>();
            if *copies > MOST_COPIES {
                break;
            }
            cells.push(cell.clone());
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
            let text = if place == column { text.clone() } else { Cell::default() };
            if spans.len() <= place {
                spans.resize(place + 1, (0, Cell::default()));
            }
            spans[place] = (rows - 1, if rows > 1 { text.clone() } else { Cell::default() });
            cells.push(text);
        }
    }
    cells
}

fn text_of(element: ElementRef<'_>) -> Cell {
    let mut text = Text::default();
    // In the HTML reference, a deprecation is a paragraph.
    let mut is_deprecated = false;
    for node in element.descendants() {
        match node.value() {
            Node::Text(part) if !is_code_of_page(node.parent().and_then(ElementRef::wrap)) => {
                let inside = |names: &[&str]| {
                    let around = node.ancestors().take_while(|outer| *outer != *element).filter_map(ElementRef::wrap);
                    usize::from(around.into_iter().any(|outer| names.contains(&outer.value().name())))
                };
                (text.in_mark, text.in_struck) = (inside(&["sup"]), inside(&STRUCK));
                text.push(part);
            }
            Node::Element(inner) => match inner.name() {
                "p" if inner.attr("class") == Some("deprecated") => {
                    text.push(" (");
                    is_deprecated = true;
                }
                "br" | "p" | "div" | "li" => text.push(" "),
                name if !is_known(name) && node != *element => text.push(&format!("<{name}>")),
                _ => {}
            },
            _ => {}
        }
    }
    if is_deprecated {
        text.push(")");
    }
    text.cell()
}

/// The elements whose text is struck through.
const STRUCK: [&str; 3] = ["del", "s", "strike"];

/// The texts in the elements `details` of a row, in Markdown.
fn explanation(row: ElementRef<'_>) -> Option<String> {
    let details = row.descendent_elements().filter(|element| is_explanation(*element));
    let texts: Vec<String> = details.map(|element| Rewritten::of(element).markdown.trim().into()).collect();
    let text = texts.join("\n\n");
    (!text.is_empty()).then_some(text)
}

/// Whether the element contains an explanation, which its first element states.
fn is_explanation(element: ElementRef<'_>) -> bool {
    let is_title =
        |title: ElementRef<'_>| title.value().name() == "summary" && (names_explanation(title) || is_internal(title));
    element.value().name() == "details" && element.child_elements().next().is_some_and(is_title)
}

/// Whether the text below a title is for the operators of the service.
fn is_internal(title: ElementRef<'_>) -> bool {
    title.text().collect::<String>().trim().eq_ignore_ascii_case("internal")
}

fn is_code_of_page(parent: Option<ElementRef<'_>>) -> bool {
    parent.is_some_and(|parent| {
        let is_tag = parent.attr("class").is_some_and(|class| class.starts_with("policy"));
        let in_explanation = parent.ancestors().filter_map(ElementRef::wrap).any(is_explanation);
        is_tag || in_explanation || matches!(parent.value().name(), "script" | "style" | "template")
    })
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
