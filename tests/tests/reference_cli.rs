//! The command line, as a service builds it for its own codes.

use std::process::{Command, Output, Stdio};

use studio_errors::reference::{Format, Reference};
use studio_errors::{CodeSet, ErrorInfo};
use studio_errors_tests::hostile::ServiceError;

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hostile-errors")).args(args).env_remove("CLICOLOR_FORCE").output().unwrap()
}

fn out(args: &[&str]) -> String {
    let output = run(args);
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn refused(args: &[&str], code: i32) -> String {
    let output = run(args);
    assert_eq!(output.status.code(), Some(code), "{output:?}");
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).unwrap()
}

const CREDITS: &str = "\
STUDIO_1601  INSUFFICIENT_CREDITS
HTTP 402  Quota & Credits (1600 to 1699)

Insufficient AI credits in wallet for this generation

Resolution
Purchase additional credits or upgrade subscription tier
";

#[test]
fn a_code_is_explained_however_it_is_written() {
    for asked in
        ["1601", "STUDIO_1601", "studio_1601", "insufficient_credits", "INSUFFICIENT_CREDITS", "insufficient-credits"]
    {
        assert_eq!(out(&["explain", asked]), CREDITS, "{asked}");
    }
}

#[test]
fn an_unknown_code_fails_with_the_nearest() {
    let error = refused(&["explain", "insufficient_credit"], 1);
    let nearest =
        "error: unknown code `insufficient_credit`\nhelp: the nearest:\n  STUDIO_1601  INSUFFICIENT_CREDITS\n";
    assert!(error.starts_with(nearest), "{error}");
    assert!(refused(&["explain", "STUDIO_1609"], 1).contains("  STUDIO_1600  RATE_LIMIT_EXCEEDED\n"));
    assert_eq!(refused(&["explain", "qqqqq"], 1), "error: unknown code `qqqqq`\nhelp: `list` shows every code\n");
}

#[test]
fn what_is_known_is_explained_beside_what_is_not() {
    let output = run(&["explain", "1601", "qqqqq"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), CREDITS);
    assert!(String::from_utf8(output.stderr).unwrap().contains("`qqqqq`"));
}

#[test]
fn a_list_is_filtered_by_words_category_and_status() {
    let lists = |args: &[&str], wanted: &dyn Fn(&ErrorInfo) -> bool| {
        let listed = out(args);
        let codes = listed.lines().filter_map(|line| line.split_whitespace().next());
        let expected = ServiceError::CODES.iter().filter(|info| wanted(info)).map(|info| info.code().as_str());
        assert_eq!(codes.collect::<Vec<_>>(), expected.collect::<Vec<_>>(), "{args:?}");
    };
    lists(&["list"], &|_| true);
    lists(&["list", "--category", "quota"], &|info| info.category().slug() == "quota");
    lists(&["list", "--category", "quota", "--http", "429"], &|info| {
        info.category().slug() == "quota" && info.http() == 429
    });
    lists(&["list", "--http", "5xx"], &|info| info.http() >= 500);
    assert_eq!(
        out(&["list", "WALLET", "credits"]),
        "STUDIO_1601  402  INSUFFICIENT_CREDITS  Insufficient AI credits in wallet for this generation\n"
    );
    assert_eq!(refused(&["list", "qqqqq"], 1), "error: no code matches\n");
}

#[test]
fn a_wrong_argument_tells_the_right_one() {
    let error = refused(&["list", "--category", "qouta"], 2);
    assert!(error.contains("'quota'"), "{error}");
    let error = refused(&["list", "--http", "4x"], 2);
    assert!(error.contains("write `402`, or `4xx`"), "{error}");
    let error = refused(&["export", "--format", "yaml"], 2);
    assert!(error.contains("markdown, html, json, openapi, typescript"), "{error}");
}

