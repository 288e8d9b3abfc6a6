//! The catalog and the enums that a page defines, and the rows that cannot be expressed.

use std::collections::{BTreeMap, BTreeSet};
use std::mem::take;

use super::Page;
use super::entries::{Entries, Entry, quoted};
use super::identifiers;
use super::spelling::{Parts, Spelling, split};
use super::table::Remark;
use studio_errors::GrpcCode;

/// The definitions of the output.
#[derive(Debug, Default)]
pub(super) struct Definitions {
    pub(super) spelling: Spelling,
    /// In the order of their numbers.
    pub(super) categories: Vec<Category>,
    /// Rows that are not expressed.
    pub(super) left_out: Vec<Remark>,
    /// Remarks on parts that are expressed with a difference, or that are not rows.
    pub(super) notes: Vec<Remark>,
    /// Notes on the rows of each table that have no name.
    nameless: BTreeMap<usize, Vec<Remark>>,
}

#[derive(Debug, Default)]
pub(super) struct Category {
    pub(super) slug: String,
    pub(super) title: String,
    /// In ascending order. If the page states no ranges, they are computed from the codes.
    pub(super) ranges: Vec<(i64, i64)>,
    pub(super) reserved: Vec<(i64, i64)>,
    pub(super) ident: String,
    pub(super) variants: Vec<Variant>,
    line: usize,
    /// The number of each name.
    names: BTreeMap<String, i64>,
}

#[derive(Debug)]
pub(super) struct Variant {
    pub(super) ident: String,
    pub(super) number: i64,
    pub(super) http: u16,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) resolution: String,
    /// `None` if it is the default of the status.
    pub(super) retryable: Option<bool>,
    /// `None` if it is the default of the status.
    pub(super) grpc: Option<GrpcCode>,
    pub(super) deprecated: Option<Deprecated>,
    /// In Markdown. It is empty if the page has none.
    pub(super) explanation: String,
}

/// The arguments of `#[deprecated]`.
#[derive(Debug, Default)]
pub(super) struct Deprecated {
    pub(super) since: Option<String>,
    pub(super) note: Option<String>,
}

impl Deprecated {
    /// Parses a text such as `deprecated since 1.2.0: use STUDIO_1601`. An empty text is no deprecation.
    fn of(text: &str) -> Option<Self> {
        let rest = text.strip_prefix("deprecated")?;
        let (since, note) = match rest.split_once(": ") {
            Some((since, note)) => (since, Some(note.into())),
            None => (rest, None),
        };
        Some(Self { since: since.strip_prefix(" since ").map(Into::into), note })
    }
}

/// A row whose facts are valid.
struct Sound<'a> {
    entry: &'a Entry,
    parts: Parts<'a>,
    number: i64,
    http: u16,
    description: String,
}

/// The limits of the derive, in bytes.
const LONGEST_NAME: usize = 255;
const LONGEST_DESCRIPTION: usize = 10_000;

impl Definitions {
    /// `taken` contains the identifiers that the output uses for other items.
    pub(super) fn of(page: &Page, taken: &mut BTreeSet<String>) -> Self {
        let entries = page.entries();
        let mut found = Self { left_out: [&*page.content.lost, &*entries.lost].concat(), ..Self::default() };
        found.notes.extend(page.content.unread.iter().chain(&entries.notes).chain(&entries.unread).cloned());
        let doubtful = entries.foreign.iter().chain(&page.content.doubtful);
        found.notes.extend(doubtful.map(|(remark, _)| remark.clone()));
        let rows = found.sound_rows(&entries, page);
        let places = found.categories(&entries, &rows);
        for row in &rows {
            found.variant(row, places[row.entry.section]);
        }
        for (table, notes) in take(&mut found.nameless) {
            found.notes.extend(in_short(entries.tables[table].line, notes));
        }
        found.categories.retain(|category| !category.variants.is_empty());
        found.ranges();
        found.reserve(page);
        found.categories.sort_by(|a, b| a.ranges.cmp(&b.ranges));
        for category in &mut found.categories {
            category.variants.sort_by_key(|variant| variant.number);
            let first = category.ranges.first().map_or(0, |range| range.0);
            category.ident = identifiers::error_enum(&category.slug, first, taken);
            let mut taken = BTreeSet::new();
            for variant in &mut category.variants {
                variant.ident = identifiers::variant(&variant.name, variant.number, &mut taken);
            }
        }
        found.left_out.sort_by_key(|remark| remark.line);
        found.notes.sort_by_key(|remark| remark.line);
        found
    }

