//! Reads HTML: headings, paragraphs, lists and tables, with cells that span several rows or columns.

use scraper::ElementRef;
use scraper::node::Node;

use super::super::table::{About, Block, Cell, Content, Passage, Rank, Remark, Row, Table, collapsed, wrong_length};
use super::elements::{is_heading, is_hidden, is_known, is_phrase, is_struck, level, line_of, parse, rows};
use super::rewrite::{Rewritten, names_explanation};

/// The maximum number of columns of a table, and of rows that a cell spans.
const MOST_COLUMNS: usize = 100;
const MOST_ROWS: usize = 65_534;

/// The maximum number of bytes of the texts of cells that span several rows. A row of the table has a copy of each.
const MOST_COPIES: usize = 16_000_000;

pub(crate) fn read(text: &str) -> Result<Content, String> {
    let html = parse(text)?;
    let mut reader = Reader::default();
    reader.children(html.root_element(), Inside { line: 1, ..Inside::default() })?;
    let mut content = reader.content;
    let mut headings = Vec::new();
    for block in &mut content.blocks {
        if let Block::Text(Passage { text, .. }) = block {
            let lines = text.split('\n').map(collapsed).filter(|line| !line.is_empty());
            *text = lines.collect::<Vec<_>>().join("\n");
        }
        // The caption of a table has a lower level.
        if let Block::Text(Passage { rank: Rank::Heading(level @ ..=6), below, .. }) = block {
            headings.push((usize::from(*level), below));
        }
    }
    let Rewritten { markdown, headings: places, .. } = Rewritten::of(html.root_element());
    // For each level, the start of the next heading that ends it.
    let mut ends = [markdown.len(); 8];
    for ((level, below), place) in headings.into_iter().zip(places).rev() {
        // The space before the first word may indent code.
        *below = markdown[place.end..ends[level]].trim_start_matches('\n').trim_end().into();
        ends[level..].fill(place.start);
    }
    Ok(content)
}

#[derive(Default)]
struct Reader {
    content: Content,
    /// Whether the next text belongs to the last block.
    is_open: bool,
    copies: usize,
}

/// What is around a text.
#[derive(Clone, Copy, Default)]
struct Inside {
    line: usize,
    /// The number of items that are open.
    items: usize,
    /// The depth of the block, if it is an item.
    depth: Option<usize>,
    bold: bool,
    struck: bool,
}

