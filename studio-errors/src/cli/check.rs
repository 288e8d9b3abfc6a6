//! The command `check`: prints conflicts between the exported references of several services.

use std::io::Write;
use std::path::Path;
use std::string::{String, ToString};
use std::vec::Vec;

use super::failure::Failure;
use super::file;
use super::look::BOLD;
use crate::reference::{Conflict, Reference, conflicts};
use crate::text::escape::{self, Terminal};

pub(super) fn check<'a>(
    paths: impl Iterator<Item = &'a Path>,
    as_json: bool,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let owned = |path: &Path| Ok((path.to_string_lossy().into_owned(), file::read(path)?));
    let references = paths.map(owned).collect::<Result<Vec<(String, Reference)>, Failure>>()?;
    let found = conflicts(references.iter().map(|(owner, reference)| (owner.as_str(), reference)));
    if as_json {
        // Serialization of strings with fixed names cannot fail.
        writeln!(out, "{}", escape::json(serde_json::to_string_pretty(&found).unwrap_or_default()))?;
    } else if found.is_empty() {
        let codes: usize = references.iter().map(|(_, reference)| reference.codes.len()).sum();
        writeln!(out, "no conflicts: {codes} codes in {} references", references.len())?;
    } else {
        table(&found, out)?;
    }
    if found.is_empty() { Ok(()) } else { Err(Failure::Conflicts(found.len())) }
}

/// One line for each owner; the code is on the first line of a conflict.
fn table(conflicts: &[Conflict], out: &mut impl Write) -> Result<(), Failure> {
    let width = |texts: &mut dyn Iterator<Item = &String>| {
        texts.map(|text| Terminal(text).to_string().chars().count()).max().unwrap_or(0)
    };
    let codes = width(&mut conflicts.iter().map(|conflict| &conflict.code));
    let owners = width(&mut conflicts.iter().flat_map(|conflict| &conflict.claims).map(|claim| &claim.owner));
    for conflict in conflicts {
        let mut code = Terminal(&conflict.code).to_string();
        for claim in &conflict.claims {
            let (owner, facts) = (Terminal(&claim.owner).to_string(), Terminal(&claim.facts));
            writeln!(out, "{BOLD}{code:codes$}{BOLD:#}  {owner:owners$}  {facts}")?;
            code.clear();
        }
    }
    Ok(())
}