    /// The rows that can be imported. The prefix and the separator are those of most of them.
    fn sound_rows<'a>(&mut self, entries: &'a Entries, page: &Page) -> Vec<Sound<'a>> {
        let mut rows = Vec::new();
        let mut lacking = BTreeMap::<(usize, Lack), usize>::new();
        let mut words = BTreeMap::<usize, Vec<&Entry>>::new();
        for entry in &entries.rows {
            match sound(entry, page.http) {
                Ok(row) => {
                    if entry.description.is_none() {
                        *lacking.entry((entry.table, Lack::Message)).or_default() += 1;
                    }
                    rows.push(row);
                }
                Err(Refused::Row(_))
                    if !entry.code.ends_with(|c: char| c.is_ascii_digit()) && !entry.code.is_empty() =>
                {
                    words.entry(entry.table).or_default().push(entry);
                }
                Err(Refused::Row(reason)) => self.left_out.push(Remark::row(entry.line, reason)),
                Err(Refused::Table(lack)) => *lacking.entry((entry.table, lack)).or_default() += 1,
            }
        }
        for (table, entries_of_table) in words {
            self.words(entries.tables[table].line, &entries_of_table);
        }
        for ((table, lack), rows) in lacking {
            let table = &entries.tables[table];
            let many =
                if rows == 1 { "its row is not imported".into() } else { format!("its {rows} rows are not imported") };
            let column = lack.column();
            let heading = table.unread.first().map_or("HEADING".into(), |heading| quoted(heading));
            let other = format!("`--column {column}={heading}`");
            match lack {
                Lack::Http => self.left_out.push(Remark {
                    rows,
                    ..Remark::new(table.line, format!("the table has no column `http`; {many}"))
                        .help(format!("add `--http 400` to give all rows without a status this one, or {other} if a column contains it"))
                }),
                Lack::Description => self.left_out.push(Remark {
                    rows,
                    ..Remark::new(table.line, format!("the table has no column `description`; {many}"))
                        .help(format!("add {other}"))
                }),
                Lack::Message => {
                    let reason = "the table has no column `description`; the descriptions are the names in words";
                    self.notes.push(Remark::new(table.line, reason));
                }
            }
        }
        let of_prefix = |row: &&Sound<'_>| page.prefix.as_ref().is_none_or(|prefix| prefix == row.parts.prefix);
        self.spelling = Spelling::of(rows.iter().filter(of_prefix).map(|row| row.parts));
        if let Some(prefix) = page.prefix.as_ref().filter(|prefix| **prefix != self.spelling.prefix) {
            self.spelling.prefix.clone_from(prefix);
        }
        let mut first_lines = BTreeMap::<i64, usize>::new();
        let mut others = BTreeMap::<&str, Vec<usize>>::new();
        rows.retain(|row| {
            let line = row.entry.line;
            if row.parts.prefix != self.spelling.prefix {
                others.entry(row.parts.prefix).or_default().push(line);
                return false;
            }
            if let Err(reason) = self.spelling.accepts(&row.parts) {
                self.left_out.push(Remark::row(line, reason));
                return false;
            }
            if let Some(first) = first_lines.get(&row.number) {
                let reason = format!("`{}`: the code is already on line {first}", row.entry.code);
                self.left_out.push(Remark::row(line, reason));
                return false;
            }
            first_lines.insert(row.number, line);
            true
        });
        self.other_prefixes(&others, rows.len(), page.prefix.is_some());
        rows
    }

    /// Reports codes without a number: each of a few, and many at once.
    fn words(&mut self, line: usize, entries: &[&Entry]) {
        const FEW: usize = 3;
        if entries.len() <= FEW {
            let reason = |entry: &&Entry| split(&entry.code).err().map(|reason| Remark::row(entry.line, reason));
            self.left_out.extend(entries.iter().filter_map(reason));
        } else if let Some(first) = entries.first() {
            let rows = entries.len();
            let reason = format!(
                "{rows} codes of the table do not end in a number, such as `{}`; a catalog needs a number for each code",
                first.code
            );
            self.left_out.push(Remark { rows, ..Remark::new(line, reason) });
        }
    }

    /// Reports the codes with other prefixes, once for each prefix.
    fn other_prefixes(&mut self, others: &BTreeMap<&str, Vec<usize>>, own: usize, is_stated: bool) {
        let shown =
            |prefix: &str| if prefix.is_empty() { "no prefix".into() } else { format!("the prefix `{prefix}`") };
        for (prefix, lines) in others {
            let many = |count: usize| if count == 1 { "1 code has".into() } else { format!("{count} codes have") };
            let mut listed: Vec<_> = lines.iter().take(10).map(ToString::to_string).collect();
            if lines.len() > listed.len() {
                listed.push("..".into());
            }
            let reason = format!(
                "{} {} (lines {}); the {own} codes of this catalog have {}",
                many(lines.len()),
                shown(prefix),
                listed.join(", "),
                shown(&self.spelling.prefix)
            );
            let remark = Remark::new(lines.first().copied().unwrap_or(1), reason);
            if is_stated {
                self.notes.push(remark);
            } else {
                let help = format!("import them into a catalog of their own with `--prefix {}`", quoted(prefix));
                self.left_out.push(Remark { rows: lines.len(), ..remark.help(help) });
            }
        }
    }

    /// Creates the categories, and returns the index of the category of each section. Sections with one slug or title are one
    /// category.
    fn categories(&mut self, entries: &Entries, rows: &[Sound<'_>]) -> Vec<usize> {
        let mut slugs: BTreeSet<String> = entries.sections.iter().filter_map(|section| section.slug.clone()).collect();
        let mut first_numbers = BTreeMap::new();
        for row in rows {
            first_numbers.entry(row.entry.section).or_insert(row.number);
        }
        let mut by_title = BTreeMap::<String, usize>::new();
        let mut by_slug = BTreeMap::<String, usize>::new();
        let mut places = Vec::new();
        for (at, section) in entries.sections.iter().enumerate() {
            let known = match &section.slug {
                Some(slug) => by_slug.get(slug),
                None => by_title.get(&section.title),
            };
            let place = known.copied().unwrap_or(self.categories.len());
            if place == self.categories.len() {
                let first = first_numbers.get(&at).copied().unwrap_or_default();
                let slug = section.slug.clone().unwrap_or_else(|| identifiers::slug(&section.title, first, &slugs));
                slugs.insert(slug.clone());
                by_slug.insert(slug.clone(), place);
                by_title.insert(section.title.clone(), place);
                let title = section.title.clone();
                self.categories.push(Category { slug, title, line: section.line, ..Category::default() });
            }
            let category = &mut self.categories[place];
            for range in &section.ranges {
                if !category.ranges.contains(range) {
                    category.ranges.push(*range);
                }
            }
            places.push(place);
        }
        for category in &mut self.categories {
            category.ranges = united(take(&mut category.ranges));
        }
        places
    }

    fn variant(&mut self, row: &Sound<'_>, place: usize) {
        let (entry, code) = (row.entry, &row.entry.code);
        let category = &mut self.categories[place];
        let mut refused = None;
        if !category.ranges.is_empty() && !owns(&category.ranges, row.number) {
            let (ranges, title) = (in_text(&category.ranges), &category.title);
            refused = Some(format!("the code is outside of its category `{title}` ({ranges})"));
        }
        if row.description.len() > LONGEST_DESCRIPTION {
            refused = Some(format!(
                "the description has {} bytes; at most {LONGEST_DESCRIPTION} are allowed",
                row.description.len()
            ));
        }
        let name = match name(row, &category.names) {
            Ok(name) => name,
            Err(reason) => {
                refused = refused.or(Some(reason));
                String::new()
            }
        };
        if let Some(other) = category.names.get(&name).filter(|_| refused.is_none()) {
            let other = self.spelling.code(*other);
            refused =
                Some(format!("the name `{name}` is already the name of `{other}` in category `{}`", category.slug));
        }
        if let Some(reason) = refused {
            self.left_out.push(Remark::row(entry.line, format!("`{code}`: {reason}")));
            return;
        }
        category.names.insert(name.clone(), row.number);
        let written = entry.name.as_deref().unwrap_or_default().trim();
        if written.is_empty() {
            let note = Remark::new(entry.line, format!("`{code}`: the row has no name; it is written as `{name}`"));
            self.nameless.entry(entry.table).or_default().push(note);
        } else if written != name {
            self.notes.push(Remark::new(entry.line, format!("`{code}`: the name `{written}` is written as `{name}`")));
        }
        let valid = |fact: &Option<Result<bool, String>>| fact.as_ref().and_then(|fact| fact.as_ref().ok()).copied();
        let grpc = entry.grpc.as_ref().and_then(|grpc| grpc.as_ref().ok()).copied();
        category.variants.push(Variant {
            ident: String::new(),
            number: row.number,
            http: row.http,
            name,
            description: row.description.clone(),
            retryable: valid(&entry.retryable).filter(|retryable| *retryable != is_retryable_status(row.http)),
            grpc: grpc.filter(|grpc| *grpc != GrpcCode::of_status(row.http)),
            deprecated: entry.deprecated.as_deref().and_then(Deprecated::of),
            explanation: entry.explanation.clone().unwrap_or_default(),
            resolution: entry.resolution.clone().filter(|text| !text.trim().is_empty()).unwrap_or_default(),
        });
    }

    /// Computes ranges from the codes for categories without a range, and for those whose ranges another category uses.
    fn ranges(&mut self) {
        loop {
            // The stated ranges, and each number of a category without ranges.
            let mut pieces: Vec<(i64, i64, usize)> = Vec::new();
            for (place, category) in self.categories.iter().enumerate() {
                if category.ranges.is_empty() {
                    pieces.extend(category.variants.iter().map(|variant| (variant.number, variant.number, place)));
                } else {
                    pieces.extend(category.ranges.iter().map(|(first, last)| (*first, *last, place)));
                }
            }
            pieces.sort_unstable();
            let mut overlapping = BTreeSet::new();
            let mut reaching: Option<(i64, usize)> = None;
            for (first, last, place) in &pieces {
                if let Some((end, other)) = reaching.filter(|(end, other)| first <= end && other != place) {
                    overlapping.extend([*place, other]);
                    reaching = Some(if end < *last { (*last, *place) } else { (end, other) });
                } else if reaching.is_none_or(|(end, _)| end < *last) {
                    reaching = Some((*last, *place));
                }
            }
            overlapping.retain(|place| !self.categories[*place].ranges.is_empty());
            for place in &overlapping {
                let category = &mut self.categories[*place];
                let ranges = in_text(&category.ranges);
                let reason = format!(
                    "the numbers of category `{}` ({ranges}) overlap those of another; its ranges are made from its codes",
                    category.title
                );
                self.notes.push(Remark::new(category.line, reason));
                category.ranges.clear();
            }
            if !overlapping.is_empty() {
                continue;
            }
            let without: BTreeSet<_> =
                (0..self.categories.len()).filter(|at| self.categories[*at].ranges.is_empty()).collect();
            for run in pieces.chunk_by(|(.., a), (.., b)| a == b) {
                if let [(first, _, place), ..] = run
                    && without.contains(place)
                {
                    self.categories[*place].ranges.push((*first, run[run.len() - 1].1));
                }
            }
            return;
        }
    }

    /// Adds reserved numbers to the category that owns the first of them, or to the first category.
    fn reserve(&mut self, page: &Page) {
        let numbers: BTreeSet<_> =
            self.categories.iter().flat_map(|category| &category.variants).map(|variant| variant.number).collect();
        for row in &page.content.reserved {
            let refuse = |reason: &str| {
                let (first, last, catalog) = (row.first, row.last, &row.catalog);
                Remark::new(row.line, format!("reserved numbers {first} to {last} of `{catalog}`: {reason}"))
            };
            let used = row.first <= row.last && numbers.range(row.first..=row.last).next().is_some();
            if row.catalog != self.spelling.prefix {
                self.left_out.push(refuse("the numbers are those of another catalog"));
            } else if used || row.last < row.first {
                self.left_out.push(refuse("one of them is the number of a code"));
            } else {
                let owner = self.categories.iter().position(|category| owns(&category.ranges, row.first));
                if let Some(category) = self.categories.get_mut(owner.unwrap_or_default()) {
                    category.reserved.push((row.first, row.last));
                }
            }
        }
    }
}

