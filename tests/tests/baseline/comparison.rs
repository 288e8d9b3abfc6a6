//! Baselines: the changes, their effects, and the file.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

use serde_json::{Value, json};
use studio_errors::baseline::{Comparison, Effect, Kind, assert_compatible, assert_unchanged, compare};
use studio_errors::catalog::StudioError;
use studio_errors::reference::{DeprecatedRow, Reference};
use studio_errors::{CodeSet, StudioErrorCode};
use studio_errors_generators::assert_not_quadratic;

#[test]
fn the_time_of_a_comparison_is_proportional_to_the_number_of_categories() {
    let published = Reference::of::<StudioError>();
    assert_not_quadratic(100_000, |categories| {
        let mut was = published.clone();
        let rows = published.categories.iter().cycle().enumerate().take(categories as usize);
        was.categories = rows
            .map(|(i, row)| {
                let mut row = row.clone();
                row.slug = format!("category-{i}").into();
                row
            })
            .collect();
        let mut now = was.clone();
        now.categories.reverse();
        for row in &mut now.categories {
            row.title = "Other".into();
        }
        let comparison = Comparison::new(&was, &now);
        let changes = comparison.changes().iter().filter(|change| change.kind == Kind::Title);
        assert_eq!(changes.count(), categories as usize);
    });
}

#[test]
fn the_published_codes_are_those_of_the_last_release() {
    assert_unchanged::<StudioError>("../studio-errors/error-codes.json");
}

