//! A reference from a file.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ValueHint, value_parser};
use serde_json::Value;

use super::failure::Failure;
use super::operations::is_document;
use studio_errors::reference::Reference;
use studio_errors::reference::output::terminal;

pub(super) fn read(path: &Path) -> Result<Reference, Failure> {
    let json = text(path)?;
    Reference::from_json(&json).map_err(|error| unreadable(path, &error))
}

/// A reference, or an `OpenAPI` document.
pub(super) enum Any {
    Reference(Reference),
    Document(Value),
}

pub(super) fn read_any(path: &Path) -> Result<Any, Failure> {
    if path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml") {
        let path = terminal(&path.to_string_lossy()).to_string();
        let help = format!("help: convert it, as in `yq -o json {path} >openapi.json`");
        return Err(Failure::new(&format!("`{path}` is YAML, and `check` reads JSON"), &help));
    }
    match serde_json::from_str::<Value>(&text(path)?) {
        Ok(document) if is_document(&document) => Ok(Any::Document(document)),
        _ => read(path).map(Any::Reference),
    }
}

fn text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| unreadable(path, &error))
}

fn unreadable(path: &Path, error: &dyn ToString) -> Failure {
    let (path, error) = (path.to_string_lossy(), error.to_string());
    Failure::new(&format!("reference `{}` cannot be read: {}", terminal(&path), terminal(&error)), "")
}

/// `--internal`, of every command that shows explanations.
pub(super) fn internal() -> Arg {
    Arg::new("internal")
        .long("internal")
        .action(ArgAction::SetTrue)
        .help("Show the explanations for operators too: the sections `# Internal`")
}

/// `--reference`, of every command that uses codes.
pub(super) fn reference() -> Arg {
    Arg::new("reference")
        .long("reference")
        .short('r')
        .value_name("FILE")
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::FilePath)
        .help("Use the codes of a file that `export --format json` wrote, not the codes of this tool")
}
