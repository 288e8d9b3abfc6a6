//! The `help:` of each case is applied as written. The case must then compile.
//!
//! Every `.stderr` with one error is read. If its help is a fix that can be applied, it is applied at the reported
//! span, and all fixed cases are compiled as the modules of one program.

use std::fmt::Write;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// A fix that a help describes.
enum Fix {
    /// ``write `X` `` and `N is the next free code in ..`.
    Replace(String),
    /// ``did you mean `X`?``, for a key or a string.
    Rename(String),
    /// ``add `X` ``: adds an attribute.
    Add(String),
    /// ``remove `X` ``: removes the entry or the punctuation mark.
    Remove(String),
}

/// The only error of a `.stderr`.
struct Report<'a> {
    helps: Vec<&'a str>,
    /// Counted from 0.
    line: usize,
    columns: Range<usize>,
}

#[test]
fn each_help_fixes_its_case() {
    let mut program = String::new();
    let mut fixed = 0;
    let mut single = 0;
    for case in cases(Path::new("cases")) {
        if ["cases/axum", "cases/actix"].iter().any(|folder| case.starts_with(folder)) {
            // The fixed case would need a feature that is not enabled here.
            continue;
        }
        if case.ends_with("listed_twice_by_a_macro.rs") {
            // The reported span is in the macro, the fix is in its call.
            continue;
        }
        let stderr = fs::read_to_string(case.with_extension("stderr")).expect("each case has its .stderr");
        let Some(report) = Report::read(&stderr) else { continue };
        single += 1;
        let Some(fix) = report.helps.iter().find_map(|help| Fix::read(help)) else { continue };
        let source = fs::read_to_string(&case).expect("the case is there");
        let source = fix.apply(&source, &report);
        let module = case.with_extension("").to_string_lossy().replace(['/', '\\'], "_");
        fixed += 1;
        writeln!(program, "mod {module} {{\n{source}\n}}\n").unwrap();
    }
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fixed.rs");
    fs::write(&path, format!("#![allow(dead_code)]\n\n{program}fn main() {{}}\n")).unwrap();
    println!("{fixed} fixes applied, of {single} cases with one error");
    // A much lower number would mean that helps are not read or not reported any more.
    assert!(fixed >= 140, "only {fixed} fixes were found");
    trybuild::TestCases::new().pass(path);
}

fn cases(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder of cases is there") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            found.extend(cases(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

impl<'a> Report<'a> {
    /// Returns `None` if there are several errors, or none with a span on one line.
    fn read(stderr: &'a str) -> Option<Self> {
        if stderr.lines().filter(|line| line.starts_with("error")).count() != 1 {
            return None;
        }
        let message = stderr.lines().take_while(|line| !line.trim().starts_with("-->"));
        let helps = message.filter_map(|line| line.trim().strip_prefix("help: ")).collect();
        let place = stderr.lines().find_map(|line| line.trim().strip_prefix("--> "))?;
        let mut place = place.rsplit(':');
        let column: usize = place.next()?.parse().ok()?;
        let line: usize = place.next()?.parse().ok()?;
        let carets = stderr.lines().find_map(|line| line.trim().strip_prefix('|').filter(|rest| rest.contains('^')))?;
        let width = carets.trim().chars().take_while(|c| *c == '^').count();
        Some(Self { helps, line: line - 1, columns: column - 1..column - 1 + width })
    }
}

impl Fix {
    fn read(help: &str) -> Option<Self> {
        let quoted = help.split('`').nth(1).unwrap_or_default();
        if quoted.contains("..") && !quoted.contains("..=") {
            return None;
        }
        let belongs_elsewhere = ["#[", "const "].iter().any(|start| quoted.starts_with(start));
        let first = help.split(' ').next()?;
        if help.contains("is the next free code in") && first.parse::<u32>().is_ok() {
            Some(Self::Replace(first.into()))
        } else if help.starts_with("write `") {
            Some(Self::Replace(quoted.into()))
        } else if help.starts_with("did you mean `") {
            Some(Self::Rename(quoted.into()))
        } else if help.starts_with("add `") && !belongs_elsewhere {
            Some(Self::Add(quoted.into()))
        } else if help.contains("` and `") || belongs_elsewhere {
            // Several entries are removed, or the fix belongs to another item.
            None
        } else if help.starts_with("remove `") || help.starts_with("remove one `") {
            Some(Self::Remove(quoted.into()))
        } else {
            None
        }
    }

    fn apply(&self, source: &str, report: &Report<'_>) -> String {
        let mut lines: Vec<String> = source.lines().map(str::to_owned).collect();
        let line = &mut lines[report.line];
        let at = bytes(line, &report.columns);
        match self {
            Self::Rename(text) if line[at.clone()].starts_with('"') => {
                line.replace_range(at, &format!("\"{text}\""));
            }
            // Stable Rust underlines only the sign of a negative number.
            Self::Replace(text) if line[at.clone()] == *"-" => {
                let digits = line[at.end..].find(|c: char| !c.is_ascii_digit()).unwrap_or_default();
                line.replace_range(at.start..at.end + digits, text);
            }
            Self::Replace(text) | Self::Rename(text) => line.replace_range(at, text),
            Self::Remove(mark) if line[at.clone()] == **mark && !is_word(mark) => line.replace_range(at, ""),
            Self::Remove(_) => {
                let entry = entry(line, at.start);
                line.replace_range(entry, "");
            }
            Self::Add(entry) => lines.insert(report.line, format!("#[studio({entry})]")),
        }
        lines.join("\n")
    }
}

fn is_word(text: &str) -> bool {
    text.chars().all(|c| c.is_alphabetic() || c == '_')
}

/// Columns count characters.
fn bytes(line: &str, columns: &Range<usize>) -> Range<usize> {
    let byte = |column| line.char_indices().nth(column).map_or(line.len(), |(at, _)| at);
    byte(columns.start)..byte(columns.end)
}

/// Returns the entry of an attribute or of a code set around `at`, with its comma.
fn entry(line: &str, at: usize) -> Range<usize> {
    let start = line[..at].rfind(['(', ',']).map_or(0, |delimiter| delimiter + 1);
    let mut depth = 0;
    let mut quoted = false;
    let end = line[at..].char_indices().find(|(_, c)| {
        match c {
            '"' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted && depth > 0 => depth -= 1,
            ',' | ')' | '}' if !quoted && depth == 0 => return true,
            _ => {}
        }
        false
    });
    let end = end.map_or(line.len(), |(offset, _)| at + offset);
    if line[end..].starts_with(',') {
        start..end + 1
    } else if line[..start].ends_with(',') {
        start - 1..end
    } else {
        start..end
    }
}
