//! Imports and verifies pages of error codes.

use std::path::Path;
use std::process::{Command, Output};

use expect_test::{expect, expect_file};
use studio_errors::catalog::StudioError;
use studio_errors::reference::Reference;
use studio_errors_cli::page::{Column, Finding, Imported, Kind, NotImported, Page, PageFormat, assert_page_agrees};
use studio_errors_generators::assert_not_quadratic;
use studio_errors_tests::hostile::HostileError;
use studio_errors_tests::imported::{acme, hostile, old, studio};

const MARKDOWN: PageFormat = PageFormat::Markdown;

fn page(name: &str) -> Page {
    Page::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("pages").join(name)).unwrap()
}

fn parse(text: &str, format: PageFormat) -> Page {
    Page::parse(text, format).unwrap()
}

fn import(page: &Page, catalog: &str) -> Imported {
    page.to_rust(catalog).unwrap()
}

/// Returns the remarks, one on each line.
fn remarks(imported: &Imported) -> String {
    let lines = imported.left_out.iter().map(|remark| format!("left out: {remark}\n"));
    lines.chain(imported.notes.iter().map(|remark| format!("note: {remark}\n"))).collect()
}

/// Returns the output for one reference in each format that states all facts.
fn same_in_every_format(reference: &Reference, catalog: &str) -> Imported {
    let imported = import(&parse(&reference.to_json(), PageFormat::Json), catalog);
    assert_eq!(remarks(&imported), "");
    for (format, text) in [(MARKDOWN, reference.to_markdown()), (PageFormat::Html, reference.to_html())] {
        let other = import(&parse(&text, format), catalog);
        assert_eq!(other.rust, imported.rust, "{format:?}");
        assert!(other.left_out.is_empty(), "{}", remarks(&other));
    }
    imported
}

#[test]
fn the_published_reference_becomes_the_published_enums() {
    let reference = Reference::of::<StudioError>();
    let imported = same_in_every_format(&reference, "Studio");
    expect_file!["../../src/imported/studio.rs"].assert_eq(&imported.rust);
    assert_eq!(Reference::of::<studio::StudioError>().to_json(), reference.to_json());
    // The names of the enums and of their variants are those of the catalog.
    let own = |path: &str| std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    for file in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../studio-errors/src/catalog")).unwrap() {
        let file = file.unwrap().path();
        let source = std::fs::read_to_string(&file).unwrap();
        for line in source.lines().filter(|line| line.contains("pub enum") || line.trim().starts_with("/// ")) {
            let is_item = line.contains("pub enum") || source.contains("published)]") && line.starts_with("    /// ");
            assert!(!is_item || own("src/imported/studio.rs").contains(line.trim()), "{}: {line}", file.display());
        }
    }
}

#[test]
fn the_published_table_becomes_the_published_enums() {
    let table = include_str!("../catalog/error-codes.tsv");
    let rows = table.lines().enumerate().map(|(at, row)| {
        let mut cells: Vec<_> = row.split('\t').map(String::from).collect();
        if at > 0 {
            cells[4] = format!("STUDIO_{}", cells[4]);
        }
        cells.join("\t")
    });
    let table = rows.collect::<Vec<_>>().join("\n");
    let imported = import(&parse(&table, PageFormat::Csv), "Studio");
    assert_eq!(remarks(&imported), "");
    // The table does not have a column for `retryable`.
    let expected = include_str!("../../src/imported/studio.rs").replace(",\n        retryable = false", "");
    // The table has no explanations, which follow an empty line.
    let mut is_explanation = false;
    let lines = expected.lines().filter(|line| {
        is_explanation = line.starts_with("    ///") && (is_explanation || line.trim() == "///");
        !is_explanation
    });
    assert_eq!(imported.rust.lines().collect::<Vec<_>>(), lines.collect::<Vec<_>>());
}

#[test]
fn hostile_texts_become_rust_with_the_same_facts() {
    let reference = Reference::of::<HostileError>();
    let imported = import(&parse(&reference.to_json(), PageFormat::Json), "Acme");
    assert_eq!(remarks(&imported), "");
    expect_file!["../../src/imported/hostile.rs"].assert_eq(&imported.rust);
    assert_eq!(Reference::of::<hostile::AcmeError>().to_json(), reference.to_json());
    assert!(imported.rust.chars().all(|c| c == '\n' || !c.is_control() && !('\u{202a}'..='\u{2069}').contains(&c)));
    for (format, text) in [
        (PageFormat::Json, reference.to_json()),
        (MARKDOWN, reference.to_markdown()),
        (PageFormat::Html, reference.to_html()),
    ] {
        let findings = parse(&text, format).verify(&reference);
        assert!(findings.findings().is_empty(), "{format:?}\n{findings}");
    }
}