/// Notes on rows without a name: each of a few, and many at once.
fn in_short(line: usize, notes: Vec<Remark>) -> Vec<Remark> {
    const FEW: usize = 3;
    if notes.len() <= FEW {
        return notes;
    }
    let reason = format!("{} rows of the table have no name; their names are made from the messages", notes.len());
    vec![Remark::new(line, reason)]
}

/// What the rows of a table lack because it has no column for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Lack {
    Http,
    Description,
    /// The description, where the name takes its place.
    Message,
}

impl Lack {
    const fn column(self) -> &'static str {
        match self {
            Self::Http => "http",
            Self::Description | Self::Message => "description",
        }
    }
}

/// Why a row is not imported.
enum Refused {
    Row(String),
    Table(Lack),
}

/// Checks the facts of a row. `default` is the status of rows without one.
fn sound(entry: &Entry, default: Option<u16>) -> Result<Sound<'_>, Refused> {
    let parts = split(&entry.code).map_err(Refused::Row)?;
    let refused = |reason: String| Refused::Row(format!("`{}`: {reason}", entry.code));
    // Some services answer every error with 200, and state the error in the body.
    let is_stated = entry.http.as_ref().is_some_and(|http| !http.trim().is_empty() && !http.trim().starts_with('2'));
    let http = match default.filter(|_| !is_stated) {
        Some(default) => default,
        None => entry.status().ok_or(Refused::Table(Lack::Http))?.map_err(refused)?,
    };
    let description = match (&entry.description, &entry.name) {
        (Some(text), _) if text.trim().is_empty() => return Err(refused("the row has no description".into())),
        (Some(text), _) => text.clone(),
        (None, Some(name)) if !name.trim().is_empty() => identifiers::in_words(name),
        (None, _) => return Err(Refused::Table(Lack::Description)),
    };
    if let Some(Err(reason)) = &entry.retryable {
        return Err(refused(reason.clone()));
    }
    if let Some(Err(reason)) = &entry.grpc {
        return Err(refused(reason.clone()));
    }
    Ok(Sound { entry, number: parts.number, parts, http, description })
}

