//! Catalogs of a user: the prefix, the numbers, and the published codes.
#![allow(dead_code)]

use serde_json::{Value, json};
use studio_errors::{Catalog, Category, CodeList, CodeSet, ErrorInfo, FromCode, StudioErrorCode, code_set};

/// The prefix is not the name of the catalog. The derive guesses `MINE`, so the texts are built in constants.
struct Mine;

impl Catalog for Mine {
    const PREFIX: &'static str = "A_VERY_LONG_PREFIX_OF_32_BYTES_X";
    const CATEGORIES: &'static [Category] = &[
        Category::new("one", "One", 1..=1),
        Category::new("many", "Many", 2..=65534),
        Category::new("last", "", 65535..=65535),
    ];
    const PUBLISHED: CodeList = Published::CODES;
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, StudioErrorCode)]
#[studio(catalog = Mine, category = "many", published)]
enum PublishedMany {
    /// “Zürich” is 8 °C \ "cold" 🦀
    #[studio(code = 10, http = 409, resolution = "wait\tfor\nspring")]
    Cold,
    #[studio(code = 65534, http = 503, description = "\u{1}\u{8}\u{c}\r\n\t/")]
    Control,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, StudioErrorCode)]
#[studio(catalog = Mine, category = "one", published)]
enum PublishedOne {
    /// The first
    #[studio(code = 1, http = 400)]
    First,
}

code_set! { Published: PublishedMany, PublishedOne }

#[derive(Clone, Copy, Debug, PartialEq, Eq, StudioErrorCode)]
#[studio(catalog = Mine, category = "many")]
enum Downstream {
    /// A remark, which is not sent
    #[studio(code = 10)]
    Cold,
    #[studio(code = 65534, description = "own \"words\" — ü")]
    Control,
    #[studio(code = 65535, category = "last", http = 404, description = "last\\")]
    Last,
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Mine, category = "one", code = 1, display)]
struct First(&'static str);

impl std::fmt::Display for First {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

fn wire(error: &dyn StudioErrorCode) -> Value {
    serde_json::from_str(&error.to_json()).unwrap()
}

fn body(number: u16, message: &str, http: u16) -> Value {
    json!({"error": {"code": format!("A_VERY_LONG_PREFIX_OF_32_BYTES_X_{number}"), "message": message, "http": http}})
}

#[test]
fn the_error_body_has_the_prefix_of_the_catalog() {
    assert_eq!(wire(&PublishedMany::Cold), body(10, "“Zürich” is 8 °C \\ \"cold\" 🦀", 409));
    assert_eq!(wire(&PublishedMany::Control), body(65534, "\u{1}\u{8}\u{c}\r\n\t/", 503));
    assert_eq!(wire(&PublishedOne::First), body(1, "The first", 400));
    assert_eq!(wire(&Downstream::Last), body(65535, "last\\", 404));
    assert_eq!(wire(&First("me\nfirst")), body(1, "me\nfirst", 400));
}

#[test]
fn facts_that_are_not_stated_are_the_published_ones() {
    assert_eq!(wire(&Downstream::Cold), wire(&PublishedMany::Cold));
    assert_eq!(Downstream::Cold.info().resolution(), "wait\tfor\nspring");
    // The http is the published one. The texts are stated by the type.
    assert_eq!(wire(&Downstream::Control), body(65534, "own \"words\" — ü", 503));
    assert_eq!(First("x").info().description(), "The first");
}

#[test]
fn constants_and_lookups_have_the_prefix_of_the_catalog() {
    assert_eq!(Downstream::COLD, "A_VERY_LONG_PREFIX_OF_32_BYTES_X_10");
    assert_eq!(Downstream::COLD, PublishedMany::COLD);
    assert_eq!(First::CODE.number(), 1);
    for info in Downstream::CODES {
        assert_eq!(Downstream::from_code(info.code().as_str()).unwrap().info(), info);
        assert_eq!(Downstream::CODES.get(info.code().as_str()), Some(info));
    }
    for code in
        ["MINE_10", "A_VERY_LONG_PREFIX_OF_32_BYTES_X_010", "A_VERY_LONG_PREFIX_OF_32_BYTES_X_11", "10", "_10", ""]
    {
        assert_eq!(Downstream::from_code(code), None, "{code}");
        assert_eq!(Downstream::CODES.get(code), None, "{code}");
    }
    let numbers: Vec<_> = Published::CODES.iter().map(|info| info.code().number()).collect();
    assert_eq!(numbers, [1, 10, 65534]);
}

/// Both types report the same facts.
#[test]
fn all_types_report_the_same_facts_of_a_code() {
    code_set! { All: Downstream, Published }
    let facts = |info: ErrorInfo| (info.http(), info.name(), info.category().slug());
    for info in All::CODES {
        for list in [Downstream::CODES, Published::CODES] {
            if let Some(other) = list.get(info.code().as_str()) {
                assert_eq!(facts(other), facts(info));
            }
        }
    }
    assert_eq!(All::CODES.iter().count(), 4);
}

/// A catalog with hundreds of categories, which the check of the catalog compares with each other.
struct Wide;

static WIDE: [Category; 400] = {
    const SLUGS: &str = match core::str::from_utf8(&[b'a'; 400]) {
        Ok(text) => text,
        Err(_) => "",
    };
    let mut categories = [Category::new("a", "All", 0..=0); 400];
    let (mut i, mut number) = (0, 0);
    while i < 400 {
        categories[i] = Category::new(SLUGS.split_at(i + 1).0, "All", number..=number);
        (i, number) = (i + 1, number + 1);
    }
    categories
};

impl Catalog for Wide {
    const PREFIX: &'static str = "WIDE";
    const CATEGORIES: &'static [Category] = &WIDE;
}

#[derive(StudioErrorCode)]
#[studio(catalog = Wide, category = "aaa")]
enum WideError {
    /// What happened
    #[studio(code = 2, http = 400)]
    Wide,
}

// `long_running_const_eval` refused it when each category was compared with each other one.
#[test]
fn a_catalog_can_have_hundreds_of_categories() {
    assert_eq!(WideError::Wide.info().category().slug(), "aaa");
}

#[test]
fn malformed_ranges_are_refused() {
    #[allow(clippy::reversed_empty_ranges)]
    let malformed: [(&'static [_], _); 3] = [
        (&[], "this category has no numbers"),
        (&[1..=2, 4..=3], "a range of this category has no numbers"),
        (&[1..=2, 2..=3], "the ranges of this category overlap"),
    ];
    for (ranges, message) in malformed {
        let refused = std::panic::catch_unwind(|| Category::with_ranges("a", "A", ranges)).unwrap_err();
        let reason = refused.downcast_ref::<&str>().unwrap();
        assert!(reason.starts_with(message), "{reason}");
    }
}
