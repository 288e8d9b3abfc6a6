//! Builds the text of a diagnostic and reports it.

use crate::code::Category;
use crate::text::constant::{Buffer, slice};

/// The text of one diagnostic. Every text of the user in it is [shortened](LONGEST), and every list ends after [`LISTED`] entries,
/// so the help at its end always fits.
pub(super) type Report = Buffer<32768>;

/// The maximum number of bytes of a text of the user. A longer one is shortened. A name has at most 255 bytes.
const LONGEST: usize = 300;

/// The maximum number of entries of a list.
pub(super) const LISTED: usize = 12;

/// Adds the pieces of a sentence to a report: `"text"`, `[text]` in backticks, `{text}` without them, and `(number)`.
macro_rules! say {
    ($report:expr;) => { $report };
    ($report:expr; [$quoted:expr] $($rest:tt)*) => { say!($report.quoted($quoted); $($rest)*) };
    ($report:expr; {$text:expr} $($rest:tt)*) => { say!($report.shortened($text); $($rest)*) };
    ($report:expr; ($number:expr) $($rest:tt)*) => { say!($report.number($number); $($rest)*) };
    ($report:expr; $text:literal $($rest:tt)*) => { say!($report.text($text); $($rest)*) };
}

/// Reports the pieces of a sentence at the call of the check.
macro_rules! refuse {
    ($($piece:tt)+) => { say!(Report::new(); $($piece)+).refuse() };
}

pub(super) use {refuse, say};

impl Report {
    /// Reports the text at the call of the check.
    #[track_caller]
    pub(super) const fn refuse(&self) -> ! {
        panic!("{}", self.as_str());
    }

    /// Adds text of the user in backticks.
    pub(super) const fn quoted(&mut self, text: &str) -> &mut Self {
        self.text("`").shortened(text).text("`")
    }

    /// Adds text of the user.
    pub(super) const fn shortened(&mut self, text: &str) -> &mut Self {
        if text.len() <= LONGEST {
            return self.text(text);
        }
        let mut end = LONGEST - "..".len();
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        self.text(slice(text, 0, end)).text("..")
    }

    /// Adds a category with its numbers: `` `quota` (1600 to 1699) ``.
    pub(super) const fn category(&mut self, category: &Category) -> &mut Self {
        self.quoted(category.slug()).text(" (");
        let mut i = 0;
        while i < category.len() && i < LISTED {
            if i > 0 {
                self.text(", ");
            }
            let (first, last) = category.range(i);
            self.number(first).text(" to ").number(last);
            i += 1;
        }
        self.more(category.len()).text(")")
    }

    /// Adds entry `i` of a list in backticks. Returns the index of the next entry.
    pub(super) const fn entry(&mut self, i: usize, text: &str) -> usize {
        if i < LISTED {
            self.text(if i > 0 { ", " } else { "" }).quoted(text);
        }
        i + 1
    }

    /// Adds the number of entries of a list that are not in the report.
    pub(super) const fn more(&mut self, entries: usize) -> &mut Self {
        if entries > LISTED { self.text(", and ").count(entries - LISTED).text(" more") } else { self }
    }
}