/// A release of the service. Each line is a code: number, http, name, description, and an optional resolution.
macro_rules! release {
    ($release:ident, reserved($($reserved:tt)*), $($code:literal $http:literal $variant:ident $words:literal $($resolution:literal)?;)*) => {
        #[derive(StudioErrorCode)]
        #[studio(category = "quota", reserved($($reserved)*))]
        enum $release {
            $(#[studio(code = $code, http = $http, description = $words $(, resolution = $resolution)?)] $variant,)*
        }
    };
}

release! { Was, reserved(1690..=1693, 1680),
    1650 400 Kept "kept";
    1651 400 Http "http";
    1652 400 OldName "name";
    1653 400 Words "words" "wait";
    1654 400 Goes "goes";
    1655 400 Forgotten "is forgotten";
    1656 400 Moves "moves";
}

// Every kind of change.
release! { Everything, reserved(1654, 1656, 1680, 1670..=1672, 1693),
    1650 400 Kept "kept";
    1651 404 Http "http";
    1652 400 NewName "name";
    1653 400 Words "other words" "do not wait";
    1657 400 Moves "moves";
    1658 400 Added "new";
    1690 400 Back "was reserved";
}

release! { Compatible, reserved(1690..=1694, 1680),
    1650 400 Kept "kept";
    1651 400 Http "http";
    1652 400 OldName "name";
    1653 400 Words "other words" "wait";
    1654 400 Goes "goes" "now with words";
    1655 400 Forgotten "is forgotten";
    1656 400 Moves "moves";
    1658 400 Added "new";
}

release! { Retired, reserved(1690..=1693, 1680, 1654),
    1650 400 Kept "kept";
    1651 400 Http "http";
    1652 400 OldName "name";
    1653 400 Words "words" "wait";
    1655 400 Forgotten "is forgotten";
    1656 400 Moves "moves";
}

release! { OtherError, reserved(1690..=1693, 1680),
    1650 400 Kept "kept";
    1651 400 Http "http";
    1652 400 OldName "name";
    1653 400 Words "words" "wait";
    1654 404 Other "goes";
    1655 400 Forgotten "is forgotten";
    1656 400 Moves "moves";
}

release! { OtherHttp, reserved(1690..=1693, 1680),
    1650 400 Kept "kept";
    1651 400 Http "http";
    1652 400 OldName "name";
    1653 400 Words "words" "wait";
    1654 404 Goes "goes";
    1655 400 Forgotten "is forgotten";
    1656 400 Moves "moves";
}

type Changes = Vec<(String, Kind, String, String)>;

fn changes<T: CodeSet>(baseline: &str) -> Changes {
    changes_of(&compare::<T>(baseline).unwrap())
}

fn changes_of(comparison: &Comparison) -> Changes {
    comparison.changes().iter().cloned().map(|change| (change.subject, change.kind, change.was, change.now)).collect()
}

fn baseline() -> String {
    Reference::of::<Was>().to_json()
}

#[test]
fn every_change_is_reported_once_with_both_values() {
    let expected = [
        ("STUDIO_1651", Kind::Http, "400", "404"),
        ("STUDIO_1652", Kind::Name, "OLD_NAME", "NEW_NAME"),
        ("STUDIO_1653", Kind::Description, "words", "other words"),
        ("STUDIO_1653", Kind::Resolution, "wait", "do not wait"),
        ("STUDIO_1654", Kind::Removed, "GOES", ""),
        ("STUDIO_1655", Kind::Removed, "FORGOTTEN", ""),
        ("STUDIO_1656", Kind::Renumbered, "MOVES", "STUDIO_1657"),
        ("STUDIO_1658", Kind::Added, "", "ADDED"),
        ("STUDIO_1690", Kind::Added, "", "BACK"),
        ("STUDIO_1655", Kind::NotReserved, "a code", "free"),
        ("STUDIO_1670..=1672", Kind::Reserved, "", "reserved"),
        ("STUDIO_1690", Kind::Returned, "reserved", "a code"),
        ("STUDIO_1691..=1692", Kind::NotReserved, "reserved", "free"),
    ];
    let expected: Vec<_> = expected.map(|(code, kind, was, now)| (code.into(), kind, was.into(), now.into())).into();
    assert_eq!(changes::<Everything>(&baseline()), expected);
}

#[test]
fn another_category_breaks_and_another_title_or_range_does_not() {
    let now = Reference::of::<Was>();
    let mut was = now.clone();
    was.codes[0].category = "templates".into();
    was.categories[0].title = "Quotas".into();
    was.categories[0].ranges[0].last = 1650;
    let comparison = Comparison::new(&was, &now);
    let kinds: Vec<_> = comparison.changes().iter().map(|change| (change.kind, change.kind.effect())).collect();
    assert_eq!(
        kinds,
        [(Kind::Category, Effect::Breaks), (Kind::Title, Effect::Compatible), (Kind::Range, Effect::Compatible)]
    );
    assert_eq!(comparison.changes()[2].was, "1600 to 1650");
    let table = comparison.to_string();
    let kinds: Vec<_> = table.lines().skip(1).map(|line| line.split_whitespace().nth(1).unwrap()).collect();
    assert_eq!(kinds, ["category", "title", "range"], "{table}");
}

#[test]
fn a_change_of_each_fact_has_its_kind_in_both_directions() {
    let was = Reference::of::<Was>();
    let template = r#"{"code":"{code}","message":"{message}"}"#;
    let published = r#"{"error":{"code":"{code}","message":"{message}","http":{http},"details":{details},"request_id":"{request_id}"}}"#;
    let detail = |kind: &str, optional| json!([{"name": "need", "type": kind, "optional": optional}]);
    for (edit, subject, [kind, back], texts) in [
        (json!({"catalogs": {"docs": "d"}}), "STUDIO", [Kind::Docs; 2], ["", "d"]),
        (json!({"catalogs": {"domain": "d"}}), "STUDIO", [Kind::Domain; 2], ["", "d"]),
        (json!({"catalogs": {"challenge": "d"}}), "STUDIO", [Kind::Challenge; 2], ["Bearer", "d"]),
        (json!({"catalogs": {"code_header": "d"}}), "STUDIO", [Kind::CodeHeader; 2], ["", "d"]),
        (json!({"catalogs": {"envelope": template}}), "STUDIO", [Kind::Envelope; 2], [published, template]),
        (json!({"codes": {"grpc": "aborted"}}), "STUDIO_1650", [Kind::Grpc; 2], ["by status", "aborted"]),
        (json!({"codes": {"properties": {"type": "a"}}}), "STUDIO_1650", [Kind::Property; 2], ["", "type a"]),
        (json!({"codes": {"challenge": "Basic"}}), "STUDIO_1650", [Kind::Challenge; 2], ["", "Basic"]),
        (json!({"codes": {"retryable": true}}), "STUDIO_1650", [Kind::Retryable, Kind::NotRetryable], ["no", "yes"]),
        (
            json!({"codes": {"deprecated": {"since": "2.0"}}}),
            "STUDIO_1650",
            [Kind::Deprecated, Kind::NotDeprecated],
            ["", "deprecated since 2.0"],
        ),
        (
            json!({"codes": {"details": detail("string", true)}}),
            "STUDIO_1650",
            [Kind::DetailAdded, Kind::DetailRemoved],
            ["", "need (string, optional)"],
        ),
    ] {
        let now = edited(&was, &edit);
        let change = |kind, was: &str, now: &str| vec![(subject.to_owned(), kind, was.to_owned(), now.to_owned())];
        let [text, other] = texts;
        assert_eq!(changes_of(&Comparison::new(&was, &now)), change(kind, text, other));
        assert_eq!(changes_of(&Comparison::new(&now, &was)), change(back, other, text));
    }
    let [integer, string, optional] = [("integer", false), ("string", false), ("integer", true)]
        .map(|(kind, optional)| edited(&was, &json!({"codes": {"details": detail(kind, optional)}})));
    let kinds =
        |was, now| changes_of(&Comparison::new(was, now)).into_iter().map(|change| change.1).collect::<Vec<_>>();
    assert_eq!(kinds(&integer, &string), [Kind::DetailType]);
    assert_eq!(kinds(&integer, &optional), [Kind::DetailOptional]);
    assert_eq!(kinds(&optional, &integer), [Kind::DetailRequired]);
}

/// The reference with other members of its first catalog or of its first code.
fn edited(reference: &Reference, members: &Value) -> Reference {
    let mut json: Value = serde_json::from_str(&reference.to_json()).unwrap();
    for (rows, members) in members.as_object().unwrap() {
        for (name, value) in members.as_object().unwrap() {
            json[rows][0][name] = value.clone();
        }
    }
    Reference::from_json(&json.to_string()).unwrap()
}

/// A reference with these codes and these reserved numbers.
fn numbers(codes: &[&str], reserved: &[(i64, i64)]) -> Reference {
    let mut reference = Reference::of::<Was>();
    let (row, range) = (reference.codes[0].clone(), reference.reserved[0].clone());
    let of_code = |code: &&str| {
        let mut row = row.clone();
        let (catalog, number) = code.split_once('_').unwrap();
        (row.code, row.name) = (code.to_string().into(), code.to_string().into());
        (row.catalog, row.number) = (catalog.to_owned().into(), number.parse().unwrap());
        row
    };
    let of_range = |(first, last): &(i64, i64)| {
        let mut range = range.clone();
        (range.first, range.last) = (*first, *last);
        range
    };
    reference.codes = codes.iter().map(of_code).collect();
    reference.reserved = reserved.iter().map(of_range).collect();
    reference
}

#[test]
fn codes_are_in_the_order_of_their_catalogs_and_numbers() {
    let was = numbers(&["A_9", "A_100", "B_1"], &[]);
    let comparison = Comparison::new(&was, &numbers(&["A_10", "A_1000", "AA_5"], &[]));
    let subjects: Vec<_> = comparison.changes()[..6].iter().map(|change| &*change.subject).collect();
    assert_eq!(subjects, ["A_9", "A_10", "A_100", "A_1000", "AA_5", "B_1"]);
}

#[test]
fn a_code_is_deprecated_before_it_is_removed() {
    let mut was = numbers(&["STUDIO_6", "STUDIO_7"], &[]);
    was.codes[0].deprecated = Some(DeprecatedRow::default());
    let comparison = Comparison::new(&was, &numbers(&[], &[(6, 7)]));
    let kinds: Vec<_> = comparison.changes().iter().map(|change| (change.kind, change.kind.effect())).collect();
    assert_eq!(kinds, [(Kind::Retired, Effect::Breaks), (Kind::Removed, Effect::Breaks)]);
    assert_eq!(comparison.help().lines().count(), 1, "{}", comparison.help());
}

#[test]
fn ranges_of_any_size_are_compared_as_ranges() {
    let subjects = |was: &Reference, now: &Reference| {
        let changes = changes_of(&Comparison::new(was, now)).into_iter();
        changes.map(|(subject, kind, ..)| (subject, kind)).filter(|(_, kind)| *kind != Kind::Added).collect::<Vec<_>>()
    };
    let overlapping = numbers(&[], &vec![(1, i64::MAX); 20_000]);
    let free = |subject: &str| (subject.to_owned(), Kind::NotReserved);
    assert_eq!(
        subjects(&overlapping, &numbers(&["STUDIO_7"], &[])),
        [free("STUDIO_1..=6"), ("STUDIO_7".to_owned(), Kind::Returned), free("STUDIO_8..=9223372036854775807"),]
    );
    // Adjacent ranges with one change are one range. A range with reversed ends contains no number.
    let adjacent = numbers(&[], &[(5, 9), (1, 2), (3, 4), (7, 12), (20, 20), (30, 29)]);
    assert_eq!(subjects(&adjacent, &numbers(&[], &[])), [free("STUDIO_1..=12"), free("STUDIO_20")]);
}

#[test]
fn reserved_numbers_are_written_as_the_catalog_writes_them() {
    let mut was = numbers(&[], &[(4, 4), (90, 100)]);
    was.catalogs[0].separator = "-".into();
    was.catalogs[0].width = 3;
    let comparison = Comparison::new(&was, &numbers(&[], &[]));
    let subjects: Vec<_> = comparison.changes().iter().map(|change| &*change.subject).collect();
    assert_eq!(subjects, ["STUDIO-004", "STUDIO-090..=100"]);
    let help = comparison.help();
    assert!(help.contains("`reserved(4)`") && help.contains("`reserved(90..=100)`"), "{help}");
}

#[test]
fn equal_references_have_no_changes() {
    let comparison = compare::<Was>(&baseline()).unwrap();
    assert!(comparison.changes().is_empty());
    assert_eq!(comparison.effect(), Effect::Compatible);
    assert!(compare::<Was>(&baseline().replace('\n', "\r\n")).unwrap().changes().is_empty());
}

#[test]
fn the_table_is_aligned() {
    let table = compare::<Everything>(&baseline()).unwrap().to_string();
    let expected = "
  code                change                     was        now          clients
  STUDIO_1651         http                       400        404          break
  STUDIO_1652         name                       OLD_NAME   NEW_NAME     break
  STUDIO_1653         description                words      other words  compatible
";
    assert!(table.starts_with(&expected[1..]), "{table}");
    assert!(table.contains(
        "  STUDIO_1690         returned                   reserved   a code       mistake one error for another\n"
    ));
    let mut was = Reference::of::<Was>();
    was.codes[0].description = "é\n".repeat(90).into();
    let table = Comparison::new(&was, &Reference::of::<Was>()).to_string();
    assert!(table.contains("é é") && table.contains("…  kept") && table.lines().count() == 2, "{table}");
}

#[test]
fn a_hostile_baseline_is_escaped_in_the_table() {
    let hostile = "STUDIO_1651\n\u{1b}[2J\u{9b}2J\u{202e}\u{2028}";
    let mut was = Reference::of::<Was>();
    for row in &mut was.codes[1..=2] {
        row.code = hostile.into();
        row.name = hostile.into();
    }
    was.reserved[0].catalog = hostile.into();
    let comparison = Comparison::new(&was, &Reference::of::<Was>());
    let table = comparison.to_string();
    assert!(table.chars().all(|c| c == '\n' || !c.is_control()) && !table.contains('\u{202e}'), "{table:?}");
    assert_eq!(table.lines().count(), comparison.changes().len() + 1, "{table}");
}

/// The tests below run this in a separate process, with a separate environment.
#[test]
#[ignore = "run by the tests below"]
fn the_assertion_in_a_separate_process() {
    const FILE: &str = "codes.json";
    match &*env::var("CASE").unwrap() {
        "was" => assert_unchanged::<Was>(FILE),
        "compatible" => assert_compatible::<Compatible>(FILE),
        "unchanged" => assert_unchanged::<Compatible>(FILE),
        "retired" => assert_compatible::<Retired>(FILE),
        "other http" => assert_compatible::<OtherHttp>(FILE),
        "other error" => assert_compatible::<OtherError>(FILE),
        "everything" => assert_compatible::<Everything>(FILE),
        other => panic!("{other}"),
    }
}

struct Package(PathBuf);

impl Package {
    fn new(name: &str, file: Option<&str>) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        if let Some(text) = file {
            fs::write(path.join("codes.json"), text).unwrap();
        }
        Self(path)
    }

    fn text(&self) -> String {
        fs::read_to_string(self.0.join("codes.json")).unwrap()
    }

    /// Runs the test above. Returns whether it passed, and its output.
    fn run(&self, case: &str, updates: bool) -> (bool, String) {
        let mut command = Command::new(env::current_exe().unwrap());
        command
            .args(["--ignored", "--exact", "--nocapture", "baseline::comparison::the_assertion_in_a_separate_process"])
            .env("CASE", case);
        command
            .env("CARGO_MANIFEST_DIR", &self.0)
            .env("RUST_BACKTRACE", "0")
            .env_remove("UPDATE_ERROR_CODES")
            .env("UPDATE_EXPECT", "1");
        if updates {
            command.env("UPDATE_ERROR_CODES", "1");
        }
        let Output { status, stdout, stderr } = command.output().unwrap();
        let printed = [stdout, stderr].concat();
        let text = String::from_utf8(printed).unwrap();
        assert!(text.contains("running 1 test"), "{text}");
        (status.success(), text)
    }
}

