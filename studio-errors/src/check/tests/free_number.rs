//! Tests of the numbers that diagnostics suggest.

use super::*;
use crate::check::free_number::{Place, next_free, taken_until};

/// Returns the free numbers of a category in order.
fn free(definitions: &Definitions, category: &Category) -> Vec<i64> {
    let mut place = Place::first(category);
    core::iter::from_fn(|| {
        let found = next_free(definitions, category, place)?;
        place = found.next(category);
        Some(found.number)
    })
    .collect()
}

#[test]
fn a_free_number_is_neither_used_nor_reserved_nor_published() {
    let samples = [quota(1604, 402, "A"), quota(1605, 402, "B"), quota(1608, 402, "C")];
    let definitions = definitions(&samples, &[(1606, 1606), (1609, 1690)]);
    for used in [1600, 1603, 1604, 1605, 1606, 1608, 1609, 1690] {
        assert!(taken_until(definitions, used).is_some(), "{used}");
    }
    for number in [0, 1607, 1691, 1699] {
        assert_eq!(taken_until(definitions, number), None, "{number}");
    }
    assert_eq!(free(definitions, QUOTA), [1607, 1691, 1692, 1693, 1694, 1695, 1696, 1697, 1698, 1699]);
}

#[test]
fn numbers_that_a_published_type_reserves_are_not_suggested() {
    const FEW: &Category = &Category::with_ranges("few", "Few", &[0..=4, 9..=10]);
    let core = reserving("Core", ACME, &[Sample::new(FEW, 1, 400, "ONE")], &[(2, 2), (10, 10)]);
    let published = nesting(list("Other", ACME, &[]), [core]);
    let unnumbered = Sample { category: Some(FEW), ..refused(None) };
    let definitions = under(ACME, &[unnumbered; 5], &[(0, 0)], published);
    assert_eq!(free(definitions, FEW), [3, 4, 9]);
    assert_eq!(definitions.offers[..5], [Some(3), Some(4), Some(9), None, None]);
}

#[test]
fn reserved_numbers_are_skipped_without_a_step_for_each() {
    const WIDE: &Category = &Category::with_ranges("wide", "Wide", &[0..=1_000_000, 2_000_000..=i64::MAX]);
    let definitions = definitions(&[], &[(0, 3_000_000_000), (3_000_000_002, i64::MAX)]);
    assert_eq!(free(definitions, WIDE), [3_000_000_001]);
}

#[test]
fn negative_numbers_are_suggested_from_the_least_on() {
    const SIGNED: &Category = &Category::with_ranges("signed", "Signed", &[i64::MIN..=i64::MIN, -3..=1]);
    let samples = [Sample::new(SIGNED, -2, 400, "A"), Sample::new(SIGNED, 0, 400, "B")];
    let definitions = under(ACME, &samples, &[(i64::MIN, -5)], CodeList::EMPTY);
    assert_eq!(free(definitions, SIGNED), [-3, -1, 1]);
}

#[test]
fn the_search_ends_at_the_largest_number() {
    const LAST: &Category = &Category::new("last", "Last", i64::MAX..=i64::MAX);
    assert_eq!(free(definitions(&[], &[]), LAST), [i64::MAX]);
}

#[test]
fn each_refused_row_gets_a_different_suggestion() {
    const RENDER: &Category = &Studio::CATEGORIES[5];
    let samples = [
        quota(1601, 403, "TAKEN"),
        quota(1650, 402, "SOUND"),
        quota(1700, 402, "OUTSIDE"),
        refused(Some(QUOTA)),
        refused(Some(RENDER)),
        refused(None),
        refused(Some(QUOTA)),
        refused(Some(RENDER)),
    ];
    let offers = &definitions(&samples, &[(1605, 1605)]).offers;
    let render = offers[4].expect("`render` has free codes");
    assert!((1500..=1599).contains(&render) && is_unpublished(render));
    let next = Some((render + 1..1600).find(|number| is_unpublished(*number)).unwrap());
    assert_eq!(*offers, [Some(1604), None, Some(1606), Some(1607), Some(render), None, Some(1608), next]);
}

/// Whether `Studio` does not publish the number.
fn is_unpublished(number: i64) -> bool {
    Studio::PUBLISHED.look_up(STUDIO, number).is_none()
}

#[test]
fn a_full_category_has_no_suggestion() {
    let definitions = definitions(&[refused(Some(QUOTA))], &[(1600, 1699)]);
    assert_eq!(definitions.offers[0], None);
    let reported = report(|| crate::check::reserved(definitions, 0, 1650));
    assert_eq!(reported, "code 1650 is reserved\nhelp: no code is free in `quota`");
}

#[test]
fn a_suggested_number_has_the_width_of_its_catalog() {
    let catalog = Box::leak(Box::new(acme("HE", "_", 4)));
    let published = list("Core", catalog, &[Sample::new(ALL, 7, 402, "PUBLISHED")]);
    let samples = [refused(Some(ALL)), Sample::new(ALL, 7, 402, "OTHER")];
    let definitions = under(catalog, &samples, &[], published);
    assert_eq!(definitions.offers[..2], [Some(0), None]);
    let help = "help: 0000 is the next free code in `all`";
    let outside = report(|| crate::check::outside(definitions, 0, "9223372036854775808", None, ""));
    let reserved = report(|| crate::check::reserved(definitions, 0, 3));
    let missing = report(|| crate::check::missing(definitions, 0, false, false));
    assert!(outside.ends_with(help) && reserved.ends_with(help), "{outside}\n{reserved}");
    assert!(missing.ends_with("add `code = 0000`, the next free code in `all`"), "{missing}");
    let name = report(|| crate::check::rows::name(definitions, 1));
    assert!(name.ends_with("or take 0000, the next free code in `all`"), "{name}");
}
