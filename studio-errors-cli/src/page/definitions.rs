//! The catalog and the enums that a page defines, and the rows that cannot be expressed.

use std::collections::{BTreeMap, BTreeSet};
use std::mem::take;

use super::entries::{Entries, Entry};
use super::identifiers;
use super::model::{Page, Remark};
use super::spelling::{Spelling, split};
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
}

#[derive(Debug, Default)]
pub(super) struct Category {
    pub(super) slug: String,
    pub(super) title: String,
    /// In ascending order. If the page states no ranges, they are computed from the codes.
    pub(super) ranges: Vec<(u32, u32)>,
    pub(super) reserved: Vec<(u32, u32)>,
    pub(super) ident: String,
    pub(super) variants: Vec<Variant>,
    line: usize,
    /// The number of each name.
    names: BTreeMap<String, u32>,
}

#[derive(Debug)]
pub(super) struct Variant {
    pub(super) ident: String,
    pub(super) number: u32,
    pub(super) http: u16,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) resolution: String,
    /// `None` if it is the default of the status.
    pub(super) retryable: Option<bool>,
    /// `None` if it is the default of the status.
    pub(super) grpc: Option<GrpcCode>,
    pub(super) deprecated: Option<Deprecated>,
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
    number: u32,
    http: u16,
}

impl Definitions {
    /// `taken` contains the identifiers that the output uses for other items.
    pub(super) fn of(page: &Page, taken: &mut BTreeSet<String>) -> Self {
        let entries = Entries::of(page);
        let mut found = Self { left_out: page.remarks.clone(), notes: entries.notes.clone(), ..Self::default() };
        let codes = entries.rows.iter().filter_map(|entry| split(&entry.code).ok());
        found.spelling = Spelling::of(codes);
        let mut rows = Vec::new();
        let mut first_lines = BTreeMap::new();
        for entry in &entries.rows {
            match found.sound(entry, &mut first_lines) {
                Ok(row) => rows.push(row),
                Err(reason) => found.left_out.push(Remark::new(entry.line, reason)),
            }
        }
        let places = found.categories(&entries, &rows);
        for row in &rows {
            found.variant(row, places[row.entry.section]);
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

    fn sound<'a>(&self, entry: &'a Entry, first_lines: &mut BTreeMap<u32, usize>) -> Result<Sound<'a>, String> {
        let parts = split(&entry.code)?;
        self.spelling.accepts(&parts)?;
        let refused = |reason: String| format!("`{}`: {reason}", entry.code);
        let http = entry.status().unwrap_or_else(|| Err("the table has no column `http`".into())).map_err(refused)?;
        if entry.description.as_ref().is_none_or(|text| text.trim().is_empty()) {
            return Err(refused("the row has no description".into()));
        }
        if let Some(Err(reason)) = &entry.retryable {
            return Err(refused(reason.clone()));
        }
        if let Some(Err(reason)) = &entry.grpc {
            return Err(refused(reason.clone()));
        }
        if let Some(first) = first_lines.get(&parts.number) {
            return Err(refused(format!("the code is already on line {first}")));
        }
        first_lines.insert(parts.number, entry.line);
        Ok(Sound { entry, number: parts.number, http })
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
        let code = &row.entry.code;
        let mut note = |reason| self.notes.push(Remark::new(row.entry.line, format!("`{code}`: {reason}")));
        let category = &mut self.categories[place];
        let written = row.entry.name.as_deref().unwrap_or_default().trim();
        let mut refused = None;
        if !category.ranges.is_empty() && !owns(&category.ranges, row.number) {
            let (ranges, title) = (in_text(&category.ranges), &category.title);
            refused = Some(format!("the code is outside of its category `{title}` ({ranges})"));
        }
        let name = if written.is_empty() {
            let name = format!("CODE_{}", row.number);
            note(format!("the row has no name; it is written as `{name}`"));
            name
        } else {
            match identifiers::constant(written) {
                Some(name) => {
                    if name != written {
                        note(format!("the name `{written}` is written as `{name}`"));
                    }
                    name
                }
                None => {
                    refused = refused.or_else(|| {
                        Some(format!("the name `{written}` does not consist of `A` to `Z`, digits and underscores"))
                    });
                    String::new()
                }
            }
        };
        if let Some(other) = category.names.get(&name).filter(|_| refused.is_none()) {
            let other = self.spelling.code(*other);
            refused =
                Some(format!("the name `{name}` is already the name of `{other}` in category `{}`", category.slug));
        }
        if let Some(reason) = refused {
            self.left_out.push(Remark::new(row.entry.line, format!("`{code}`: {reason}")));
            return;
        }
        category.names.insert(name.clone(), row.number);
        category.variants.push(Variant {
            ident: String::new(),
            number: row.number,
            http: row.http,
            name,
            description: row.entry.description.clone().unwrap_or_default(),
            retryable: row
                .entry
                .retryable
                .as_ref()
                .and_then(|cell| cell.as_ref().ok())
                .copied()
                .filter(|retryable| *retryable != is_retryable_status(row.http)),
            grpc: row
                .entry
                .grpc
                .as_ref()
                .and_then(|cell| cell.as_ref().ok())
                .copied()
                .filter(|grpc| *grpc != GrpcCode::of_status(row.http)),
            deprecated: row.entry.deprecated.as_deref().and_then(Deprecated::of),
            resolution: row.entry.resolution.clone().filter(|text| !text.trim().is_empty()).unwrap_or_default(),
        });
    }

    /// Computes ranges from the codes for categories without a range, and for those whose ranges another category uses.
    fn ranges(&mut self) {
        loop {
            // The stated ranges, and each number of a category without ranges.
            let mut pieces: Vec<(u32, u32, usize)> = Vec::new();
            for (place, category) in self.categories.iter().enumerate() {
                if category.ranges.is_empty() {
                    pieces.extend(category.variants.iter().map(|variant| (variant.number, variant.number, place)));
                } else {
                    pieces.extend(category.ranges.iter().map(|(first, last)| (*first, *last, place)));
                }
            }
            pieces.sort_unstable();
            let mut overlapping = BTreeSet::new();
            let mut reaching: Option<(u32, usize)> = None;
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
        for row in &page.reserved {
            let refuse = |reason: &str| {
                let (first, last, catalog) = (row.first, row.last, &row.catalog);
                Remark::new(row.line, format!("reserved numbers {first} to {last} of `{catalog}`: {reason}"))
            };
            let numbers = row.first..=row.last;
            let used =
                self.categories.iter().flat_map(|category| &category.variants).any(|own| numbers.contains(&own.number));
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

/// Whether a status is retryable by default, as the derive has it.
const fn is_retryable_status(http: u16) -> bool {
    matches!(http, 408 | 425 | 429 | 500 | 502 | 503 | 504)
}

pub(super) fn owns(ranges: &[(u32, u32)], number: u32) -> bool {
    ranges.iter().any(|(first, last)| (first..=last).contains(&&number))
}

/// Formats ranges as in `1000 to 1099, 1204`.
pub(super) fn in_text(ranges: &[(u32, u32)]) -> String {
    let range =
        |(first, last): &(u32, u32)| if first == last { format!("{first}") } else { format!("{first} to {last}") };
    ranges.iter().map(range).collect::<Vec<_>>().join(", ")
}

/// Sorts ranges, and merges those that overlap.
fn united(mut ranges: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    ranges.sort_unstable();
    let mut united: Vec<(u32, u32)> = Vec::new();
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
