//! The entries of a page: one for each row of its tables of codes, in the sections of its headings.

use std::collections::BTreeMap;

use super::columns::{Column, Columns};
use super::heading::{self, Heading};
use super::model::{Block, Page, Remark, Table};
use super::spelling::split;
use studio_errors::GrpcCode;

/// The entries of a page. A fact is `None` if the page has no column for it.
#[derive(Debug, Default)]
pub(super) struct Entries {
    pub(super) rows: Vec<Entry>,
    pub(super) sections: Vec<Section>,
    /// Remarks on columns and tables that are not read, because they are about something else.
    pub(super) notes: Vec<Remark>,
}

#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) line: usize,
    pub(super) code: String,
    pub(super) http: Option<String>,
    pub(super) name: Option<String>,
    pub(super) description: Option<String>,
    pub(super) resolution: Option<String>,
    /// `None` if there is no such column, or if the cell is empty.
    pub(super) retryable: Option<Result<bool, String>>,
    /// `None` if there is no such column, or if the cell is empty.
    pub(super) grpc: Option<Result<GrpcCode, String>>,
    /// In the format of the reference: `deprecated since 1.2.0: use STUDIO_1601`; empty if the code is not deprecated.
    pub(super) deprecated: Option<String>,
    pub(super) section: usize,
}

/// The codes of one category, which a heading or a column states.
#[derive(Clone, Debug, Default)]
pub(super) struct Section {
    pub(super) line: usize,
    pub(super) slug: Option<String>,
    pub(super) title: String,
    pub(super) ranges: Vec<(u32, u32)>,
    /// Whether the section states the category of its codes. A heading without ranges may be about something else.
    pub(super) is_category: bool,
}

impl Entry {
    pub(super) fn status(&self) -> Option<Result<u16, String>> {
        self.http.as_deref().map(status)
    }
}

/// Returns the status in a cell such as `402` or `402 Payment Required`.
pub(super) fn status(cell: &str) -> Result<u16, String> {
    let mut numbers = cell.split(|c: char| !c.is_alphanumeric()).filter_map(|word| word.parse::<u16>().ok());
    match (numbers.next(), numbers.next()) {
        (Some(status @ 400..=599), None) => Ok(status),
        (Some(status), None) => Err(format!("http {status} is not the status of an error, 400 to 599")),
        (None, _) if cell.trim().is_empty() => Err("the row has no http status".into()),
        _ => Err(format!("`{}` is not one http status", cell.trim())),
    }
}

fn yes_or_no(cell: &str) -> Result<bool, String> {
    match cell.to_lowercase().as_str() {
        "yes" | "true" => Ok(true),
        "no" | "false" => Ok(false),
        _ => Err(format!("`{cell}` is not `yes` or `no`")),
    }
}

fn grpc_code(cell: &str) -> Result<GrpcCode, String> {
    cell.parse::<GrpcCode>().map_err(|_| format!("`{cell}` is not a gRPC code, such as `not_found`"))
}

/// Splits off a deprecation, which the reference writes after the description: `.. (deprecated since 1.2.0)`.
fn deprecation(description: &str) -> Option<(String, String)> {
    let (text, note) = description.trim().strip_suffix(')')?.rsplit_once(" (deprecated")?;
    Some((text.into(), format!("deprecated{note}")))
}

/// Converts the cell of a column `deprecated` to the format of the reference.
fn deprecation_in(cell: &str) -> String {
    if cell.starts_with("deprecated ") || cell.starts_with("deprecated:") {
        return cell.into();
    }
    let cell = cell.trim();
    match cell.to_lowercase().as_str() {
        "" | "no" | "false" | "-" | "–" | "—" => return String::new(),
        "yes" | "true" | "x" | "✓" | "✔" | "deprecated" => return "deprecated".into(),
        _ => {}
    }
    let (is_since, rest) = cell.strip_prefix("since ").map_or((false, cell), |rest| (true, rest));
    let starts = rest.strip_prefix('v').unwrap_or(rest).starts_with(|c: char| c.is_ascii_digit());
    let is_version = starts && !rest.split(": ").next().is_some_and(|version| version.contains(' '));
    if is_since || is_version { format!("deprecated since {rest}") } else { format!("deprecated: {cell}") }
}

/// A heading above the current table.
struct Around {
    line: usize,
    level: u8,
    heading: Heading,
}

impl Entries {
    pub(super) fn of(page: &Page) -> Self {
        let mut found = Self::default();
        let mut around: Vec<Around> = Vec::new();
        for block in &page.blocks {
            match block {
                Block::Heading { line, level, text } => enter(&mut around, *line, *level, Heading::of(text)),
                Block::Table(table) => found.table(table, &mut around),
                Block::Paragraph { .. } => {}
            }
        }
        found
    }