#[test]
fn additions_and_other_descriptions_pass_and_are_printed() {
    let package = Package::new("additions", Some(&baseline()));
    let (passed, text) = package.run("compatible", false);
    assert!(passed && text.contains("  STUDIO_1658  added"), "{text}");
    let (passed, text) = package.run("unchanged", false);
    assert!(!passed && text.contains("error codes have changed since baseline"), "{text}");
    assert_eq!(package.text(), baseline(), "nothing is written unasked");
    assert!(package.run("unchanged", true).0);
    assert_eq!(package.text(), Reference::of::<Compatible>().to_json());
    assert!(package.run("unchanged", false).0);
}

#[test]
fn a_breaking_change_fails_until_it_is_accepted() {
    for (test, change, json) in [
        ("other http", "http", Reference::of::<OtherHttp>().to_json()),
        ("retired", "removed", Reference::of::<Retired>().to_json()),
    ] {
        let package = Package::new(test, Some(&baseline()));
        let (passed, text) = package.run(test, false);
        assert!(
            !passed && text.contains("  STUDIO_1654  ") && text.contains(change) && text.contains("break\n"),
            "{text}"
        );
        assert!(
            text.contains("help: to accept these changes, update the baseline with `UPDATE_ERROR_CODES=1 cargo test`")
        );
        assert_eq!(package.text(), baseline());
        assert!(package.run(test, true).0);
        assert_eq!(package.text(), json);
        assert!(package.run(test, false).0);
    }
}

