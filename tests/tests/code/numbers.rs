//! Numbers and formats of real catalogs: no prefix, no separator, leading zeros, six digits, several ranges, number 0.

use studio_errors::catalog::StudioError;
use studio_errors::{Catalog, Category, CodeList, CodeSet, FromCode, StudioErrorCode, code_set};

/// Numbers without a prefix, like those of Discord.
struct Discord;

impl Catalog for Discord {
    const PREFIX: &'static str = "";
    const SEPARATOR: &'static str = "";
    const CATEGORIES: &'static [Category] = &[
        Category::new("general", "General", 0..=0),
        Category::with_ranges("unknown", "Unknown", &[10_001..=19_999, 520_000..=529_999]),
    ];
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, StudioErrorCode)]
#[studio(catalog = Discord, category = "unknown", reserved(10_004, 529_000..=529_999))]
enum DiscordError {
    /// General error
    #[studio(code = 0, http = 500, category = "general")]
    General,
    /// Unknown account
    #[studio(code = 10_001, http = 404)]
    UnknownAccount,
    /// Unknown application
    #[studio(code = 10002, http = 404)]
    UnknownApplication,
    /// Unknown region
    #[studio(code = 520_000, http = 404)]
    UnknownRegion,
}

/// Numbers with at least two digits.
struct Health;

impl Catalog for Health {
    const PREFIX: &'static str = "HE";
    const WIDTH: usize = 2;
    const CATEGORIES: &'static [Category] = &[Category::new("health", "Health", 0..=199)];
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, StudioErrorCode)]
#[studio(catalog = Health, category = "health")]
enum HealthError {
    /// Nothing is known
    #[studio(code = 00, http = 500)]
    Unknown,
    /// The pulse is missing
    #[studio(code = 04, http = 404)]
    NoPulse,
    /// The pulse is low
    #[studio(code = 5, http = 422)]
    LowPulse,
    /// The pulse is high
    #[studio(code = 123, http = 422)]
    HighPulse,
}

/// A letter and the number.
struct Pages;

impl Catalog for Pages {
    const PREFIX: &'static str = "E";
    const SEPARATOR: &'static str = "";
    const CATEGORIES: &'static [Category] = &[Category::new("page", "Pages", 400..=i64::MAX)];
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, StudioErrorCode)]
#[studio(catalog = Pages, category = "page")]
enum PageError {
    /// The page is missing
    #[studio(code = 404, http = 404)]
    NotFound,
    /// The page is too far away
    #[studio(code = 4_294_967_699, http = 410)]
    Last,
}

