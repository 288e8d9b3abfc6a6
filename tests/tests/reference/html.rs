//! Tests the text of the HTML page. `.ci/steps/reference-page.sh` tests the page in a browser.

use std::collections::HashSet;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use studio_errors::catalog::StudioError;
use studio_errors::reference::Reference;
use studio_errors_tests::hostile::ServiceError;

fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = text.split_once(from).unwrap();
    rest.split_once(to).unwrap().0
}

#[test]
fn the_policy_allows_only_the_script_of_the_page() {
    let page = Reference::of::<StudioError>().to_html();
    let script = between(&page, "<script>", "</script>");
    let hash = BASE64_STANDARD.encode(Sha256::digest(script));
    let policy = between(&page, "Content-Security-Policy\" content=\"", "\"").replace("&#39;", "'");
    assert!(policy.contains(&format!("script-src 'sha256-{hash}';")), "write 'sha256-{hash}' into html.rs: {policy}");
    assert!(policy.starts_with("default-src 'none';"));
}

#[test]
fn the_page_shows_the_policy_of_each_code() {
    let mut reference = Reference::of::<StudioError>();
    let json = reference.to_json().replacen(
        r#""retryable": true"#,
        r#""retryable": true, "deprecated": {"since": "2.0.0", "note": "use <b>STUDIO_1601</b>"}"#,
        1,
    );
    reference = Reference::from_json(&json).unwrap();
    let row = reference.codes.iter().find(|row| row.deprecated.is_some()).unwrap();
    let page = reference.to_html();
    let html = between(&page, &format!("id=\"{}\"", row.code), "</tr>");
    assert!(
        html.contains("<span class=\"policy\">retryable</span> <span class=\"policy deprecated\">deprecated</span>")
    );
    assert!(
        html.contains("<p class=\"deprecated\">deprecated since 2.0.0: use &#60;b&#62;STUDIO_1601&#60;/b&#62;</p>"),
        "{html}"
    );
    for policy in ["retryable", "permanent", "deprecated"] {
        assert!(page.contains(&format!("<option value=\"{policy}\">")), "{policy}");
    }
    let count = |policy: &str| page.matches(&format!("data-policy=\"{policy}\"")).count();
    let retryable = reference.codes.iter().filter(|row| row.retryable).count();
    assert_eq!(count("retryable") + count("retryable deprecated"), retryable);
    assert_eq!(count("permanent"), reference.codes.len() - retryable);
}

#[test]
fn the_page_is_complete_and_small() {
    let page = Reference::of::<StudioError>().to_html();
    assert!(page.len() < 100_000, "{} bytes", page.len());
    for row in &Reference::of::<StudioError>().codes {
        assert!(page.contains(&format!("id=\"{}\"", row.code)));
        assert!(page.contains(row.description.as_ref()));
    }
}

#[test]
fn ids_are_unique_and_every_link_has_a_target() {
    let page = Reference::of::<ServiceError>().to_html();
    let (page, _) = page.split_once("<script>").unwrap();
    let values =
        |key: &str| page.split(key).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect::<Vec<_>>();
    let ids = values(" id=\"");
    let unique: HashSet<_> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len());
    for link in values("href=\"#").iter().chain(&values("aria-labelledby=\"")) {
        assert!(unique.contains(link), "#{link}");
    }
}

#[test]
fn hostile_text_is_escaped() {
    let page = Reference::of::<ServiceError>().to_html();
    assert_eq!(page.matches("<script").count(), 1);
    assert_eq!(page.matches("</script").count(), 1);
    assert!(!page.contains("<img"));
    assert!(!page.contains("<b>"));
    assert!(page.contains("{{ 7 * 7 }} {% x %} &#38;lt;"));
    assert!(page.chars().all(|c| c == '\n' || !c.is_control()));
    assert!(page.contains(r"\u{1b}[2J"));
    assert!(page.contains(" dir=\"auto\">\u{202e}txet"));
}

#[test]
fn an_empty_reference_gives_a_page() {
    let json = format!(
        r#"{{"$schema":"{}","catalogs":[],"codes":[],"categories":[],"reserved":[]}}"#,
        studio_errors::reference::SCHEMA
    );
    let page = Reference::from_json(&json).unwrap().to_html();
    assert!(page.contains("<h1>Error codes</h1>"));
    assert!(page.contains("0 codes in 0 categories."));
}
