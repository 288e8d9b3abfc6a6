//! The command `explain`: shows all facts of one code.

use std::io::{self, Write};

use clap::Args;

use super::codes::Codes;
use super::report::{BOLD, DEPRECATED, Failure, QUIET, http};
use studio_errors::reference::output::terminal;
use studio_errors::reference::{CategoryRow, CodeRow, Reference};

#[derive(Args)]
pub(super) struct Explain {
    /// A number, a code or a name, for example `1601`
    #[arg(required = true, value_name = "CODE", allow_negative_numbers = true)]
    asked: Vec<String>,
    /// Show the explanations for operators too: the sections `# Internal`
    #[arg(long)]
    internal: bool,
    #[command(flatten)]
    codes: Codes,
}

impl Explain {
    pub(super) fn run(&self, own: Reference, out: &mut impl Write) -> Result<(), Failure> {
        let reference = self.codes.with_internal(own, self.internal)?;
        let (mut unknown, mut before) = (String::new(), "");
        for asked in &self.asked {
            let rows = find(&reference, asked);
            if rows.is_empty() {
                unknown += &not_found(&reference, asked);
            }
            for row in rows {
                write!(out, "{before}")?;
                before = "\n";
                page(&reference, row, out)?;
            }
        }
        if unknown.is_empty() { Ok(()) } else { Err(Failure::Report(unknown)) }
    }
}

fn not_found(reference: &Reference, asked: &str) -> String {
    let nearest = nearest(reference, asked);
    let help = if nearest.is_empty() { "`list` shows all codes" } else { "similar codes:" };
    let mut report = format!("error: unknown code `{}`\nhelp: {help}\n", terminal(asked));
    for row in nearest {
        report += &format!("  {BOLD}{}{BOLD:#}  {}\n", terminal(&row.code), terminal(&row.name));
    }
    report
}

/// The codes with this code, number or name: several if catalogs share a number, or codes share a name.
fn find<'a>(reference: &'a Reference, asked: &str) -> Vec<&'a CodeRow> {
    let asked = normal(asked);
    let number = asked.parse().ok();
    let is = |row: &&CodeRow| number == Some(row.number) || asked == normal(&row.code) || asked == normal(&row.name);
    reference.codes.iter().filter(is).collect()
}

/// The codes that are most similar to `asked`, at most three.
fn nearest<'a>(reference: &'a Reference, asked: &str) -> Vec<&'a CodeRow> {
    // Words with a lower similarity are not suggested.
    const ALIKE: f64 = 0.7;
    let asked = normal(asked);
    let likeness = |row: &CodeRow| {
        let number = format!("{}", row.number);
        let words = [normal(&row.code), normal(&row.name), number];
        words.iter().map(|word| strsim::jaro_winkler(&asked, word)).fold(0.0, f64::max)
    };
    let mut rows: Vec<_> = reference.codes.iter().map(|row| (likeness(row), row)).collect();
    rows.retain(|(likeness, _)| *likeness >= ALIKE);
    // The sort is stable: equally similar codes stay in ascending order.
    rows.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    rows.into_iter().take(3).map(|(_, row)| row).collect()
}

fn normal(word: &str) -> String {
    word.trim().replace(['-', ' '], "_").to_uppercase()
}

fn page(reference: &Reference, row: &CodeRow, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{BOLD}{}{BOLD:#}  {}", terminal(&row.code), terminal(&row.name))?;
    let status = http(row.http);
    write!(out, "{status}HTTP {}{status:#}", row.http)?;
    let of_code = |category: &&CategoryRow| category.catalog == row.catalog && category.slug == row.category;
    if let Some(category) = reference.categories.iter().find(of_code) {
        write!(out, "  {QUIET}{} ({}){QUIET:#}", terminal(&category.title), category.numbers())?;
    }
    writeln!(out, "\n{}", if row.retryable { "retryable" } else { "not retryable" })?;
    if let Some(deprecated) = &row.deprecated {
        writeln!(out, "{DEPRECATED}{}{DEPRECATED:#}", terminal(&deprecated.to_string()))?;
    }
    writeln!(out, "\n{}", terminal(&row.description))?;
    if let Some(text) = &row.explanation {
        writeln!(out)?;
        lines(text, out)?;
    }
    if !row.details.is_empty() {
        writeln!(out, "\n{BOLD}Details{BOLD:#}")?;
        for detail in &row.details {
            writeln!(out, "{}", terminal(&detail.to_string()))?;
        }
    }
    if !row.resolution.is_empty() {
        writeln!(out, "\n{BOLD}Resolution{BOLD:#}\n{}", terminal(&row.resolution))?;
    }
    if let Some(text) = &row.internal {
        writeln!(out, "\n{BOLD}Internal{BOLD:#}")?;
        lines(text, out)?;
    }
    Ok(())
}

fn lines(text: &str, out: &mut impl Write) -> io::Result<()> {
    text.lines().try_for_each(|line| writeln!(out, "{}", terminal(line)))
}
