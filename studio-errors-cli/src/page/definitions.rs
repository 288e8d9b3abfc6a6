//! The catalog and the enums that a page defines, and the rows that cannot be expressed.

use std::collections::{BTreeMap, BTreeSet, btree_map};
use std::mem::take;

use super::Page;
use super::columns::Column;
use super::entries::{Entries, Entry, quoted};
use super::identifiers;
use super::spelling::{Parts, Spelling, split};
use super::table::{About, Remark};
use studio_errors::GrpcCode;

/// The definitions of the output.
#[derive(Debug, Default)]
pub(super) struct Definitions {
    pub(super) spelling: Spelling,
    /// In the order of their numbers.
    pub(super) categories: Vec<Category>,
    /// In the order of their lines.
    pub(super) remarks: Vec<Remark>,
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
    /// In the format of the reference. It is empty if the code is not deprecated.
    pub(super) deprecated: String,
    /// In Markdown. It is empty if the page has none.
    pub(super) explanation: String,
}

/// A row whose facts are valid, and its variant without the names.
struct Sound<'a> {
    entry: &'a Entry,
    parts: Parts<'a>,
    variant: Variant,
}

/// The limits of the derive, in bytes.
const LONGEST_NAME: usize = 255;
const LONGEST_DESCRIPTION: usize = 10_000;

