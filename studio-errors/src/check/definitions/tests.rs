//! Rows beside a catalog that is not what the derive guessed, and beside one that is.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;

use super::*;
use crate::catalog::Studio;

/// A catalog whose prefix is not its name: the derive guesses `ACME`.
struct Acme;

const PAY: &Category = &Acme::CATEGORIES[0];

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME_X";
    const CATEGORIES: &'static [Category] = &[Category::new("pay", "Pay", 1..=99)];
}

const QUOTA: &Category = &Studio::CATEGORIES[6];

fn row(category: &'static Category, code: &'static str, number: u16, http: u16, name: &'static str) -> Written {
    let json = format!(r#"{{"error":{{"code":"{code}","message":"m","http":{http:03}}}}}"#);
    let json: &'static str = json.leak();
    Written {
        number,
        code,
        http,
        category: Some(category),
        name,
        description: "m",
        remark: false,
        resolution: "",
        json,
    }
}

struct Outcome {
    text_len: usize,
    codes: [(u16, String, u16); 2],
    jsons: [&'static str; 2],
    infos: [Row; 2],
}

/// As generated code puts it together.
fn outcome<C: Catalog, const LEN: usize>(rows: [Written; 2]) -> Outcome {
    let rows: &'static [Written; 2] = Box::leak(Box::new(rows));
    let judged: &'static [Judged; 2] = Box::leak(Box::new(Judged::rows::<C, 2>(rows, C::PUBLISHED)));
    let definitions = Definitions::new::<C>(rows, judged, 2, C::PUBLISHED, &[(7, 9)]);
    let text: &'static [u8; LEN] = Box::leak(Box::new(definitions.text::<LEN>()));
    let table: &'static [Row; 2] = Box::leak(Box::new(definitions.table::<2>(text)));
    let codes = definitions.codes(table);
    assert_eq!(
        (codes.own(), codes.reserved_own().prefix, codes.reserved_own().ranges),
        (&table[..], C::PREFIX, &[(7, 9)][..])
    );
    Outcome {
        text_len: definitions.text_len(),
        codes: table.map(|info| (info.code.number(), info.code.as_str().into(), info.http)),
        jsons: table.map(|info| info.json),
        infos: *table,
    }
}

fn body(code: &str, message: &str, http: u16) -> String {
    format!(r#"{{"error":{{"code":"{code}","message":"{message}","http":{http}}}}}"#)
}

#[test]
fn what_the_derive_wrote_stays_where_it_guessed_right() {
    let rows = [row(QUOTA, "STUDIO_1650", 1650, 402, "A"), row(QUOTA, "STUDIO_1651", 1651, 409, "B")];
    let of = outcome::<Studio, 0>(rows);
    assert_eq!(of.text_len, 0);
    assert_eq!(of.codes, [(1650, "STUDIO_1650".into(), 402), (1651, "STUDIO_1651".into(), 409)]);
    assert!(core::ptr::eq(of.jsons[0], rows[0].json) && core::ptr::eq(of.jsons[1], rows[1].json));
    assert_eq!((of.infos[1].name, of.infos[1].category, of.infos[1].description), ("B", QUOTA, "m"));
}

#[test]
fn the_wire_format_is_built_where_the_prefix_is_another() {
    let rows = [row(PAY, "ACME_7", 7, 402, "A"), row(PAY, "ACME_12", 12, 0, "B")];
    let expected = [body("ACME_X_7", "m", 402), body("ACME_X_12", "m", 500)];
    let of = outcome::<Acme, { 54 + 55 }>(rows);
    assert_eq!((of.text_len, of.jsons.concat().len()), (54 + 55, 54 + 55));
    assert_eq!(of.jsons, expected.each_ref().map(String::as_str));
    // The second states no http, and nothing is published that could: it is no code.
    assert_eq!(of.codes, [(7, "ACME_X_7".into(), 402), (0, "ACME_X_12".into(), 500)]);
}

#[test]
fn a_published_code_brings_what_is_not_stated() {
    let published = Studio::PUBLISHED.get("STUDIO_1601").expect("it is published");
    let name = published.name();
    let remark = Written { remark: true, ..row(QUOTA, "STUDIO_1601", 1601, 402, name) };
    let silent = Written { description: "", ..row(QUOTA, "STUDIO_1601", 1601, 0, name) };
    let of = outcome::<Studio, 0>([remark, silent]);
    assert_eq!((of.text_len, of.infos), (0, [*published.0, *published.0]));

    let stated = row(QUOTA, "STUDIO_1601", 1601, 0, name);
    let resolved = Written { resolution: "pay", ..row(QUOTA, "STUDIO_1601", 1601, 402, name) };
    // What is built of one row stands where it should, behind a row of which nothing is.
    let written = row(QUOTA, "STUDIO_1650", 1650, 402, "A");
    assert_eq!(outcome::<Studio, 57>([written, stated]).jsons[1], body("STUDIO_1601", "m", 402));
    let of = outcome::<Studio, 57>([stated, resolved]);
    let json = body("STUDIO_1601", "m", 402);
    assert_eq!((of.text_len, of.jsons), (57, [&*json, &*json]));
    assert!(core::ptr::eq(of.jsons[1], resolved.json));
    assert_eq!((of.infos[0].resolution, of.infos[1].resolution), (published.resolution(), "pay"));
    assert_eq!(of.codes, [(1601, "STUDIO_1601".into(), 402), (1601, "STUDIO_1601".into(), 402)]);
}

#[test]
fn a_row_is_worth_what_the_catalog_says() {
    let published = Studio::PUBLISHED.get("STUDIO_1601");
    let name = "INSUFFICIENT_CREDITS";
    for (category, number, http, name, published, expected) in [
        (Some(QUOTA), 1650, 402, "A", None, Verdict::Sound),
        (Some(QUOTA), 1650, 0, "A", None, Verdict::NoHttp),
        (None, 1650, 402, "A", None, Verdict::Unknown),
        (Some(QUOTA), 0, 402, "A", None, Verdict::Unknown),
        (Some(QUOTA), 1700, 402, "A", None, Verdict::OutsideCategory),
        (Some(QUOTA), 1601, 402, name, published, Verdict::Sound),
        (Some(QUOTA), 1601, 0, name, published, Verdict::Sound),
        (Some(QUOTA), 1601, 403, name, published, Verdict::OtherHttp),
        (Some(QUOTA), 1601, 402, "A", published, Verdict::OtherName),
        (Some(QUOTA), 1601, 403, "A", published, Verdict::Taken),
    ] {
        let row = Written { category, ..row(QUOTA, "STUDIO_1601", number, http, name) };
        assert_eq!(verdict(&row, published), expected, "{number} {http} {name}");
    }
}

#[test]
fn a_guess_is_the_prefix_and_nothing_else() {
    let guessed = |prefix, code, number| is_guessed(prefix, &row(QUOTA, code, number, 402, "A"));
    assert!(guessed("STUDIO", "STUDIO_1601", 1601) && guessed("A_B", "A_B_7", 7) && guessed("A", "A_0", 0));
    for (prefix, code) in [("STUDI", "STUDIO_7"), ("STUDIOS", "STUDIO_7"), ("STUDIA", "STUDIO_7"), ("ACME", "STUDIO_7")]
    {
        assert!(!guessed(prefix, code, 7), "{prefix}");
    }
}