impl Reader {
    fn children(&mut self, element: ElementRef<'_>, inside: Inside) -> Result<(), String> {
        for child in element.children() {
            match (child.value(), ElementRef::wrap(child)) {
                // A line break in the source is a space on the page.
                (Node::Text(text), _) => self.text(&text.replace('\n', " "), inside),
                (_, Some(child)) => self.element(child, inside)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn element(&mut self, element: ElementRef<'_>, inside: Inside) -> Result<(), String> {
        let name = element.value().name();
        let line = line_of(element).unwrap_or(inside.line);
        let inside = Inside {
            line,
            struck: inside.struck || is_struck(name),
            bold: inside.bold || matches!(name, "b" | "strong"),
            ..inside
        };
        let items = inside.items;
        let inside = match name {
            "br" => {
                self.next_line();
                return Ok(());
            }
            "table" => {
                let is_explained =
                    |inner: &ElementRef<'_>| inner.ancestors().filter_map(ElementRef::wrap).any(is_explanation);
                let tables = element.descendent_elements().filter(|inner| inner.value().name() == "table");
                self.is_open = false;
                return tables.filter(|inner| !is_explained(inner)).try_for_each(|inner| self.table(inner, line));
            }
            "head" => {
                let title = element.child_elements().find(|title| title.value().name() == "title");
                return title.map_or(Ok(()), |title| self.element(title, inside));
            }
            "pre" => return Ok(()),
            name if is_hidden(name) => return Ok(()),
            _ if is_heading(element) => {
                self.heading(element, line);
                return Ok(());
            }
            name if is_phrase(name) || !is_known(name) => return self.children(element, inside),
            // The paragraphs of an item are its lines.
            "p" if inside.depth.is_some() && matches!(parent(element), Some("li" | "dt" | "dd")) => {
                self.next_line();
                return self.children(element, inside);
            }
            "li" => Inside { items: items + 1, depth: Some(items + 1), ..inside },
            "dt" => Inside { depth: Some(items.max(1)), ..inside },
            "dd" => Inside { depth: Some(items + 2), ..inside },
            _ => Inside { depth: inside.depth.map(|_| items + 1), ..inside },
        };
        self.is_open = false;
        self.children(element, inside)?;
        self.is_open = false;
        Ok(())
    }

    fn next_line(&mut self) {
        if let Some(Block::Text(Passage { text, .. })) = self.content.blocks.last_mut() {
            text.push('\n');
        }
    }

    fn text(&mut self, text: &str, inside: Inside) {
        let is_blank = text.trim().is_empty();
        match self.content.blocks.last_mut().filter(|_| self.is_open) {
            Some(Block::Text(own)) => {
                own.text += text;
                own.bold &= inside.bold || is_blank;
            }
            _ if is_blank => {}
            _ => {
                let Inside { line, depth, bold, struck, .. } = inside;
                let (rank, text) = (depth.map_or(Rank::Paragraph, Rank::Item), text.into());
                self.is_open = true;
                self.content.blocks.push(Block::Text(Passage { line, rank, text, bold, struck, ..Passage::default() }));
            }
        }
    }

    fn heading(&mut self, element: ElementRef<'_>, line: usize) {
        let Cell { text, struck, .. } = text_of(element);
        // The mark of a link to the heading.
        let text = text.trim_end_matches(['#', '¶', '§', '\u{200b}']).trim_end().to_string();
        self.is_open = false;
        let rank = Rank::Heading(level(element));
        self.content.blocks.push(Block::Text(Passage { line, rank, text, struck, ..Passage::default() }));
    }

    fn table(&mut self, element: ElementRef<'_>, line: usize) -> Result<(), String> {
        let mut table = Table { line: line_of(element).unwrap_or(line), ..Table::default() };
        let mut spans: Vec<(usize, Cell)> = Vec::new();
        let mut group = None;
        for row in rows(element) {
            let line = line_of(row).unwrap_or(table.line);
            if row.value().name() == "caption" {
                let text = text_of(row).text;
                self.content.blocks.push(Block::Text(Passage {
                    line,
                    rank: Rank::Heading(7),
                    text,
                    ..Passage::default()
                }));
                continue;
            }
            // A cell spans rows of its own group only: `thead`, `tbody`, `tfoot`.
            let own_group = row.parent().map(|group| group.id());
            if group != own_group {
                spans.clear();
                group = own_group;
            }
            let mut cells = cells(row, &mut spans, &mut self.copies);
            if self.copies > MOST_COPIES {
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
                    self.content.remarks.push(Remark::new(About::Lost, line, wrong_length(cells.len(), columns)));
                }
                cells.truncate(columns);
            }
            let details = row.descendent_elements().filter(|element| is_explanation(*element));
            let texts: Vec<_> =
                details.map(|element| Rewritten::of(element).markdown).filter(|text| !text.is_empty()).collect();
            table.rows.push(Row { line, cells, explanation: (!texts.is_empty()).then(|| texts.join("\n\n")) });
        }
        self.content.blocks.push(Block::Table(table));
        Ok(())
    }
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

/// The text of a cell or a heading.
fn text_of(element: ElementRef<'_>) -> Cell {
    let without = |left_out: fn(&str) -> bool| {
        let mut text = String::new();
        collect(element, left_out, &mut text);
        collapsed(&text)
    };
    // The mark of a footnote is `<sup>`.
    let (text, unmarked) = (without(|_| false), without(|name| name == "sup"));
    let struck = !text.is_empty() && without(is_struck).is_empty();
    Cell { unmarked: (unmarked != text && !unmarked.is_empty()).then_some(unmarked), struck, text }
}

/// Adds the text of an element, without that of some elements inside of it.
fn collect(element: ElementRef<'_>, left_out: fn(&str) -> bool, text: &mut String) {
    for child in element.children() {
        if let Node::Text(own) = child.value() {
            *text += own;
        }
        let Some(child) = ElementRef::wrap(child) else { continue };
        let (name, class) = (child.value().name(), child.attr("class").unwrap_or_default());
        // In the HTML reference, `retryable` is a tag, and a deprecation is a paragraph.
        if left_out(name) || is_hidden(name) || is_explanation(child) || class.starts_with("policy") {
            continue;
        }
        let (before, after) = match name {
            "p" if class == "deprecated" => (" (", ")"),
            "br" | "p" | "div" | "li" => (" ", ""),
            name if !is_known(name) => (&*format!("<{name}>"), ""),
            _ => ("", ""),
        };
        *text += before;
        collect(child, left_out, text);
        *text += after;
    }
}

/// Whether the element contains an explanation, which its first element states.
fn is_explanation(element: ElementRef<'_>) -> bool {
    let is_internal = |title: ElementRef<'_>| title.text().collect::<String>().trim().eq_ignore_ascii_case("internal");
    let is_title =
        |title: ElementRef<'_>| title.value().name() == "summary" && (names_explanation(title) || is_internal(title));
    element.value().name() == "details" && element.child_elements().next().is_some_and(is_title)
}

fn parent(element: ElementRef<'_>) -> Option<&str> {
    element.parent().and_then(ElementRef::wrap).map(|parent| parent.value().name())
}