/// Checks each code of a type that implements `FromCode`.
#[track_caller]
fn is<T: StudioErrorCode + FromCode + CodeSet + PartialEq + std::fmt::Debug>(
    error: T,
    code: &'static str,
    number: i64,
    message: &str,
    http: u16,
) {
    assert_eq!((error.code().as_str(), error.code().number()), (code, number));
    assert_eq!((error.http(), &*error.message()), (http, message));
    let json = format!(r#"{{"error":{{"code":"{code}","message":"{message}","http":{http}}}}}"#);
    assert_eq!(error.to_json(), json);
    let info = T::CODES.get(code).expect("the code is in the list");
    assert_eq!(info, error.info());
    assert_eq!(T::from_code(code), Some(error));
}

/// Only the exact text of a code is accepted.
#[track_caller]
fn has_none_of<T: FromCode + CodeSet + std::fmt::Debug>(codes: &[&str]) {
    for code in codes {
        assert!(T::from_code(code).is_none(), "{code}");
        assert_eq!(T::CODES.get(code), None, "{code}");
    }
}

#[test]
fn a_catalog_without_a_prefix_has_numeric_codes() {
    is(DiscordError::General, "0", 0, "General error", 500);
    is(DiscordError::UnknownAccount, "10001", 10_001, "Unknown account", 404);
    is(DiscordError::UnknownApplication, "10002", 10_002, "Unknown application", 404);
    is(DiscordError::UnknownRegion, "520000", 520_000, "Unknown region", 404);
    has_none_of::<DiscordError>(&["", "00", "010001", "10003", "_10001", "E10001", "520001", "10001 ", "4294967296"]);
    assert_eq!(DiscordError::UNKNOWN_ACCOUNT, "10001");
    assert_eq!(format!("{:?}", DiscordError::CODES), "[0, 10001, 10002, 520000]");
    let reserved: Vec<_> = DiscordError::CODES.reserved().collect();
    assert_eq!(reserved, [("", 10_004..=10_004), ("", 529_000..=529_999)]);
}

#[test]
fn a_catalog_with_a_width_pads_its_numbers_with_zeros() {
    is(HealthError::Unknown, "HE_00", 0, "Nothing is known", 500);
    is(HealthError::NoPulse, "HE_04", 4, "The pulse is missing", 404);
    is(HealthError::LowPulse, "HE_05", 5, "The pulse is low", 422);
    is(HealthError::HighPulse, "HE_123", 123, "The pulse is high", 422);
    has_none_of::<HealthError>(&["HE_4", "HE_004", "HE_0", "HE_000", "HE_5", "HE_0123", "HE04", "04", "4", "HE_06"]);
    assert_eq!(format!("{:?}", HealthError::CODES), "[HE_00, HE_04, HE_05, HE_123]");
}

#[test]
fn a_catalog_without_a_separator_joins_prefix_and_number() {
    is(PageError::NotFound, "E404", 404, "The page is missing", 404);
    is(PageError::Last, "E4294967699", 4_294_967_699, "The page is too far away", 410);
    has_none_of::<PageError>(&["E_404", "404", "E0404", "EE404", "e404", "E405", "E4294967700", "E403", "E", "E+404"]);
    // These numbers are not an `i64`.
    has_none_of::<PageError>(&["E9223372036854775808", "E10000000000000000000", "E18446744073709552020"]);
}

/// Negative numbers.
struct Rpc;

impl Catalog for Rpc {
    const PREFIX: &'static str = "";
    const SEPARATOR: &'static str = "";
    const CATEGORIES: &'static [Category] = &[
        Category::new("protocol", "Protocol", -32700..=-32600),
        Category::with_ranges("server", "Server", &[-32099..=-32000, -9..=9]),
    ];
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, StudioErrorCode)]
#[studio(catalog = Rpc, category = "protocol", reserved(-5, -10..=-7, -32650..=-32610))]
enum RpcError {
    /// The JSON is not readable
    #[studio(code = -32700, http = 400)]
    Unreadable = -32700,
    /// The request is not valid
    #[studio(http = 400, code = -32600i32)]
    Invalid = -32600,
    /// The server is busy
    #[studio(code = -32000, http = 503, category = "server")]
    Busy,
    /// Nothing is known
    #[studio(category = "server", http = 500, code = 0)]
    Unknown = 0,
}

/// The server stops
#[derive(Clone, Copy, Debug, PartialEq, Eq, StudioErrorCode)]
#[studio(catalog = Rpc, category = "server", http = 503, code = -6)]
struct Stops;

studio_errors::code_set! { Both: RpcError, Stops }

#[test]
fn a_catalog_without_a_prefix_can_have_negative_numbers() {
    is(RpcError::Unreadable, "-32700", -32700, "The JSON is not readable", 400);
    is(RpcError::Invalid, "-32600", -32600, "The request is not valid", 400);
    is(RpcError::Busy, "-32000", -32000, "The server is busy", 503);
    is(RpcError::Unknown, "0", 0, "Nothing is known", 500);
    has_none_of::<RpcError>(&["32700", "-032700", "--32700", "-32701", "-32599", "-0", "+0", "-", "", "\u{2212}32700"]);
    assert_eq!((Stops.code().number(), Stops::CODE.as_str()), (-6, "-6"));
    assert_eq!((RpcError::UNREADABLE.number(), RpcError::Unreadable as i32), (-32700, -32700));
    assert_eq!(format!("{:?}", RpcError::CODES), "[-32700, -32600, -32000, 0]");
    let reserved: Vec<_> = RpcError::CODES.reserved().collect();
    assert_eq!(reserved, [("", -32650..=-32610), ("", -10..=-7), ("", -5..=-5)]);
    assert_eq!(format!("{:?}", Both::CODES), "[-32700, -32600, -32000, -6, 0]");
    assert_eq!(Both::CODES.get("-6").map(studio_errors::ErrorInfo::name), Some("STOPS"));
}

