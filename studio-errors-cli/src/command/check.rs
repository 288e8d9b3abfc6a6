//! The command `check`: prints conflicts between the exported references of several services, and codes and operations of `OpenAPI`
//! documents that do not belong together.

use std::io::Write;
use std::path::Path;

use serde::Serialize;

use super::failure::Failure;
use super::file::{self, Any};
use super::look::BOLD;
use super::operations::{Operations, WithoutCodes};
use studio_errors::reference::output::{json, terminal};
use studio_errors::reference::{Conflict, Reference, conflicts};

#[derive(Serialize)]
struct Report<'a> {
    conflicts: &'a [Conflict],
    unused: &'a [String],
    without_codes: &'a [WithoutCodes],
}

/// `own` has the codes of the tool, and whether they are compared in any case. They are also compared with a single file, and with
/// documents alone.
pub(super) fn check<'a>(
    own: (&'a Path, &Reference, bool),
    paths: impl Iterator<Item = &'a Path>,
    as_json: bool,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let (mut references, mut documents) = (Vec::new(), Vec::new());
    for path in paths {
        let owner = path.to_string_lossy().into_owned();
        match file::read_any(path)? {
            Any::Reference(reference) => references.push((owner, reference)),
            Any::Document(document) => documents.push((owner, document)),
        }
    }
    let (owner, reference, is_stated) = own;
    if is_stated || references.is_empty() || references.len() == 1 && documents.is_empty() {
        references.insert(0, (owner.to_string_lossy().into_owned(), reference.clone()));
    }
    let found = conflicts(references.iter().map(|(owner, reference)| (owner.as_str(), reference)));
    if documents.is_empty() {
        return report(&found, &references, as_json, out);
    }
    let operations = Operations::of(&documents, &references);
    let Operations { count, unused, without_codes } = &operations;
    if as_json {
        let report = Report { conflicts: &found, unused, without_codes };
        writeln!(out, "{}", json(serde_json::to_string_pretty(&report).unwrap_or_default()))?;
    } else {
        table(&found, out)?;
        for code in unused {
            writeln!(out, "{BOLD}{}{BOLD:#}  no operation has this code", terminal(code))?;
        }
        for WithoutCodes { document, operation } in without_codes {
            writeln!(out, "{BOLD}{}{BOLD:#}  {}: no response has a code", terminal(operation), terminal(document))?;
        }
        if found.is_empty() && unused.is_empty() && without_codes.is_empty() {
            let codes: usize = references.iter().map(|(_, reference)| reference.codes.len()).sum();
            writeln!(out, "each of {count} operations has codes, and each of {codes} codes has an operation")?;
        }
    }
    let many = |count: usize, one: &str| if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") };
    match (found.len(), unused.len(), without_codes.len()) {
        (0, 0, 0) => Ok(()),
        (0, unused, without) => Err(Failure::new(
            &format!("{} without an operation, and {} without codes", many(unused, "code"), many(without, "operation")),
            "help: list the codes of each operation with `code_set!`, and its set in the responses",
        )),
        (count, ..) => Err(conflict(count)),
    }
}

fn conflict(count: usize) -> Failure {
    let numbers = if count == 1 { "1 number has" } else { &format!("{count} numbers have") };
    let help = "help: keep the number in one service, and give the other error a free number";
    Failure::new(&format!("{numbers} more than one meaning"), help)
}

fn report(
    found: &[Conflict],
    references: &[(String, Reference)],
    as_json: bool,
    out: &mut impl Write,
) -> Result<(), Failure> {
    if as_json {
        // Serialization of strings with fixed names cannot fail.
        writeln!(out, "{}", json(serde_json::to_string_pretty(found).unwrap_or_default()))?;
    } else if found.is_empty() {
        let codes: usize = references.iter().map(|(_, reference)| reference.codes.len()).sum();
        writeln!(out, "no conflicts: {codes} codes in {} references", references.len())?;
    } else {
        table(found, out)?;
    }
    if found.is_empty() { Ok(()) } else { Err(conflict(found.len())) }
}

/// One line for each owner; the code is on the first line of a conflict.
fn table(conflicts: &[Conflict], out: &mut impl Write) -> Result<(), Failure> {
    let width = |texts: &mut dyn Iterator<Item = &String>| {
        texts.map(|text| terminal(text).to_string().chars().count()).max().unwrap_or(0)
    };
    let codes = width(&mut conflicts.iter().map(|conflict| &conflict.code));
    let owners = width(&mut conflicts.iter().flat_map(|conflict| &conflict.claims).map(|claim| &claim.owner));
    for conflict in conflicts {
        let mut code = terminal(&conflict.code).to_string();
        for claim in &conflict.claims {
            let (owner, facts) = (terminal(&claim.owner).to_string(), terminal(&claim.facts));
            writeln!(out, "{BOLD}{code:codes$}{BOLD:#}  {owner:owners$}  {facts}")?;
            code.clear();
        }
    }
    Ok(())
}
