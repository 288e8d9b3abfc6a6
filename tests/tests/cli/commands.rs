//! The command line of a service.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::json;
use studio_errors::catalog::{QuotaError, StudioError};
use studio_errors::reference::{OpenApiInfo, Reference};
use studio_errors::{CodeSet, ErrorInfo};
use studio_errors_cli::Format;
use studio_errors_generators::assert_not_quadratic;
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
not retryable

Insufficient AI credits in wallet for this generation

Resolution
Purchase additional credits or upgrade subscription tier
";

#[test]
fn explain_accepts_a_number_a_code_or_a_name() {
    for asked in
        ["1601", "STUDIO_1601", "studio_1601", "insufficient_credits", "INSUFFICIENT_CREDITS", "insufficient-credits"]
    {
        assert_eq!(out(&["explain", asked]), CREDITS, "{asked}");
    }
}

#[test]
fn an_unknown_code_fails_with_similar_codes() {
    let error = refused(&["explain", "insufficient_credit"], 1);
    let nearest =
        "error: unknown code `insufficient_credit`\nhelp: similar codes:\n  STUDIO_1601  INSUFFICIENT_CREDITS\n";
    assert!(error.starts_with(nearest), "{error}");
    assert!(refused(&["explain", "STUDIO_1609"], 1).contains("  STUDIO_1600  RATE_LIMIT_EXCEEDED\n"));
    assert_eq!(refused(&["explain", "qqqqq"], 1), "error: unknown code `qqqqq`\nhelp: `list` shows all codes\n");
}

#[test]
fn known_codes_are_explained_next_to_unknown_ones() {
    let output = run(&["explain", "1601", "qqqqq"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), CREDITS);
    assert!(String::from_utf8(output.stderr).unwrap().contains("`qqqqq`"));
}

