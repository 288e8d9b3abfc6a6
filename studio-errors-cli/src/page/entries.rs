//! The entries of a page: one for each row of its tables of codes, in the sections of its headings.

use std::collections::BTreeMap;
use std::mem::take;

use studio_errors::GrpcCode;

use super::columns::{Column, Columns, Facts, is_word_of, squeezed};
use super::heading::{self, Heading};
use super::identifiers;
use super::spelling::split;
use super::table::{About, Block, Cell, Explained, Passage, Rank, Remark, Row, Table, collapsed};
use super::written;

/// The entries of a page.
#[derive(Debug, Default)]
pub(super) struct Entries {
    pub(super) rows: Vec<Entry>,
    pub(super) sections: Vec<Section>,
    pub(super) tables: Vec<TableOfCodes>,
    pub(super) remarks: Vec<Remark>,
    /// The number of codes in each block of the page.
    pub(super) counts: Vec<usize>,
}

/// What a table of codes lacks, so that it is reported once.
#[derive(Debug, Default)]
pub(super) struct TableOfCodes {
    pub(super) line: usize,
    /// The index of the block.
    pub(super) block: usize,
    /// The heading of the first column that is not read.
    pub(super) unread: Option<String>,
}

#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) line: usize,
    /// The index of the table, and of the section.
    pub(super) table: usize,
    pub(super) section: usize,
    pub(super) code: String,
    /// The other facts of the code. A deprecation is in the format of the reference: `deprecated since 1.2.0: use STUDIO_1601`.
    pub(super) facts: Facts,
    /// In Markdown.
    pub(super) explanation: Option<String>,
}

/// The codes of one category, which a heading or a column states.
#[derive(Clone, Debug, Default)]
pub(super) struct Section {
    pub(super) line: usize,
    pub(super) slug: Option<String>,
    pub(super) title: String,
    pub(super) ranges: Vec<(i64, i64)>,
    /// Whether the section states the category of its codes. A heading without ranges may be about something else.
    pub(super) is_category: bool,
}

impl Entry {
    pub(super) fn status(&self) -> Option<Result<u16, String>> {
        self.facts.get(Column::Http).map(status)
    }

    /// Whether the code is retryable, if the page states it.
    pub(super) fn retryable(&self) -> Option<Result<bool, String>> {
        self.facts.stated(Column::Retryable).map(yes_or_no)
    }

    pub(super) fn grpc(&self) -> Option<Result<GrpcCode, String>> {
        let code = |cell: &str| cell.parse().map_err(|_| format!("`{cell}` is not a gRPC code, such as `not_found`"));
        self.facts.stated(Column::Grpc).map(code)
    }

    /// Adds the facts of another table, if no fact differs. Returns whether they are added.
    fn add(&mut self, other: &Self) -> bool {
        let differ = |column| {
            let (own, other) = (self.facts.stated(column), other.facts.stated(column));
            own.is_some() && other.is_some() && own != other
        };
        if self.table == other.table || Column::of_code().any(differ) {
            return false;
        }
        for column in Column::of_code() {
            self.facts.add(column, other.facts.get(column));
        }
        self.explanation = self.explanation.take().or_else(|| other.explanation.clone());
        true
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
        "yes" | "y" | "true" | "✓" | "✔" | "✅" | "是" | "sí" | "si" => Ok(true),
        "no" | "n" | "false" | "✗" | "✘" | "❌" | "否" | "-" | "–" | "—" => Ok(false),
        _ => Err(format!("`{cell}` is not `yes` or `no`")),
    }
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
    match (&*cell.to_lowercase(), yes_or_no(cell)) {
        ("", _) | (_, Ok(false)) => return String::new(),
        ("x" | "deprecated", _) | (_, Ok(true)) => return "deprecated".into(),
        _ => {}
    }
    let (is_since, rest) = cell.strip_prefix("since ").map_or((false, cell), |rest| (true, rest));
    let starts = rest.strip_prefix('v').unwrap_or(rest).starts_with(|c: char| c.is_ascii_digit());
    let is_version = starts && !rest.split(": ").next().is_some_and(|version| version.contains(' '));
    if is_since || is_version { format!("deprecated since {rest}") } else { format!("deprecated: {cell}") }
}

/// Words in the name or the message of a code that is no error.
const SUCCESS: &str = "ok success succeeded successful successfully éxito exito exitoso exitosa sucesso succès erfolg";

