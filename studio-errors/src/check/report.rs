//! Builds the text of a diagnostic and reports it.

use crate::code::Category;
use crate::text::constant::Buffer;

/// The text of one diagnostic. A piece that does not fit is omitted.
pub(super) type Report = Buffer<4096>;

/// Reports a diagnostic at the call of the check.
#[track_caller]
pub(super) const fn refuse(report: &Report) -> ! {
    panic!("{}", report.as_str());
}

impl Report {
    /// Adds text of the user in backticks.
    pub(super) const fn quoted(&mut self, text: &str) -> &mut Self {
        self.text("`").text(text).text("`")
    }

    /// Adds a category with its numbers: `` `quota` (1600-1699) ``.
    pub(super) const fn category(&mut self, category: &Category) -> &mut Self {
        self.quoted(category.slug()).text(" (");
        let mut i = 0;
        while i < category.len() {
            if i > 0 {
                self.text(", ");
            }
            let (first, last) = category.range(i);
            self.number(first).text("-").number(last);
            i += 1;
        }
        self.text(")")
    }
}