#[test]
fn a_list_is_filtered_by_words_category_status_and_policy() {
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
    lists(&["list", "--retryable"], &|info| info.retryable());
    lists(&["list", "--retryable=false", "--http", "429"], &|info| !info.retryable() && info.http() == 429);
    lists(&["list", "--retryable", "--deprecated=false", "--category", "quota"], &|info| {
        info.retryable() && info.category().slug() == "quota"
    });
    assert_eq!(refused(&["list", "--deprecated"], 1), "error: no code matches\n");
    assert_eq!(
        out(&["list", "WALLET", "credits"]),
        "STUDIO_1601  402             INSUFFICIENT_CREDITS  Insufficient AI credits in wallet for this generation\n"
    );
    assert_eq!(refused(&["list", "qqqqq"], 1), "error: no code matches\n");
    // A word after the option is a word to search for, and the columns are as wide as the texts that they show.
    let mut reference = Reference::of::<QuotaError>();
    reference.codes.truncate(2);
    reference.codes[0].name = "A\u{7}".into();
    let folder = references("studio-errors-list", &[("quota.json", reference.to_json())]);
    let path = folder.join("quota.json");
    let listed = out(&["list", "--retryable=false", "credits", "--reference", path.to_str().unwrap()]);
    assert!(listed.starts_with("STUDIO_1601  402             INSUFFICIENT_CREDITS  Insufficient"), "{listed}");
    let listed = out(&["list", "--reference", path.to_str().unwrap()]);
    assert!(listed.starts_with("STUDIO_1600  429  retryable  A\\u{7}                Rate limit"), "{listed}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn an_invalid_argument_is_reported_with_the_valid_ones() {
    let error = refused(&["list", "--category", "qouta"], 2);
    assert!(error.contains("'quota'"), "{error}");
    let error = refused(&["list", "--http", "4x"], 2);
    assert!(error.contains("write `402`, or `4xx`"), "{error}");
    let error = refused(&["list", "--retryable=maybe"], 2);
    assert!(error.contains("invalid value 'maybe' for '--retryable[=<true|false>]'"), "{error}");
    let error = refused(&["export", "--format", "yaml"], 2);
    assert!(error.contains("markdown, html, json, openapi, typescript, python"), "{error}");
}

#[test]
fn compare_reads_a_baseline() {
    let folder = std::env::temp_dir().join(format!("studio-errors-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let file = |name: &str, json: &str| {
        let path = folder.join(name);
        fs::write(&path, json).unwrap();
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
        "\"code\": \"STUDIO_1601\",\n      \"catalog\": \"STUDIO\",\n      \"number\": 1601",
        "\"code\": \"STUDIO_1651\",\n      \"catalog\": \"STUDIO\",\n      \"number\": 1651",
        1,
    );
    let output = run(&["compare", &file("gone.json", &more)]);
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("help: add `reserved(1651)`"), "{error}");

    let reused = json.replace("INSUFFICIENT_CREDITS", "NO_CREDITS").replace("\"http\": 402", "\"http\": 403");
    let output = run(&["compare", &file("reused.json", &reused)]);
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.starts_with("error: clients would mistake one error for another\nhelp: `STUDIO_1601`"), "{error}");

    assert!(refused(&["compare", &file("other.json", "{}")], 1).contains("cannot be read: missing field"));
    assert!(
        refused(&["compare", "no such file.json"], 1)
            .starts_with("error: reference `no such file.json` cannot be read: ")
    );
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn every_format_is_exported_without_control_characters() {
    for format in Format::ALL {
        let text = out(&["export", "--format", format.name()]);
        assert_eq!(text, format.write(&Reference::of::<ServiceError>()));
        assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{format}");
    }
}

#[test]
fn a_reference_from_a_file_is_exported_in_another_format() {
    let reference = Reference::of::<StudioError>();
    let folder = references("exported", &[("codes.json", reference.to_json())]);
    let path = folder.join("codes.json");
    for format in Format::ALL {
        assert_eq!(out(&["export", "--format", format.name(), path.to_str().unwrap()]), format.write(&reference));
    }
    let stated = out(&[
        "export",
        "-f",
        "openapi",
        "--title",
        "Orders",
        "--version",
        "2.1.0",
        "--server",
        "/a",
        "--server",
        "/b",
    ]);
    let info = OpenApiInfo::new().title("Orders").version("2.1.0").server("/a").server("/b");
    assert_eq!(stated, Reference::of::<ServiceError>().to_openapi_with(&info));
    let error = refused(&["export", "--format", "python", "--title", "Orders"], 2);
    assert!(error.starts_with("error: `--title` needs `--format openapi`\n"), "{error}");
    let error = refused(&["export", "--format", "python", "no such file.json"], 1);
    assert!(error.starts_with("error: reference `no such file.json` cannot be read: "), "{error}");
}

#[test]
fn every_command_uses_a_reference_in_place_of_the_codes_of_the_tool() {
    let own = Reference::of::<ServiceError>().to_json();
    let codes =
        own.replace("STUDIO", "OTHER").replace("\"quota\"", "\"purse\"").replace("Database operation", "Ledger");
    let page = Reference::from_json(&codes).unwrap().to_markdown();
    let folder = references("stated", &[("codes.json", codes.clone()), ("page.md", page), ("own.json", own)]);
    let [file, page, own] =
        ["codes.json", "page.md", "own.json"].map(|name| folder.join(name).into_os_string().into_string().unwrap());
    let reference = Reference::from_json(&codes).unwrap();
    assert!(out(&["explain", "1601", "--reference", &file]).starts_with("OTHER_1601  INSUFFICIENT_CREDITS\n"));
    assert!(out(&["list", "ledger", "-r", &file]).starts_with("OTHER_2002"));
    assert_eq!(out(&["list", "--reference", &file, "--category", "purse"]).lines().count(), 4);
    assert!(refused(&["list", "--reference", &file, "--category", "quota"], 2).contains("invalid value 'quota'"));
    assert_eq!(out(&["export", "--format", "typescript", "--reference", &file]), Format::TypeScript.write(&reference));
    assert_eq!(out(&["compare", &file, "--reference", &file]), "nothing has changed\n");
    assert_eq!(run(&["compare", &own, "--reference", &file]).status.code(), Some(1));
    assert_eq!(out(&["verify", &page, "--reference", &file]), "the page agrees with the code\n");
    assert_eq!(run(&["verify", &page]).status.code(), Some(1));
    assert_eq!(run(&["check", &own, "--reference", &file]).status.code(), Some(0));
    assert!(out(&["completions", "bash", "--reference", &file]).contains("OTHER_1601"));
    let error = refused(&["list", "--reference", "none.json"], 1);
    assert!(error.starts_with("error: reference `none.json` cannot be read: "), "{error}");
    assert!(refused(&["export", "-f", "json", &file, "-r", &file], 2).contains("cannot be used with"));
}

/// Text that controls a terminal: two escape sequences (ESC and C1), a bell, and a bidirectional control character.
const CONTROLS: &str = "\u{1b}[31mred\u{9b}2J\u{7}\u{202e}\u{7f}";

#[test]
fn hostile_text_is_escaped_in_the_terminal() {
    let baseline = Reference::of::<ServiceError>().to_json().replace("STUDIO_1601", &format!("STUDIO_{CONTROLS}"));
    let baseline = baseline
        .replace("Database operation failed", CONTROLS)
        .replace('\u{1b}', "\\u001b")
        .replace('\u{7}', "\\u0007");
    let path = std::env::temp_dir().join(format!("hostile-baseline-{}.json", std::process::id()));
    fs::write(&path, baseline).unwrap();
    let [sound, other] = ["sound", "other"].map(|name| {
        std::env::temp_dir().join(format!("{name}-{CONTROLS}-{}.json", std::process::id()).replace('\u{0}', ""))
    });
    fs::write(&sound, Reference::of::<ServiceError>().to_json()).unwrap();
    let json =
        Reference::of::<ServiceError>().to_json().replace("CLOSING", "\\u001b[31mred\\u009b2J\\u0007\\u202e\\u007f");
    fs::write(&other, json).unwrap();
    for args in [
        &["explain", "101", "100"][..],
        &["list"],
        &["explain", CONTROLS],
        &["explain", &format!("--{CONTROLS}")],
        &["export", "--format", CONTROLS],
        &["list", "--http", CONTROLS],
        &["list", "--category", CONTROLS],
        &["compare", CONTROLS],
        &["compare", path.to_str().unwrap()],
        &["check", path.to_str().unwrap(), CONTROLS],
        &["check", sound.to_str().unwrap(), other.to_str().unwrap()],
        &[CONTROLS],
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_hostile-errors"))
            .args(args)
            .env("CLICOLOR_FORCE", "1")
            .env_remove("NO_COLOR")
            .output()
            .unwrap();
        let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(text.contains("\u{1b}["), "colors are missing: {text:?}");
        for sequence in text.split('\u{1b}').skip(1) {
            let (style, _) = sequence.strip_prefix('[').unwrap().split_once('m').unwrap();
            assert!(style.bytes().all(|byte| byte.is_ascii_digit() || byte == b';'), "{sequence:?}");
        }
        let hidden = |c: char| c.is_control() && !matches!(c, '\n' | '\u{1b}') || c == '\u{202e}';
        assert!(!text.contains("\u{1b}[31mred") && !text.contains(hidden), "{text:?}");
    }
    for path in [path, sound, other] {
        fs::remove_file(path).unwrap();
    }
}

#[test]
fn a_pipe_has_no_colors() {
    assert!(!out(&["explain", "1601"]).contains('\u{1b}'));
    let output = run(&["explain", "9"]);
    assert!(!String::from_utf8(output.stderr).unwrap().contains('\u{1b}'));
}

#[test]
fn a_reader_that_stops_early_is_not_a_failure() {
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
fn completions_contain_the_codes_and_no_hostile_text() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = out(&["completions", shell]);
        assert!(script.contains("hostile-errors") && !script.contains("<b>"), "{shell}");
    }
    let script = out(&["completions", "bash"]);
    assert!(script.contains("INSUFFICIENT_CREDITS") && script.contains("quota"));
}

