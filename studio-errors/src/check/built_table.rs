//! Builds the parts of tables that the derive cannot write, because it knows neither the published codes nor the prefix.

use crate::code::layout::body::{HEAD, STATUS, TAIL};
use crate::code::layout::row;
use crate::code::row::{Row, write};
use crate::code::table::{Published, Table, Text};
use crate::code::{CodeList, ErrorInfo};
use crate::text::constant::{Buffer, is_at, len_of};

/// The output of the derive for one type.
#[derive(Clone, Copy, Debug)]
pub struct Written {
    /// The table, with codes in the format that the derive guessed.
    pub table: Table,
    /// The published codes. Empty for a published type, because the codes would depend on themselves.
    pub published: CodeList,
}

impl Written {
    /// The maximum length of the texts in bytes, if they must be built. It is 0 for most types.
    pub const fn text_len(&self) -> usize {
        let len = self.table.text.bytes().len();
        match self.wrong_guess() {
            Some(guessed) => {
                let longest = self.head().as_bytes().len() + self.table.catalog.width;
                len + self.table.len() * longest.saturating_sub(guessed)
            }
            None if self.sends_published_http() => len,
            None => 0,
        }
    }

    /// The text before each number, without padding zeros.
    const fn head(&self) -> Buffer<64> {
        let mut head = Buffer::new();
        head.text(self.table.catalog.prefix).text(self.table.catalog.separator);
        head
    }

    /// The length of the text before each number, if the derive guessed it wrong, judging by the first row with a code.
    const fn wrong_guess(&self) -> Option<usize> {
        let (table, catalog) = (&self.table, self.table.catalog);
        let mut i = 0;
        while i < table.len() {
            let row = table.row(i);
            if row.body_len() > 0 && !row.is_refused() {
                let (start, len) = row.code();
                let guessed = len.saturating_sub(len_of(table.number_of(row)));
                let (prefix, separator) = (catalog.prefix.as_bytes(), catalog.separator.as_bytes());
                let is_right = catalog.width <= len - guessed
                    && guessed == prefix.len() + separator.len()
                    && is_at(table.text.bytes(), start, prefix)
                    && is_at(table.text.bytes(), start + prefix.len(), separator);
                return if is_right { None } else { Some(guessed) };
            }
            i += 1;
        }
        None
    }

    /// Whether a stated description is combined with a published http, which the derive does not know.
    const fn sends_published_http(&self) -> bool {
        let mut i = 0;
        while !self.published.lists_nothing() && i < self.table.len() {
            let row = self.table.row(i);
            if row.http() == 0 && !row.yields_description() && self.find(row).is_some() {
                return true;
            }
            i += 1;
        }
        false
    }

    /// Returns the published code with the number of `row`.
    const fn find(&self, row: Row) -> Option<ErrorInfo> {
        if row.is_refused() { None } else { self.published.look_up(self.table.catalog, self.table.number_of(row)) }
    }
}

/// The built parts of a table.
#[derive(Debug)]
pub struct Built<const ROWS: usize, const TEXT: usize> {
    rows: [[u8; row::LEN]; ROWS],
    text: [u8; TEXT],
    /// The number of bytes of `text` that are used.
    text_len: usize,
    published: [Published; ROWS],
    /// The number of rows with published codes.
    links: usize,
}

impl<const ROWS: usize, const TEXT: usize> Built<ROWS, TEXT> {
    /// Builds the parts that the derive cannot write. `TEXT` is [`Written::text_len`].
    pub const fn of(written: &Written) -> Self {
        let mut rows = [[0; row::LEN]; ROWS];
        let mut text = [0; TEXT];
        let mut published = [Published::NONE; ROWS];
        let (mut links, mut text_len) = (0, 0);
        if TEXT > 0 || !written.published.lists_nothing() {
            rows.copy_from_slice(written.table.rows);
        }
        if TEXT > 0 {
            text_len = spell(written, &mut rows, &mut text);
        }
        let mut i = 0;
        while !written.published.lists_nothing() && i < ROWS {
            let row = written.table.row(i);
            if let Some(info) = written.find(row) {
                published[links] = Published::new(info);
                links += 1;
                write::<2>(&mut rows[i], row::PUBLISHED, links);
                if TEXT > 0 && row.http() == 0 {
                    write_http(&mut text, &rows[i], info.http());
                }
            }
            i += 1;
        }
        Self { rows, text, text_len, published, links }
    }

