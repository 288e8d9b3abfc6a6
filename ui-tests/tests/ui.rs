//! Types that must not compile: `cases/<key>/<error>.rs`, with the expected messages in its `.stderr`.

use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::{env, fs, io};

/// The release whose messages are in the `.stderr` files. Other releases word and underline some of them differently.
const RELEASE: &str = "rustc 1.95.";

/// With another release, the tests of the derive still compare each message and its place with the `.stderr`.
#[test]
fn ui() {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("--version").output().expect("rustc runs").stdout;
    if version.starts_with(RELEASE.as_bytes()) {
        trybuild::TestCases::new().compile_fail("cases/*/*.rs");
    } else {
        // Not `eprintln!`, which a test that passes does not show.
        let version = String::from_utf8_lossy(&version);
        let _ = writeln!(io::stderr(), "the .stderr files are not compared: they are of {RELEASE}x, this is {version}");
    }
}

/// Each case causes one diagnostic. The cases under `several` cause several.
#[test]
fn each_case_causes_one_diagnostic() {
    let mut cases = 0;
    for folder in fs::read_dir("cases").expect("the folder of cases") {
        let folder = folder.expect("the folder can be read").path();
        for case in fs::read_dir(&folder).expect("the folder of a key") {
            let path = case.expect("the folder can be read").path();
            if path.extension().is_none_or(|extension| extension != "stderr") {
                continue;
            }
            let stderr = fs::read_to_string(&path).expect("a text");
            let errors = stderr.lines().filter(|line| line.starts_with("error")).count();
            cases += 1;
            if folder.ends_with("several") {
                assert!(errors > 1, "{} has only one error", path.display());
            } else if path == Path::new("cases/transparent/not_an_error_with_codes.stderr") {
                // A nested type without two traits: rustc reports both.
                assert_eq!(errors, 2);
            } else {
                assert_eq!(errors, 1, "{}", path.display());
            }
        }
    }
    assert!(cases >= 250, "only {cases} cases were found");
}
