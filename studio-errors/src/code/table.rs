//! The table of one type: the rows and the texts that the derive writes.
//!
//! All rows are one byte string, with [`Row::LEN`] bytes for each row. All texts are one string. So each variant only adds bytes
//! to two literals, and the binary needs no pointers and no relocations.

#[cfg(test)]
pub(crate) mod sample;

use super::body_format::{AFTER_MESSAGE, HEAD, before_message};
use super::codes::Codes;
use super::{CatalogFacts, Category, Deprecation, Detail, ErrorInfo, GrpcCode};
use crate::text::constant::equal;

/// The table of one type.
// The fields are public for generated code. The module is not public.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// The name of the type, for messages.
    pub name: &'static str,
    /// The module of the type.
    pub module: &'static str,
    /// A hash of everything else that the derive writes. With the module, it identifies the type: types that one call of a macro
    /// creates have the same place in the source, and in different functions the same module and name.
    pub hash: u64,
    /// The catalog of the codes.
    pub catalog: &'static CatalogFacts,
    /// The categories of the rows. `None` if the catalog does not have the category.
    pub categories: &'static [Option<&'static Category>],
    /// The lowest and the highest number of each category, so that one comparison checks all rows of a category.
    pub bounds: &'static [(u32, u32)],
    /// The rows. The first `distinct` rows have different numbers in ascending order. The others repeat a number.
    pub rows: &'static [[u8; Row::LEN]],
    /// The texts that the rows refer to.
    pub text: Text,
    /// The number of rows with different numbers.
    pub distinct: usize,
    /// The reserved numbers: the first and the last number of each range, in ascending order.
    pub reserved: &'static [(u32, u32)],
    /// The keys of the type that apply to its variants.
    pub defaults: Defaults,
    /// The deprecated rows, in ascending order.
    pub deprecated: &'static [(usize, Deprecation)],
    /// The rows that state a gRPC code, in ascending order, with its number.
    pub grpc: &'static [(usize, u8)],
    /// Whether the type has the key `tonic`. The names of its codes are then checked for gRPC.
    pub is_grpc: bool,
    /// The rows with details, in ascending order.
    pub details: &'static [(usize, &'static [Detail])],
    /// The published codes that the rows refer to.
    pub published: &'static [Published],
}

/// A published code, with its error body: a row that refers to it needs no other table for its body.
#[derive(Clone, Copy, Debug)]
pub struct Published {
    pub(crate) info: ErrorInfo,
    pub(crate) json: &'static str,
}

impl Published {
    /// A placeholder.
    pub(crate) const NONE: Self = Self { info: ErrorInfo::new(Table::EMPTY, 0), json: "" };

    pub(crate) const fn new(info: ErrorInfo) -> Self {
        Self { info, json: info.json() }
    }
}

/// The keys of a type that apply to its variants. 0 means that a key is absent.
#[derive(Clone, Copy, Debug)]
pub struct Defaults {
    /// The HTTP status.
    pub http: u16,
    /// The same values as in a row.
    pub retryable: u8,
    /// The same values as in a row.
    pub level: u8,
}

/// The texts of a table.
#[derive(Clone, Copy, Debug)]
pub enum Text {
    /// Written by the derive.
    Written(&'static str),
    /// Built in constant evaluation. Validating UTF-8 there takes longer than everything else in a row, so each piece is
    /// validated when it is read.
    Built(&'static [u8]),
}

impl Text {
    /// Returns a piece of the texts, or an empty text if it does not exist.
    #[inline]
    pub(crate) const fn piece(self, (start, len): (usize, usize)) -> &'static str {
        match self {
            Self::Written(text) => match text.split_at_checked(start) {
                Some((_, text)) => match text.split_at_checked(len) {
                    Some((piece, _)) => piece,
                    None => "",
                },
                None => "",
            },
            Self::Built(text) => match text.split_at_checked(start) {
                Some((_, text)) => match text.split_at_checked(len) {
                    Some((piece, _)) => utf8(piece),
                    None => "",
                },
                None => "",
            },
        }
    }

    pub(crate) const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Written(text) => text.as_bytes(),
            Self::Built(text) => text,
        }
    }
}

const fn utf8(piece: &[u8]) -> &str {
    match core::str::from_utf8(piece) {
        Ok(piece) => piece,
        Err(_) => "",
    }
}

