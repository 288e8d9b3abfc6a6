//! Tables for a terminal: the columns are aligned, and long texts are truncated.

use alloc::string::{String, ToString};
use core::fmt;

use super::escape::Terminal;

/// The maximum number of characters of a text. A longer text is truncated.
const WIDEST: usize = 40;

/// Writes each row as a line, with two spaces before each cell. Only columns before the last one are padded. The cells must be escaped.
///
/// # Errors
///
/// Returns the errors of the formatter.
pub fn write_table<const N: usize>(rows: &[[String; N]], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut widths = [0; N];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row).take(N.saturating_sub(1)) {
            *width = cell.chars().count().max(*width);
        }
    }
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(widths) {
            line += &alloc::format!("  {cell:width$}");
        }
        writeln!(f, "{}", line.trim_end())?;
    }
    Ok(())
}

/// Escapes a text as [`terminal`](crate::reference::output::terminal), and truncates it to 40 characters.
#[must_use]
pub fn cell(text: &str) -> String {
    part(&Terminal(text).to_string(), 0)
}

/// The number of characters that are shown before the first difference of two texts.
const BEFORE: usize = 12;

/// Like [`cell`], for two texts that are compared: the part with the first difference is shown.
#[must_use]
pub fn two_cells(a: &str, b: &str) -> [String; 2] {
    let (a, b) = (Terminal(a).to_string(), Terminal(b).to_string());
    let is_long = a.chars().count().max(b.chars().count()) > WIDEST;
    let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let start = if is_long { same.saturating_sub(BEFORE) } else { 0 };
    [part(&a, start), part(&b, start)]
}

/// Returns the part of a text that begins at character `start`. `…` replaces the omitted text.
fn part(text: &str, start: usize) -> String {
    let length = text.chars().count();
    let before = if start > 0 { "…" } else { "" };
    let room = WIDEST - before.chars().count();
    let rest = length.saturating_sub(start);
    let (shown, after) = if rest > room { (room - 1, "…") } else { (rest, "") };
    let shown: String = text.chars().skip(start).take(shown).collect();
    [before, &shown, after].concat()
}
