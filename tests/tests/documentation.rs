//! Compares lists in the documentation with the code.

use std::fs;
use std::path::Path;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)).unwrap()
}

#[test]
fn every_feature_is_in_the_table_of_the_crate() {
    let page = read("studio-errors/src/lib.rs");
    let manifest = read("studio-errors/Cargo.toml");
    let (_, features) = manifest.split_once("[features]\n").unwrap();
    let (features, _) = features.split_once("\n[").unwrap();
    let names = features.lines().filter_map(|line| Some(line.split_once(" = ")?.0));
    for name in names.filter(|name| *name != "default" && !name.starts_with('#')) {
        assert!(page.contains(&format!("\n//! | `{name}`")), "no row for `{name}`");
    }
}

#[test]
fn every_test_that_the_security_page_names_exists() {
    let mut code = String::new();
    let mut folders = ["tests/tests", "tests/crates/transports/tests", "ui-tests/tests"]
        .map(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder))
        .to_vec();
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                code += &fs::read_to_string(path).unwrap_or_default();
            }
        }
    }
    let page = read("SECURITY.md");
    let words = page.split('`').map(|word| word.trim_end_matches(".."));
    let names: Vec<_> = words.filter(|word| word.matches('_').count() > 2 && !word.contains([' ', '/'])).collect();
    assert!(names.len() > 10, "{names:?}");
    for name in names {
        assert!(code.contains(&format!("fn {name}")), "no test `{name}`");
    }
}

#[test]
fn every_link_to_a_file_leads_to_one() {
    for page in ["README.md", "CONTRIBUTING.md", "TESTING.md", "SECURITY.md", "BENCHMARKS.md"] {
        let text = read(page);
        for link in text.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0)) {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(link);
            assert!(link.starts_with("https://") || path.exists(), "{page} links to `{link}`");
        }
    }
}

#[test]
fn the_page_about_clients_shows_the_example_client() {
    let page = read("studio-errors/src/guide/read.md");
    let shown = format!(
        "\nFile `examples/client/src/main.rs`:\n\n```rust,ignore\n{}```\n",
        read("examples/client/src/main.rs")
    );
    assert!(page.contains(&shown), "copy examples/client/src/main.rs to studio-errors/src/guide/read.md");
}
