//! Reads CSV, with commas, semicolons or tabs.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use ::csv::{Position, ReaderBuilder, StringRecord};

use super::page::{Block, Page, Remark, Row, Table, too_many};

pub(super) fn read(text: &str) -> Result<Page, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter(text)).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut page = Page::default();
    let mut table = Table::default();
    let mut record = StringRecord::new();
    while reader.read_record(&mut record).map_err(|error| error.to_string())? {
        let line = record.position().map_or(0, Position::line).try_into().unwrap_or(usize::MAX);
        let cells: Vec<_> = record.iter().map(String::from).collect();
        if table.head.is_empty() {
            table = Table { line, head: cells, rows: Vec::new() };
            continue;
        }
        if cells.len() > table.head.len() {
            page.remarks.push(Remark::new(line, too_many(cells.len(), table.head.len())));
        } else if cells.len() < table.head.len() {
            let (cells, columns) = (cells.len(), table.head.len());
            page.remarks
                .push(Remark::new(line, format!("the row has {cells} cells, and its table has {columns} columns")));
        }
        table.rows.push(Row { line, cells });
    }
    page.blocks.push(Block::Table(table));
    Ok(page)
}

/// Returns the separator that occurs most often in the first line.
fn delimiter(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or_default();
    let count = |delimiter: u8| head.bytes().filter(|byte| *byte == delimiter).count();
    // `max_by_key` returns the last of several maxima.
    [b'\t', b';', b','].into_iter().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b',')
}
