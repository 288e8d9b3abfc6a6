//! The keys `http`, `retryable` and `level` and their defaults, and the deprecation of a code.

#![allow(deprecated)]

use studio_errors::catalog::{QuotaError, StudioError};
use studio_errors::{Catalog, Category, CodeList, CodeSet, ErrorBody, Level, StudioErrorCode, UnknownLevel, code_set};

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota", http = 422, retryable = true, level = "info")]
#[error("{self:?}")]
enum WalletError {
    /// The wallet has another currency
    #[studio(code = 1650)]
    OtherCurrency,
    /// The wallet is frozen
    #[studio(code = 1651, http = 423, retryable = false, level = "warn")]
    #[deprecated(since = "2.1.0", note = "use \"closed\"")]
    Frozen,
    #[studio(code = 1652, description = "The \"ledger\" is closed")]
    #[deprecated = "the ledger is never closed"]
    Closed,
    // Published with http 429 and not retryable: facts of the catalog take precedence over defaults of the enum.
    #[studio(code = 1602)]
    QuotaExceeded,
    #[studio(code = 1600, description = "Too fast", level = "trace")]
    #[deprecated]
    RateLimitExceeded,
}

#[test]
fn the_http_of_the_enum_is_the_last_default() {
    let http = |error: &WalletError| error.http();
    assert_eq!(http(&WalletError::OtherCurrency), 422);
    assert_eq!(http(&WalletError::Frozen), 423);
    assert_eq!(http(&WalletError::QuotaExceeded), 429);
    assert_eq!(http(&WalletError::RateLimitExceeded), 429);
}

