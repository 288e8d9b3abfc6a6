//! Tests of the tables that are built in constants.

use super::*;
use crate::check::{Built, Sizes};
use crate::code::ErrorInfo;

/// The table, built with sizes that must be those of [`Sizes`].
fn built<const ROWS: usize, const TEXT: usize, const PUBLISHED: usize>(written: Table, list: CodeList) -> Table {
    let sizes = Sizes::of(&written, list);
    assert_eq!((sizes.rows, sizes.text, sizes.published), (ROWS, TEXT, PUBLISHED));
    let built: &'static _ = Box::leak(Box::new(Built::<ROWS, TEXT, PUBLISHED>::of(&written, list)));
    built.table(written)
}

fn infos(table: Table) -> Vec<ErrorInfo> {
    let table = leaked(table);
    (0..table.len()).map(|i| ErrorInfo::new(table, i)).collect()
}

fn body(code: &str, message: &str, http: u16) -> String {
    std::format!(r#"{{"error":{{"code":"{code}","message":"{message}","http":{http}}}}}"#)
}

/// A row with a description of one byte.
const fn short(number: u32, http: u16, name: &'static str) -> Sample {
    Sample { description: Some("m"), resolution: "try", ..Sample::new(ALL, number, http, name) }
}

/// Returns the table that the derive writes for a catalog with another format of codes.
fn guessed(catalog: CatalogFacts, samples: &[Sample]) -> Table {
    Table { catalog: Box::leak(Box::new(catalog)), ..table("E", ACME, samples, &[]) }
}

#[test]
fn a_table_is_not_rebuilt_if_the_derive_guessed_the_prefix() {
    let written = table("E", ACME, &[short(7, 402, "A"), short(12, 409, "B")], &[(3, 4)]);
    let same = built::<0, 0, 0>(written, CodeList::EMPTY);
    assert!(core::ptr::eq(same.rows, written.rows) && core::ptr::eq(same.text, written.text));
    assert_eq!((same.reserved, same.distinct), (written.reserved, 2));
}

#[test]
fn the_bodies_are_rebuilt_for_another_prefix() {
    // Each row: the body, the name and the resolution.
    const TEXT: usize = 54 + 1 + 3 + 55 + 1 + 3;
    let written = guessed(acme("ACME_X", "_", 0), &[short(7, 402, "A"), short(12, 409, "B")]);
    let infos = infos(built::<64, TEXT, 0>(written, CodeList::EMPTY));
    for (info, (code, number, http, name)) in infos.iter().zip([("ACME_X_7", 7, 402, "A"), ("ACME_X_12", 12, 409, "B")])
    {
        assert_eq!((info.code().as_str(), info.code().number()), (code, number));
        assert_eq!((info.json(), info.description()), (&*body(code, "m", http), "m"));
        assert_eq!((info.http(), info.name(), info.resolution()), (http, name, "try"));
        assert_eq!(info.category().slug(), "all");
    }
}

#[test]
fn a_code_has_the_separator_and_the_width_of_its_catalog() {
    fn code<const TEXT: usize>(catalog: CatalogFacts, number: u32) -> String {
        let infos = infos(built::<32, TEXT, 0>(guessed(catalog, &[short(number, 404, "A")]), CodeList::EMPTY));
        let code = infos[0].code().as_str();
        assert_eq!(infos[0].json(), body(code, "m", 404));
        assert_eq!((infos[0].name(), infos[0].resolution()), ("A", "try"));
        code.into()
    }
    // The body without its code has 46 bytes, the name and the resolution have 4.
    assert_eq!(code::<55>(acme("HE", "_", 2), 4), "HE_04");
    assert_eq!(code::<56>(acme("HE", "_", 2), 123), "HE_123");
    assert_eq!(code::<54>(acme("E", "", 0), 404), "E404");
    assert_eq!(code::<55>(acme("", "", 0), 10_001), "10001");
    assert_eq!(code::<60>(acme("A", "-.:_", 5), 0), "A-.:_00000");
    assert_eq!(code::<51>(acme("", "", 0), 0), "0");
    assert_eq!(code::<60>(acme("", "", 0), u32::MAX), "4294967295");
}

#[test]
fn facts_that_are_not_stated_come_from_the_published_code() {
    let published = Studio::PUBLISHED.get("STUDIO_1601").unwrap();
    let name = published.name();
    // The published description takes precedence over a doc comment.
    let silent = Sample { comment: "", ..quota(1601, 0, name) };
    for sample in [quota(1601, 402, name), quota(1601, 0, name), silent] {
        let infos = infos(built::<32, 0, 1>(table("E", STUDIO, &[sample], &[]), Studio::PUBLISHED));
        assert_eq!((infos[0], infos[0].json()), (published, published.json()), "{sample:?}");
    }
    let resolved = Sample { resolution: "wait", ..quota(1601, 402, name) };
    let infos = infos(built::<32, 0, 1>(table("E", STUDIO, &[resolved], &[]), Studio::PUBLISHED));
    assert_eq!((infos[0].resolution(), infos[0].description()), ("wait", published.description()));
}

#[test]
fn a_stated_description_is_combined_with_the_published_http() {
    const TEXT: usize = 57 + 20 + 57 + 1;
    let published = Studio::PUBLISHED.get("STUDIO_1601").unwrap();
    let stated = Sample { description: Some("m"), ..quota(1601, 0, published.name()) };
    let own = Sample { description: Some("n"), ..quota(1650, 409, "A") };
    let infos = infos(built::<64, TEXT, 1>(table("E", STUDIO, &[stated, own], &[]), Studio::PUBLISHED));
    assert_eq!((infos[0].json(), infos[0].http()), (&*body("STUDIO_1601", "m", 402), 402));
    assert_eq!((infos[0].description(), infos[0].resolution()), ("m", published.resolution()));
    assert_eq!((infos[1].json(), infos[1].http()), (&*body("STUDIO_1650", "n", 409), 409));
    assert_eq!((infos[1].name(), infos[1].resolution()), ("A", ""));
}

#[test]
fn a_refused_number_has_no_published_code() {
    let zero = list("Zero", ACME, &[Sample::new(ALL, 0, 404, "ZERO")]);
    let unnumbered = Sample { category: Some(ALL), ..refused(None) };
    let infos_of = |sample| infos(built::<0, 0, 0>(table("E", ACME, &[sample], &[]), zero));
    assert_eq!(infos_of(unnumbered)[0].name(), "A");
    let linked = infos(built::<32, 0, 1>(table("E", ACME, &[Sample::new(ALL, 0, 0, "ZERO")], &[]), zero));
    assert_eq!((linked[0].code().as_str(), linked[0].http()), ("ACME_0", 404));
}

#[test]
fn a_built_body_has_the_http_of_the_type() {
    let mut written = guessed(acme("E", "", 0), &[Sample { http: 0, ..short(7, 0, "A") }]);
    written.defaults.http = 409;
    let infos = infos(built::<32, { 46 + 2 + 4 }, 0>(written, CodeList::EMPTY));
    assert_eq!((infos[0].json(), infos[0].http()), (&*body("E7", "m", 409), 409));
}
