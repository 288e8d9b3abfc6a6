//! Recognizes the columns of a table by their headings.

use alloc::string::String;
use alloc::vec::Vec;

/// The fact in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Code,
    Http,
    Name,
    Description,
    Resolution,
    Retryable,
    Deprecated,
    Category,
    Title,
    Ranges,
    First,
    Last,
}

impl Column {
    const COUNT: usize = 12;
}

/// Headings in lower case, with one space between words. Of two columns for one fact, the one whose heading is listed first is
/// used.
const WORDS: &[(&str, Column)] = &[
    ("code", Column::Code),
    ("error code", Column::Code),
    ("error codes", Column::Code),
    ("codes", Column::Code),
    ("error", Column::Code),
    ("number", Column::Code),
    ("id", Column::Code),
    ("http", Column::Http),
    ("http status", Column::Http),
    ("http code", Column::Http),
    ("http status code", Column::Http),
    ("status", Column::Http),
    ("status code", Column::Http),
    ("name", Column::Name),
    ("error name", Column::Name),
    ("identifier", Column::Name),
    ("constant", Column::Name),
    ("symbol", Column::Name),
    ("key", Column::Name),
    ("description", Column::Description),
    ("message", Column::Description),
    ("error message", Column::Description),
    ("meaning", Column::Description),
    ("details", Column::Description),
    ("what happened", Column::Description),
    ("resolution", Column::Resolution),
    ("solution", Column::Resolution),
    ("fix", Column::Resolution),
    ("how to fix", Column::Resolution),
    ("how to resolve", Column::Resolution),
    ("what to do", Column::Resolution),
    ("action", Column::Resolution),
    ("remedy", Column::Resolution),
    ("retryable", Column::Retryable),
    ("retry", Column::Retryable),
    ("deprecated", Column::Deprecated),
    ("category", Column::Category),
    ("group", Column::Category),
    ("section", Column::Category),
    ("title", Column::Title),
    ("category title", Column::Title),
    ("ranges", Column::Ranges),
    ("range", Column::Ranges),
    ("first", Column::First),
    ("last", Column::Last),
];

/// The index of each column in a table.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Columns {
    places: [Option<usize>; Column::COUNT],
}

impl Columns {
    pub(super) fn of(head: &[String]) -> Self {
        let head: Vec<_> = head.iter().map(|cell| word(cell)).collect();
        let mut columns = Self::default();
        for (known, column) in WORDS {
            let place = &mut columns.places[*column as usize];
            *place = place.or_else(|| head.iter().position(|word| word == known));
        }
        columns
    }

    pub(super) fn has(&self, column: Column) -> bool {
        self.places[column as usize].is_some()
    }

    /// Returns the cell of a row, and `None` if the table has no such column. Missing cells at the end of a row are empty.
    pub(super) fn cell<'a>(&self, cells: &'a [String], column: Column) -> Option<&'a str> {
        self.places[column as usize].map(|place| cells.get(place).map_or("", String::as_str))
    }

    pub(super) fn reads(&self, place: usize) -> bool {
        self.places.contains(&Some(place))
    }
}

fn word(cell: &str) -> String {
    let words = cell.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