/// Whether a row is about a request that succeeds: a status 2xx, or no status, and the number 0 or 2xx, or a text that says so.
fn is_success(entry: &Entry) -> bool {
    let says_so = || {
        [Column::Name, Column::Description].into_iter().filter_map(|column| entry.facts.get(column)).any(|text| {
            let text = text.to_lowercase();
            let mut words = text.split(|c: char| !c.is_alphanumeric());
            text.contains("成功") && !text.contains("不成功")
                || words.any(|word| SUCCESS.split(' ').any(|success| success == word)) && !text.contains("not ")
        })
    };
    let is_number = split(&entry.code).is_ok_and(|parts| parts.number == 0 || (200..=299).contains(&parts.number));
    match entry.facts.stated(Column::Http) {
        Some(http) => http.starts_with('2') && status(http).is_err() && (is_number || says_so()),
        None => is_number && says_so(),
    }
}

/// Completes the facts of a row. `place` is the table and the section.
fn entry(
    row: &Row,
    mut facts: Facts,
    written: written::Written,
    is_struck: bool,
    (table, section): (usize, usize),
) -> Entry {
    facts.add(Column::Http, written.http.map(|http| http.to_string()).as_deref());
    facts.add(Column::Name, written.name.as_deref());
    facts.add(Column::Description, written.message.as_deref());
    facts.set(Column::Name, facts.get(Column::Name).map(|name| name.replace('`', "")));
    facts.set(Column::Deprecated, facts.get(Column::Deprecated).map(deprecation_in));
    if let (None, Some((text, note))) =
        (facts.get(Column::Deprecated), facts.get(Column::Description).and_then(deprecation))
    {
        facts.set(Column::Description, Some(text));
        facts.set(Column::Deprecated, Some(note));
    }
    if is_struck {
        facts.add(Column::Deprecated, Some("deprecated"));
    }
    Entry { line: row.line, table, section, code: written.code, facts, explanation: row.explanation.clone() }
}

/// The levels of the caption of a table, and of a row that is a heading.
const CAPTION: u8 = 7;
const ROW: u8 = 8;

impl Entries {
    /// `stated` are the headings that the caller states for some facts.
    pub(super) fn of(blocks: &[Block], stated: &[(Column, String)]) -> Self {
        let mut found = Self::default();
        let mut around: Vec<Heading> = Vec::new();
        for (at, block) in blocks.iter().enumerate() {
            let before = found.rows.len();
            match block {
                Block::Text(Passage { line, rank: Rank::Heading(level), text, .. }) => {
                    enter(&mut around, *line, *level, text);
                }
                // A bold line above a table is its heading.
                Block::Text(Passage { line, rank: Rank::Paragraph, text, bold: true, .. })
                    if matches!(blocks.get(at + 1), Some(Block::Table(_))) =>
                {
                    enter(&mut around, *line, CAPTION, text);
                }
                Block::Table(table) => {
                    found.table(table, at, &mut around, stated);
                    around.retain(|outer| outer.level < CAPTION);
                }
                Block::Text(_) => {}
            }
            found.counts.push(found.rows[before..].iter().filter(|row| split(&row.code).is_ok()).count());
        }
        found.unite();
        found
    }

