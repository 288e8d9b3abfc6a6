//! Formats a verification as a table and as JSON.

use std::fmt;

use serde::Serialize;

use super::verify::{Finding, Verification};
use studio_errors::reference::output::{cell, json, two_cells, write_table};

impl fmt::Display for Verification {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = ["line", "subject", "finding", "page", "code"].map(String::from);
        let rows: Vec<_> = std::iter::once(head).chain(self.findings.iter().map(cells)).collect();
        write_table(&rows, f)
    }
}

fn cells(finding: &Finding) -> [String; 5] {
    let line = finding.line.map_or(String::new(), |line| line.to_string());
    let [page, code] = two_cells(&finding.page, &finding.code);
    [line, cell(&finding.subject), finding.kind.name().into(), page, code]
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
        let mut json = json(serde_json::to_string_pretty(&report).unwrap_or_default());
        json.push('\n');
        json
    }
}
