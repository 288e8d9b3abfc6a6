//! The command `check`: prints conflicts between the exported references of several services.

use std::io::Write;
use std::path::Path;

use super::failure::Failure;
use super::file;
use super::look::BOLD;
use studio_errors::reference::output::{json, terminal};
use studio_errors::reference::{Conflict, Reference, conflicts};

/// `own` is the owner and the reference of the codes of the tool, if they are compared too.
pub(super) fn check<'a>(
    own: Option<(&'a Path, &Reference)>,
    paths: impl Iterator<Item = &'a Path>,
    as_json: bool,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let owned = |path: &Path| Ok((path.to_string_lossy().into_owned(), file::read(path)?));
    let own = own.map(|(owner, reference)| Ok((owner.to_string_lossy().into_owned(), reference.clone())));
    let references = own.into_iter().chain(paths.map(owned)).collect::<Result<Vec<(String, Reference)>, Failure>>()?;
    let found = conflicts(references.iter().map(|(owner, reference)| (owner.as_str(), reference)));
    if as_json {
        // Serialization of strings with fixed names cannot fail.
        writeln!(out, "{}", json(serde_json::to_string_pretty(&found).unwrap_or_default()))?;
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
