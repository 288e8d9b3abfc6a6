//! The baseline in its file, and the assertions of a test.

use alloc::format;
use alloc::string::String;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use super::table::mends;
use super::{Comparison, Effect};
use crate::code::CodeSet;
use crate::reference::Reference;

/// Holds `T` to the baseline at `path`, which is relative to the package that is tested.
///
/// New codes and new words pass, and are printed (`cargo test -- --nocapture` shows them); write the file anew when they are
/// released, or use [`assert_unchanged`], so that later changes to them are noticed.
///
/// With `UPDATE_EXPECT=1` in the environment, the file is written anew instead, or for the first time.
///
/// # Panics
///
/// With a table of the changes, where a change breaks clients, or would let a number be taken by another error: the latter
/// also with `UPDATE_EXPECT=1`. And where the file is not there, cannot be read or written, or is not a reference; a file
/// that is not a reference is never written over.
#[track_caller]
pub fn assert_compatible<T: CodeSet + ?Sized>(path: impl AsRef<Path>) {
    hold::<T>(path.as_ref(), Some(Effect::Compatible));
}

/// As [`assert_compatible`], and the baseline is up to date: nothing at all has changed.
///
/// # Panics
///
/// Where anything has changed, and where [`assert_compatible`] does.
#[track_caller]
pub fn assert_unchanged<T: CodeSet + ?Sized>(path: impl AsRef<Path>) {
    hold::<T>(path.as_ref(), None);
}

/// Panics where a change does worse than `passes`; `None` lets nothing pass.
#[track_caller]
fn hold<T: CodeSet + ?Sized>(path: &Path, passes: Option<Effect>) {
    let path = in_package(path);
    let now = Reference::of::<T>();
    match settle(&path, &now, passes, updates()) {
        Ok(notes) => std::print!("{notes}"),
        Err(report) => panic!("{report}"),
    }
}

/// Cargo names the package in `CARGO_MANIFEST_DIR`
/// (<https://doc.rust-lang.org/cargo/reference/environment-variables.html>), and runs its tests there.
fn in_package(path: &Path) -> PathBuf {
    env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| path.into(), |package| Path::new(&package).join(path))
}

fn updates() -> bool {
    env::var_os("UPDATE_EXPECT").is_some_and(|value| is_yes(&value))
}

pub(super) fn is_yes(value: &OsStr) -> bool {
    !value.is_empty() && value != "0"
}

/// Reads the baseline, compares, and writes it anew where it is asked to; what to tell, or why not.
pub(super) fn settle(path: &Path, now: &Reference, passes: Option<Effect>, updates: bool) -> Result<String, String> {
    let shown = path.display();
    let write =
        || fs::write(path, now.to_json()).map_err(|error| format!("baseline `{shown}` cannot be written: {error}"));
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound && updates => {
            return write().map(|()| format!("baseline `{shown}` is written\n"));
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(format!("there is no baseline `{shown}`\nhelp: write it with `UPDATE_EXPECT=1 cargo test`"));
        }
        Err(error) => return Err(format!("baseline `{shown}` cannot be read: {error}")),
    };
    let was = Reference::from_json(&text).map_err(|error| {
        format!("`{shown}` is not a reference of error codes: {error}\nhelp: restore it, or remove it and write it anew with `UPDATE_EXPECT=1 cargo test`")
    })?;
    let comparison = Comparison::new(&was, now);
    if comparison.changes.is_empty() {
        return if updates && was != *now { write().map(|()| String::new()) } else { Ok(String::new()) };
    }
    let report = format!("error codes have changed since baseline `{shown}`\n\n{comparison}\n");
    let effect = comparison.effect();
    if effect == Effect::Reuses {
        return Err(report + &mends(&comparison));
    }
    if updates {
        return write().map(|()| format!("{report}the baseline is written anew\n"));
    }
    let accept = "help: where that is meant, write the baseline anew with `UPDATE_EXPECT=1 cargo test`\n";
    if passes.is_some_and(|passes| effect <= passes) { Ok(report + accept) } else { Err(report + accept) }
}
