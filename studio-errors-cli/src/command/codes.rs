//! The codes that a command uses: those of the tool, or those of a file.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use serde_json::Value;

use super::report::Failure;
use studio_errors::reference::Reference;
use studio_errors::reference::output::terminal;

#[derive(Args)]
pub(super) struct Codes {
    /// Use the codes of a file that `export --format json` wrote, not the codes of this tool
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(super) reference: Option<PathBuf>,
}

impl Codes {
    pub(super) fn or(&self, own: Reference) -> Result<Reference, Failure> {
        self.with_internal(own, false)
    }

    /// The codes, with the explanations for operators if `internal`.
    pub(super) fn with_internal(&self, own: Reference, internal: bool) -> Result<Reference, Failure> {
        let reference = self.reference.as_deref().map_or(Ok(own), read)?;
        Ok(if internal { reference } else { reference.public() })
    }
}

pub(super) fn read(path: &Path) -> Result<Reference, Failure> {
    let json = text(path)?;
    Reference::from_json(&json).map_err(|error| unreadable(path, &error))
}

/// The `OpenAPI` document in a file, if it is one and no reference.
pub(super) fn document(path: &Path) -> Result<Option<Value>, Failure> {
    if path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml") {
        let path = terminal(&path.to_string_lossy()).to_string();
        let help = format!("help: convert it, as in `yq -o json {path} >openapi.json`");
        return Err(Failure::new(&format!("`{path}` is YAML, and `check` reads JSON"), &help));
    }
    let is_document = |file: &Value| file.get("openapi").is_some_and(Value::is_string) && file.get("$schema").is_none();
    Ok(serde_json::from_str(&text(path)?).ok().filter(is_document))
}

fn text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| unreadable(path, &error))
}

fn unreadable(path: &Path, error: &dyn ToString) -> Failure {
    let (path, error) = (path.to_string_lossy(), error.to_string());
    Failure::new(&format!("reference `{}` cannot be read: {}", terminal(&path), terminal(&error)), "")
}
