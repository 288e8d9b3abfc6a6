//! The command `check`: prints conflicts between the exported references of several services, and codes and operations of `OpenAPI`
//! documents that do not belong together.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, ValueHint};
use serde::Serialize;

use super::codes::{self, Codes};
use super::operations::{Operations, WithoutCodes};
use super::report::{BOLD, Failure, Layout, many};
use studio_errors::reference::output::{json, terminal};
use studio_errors::reference::{Conflict, Reference, conflicts};

#[derive(Args)]
pub(super) struct Check {
    #[arg(
        required = true,
        value_hint = ValueHint::FilePath,
        help = "Files that `export --format json` wrote, and OpenAPI documents in JSON or YAML; a single file is compared with the codes of this tool"
    )]
    references: Vec<PathBuf>,
    /// The format of the conflicts
    #[arg(long, short, value_enum, default_value = "table")]
    format: Layout,
    #[command(flatten)]
    codes: Codes,
}

/// What is wrong in files with documents. Without documents, only the conflicts are written.
#[derive(Serialize)]
struct Report<'a> {
    conflicts: &'a [Conflict],
    unused: &'a [String],
    without_codes: &'a [WithoutCodes],
}

impl Check {
    /// The codes of the tool are compared with a single file, and with documents alone; those of `--reference` in any case.
    pub(super) fn run(&self, own: Reference, out: &mut impl Write) -> Result<(), Failure> {
        let own = self.codes.or(own)?;
        let (mut references, mut documents) = (Vec::new(), Vec::new());
        for path in &self.references {
            let owner = path.to_string_lossy().into_owned();
            match codes::document(path)? {
                Some(document) => documents.push((owner, document)),
                None => references.push((owner, codes::read(path)?)),
            }
        }
        let stated = self.codes.reference.as_ref();
        if stated.is_some() || references.is_empty() || references.len() == 1 && documents.is_empty() {
            let owner = stated.map_or("the codes of this tool".into(), |path| path.to_string_lossy().into_owned());
            references.insert(0, (owner, own));
        }
        let found = conflicts(references.iter().map(|(owner, reference)| (owner.as_str(), reference)));
        let codes: usize = references.iter().map(|(_, reference)| reference.codes.len()).sum();
        let operations = Operations::of(&documents, &references);
        let Operations { count, unused, without_codes } = &operations;
        if self.format == Layout::Json {
            let report = Report { conflicts: &found, unused, without_codes };
            let report = if documents.is_empty() {
                serde_json::to_string_pretty(&found)
            } else {
                serde_json::to_string_pretty(&report)
            };
            // Serialization of strings with fixed names cannot fail.
            writeln!(out, "{}", json(report.unwrap_or_default()))?;
        } else if !found.is_empty() || !unused.is_empty() || !without_codes.is_empty() {
            table(&found, out)?;
            for code in unused {
                writeln!(out, "{BOLD}{}{BOLD:#}  no operation has this code", terminal(code))?;
            }
            for WithoutCodes { document, operation } in without_codes {
                writeln!(out, "{BOLD}{}{BOLD:#}  {}: no response has a code", terminal(operation), terminal(document))?;
            }
        } else if documents.is_empty() {
            writeln!(out, "no conflicts: {codes} codes in {} references", references.len())?;
        } else {
            writeln!(out, "each of {count} operations has codes, and each of {codes} codes has an operation")?;
        }
        failure(found.len(), unused.len(), without_codes.len())
    }
}

fn failure(conflicts: usize, unused: usize, without_codes: usize) -> Result<(), Failure> {
    let (fact, help) = match (conflicts, unused, without_codes) {
        (0, 0, 0) => return Ok(()),
        (0, ..) => (
            format!(
                "{} without an operation, and {} without codes",
                many(unused, "code"),
                many(without_codes, "operation")
            ),
            "help: list the codes of each operation with `code_set!`, and its set in the responses",
        ),
        (count, ..) => (
            if count == 1 { "1 number has".into() } else { format!("{count} numbers have") } + " more than one meaning",
            "help: keep the number in one service, and give the other error a free number",
        ),
    };
    Err(Failure::new(&fact, help))
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