mod old_catalog {
    use studio_errors::{Catalog, Category, StudioErrorCode};

    pub(super) struct Old;

    impl Catalog for Old {
        const PREFIX: &'static str = "OLD";
        const SEPARATOR: &'static str = ".";
        const WIDTH: usize = 4;
        const CATEGORIES: &'static [Category] = &[
            Category::new("cards", "Cards", 1..=99),
            Category::with_ranges("files", "Files", &[100..=199, 300..=310]),
        ];
    }

    #[derive(StudioErrorCode)]
    #[studio(catalog = Old, category = "cards", reserved(3, 7..=9, 99))]
    pub(super) enum CardError {
        /// The card has expired
        #[studio(code = 1, http = 402, retryable = true)]
        Expired,
        /// The card is stolen
        #[deprecated(since = "2.1.0", note = "use `OLD.0001`: it says \"expired\"")]
        #[studio(code = 2, http = 403)]
        Stolen,
        /// The card is blue
        #[deprecated(note = "no card is (blue)")]
        #[studio(code = 4, http = 400)]
        Blue,
    }

    #[derive(StudioErrorCode)]
    #[studio(catalog = Old, category = "files", reserved(305))]
    pub(super) enum FileError {
        /// The file is gone
        #[deprecated(since = "1.0.0")]
        #[studio(code = 300, http = 503, retryable = false)]
        Gone,
        /// The file is closed
        #[deprecated]
        #[studio(code = 100, http = 409)]
        Closed,
    }

    studio_errors::code_set! { pub(super) All: CardError, FileError }
}

#[test]
fn deprecated_codes_reserved_numbers_and_another_spelling_are_imported() {
    let reference = Reference::of::<old_catalog::All>();
    let imported = import(&parse(&reference.to_json(), PageFormat::Json), "Old");
    assert_eq!(remarks(&imported), "");
    expect_file!["../../src/imported/old.rs"].assert_eq(&imported.rust);
    assert_eq!(Reference::of::<old::OldError>().to_json(), reference.to_json());
    // Only the JSON reference has the reserved numbers.
    let without = imported.rust.replace(", reserved(3, 7..=9, 99)", "").replace(", reserved(305)", "");
    for (format, text) in [(MARKDOWN, reference.to_markdown()), (PageFormat::Html, reference.to_html())] {
        let other = import(&parse(&text, format), "Old");
        assert_eq!(other.rust, without, "{format:?}");
        let findings = parse(&text, format).verify(&reference);
        assert!(findings.findings().is_empty(), "{format:?}\n{findings}");
    }
}

#[test]
fn a_grpc_code_is_imported_and_compared() {
    #[derive(studio_errors::StudioErrorCode)]
    #[studio(category = "quota")]
    #[allow(dead_code)]
    enum Busy {
        /// The wallet is open elsewhere
        #[studio(code = 1650, http = 409, grpc = "already_exists")]
        Open,
        /// The wallet has another version
        #[studio(code = 1651, http = 409)]
        Changed,
    }
    let reference = Reference::of::<Busy>();
    let page = parse(&reference.to_json(), PageFormat::Json);
    let rust = import(&page, "Acme").rust;
    assert_eq!(rust.matches("grpc = \"already_exists\"").count(), 1, "{rust}");
    assert_eq!(rust.matches("grpc").count(), 1, "{rust}");
    assert!(page.verify(&reference).findings().is_empty());

    let csv = |word: &str| {
        format!("code,http,name,description,grpc\nSTUDIO_1650,409,OPEN,The wallet is open elsewhere,{word}\n")
    };
    let kinds = |word: &str| {
        let verification = parse(&csv(word), PageFormat::Csv).verify(&reference);
        let findings = verification.findings().iter().filter(|finding| finding.kind == Kind::Fact(Column::Grpc));
        findings.map(|finding| (finding.page.clone(), finding.code.clone())).collect::<Vec<_>>()
    };
    assert!(kinds("ALREADY_EXISTS").is_empty());
    assert_eq!(kinds("aborted").len(), 1);
    assert_eq!(kinds("rebuilt").len(), 1);
    let refused =
        import(&parse(&format!("{}STUDIO_1651,409,CHANGED,Changed,rebuilt\n", csv("")), PageFormat::Csv), "Acme");
    let refused = remarks(&refused);
    assert!(refused.contains("`STUDIO_1651`: `rebuilt` is not a gRPC code, such as `not_found`"), "{refused}");
}