/// The rows in a byte string.
#[must_use]
pub const fn rows(bytes: &'static [u8]) -> &'static [[u8; Row::LEN]] {
    bytes.as_chunks().0
}

impl Table {
    /// A table without rows.
    pub const EMPTY: &'static Self = &Self {
        name: "",
        module: "",
        hash: 0,
        catalog: CatalogFacts::NONE,
        categories: &[],
        bounds: &[],
        rows: &[],
        text: Text::Written(""),
        distinct: 0,
        reserved: &[],
        defaults: Defaults { http: 0, retryable: 0, level: 0 },
        deprecated: &[],
        grpc: &[],
        is_grpc: false,
        details: &[],
        published: &[],
    };

    /// The number of rows.
    pub(crate) const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Returns row `i`, or an empty row if it does not exist.
    #[inline]
    pub(crate) const fn row(&self, i: usize) -> Row<'static> {
        if i < self.rows.len() { Row(&self.rows[i]) } else { Row(&[0; Row::LEN]) }
    }

    /// Reads the number of row `i`.
    #[inline]
    pub(crate) const fn number(&self, i: usize) -> u32 {
        self.row(i).number()
    }

    /// The start and the length of the resolution of row `i`.
    #[inline]
    pub(crate) const fn resolution(&self, i: usize) -> (usize, usize) {
        let (name, len) = self.row(i).name();
        let end = if i + 1 < self.rows.len() { self.row(i + 1).start() } else { self.text.bytes().len() };
        (name + len, end.saturating_sub(name + len))
    }

    #[inline]
    pub(crate) const fn category(&self, row: Row<'_>) -> Option<&'static Category> {
        if row.category() < self.categories.len() { self.categories[row.category()] } else { None }
    }

    /// Returns the published code with the number of `row`.
    #[inline]
    pub(crate) const fn published(&self, row: Row<'_>) -> Option<ErrorInfo> {
        match self.published_with_body(row) {
            Some(published) => Some(published.info),
            None => None,
        }
    }

    #[inline]
    pub(crate) const fn published_with_body(&self, row: Row<'_>) -> Option<&'static Published> {
        match row.published().checked_sub(1) {
            Some(i) if i < self.published.len() => Some(&self.published[i]),
            _ => None,
        }
    }

    /// Whether both are the table of one type, or of two types with the same facts.
    pub(crate) const fn is_same(&self, other: &Self) -> bool {
        self.hash == other.hash && equal(self.module, other.module) && self.catalog.spells_like(other.catalog)
    }

    /// Finds the index of `number` in the first `distinct` rows, or the index where it would be.
    #[inline]
    pub(crate) const fn search(&'static self, number: u32) -> Result<usize, usize> {
        Codes::all(self).search(number)
    }

    /// The first row after the `distinct` ones that does not have a lower number. These rows are sorted too.
    pub(crate) const fn first_sharing(&self, number: u32) -> usize {
        let (mut from, mut to) = (self.distinct, self.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            if self.number(middle) < number {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        from
    }

    /// The gRPC code that row `i` states.
    pub(crate) const fn stated_grpc(&self, i: usize) -> Option<GrpcCode> {
        let (mut from, mut to) = (0, self.grpc.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            let (row, number) = self.grpc[middle];
            if row == i {
                return GrpcCode::from_number(number);
            }
            if row < i {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        None
    }

    /// If the type itself reserves `number`, returns the last number of the range.
    pub(crate) const fn reserved_until(&self, number: u32) -> Option<u32> {
        let mut i = 0;
        while i < self.reserved.len() {
            let (first, last) = self.reserved[i];
            if first <= number && number <= last {
                return Some(last);
            }
            i += 1;
        }
        None
    }
}

/// One row. Values that are not stated are 0. `expand/rows.rs` of the derive writes this layout.
///
/// | bytes | value |
/// |---|---|
/// | 0..4 | the number |
/// | 4..8 | the start of the texts of the row: the body, the description if the body escapes it, the name, the resolution |
/// | 8..10 | the length of the body; 0 if the published body replaces it |
/// | 10..12 | the length of the description, if the body escapes it |
/// | 12..14 | the index of the category in [`Table::categories`] |
/// | 14..16 | the index in [`Table::published`], starting at 1 |
/// | 16 | the length of the name |
/// | 17 | the length of the code |
/// | 18 | the HTTP status minus 399 |
/// | 19 | bits 0 to 2: flags such as [`Row::IS_COMMENT`] |
/// | 19 | bits 3 and 4: 1 for `retryable = false`, 2 for `retryable = true` |
/// | 19 | bits 5 to 7: the level, from 1 for `trace` to 5 for `error` |
///
/// The resolution ends where the texts of the next row start.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a>(pub(crate) &'a [u8; Row::LEN]);

impl Row<'_> {
    /// The number of bytes of a row.
    pub(crate) const LEN: usize = 20;
    /// The description is a doc comment. A published description takes precedence.
    pub(crate) const IS_COMMENT: u8 = 1;
    /// The number is missing or refused. Such a row is not compared with others.
    pub(crate) const IS_REFUSED: u8 = 2;
    /// The key `name` states the name.
    pub(crate) const NAME_IS_STATED: u8 = 4;

    #[inline]
    const fn u16_at<const AT: usize>(self) -> u16 {
        u16::from_le_bytes([self.0[AT], self.0[AT + 1]])
    }

    #[inline]
    const fn u32_at<const AT: usize>(self) -> u32 {
        u32::from_le_bytes([self.0[AT], self.0[AT + 1], self.0[AT + 2], self.0[AT + 3]])
    }

    #[inline]
    pub(crate) const fn number(self) -> u32 {
        self.u32_at::<0>()
    }

    /// Where the texts of the row begin.
    #[inline]
    pub(crate) const fn start(self) -> usize {
        self.u32_at::<4>() as usize
    }

    #[inline]
    pub(crate) const fn body_len(self) -> usize {
        self.u16_at::<8>() as usize
    }

    #[inline]
    const fn description_len(self) -> usize {
        self.u16_at::<10>() as usize
    }

    #[inline]
    pub(crate) const fn category(self) -> usize {
        self.u16_at::<12>() as usize
    }

    #[inline]
    pub(crate) const fn published(self) -> usize {
        self.u16_at::<14>() as usize
    }

    #[inline]
    const fn name_len(self) -> usize {
        self.0[16] as usize
    }

    #[inline]
    pub(crate) const fn code_len(self) -> usize {
        self.0[17] as usize
    }

    #[inline]
    pub(crate) const fn http(self) -> u16 {
        match self.0[18] {
            0 => 0,
            http => 399 + http as u16,
        }
    }

    #[inline]
    const fn has(self, flag: u8) -> bool {
        self.0[19] & flag != 0
    }

    #[inline]
    pub(crate) const fn retryable(self) -> u8 {
        self.0[19] >> 3 & 3
    }

    #[inline]
    pub(crate) const fn level(self) -> u8 {
        self.0[19] >> 5
    }

    #[inline]
    pub(crate) const fn is_refused(self) -> bool {
        self.has(Self::IS_REFUSED)
    }

    pub(crate) const fn name_is_stated(self) -> bool {
        self.has(Self::NAME_IS_STATED)
    }

    /// Whether the published description and body replace those of the row.
    #[inline]
    pub(crate) const fn yields_description(self) -> bool {
        self.body_len() == 0 || self.has(Self::IS_COMMENT)
    }

    /// Where the body begins, and its length.
    #[inline]
    pub(crate) const fn body(self) -> (usize, usize) {
        (self.start(), self.body_len())
    }

    /// The start and the length of the code.
    #[inline]
    pub(crate) const fn code(self) -> (usize, usize) {
        (self.start() + HEAD.len(), self.code_len())
    }

    /// The start and the length of the escaped description in the body.
    #[inline]
    pub(crate) const fn message(self) -> (usize, usize) {
        let before = before_message(self.code_len());
        (self.start() + before, self.body_len().saturating_sub(before + AFTER_MESSAGE))
    }

    /// The start and the length of the description.
    #[inline]
    pub(crate) const fn description(self) -> (usize, usize) {
        if self.description_len() > 0 {
            (self.start() + self.body_len(), self.description_len())
        } else {
            self.message()
        }
    }

    /// The start and the length of the name.
    #[inline]
    pub(crate) const fn name(self) -> (usize, usize) {
        (self.start() + self.body_len() + self.description_len(), self.name_len())
    }
}
