//! Tests of the tables that are built in constants.

use super::*;
use crate::check::{Built, Written};
use crate::code::ErrorInfo;
use crate::code::table::Text;

/// Returns the table, built with the size of its texts.
fn built<const ROWS: usize, const TEXT: usize>(table: Table, published: CodeList) -> Table {
    let written = Written { table, published };
    assert_eq!((written.table.len(), written.text_len()), (ROWS, TEXT));
    let built: &'static _ = Box::leak(Box::new(Built::<ROWS, TEXT>::of(&written)));
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
const fn short(number: i64, http: u16, name: &'static str) -> Sample {
    Sample { description: Some("m"), resolution: "try", ..Sample::new(ALL, number, http, name) }
}

/// Returns the table that the derive writes for a catalog with another format of codes.
fn guessed(catalog: CatalogFacts, samples: &[Sample]) -> Table {
    Table { catalog: Box::leak(Box::new(catalog)), ..table("E", ACME, samples, &[]) }
}

#[test]
fn a_table_is_not_rebuilt_if_the_derive_guessed_the_prefix() {
    let written = table("E", ACME, &[short(7, 402, "A"), short(12, 409, "B")], &[(3, 4)]);
    let same = built::<2, 0>(written, CodeList::EMPTY);
    assert!(core::ptr::eq(same.rows, written.rows) && matches!(same.text, Text::Written(_)));
    assert_eq!((same.reserved, same.distinct), (written.reserved, 2));
}

#[test]
fn the_bodies_are_rebuilt_for_another_prefix() {
    // Each row: the body, the name and the resolution.
    const TEXT: usize = 54 + 1 + 3 + 55 + 1 + 3;
    let written = guessed(acme("ACME_X", "_", 0), &[short(7, 402, "A"), short(12, 409, "B")]);
    let infos = infos(built::<2, TEXT>(written, CodeList::EMPTY));
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
    fn code<const TEXT: usize>(catalog: CatalogFacts, number: i64) -> String {
        let infos = infos(built::<1, TEXT>(guessed(catalog, &[short(number, 404, "A")]), CodeList::EMPTY));
        let code = infos[0].code().as_str();
        assert_eq!(infos[0].json(), body(code, "m", 404));
        assert_eq!((infos[0].name(), infos[0].resolution()), ("A", "try"));
        code.into()
    }
    // The derive guessed `ACME_`. Its body without the number has 51 bytes, the name and the resolution have 4.
    assert_eq!(code::<56>(acme("HE", "_", 2), 4), "HE_04");
    assert_eq!(code::<58>(acme("HE", "_", 2), 123), "HE_123");
    assert_eq!(code::<58>(acme("E", "", 0), 404), "E404");
    assert_eq!(code::<60>(acme("", "", 0), 10_001), "10001");
    assert_eq!(code::<61>(acme("A", "-.:_", 5), 0), "A-.:_00000");
    assert_eq!(code::<56>(acme("", "", 0), 0), "0");
    assert_eq!(code::<75>(acme("", "", 0), i64::MIN), "-9223372036854775808");
}

#[test]
fn facts_that_are_not_stated_come_from_the_published_code() {
    let published = Studio::PUBLISHED.get("STUDIO_1601").unwrap();
    let name = published.name();
    // The published description takes precedence over a doc comment.
    let silent = Sample { comment: "", ..quota(1601, 0, name) };
    for sample in [quota(1601, 402, name), quota(1601, 0, name), silent] {
        let infos = infos(built::<1, 0>(table("E", STUDIO, &[sample], &[]), Studio::PUBLISHED));
        assert_eq!((infos[0], infos[0].json()), (published, published.json()), "{sample:?}");
    }
    let resolved = Sample { resolution: "wait", ..quota(1601, 402, name) };
    let infos = infos(built::<1, 0>(table("E", STUDIO, &[resolved], &[]), Studio::PUBLISHED));
    assert_eq!((infos[0].resolution(), infos[0].description()), ("wait", published.description()));
}

#[test]
fn a_stated_description_is_combined_with_the_published_http() {
    const TEXT: usize = 57 + 20 + 57 + 1;
    let published = Studio::PUBLISHED.get("STUDIO_1601").unwrap();
    let stated = Sample { description: Some("m"), ..quota(1601, 0, published.name()) };
    let own = Sample { description: Some("n"), ..quota(1650, 409, "A") };
    let infos = infos(built::<2, TEXT>(table("E", STUDIO, &[stated, own], &[]), Studio::PUBLISHED));
    assert_eq!((infos[0].json(), infos[0].http()), (&*body("STUDIO_1601", "m", 402), 402));
    assert_eq!((infos[0].description(), infos[0].resolution()), ("m", published.resolution()));
    assert_eq!((infos[1].json(), infos[1].http()), (&*body("STUDIO_1650", "n", 409), 409));
    assert_eq!((infos[1].name(), infos[1].resolution()), ("A", ""));
}

#[test]
fn a_refused_number_has_no_published_code() {
    let zero = list("Zero", ACME, &[Sample::new(ALL, 0, 404, "ZERO")]);
    let unnumbered = Sample { category: Some(ALL), ..refused(None) };
    let infos_of = |sample| infos(built::<1, 0>(table("E", ACME, &[sample], &[]), zero));
    assert_eq!(infos_of(unnumbered)[0].name(), "A");
    let linked = infos(built::<1, 0>(table("E", ACME, &[Sample::new(ALL, 0, 0, "ZERO")], &[]), zero));
    assert_eq!((linked[0].code().as_str(), linked[0].http()), ("ACME_0", 404));
}
