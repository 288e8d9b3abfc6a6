//! The page as text; `.ci/steps/reference-page.sh` drives it in a browser.

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
fn the_policy_lets_this_script_run_and_no_other() {
    let page = Reference::of::<StudioError>().to_html();
    let script = between(&page, "<script>", "</script>");
    let hash = BASE64_STANDARD.encode(Sha256::digest(script));
    let policy = between(&page, "Content-Security-Policy\" content=\"", "\"").replace("&#39;", "'");
    assert!(policy.contains(&format!("script-src 'sha256-{hash}';")), "write 'sha256-{hash}' into html.rs: {policy}");
    assert!(policy.starts_with("default-src 'none';"));
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
fn no_id_stands_twice_and_every_link_leads_somewhere() {
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
fn hostile_text_is_text() {
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
fn nothing_to_show_is_a_page_too() {
    let json =
        format!(r#"{{"$schema":"{}","codes":[],"categories":[],"reserved":[]}}"#, studio_errors::reference::SCHEMA);
    let page = Reference::from_json(&json).unwrap().to_html();
    assert!(page.contains("<h1>Error codes</h1>"));
    assert!(page.contains("0 codes in 0 categories."));
}
