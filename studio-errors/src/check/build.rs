//! The tables that the derive could not write: it knows neither what a catalog publishes nor the prefix of a catalog.

use crate::code::body_format::{HEAD, STATUS, TAIL};
use crate::code::table::{Row, Table};
use crate::code::{CatalogFacts, CodeList, ErrorInfo};
use crate::text::constant::{Buffer, digits, equal};

/// How much of a table must be built: nothing for most types.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// The bytes of the rows: all of them, or none.
    pub rows: usize,
    /// The bytes of the texts: of all rows, or none.
    pub text: usize,
    /// How many rows are published codes.
    pub published: usize,
}

impl Sizes {
    /// The sizes for the table that the derive wrote. `guess` is the code of its first row, spelled as the derive guessed.
    #[must_use]
    pub const fn of(written: &Table, published: CodeList) -> Self {
        let mut sizes = Self { rows: 0, text: 0, published: 0 };
        let mut builds_text = false;
        let is_guessed = is_guessed(written);
        let looks_up = !published.is_empty();
        let mut i = 0;
        while looks_up && i < written.len() {
            if find(written, published, i).is_some() {
                sizes.published += 1;
                sizes.rows = written.rows.len();
                builds_text |= written.row(i).http == 0 && !written.row(i).yields_description();
            }
            i += 1;
        }
        if builds_text || !is_guessed {
            sizes.rows = written.rows.len();
            let mut i = 0;
            while i < written.len() {
                sizes.text += text_len(written, &written.row(i));
                i += 1;
            }
        }
        sizes
    }
}

/// Whether the derive guessed how the catalog spells its codes: the first row that has a code shows it.
const fn is_guessed(written: &Table) -> bool {
    let mut i = 0;
    while i < written.len() {
        let row = written.row(i);
        if row.body > 0 {
            let (start, len) = row.code();
            let mut code = Buffer::<64>::new();
            spell(&mut code, written.catalog, row.number);
            return equal(written.piece(start, len), code.as_str());
        }
        i += 1;
    }
    true
}

const fn spell<const N: usize>(text: &mut Buffer<N>, catalog: &CatalogFacts, number: u32) {
    text.text(catalog.prefix).text(catalog.separator).padded(number, catalog.width);
}

const fn find(written: &Table, published: CodeList, i: usize) -> Option<ErrorInfo> {
    let row = written.row(i);
    if row.is_refused() { None } else { published.look_up(written.catalog, row.number) }
}

/// How many bytes the texts of a row have, spelled as the catalog spells its codes.
const fn text_len(written: &Table, row: &Row) -> usize {
    let body = if row.body > 0 { row.body - row.code as usize + written.catalog.code_len(row.number) } else { 0 };
    body + row.description + row.name + row.resolution
}

/// What was built of a table.
#[derive(Debug)]
pub struct Built<const ROWS: usize, const TEXT: usize, const PUBLISHED: usize> {
    rows: [u8; ROWS],
    text: [u8; TEXT],
    published: [ErrorInfo; PUBLISHED],
}

// A `const fn` has no `try_from`. A type with more than 4 GiB of text, or 65,535 published codes, does not compile before.
#[allow(clippy::cast_possible_truncation)]
impl<const ROWS: usize, const TEXT: usize, const PUBLISHED: usize> Built<ROWS, TEXT, PUBLISHED> {
    /// Builds what [`Sizes`] found to be missing.
    #[must_use]
    pub const fn of(written: &Table, list: CodeList) -> Self {
        let mut published = [ErrorInfo::new(Table::EMPTY, 0); PUBLISHED];
        let mut rows = [0; ROWS];
        let mut text = Buffer::<TEXT>::new();
        let mut head = Buffer::<96>::new();
        let head = head.text(HEAD).text(written.catalog.prefix).text(written.catalog.separator).as_str();
        if ROWS > 0 {
            rows.copy_from_slice(written.rows);
        }
        let (mut start, mut count) = (0, 0);
        let mut i = 0;
        while i * Row::LEN < ROWS {
            let row = written.row(i);
            let mut http = if row.http > 0 { row.http } else { written.defaults.http };
            if PUBLISHED > 0
                && let Some(info) = find(written, list, i)
            {
                published[count] = info;
                count += 1;
                write(&mut rows, i, 26, &(count as u16).to_le_bytes());
                if row.http == 0 {
                    http = info.http();
                }
            }
            if TEXT > 0 {
                let len = text_len(written, &row);
                let own = row.description + row.name + row.resolution;
                write(&mut rows, i, 4, &(start as u32).to_le_bytes());
                write(&mut rows, i, 8, &((len - own) as u32).to_le_bytes());
                write(&mut rows, i, 28, &[written.catalog.code_len(row.number) as u8]);
                let end = row.start + row.body + own;
                if row.body > 0 {
                    // From the last digits of the code on, the text stays as it is written.
                    let digits = digits(row.number);
                    text.text(head);
                    let mut zeros = digits;
                    while zeros < written.catalog.width {
                        text.text("0");
                        zeros += 1;
                    }
                    let (code, code_len) = row.code();
                    let from = code + code_len - digits;
                    if row.http == 0 {
                        let http_at = row.start + row.body - TAIL.len() - STATUS;
                        text.text(written.piece(from, http_at - from)).padded(http as u32, STATUS).text(TAIL);
                        text.text(written.piece(end - own, own));
                    } else {
                        text.text(written.piece(from, end - from));
                    }
                } else {
                    text.text(written.piece(row.start, own));
                }
                start += len;
            }
            i += 1;
        }
        Self { rows, text: text.into_bytes(), published }
    }

    /// The table with what was built in place of what was written.
    #[must_use]
    pub const fn table(&'static self, written: Table) -> Table {
        let rows = if ROWS > 0 { &self.rows } else { written.rows };
        let text = match core::str::from_utf8(&self.text) {
            Ok(text) if TEXT > 0 => text,
            _ => written.text,
        };
        Table { rows, text, published: &self.published, ..written }
    }
}

/// Writes `bytes` at byte `at` of row `i`.
const fn write(rows: &mut [u8], i: usize, at: usize, bytes: &[u8]) {
    let (_, row) = rows.split_at_mut(i * Row::LEN + at);
    let (field, _) = row.split_at_mut(bytes.len());
    field.copy_from_slice(bytes);
}
