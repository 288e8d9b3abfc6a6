//! Reads tables of Markdown that a page does not show as a table, because of what is around them.

/// A table: the source of its cells, and the number of cells of its delimiter row.
pub(super) struct Hidden<'t> {
    pub(super) line: usize,
    pub(super) head: Vec<&'t str>,
    /// Each row with its line.
    pub(super) rows: Vec<(usize, Vec<&'t str>)>,
    pub(super) delimiters: usize,
}

/// Finds the first table in a text whose first line has the number `line`. Returns the text before it and after it too.
pub(super) fn table(text: &str, line: usize) -> Option<(&str, Hidden<'_>, &str)> {
    let mut start = 0;
    let mut lines = Vec::new();
    for source in text.split_inclusive('\n') {
        lines.push((start, source.trim()));
        start += source.len();
    }
    let delimiter = (1..lines.len()).find(|at| is_delimiter(lines[*at].1) && lines[*at - 1].1.contains('|'))?;
    let is_row = |(_, source): &&(usize, &str)| source.contains('|') && !source.starts_with('<');
    let end = delimiter + 1 + lines[delimiter + 1..].iter().take_while(is_row).count();
    let hidden = Hidden {
        line: line + delimiter - 1,
        head: split(lines[delimiter - 1].1, true),
        rows: (delimiter + 1..end).map(|at| (line + at, split(lines[at].1, true))).collect(),
        delimiters: split(lines[delimiter].1, false).len(),
    };
    let after = lines.get(end).map_or("", |(start, _)| &text[*start..]);
    Some((&text[..lines[delimiter - 1].0], hidden, after))
}

fn is_delimiter(source: &str) -> bool {
    source.contains('-') && source.contains('|') && source.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}

/// Splits a row into its cells. `|` separates cells unless `\` is before it, and with `codes`, unless it is inside of code.
pub(super) fn split(row: &str, codes: bool) -> Vec<&str> {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let row = if row.ends_with("\\|") { row } else { row.strip_suffix('|').unwrap_or(row) };
    let (bytes, mut cells) = (row.as_bytes(), Vec::new());
    let (mut start, mut at) = (0, 0);
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            b'`' if codes => {
                let marks = bytes[at..].iter().take_while(|byte| **byte == b'`').count();
                let rest = &bytes[at + marks..];
                let near = &rest[..rest.len().min(LONGEST_CODE)];
                // Without an end, it is no code.
                let end = near.windows(marks).position(|part| part.iter().all(|byte| *byte == b'`'));
                at += marks - 1 + end.map_or(0, |end| end + marks);
            }
            b'|' => {
                cells.push(&row[start..at]);
                start = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    cells.push(&row[start..]);
    cells
}

/// The length of a code span in a cell, so that a row of marks is split in linear time.
const LONGEST_CODE: usize = 1_000;
