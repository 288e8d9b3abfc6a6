//! The codes of one type.

use super::table::Table;
use super::{CatalogFacts, Code, ErrorInfo};
use crate::text::constant::partition_point;

/// The codes of one type: all of them, or those of some rows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Codes {
    table: &'static Table,
    /// The rows, in ascending order. `None` for all.
    only: Option<&'static [usize]>,
    /// Whether a type that contains these codes converts into a gRPC status. Their names are then checked there.
    pub(crate) is_grpc: bool,
}

impl Codes {
    pub(crate) const NONE: Self = Self::all(Table::EMPTY);

    pub(crate) const fn all(table: &'static Table) -> Self {
        Self { table, only: None, is_grpc: table.is_grpc }
    }

    pub(crate) const fn some(table: &'static Table, rows: &'static [usize]) -> Self {
        Self { only: Some(rows), ..Self::all(table) }
    }

    #[inline]
    pub(crate) const fn table(self) -> &'static Table {
        self.table
    }

    #[inline]
    pub(crate) const fn catalog(self) -> &'static CatalogFacts {
        self.table.catalog
    }

    /// The number of different codes.
    #[inline]
    pub(crate) const fn len(self) -> usize {
        match self.only {
            Some(rows) => rows.len(),
            None => self.table.distinct,
        }
    }

    /// The row of code `i`.
    #[inline]
    const fn row(self, i: usize) -> usize {
        match self.only {
            Some(rows) => rows[i],
            None => i,
        }
    }

    #[inline]
    pub(crate) const fn number(self, i: usize) -> i64 {
        self.table.number(self.row(i))
    }

    #[inline]
    pub(crate) const fn info(self, i: usize) -> ErrorInfo {
        ErrorInfo::new(self.table, self.row(i))
    }

    #[inline]
    pub(crate) const fn find(self, number: i64) -> Option<ErrorInfo> {
        if self.len() == 0 || number < self.number(0) || self.number(self.len() - 1) < number {
            return None;
        }
        match self.search(number) {
            Ok(i) => Some(self.info(i)),
            Err(_) => None,
        }
    }

    /// Finds the code with `number`, or the place where it would be.
    #[inline]
    pub(crate) const fn search(self, number: i64) -> Result<usize, usize> {
        // A difference that is not an `i64` is larger than every distance too.
        let distance = number.saturating_sub(self.table.first);
        let (mut from, mut to) = (0, self.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            let here = self.table.row(self.row(middle)).distance() as i64;
            if here < distance {
                from = middle + 1;
            } else if distance < here {
                to = middle;
            } else {
                return Ok(middle);
            }
        }
        Err(from)
    }

    pub(crate) fn after(self, last: Option<Code>) -> Option<ErrorInfo> {
        let next = match last {
            Some(last) => partition_point!(i in 0, self.len() => self.info(i).code() <= last),
            None => 0,
        };
        (next < self.len()).then(|| self.info(next))
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = ErrorInfo> {
        (0..self.len()).map(move |i| self.info(i))
    }

    /// Whether both are the same codes of the same type.
    pub(crate) const fn is_same(self, other: Self) -> bool {
        if !self.table.is_same(other.table) || self.len() != other.len() {
            return false;
        }
        let mut i = 0;
        while i < self.len() && (self.only.is_some() || other.only.is_some()) {
            if self.row(i) != other.row(i) {
                return false;
            }
            i += 1;
        }
        true
    }

    /// Returns variant `i` of those that report one code. The first has the code in row `first`; the others share it.
    pub(crate) const fn variant(self, first: usize, i: usize) -> Option<ErrorInfo> {
        let first = self.row(first);
        if i == 0 {
            return Some(ErrorInfo::new(self.table, first));
        }
        let number = self.table.number(first);
        let row = self.table.first_sharing(number) + i - 1;
        if row < self.table.len() && self.table.number(row) == number {
            Some(ErrorInfo::new(self.table, row))
        } else {
            None
        }
    }

    /// Returns every variant that reports the code in row `first`.
    #[cfg(feature = "reference")]
    pub(crate) fn variants(self, first: usize) -> impl Iterator<Item = ErrorInfo> {
        (0..).map_while(move |i| self.variant(first, i))
    }
}