#[test]
fn every_separator_that_a_catalog_allows_is_recognised_and_no_other() {
    let page = |code: &str| parse(&format!("code,http,name,description\n{code},400,BAD,It is bad\n"), PageFormat::Csv);
    for separator in ["", "_", "-", ".", ":", "::", "-_.:"] {
        let rust = import(&page(&format!("ACME{separator}0042")), "Acme").rust;
        let stated = format!("const SEPARATOR: &'static str = {separator:?};");
        assert_eq!(rust.contains(&stated), separator != "_", "{rust}");
        assert!(rust.contains("const WIDTH: usize = 4;") && rust.contains("code = 42,"), "{rust}");
    }
    let rust = import(&page("00042"), "Acme").rust;
    assert!(rust.contains("const PREFIX: &'static str = \"\";\n    const SEPARATOR: &'static str = \"\";"), "{rust}");
    for separator in ["/", "#", " ", "–", "-----", "_é_"] {
        let Err(NotImported::NoCodes(reasons)) = page(&format!("ACME{separator}42")).to_rust("Acme") else {
            panic!("{separator}")
        };
        assert_eq!(reasons.len(), 1, "{separator}");
    }
}

/// The findings of a kind: the line, the value on the page and in the code.
fn found(page: &Page, kind: Kind) -> Vec<(Option<usize>, String, String)> {
    let verification = page.verify(&Reference::of::<StudioError>());
    let findings = verification.findings().iter().filter(|finding| finding.kind == kind);
    findings.map(|finding| (finding.line, finding.page.clone(), finding.code.clone())).collect()
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_do_not_matter() {
    let md = "\u{feff}| Code | HTTP | Name | Description |\r\n|---|---|---|---|\r\n| A_1 | 400 | ONE | One |\r\n";
    assert!(import(&parse(md, MARKDOWN), "Acme").rust.contains("/// One\n"));
    let csv =
        "\u{feff}code;http;name;description\r\nA_1;400;ONE;\"One\r\nand a half\"\r\n\r\nSTUDIO_9;400;NINE;Nine\r\n";
    assert_eq!(found(&parse(csv, PageFormat::Csv), Kind::Extra)[1].0, Some(5));
    let json = format!("\u{feff}{}", Reference::of::<StudioError>().to_json());
    assert!(parse(&json, PageFormat::Json).verify(&Reference::of::<StudioError>()).findings().is_empty());
}

#[test]
fn columns_have_the_names_that_pages_use() {
    let row = "A_1,400,ONE,One,Do it";
    for head in [
        "Error Code,HTTP Status Code,Error Name,Error Description,How to resolve",
        "errorCode,httpStatus,errorName,errorMessage,suggestedFix",
        "ERROR_CODE,HTTP_STATUS,CONSTANT,MEANING,RESOLUTION",
        "Code,HTTP response code,Error,What it means,Suggested action",
        "Number,Response code,Type,Explanation,Recovery",
    ] {
        let imported = import(&parse(&format!("{head}\n{row}\n"), PageFormat::Csv), "Acme");
        assert_eq!(remarks(&imported), "", "{head}");
        let variant = "/// One\n    #[studio(code = 1, http = 400, resolution = \"Do it\")]\n    One,";
        assert!(imported.rust.contains(variant), "{head}\n{}", imported.rust);
    }
    let Err(NotImported::NoCodes(reasons)) = parse("a,b\n1,2\n", PageFormat::Csv).to_rust("Acme") else { panic!() };
    assert!(reasons[0].reason.contains("has no column `code`"), "{reasons:?}");
}

#[test]
fn rows_above_the_names_of_the_columns_are_text() {
    let csv = "44 error codes,,,\n,,,\ncode,http,name,description\nSTUDIO_9,400,NINE,Nine\n";
    let page = parse(csv, PageFormat::Csv);
    assert_eq!(found(&page, Kind::Count), [(Some(1), "44".into(), "1".into())]);
    assert_eq!(found(&page, Kind::Extra)[0].0, Some(4));
    for csv in [
        "Errors, warnings, and notes\ncode;http;name;description\nSTUDIO_9;400;NINE;\"a, b, c\"\n",
        "sep=;\n\"code\";\"http\";\"name\";\"description\"\nSTUDIO_9;400;NINE;a, b, c\n",
    ] {
        assert!(import(&parse(csv, PageFormat::Csv), "Acme").rust.contains("/// a, b, c\n"), "{csv}");
    }
    let html = "<title>44 error codes</title><h2>Image (1000&ndash;1099) &mdash; 2 codes</h2>\n<table>\n\
        <thead><tr><th rowspan=2>Code<th colspan=2>For programs<th>For people</tr>\n<tr><th>HTTP<th>Name<th>Description</tr></thead>\n\
        <tbody><tr><td>STUDIO_1000<td rowspan=0>400<td>ONE<td>One</tr>\n<tr><td>STUDIO_1001<td>TWO<td>Two</tr></tbody>\n\
        <tbody><tr><td>STUDIO_1002<td>502<td>THREE<td>Three</tr></tbody></table>";
    let page = parse(html, PageFormat::Html);
    assert_eq!(found(&page, Kind::Count), [(Some(1), "2".into(), "3".into()), (Some(1), "44".into(), "3".into())]);
    assert_eq!(found(&page, Kind::Fact(Column::Http)), []);
    assert_eq!(found(&page, Kind::Fact(Column::Category)), []);
    let imported = import(&page, "Acme");
    assert_eq!(remarks(&imported), "");
    assert!(imported.rust.contains(r#"Category::new("image", "Image", 1000..=1099)"#), "{}", imported.rust);
}

#[test]
fn counts_outside_of_headings_and_paragraphs_are_checked() {
    let table = "| Code | HTTP | Name | Description |\n|---|---|---|---|\n| STUDIO_1000 | 400 | A | a |\n";
    for count in
        ["- 44 error codes", "> All **44** STUDIO codes", "# Error Codes (44 total)", "Forty-four codes.", "44 errors"]
    {
        let page = parse(&format!("{count}\n\n{table}"), MARKDOWN);
        assert_eq!(found(&page, Kind::Count), [(Some(1), "44".into(), "1".into())], "{count}");
    }
    for text in ["<div>44 <b>error</b>\n<i>codes</i></div>", "<ul><li>44 codes<li>other</ul>"] {
        let table = "<table><tr><th>code<th>http<tr><td>STUDIO_1000<td>400</table>";
        let page = parse(&format!("{text}{table}<div>7 codes</div>"), PageFormat::Html);
        assert_eq!(found(&page, Kind::Count), [(Some(1), "44".into(), "1".into())], "{text}");
    }
}

#[test]
fn a_count_is_a_number_before_or_after_a_noun() {
    let table = "| Code | HTTP | Name | Description |\n|---|---|---|---|\n| STUDIO_1000 | 400 | A | a |\n";
    for (text, expected) in [
        ("44 error codes in 11 categories", &["44", "11"][..]),
        ("All 44 published error codes.", &["44"]),
        ("Error codes (44)", &["44"]),
        ("Image (4 codes)", &["4"]),
        ("9 codes", &["9"]),
        ("1 code", &[]),
        ("Codes 1000 to 1099", &[]),
        ("HTTP 404 codes", &[]),
        ("4-digit codes", &[]),
        ("Error codes: 44", &["44"]),
        ("Number of codes: 44.", &["44"]),
        ("Total codes: 44 in total", &["44"]),
        ("1,044 codes in eleven categories", &["1044", "11"]),
        ("10,44 codes", &[]),
        ("There are forty-four error codes.", &["44"]),
        ("There are forty-ten error codes, and no nineteen codes", &["19"]),
        ("Every error has one code", &[]),
        ("zero codes", &[]),
        ("44 numbered errors", &["44"]),
        ("44 errors in 11 categories", &["44", "11"]),
        ("After 5 errors in a row the client is blocked", &[]),
        ("Ninety codes, twenty of them old", &["90"]),
        ("Codes: 1000, 1001", &[]),
        ("Codes: 1000 to 1099", &[]),
        ("Codes: 1000-1099", &[]),
        ("Status codes: 404", &[]),
        ("Error code: 44", &[]),
        ("In version 2, codes are stable", &[]),
    ] {
        let page = parse(&format!("{text}\n\n{table}"), MARKDOWN);
        let counts: Vec<_> = found(&page, Kind::Count).into_iter().map(|(_, page, _)| page).collect();
        assert_eq!(counts, expected, "{text}");
    }
    // A count at the end of a heading is not part of the title of a category.
    for (heading, title) in [
        ("Image — 4 codes", "Image"),
        ("Image (4 error codes)", "Image"),
        ("Image, 2-D: 12 codes", "Image, 2-D"),
        ("Errors (44)", "Errors (44)"),
        ("4 codes", "4 codes"),
    ] {
        let rust = import(&parse(&format!("## {heading}\n\n{table}"), MARKDOWN), "Acme").rust;
        assert!(rust.contains(&format!("\"{title}\", 1000..=1000)")), "{heading}\n{rust}");
    }
}

#[test]
fn a_column_states_deprecations_in_several_forms() {
    let rows = [
        ("yes", Some("#[deprecated]")),
        ("since 1.2.0: use A_1", Some(r#"#[deprecated(since = "1.2.0", note = "use A_1")]"#)),
        ("v2.0", Some(r#"#[deprecated(since = "v2.0")]"#)),
        ("use A_1", Some(r#"#[deprecated(note = "use A_1")]"#)),
        ("deprecated since 2.0", Some(r#"#[deprecated(since = "2.0")]"#)),
        ("no", None),
        ("–", None),
        ("", None),
    ];
    for (cell, expected) in rows {
        let page =
            parse(&format!("code,http,name,description,deprecated\nSTUDIO_1000,400,A,a,{cell}\n"), PageFormat::Csv);
        let rust = import(&page, "Acme").rust;
        assert_eq!(rust.contains("#[deprecated"), expected.is_some(), "{cell}\n{rust}");
        assert!(expected.is_none_or(|expected| rust.contains(expected)), "{cell}\n{rust}");
        assert_eq!(found(&page, Kind::Fact(Column::Deprecated)).len(), usize::from(expected.is_some()), "{cell}");
    }
    let reference = Reference::of::<old_catalog::All>();
    let page = "code,http,deprecated\nOLD.0001,402,yes\nOLD.0002,403,yes\nOLD.0004,400,no\n";
    let findings = parse(page, PageFormat::Csv).verify(&reference);
    let codes: Vec<_> = findings
        .findings()
        .iter()
        .filter(|finding| finding.kind == Kind::Fact(Column::Deprecated))
        .map(|finding| &*finding.subject)
        .collect();
    assert_eq!(codes, ["OLD.0001", "OLD.0004"]);
}

#[test]
fn a_row_with_too_few_cells_has_a_note() {
    let imported =
        import(&parse("code,http,description,name\nACME_1,402,a\nACME_2,403,b,B\n", PageFormat::Csv), "Acme");
    assert!(
        remarks(&imported).contains("line 2: the row has 3 cells, and its table has 4 columns"),
        "{}",
        remarks(&imported)
    );
    assert!(!remarks(&imported).contains("line 3"), "{}", remarks(&imported));
}

#[test]
fn a_range_in_two_columns_is_not_reversed() {
    let page = "code,http,description,category,first,last\nACME_1,402,a,one,9,1\nACME_20,402,b,two,20,29\n";
    let imported = import(&parse(page, PageFormat::Csv), "Acme");
    assert!(imported.rust.contains("20..=29") && !imported.rust.contains("9..=1"), "{}", imported.rust);
}

#[test]
fn a_finding_in_a_json_page_has_the_line_of_its_code() {
    let reference = Reference::of::<StudioError>();
    let json = reference.to_json().replace("\"http\": 402", "\"http\": 403");
    let code = json.lines().position(|line| line.contains("\"STUDIO_1601\"")).unwrap();
    let verification = parse(&json, PageFormat::Json).verify(&reference);
    let findings: Vec<_> = verification.findings().iter().map(|found| (found.line, &*found.subject)).collect();
    // Lines count from 1, and the `{` of a code is on the line before.
    assert_eq!(findings, [(Some(code), "STUDIO_1601")]);
}

#[test]
fn faults_of_a_json_reference_are_findings() {
    let reference = Reference::of::<StudioError>();
    let mut json: serde_json::Value = serde_json::from_str(&reference.to_json()).unwrap();
    let codes = json["codes"].as_array_mut().unwrap();
    codes.push(codes[0].clone());
    codes[1]["http"] = 200.into();
    codes[2]["category"] = "video".into();
    codes[3]["number"] = 7.into();
    let page = parse(&json.to_string(), PageFormat::Json);
    let verification = page.verify(&reference);
    let found: Vec<_> =
        verification.findings().iter().map(|finding| (&*finding.subject, finding.kind, &*finding.page)).collect();
    assert_eq!(
        found,
        [
            ("", Kind::Unreadable, "`STUDIO_1003` has the number 7, which is that of `STUDIO_7`"),
            ("STUDIO_1001", Kind::Fact(Column::Http), "200"),
            ("STUDIO_1002", Kind::OutsideRange, "1100 to 1199"),
            ("STUDIO_1002", Kind::Fact(Column::Category), "video"),
            ("STUDIO_1000", Kind::Repeated, "line 1"),
        ]
    );
    let imported = import(&page, "Studio");
    assert_eq!((imported.left_out.len(), imported.rust.matches("code = ").count()), (4, 34));
}

#[test]
fn codes_of_a_json_reference_have_the_width_of_their_catalog() {
    let mut json: serde_json::Value = serde_json::from_str(&Reference::of::<StudioError>().to_json()).unwrap();
    json["catalogs"][0]["width"] = 12.into();
    for row in json["codes"].as_array_mut().unwrap() {
        row["code"] = format!("STUDIO_{:012}", row["number"].as_i64().unwrap()).into();
    }
    let reference = Reference::from_json(&json.to_string()).unwrap();
    let verification = parse(&json.to_string(), PageFormat::Json).verify(&reference);
    assert!(verification.findings().is_empty(), "{verification}");
}

#[test]
fn a_foreign_page_becomes_a_catalog() {
    let page = page("acme.md");
    let imported = import(&page, "Acme");
    expect_file!["../../src/imported/acme.rs"].assert_eq(&imported.rust);
    expect![[r"
        note: line 7: the table `Kind | Meaning` has no column `code` and is not read
        note: line 13: the column `Owner` is not read
        note: line 16: `E0101`: the name `card-expired` is written as `CARD_EXPIRED`
    "]]
    .assert_eq(&remarks(&imported));
    let reference = Reference::of::<acme::AcmeError>();
    let facts: Vec<_> = reference.codes.iter().map(|row| (&*row.code, row.http, &*row.name, &*row.category)).collect();
    assert_eq!(
        facts,
        [
            ("E0007", 401, "SELF", "access"),
            ("E0100", 402, "CARD_DECLINED", "cards"),
            ("E0101", 402, "CARD_EXPIRED", "cards"),
            ("E0200", 404, "CARD_NOT_FOUND", "cards-200"),
            ("E0201", 409, "DUPLICATE", "cards-200"),
            ("E0300", 409, "DUPLICATE", "cards"),
        ]
    );
    assert_eq!(reference.get("E0300").unwrap().description, "The payment exists | already");
    assert_page_agrees::<acme::AcmeError>("pages/acme.md");
}

#[test]
fn csv_and_html_are_read_like_in_a_spreadsheet_and_a_browser() {
    let csv = import(&page("acme.csv"), "Acme").rust;
    assert!(csv.contains(r#"Category::new("payments", "Payments", 100..=199)"#), "{csv}");
    assert!(csv.contains(r#"description = "The card, it seems,\nhas expired""#), "{csv}");
    assert!(csv.contains(r#"/// Say "hello" first"#), "{csv}");
    let html = import(&page("acme.html"), "Acme");
    assert_eq!(remarks(&html), "");
    let html = html.rust;
    assert!(html.contains(r#"Category::new("payments", "Payments", 100..=101)"#), "{html}");
    assert!(html.contains("/// The card was declined\n") && html.contains("/// Log in first\n"), "{html}");
    assert!(html.contains(r#"description = "5 > 4 & expired""#) && !html.contains("99"), "{html}");
    assert_eq!(html.matches("http = 402").count(), 2);
}

#[test]
fn rows_that_cannot_be_expressed_are_listed() {
    let page = page("faulty.md");
    let imported = import(&page, "Acme");
    expect![[r"
        left out: line 10: `ACME_1000`: the code is already on line 9
        left out: line 11: `ACME_1001`: http 200 is not the status of an error, 400 to 599
        left out: line 12: `ACME_1002`: the name `INVALID_PROMPT` is already the name of `ACME_1000` in category `image`
        left out: line 13: `ACME_1003`: the name `404` does not consist of `A` to `Z`, digits and underscores
        left out: line 14: `ACME_1004`: the row has no http status
        left out: line 15: `ACME_1005`: the row has no description
        left out: line 16: `ACME_1100`: the code is outside of its category `Image` (1000 to 1099)
        left out: line 17: `ACME-1006` is not a code of this catalog, which writes number 1006 as `ACME_1006`
        left out: line 18: the prefix of `acme_1007` does not consist of `A` to `Z`, digits and inner underscores, at most 32
        left out: line 19: the number of `ACME_99999999999999999999` is not from -9223372036854775808 to 9223372036854775807
        left out: line 20: `ACME_` does not end in a number
        left out: line 21: the row has no code
        left out: line 22: the row has 7 cells, and its table has 5 columns; the cells that follow are not read
    "]]
    .assert_eq(&remarks(&imported));
    let rows = imported.rust.matches("code = ").count() + imported.left_out.len();
    // One row is imported, and has a remark because Markdown drops some of its cells.
    assert_eq!(rows, 16 + 1);
    let reference = Reference::of::<StudioError>();
    let verification = page.verify(&reference);
    assert!(verification.to_string().chars().all(|c| c == '\n' || !c.is_control()));
    assert!(verification.to_json().chars().all(|c| c == '\n' || !c.is_control()));
}

#[test]
fn each_difference_between_a_page_and_the_code_is_a_finding() {
    let reference = Reference::of::<StudioError>();
    let sound = reference.to_markdown();
    let mut lines: Vec<_> = sound.lines().map(String::from).collect();
    let mut change = |code: &str, from: &str, to: &str| {
        let line = lines.iter_mut().find(|line| line.contains(&format!("`{code}`"))).unwrap();
        assert!(line.contains(from), "{line}");
        *line = line.replace(from, to);
    };
    change("STUDIO_1000", "| 400 | no |", "| 422 | yes |");
    change("STUDIO_1001", "INVALID_DIMENSIONS", "BAD_DIMENSIONS");
    change("STUDIO_1002", "returned an error", "returned \u{9b}31m an error");
    change("STUDIO_1100", "Check prompt length", "Check the length");
    change("STUDIO_1101", "STUDIO_1101", "STUDIO_1201");
    change("STUDIO_1203", "STUDIO_1203", "STUDIO_1204");
    let page = lines.join("\n").replace("36 codes", "44 error codes").replace("(1300 to 1399)", "(1300 to 1398)");
    let verification = parse(&page, MARKDOWN).verify(&reference);
    expect![[r"
        findings:
          line  subject           finding        page                                      code
          3     codes             count          44                                        36
          23    STUDIO_1000       http           422                                       400
          23    STUDIO_1000       retryable      yes                                       no
          24    STUDIO_1001       name           BAD_DIMENSIONS                            INVALID_DIMENSIONS
          25    STUDIO_1002       description    …m) returned \u{9b}31m an error           …m) returned an error
          32    STUDIO_1100       resolution     Check the length and content guidelines   Check prompt length and content guideli…
          33    STUDIO_1201       outside range  1100 to 1199
          33    STUDIO_1201       name           INVALID_DURATION                          UNSUPPORTED_LANGUAGE
          33    STUDIO_1201       category       Video Generation                          audio
          33    STUDIO_1201       description    Video duration is outside supported ran…  Requested language is not supported for…
          33    STUDIO_1201       resolution     Use duration between 3 and 60 seconds     Use GET /audio/languages for supported …
          41    STUDIO_1201       repeated       line 33
          43    STUDIO_1204       extra          VOICE_MODEL_NOT_FOUND
          45    Music Generation  range          1300 to 1398                              1300 to 1399
          124                     unreadable     the heading `STUDIO_1101 INVALID_DURATI…
          144                     unreadable     the heading `STUDIO_1203 VOICE_MODEL_NO…
                STUDIO_1101       missing                                                  INVALID_DURATION
                STUDIO_1203       missing                                                  VOICE_MODEL_NOT_FOUND
    "]]
    .assert_eq(&format!("findings:\n{verification}"));
    let json: serde_json::Value = serde_json::from_str(&verification.to_json()).unwrap();
    assert_eq!(json["findings"].as_array().unwrap().len(), verification.findings().len());
    assert_eq!(json["findings"][0]["finding"], "count");
    // The category is in a column.
    let csv = "code,category\nSTUDIO_1600,image\n";
    let wrong: Vec<_> = parse(csv, PageFormat::Csv).verify(&reference).findings().iter().map(Finding::clone).collect();
    assert_eq!((wrong[0].kind, &*wrong[0].page, &*wrong[0].code), (Kind::Fact(Column::Category), "image", "quota"));
    assert_eq!(wrong.iter().filter(|finding| finding.kind == Kind::Missing).count(), 35);
}

#[test]
#[should_panic(expected = "page `pages/faulty.md` does not agree with the code")]
fn verify_fails_if_the_page_differs() {
    assert_page_agrees::<acme::AcmeError>("pages/faulty.md");
}

#[test]
#[should_panic(expected = "page `pages/none.md` cannot be read")]
fn verify_fails_if_the_page_does_not_exist() {
    assert_page_agrees::<acme::AcmeError>("pages/none.md");
}

#[test]
fn an_invalid_page_is_an_error() {
    assert_eq!(parse("", MARKDOWN).to_rust("Acme"), Err(NotImported::NoCodes(Vec::new())));
    for name in ["", "acme", "A B", "Self", "Catalog", "1A", "a::B"] {
        assert_eq!(page("acme.md").to_rust(name), Err(NotImported::Name(name.into())));
    }
    assert!(Page::parse("{}", PageFormat::Json).unwrap_err().to_string().contains("missing field"));
    assert!(Page::read("errors.pdf").unwrap_err().to_string().contains("help: the formats are"));
}

/// Returns a page with this number of codes, in 100 categories.
fn large(codes: u32) -> Reference {
    let row = |number: u32| {
        serde_json::json!({
            "code": format!("BIG_{number}"), "catalog": "BIG", "retryable": number.is_multiple_of(2), "number": number, "http": 400 + number % 200, "category": format!("c{}", number / 100),
            "name": format!("ERROR_{number}"), "description": format!("What happened <{number}> | here"),
            "resolution": "Do *this* & that",
        })
    };
    let category = |at: u32| {
        serde_json::json!({
            "catalog": "BIG", "slug": format!("c{at}"), "title": format!("C{at}"), "ranges": [{"first": at * 100, "last": at * 100 + 99}],
        })
    };
    let sound: serde_json::Value = serde_json::from_str(&Reference::of::<StudioError>().to_json()).unwrap();
    let json = serde_json::json!({
        "$schema": sound["$schema"], "catalogs": [{"prefix": "BIG", "separator": "_", "width": 0}], "codes": (100..100 + codes).map(row).collect::<Vec<_>>(),
        "categories": (1..=codes / 100).map(category).collect::<Vec<_>>(), "reserved": [],
    });
    Reference::from_json(&json.to_string()).unwrap()
}

#[test]
fn the_time_of_an_import_is_proportional_to_the_number_of_codes() {
    assert_not_quadratic(2_500, |codes| {
        let reference = large(codes);
        for (format, text) in [
            (PageFormat::Json, reference.to_json()),
            (MARKDOWN, reference.to_markdown()),
            (PageFormat::Html, reference.to_html()),
        ] {
            let page = parse(&text, format);
            let verification = page.verify(&reference);
            assert!(verification.findings().is_empty(), "{format:?}: {verification}");
            let imported = import(&page, "Big");
            assert!(imported.left_out.is_empty());
            assert_eq!(imported.rust.matches("code = ").count(), codes as usize);
        }
    });
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hostile-errors"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap()
}

#[test]
fn the_commands_write_rust_and_findings_and_fail_if_there_are_any() {
    let output = run(&["import", "pages/acme.md", "--catalog", "Acme"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let rust = String::from_utf8(output.stdout).unwrap();
    assert!(rust.starts_with("// Written by `studio-errors import` from `acme.md`.\n\nuse studio_errors::"), "{rust}");
    let output = run(&["import", "pages/faulty.md", "--catalog", "Acme"]);
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(err.contains("error: line 10: `ACME_1000`: the code is already on line 9\n"), "{err}");
    assert!(err.contains("rows are not imported\nhelp: correct the page"), "{err}");
    assert!(err.chars().all(|c| c == '\n' || !c.is_control()), "{err:?}");

    let output = run(&["verify", "pages/faulty.md"]);
    assert_eq!(output.status.code(), Some(1));
    let out = String::from_utf8(output.stdout).unwrap();
    assert!(out.contains("extra") && out.contains("missing"), "{out}");
    assert!(out.chars().all(|c| c == '\n' || !c.is_control()), "{out:?}");
    let output = run(&["verify", "pages/faulty.md", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap()["findings"].is_array());
    let page = format!("{}/verified.json", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(&page, run(&["export", "--format", "json"]).stdout).unwrap();
    let output = run(&["verify", &page]);
    assert_eq!((output.status.code(), &*output.stdout), (Some(0), &b"the page agrees with the code\n"[..]));
    for (arguments, code) in
        [(&["import", "pages/acme.md"][..], 2), (&["verify", "none.md"], 1), (&["verify", "a.pdf"], 1)]
    {
        assert_eq!(run(arguments).status.code(), Some(code), "{arguments:?}");
    }
}

#[test]
fn the_extension_determines_the_format() {
    for (name, format) in [
        ("a.md", Some(MARKDOWN)),
        ("a.HTML", Some(PageFormat::Html)),
        ("a.tsv", Some(PageFormat::Csv)),
        ("a", None),
        ("a.rs", None),
    ] {
        assert_eq!(PageFormat::of(Path::new(name)), format);
    }
}
