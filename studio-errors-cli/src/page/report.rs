//! Formats a verification as a table and as JSON.

use std::fmt;

use serde::{Serialize, Serializer};

use super::verify::{Finding, Kind, Verification};
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

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl Verification {
    /// The findings as JSON, with a line feed at the end: `{"findings": [{"line", "subject", "finding", "page", "code"}]}`.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Serialization of strings and numbers with fixed names cannot fail.
        let mut json = json(serde_json::to_string_pretty(self).unwrap_or_default());
        json.push('\n');
        json
    }
}
