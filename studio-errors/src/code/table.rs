//! The table of one type: its rows and its texts, as the derive writes them.
//!
//! A row is [`Row::LEN`] bytes of one byte string, its texts are a run of one string. So a variant costs the compiler the
//! bytes of two literals, and the binary no pointer and no relocation.

#[cfg(test)]
pub(crate) mod sample;

use super::body_format::{AFTER_MESSAGE, HEAD, before_message};
use super::{CatalogFacts, Category, Deprecation, ErrorInfo};

/// The table of one type.
// The fields are public for generated code alone: the module is not.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// The name of the type, for messages.
    pub name: &'static str,
    /// What tells the type from every other: its path, and where it is.
    pub path: &'static str,
    /// The catalog of the codes.
    pub catalog: &'static CatalogFacts,
    /// The categories that the rows refer to; `None` if the catalog has no such category.
    pub categories: &'static [Option<&'static Category>],
    /// The lowest and the highest number of the rows of each category: one comparison for all of them.
    pub bounds: &'static [(u32, u32)],
    /// The rows. The first `distinct` of them have a number each, in ascending order; the others repeat one.
    pub rows: &'static [u8],
    /// The texts that the rows refer to.
    pub text: &'static str,
    /// How many rows have a number of their own.
    pub distinct: usize,
    /// The numbers that no variant may have: the first and the last of each range.
    pub reserved: &'static [(u32, u32)],
    /// What the type states for all of its variants.
    pub defaults: Defaults,
    /// The deprecated rows, in ascending order.
    pub deprecated: &'static [(usize, Deprecation)],
    /// The published codes that the rows refer to.
    pub published: &'static [ErrorInfo],
}

/// What a type states for all of its variants: 0 if it does not.
#[derive(Clone, Copy, Debug)]
pub struct Defaults {
    /// The HTTP status.
    pub http: u16,
    /// As in a row.
    pub retryable: u8,
    /// As in a row.
    pub level: u8,
}

impl Table {
    pub(crate) const EMPTY: &'static Self = &Self {
        name: "",
        path: "",
        catalog: CatalogFacts::NONE,
        categories: &[],
        bounds: &[],
        rows: &[],
        text: "",
        distinct: 0,
        reserved: &[],
        defaults: Defaults { http: 0, retryable: 0, level: 0 },
        deprecated: &[],
        published: &[],
    };

    /// How many rows there are.
    pub(crate) const fn len(&self) -> usize {
        self.rows.len() / Row::LEN
    }

    /// Row `i`; an empty one if there is none.
    pub(crate) const fn row(&self, i: usize) -> Row {
        match self.rows.split_at_checked(i * Row::LEN) {
            Some((_, rows)) => match rows.first_chunk() {
                Some(row) => Row::read(row),
                None => Row::EMPTY,
            },
            None => Row::EMPTY,
        }
    }

    /// The number of row `i`, without the rest of the row.
    pub(crate) const fn number(&self, i: usize) -> u32 {
        match self.rows.split_at_checked(i * Row::LEN) {
            Some((_, rows)) => match rows.first_chunk() {
                Some(number) => u32::from_le_bytes(*number),
                None => 0,
            },
            None => 0,
        }
    }

    pub(crate) const fn category(&self, row: &Row) -> Option<&'static Category> {
        if (row.category as usize) < self.categories.len() { self.categories[row.category as usize] } else { None }
    }

    /// The published code with the number of `row`.
    pub(crate) const fn published(&self, row: &Row) -> Option<ErrorInfo> {
        match row.published.checked_sub(1) {
            Some(i) if (i as usize) < self.published.len() => Some(self.published[i as usize]),
            _ => None,
        }
    }

    /// A piece of the text; empty if the text has no such piece.
    pub(crate) const fn piece(&self, start: usize, len: usize) -> &'static str {
        match self.text.split_at_checked(start) {
            Some((_, text)) => match text.split_at_checked(len) {
                Some((piece, _)) => piece,
                None => "",
            },
            None => "",
        }
    }

    /// Where `number` is among the first `distinct` rows, or where it would be.
    pub(crate) const fn search(&self, number: u32) -> Result<usize, usize> {
        let (mut from, mut to) = (0, self.distinct);
        while from < to {
            let middle = usize::midpoint(from, to);
            let here = self.number(middle);
            if here < number {
                from = middle + 1;
            } else if number < here {
                to = middle;
            } else {
                return Ok(middle);
            }
        }
        Err(from)
    }

    /// Whether the type itself reserves `number`.
    pub(crate) const fn reserves(&self, number: u32) -> bool {
        let mut i = 0;
        while i < self.reserved.len() {
            if self.reserved[i].0 <= number && number <= self.reserved[i].1 {
                return true;
            }
            i += 1;
        }
        false
    }
}

