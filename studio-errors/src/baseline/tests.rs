//! Tests of the parts of a comparison.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use std::{env, fs};

use super::file::{check_file, is_yes};
use super::{Comparison, Effect, Kind};
use crate::catalog::QuotaError;
use crate::reference::{CatalogRow, CodeRow, DeprecatedRow, Reference, ReservedRow};

#[test]
fn codes_are_in_the_order_of_their_catalogs_and_numbers() {
    let template = Reference::of::<QuotaError>();
    let with = |codes: &[&str]| {
        let mut reference = template.clone();
        let rows = codes.iter().map(|code| {
            let (catalog, number) = code.split_once('_').expect("a separator");
            CodeRow {
                code: code.to_string().into(),
                catalog: catalog.to_string().into(),
                number: number.parse().expect("a number"),
                name: code.to_string().into(),
                ..template.codes[0].clone()
            }
        });
        reference.codes = rows.collect();
        reference
    };
    let comparison = Comparison::new(&with(&["A_9", "A_100", "B_1"]), &with(&["A_10", "A_1000", "AA_5"]));
    let subjects: Vec<_> = comparison.changes()[..6].iter().map(|change| &*change.subject).collect();
    assert_eq!(subjects, ["A_9", "A_10", "A_100", "A_1000", "AA_5", "B_1"]);
}

#[test]
fn some_values_of_the_variable_update_the_file() {
    let yes = |value: &str| is_yes(value.as_ref());
    assert!(["1", "true", "TRUE", "yes", "on"].into_iter().all(yes));
    assert!(!["", "0", "false", "False", "no", "off", "n", " ", "nope"].into_iter().any(yes));
}

#[test]
fn a_file_with_fewer_facts_is_updated_only_on_request() {
    let now = Reference::of::<QuotaError>();
    let mut was = now.clone();
    was.categories.clear();
    let path = env::temp_dir().join(format!("studio-errors-baseline-{}.json", std::process::id()));
    fs::write(&path, was.to_json()).expect("it is written");
    let checked = |updates| {
        assert_eq!(check_file(&path, &now, None, updates), Ok(String::new()));
        fs::read_to_string(&path).expect("it is there")
    };
    assert_eq!(checked(false), was.to_json());
    assert_eq!(checked(true), now.to_json());
    let written = fs::metadata(&path).and_then(|file| file.modified()).expect("a time");
    assert_eq!(checked(true), now.to_json());
    assert_eq!(fs::metadata(&path).and_then(|file| file.modified()).expect("a time"), written);
    fs::remove_file(&path).expect("it is removed");
}

#[test]
fn another_url_domain_or_challenge_of_a_catalog_breaks_clients() {
    let was = Reference::of::<QuotaError>();
    for kind in [Kind::Docs, Kind::Domain, Kind::Challenge, Kind::CodeHeader] {
        let mut now = was.clone();
        let CatalogRow { docs, domain, challenge, code_header, .. } = &mut now.catalogs[0];
        *(match kind {
            Kind::Docs => docs,
            Kind::Domain => domain,
            Kind::Challenge => challenge,
            _ => code_header,
        }) = Some("other".into());
        for (was, now) in [(&was, &now), (&now, &was)] {
            let comparison = Comparison::new(was, now);
            let kinds: Vec<_> = comparison.changes().iter().map(|change| change.kind).collect();
            assert_eq!((kinds, comparison.effect()), (Vec::from([kind]), Effect::Breaks));
        }
        assert_eq!(Reference::from_json(&now.to_json()).expect("a reference"), now);
    }
}

fn reference(codes: &[i64], reserved: &[(i64, i64)]) -> Reference {
    let mut reference = Reference::of::<QuotaError>();
    let template = reference.codes[0].clone();
    let row = |number: &i64| CodeRow {
        code: format!("STUDIO_{number}").into(),
        number: *number,
        name: format!("N{number}").into(),
        ..template.clone()
    };
    reference.codes = codes.iter().map(row).collect();
    let row = |(first, last): &(i64, i64)| ReservedRow { catalog: "STUDIO".into(), first: *first, last: *last };
    reference.reserved = reserved.iter().map(row).collect();
    reference
}

fn changes(was: &Reference, now: &Reference) -> Vec<(String, Kind, String, String)> {
    let comparison = Comparison::new(was, now);
    comparison.changes().iter().cloned().map(|change| (change.subject, change.kind, change.was, change.now)).collect()
}

#[test]
fn the_last_number_does_not_overflow() {
    for last in [i64::from(u16::MAX), i64::MAX] {
        let found = changes(&reference(&[], &[(last - 1, last)]), &reference(&[last], &[]));
        let (first, last) = (format!("STUDIO_{}", last - 1), format!("STUDIO_{last}"));
        let name = last.replace("STUDIO_", "N");
        assert_eq!(
            found,
            [
                (last.clone(), Kind::Added, String::new(), name),
                (first, Kind::NotReserved, "reserved".into(), "free".into()),
                (last, Kind::Returned, "reserved".into(), "a code".into()),
            ]
        );
    }
}

