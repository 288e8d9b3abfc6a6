//! Reads CSV, with commas, semicolons or tabs.

use ::csv::{ReaderBuilder, StringRecord};

use super::super::columns::Columns;
use super::super::table::{About, Block, Cell, Content, Lines, Remark, Row, Table, wrong_length};

pub(crate) fn read(text: &str) -> Result<Content, String> {
    // A spreadsheet reads the separator from a first line such as `sep=;`.
    let stated = text.lines().next().and_then(|line| line.trim_matches('"').strip_prefix("sep="));
    let delimiter = stated.and_then(|stated| stated.bytes().next()).unwrap_or_else(|| delimiter(text));
    let lines = Lines::of(text);
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut content = Content::default();
    let mut table = Table::default();
    let mut record = StringRecord::new();
    let mut skip = stated.is_some();
    while reader.read_record(&mut record).map_err(|error| error.to_string())? {
        if std::mem::take(&mut skip) {
            continue;
        }
        // The position of a record is before the line ends that the reader skips.
        let start = record.position().and_then(|position| position.byte().try_into().ok()).unwrap_or(text.len());
        let skipped = text.bytes().skip(start).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let line = lines.at(start + skipped);
        let mut cells: Vec<Cell> = record.iter().map(Cell::from).collect();
        if table.head.is_empty() {
            table = Table { line, head: cells, rows: Vec::new() };
            continue;
        }
        let columns = table.head.len();
        while cells.len() > columns && cells.last().is_some_and(Cell::is_empty) {
            cells.pop();
        }
        if cells.len() != columns {
            content.remarks.push(Remark::new(About::Lost, line, wrong_length(cells.len(), columns)));
        }
        table.rows.push(Row { line, cells, ..Row::default() });
    }
    content.blocks.push(Block::Table(table));
    Ok(content)
}

/// Returns the separator that gives the names of columns. If there are no names, the one that occurs most often in the first line.
fn delimiter(text: &str) -> u8 {
    let names = |delimiter: u8| {
        let lines = text.lines().take(Columns::MOST_ABOVE);
        lines.map(move |line| Columns::known(line.split(char::from(delimiter))))
    };
    let head = text.lines().next().unwrap_or_default();
    let count = |delimiter: u8| head.bytes().filter(|byte| *byte == delimiter).count();
    // `max_by_key` returns the last of several maxima.
    let best = |delimiter: &u8| (names(*delimiter).max(), count(*delimiter));
    [b'|', b'\t', b';', b','].into_iter().max_by_key(best).unwrap_or(b',')
}