/// The name of a row, or why there is none.
fn name(row: &Sound<'_>, taken: &BTreeMap<String, i64>) -> Result<String, String> {
    let written = row.entry.name.as_deref().unwrap_or_default().trim();
    match identifiers::constant(written) {
        Some(name) if name.len() > LONGEST_NAME => {
            Err(format!("the name has {} bytes; at most {LONGEST_NAME} are allowed", name.len()))
        }
        Some(name) => Ok(name),
        None if written.is_empty() || !written.is_ascii() => {
            let name = identifiers::of_message(&row.description)
                .unwrap_or_else(|| format!("CODE_{}", row.number.unsigned_abs()));
            Ok(if taken.contains_key(&name) { format!("{name}_{}", row.number.unsigned_abs()) } else { name })
        }
        None => Err(format!("the name `{written}` does not consist of `A` to `Z`, digits and underscores")),
    }
}

/// Whether a status is retryable by default, as the derive has it.
const fn is_retryable_status(http: u16) -> bool {
    matches!(http, 408 | 425 | 429 | 500 | 502 | 503 | 504)
}

pub(super) fn owns(ranges: &[(i64, i64)], number: i64) -> bool {
    ranges.iter().any(|(first, last)| (first..=last).contains(&&number))
}

/// Formats ranges as in `1000 to 1099, 1204`.
pub(super) fn in_text(ranges: &[(i64, i64)]) -> String {
    let range =
        |(first, last): &(i64, i64)| if first == last { format!("{first}") } else { format!("{first} to {last}") };
    ranges.iter().map(range).collect::<Vec<_>>().join(", ")
}

/// Sorts ranges, and merges those that overlap.
fn united(mut ranges: Vec<(i64, i64)>) -> Vec<(i64, i64)> {
    ranges.sort_unstable();
    let mut united: Vec<(i64, i64)> = Vec::new();
    for (first, last) in ranges {
        match united.last_mut() {
            Some(before) if first <= before.1 => before.1 = before.1.max(last),
            _ => united.push((first, last)),
        }
    }
    united
}

#[cfg(test)]
mod tests {
    use super::united;

    #[test]
    fn ranges_that_overlap_are_united() {
        let ranges = [(20, 29), (1, 5), (5, 9), (3, 4), (30, 30), (25, 27)];
        assert_eq!(united(ranges.into()), [(1, 9), (20, 29), (30, 30)]);
    }
}
