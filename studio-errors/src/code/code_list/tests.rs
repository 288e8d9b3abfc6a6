//! Lists of every depth, beside a plain search.

use alloc::format;
use alloc::vec::Vec;

use super::*;
use crate::catalog::{QuotaError, Studio, StudioError};
use crate::code::Catalog;
use crate::code::Category;
use crate::code::CodeSet;

const QUOTA: &Category = &Studio::CATEGORIES[6];

const fn info(number: u16, text: &'static str) -> Row {
    Row {
        code: Code::new(number, text),
        http: 402,
        category: QUOTA,
        name: "",
        description: "",
        resolution: "",
        json: "",
    }
}

const A: &[Row] = &[info(3, "A_3"), info(5, "A_5"), info(6, "A_6"), info(900, "A_900"), info(65535, "A_65535")];
const OF_A: Reserved = Reserved { prefix: "A", ranges: &[] };
const LIST: CodeList = CodeList::new(A, OF_A, &[]);
const B: CodeList = CodeList::new(&[info(4, "B_4"), info(5, "B_5")], Reserved { prefix: "B", ranges: &[(7, 8)] }, &[]);
const BOTH: CodeList = CodeList::new(A, OF_A, &[CodeList::EMPTY, B]);

#[test]
fn a_row_is_found_by_its_number_and_no_other() {
    for list in [LIST, CodeList::new(&A[..1], OF_A, &[]), CodeList::new(&A[..2], OF_A, &[]), CodeList::EMPTY] {
        for number in 0..=u16::MAX {
            let there = list.own.iter().find(|row| row.code.number() == number);
            assert_eq!(list.numbered(number), there.map(ErrorInfo), "{number} in {list:?}");
        }
    }
    for info in StudioError::CODES.iter() {
        assert_eq!(StudioError::CODES.get(info.code().as_str()), Some(info));
    }
}

#[test]
fn a_number_is_looked_for_in_proportion_and_half_way() {
    assert_eq!([1, 7, 13].map(|number| place(7, (1, number, 13), true)), [0, 3, 6]);
    assert_eq!([1, 7, 13].map(|number| place(7, (1, number, 13), false)), [3, 3, 3]);
    assert_eq!((place(1, (5, 5, 5), true), place(4, (1, 2, 65535), true)), (0, 0));
}

#[test]
fn both_ways_to_look_a_code_up_agree() {
    for (prefix, number, there) in [
        ("A", 3, true),
        ("A", 4, false),
        ("B", 4, true),
        ("B", 5, true),
        ("B", 3, false),
        ("C", 3, false),
        ("", 3, false),
    ] {
        let text: &'static str = format!("{prefix}_{number}").leak();
        let code = Code::new(number, text);
        let found = BOTH.look_up(prefix, number);
        assert_eq!(found.map(|info| info.code()), there.then_some(code), "{code}");
        assert_eq!((BOTH.find_const(code), BOTH.get(text)), (found, found), "{code}");
    }
    // Neither half of a prefix, nor more than it.
    let odd = CodeList::new(const { &[info(1, "AB_1")] }, OF_A, &[]);
    for prefix in ["A", "B", "AC", "XB", "AB_", "AB_1", "AB_1_", "ABC", ""] {
        assert_eq!(odd.look_up(prefix, 1), None, "{prefix}");
    }
    assert!(odd.look_up("AB", 1).is_some());
}

#[test]
fn what_is_reserved_is_known_of_nested_lists_too() {
    assert!(B.reserves() && BOTH.reserves() && CodeList::new(&[], OF_A, &[LIST, BOTH]).reserves());
    assert!(!LIST.reserves() && !CodeList::new(&[], OF_A, &[LIST, LIST]).reserves());
    assert!(CodeList::EMPTY.is_empty() && CodeList::new(&[], B.reserved, &[]).is_empty());
    assert!(!LIST.is_empty() && !CodeList::new(&[], OF_A, &[LIST]).is_empty());
    assert_eq!(BOTH.reserved().collect::<Vec<_>>(), [("B", 7..=8)]);
}

#[test]
fn the_first_code_of_a_range_is_found_in_its_catalog() {
    let first = |prefix, range| BOTH.first_within(prefix, range).map(|info| info.code().as_str());
    for (prefix, range, expected) in [
        ("A", (0, 65535), Some("A_3")),
        ("A", (4, 4), None),
        ("A", (3, 3), Some("A_3")),
        ("A", (4, 5), Some("A_5")),
        ("A", (6, 899), Some("A_6")),
        ("A", (7, 900), Some("A_900")),
        ("A", (901, 65534), None),
        ("A", (901, 65535), Some("A_65535")),
        ("B", (5, 9), Some("B_5")),
        ("B", (6, 9), None),
        ("C", (0, 65535), None),
    ] {
        assert_eq!(first(prefix, range), expected, "{prefix} {range:?}");
    }
    // A code with a mistake has no number.
    let mistaken = CodeList::new(const { &[info(0, "A_7")] }, OF_A, &[]);
    assert_eq!(mistaken.first_within("A", (0, 9)), None);
}

#[test]
fn a_list_takes_others_in_and_shows_its_codes_in_order() {
    assert_eq!(format!("{:?}", LIST.and(const { &[B] })), "[A_3, A_5, A_6, A_900, A_65535, B_4, B_5]");
    assert_eq!(format!("{B:?}"), "[B_4, B_5]");
    assert_eq!(QuotaError::CODES.iter().count(), 4);
}