#[test]
fn a_reused_number_is_never_accepted() {
    let package = Package::new("reuses", Some(&baseline()));
    for updates in [false, true] {
        let (passed, text) = package.run("everything", updates);
        assert!(!passed, "{text}");
        assert!(text.contains("help: add `reserved(1655)` to the type that had `STUDIO_1655`\n"), "{text}");
        assert!(
            text.contains("help: add `reserved(1691..=1692)` to the type that had `STUDIO_1691..=1692`\n"),
            "{text}"
        );
        assert!(text.contains("help: `STUDIO_1690` is a retired number: use another number\n"), "{text}");
        assert_eq!(package.text(), baseline());
    }
}

#[test]
fn another_name_with_another_http_is_never_accepted() {
    let package = Package::new("other error", Some(&baseline()));
    for updates in [false, true] {
        let (passed, text) = package.run("other error", updates);
        assert!(!passed && text.contains("  STUDIO_1654  reused"), "{text}");
        let help = "help: `STUDIO_1654` is published as GOES, http 400: use another number, and add `reserved(1654)`\n";
        assert!(text.contains(help), "{text}");
        assert_eq!(package.text(), baseline());
    }
}

#[test]
fn a_file_with_fewer_facts_is_updated_only_on_request() {
    let mut fewer = Reference::of::<Was>();
    fewer.categories.clear();
    let package = Package::new("fewer", Some(&fewer.to_json()));
    assert!(package.run("was", false).0);
    assert_eq!(package.text(), fewer.to_json());
    assert!(package.run("was", true).0);
    assert_eq!(package.text(), baseline());
    let modified = || fs::metadata(package.0.join("codes.json")).unwrap().modified().unwrap();
    let before = modified();
    assert!(package.run("was", true).0);
    assert_eq!(modified(), before);
}

