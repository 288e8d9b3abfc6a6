//! Reads tables of Markdown that a page does not show as a table, because of what is around them.

/// Finds the first table in a text. Returns the text before it, its rows, and the text after it.
pub(super) fn table(text: &str) -> Option<[&str; 3]> {
    let mut lines = text.split_inclusive('\n');
    // The line before the current one.
    let (mut start, mut end) = (0, 0);
    while let Some(line) = lines.next() {
        if is_delimiter(line.trim()) && text[start..end].contains('|') {
            let is_row = |line: &&str| line.contains('|') && !line.trim_start().starts_with('<');
            let rows: usize = lines.take_while(is_row).map(str::len).sum();
            let (table, after) = text[start..].split_at(end - start + line.len() + rows);
            return Some([&text[..start], table, after]);
        }
        (start, end) = (end, end + line.len());
    }
    None
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