    /// Returns the table with the built parts.
    pub const fn table(&'static self, written: Written) -> Table {
        let mut table = written.table;
        if TEXT > 0 {
            table.text = Text::Built(self.text.split_at(self.text_len).0);
        }
        if TEXT > 0 || self.links > 0 {
            table.rows = &self.rows;
        }
        if self.links > 0 {
            table.published = self.published.split_at(self.links).0;
        }
        table
    }
}

/// Copies the texts with the codes in the format of the catalog, and adjusts the rows. Returns the length of the texts.
const fn spell(written: &Written, rows: &mut [[u8; row::LEN]], text: &mut [u8]) -> usize {
    let source = written.table.text.bytes();
    let Some(guessed) = written.wrong_guess() else {
        text.copy_from_slice(source);
        return source.len();
    };
    let (head, width) = (written.head(), written.table.catalog.width);
    let head = head.as_bytes();
    let text_len = if guessed == head.len() && width == 0 {
        text.copy_from_slice(source);
        source.len()
    } else {
        move_texts(source, guessed, head.len(), width, rows, text)
    };
    let (mut i, len, before_code) = (0, rows.len(), HEAD.len());
    while i < len {
        let row = Row(&rows[i]);
        if row.body_len() > 0 {
            let start = row.start() + before_code;
            let mut j = 0;
            while j < head.len() {
                text[start + j] = head[j];
                j += 1;
            }
        }
        i += 1;
    }
    text_len
}

/// Moves the texts of each row, so that its code has `head` bytes instead of `guessed` before its number, and zeros up to `width`
/// digits. The head is not written yet. Returns the length of the texts.
// A slice takes constant evaluation as long as 13 bytes that a loop writes, so a loop over the bytes would take longer.
const fn move_texts(
    source: &[u8],
    guessed: usize,
    head: usize,
    width: usize,
    rows: &mut [[u8; row::LEN]],
    text: &mut [u8],
) -> usize {
    // The rest of both texts that is not copied yet, and its start.
    let (mut source, mut target) = (source, text);
    let (mut from, mut to) = (0, 0);
    let (mut i, len, before_code) = (0, rows.len(), HEAD.len());
    while i < len {
        let row = Row(&rows[i]);
        let (start, body_len, code_len) = (row.start(), row.body_len(), row.code_len());
        write::<4>(&mut rows[i], row::START, to + start - from);
        if body_len > 0 {
            let digits = code_len - guessed;
            let new = if digits < width { head + width - digits } else { head };
            let len = start + before_code - from;
            let (piece, rest) = source.split_at(len + guessed);
            source = rest;
            let (copy, _) = target.split_at_mut(len + guessed);
            copy.copy_from_slice(piece);
            let mut j = head;
            while j < new {
                target[len + j] = b'0';
                j += 1;
            }
            target = target.split_at_mut(len + new).1;
            from += len + guessed;
            to += len + new;
            write::<2>(&mut rows[i], row::BODY_LEN, body_len + new - guessed);
            write::<1>(&mut rows[i], row::CODE_LEN, code_len + new - guessed);
        }
        i += 1;
    }
    target.split_at_mut(source.len()).0.copy_from_slice(source);
    to + source.len()
}

/// Writes the published http into the body of a row.
const fn write_http(text: &mut [u8], row: &[u8; row::LEN], http: u16) {
    let (start, len) = Row(row).body();
    if len > 0 {
        let mut status = Buffer::<STATUS>::new();
        let status = status.padded(http as i64, STATUS).as_bytes();
        let (_, end) = text.split_at_mut(start + len - TAIL.len() - STATUS);
        let (target, _) = end.split_at_mut(STATUS);
        target.copy_from_slice(status);
    }
}
