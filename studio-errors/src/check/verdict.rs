//! Compares a row with the catalog.

use super::definitions::Definitions;
use crate::code::table::Table;
use crate::text::constant::equal;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Sound,
    /// The number or the category is unknown. Another check reports it.
    Unknown,
    OutsideCategory,
    /// A published type reserves the number.
    Reserved,
    /// The code is published with another name and another http, so the number belongs to another error.
    Taken,
    OtherName,
    OtherHttp,
    NoHttp,
}

impl Verdict {
    pub(super) const fn of(definitions: &Definitions, i: usize) -> Self {
        let table = definitions.table;
        match Self::in_table(table, i) {
            // A published code keeps its number.
            Self::Sound | Self::NoHttp
                if table.row(i).published() == 0 && definitions.reserver(table.number(i)).is_some() =>
            {
                Self::Reserved
            }
            verdict => verdict,
        }
    }

    /// Returns the verdict on row `i`, without regard to numbers that other types reserve.
    pub(super) const fn in_table(table: &Table, i: usize) -> Self {
        let row = table.row(i);
        let Some(category) = table.category(row) else {
            return Self::Unknown;
        };
        if row.is_refused() {
            return Self::Unknown;
        }
        if !category.owns(table.number(i)) {
            return Self::OutsideCategory;
        }
        let Some(published) = table.published(row) else {
            return if table.lacks_http(i) { Self::NoHttp } else { Self::Sound };
        };
        let same_http = row.http() == 0 || row.http() == published.http();
        match (same_http, equal(table.text.piece(row.name()), published.name())) {
            (true, true) => Self::Sound,
            (true, false) => Self::OtherName,
            (false, true) => Self::OtherHttp,
            (false, false) => Self::Taken,
        }
    }

    pub(super) const fn is_sound(self) -> bool {
        matches!(self, Self::Sound)
    }

    /// Whether the row needs another number.
    pub(super) const fn wants_number(self) -> bool {
        matches!(self, Self::OutsideCategory | Self::Reserved | Self::Taken)
    }
}
