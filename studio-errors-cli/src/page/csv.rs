//! Reads CSV, with commas, semicolons or tabs.

use ::csv::{ReaderBuilder, StringRecord};

use super::columns::{Column, Columns};
use super::model::{Block, Lines, Page, Remark, Row, Table, too_many};

pub(super) fn read(text: &str) -> Result<Page, String> {
    let lines = Lines::of(text);
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter(text)).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut page = Page::default();
    let mut table = Table::default();
    let mut record = StringRecord::new();
    while reader.read_record(&mut record).map_err(|error| error.to_string())? {
        // The position of a record is before the line ends that the reader skips.
        let start = record.position().and_then(|position| position.byte().try_into().ok()).unwrap_or(text.len());
        let skipped = text.bytes().skip(start).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let line = lines.at(start + skipped);
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

/// Returns the separator that gives the names of columns. If there are no names, the one that occurs most often in the first line.
fn delimiter(text: &str) -> u8 {
    let names = |delimiter: u8| {
        let lines = text.lines().take(Columns::MOST_ABOVE);
        lines.map(move |line| {
            let cells: Vec<_> = line.split(char::from(delimiter)).map(String::from).collect();
            let columns = Columns::of(&cells);
            if columns.has(Column::Code) { columns.count() } else { 0 }
        })
    };
    let head = text.lines().next().unwrap_or_default();
    let count = |delimiter: u8| head.bytes().filter(|byte| *byte == delimiter).count();
    // `max_by_key` returns the last of several maxima.
    let best = |delimiter: &u8| (names(*delimiter).max(), count(*delimiter));
    [b'\t', b';', b','].into_iter().max_by_key(best).unwrap_or(b',')
}
