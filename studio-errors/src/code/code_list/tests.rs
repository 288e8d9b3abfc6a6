//! Tests of nested lists, compared with a linear search.

use alloc::boxed::Box;
use alloc::format;
use alloc::vec::Vec;

use super::*;
use crate::Studio;
use crate::catalog::{QuotaError, StudioError};
use crate::code::table::sample::{Sample, leaked, table};
use crate::code::{Catalog, CatalogFacts, Category, CodeSet};

const ONLY: &[Category] = &[Category::new("all", "All", i64::MIN..=i64::MAX)];
const ALL: &Category = &ONLY[0];

const fn facts(prefix: &'static str, separator: &'static str, width: usize) -> CatalogFacts {
    CatalogFacts { prefix, separator, width, categories: ONLY, ..*CatalogFacts::NONE }
}

const A: &CatalogFacts = &facts("A", "_", 0);
const B: &CatalogFacts = &facts("B", "-", 3);

fn list(
    name: &'static str,
    catalog: &'static CatalogFacts,
    numbers: &[i64],
    reserved: &'static [(i64, i64)],
) -> CodeList {
    let samples: Vec<_> = numbers.iter().map(|number| Sample::new(ALL, *number, 402, "NAME")).collect();
    leaked(table(name, catalog, &samples, reserved)).codes()
}

fn nesting<const N: usize>(own: CodeList, nested: [CodeList; N]) -> CodeList {
    own.and(Box::leak(Box::new(nested)))
}

/// The first and the last number have the largest distance.
const NUMBERS: [i64; 6] = [-3, 0, 5, 6, 900, 4_294_967_292];

/// Codes of two catalogs. One catalog is nested twice.
fn both() -> CodeList {
    let b = list("OfB", B, &[4, 5], &[(7, 8)]);
    nesting(list("OfA", A, &NUMBERS, &[]), [CodeList::EMPTY, b, nesting(CodeList::EMPTY, [b])])
}

#[test]
fn only_the_exact_text_of_a_code_is_found() {
    for len in 0..=NUMBERS.len() {
        let list = list("OfA", A, &NUMBERS[..len], &[]);
        for number in (-10..1000).chain([4_294_967_291, 4_294_967_292, 4_294_967_293, i64::MIN, i64::MAX]) {
            let found = list.get(&format!("A_{number}")).map(|info| info.code().number());
            assert_eq!(found, NUMBERS[..len].contains(&number).then_some(number), "{number} in {list:?}");
        }
    }
    let both = both();
    for code in ["A_-3", "A_0", "A_4294967292", "B-004", "B-005"] {
        assert_eq!(both.get(code).map(|info| info.code().as_str()), Some(code));
    }
    for code in ["A_4", "A_05", "A-3", "B-4", "B-0004", "B_004", "B-003", "C_3", "3", "_3", "", "A_5 ", "A_4294967296"]
    {
        assert_eq!(both.get(code), None, "{code}");
    }
    for info in StudioError::CODES {
        assert_eq!(StudioError::CODES.get(info.code().as_str()), Some(info));
    }
}

#[test]
fn each_code_is_listed_once_in_order() {
    assert_eq!(format!("{:?}", both()), "[A_-3, A_0, A_5, A_6, A_900, A_4294967292, B-004, B-005]");
    assert_eq!(format!("{:?}", CodeList::EMPTY), "[]");
    assert_eq!(QuotaError::CODES.iter().count(), 4);
}

#[test]
fn a_lookup_in_a_constant_agrees_with_get() {
    let both = both();
    for (catalog, number) in [(A, -3), (A, 4), (A, 0), (B, 4), (B, 5), (B, 3), (A, 4_294_967_292)] {
        let code = format!("{}{}{number:0width$}", catalog.prefix, catalog.separator, width = catalog.width);
        assert_eq!(both.look_up(catalog, number), both.get(&code), "{code}");
    }
    for other in [facts("A", "-", 0), facts("A", "_", 2), facts("AB", "_", 0), facts("", "_", 0)] {
        assert_eq!(both.look_up(&other, 5), None, "{other:?}");
    }
}

#[test]
fn a_list_contains_the_reserved_numbers_of_nested_lists() {
    let both = both();
    assert!(both.reserves() && nesting(CodeList::EMPTY, [both]).reserves());
    assert!(!list("OfA", A, &NUMBERS, &[]).reserves() && !CodeList::EMPTY.reserves());
    assert_eq!(both.reserved().collect::<Vec<_>>(), [("B", 7..=8), ("B", 7..=8)]);
    let reserver = |catalog, number| both.reserver(catalog, number).map(|table| table.name);
    assert_eq!([6, 7, 8, 9].map(|number| reserver(B, number)), [None, Some("OfB"), Some("OfB"), None]);
    assert_eq!(reserver(A, 7), None);
}

#[test]
fn a_list_contains_the_types_of_nested_lists() {
    let both = both();
    let lists = |name| both.lists_type(list(name, A, &[], &[]).types()[0].table());
    assert_eq!([lists("OfA"), lists("OfC")], [true, false]);
    assert!(Studio::PUBLISHED.lists_type(QuotaError::CODES.types()[0].table()));
    assert!(CodeList::EMPTY.is_empty() && !both.is_empty());
}