    fn table(&mut self, table: &Table, around: &mut Vec<Around>) {
        let columns = Columns::of(&table.head);
        if !columns.has(Column::Code) {
            let head = table.head.join(" | ");
            self.notes
                .push(Remark::new(table.line, format!("the table `{head}` has no column `code` and is not read")));
            return;
        }
        for (place, name) in table.head.iter().enumerate() {
            if !columns.reads(place) {
                self.notes.push(Remark::new(table.line, format!("the column `{name}` is not read")));
            }
        }
        let trimmed = |cells: &[String], column| columns.cell(cells, column).map(|cell| cell.trim().to_string());
        // If all rows have one category, it is that of the heading.
        let mut categories = table.rows.iter().map(|row| columns.cell(&row.cells, Column::Category));
        let first = categories.next().flatten();
        let is_uniform = categories.all(|category| category == first);
        let mut sections = BTreeMap::<_, usize>::new();
        for row in &table.rows {
            if let Some(heading) = heading_in(&row.cells) {
                enter(around, row.line, 7, heading);
                continue;
            }
            let above = nearest(around);
            let cell = |column| columns.cell(&row.cells, column).unwrap_or_default();
            let key = [Column::Category, Column::Title, Column::Ranges, Column::First, Column::Last].map(cell);
            let key = (above.map(|above| above.line), key);
            let section = *sections.entry(key).or_insert_with(|| {
                self.sections.push(section(&row.cells, row.line, &columns, above, is_uniform));
                self.sections.len() - 1
            });
            let mut code = trimmed(&row.cells, Column::Code).unwrap_or_default().replace('`', "");
            if !code.is_empty()
                && code.bytes().all(|byte| byte.is_ascii_digit())
                && let Some((prefix, separator)) = above.and_then(|above| above.heading.spelling.as_ref())
            {
                code = format!("{prefix}{separator}{code}");
            }
            let exact = |column| columns.cell(&row.cells, column).map(String::from);
            let mut description = exact(Column::Description);
            let mut deprecated = exact(Column::Deprecated).map(|cell| deprecation_in(&cell));
            if !columns.has(Column::Deprecated)
                && let Some((text, note)) = description.as_deref().and_then(deprecation)
            {
                (description, deprecated) = (Some(text), Some(note));
            }
            let retryable = trimmed(&row.cells, Column::Retryable).filter(|cell| !cell.is_empty());
            let grpc = trimmed(&row.cells, Column::Grpc).filter(|cell| !cell.is_empty());
            self.rows.push(Entry {
                line: row.line,
                code,
                http: trimmed(&row.cells, Column::Http),
                name: trimmed(&row.cells, Column::Name).map(|name| name.replace('`', "")),
                description,
                resolution: exact(Column::Resolution),
                retryable: retryable.map(|cell| yes_or_no(&cell)),
                grpc: grpc.map(|cell| grpc_code(&cell)),
                deprecated,
                section,
            });
        }
    }
}

/// A heading ends the headings of its own level and of lower levels.
fn enter(around: &mut Vec<Around>, line: usize, level: u8, heading: Heading) {
    around.retain(|outer| outer.level < level);
    around.push(Around { line, level, heading });
}

/// Returns the heading of the section: the nearest one with ranges, except for the title of the page, or else the nearest.
fn nearest(around: &[Around]) -> Option<&Around> {
    let with_ranges = around.iter().rev().find(|outer| outer.level > 1 && !outer.heading.ranges.is_empty());
    with_ranges.or(around.last())
}

/// A row with one cell that contains ranges is a heading inside a table.
fn heading_in(cells: &[String]) -> Option<Heading> {
    let mut written = cells.iter().filter(|cell| !cell.trim().is_empty());
    let (Some(text), None) = (written.next(), written.next()) else { return None };
    let heading = Heading::of(text);
    (!heading.ranges.is_empty() && split(text.trim()).is_err()).then_some(heading)
}

fn section(cells: &[String], line: usize, columns: &Columns, above: Option<&Around>, is_uniform: bool) -> Section {
    let cell = |column| columns.cell(cells, column).filter(|cell| !cell.trim().is_empty());
    let above_all = above.filter(|_| is_uniform);
    let (category, title) = (cell(Column::Category), cell(Column::Title));
    let number = |column| cell(column).and_then(|cell| cell.trim().parse().ok());
    let own = match (cell(Column::Ranges).and_then(heading::list), number(Column::First), number(Column::Last)) {
        (Some((ranges, _)), ..) => ranges,
        (None, Some(first), Some(last)) if first <= last => Vec::from([(first, last)]),
        _ => Vec::new(),
    };
    let ranges = if own.is_empty() { above_all.map_or(Vec::new(), |above| above.heading.ranges.clone()) } else { own };
    let of_heading = above_all.map(|above| above.heading.title.clone()).filter(|title| !title.is_empty());
    let line = above_all.map_or(line, |above| above.line);
    match (category, title) {
        // If there is a title too, the column contains the slug.
        (Some(slug), Some(title)) => {
            Section { line, slug: Some(slug.into()), title: title.into(), ranges, is_category: true }
        }
        (Some(category), None) if is_slug(category) => {
            let has_ranges = above_all.is_some_and(|above| !above.heading.ranges.is_empty());
            let title = of_heading.filter(|_| has_ranges).unwrap_or_else(|| in_words(category));
            Section { line, slug: Some(category.into()), title, ranges, is_category: true }
        }
        (Some(title), None) | (None, Some(title)) => {
            Section { line, slug: None, title: title.trim().into(), ranges, is_category: true }
        }
        (None, None) => {
            let title = of_heading.unwrap_or_else(|| "General".into());
            Section { line, slug: None, title, is_category: !ranges.is_empty(), ranges }
        }
    }
}

fn is_slug(category: &str) -> bool {
    category.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_'))
}

/// Converts a slug to a title: `rate-limit` to `Rate limit`.
fn in_words(slug: &str) -> String {
    let words = slug.replace(['-', '_'], " ");
    let mut rest = words.chars();
    rest.next().map_or(String::new(), |first| first.to_uppercase().chain(rest).collect())
}
