//! A comparison as people read it.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use super::{Change, Comparison, Effect, Kind};
use crate::text::escape::Terminal;

/// A longer text is cut in the table: the file has it whole.
const WIDEST: usize = 40;

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = ["code", "change", "was", "now", "clients"].map(String::from);
        let rows: Vec<_> = core::iter::once(head).chain(self.changes.iter().map(cells)).collect();
        let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
        let widths = [width(0), width(1), width(2), width(3)];
        for row in &rows {
            let mut line = String::from(" ");
            for (cell, width) in row.iter().zip(widths.into_iter().chain([0])) {
                line += &format!(" {cell:width$} ");
            }
            writeln!(f, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

pub(super) fn cells(change: &Change) -> [String; 5] {
    let effect = match change.kind.effect() {
        Effect::Compatible => "go on",
        Effect::Breaks => "break",
        Effect::Reuses => "mistake one error for another",
    };
    let cut = |text: &str| {
        let text = Terminal(text).to_string();
        if text.chars().count() <= WIDEST { text } else { text.chars().take(WIDEST - 1).chain(['…']).collect() }
    };
    [
        Terminal(&change.subject).to_string(),
        change.kind.word().into(),
        cut(&change.was),
        cut(&change.now),
        effect.into(),
    ]
}

/// How to mend what is never accepted: a line a change.
pub(crate) fn mends(comparison: &Comparison) -> String {
    let mends = comparison.changes.iter().filter_map(|change| {
        let numbers = change.subject.rsplit_once('_').map_or("", |(_, numbers)| numbers);
        let (subject, numbers) = (Terminal(&change.subject), Terminal(numbers));
        match change.kind {
            Kind::NotReserved => Some(format!("help: add `reserved({numbers})` to the type that had `{subject}`\n")),
            Kind::Returned => Some(format!("help: `{subject}` was retired: use another number\n")),
            _ => None,
        }
    });
    mends.collect()
}
