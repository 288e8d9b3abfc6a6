//! Code sets of many types and several catalogs: their content and order, and the conflicts that they refuse.
#![allow(dead_code)]

use std::sync::Arc;

use studio_errors::__private::check::{conflicting, conflicts};
use studio_errors::catalog::{QuotaError, StudioError, VideoError};
use studio_errors::{Catalog, Category, Code, CodeList, CodeSet, StudioErrorCode, code_set};

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("all", "All", 1..=65535)];
}

/// A catalog whose name is the prefix of another one, with the numbers of `Studio`.
struct Other;

impl Catalog for Other {
    const PREFIX: &'static str = "ACME_STUDIO";
    const CATEGORIES: &'static [Category] = &[Category::new("quota", "Quota", 1600..=1699)];
}

macro_rules! error {
    ($name:ident($($on_type:tt)*) { $($variant:ident = $code:literal, $http:literal;)* }) => {
        #[derive(StudioErrorCode)]
        #[studio($($on_type)*)]
        pub(super) enum $name {
            $(#[studio(code = $code, http = $http, description = "d")] $variant,)*
        }
    };
}

error!(Low(catalog = Acme, category = "all") { Two = 2, 404; One = 1, 404; });
error!(LowAgain(catalog = Acme, category = "all") { One = 1, 404; Three = 3, 404; });
error!(High(catalog = Acme, category = "all") { Last = 65535, 500; });
error!(OtherHttp(catalog = Acme, category = "all") { One = 1, 400; });
error!(OtherName(catalog = Acme, category = "all") { Uno = 1, 404; });
error!(Retired(catalog = Acme, category = "all", reserved(1, 9..=10)) { Four = 4, 404; });
error!(SameNumber(catalog = Other, category = "quota") { InsufficientCredits = 1601, 409; });
error!(RetiresOther(catalog = Other, category = "quota", reserved(1600, 1602..=1603)) { Five = 1605, 404; });

#[derive(StudioErrorCode)]
enum Either<A, B> {
    #[studio(transparent)]
    A(A),
    #[studio(transparent)]
    B(Box<B>),
}

#[derive(StudioErrorCode)]
enum Borrowing<'a> {
    #[studio(transparent)]
    A(&'a Low),
    #[studio(transparent)]
    B(&'a LowAgain),
}

code_set! {
    /// Errors of three catalogs, nested and repeated.
    #[derive(PartialEq)]
    pub(crate) All: Arc<High>, StudioError, SameNumber, Inner, Low, crate::code::sets::LowAgain, Borrowing<'static>,
        Either<QuotaError, Low>, RetiresOther,
}
code_set! { Inner: VideoError }

fn codes(list: CodeList) -> Vec<Code> {
    list.iter().map(studio_errors::ErrorInfo::code).collect()
}

#[test]
fn a_set_lists_each_code_once_in_order() {
    let studio = codes(StudioError::CODES);
    let mut expected = vec!["ACME_1", "ACME_2", "ACME_3", "ACME_65535", "ACME_STUDIO_1601", "ACME_STUDIO_1605"];
    expected.extend(studio.iter().map(|code| code.as_str()));
    assert_eq!(codes(All::CODES), expected);
    for code in expected {
        assert_eq!(All::CODES.get(code).unwrap().code(), *code);
    }
    assert_eq!(All::CODES.get("ACME_1601"), None);
    assert_eq!(All::CODES.get("STUDIO_1601").unwrap().http(), 402);
    assert_eq!(All::CODES.get("ACME_STUDIO_1601").unwrap().http(), 409);
    assert_eq!(format!("{All:?}"), "All");
    assert_eq!((All::CODES.len(), All::CODES.is_empty()), (codes(All::CODES).len(), false));
    let reserved: Vec<_> = All::CODES.reserved().collect();
    assert_eq!(reserved, [("ACME_STUDIO", 1600..=1600), ("ACME_STUDIO", 1602..=1603)]);
}

#[test]
fn codes_of_one_category_are_consecutive() {
    let mut seen = Vec::new();
    for info in All::CODES {
        let category = (info.code().as_str().rsplit_once('_').unwrap().0, info.category().slug());
        if seen.last() != Some(&category) {
            assert!(!seen.contains(&category), "{category:?} is in two places");
            seen.push(category);
        }
    }
}

mod operations {
    use super::*;

    error!(Order(catalog = Acme, category = "all") { Late = 12, 409; Lost = 11, 404; Gone = 13, 410; });

    #[derive(StudioErrorCode)]
    #[studio(catalog = Acme, category = "all")]
    pub(super) enum Nesting {
        /// The order is closed
        #[studio(code = 20, http = 409)]
        Closed,
        #[studio(transparent)]
        Order(Order),
    }

    #[derive(StudioErrorCode)]
    #[studio(catalog = Acme, category = "all", code = 30, http = 400, description = "d")]
    pub(super) struct Single;

    code_set! { pub(super) Ship: Low, Order::{LOST, LATE} }
    code_set! { pub(super) Close: Nesting::{CLOSED,}, Single::{CODE}, Order::{GONE} }
    code_set! { pub(super) Both: Ship, Close }
    code_set! { pub(super) Whole: Ship, Order, self::Nesting::{CLOSED} }
}

#[test]
fn a_set_can_list_some_codes_of_a_type() {
    assert_eq!(codes(operations::Ship::CODES), ["ACME_1", "ACME_2", "ACME_11", "ACME_12"]);
    assert_eq!(codes(operations::Close::CODES), ["ACME_13", "ACME_20", "ACME_30"]);
    assert_eq!(
        codes(operations::Both::CODES),
        ["ACME_1", "ACME_2", "ACME_11", "ACME_12", "ACME_13", "ACME_20", "ACME_30"]
    );
    assert_eq!(codes(operations::Whole::CODES), ["ACME_1", "ACME_2", "ACME_11", "ACME_12", "ACME_13", "ACME_20"]);
    assert_eq!(operations::Ship::CODES.get("ACME_13"), None);
    assert_eq!(operations::Ship::CODES.get("ACME_12").unwrap().name(), "LATE");
}

fn refused<const N: usize>(parts: [(&'static str, CodeList); N]) -> Vec<Option<String>> {
    let conflicting = conflicting(&parts);
    let report = |part| {
        let panic = std::panic::catch_unwind(|| conflicts(&parts, &conflicting, part)).err()?;
        Some(panic.downcast_ref::<String>().unwrap().clone())
    };
    (0..N).map(report).collect()
}

const LOW: (&str, CodeList) = ("Low", Low::CODES);

#[test]
fn parts_without_conflicts_are_accepted() {
    let parts = [
        LOW,
        LOW,
        ("LowAgain", LowAgain::CODES),
        ("High", High::CODES),
        ("StudioError", StudioError::CODES),
        ("SameNumber", SameNumber::CODES),
        ("RetiresOther", RetiresOther::CODES),
        ("All", All::CODES),
    ];
    assert_eq!(refused(parts), vec![None; 8]);
    assert!(conflicting(&[]).is_empty());
}

#[test]
fn a_conflict_is_reported_at_the_later_part_and_names_both() {
    let other_http = "`ACME_1` is two different errors: `ONE` (http 404, `all`) in `Low`, `ONE` (http 400, `all`) in `OtherHttp`\n\
                      help: give one of them another code";
    let other_name = "`ACME_1` is two different errors: `ONE` (http 404, `all`) in `Low`, `UNO` (http 404, `all`) in `OtherName`\n\
                      help: give one of them another code";
    let parts = [LOW, ("OtherHttp", OtherHttp::CODES), ("High", High::CODES), ("OtherName", OtherName::CODES)];
    assert_eq!(refused(parts), [None, Some(other_http.into()), None, Some(other_name.into())]);
}

#[test]
fn conflicts_of_nested_types_are_found_in_both_parts() {
    for parts in [
        [("All", All::CODES), ("OtherHttp", OtherHttp::CODES)],
        [("OtherHttp", OtherHttp::CODES), ("All", All::CODES)],
        [("OtherHttp", OtherHttp::CODES), ("Borrowing", Borrowing::CODES)],
    ] {
        let [None, Some(report)] = &refused(parts)[..] else { panic!("not refused") };
        assert!(report.contains("`ACME_1` is two different errors"), "{report}");
        assert!(report.contains(parts[0].0) && report.contains(parts[1].0), "{report}");
    }
}

#[test]
fn a_reserved_number_may_not_be_used_by_another_part() {
    let report = "`ACME_1` is reserved by `Retired`, and used by `Low` as `ONE`\nhelp: give it another code in `Low`";
    let retired = ("Retired", Retired::CODES);
    assert_eq!(refused([retired, LOW]), [None, Some(report.into())]);
    assert_eq!(refused([("High", High::CODES), LOW, retired]), [None, None, Some(report.into())]);
    let nested = ("Either", Either::<High, LowAgain>::CODES);
    assert!(refused([nested, retired])[1].as_ref().unwrap().contains("used by `Either`"));
    // Numbers of another catalog are different numbers.
    assert_eq!(refused([retired, ("SameNumber", SameNumber::CODES), ("Quota", QuotaError::CODES)]), [None, None, None]);
}

/// Codes of these two prefixes have the same hash values.
#[test]
fn catalogs_with_colliding_hashes_are_distinguished() {
    struct Sjhk;
    struct Turc;
    impl Catalog for Sjhk {
        const PREFIX: &'static str = "SJHK";
        const CATEGORIES: &'static [Category] = Acme::CATEGORIES;
    }
    impl Catalog for Turc {
        const PREFIX: &'static str = "TURC";
        const CATEGORIES: &'static [Category] = Acme::CATEGORIES;
    }
    error!(First(catalog = Sjhk, category = "all") { A = 1, 404; B = 2, 404; });
    error!(Second(catalog = Turc, category = "all") { C = 1, 400; D = 2, 400; });
    error!(Third(catalog = Turc, category = "all") { C = 1, 400; E = 2, 400; });
    let parts = [("First", First::CODES), ("Second", Second::CODES), ("Again", Second::CODES), ("Third", Third::CODES)];
    let reports = refused(parts);
    assert_eq!(reports[..3], [None, None, None]);
    assert!(reports[3].as_ref().unwrap().contains("`D` (http 400, `all`) in `Second`, `E`"), "{reports:?}");
}

mod renamed {
    //! Uses the macro through a renamed and a re-exported crate.
    pub(crate) mod inner {
        pub(crate) use studio_errors as studio;
    }

    use inner::studio::catalog::{QuotaError, VideoError};

    mod shadowed {
        #![allow(non_camel_case_types)]
        pub(crate) struct Option;
        pub(crate) struct CodeList;
        pub(crate) struct str;
    }
    use shadowed::*;

    inner::studio::code_set!(pub(super) Renamed: QuotaError, VideoError);
    inner::studio::code_set!(pub(super) Single: QuotaError);

    fn of_shadowed(_: Option, _: CodeList, _: &str) {}
}

#[test]
fn the_macro_works_under_any_name_of_the_crate() {
    assert_eq!(codes(renamed::Renamed::CODES), [codes(VideoError::CODES), codes(QuotaError::CODES)].concat());
    assert_eq!(codes(renamed::Single::CODES), codes(QuotaError::CODES));
}