impl Definitions {
    /// `taken` contains the identifiers that the output uses for other items.
    pub(super) fn of(page: &Page, taken: &mut BTreeSet<String>) -> Self {
        let (_, mut entries) = page.entries();
        let mut found = Self { remarks: take(&mut entries.remarks), ..Self::default() };
        let rows = found.sound_rows(&entries, page);
        let places = found.categories(&entries, &rows);
        let mut nameless = BTreeMap::<usize, Vec<Remark>>::new();
        for row in rows {
            let entry = row.entry;
            if let Some(note) = found.variant(row, places[entry.section]) {
                nameless.entry(entry.table).or_default().push(note);
            }
        }
        for (table, notes) in nameless {
            let many = |rows| format!("{rows} rows of the table have no name; their names are made from the messages");
            found.remarks.extend(in_short(notes, entries.tables[table].line, many));
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
        found.remarks.sort_by_key(|remark| remark.line);
        found
    }

    /// The rows that can be imported. The prefix and the separator are those of most of them.
    fn sound_rows<'a>(&mut self, entries: &'a Entries, page: &Page) -> Vec<Sound<'a>> {
        let mut rows = Vec::new();
        let mut lacking = BTreeMap::<(usize, &str), usize>::new();
        let mut words = BTreeMap::<usize, Vec<Remark>>::new();
        for entry in &entries.rows {
            let is_word = !entry.code.is_empty() && !entry.code.ends_with(|c: char| c.is_ascii_digit());
            match sound(entry, page.http) {
                Ok(row) => rows.push(row),
                Err(Refused::Row(reason)) if is_word => {
                    words.entry(entry.table).or_default().push(Remark::row(entry.line, reason));
                }
                Err(Refused::Row(reason)) => self.remarks.push(Remark::row(entry.line, reason)),
                Err(Refused::Table(column)) => *lacking.entry((entry.table, column.name())).or_default() += 1,
            }
        }
        for (table, remarks) in words {
            let first = entries.rows.iter().find(|entry| entry.line == remarks[0].line).map_or("", |entry| &entry.code);
            let many = |rows| {
                format!(
                    "{rows} codes of the table do not end in a number, such as `{first}`; a catalog needs a number for each code"
                )
            };
            self.remarks.extend(in_short(remarks, entries.tables[table].line, many));
        }
        for ((table, column), rows) in lacking {
            let table = &entries.tables[table];
            let many = if rows == 1 { "its row is".into() } else { format!("its {rows} rows are") };
            let heading = table.unread.as_ref().map_or("HEADING".into(), |heading| quoted(heading));
            let mut help = format!("add `--column {column}={heading}`");
            if column == Column::Http.name() {
                help = format!(
                    "add `--http 400` to give all rows without a status this one, or {} if a column contains it",
                    &help[4..]
                );
            }
            let reason = format!("the table has no column `{column}`; {many} not imported");
            self.remarks.push(Remark { rows, ..Remark::row(table.line, reason).help(help) });
        }
        let without = rows.iter().filter(|row| row.entry.facts.get(Column::Description).is_none());
        for table in without.map(|row| row.entry.table).collect::<BTreeSet<_>>() {
            let reason = "the table has no column `description`; the descriptions are the names in words";
            self.remarks.push(Remark::new(About::Other, entries.tables[table].line, reason));
        }
        let of_prefix = |row: &&Sound<'_>| page.prefix.as_ref().is_none_or(|prefix| prefix == row.parts.prefix);
        self.spelling = Spelling::of(rows.iter().filter(of_prefix).map(|row| row.parts));
        if let Some(prefix) = &page.prefix {
            self.spelling.prefix.clone_from(prefix);
        }
        // The line of the first row with each number.
        let mut first = BTreeMap::new();
        let mut others = BTreeMap::<&str, Vec<usize>>::new();
        rows.retain(|row| {
            let line = row.entry.line;
            if row.parts.prefix != self.spelling.prefix {
                others.entry(row.parts.prefix).or_default().push(line);
                return false;
            }
            let refused = match (self.spelling.accepts(&row.parts), first.entry(row.parts.number)) {
                (Err(reason), _) => Some(reason),
                (Ok(()), btree_map::Entry::Vacant(entry)) => {
                    entry.insert(line);
                    None
                }
                (Ok(()), btree_map::Entry::Occupied(entry)) => {
                    Some(format!("`{}`: the code is already on line {}", row.entry.code, entry.get()))
                }
            };
            self.remarks.extend(refused.iter().map(|reason| Remark::row(line, reason)));
            refused.is_none()
        });
        self.other_prefixes(&others, rows.len(), page.prefix.is_some());
        rows
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
            let line = lines.first().copied().unwrap_or(1);
            self.remarks.push(if is_stated {
                Remark::new(About::Other, line, reason)
            } else {
                let help = format!("import them into a catalog of their own with `--prefix {}`", quoted(prefix));
                Remark { rows: lines.len(), ..Remark::row(line, reason).help(help) }
            });
        }
    }

    /// Creates the categories, and returns the index of the category of each section. Sections with one slug or title are one
    /// category.
    fn categories(&mut self, entries: &Entries, rows: &[Sound<'_>]) -> Vec<usize> {
        let mut slugs: BTreeSet<String> = entries.sections.iter().filter_map(|section| section.slug.clone()).collect();
        let mut first_numbers = BTreeMap::new();
        for row in rows {
            first_numbers.entry(row.entry.section).or_insert(row.parts.number);
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
            category.ranges.extend(&section.ranges);
            places.push(place);
        }
        for category in &mut self.categories {
            category.ranges = united(take(&mut category.ranges));
        }
        places
    }

    /// Adds a row to its category. Returns a note if the row has no name.
    fn variant(&mut self, row: Sound<'_>, place: usize) -> Option<Remark> {
        let (line, code, number) = (row.entry.line, &row.entry.code, row.parts.number);
        let category = &mut self.categories[place];
        let name = match name(&row, category, &self.spelling) {
            Ok(name) => name,
            Err(reason) => {
                self.remarks.push(Remark::row(line, format!("`{code}`: {reason}")));
                return None;
            }
        };
        category.names.insert(name.clone(), number);
        let note = |reason| Some(Remark::new(About::Other, line, reason));
        let (renamed, nameless) = match row.entry.facts.stated(Column::Name) {
            None => (None, note(format!("`{code}`: the row has no name; it is written as `{name}`"))),
            Some(written) if written == name => (None, None),
            Some(written) => (note(format!("`{code}`: the name `{written}` is written as `{name}`")), None),
        };
        self.remarks.extend(renamed);
        category.variants.push(Variant { name, ..row.variant });
        nameless
    }

    /// Computes ranges from the codes for categories without a range, and for those whose ranges another category uses.
    fn ranges(&mut self) {
        let mut overlapping = BTreeSet::new();
        let mut reaching: Option<(i64, usize)> = None;
        for (first, last, place) in self.pieces() {
            if let Some((end, other)) = reaching.filter(|(end, other)| first <= *end && *other != place) {
                overlapping.extend([place, other]);
                reaching = Some(if end < last { (last, place) } else { (end, other) });
            } else if reaching.is_none_or(|(end, _)| end < last) {
                reaching = Some((last, place));
            }
        }
        // The codes of a category are inside of its ranges, so nothing else overlaps them.
        for place in overlapping {
            let category = &mut self.categories[place];
            let (title, ranges) = (&category.title, take(&mut category.ranges));
            if !ranges.is_empty() {
                let reason = format!(
                    "the numbers of category `{title}` ({}) overlap those of another; its ranges are made from its codes",
                    in_text(&ranges)
                );
                self.remarks.push(Remark::new(About::Other, category.line, reason));
            }
        }
        let without: BTreeSet<_> =
            (0..self.categories.len()).filter(|at| self.categories[*at].ranges.is_empty()).collect();
        for run in self.pieces().chunk_by(|(.., a), (.., b)| a == b) {
            if let [(first, _, place), ..] = run
                && without.contains(place)
            {
                self.categories[*place].ranges.push((*first, run[run.len() - 1].1));
            }
        }
    }

    /// The stated ranges and each number of a category without ranges, in order, with the index of the category.
    fn pieces(&self) -> Vec<(i64, i64, usize)> {
        let mut pieces = Vec::new();
        for (place, category) in self.categories.iter().enumerate() {
            let numbers = category.variants.iter().map(|variant| (variant.number, variant.number));
            let numbers = numbers.filter(|_| category.ranges.is_empty());
            pieces.extend(category.ranges.iter().copied().chain(numbers).map(|(first, last)| (first, last, place)));
        }
        pieces.sort_unstable();
        pieces
    }

    /// Adds reserved numbers to the category that owns the first of them, or to the first category.
    fn reserve(&mut self, page: &Page) {
        let numbers: BTreeSet<_> =
            self.categories.iter().flat_map(|category| &category.variants).map(|variant| variant.number).collect();
        for (line, row) in &page.content.reserved {
            let refuse = |reason: &str| {
                let (first, last, catalog) = (row.first, row.last, &row.catalog);
                let reason = format!("reserved numbers {first} to {last} of `{catalog}`: {reason}");
                Remark::new(About::Lost, *line, reason)
            };
            let used = row.first <= row.last && numbers.range(row.first..=row.last).next().is_some();
            if row.catalog != self.spelling.prefix {
                self.remarks.push(refuse("the numbers are those of another catalog"));
            } else if used || row.last < row.first {
                self.remarks.push(refuse("one of them is the number of a code"));
            } else {
                let owner = self.categories.iter().position(|category| owns(&category.ranges, row.first));
                if let Some(category) = self.categories.get_mut(owner.unwrap_or_default()) {
                    category.reserved.push((row.first, row.last));
                }
            }
        }
    }
}

