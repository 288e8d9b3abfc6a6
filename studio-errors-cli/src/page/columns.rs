//! Recognizes the columns of a table by their headings.

/// The fact in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Code,
    Http,
    Name,
    Description,
    Resolution,
    Retryable,
    Grpc,
    Deprecated,
    Category,
    Title,
    Ranges,
    First,
    Last,
}

impl Column {
    const COUNT: usize = 13;
}

/// Headings in lower case, without spaces and punctuation. Of two columns for one fact, the one whose heading is listed first
/// is used. A column has one fact, the one that is listed first.
const WORDS: &[(&str, Column)] = &[
    ("code", Column::Code),
    ("error code", Column::Code),
    ("error codes", Column::Code),
    ("codes", Column::Code),
    ("error id", Column::Code),
    ("error number", Column::Code),
    ("number", Column::Code),
    ("id", Column::Code),
    ("error", Column::Code),
    ("http", Column::Http),
    ("http status", Column::Http),
    ("http code", Column::Http),
    ("http status code", Column::Http),
    ("status", Column::Http),
    ("status code", Column::Http),
    ("http response code", Column::Http),
    ("http response", Column::Http),
    ("response code", Column::Http),
    ("response status", Column::Http),
    ("name", Column::Name),
    ("error name", Column::Name),
    ("identifier", Column::Name),
    ("constant", Column::Name),
    ("symbol", Column::Name),
    ("key", Column::Name),
    ("type", Column::Name),
    ("error type", Column::Name),
    ("error", Column::Name),
    ("description", Column::Description),
    ("message", Column::Description),
    ("error message", Column::Description),
    ("error description", Column::Description),
    ("meaning", Column::Description),
    ("what it means", Column::Description),
    ("what happened", Column::Description),
    ("explanation", Column::Description),
    ("reason", Column::Description),
    ("details", Column::Description),
    ("resolution", Column::Resolution),
    ("solution", Column::Resolution),
    ("fix", Column::Resolution),
    ("how to fix", Column::Resolution),
    ("how to resolve", Column::Resolution),
    ("what to do", Column::Resolution),
    ("action", Column::Resolution),
    ("recovery", Column::Resolution),
    ("suggested resolution", Column::Resolution),
    ("suggested solution", Column::Resolution),
    ("suggested fix", Column::Resolution),
    ("suggested action", Column::Resolution),
    ("recommended action", Column::Resolution),
    ("recommended fix", Column::Resolution),
    ("recommended resolution", Column::Resolution),
    ("remedy", Column::Resolution),
    ("retryable", Column::Retryable),
    ("retriable", Column::Retryable),
    ("retry", Column::Retryable),
    ("grpc", Column::Grpc),
    ("grpc code", Column::Grpc),
    ("grpc status", Column::Grpc),
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
        let head: Vec<_> = head.iter().map(|cell| squeezed(cell)).collect();
        let mut columns = Self::default();
        for (known, column) in WORDS {
            let known = squeezed(known);
            let found = head.iter().position(|cell| *cell == known).filter(|place| !columns.reads(*place));
            let place = &mut columns.places[*column as usize];
            *place = place.or(found);
        }
        columns
    }

    /// Returns the number of rows above the row with the names of the columns. A page may have a title or the names of groups of
    /// columns there.
    pub(super) fn rows_above<'a>(rows: impl Iterator<Item = &'a [String]>) -> usize {
        let mut above = 0;
        let mut most = 0;
        for (at, row) in rows.take(Self::MOST_ABOVE).enumerate() {
            let columns = Self::of(row);
            let is_head = columns.has(Column::Code) && columns.count() > usize::max(most, 1);
            if is_head {
                (above, most) = (at, columns.count());
            }
        }
        above
    }

    /// The maximum number of rows above the names of the columns.
    pub(super) const MOST_ABOVE: usize = 10;

    pub(super) fn has(&self, column: Column) -> bool {
        self.places[column as usize].is_some()
    }

    /// Returns the cell of a row, and `None` if the table has no such column. Missing cells at the end of a row are empty.
    pub(super) fn cell<'a>(&self, cells: &'a [String], column: Column) -> Option<&'a str> {
        self.places[column as usize].map(|place| cells.get(place).map_or("", String::as_str))
    }

    /// The number of columns that are read.
    pub(super) fn count(&self) -> usize {
        self.places.iter().flatten().count()
    }

    pub(super) fn reads(&self, place: usize) -> bool {
        self.places.contains(&Some(place))
    }
}

/// `HTTP status`, `http_status` and `httpStatus` are the same heading.
fn squeezed(cell: &str) -> String {
    cell.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