#[test]
fn many_large_ranges_are_compared_as_ranges() {
    let reserved: Vec<_> = (0..20_000).map(|_| (1, i64::MAX)).collect();
    let found = changes(&reference(&[], &reserved), &reference(&[7], &[]));
    let numbers = found.iter().filter(|(_, kind, ..)| *kind == Kind::NotReserved);
    let numbers: Vec<_> = numbers.map(|(subject, ..)| &**subject).collect();
    assert_eq!(numbers, ["STUDIO_1..=6", "STUDIO_8..=9223372036854775807"]);
}

#[test]
fn another_name_with_another_http_reuses_the_number() {
    let was = reference(&[5], &[]);
    let mut now = was.clone();
    now.codes[0].name = "OTHER".into();
    now.codes[0].http = 418;
    assert_eq!(
        changes(&was, &now),
        [("STUDIO_5".into(), Kind::Reused, "N5, http 429".into(), "OTHER, http 418".into())]
    );
    assert_eq!(Comparison::new(&was, &now).effect(), Effect::Reuses);
}

#[test]
fn another_property_or_challenge_of_a_code_breaks() {
    let was = reference(&[5], &[]);
    let mut now = was.clone();
    now.codes[0].properties.insert("type".into(), "invalid".into());
    assert_eq!(changes(&was, &now), [("STUDIO_5".into(), Kind::Property, String::new(), "type invalid".into())]);
    now = was.clone();
    now.codes[0].challenge = Some("Basic".into());
    assert_eq!(changes(&now, &was), [("STUDIO_5".into(), Kind::Challenge, "Basic".into(), String::new())]);
    assert_eq!(Comparison::new(&was, &now).effect(), Effect::Breaks);
}

#[test]
fn another_grpc_code_breaks() {
    let was = reference(&[5], &[]);
    let mut now = was.clone();
    now.codes[0].grpc = Some("unavailable".into());
    let change = |was: &str, now: &str| [("STUDIO_5".into(), Kind::Grpc, was.into(), now.into())];
    assert_eq!(changes(&was, &now), change("by status", "unavailable"));
    assert_eq!(changes(&now, &was), change("unavailable", "by status"));
    assert_eq!(Comparison::new(&was, &now).effect(), Effect::Breaks);
}

#[test]
fn a_code_that_is_no_longer_retryable_breaks_and_a_deprecation_does_not() {
    let was = reference(&[5, 6, 7], &[]);
    let mut now = was.clone();
    now.codes[0].retryable = false;
    now.codes[1].deprecated = Some(DeprecatedRow { since: Some("2.0".into()), note: None });
    let forward = [
        ("STUDIO_5".into(), Kind::NotRetryable, "yes".into(), "no".into()),
        ("STUDIO_6".into(), Kind::Deprecated, String::new(), "deprecated since 2.0".into()),
    ];
    assert_eq!(changes(&was, &now), forward);
    assert_eq!(Comparison::new(&was, &now).effect(), Effect::Breaks);
    let back = [
        ("STUDIO_5".into(), Kind::Retryable, "no".into(), "yes".into()),
        ("STUDIO_6".into(), Kind::NotDeprecated, "deprecated since 2.0".into(), String::new()),
    ];
    assert_eq!(changes(&now, &was), back);
    assert_eq!(Comparison::new(&now, &was).effect(), Effect::Compatible);

    let kinds = |now: &Reference, gone: usize| {
        let mut later = now.clone();
        let number = later.codes.remove(gone).number;
        later.reserved.push(ReservedRow { catalog: "STUDIO".into(), first: number, last: number });
        let comparison = Comparison::new(now, &later);
        assert_eq!(comparison.effect(), Effect::Breaks);
        (comparison.changes()[0].kind, comparison.to_string().contains("never deprecated"))
    };
    assert_eq!((kinds(&now, 1), kinds(&now, 2)), ((Kind::Retired, false), (Kind::Removed, true)));
}

#[test]
fn reserved_numbers_are_written_as_the_catalog_writes_them() {
    let mut was = reference(&[], &[(4, 4), (90, 100)]);
    was.catalogs[0].separator = "-".into();
    was.catalogs[0].width = 3;
    let comparison = Comparison::new(&was, &reference(&[], &[]));
    let subjects: Vec<_> = comparison.changes().iter().map(|change| &*change.subject).collect();
    assert_eq!(subjects, ["STUDIO-004", "STUDIO-090..=100"]);
    let help = comparison.help();
    assert!(help.contains("`reserved(4)`") && help.contains("`reserved(90..=100)`"), "{help}");
}

#[test]
fn another_envelope_of_a_catalog_breaks_clients() {
    let was = Reference::of::<QuotaError>();
    let mut now = was.clone();
    let template = r#"{"code":"{code}","message":"{message}"}"#;
    now.envelope = Some(template.into());
    let comparison = Comparison::new(&was, &now);
    let [change] = comparison.changes() else { panic!("{comparison}") };
    assert_eq!((&*change.subject, change.kind, &*change.now), ("STUDIO", Kind::Envelope, template));
    assert!(change.was.starts_with(r#"{"error":{"code":"{code}","#) && comparison.effect() == Effect::Breaks);
    // The same template, stated in another place.
    let mut same = now.clone();
    same.catalogs[0].envelope = same.envelope.take();
    assert!(Comparison::new(&now, &same).changes().is_empty());
}