#[test]
fn a_baseline_is_compared_with() {
    let folder = std::env::temp_dir().join(format!("studio-errors-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = |name: &str, json: &str| {
        let path = folder.join(name);
        std::fs::write(&path, json).unwrap();
        path.into_os_string().into_string().unwrap()
    };
    let json = out(&["export", "--format", "json"]);
    assert_eq!(out(&["compare", &file("same.json", &json)]), "nothing has changed\n");

    let words = json.replace("Database operation failed", "The database\u{202e} failed");
    let changes = out(&["compare", &file("words.json", &words)]);
    assert!(changes.contains("STUDIO_2002") && changes.contains(r"\u{202e}"), "{changes}");

    let output = run(&["compare", &file("http.json", &json.replace("\"http\": 402", "\"http\": 403"))]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stdout).unwrap().contains("STUDIO_1601"));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "error: clients that rely on these codes break\n");

    let more = json.replacen(
        "\"code\": \"STUDIO_1601\",\n      \"number\": 1601",
        "\"code\": \"STUDIO_1651\",\n      \"number\": 1651",
        1,
    );
    let output = run(&["compare", &file("gone.json", &more)]);
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("help: add `reserved(1651)`"), "{error}");

    assert!(refused(&["compare", &file("other.json", "{}")], 1).contains("cannot be read: missing field"));
    assert!(
        refused(&["compare", "no such file.json"], 1)
            .starts_with("error: baseline `no such file.json` cannot be read: ")
    );
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn every_format_is_exported_and_drives_no_terminal_either() {
    for format in Format::ALL {
        let text = out(&["export", "--format", format.name()]);
        assert_eq!(text, Reference::of::<ServiceError>().to(*format));
        assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{format}");
    }
}

/// What drives some terminal: an escape sequence, one that begins with a single character, a bell, a mark of direction.
const DRIVING: &str = "\u{1b}[31mred\u{9b}2J\u{7}\u{202e}\u{7f}";

#[test]
fn nothing_that_was_written_drives_the_terminal() {
    let baseline = Reference::of::<ServiceError>().to_json().replace("STUDIO_1601", &format!("STUDIO_{DRIVING}"));
    let baseline =
        baseline.replace("Database operation failed", DRIVING).replace('\u{1b}', "\\u001b").replace('\u{7}', "\\u0007");
    let path = std::env::temp_dir().join(format!("hostile-baseline-{}.json", std::process::id()));
    std::fs::write(&path, baseline).unwrap();
    for args in [
        &["explain", "101", "100"][..],
        &["list"],
        &["explain", DRIVING],
        &["explain", &format!("--{DRIVING}")],
        &["export", "--format", DRIVING],
        &["list", "--http", DRIVING],
        &["list", "--category", DRIVING],
        &["compare", DRIVING],
        &["compare", path.to_str().unwrap()],
        &[DRIVING],
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_hostile-errors"))
            .args(args)
            .env("CLICOLOR_FORCE", "1")
            .env_remove("NO_COLOR")
            .output()
            .unwrap();
        let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(text.contains("\u{1b}["), "forced colours are not there: {text:?}");
        for sequence in text.split('\u{1b}').skip(1) {
            let (style, _) = sequence.strip_prefix('[').unwrap().split_once('m').unwrap();
            assert!(style.bytes().all(|byte| byte.is_ascii_digit() || byte == b';'), "{sequence:?}");
        }
        let hidden = |c: char| c.is_control() && !matches!(c, '\n' | '\u{1b}') || c == '\u{202e}';
        assert!(!text.contains("\u{1b}[31mred") && !text.contains(hidden), "{text:?}");
    }
    std::fs::remove_file(path).unwrap();
}

#[test]
fn a_pipe_and_no_color_have_no_colours() {
    assert!(!out(&["explain", "1601"]).contains('\u{1b}'));
    let output = run(&["explain", "9"]);
    assert!(!String::from_utf8(output.stderr).unwrap().contains('\u{1b}'));
}

#[test]
fn a_reader_that_stops_early_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_hostile-errors"))
        .args(["export", "--format", "html"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
}

#[test]
fn completions_know_the_codes_and_nothing_hostile() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = out(&["completions", shell]);
        assert!(script.contains("hostile-errors") && !script.contains("<b>"), "{shell}");
    }
    let script = out(&["completions", "bash"]);
    assert!(script.contains("INSUFFICIENT_CREDITS") && script.contains("quota"));
}
