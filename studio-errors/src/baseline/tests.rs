//! The parts of a comparison, each alone.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use std::{env, fs};

use super::changes::position;
use super::file::{is_yes, settle};
use super::table::cells;
use super::{Change, Comparison, Kind};
use crate::catalog::QuotaError;
use crate::reference::{CodeRow, Reference};

#[test]
fn codes_are_told_in_the_order_of_their_numbers() {
    let template = Reference::of::<QuotaError>();
    let with = |codes: &[&str]| {
        let mut reference = template.clone();
        let rows = codes.iter().map(|code| {
            let number = code.rsplit_once('_').and_then(|(_, number)| number.parse().ok()).expect("a number");
            CodeRow {
                code: code.to_string().into(),
                number,
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
    assert_eq!(position("A_B_7"), ("A_B".into(), 7));
}

#[test]
fn a_long_text_is_cut_to_the_width_of_its_column() {
    let shown = |length: usize| cells(&Change::new("A_1", Kind::Description, &"é".repeat(length), "b\nc"));
    assert_eq!(shown(40)[2], "é".repeat(40));
    assert_eq!(shown(41)[2], "é".repeat(39) + "…");
    assert_eq!(shown(1)[3], "b c");
}

#[test]
fn what_asks_for_the_file_to_be_written() {
    let yes = |value: &str| is_yes(value.as_ref());
    assert!(yes("1") && yes("yes") && !yes("") && !yes("0"));
}

#[test]
fn a_file_that_says_less_is_written_anew_only_where_that_is_asked() {
    let now = Reference::of::<QuotaError>();
    let mut was = now.clone();
    was.categories.clear();
    let path = env::temp_dir().join(format!("studio-errors-baseline-{}.json", std::process::id()));
    fs::write(&path, was.to_json()).expect("it is written");
    let settled = |updates| {
        assert_eq!(settle(&path, &now, None, updates), Ok(String::new()));
        fs::read_to_string(&path).expect("it is there")
    };
    assert_eq!(settled(false), was.to_json());
    assert_eq!(settled(true), now.to_json());
    let written = fs::metadata(&path).and_then(|file| file.modified()).expect("a time");
    assert_eq!(settled(true), now.to_json());
    assert_eq!(fs::metadata(&path).and_then(|file| file.modified()).expect("a time"), written);
    fs::remove_file(&path).expect("it is removed");
}