#[test]
fn a_missing_baseline_is_created_on_request() {
    let package = Package::new("missing", None);
    let (passed, text) = package.run("compatible", false);
    assert!(
        !passed && text.contains("codes.json` does not exist\nhelp: create it with `UPDATE_ERROR_CODES=1 cargo test`"),
        "{text}"
    );
    assert!(package.run("compatible", true).0);
    assert_eq!(package.text(), Reference::of::<Compatible>().to_json());
}

#[test]
fn a_file_that_is_not_a_reference_is_an_error_and_is_not_overwritten() {
    let conflict = format!("<<<<<<< HEAD\n{}", baseline());
    for foreign in ["{\"name\": \"left-pad\", \"version\": \"1.0.0\"}", "", "[1, 2]", &conflict] {
        let package = Package::new("foreign", Some(foreign));
        for updates in [false, true] {
            let (passed, text) = package.run("compatible", updates);
            assert!(!passed && text.contains("codes.json` is not a reference of error codes: "), "{text}");
            assert_eq!(package.text(), foreign);
        }
    }
    let package = Package::new("folder", None);
    fs::create_dir(package.0.join("codes.json")).unwrap();
    let (passed, text) = package.run("compatible", true);
    assert!(!passed && text.contains("codes.json` cannot be read: "), "{text}");
}