/// Remarks on rows of a table: one for each row if there are few, otherwise one for all of them.
fn in_short(remarks: Vec<Remark>, line: usize, many: impl Fn(usize) -> String) -> Vec<Remark> {
    const FEW: usize = 3;
    if remarks.len() <= FEW {
        return remarks;
    }
    let (rows, about) = (remarks.iter().map(|remark| remark.rows).sum(), remarks[0].about.clone());
    vec![Remark { rows, ..Remark::new(about, line, many(remarks.len())) }]
}

/// Why a row is not imported.
enum Refused {
    Row(String),
    /// The table has no column for this fact, which is reported once.
    Table(Column),
}

/// Checks the facts of a row. `default` is the status of rows without one.
fn sound(entry: &Entry, default: Option<u16>) -> Result<Sound<'_>, Refused> {
    let parts = split(&entry.code).map_err(Refused::Row)?;
    let refused = |reason: String| Refused::Row(format!("`{}`: {reason}", entry.code));
    // Some services answer every error with 200, and state the error in the body.
    let is_stated = entry.facts.stated(Column::Http).is_some_and(|http| !http.starts_with('2'));
    let http = match default.filter(|_| !is_stated) {
        Some(default) => default,
        None => entry.status().ok_or(Refused::Table(Column::Http))?.map_err(refused)?,
    };
    let description = match (entry.facts.get(Column::Description), entry.facts.stated(Column::Name)) {
        (Some(text), _) if text.trim().is_empty() => return Err(refused("the row has no description".into())),
        (Some(text), _) => text.into(),
        (None, Some(name)) => identifiers::in_words(name),
        (None, None) => return Err(Refused::Table(Column::Description)),
    };
    let retryable = entry.retryable().transpose().map_err(refused)?;
    let grpc = entry.grpc().transpose().map_err(refused)?;
    let text = |column| entry.facts.get(column).filter(|text| !text.trim().is_empty()).unwrap_or_default().into();
    let variant = Variant {
        ident: String::new(),
        number: parts.number,
        http,
        name: String::new(),
        description,
        resolution: text(Column::Resolution),
        retryable: retryable.filter(|retryable| *retryable != is_retryable_status(http)),
        grpc: grpc.filter(|grpc| *grpc != GrpcCode::of_status(http)),
        deprecated: text(Column::Deprecated),
        explanation: entry.explanation.clone().unwrap_or_default(),
    };
    Ok(Sound { entry, parts, variant })
}

/// The name of a row in its category, or why the derive would refuse the row.
fn name(row: &Sound<'_>, category: &Category, spelling: &Spelling) -> Result<String, String> {
    let number = row.parts.number;
    if !category.ranges.is_empty() && !owns(&category.ranges, number) {
        let (ranges, title) = (in_text(&category.ranges), &category.title);
        return Err(format!("the code is outside of its category `{title}` ({ranges})"));
    }
    let length = row.variant.description.len();
    if length > LONGEST_DESCRIPTION {
        return Err(format!("the description has {length} bytes; at most {LONGEST_DESCRIPTION} are allowed"));
    }
    let written = row.entry.facts.stated(Column::Name).unwrap_or_default();
    let name = match identifiers::constant(written) {
        Some(name) => name,
        None if written.is_empty() || !written.is_ascii() => {
            let digits = number.unsigned_abs();
            let name = identifiers::of_message(&row.variant.description).unwrap_or_else(|| format!("CODE_{digits}"));
            if category.names.contains_key(&name) { format!("{name}_{digits}") } else { name }
        }
        None => return Err(format!("the name `{written}` does not consist of `A` to `Z`, digits and underscores")),
    };
    if name.len() > LONGEST_NAME {
        return Err(format!("the name has {} bytes; at most {LONGEST_NAME} are allowed", name.len()));
    }
    match category.names.get(&name) {
        Some(other) => {
            let (other, slug) = (spelling.code(*other), &category.slug);
            Err(format!("the name `{name}` is already the name of `{other}` in category `{slug}`"))
        }
        None => Ok(name),
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