/// One row as the derive writes it: what is not stated is 0. `expand/rows.rs` of the derive writes the same layout.
///
/// | bytes | what |
/// |---|---|
/// | 0..4 | the number |
/// | 4..8 | where the texts of the row begin: the body, the description if the body escapes it, the name, the resolution |
/// | 8..12 | the length of the body; 0 if the published one takes its place |
/// | 12..16 | the length of the description, if the body escapes it |
/// | 16..20 | the length of the resolution |
/// | 20..22 | the length of the name |
/// | 22..24 | the HTTP status |
/// | 24..26 | the place of the category in [`Table::categories`] |
/// | 26..28 | the place in [`Table::published`], beginning with 1 |
/// | 28 | the length of the code |
/// | 29 | [`Row::IS_COMMENT`] and the like |
/// | 30 | 1 for `retryable = false`, 2 for `retryable = true` |
/// | 31 | the level, from 1 for `trace` to 5 for `error` |
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    pub(crate) number: u32,
    pub(crate) start: usize,
    pub(crate) body: usize,
    pub(crate) description: usize,
    pub(crate) resolution: usize,
    pub(crate) name: usize,
    pub(crate) http: u16,
    pub(crate) category: u16,
    pub(crate) published: u16,
    pub(crate) code: u8,
    pub(crate) flags: u8,
    pub(crate) retryable: u8,
    pub(crate) level: u8,
}

impl Row {
    /// How many bytes a row has.
    pub(crate) const LEN: usize = 32;
    /// The description is a doc comment, over which a published one takes precedence.
    pub(crate) const IS_COMMENT: u8 = 1;
    /// The number is missing or refused: such a row is never compared with another.
    pub(crate) const IS_REFUSED: u8 = 2;
    const EMPTY: Self = Self::read(&[0; Self::LEN]);

    const fn read(row: &[u8; Self::LEN]) -> Self {
        let [n0, n1, n2, n3, s0, s1, s2, s3, b0, b1, b2, b3, d0, d1, d2, d3, r0, r1, r2, r3, rest @ ..] = *row;
        let [a0, a1, h0, h1, c0, c1, p0, p1, code, flags, retryable, level] = rest;
        Self {
            number: u32::from_le_bytes([n0, n1, n2, n3]),
            start: u32::from_le_bytes([s0, s1, s2, s3]) as usize,
            body: u32::from_le_bytes([b0, b1, b2, b3]) as usize,
            description: u32::from_le_bytes([d0, d1, d2, d3]) as usize,
            resolution: u32::from_le_bytes([r0, r1, r2, r3]) as usize,
            name: u16::from_le_bytes([a0, a1]) as usize,
            http: u16::from_le_bytes([h0, h1]),
            category: u16::from_le_bytes([c0, c1]),
            published: u16::from_le_bytes([p0, p1]),
            code,
            flags,
            retryable,
            level,
        }
    }

    pub(crate) const fn is_refused(&self) -> bool {
        self.flags & Self::IS_REFUSED != 0
    }

    /// Whether the published description, and with it the published body, takes the place of the row's own.
    pub(crate) const fn yields_description(&self) -> bool {
        self.body == 0 || self.flags & Self::IS_COMMENT != 0
    }

    /// Where the code begins, and its length.
    pub(crate) const fn code(&self) -> (usize, usize) {
        (self.start + HEAD.len(), self.code as usize)
    }

    /// Where the escaped description begins in the body, and its length.
    pub(crate) const fn message(&self) -> (usize, usize) {
        let before = before_message(self.code as usize);
        (self.start + before, self.body.saturating_sub(before + AFTER_MESSAGE))
    }

    /// Where the description begins, and its length.
    pub(crate) const fn description(&self) -> (usize, usize) {
        if self.description > 0 { (self.start + self.body, self.description) } else { self.message() }
    }

    /// Where the name begins, and its length.
    pub(crate) const fn name(&self) -> (usize, usize) {
        (self.start + self.body + self.description, self.name)
    }

    /// Where the resolution begins, and its length.
    pub(crate) const fn resolution(&self) -> (usize, usize) {
        (self.start + self.body + self.description + self.name, self.resolution)
    }
}
