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
    Reference::from_json(&json).map_err(|error| unreadable("reference", path, &error))
}

/// The `OpenAPI` document in a file, if it is one and no reference. JSON is read as the YAML that it is, which refuses repeated members.
pub(super) fn document(path: &Path) -> Result<Option<Value>, Failure> {
    let text = text(path)?;
    let is_document = |file: &Value| file.get("openapi").is_some_and(Value::is_string) && file.get("$schema").is_none();
    let is_yaml = path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml");
    if !is_yaml && !serde_json::from_str(&text).is_ok_and(|file| is_document(&file)) {
        return Ok(None);
    }
    // A large document is read as a whole. The default limits still apply to what aliases repeat.
    let budget = serde_saphyr::budget! {
        max_events: usize::MAX, max_nodes: usize::MAX, enforce_alias_anchor_ratio: false,
    };
    let options = serde_saphyr::options! { budget: budget, strict_booleans: true, with_snippet: false };
    match serde_saphyr::from_str_with_options(&text, options) {
        Ok(document) if is_document(&document) => Ok(Some(document)),
        Ok(_) => Err(unreadable("document", path, &"it has no member `openapi`")),
        Err(error) => {
            let error = error.render_with_formatter(&serde_saphyr::UserMessageFormatter);
            Err(unreadable("document", path, &error))
        }
    }
}

fn text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| unreadable("reference", path, &error))
}

fn unreadable(what: &str, path: &Path, error: &dyn ToString) -> Failure {
    let (path, error) = (path.to_string_lossy(), error.to_string());
    Failure::new(&format!("{what} `{}` cannot be read: {}", terminal(&path), terminal(&error)), "")
}
