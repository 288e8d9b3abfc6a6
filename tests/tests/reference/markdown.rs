//! `REFERENCE.md` agrees with the code: `UPDATE_EXPECT=1 cargo test` updates it.

use expect_test::expect_file;
use studio_errors::catalog::{QuotaError, StudioError};
use studio_errors::reference::Reference;
use studio_errors_tests::hostile::HostileError;

#[test]
fn the_file_at_the_root_agrees_with_the_code() {
    expect_file!["../../../REFERENCE.md"].assert_eq(&Reference::of::<StudioError>().to_markdown());
}

#[test]
fn hostile_text_stays_in_its_cell() {
    let file = Reference::of::<HostileError>().to_markdown();
    let rows: Vec<_> = file.lines().filter(|line| line.starts_with("| <a id")).collect();
    assert_eq!(rows.len(), 4, "{file}");
    for row in &rows {
        let bars = row.char_indices().filter(|(at, c)| *c == '|' && !row[..*at].ends_with('\\')).count();
        assert_eq!(bars, 7, "{row}");
        assert!(row.chars().all(|c| !c.is_control()), "{row:?}");
    }
    assert!(rows[0].contains(r"\</script\>\</td\>"), "{}", rows[0]);
    assert!(
        rows[1].contains(r"a \| b \| c \\\| \`d\` \*e\* \_f\_ \[g\](javascript:alert(1)) \~\~h\~\~ \# i \$j\$ \&amp;")
    );
    assert!(rows[3].contains(r"\\u{1b}\[2J"), "{}", rows[3]);
    assert_eq!(file.lines().filter(|line| line.starts_with('#')).count(), 4);
}

#[test]
fn a_row_states_whether_a_code_is_retryable_or_deprecated() {
    let json = Reference::of::<QuotaError>().to_json().replacen(
        r#""retryable": false"#,
        r#""retryable": false, "deprecated": {"note": "use | STUDIO_1601"}"#,
        1,
    );
    let file = Reference::from_json(&json).unwrap().to_markdown();
    assert!(file.contains("`STUDIO_1600` | 429 | yes |"), "{file}");
    assert!(file.contains("`STUDIO_1601` | 402 | no |"), "{file}");
    assert!(file.contains(r" *(deprecated: use \| STUDIO_1601)* |"), "{file}");
}

#[test]
fn a_member_of_the_body_is_found_at_any_depth() {
    let template = r#"{"errors":[{"status":"{http}","m\"s":"{message}"}, 1, {number}],"meta":{"a":1,"d":{details}}}"#;
    let mut reference = Reference::of::<QuotaError>();
    reference.catalogs[0].envelope = Some(template.into());
    let file = reference.to_markdown();
    let (_, members) = file.split_once("|---|---|---|\n").unwrap();
    let members: Vec<_> = members.lines().take_while(|line| !line.is_empty()).collect();
    let rows = [
        "| `errors[0].status` | string |",
        "| errors\\[0\\].m\"s | string |",
        "| `errors[2]` | integer |",
        "| `meta.d` | object |",
    ];
    assert_eq!(members.len(), rows.len(), "{file}");
    for (member, row) in members.iter().zip(rows) {
        assert!(member.starts_with(row), "{member}");
    }
}
