//! Reads GitHub Flavored Markdown.

use std::mem::take;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::html;
use super::model::{Block, Lines, Page, Remark, Row, Table, collapsed, too_many};

pub(super) fn read(text: &str) -> Page {
    let lines = Lines::of(text);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut page = Page::default();
    let mut table = Table::default();
    let mut cells = Vec::new();
    // The text of the innermost heading, paragraph or cell.
    let mut inner = String::new();
    for (event, span) in Parser::new_ext(text, options).into_offset_iter() {
        let line = lines.at(span.start);
        match event {
            Event::Start(
                Tag::Heading { .. }
                | Tag::Paragraph
                | Tag::Item
                | Tag::TableCell
                | Tag::CodeBlock(_)
                | Tag::MetadataBlock(_),
            ) => {
                inner.clear();
            }
            Event::Start(Tag::Table(_)) => table = Table { line, ..Table::default() },
            Event::Text(text) | Event::Code(text) => inner += &text,
            Event::InlineHtml(tag) if tag.starts_with("<br") => inner.push(' '),
            Event::SoftBreak | Event::HardBreak => inner.push(' '),
            Event::End(TagEnd::Heading(level)) => {
                page.blocks.push(Block::Heading { line, level: level as u8, text: collapsed(&inner) });
            }
            // The text of an item is in a paragraph if there is an empty line between the items.
            Event::End(TagEnd::Paragraph | TagEnd::Item) => {
                page.blocks.push(Block::Paragraph { line, text: collapsed(&take(&mut inner)) });
            }
            Event::End(TagEnd::TableCell) => cells.push(collapsed(&inner)),
            Event::End(TagEnd::TableHead) => table.head = take(&mut cells),
            Event::End(TagEnd::TableRow) => {
                let written = cells_in(text[span].trim());
                if written > table.head.len() {
                    page.remarks.push(Remark::new(line, too_many(written, table.head.len())));
                }
                table.rows.push(Row { line, cells: take(&mut cells) });
            }
            Event::End(TagEnd::Table) => page.blocks.push(Block::Table(take(&mut table))),
            Event::End(TagEnd::HtmlBlock) if text[span.clone()].to_ascii_lowercase().contains("<table") => {
                let inner = html::read(&text[span], line);
                page.blocks.extend(inner.blocks);
                page.remarks.extend(inner.remarks);
            }
            _ => {}
        }
    }
    page
}

/// Counts the cells of a row, because the parser drops those without a column. `|` separates cells unless `\` is before it.
fn cells_in(row: &str) -> usize {
    let row = row.strip_prefix('|').unwrap_or(row);
    let row = if row.ends_with("\\|") { row } else { row.strip_suffix('|').unwrap_or(row) };
    let bytes = row.as_bytes();
    1 + bytes.iter().enumerate().filter(|(at, byte)| **byte == b'|' && (*at == 0 || bytes[at - 1] != b'\\')).count()
}
