//! The file of a baseline, and the assertions of a test.

use alloc::format;
use alloc::string::String;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use super::change::Effect;
use super::comparison::Comparison;
use crate::code::CodeSet;
use crate::reference::Reference;

/// The environment variable that accepts the changes. It is not the variable of `expect-test`, because refreshing other
/// snapshots must not accept a breaking change.
const UPDATE: &str = "UPDATE_ERROR_CODES";

/// Compares `T` with the baseline at `path`, which is relative to the package of the test.
///
/// Compatible changes pass and are printed (`cargo test -- --nocapture` shows them). Update the file at a release, or use
/// [`assert_unchanged`], so that later changes to new codes are detected.
///
/// With `UPDATE_ERROR_CODES=1` in the environment, the file is created or updated instead.
///
/// # Panics
///
/// Panics with a table of the changes if a change breaks clients, or if it reuses a number; the latter also with
/// `UPDATE_ERROR_CODES=1`. Panics if the file does not exist, cannot be read or written, or is not a reference. A file that is
/// not a reference is never overwritten.
#[track_caller]
pub fn assert_compatible<T: CodeSet + ?Sized>(path: impl AsRef<Path>) {
    assert_at_most::<T>(path.as_ref(), Some(Effect::Compatible));
}

/// Like [`assert_compatible`], but accepts no change at all, so that the file is always up to date.
///
/// # Panics
///
/// Panics if anything has changed, and in the same cases as [`assert_compatible`].
#[track_caller]
pub fn assert_unchanged<T: CodeSet + ?Sized>(path: impl AsRef<Path>) {
    assert_at_most::<T>(path.as_ref(), None);
}

/// Panics if a change is more severe than `accepted`; `None` accepts no change.
#[track_caller]
fn assert_at_most<T: CodeSet + ?Sized>(path: &Path, accepted: Option<Effect>) {
    let path = in_package(path);
    let now = Reference::of::<T>();
    match check_file(&path, &now, accepted, updates()) {
        Ok(notes) => std::print!("{notes}"),
        Err(report) => panic!("{report}"),
    }
}

/// Cargo sets `CARGO_MANIFEST_DIR` to the folder of the package
/// (<https://doc.rust-lang.org/cargo/reference/environment-variables.html>), and runs its tests there.
fn in_package(path: &Path) -> PathBuf {
    env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| path.into(), |package| Path::new(&package).join(path))
}

fn updates() -> bool {
    env::var_os(UPDATE).is_some_and(|value| is_yes(&value))
}

/// Any other value, such as `false`, `no` or a typing error, does not accept a change.
fn is_yes(value: &OsStr) -> bool {
    ["1", "true", "yes", "on"].iter().any(|yes| value.eq_ignore_ascii_case(yes))
}

/// Compares with the file, and updates it if `updates` is set. Returns the text to print, or the failure.
fn check_file(path: &Path, now: &Reference, accepted: Option<Effect>, updates: bool) -> Result<String, String> {
    let shown = path.display();
    let command = format!("`{UPDATE}=1 cargo test`");
    let write =
        || fs::write(path, now.to_json()).map_err(|error| format!("baseline `{shown}` cannot be written: {error}"));
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound && updates => {
            return write().map(|()| format!("baseline `{shown}` is created\n"));
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(format!("baseline `{shown}` does not exist\nhelp: create it with {command}"));
        }
        Err(error) => return Err(format!("baseline `{shown}` cannot be read: {error}")),
    };
    let was = Reference::from_json(&text).map_err(|error| {
        format!(
            "`{shown}` is not a reference of error codes: {error}\n\
             help: restore the file, or remove it and create it with {command}"
        )
    })?;
    let comparison = Comparison::new(&was, now);
    if comparison.changes().is_empty() {
        return if updates && text.replace("\r\n", "\n") != now.to_json() {
            write().map(|()| String::new())
        } else {
            Ok(String::new())
        };
    }
    let report = format!("error codes have changed since baseline `{shown}`\n\n{comparison}\n{}", comparison.help());
    let effect = comparison.effect();
    if effect == Effect::Reuses {
        return Err(report);
    }
    if updates {
        return write().map(|()| format!("{report}baseline `{shown}` is updated\n"));
    }
    let report = format!("{report}help: to accept these changes, update the baseline with {command}\n");
    if accepted.is_some_and(|accepted| effect <= accepted) { Ok(report) } else { Err(report) }
}

#[cfg(test)]
mod tests {
    use super::is_yes;

    #[test]
    fn some_values_of_the_variable_update_the_file() {
        let yes = |value: &str| is_yes(value.as_ref());
        assert!(["1", "true", "TRUE", "yes", "on"].into_iter().all(yes));
        assert!(!["", "0", "false", "False", "no", "off", "n", " ", "nope"].into_iter().any(yes));
    }
}