#[test]
fn the_body_has_the_http_that_applies() {
    let json = |error: &WalletError| error.to_json().into_owned();
    let body = |code: &str, message: &str, http: u16| {
        format!(r#"{{"error":{{"code":"{code}","message":"{message}","http":{http}}}}}"#)
    };
    assert_eq!(json(&WalletError::OtherCurrency), body("STUDIO_1650", "The wallet has another currency", 422));
    assert_eq!(json(&WalletError::Closed), body("STUDIO_1652", r#"The \"ledger\" is closed"#, 422));
    assert_eq!(json(&WalletError::QuotaExceeded), QuotaError::QuotaExceeded.to_json());
    assert_eq!(json(&WalletError::RateLimitExceeded), body("STUDIO_1600", "Too fast", 429));
}

#[test]
fn retryable_is_that_of_the_variant_then_the_published_one_then_that_of_the_enum() {
    let retryable = |error: &WalletError| error.info().retryable();
    assert!(retryable(&WalletError::OtherCurrency));
    assert!(!retryable(&WalletError::Frozen));
    assert!(!retryable(&WalletError::QuotaExceeded));
    assert!(retryable(&WalletError::RateLimitExceeded));
}

#[test]
fn level_is_that_of_the_variant_then_the_published_one_then_that_of_the_enum() {
    let level = |error: &WalletError| error.info().level();
    assert_eq!(level(&WalletError::OtherCurrency), Level::Info);
    assert_eq!(level(&WalletError::Frozen), Level::Warn);
    // The catalog publishes no level for this code.
    assert_eq!(level(&WalletError::QuotaExceeded), Level::Info);
    assert_eq!(level(&WalletError::RateLimitExceeded), Level::Trace);
}

#[test]
fn every_level_is_read() {
    #[derive(Debug, StudioErrorCode)]
    #[studio(category = "quota", http = 402)]
    enum Levels {
        /// A
        #[studio(code = 1653, level = "trace")]
        A,
        /// B
        #[studio(code = 1654, level = "debug")]
        B,
        /// C
        #[studio(code = 1655, level = "info")]
        C,
        /// D
        #[studio(code = 1656, level = "warn")]
        D,
        /// E
        #[studio(code = 1657, level = "error")]
        E,
    }
    for (info, word) in Levels::CODES.iter().zip(["trace", "debug", "info", "warn", "error"]) {
        assert_eq!((info.level().as_str(), info.level().to_string().parse()), (word, Ok(info.level())));
        assert_eq!(tracing::Level::from(info.level()).as_str(), word.to_uppercase());
    }
    assert_eq!(["", "warning"].map(str::parse::<Level>), [Err(UnknownLevel); 2]);
    assert_eq!([Levels::A, Levels::B, Levels::C, Levels::D, Levels::E].map(|error| error.http()), [402; 5]);
}

#[test]
fn a_struct_has_all_keys() {
    /// The wallet is frozen
    #[derive(Debug, StudioErrorCode)]
    #[studio(category = "quota", code = 1658, http = 423, retryable = true, level = "error")]
    #[deprecated(note = "old")]
    struct Frozen;

    let info = Frozen.info();
    assert_eq!((info.http(), info.retryable(), info.level()), (423, true, Level::Error));
    assert_eq!(info.deprecated().and_then(studio_errors::Deprecation::note), Some("old"));
}

#[test]
fn every_form_of_deprecated_reaches_the_code() {
    let of =
        |error: &WalletError| error.info().deprecated().map(|deprecation| (deprecation.since(), deprecation.note()));
    assert_eq!(of(&WalletError::OtherCurrency), None);
    assert_eq!(of(&WalletError::Frozen), Some((Some("2.1.0"), Some("use \"closed\""))));
    assert_eq!(of(&WalletError::Closed), Some((None, Some("the ledger is never closed"))));
    assert_eq!(of(&WalletError::RateLimitExceeded), Some((None, None)));
    let deprecated = WalletError::CODES.iter().filter(|info| info.deprecated().is_some());
    assert_eq!(deprecated.map(|info| info.code().number()).collect::<Vec<_>>(), [1600, 1651, 1652]);
}

#[test]
fn one_published_code_differs_from_the_default_of_its_status() {
    let by_status = |http| [408, 425, 429, 500, 502, 503, 504].contains(&http);
    let exceptions = StudioError::CODES.iter().filter(|info| info.retryable() != by_status(info.http()));
    assert_eq!(exceptions.map(studio_errors::ErrorInfo::name).collect::<Vec<_>>(), ["QUOTA_EXCEEDED"]);
}

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("billing", "Billing", 1..=99)];
    const PUBLISHED: CodeList = <BillingError as CodeSet>::CODES;
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "billing", published, http = 429, retryable = false, level = "debug")]
enum BillingError {
    /// The budget of the year is spent
    #[studio(code = 7)]
    BudgetSpent,
    /// The bank is closed
    #[studio(code = 8, http = 409, retryable = true, level = "warn")]
    BankClosed,
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Acme, category = "billing", retryable = true, level = "info")]
enum InvoiceError {
    #[studio(code = 7)]
    BudgetSpent,
    #[studio(code = 8, retryable = true)]
    BankClosed,
}

#[test]
fn a_user_catalog_publishes_its_policy() {
    assert_eq!(InvoiceError::BudgetSpent.info(), BillingError::BudgetSpent.info());
    assert_eq!(InvoiceError::BankClosed.info(), BillingError::BankClosed.info());
    assert_eq!(InvoiceError::BudgetSpent.to_json(), BillingError::BudgetSpent.to_json());
    let info = InvoiceError::BankClosed.info();
    assert_eq!((info.http(), info.retryable(), info.level()), (409, true, Level::Warn));
    assert!(!InvoiceError::BudgetSpent.info().retryable());
}

code_set! { AllErrors: BillingError, WalletError }

#[test]
fn a_client_knows_the_policy_of_the_codes_of_a_set() {
    let body = |code: &'static str, http| ErrorBody::new(code, "no", http);
    assert!(!body("ACME_7", 429).retryable_in::<AllErrors>());
    assert!(body("ACME_8", 409).retryable_in::<AllErrors>());
    assert!(body("STUDIO_1650", 422).retryable_in::<AllErrors>());
    assert!(!body("STUDIO_1602", 429).retryable_in::<AllErrors>());
    // Unknown codes are retryable by their status.
    assert!(body("ACME_9", 429).retryable_in::<AllErrors>());
    assert!(!body("ACME_9", 409).retryable_in::<AllErrors>());
    assert!(body("not a code", 503).retryable_in::<AllErrors>());
}
