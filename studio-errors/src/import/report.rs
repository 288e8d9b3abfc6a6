//! Formats a verification as a table and as JSON.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::Serialize;

use super::verify::{Finding, Verification};
use crate::text::escape::{self, Terminal};

/// The maximum length of a text in the table. A longer text is truncated.
const WIDEST: usize = 40;

impl fmt::Display for Verification {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = ["line", "subject", "finding", "page", "code"].map(String::from);
        let rows: Vec<_> = core::iter::once(head).chain(self.findings.iter().map(cells)).collect();
        let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
        let widths = [width(0), width(1), width(2), width(3), 0];
        for row in &rows {
            let mut line = String::from(" ");
            for (cell, width) in row.iter().zip(widths) {
                line += &format!(" {cell:width$} ");
            }
            writeln!(f, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

/// The number of characters that are shown before the first difference in a long text.
const BEFORE: usize = 12;

fn cells(finding: &Finding) -> [String; 5] {
    let (page, code) = (Terminal(&finding.page).to_string(), Terminal(&finding.code).to_string());
    let is_long = page.chars().count().max(code.chars().count()) > WIDEST;
    let same = page.chars().zip(code.chars()).take_while(|(a, b)| a == b).count();
    let start = if is_long { same.saturating_sub(BEFORE) } else { 0 };
    [
        finding.line.map_or(String::new(), |line| line.to_string()),
        part(&Terminal(&finding.subject).to_string(), 0),
        finding.kind.name().into(),
        part(&page, start),
        part(&code, start),
    ]
}

/// Returns the part of a text that begins at character `start` and fits in a cell.
fn part(text: &str, start: usize) -> String {
    let length = text.chars().count();
    let before = if start > 0 { "…" } else { "" };
    let after = if length - start.min(length) > WIDEST { "…" } else { "" };
    let shown: String = text.chars().skip(start).take(WIDEST).collect();
    [before, &shown, after].concat()
}

#[derive(Serialize)]
struct Report<'a> {
    findings: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    line: Option<usize>,
    subject: &'a str,
    finding: &'static str,
    page: &'a str,
    code: &'a str,
}

impl Verification {
    /// The findings as JSON, with a line feed at the end: `{"findings": [{"line", "subject", "finding", "page", "code"}]}`.
    #[must_use]
    pub fn to_json(&self) -> String {
        let rows = self.findings.iter().map(|finding| Row {
            line: finding.line,
            subject: &finding.subject,
            finding: finding.kind.name(),
            page: &finding.page,
            code: &finding.code,
        });
        let report = Report { findings: rows.collect() };
        // Serialization of strings and numbers with fixed names cannot fail.
        let mut json = escape::json(serde_json::to_string_pretty(&report).unwrap_or_default());
        json.push('\n');
        json
    }
}