#[test]
fn a_tool_with_a_space_in_its_name_writes_completions() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("my tools");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let tool = folder.join("my tool$x");
    // A copy cannot be executed while a process that another test starts still has it open for writing.
    fs::hard_link(env!("CARGO_BIN_EXE_hostile-errors"), &tool).unwrap();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let output = Command::new(&tool).args(["completions", shell]).output().unwrap();
        assert!(output.status.success(), "{shell}: {output:?}");
        assert!(String::from_utf8(output.stdout).unwrap().contains("my-tool-x"), "{shell}");
        let note = "note: no shell can complete the name `my tool$x`: the completions are for `my-tool-x`\n";
        assert_eq!(String::from_utf8(output.stderr).unwrap(), note);
    }
}

/// A folder of exported references.
fn references(name: &str, files: &[(&str, String)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    for (name, json) in files {
        fs::write(folder.join(name), json).unwrap();
    }
    folder
}

fn check(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hostile-errors")).arg("check").args(args).current_dir(folder).output().unwrap()
}

#[test]
fn check_reports_each_conflict_once_with_its_owners() {
    let orders = Reference::of::<StudioError>().to_json();
    let billing = orders
        .replace("\"http\": 402", "\"http\": 403")
        .replace("\"reserved\": []", "\"reserved\": [{\"catalog\": \"STUDIO\", \"first\": 1601, \"last\": 1602}]");
    let mut shipping: serde_json::Value = serde_json::from_str(&orders).unwrap();
    shipping["codes"] = serde_json::json!([]);
    shipping["reserved"] = serde_json::json!([{"catalog": "STUDIO", "first": 1602, "last": 4_294_967_295_u32}]);
    let folder = references(
        "conflicts",
        &[
            ("orders.json", orders.clone()),
            ("same.json", orders),
            ("billing.json", billing),
            ("shipping.json", shipping.to_string()),
        ],
    );

    let output = check(&folder, &["orders.json", "billing.json", "same.json"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let expected = "\
STUDIO_1601  orders.json   INSUFFICIENT_CREDITS, http 402, category quota, not retryable
             billing.json  INSUFFICIENT_CREDITS, http 403, category quota, not retryable
             same.json     INSUFFICIENT_CREDITS, http 402, category quota, not retryable
";
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
    let expected = "error: 1 number has more than one meaning\n\
        help: keep the number in one service, and give the other error a free number\n";
    assert_eq!(String::from_utf8(output.stderr).unwrap(), expected);

    let output = check(&folder, &["--format", "json", "same.json", "shipping.json"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let expected = StudioError::CODES.iter().filter(|info| info.code().number() >= 1602).count();
    assert_eq!(found.as_array().unwrap().len(), expected);
    let retryable =
        if StudioError::CODES.get("STUDIO_1602").unwrap().retryable() { "retryable" } else { "not retryable" };
    let facts = format!("QUOTA_EXCEEDED, http 429, category quota, {retryable}");
    let claims = [("same.json", &*facts), ("shipping.json", "reserved")];
    let claims = claims.map(|(owner, facts)| serde_json::json!({"owner": owner, "facts": facts}));
    assert_eq!(found[0], serde_json::json!({"code": "STUDIO_1602", "claims": claims}));

    let output = check(&folder, &["orders.json", "same.json"]);
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    assert_eq!(output.stdout, b"no conflicts: 72 codes in 2 references\n");
    assert_eq!(check(&folder, &["--format", "json", "orders.json", "same.json"]).stdout, b"[]\n");
    assert_eq!(check(&folder, &[]).status.code(), Some(2));
    // A single file is compared with the codes of the tool.
    let own = String::from_utf8(check(&folder, &["billing.json"]).stdout).unwrap();
    assert!(own.starts_with("STUDIO_1601  the codes of this tool  INSUFFICIENT_CREDITS, http 402, "), "{own}");
    let stated = String::from_utf8(check(&folder, &["billing.json", "--reference", "orders.json"]).stdout).unwrap();
    assert!(stated.starts_with("STUDIO_1601  orders.json   INSUFFICIENT_CREDITS, http 402, "), "{stated}");
    let output = check(&folder, &["orders.json", "missing.json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stderr.starts_with(b"error: reference `missing.json` cannot be read: "));
}

#[test]
fn the_time_of_check_is_proportional_to_the_number_of_codes() {
    let template = Reference::of::<StudioError>();
    let row = &template.codes[0];
    let file = |codes: u32, http: u16| {
        let rows: Vec<_> = (1..=codes)
            .map(|number| {
                serde_json::json!({
                    "code": format!("MANY_{number}"), "catalog": "MANY", "number": number,
                    "http": if number == codes / 2 { http } else { row.http }, "category": "all",
                    "name": format!("NAME_{number}"), "description": row.description, "resolution": row.resolution,
                    "retryable": row.retryable,
                })
            })
            .collect();
        let reserved: Vec<_> = (0..codes)
            .map(|i| serde_json::json!({"catalog": "MANY", "first": 20_000 + 3 * i, "last": 20_001 + 3 * i}))
            .collect();
        serde_json::json!({
            "$schema": studio_errors::reference::SCHEMA,
            "catalogs": [{"prefix": "MANY", "separator": "_", "width": 0}],
            "codes": rows, "categories": [], "reserved": reserved,
        })
        .to_string()
    };
    assert_not_quadratic(10_000, |codes| {
        let (same, other) = (file(codes, 400), file(codes, 409));
        let folder = references("many", &[("a.json", same.clone()), ("b.json", same), ("c.json", other)]);
        let output = check(&folder, &["a.json", "b.json", "c.json"]);
        assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 3);
        assert_eq!(output.status.code(), Some(1));
    });
}

#[test]
fn check_compares_the_operations_of_a_document_with_the_codes() {
    let reference = Reference::of::<QuotaError>();
    let responses = |statuses: &[&str]| {
        let refer = |status: &&str| {
            let component = format!("#/components/responses/{status}");
            (status.to_string(), serde_json::json!({"$ref": component}))
        };
        statuses.iter().map(refer).collect::<serde_json::Map<_, _>>()
    };
    let mut document: serde_json::Value = serde_json::from_str(&reference.to_openapi()).unwrap();
    document["paths"] = serde_json::json!({
        "/images": {"post": {"responses": responses(&["402", "429", "default"])}},
        "/wallets": {"get": {"responses": responses(&["default"])}},
    });
    let mut whole = document.clone();
    whole["paths"] = serde_json::json!({"/images": {"post": {"responses": responses(&["402", "403", "429"])}}});
    let folder = references(
        "documents",
        &[("api.json", document.to_string()), ("whole.json", whole.to_string()), ("quota.json", reference.to_json())],
    );
    let output = check(&folder, &["api.json", "quota.json"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let expected = "STUDIO_1603  no operation has this code\nGET /wallets  api.json: no response has a code\n";
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
    let expected = "error: 1 code without an operation, and 1 operation without codes\n\
        help: list the codes of each operation with `code_set!`, and its set in the responses\n";
    assert_eq!(String::from_utf8(output.stderr).unwrap(), expected);
    let found: serde_json::Value =
        serde_json::from_slice(&check(&folder, &["-f", "json", "quota.json", "api.json"]).stdout).unwrap();
    let without = serde_json::json!([{"document": "api.json", "operation": "GET /wallets"}]);
    assert_eq!(found, serde_json::json!({"conflicts": [], "unused": ["STUDIO_1603"], "without_codes": without}));
    let output = check(&folder, &["quota.json", "whole.json"]);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(output.stdout, b"each of 1 operations has codes, and each of 4 codes has an operation\n");
    // Without a reference, the codes are those of the tool.
    let own = check(&folder, &["whole.json"]);
    assert!(String::from_utf8(own.stdout).unwrap().contains("STUDIO_1000  no operation has this code\n"));
}

#[test]
fn check_reads_a_document_in_yaml() {
    let quota = Reference::of::<QuotaError>().to_json();
    let bomb = (1..30).fold("openapi: 3.1.0\na0: &a0 [x]\n".to_owned(), |mut text, i| {
        text += &format!("a{i}: &a{i} [{}]\n", ["*a"; 20].map(|alias| format!("{alias}{}", i - 1)).join(", "));
        text
    });
    let folder = references(
        "yaml",
        &[
            ("api.yaml", include_str!("api.yaml").to_owned()),
            ("quota.json", quota),
            ("broken\u{1b}.yml", "openapi: 3.1.0\npaths: {\n  /images: [\n".to_owned()),
            ("twice.yaml", "openapi: 3.1.0\npaths: {}\npaths: {}\n".to_owned()),
            ("twice.json", "{\"openapi\": \"3.1.0\", \"paths\": {}, \"paths\": {}}".to_owned()),
            ("other.yaml", "swagger: '2.0'\n".to_owned()),
            ("bomb.yaml", bomb),
        ],
    );
    let output = check(&folder, &["quota.json", "api.yaml"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let expected = "STUDIO_1602  no operation has this code\nGET /health  api.yaml: no response has a code\n";
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
    for (file, expected) in [
        ("broken\u{1b}.yml", "document `broken\\u{1b}.yml` cannot be read: unclosed bracket '[' at line 3, column 12"),
        ("twice.yaml", "document `twice.yaml` cannot be read: "),
        ("twice.json", "document `twice.json` cannot be read: "),
        ("other.yaml", "document `other.yaml` cannot be read: it has no member `openapi`"),
        ("bomb.yaml", "document `bomb.yaml` cannot be read: "),
        ("absent.yaml", "reference `absent.yaml` cannot be read: "),
    ] {
        let output = check(&folder, &["quota.json", file]);
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(error.starts_with(&format!("error: {expected}")), "{error}");
        assert_eq!((error.lines().count(), output.status.code(), output.stdout.len()), (1, Some(1), 0), "{error}");
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn every_format_has_its_name() {
    for format in Format::ALL {
        assert_eq!((Format::named(format.name()), format!("{format}")), (Some(*format), format.name().into()));
    }
    assert_eq!(Format::named("HTML"), None);
}

#[test]
fn codes_of_operations_are_found_by_reference_example_and_value() {
    let schema = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    let document = json!({
        "openapi": "3.1.0",
        "paths": {
            "/images": {
                "post": {"responses": {"402": {"$ref": "#/components/responses/Paid"}, "default": schema("Error_STUDIO_1603")}},
                "get": {"responses": {"200": {"description": "STUDIO_1603"}}},
                "parameters": [],
            },
            "/wallets": {"put": {"responses": {"429": {"content": {"application/json": {"schema": schema("Loop")}}}}}},
        },
        "components": {
            "responses": {"Paid": {"content": {"application/json": {"schema": {"anyOf": [schema("Error_STUDIO_1601")]}}}}},
            "schemas": {"Loop": {"anyOf": [schema("Loop"), {"const": "STUDIO_1600"}, {"enum": ["STUDIO_1602", 7]}]}},
        },
    });
    let quota = Reference::of::<QuotaError>().to_json();
    let folder = references("studio-errors-operations", &[("api.json", document.to_string()), ("quota.json", quota)]);
    let output = check(&folder, &["api.json", "quota.json"]);
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        "STUDIO_1603  no operation has this code\nGET /images  api.json: no response has a code\n"
    );
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_status_has_the_color_of_its_class() {
    for (code, color) in [("1601", "\u{1b}[33mHTTP 402"), ("2000", "\u{1b}[31mHTTP 500")] {
        let tool = env!("CARGO_BIN_EXE_hostile-errors");
        let output = Command::new(tool).args(["explain", code]).env("CLICOLOR_FORCE", "1").output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains(color), "{text:?}");
    }
}