    /// `block` is the index of the table in the page.
    fn table(&mut self, table: &Table, block: usize, around: &mut Vec<Heading>, stated: &[(Column, String)]) {
        let columns = Columns::of(table, stated);
        if !columns.has(Column::Code) {
            self.foreign(table);
            return;
        }
        self.unread_columns(table, &columns);
        let rows = table.rows.iter().filter(|row| !is_repeated_head(row, &table.head));
        let rows: Vec<_> = rows.map(|row| (row, columns.facts(&row.cells))).collect();
        let code = |facts: &Facts| facts.get(Column::Code).unwrap_or_default().to_string();
        let written: Vec<_> = rows.iter().map(|(_, facts)| written::read(&code(facts))).collect();
        let codes = || written.iter().flatten();
        let numbers: Vec<i64> = codes().filter_map(|found| split(&found.code).ok()).map(|parts| parts.number).collect();
        // Codes that are statuses need no column for the status.
        let is_status = |number: &i64| (200..=299).contains(number) || (400..=599).contains(number);
        let are_statuses = !columns.has(Column::Http)
            && !numbers.is_empty()
            && numbers.iter().all(is_status)
            && codes().all(|found| found.http.is_none() && found.code.bytes().all(|byte| byte.is_ascii_digit()));
        if are_statuses {
            self.note(table.line, "the codes of the table are also their http statuses");
        }
        // If all rows have one category, it is that of the heading.
        let mut categories = rows.iter().map(|(_, facts)| facts.get(Column::Category));
        let first = categories.next().flatten();
        let is_uniform = categories.all(|category| category == first);
        let mut sections = BTreeMap::<_, usize>::new();
        for ((row, facts), written) in rows.iter().zip(written) {
            let is_title =
                |text: &&str| written.is_none() || split(text).is_err() && !Heading::of(text).ranges.is_empty();
            if let Some(text) = only_cell(row).filter(is_title) {
                self.title_row(text, row.line, around);
                continue;
            }
            if row.cells.iter().all(is_blank) {
                continue;
            }
            let code = code(facts).replace('`', "");
            // `1001*` is a code with the mark of a footnote.
            let has_mark = written.is_some() && code.ends_with('*');
            if !has_mark && heading::list(&code).is_some() {
                self.note(row.line, format!("`{code}` is a range of codes, not a code"));
                continue;
            }
            if written::are_several(&code) {
                let reason = format!("`{code}` are several codes; a row has one");
                self.remarks.push(Remark::row(row.line, reason));
                continue;
            }
            let mut written = written.unwrap_or_else(|| written::Written { code, ..Default::default() });
            let above = nearest(around, &numbers);
            let key = [Column::Category, Column::Title, Column::Ranges, Column::First, Column::Last];
            let key = key.map(|column| facts.get(column));
            let key = (above.map(|above| (above.line, above.text.clone())), key);
            let section = *sections.entry(key).or_insert_with(|| {
                self.sections.push(section(facts, row.line, above.filter(|_| is_uniform), &numbers));
                self.sections.len() - 1
            });
            let of_code = are_statuses.then(|| written.code.clone());
            let of_heading = || around.iter().rev().find_map(|around| around.http);
            if !columns.has(Column::Http) {
                written.http = written.http.or_else(|| of_code.map_or_else(of_heading, |code| code.parse().ok()));
            }
            if written.code.bytes().all(|byte| byte.is_ascii_digit())
                && !written.code.is_empty()
                && let Some((prefix, separator)) = above.and_then(|above| above.spelling.as_ref())
            {
                written.code = format!("{prefix}{separator}{}", written.code);
            }
            let is_struck =
                columns.place(Column::Code).is_some_and(|place| row.cells.get(place).is_some_and(|cell| cell.struck));
            let entry = entry(row, facts.clone(), written, is_struck, (self.tables.len(), section));
            if is_success(&entry) {
                self.note(row.line, format!("`{}` is no error, but a success", entry.code));
            } else {
                self.rows.push(entry);
            }
        }
        let unread = columns.unread.first().map(|(place, _)| table.head[*place].text.clone());
        self.tables.push(TableOfCodes { line: table.line, block, unread });
    }

    fn note(&mut self, line: usize, reason: impl Into<String>) {
        self.remarks.push(Remark::new(About::Other, line, reason));
    }

    /// Notes the columns that are not read.
    fn unread_columns(&mut self, table: &Table, columns: &Columns) {
        for (place, hidden) in &columns.unread {
            let name = &table.head[*place].text;
            let used = Column::all().find(|column| columns.has(*column) && is_word_of(*column, name));
            let used = used.and_then(|column| Some((column, &table.head.get(columns.place(column)?)?.text)));
            let reason = match used {
                Some((column, other)) if hidden.is_none() => {
                    format!("the column `{name}` is not read: the {} is in the column `{other}`", column.noun())
                }
                _ => format!("the column `{name}` is not read"),
            };
            match hidden {
                Some(column) => {
                    let reason = format!("{reason}, although it seems to be the {}", column.noun());
                    let help = format!("add `--column {}={}`", column.name(), quoted(name));
                    self.remarks.push(Remark::new(About::Doubtful, table.line, reason).help(help));
                }
                None => self.note(table.line, reason),
            }
        }
    }

    /// Notes a table without a column of codes.
    fn foreign(&mut self, table: &Table) {
        const MOST: usize = 10_000;
        let head = table.head.iter().map(|cell| &*cell.text).collect::<Vec<_>>().join(" | ");
        let reason = format!("the table `{head}` has no column `code` and is not read");
        let cells = std::iter::once(&table.head).chain(table.rows.iter().map(|row| &row.cells)).flatten();
        let codes = cells.take(MOST).filter_map(|cell| written::read(cell.fact())).map(|found| found.code);
        let remark = Remark::new(About::Codes(codes.collect()), table.line, reason);
        self.remarks.push(remark.help("add `--column code=HEADING` if it has one"));
    }

    /// A row with one cell is the heading of the rows below it.
    fn title_row(&mut self, text: &str, line: usize, around: &mut Vec<Heading>) {
        const LONGEST: usize = 80;
        if text.chars().count() > LONGEST || text.ends_with('.') {
            let reason = format!("the row `{}` has one cell and is not read", collapsed(text));
            self.remarks.push(Remark::new(About::Doubtful, line, reason));
        } else {
            enter(around, line, ROW, text);
        }
    }

