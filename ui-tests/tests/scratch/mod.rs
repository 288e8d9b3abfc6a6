//! Builds a crate with one file, outside of the workspace.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

use serde_json::Value;

/// Runs cargo on the crate `name`, which enables `features` of `studio-errors`, and whose `main.rs` is `source`.
pub(crate) fn cargo(name: &str, features: &[&str], command: &str, source: &str) -> Output {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("this package is in the workspace");
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace.join("target"), PathBuf::from);
    let (target, package) = (target.join("properties"), target.join("properties").join(name));
    fs::create_dir_all(package.join("src")).unwrap();
    fs::copy(workspace.join("Cargo.lock"), package.join("Cargo.lock")).unwrap();
    let manifest = format!(
        "[package]\nname = \"{name}\"\nedition = \"2024\"\n\n[dependencies]\nstudio-errors = {{ path = \"{}\", features = {features:?} }}\n\n[workspace]\n",
        workspace.join("studio-errors").display()
    );
    fs::write(package.join("Cargo.toml"), manifest).unwrap();
    fs::write(package.join("src/main.rs"), source).unwrap();
    // Coverage and mutation tools set these variables, which must not apply to this crate.
    Command::new(env!("CARGO"))
        .args([command, "--quiet", "--offline", "--message-format=json", "--manifest-path"])
        .arg(package.join("Cargo.toml"))
        .env("CARGO_TARGET_DIR", target)
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap()
}

/// An error that rustc reports: the first line and column, the last line and column, and the message.
pub(crate) type Error = (usize, usize, usize, usize, String);

/// Returns all errors that rustc reports, in the order of the source.
pub(crate) fn errors(output: &Output) -> Vec<Error> {
    let lines = String::from_utf8(output.stdout.clone()).unwrap();
    let messages = lines.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut errors = Vec::new();
    for message in messages.filter(|message| message["reason"] == "compiler-message") {
        let message = &message["message"];
        let text = message["message"].as_str().unwrap();
        if message["level"] != "error" || text.starts_with("aborting due to") {
            continue;
        }
        let spans = message["spans"].as_array().unwrap();
        let mut primary = spans.iter().find(|span| span["is_primary"] == true).unwrap_or(&Value::Null);
        // A macro of `studio_errors` reports its error at its call.
        while primary["file_name"] != "src/main.rs" && !primary["expansion"].is_null() {
            primary = &primary["expansion"]["span"];
        }
        let at = |key: &str| usize::try_from(primary[key].as_u64().unwrap_or(0)).unwrap();
        let text = text.trim_start_matches("evaluation panicked: ").to_owned();
        errors.push((at("line_start"), at("column_start"), at("line_end"), at("column_end"), text));
    }
    errors.sort();
    errors
}