/// Two catalogs. One prefix begins with the other.
struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("all", "All", 1..=99)];
    const PUBLISHED: CodeList = WestError::CODES;
}

struct AcmeWest;

impl Catalog for AcmeWest {
    const PREFIX: &'static str = "ACME_WEST";
    const CATEGORIES: &'static [Category] = &[Category::new("all", "All", 1..=99)];
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, StudioErrorCode)]
#[studio(catalog = AcmeWest, category = "all", reserved(8))]
enum WestError {
    /// Seven in the west
    #[studio(code = 7, http = 409)]
    Seven,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, StudioErrorCode)]
#[studio(catalog = Acme, category = "all")]
enum AcmeError {
    /// Seven
    #[studio(code = 7, http = 404)]
    Seventh,
    /// Eight
    #[studio(code = 8, http = 404)]
    Eighth,
}

#[test]
fn a_prefix_that_begins_with_another_prefix_is_a_different_catalog() {
    is(AcmeError::Seventh, "ACME_7", 7, "Seven", 404);
    is(AcmeError::Eighth, "ACME_8", 8, "Eight", 404);
    is(WestError::Seven, "ACME_WEST_7", 7, "Seven in the west", 409);
    has_none_of::<AcmeError>(&["ACME_WEST_7", "ACME_WEST_8", "WEST_7", "_7"]);
    has_none_of::<WestError>(&["ACME_7", "WEST_7"]);
}

#[test]
fn a_set_can_contain_codes_of_all_formats() {
    code_set! { All: DiscordError, HealthError, PageError, AcmeError, WestError }
    for code in ["0", "10001", "520000", "HE_00", "HE_123", "E404", "ACME_7", "ACME_WEST_7"] {
        assert_eq!(All::CODES.get(code).map(|info| info.code().as_str()), Some(code));
    }
    assert_eq!(All::CODES.iter().count(), 4 + 4 + 2 + 2 + 1);
}

#[test]
fn a_code_contains_only_digits_after_its_prefix() {
    for (at, byte) in (7..11).flat_map(|at| (0..0x80).map(move |byte| (at, byte))) {
        let mut code = *b"STUDIO_1601";
        code[at] = byte;
        let code = std::str::from_utf8(&code).unwrap();
        assert!(byte.is_ascii_digit() || StudioError::from_code(code).is_none(), "{code}");
    }
}

#[test]
fn codes_are_ordered_by_prefix_then_by_number_then_by_width() {
    struct Wide;
    impl Catalog for Wide {
        const PREFIX: &'static str = "HE";
        const WIDTH: usize = 3;
        const CATEGORIES: &'static [Category] = Health::CATEGORIES;
    }
    #[derive(StudioErrorCode)]
    #[studio(catalog = Wide, category = "health", code = 4, http = 400, description = "d")]
    struct InWide;

    let ordered = [
        RpcError::UNREADABLE,
        Stops::CODE,
        DiscordError::GENERAL,
        DiscordError::UNKNOWN_ACCOUNT,
        AcmeError::EIGHTH,
        WestError::SEVEN,
        PageError::NOT_FOUND,
        InWide::CODE,
        HealthError::NO_PULSE,
        HealthError::HIGH_PULSE,
    ];
    for (i, a) in ordered.iter().enumerate() {
        for (j, b) in ordered.iter().enumerate() {
            assert_eq!((a.cmp(b), a.partial_cmp(b), a == b), (i.cmp(&j), Some(i.cmp(&j)), i == j), "{a} {b}");
        }
    }
    assert_eq!(format!("{:>6} {:?}", HealthError::NO_PULSE, HealthError::NO_PULSE), " HE_04 HE_04");
}