    /// Adds the texts below the headings of codes.
    pub(super) fn explain(&mut self, explanations: &[Explained]) {
        let places: BTreeMap<_, _> =
            self.rows.iter().enumerate().rev().map(|(place, row)| (row.code.clone(), place)).collect();
        for explained in explanations {
            let row = places.get(&explained.code).and_then(|place| self.rows.get_mut(*place));
            if let Some(row) = row.filter(|_| !explained.text.is_empty()) {
                let before = row.explanation.take().map(|text| text + "\n\n").unwrap_or_default();
                row.explanation = Some(before + &explained.text);
            }
        }
    }

    /// Unites the rows of one code in several tables, if they do not contradict each other.
    fn unite(&mut self) {
        let mut places = BTreeMap::<String, usize>::new();
        let mut united: Vec<Entry> = Vec::new();
        for entry in take(&mut self.rows) {
            let first = places.get(&entry.code).and_then(|place| united.get_mut(*place));
            if first.is_some_and(|first| first.add(&entry)) {
                continue;
            }
            if !entry.code.is_empty() {
                places.entry(entry.code.clone()).or_insert(united.len());
            }
            united.push(entry);
        }
        self.rows = united;
    }
}

/// A word for the shell, in quotes if it needs them.
pub(super) fn quoted(word: &str) -> String {
    let is_plain = word.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
    if is_plain { word.into() } else { format!("'{word}'") }
}

/// Whether a cell has no text, or only dashes.
fn is_blank(cell: &Cell) -> bool {
    cell.text.trim().chars().all(|c| matches!(c, '-' | '–' | '—'))
}

fn is_repeated_head(row: &Row, head: &[Cell]) -> bool {
    row.cells.len() == head.len()
        && row.cells.iter().zip(head).all(|(cell, head)| squeezed(&cell.text) == squeezed(&head.text))
}

/// The text of the only cell of a row that is not empty.
fn only_cell(row: &Row) -> Option<&str> {
    let mut written = row.cells.iter().filter(|cell| !is_blank(cell));
    let (Some(cell), None) = (written.next(), written.next()) else { return None };
    (row.cells.len() > 1 || !cell.text.contains(' ')).then_some(cell.text.trim())
}

/// A heading ends the headings of its own level and of lower levels.
fn enter(around: &mut Vec<Heading>, line: usize, level: u8, text: &str) {
    around.retain(|outer| outer.level < level);
    around.push(Heading { line, level, ..Heading::of(text) });
}

/// Returns the heading of the section: the nearest one with ranges, except for the title of the page, or else the nearest that is
/// more than a status.
fn nearest<'a>(around: &'a [Heading], numbers: &[i64]) -> Option<&'a Heading> {
    let has_ranges = |outer: &&Heading| !outer.ranges_of(numbers).is_empty();
    let with_ranges = around.iter().rev().find(|outer| outer.level > 1 && outer.level < ROW && has_ranges(outer));
    let of_row = around.last().filter(|outer| outer.level == ROW);
    let named = || around.iter().rev().find(|outer| outer.http.is_none());
    of_row.or(with_ranges).or_else(named).or(around.last())
}

fn section(facts: &Facts, line: usize, above: Option<&Heading>, numbers: &[i64]) -> Section {
    let (category, title) = (facts.stated(Column::Category), facts.stated(Column::Title));
    let number = |column| facts.stated(column)?.parse().ok();
    let ends = || Some((number(Column::First)?, number(Column::Last)?)).filter(|(first, last)| first <= last);
    let own = facts.stated(Column::Ranges).and_then(heading::list).map(|list| list.ranges);
    let own = own.or_else(|| Some(vec![ends()?]));
    let ranges = own.unwrap_or_else(|| above.map_or(&[][..], |above| above.ranges_of(numbers)).to_vec());
    let of_heading = above.map(|above| above.title_of(numbers).to_string()).filter(|title| !title.is_empty());
    let line = above.map_or(line, |above| above.line);
    let is_of_slug = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    let is_category = category.is_some() || title.is_some() || !ranges.is_empty();
    let (slug, title) = match (category, title) {
        // If there is a title too, the column contains the slug.
        (Some(slug), Some(title)) => (Some(slug.into()), title.into()),
        (Some(slug), None) if slug.chars().all(is_of_slug) => {
            let of_heading = of_heading.filter(|_| !ranges.is_empty());
            (Some(slug.into()), of_heading.unwrap_or_else(|| identifiers::in_words(slug)))
        }
        (Some(title), None) | (None, Some(title)) => (None, title.into()),
        (None, None) => (None, of_heading.unwrap_or_else(|| "General".into())),
    };
    Section { line, slug, title, ranges, is_category }
}
