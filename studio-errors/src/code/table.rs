//! The table of one type: the rows and the texts that the derive writes.
//!
//! All rows are one byte string, in the format of [`layout`](super::layout). All texts are one string. So each variant only adds bytes
//! to two literals, and the binary needs no pointers and no relocations.

#[cfg(test)]
pub(crate) mod sample;

use super::layout::row;
use super::row::Row;
use super::{CatalogFacts, Category, Deprecation, Detail, ErrorInfo, GrpcCode};
use crate::text::constant::{each, equal, partition_point, slice};

/// The table of one type.
// The fields are public for generated code. The module is not public.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// The name of the type, for messages.
    pub name: &'static str,
    /// The module of the type.
    pub module: &'static str,
    /// The target of the log events, if the type states one.
    pub target: &'static str,
    /// A hash of everything else that the derive writes. With the module, it identifies the type: types that one call of a macro
    /// creates have the same place in the source, and in different functions the same module and name.
    pub hash: u64,
    /// The catalog of the codes.
    pub catalog: &'static CatalogFacts,
    /// The categories of the rows. `None` if the catalog does not have the category.
    pub categories: &'static [Option<&'static Category>],
    /// The lowest and the highest number of each category, so that one comparison checks all rows of a category.
    pub bounds: &'static [(i64, i64)],
    /// The lowest number of the rows. A row has the distance from it.
    pub first: i64,
    /// The rows. The first `distinct` rows have different numbers in ascending order. The others repeat a number.
    pub rows: &'static [[u8; row::LEN]],
    /// The texts that the rows refer to.
    pub text: Text,
    /// The number of rows with different numbers.
    pub distinct: usize,
    /// The reserved numbers: the first and the last number of each range, in ascending order.
    pub reserved: &'static [(i64, i64)],
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
    /// The facts that few types state.
    pub rare: &'static Rare,
    /// The published codes that the rows refer to.
    pub published: &'static [Published],
}

/// Properties of a code: names and values.
type Properties = &'static [(&'static str, &'static str)];

/// The facts that few types state.
#[derive(Clone, Copy, Debug)]
pub struct Rare {
    /// The properties that the type states for the rows without them.
    pub shared_properties: Properties,
    /// The rows that state properties, in ascending order.
    pub properties: &'static [(usize, Properties)],
    /// The rows that state a challenge, in ascending order.
    pub challenges: &'static [(usize, &'static str)],
    /// The rows whose details are one object, with any members.
    pub open_details: &'static [usize],
    /// The rows whose resolution is a section of the doc comment. A published resolution takes precedence.
    pub sections: &'static [usize],
}

impl Rare {
    /// No facts.
    pub const NONE: &'static Self =
        &Self { shared_properties: &[], properties: &[], challenges: &[], open_details: &[], sections: &[] };
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
            Self::Written(text) => slice(text, start, start + len),
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
pub const fn rows(bytes: &'static [u8]) -> &'static [[u8; row::LEN]] {
    bytes.as_chunks().0
}

impl Table {
    /// A table without rows.
    pub const EMPTY: &'static Self = &Self {
        name: "",
        module: "",
        target: "",
        hash: 0,
        catalog: CatalogFacts::NONE,
        categories: &[],
        bounds: &[],
        first: 0,
        rows: &[],
        text: Text::Written(""),
        distinct: 0,
        reserved: &[],
        defaults: Defaults { http: 0, retryable: 0, level: 0 },
        deprecated: &[],
        grpc: &[],
        is_grpc: false,
        details: &[],
        rare: Rare::NONE,
        published: &[],
    };

    pub(crate) const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Returns row `i`, or an empty row if it does not exist.
    #[inline]
    pub(crate) const fn row(&self, i: usize) -> Row<'static> {
        if i < self.rows.len() { Row(&self.rows[i]) } else { Row(&[0; row::LEN]) }
    }

    #[inline]
    pub(crate) const fn number(&self, i: usize) -> i64 {
        self.number_of(self.row(i))
    }

    /// The number of `row`, which is a row of this table.
    #[inline]
    pub(crate) const fn number_of(&self, row: Row<'_>) -> i64 {
        self.first.wrapping_add(row.distance() as i64)
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

    /// The first row after the `distinct` ones that does not have a lower number. These rows are sorted too.
    pub(crate) const fn first_sharing(&self, number: i64) -> usize {
        partition_point!(i in self.distinct, self.len() => self.number(i) < number)
    }

    pub(crate) const fn stated_grpc(&self, i: usize) -> Option<GrpcCode> {
        match stated(self.grpc, i) {
            Some(number) => GrpcCode::from_number(number),
            None => None,
        }
    }

    /// Whether neither row `i`, nor the type, nor a gRPC code states the http of row `i`. A published code states it for the row.
    pub(crate) const fn lacks_http(&self, i: usize) -> bool {
        self.row(i).http() == 0 && self.defaults.http == 0 && self.stated_grpc(i).is_none()
    }

    /// If the type itself reserves `number`, returns the last number of the range.
    pub(crate) const fn reserved_until(&self, number: i64) -> Option<i64> {
        each!(&(first, last) in self.reserved => { if first <= number && number <= last { return Some(last) } });
        None
    }
}

/// Returns what row `row` states. The rows are in ascending order.
pub(crate) const fn stated<T: Copy>(rows: &'static [(usize, T)], row: usize) -> Option<T> {
    let i = partition_point!(i in 0, rows.len() => rows[i].0 < row);
    if i < rows.len() && rows[i].0 == row { Some(rows[i].1) } else { None }
}
