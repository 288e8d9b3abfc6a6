//! The error codes of Acme: the prefix, the categories with their ranges, and the codes that several services report.

use studio_errors::{Catalog, Category, Challenge, CodeList, CodeSet, StudioErrorCode};

/// The catalog of Acme.
#[derive(Clone, Copy, Debug)]
pub struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CHALLENGE: Challenge = Challenge::Scheme("Bearer");
    const CATEGORIES: &'static [Category] = &[
        Category::new("platform", "Platform", 1..=99),
        Category::new("billing", "Billing", 100..=499),
        Category::new("shipping", "Shipping", 500..=999),
    ];
    // Every type that reports one of these codes must agree with it.
    const PUBLISHED: CodeList = <PlatformError as CodeSet>::CODES;
}

/// Errors that every service of Acme can report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, StudioErrorCode)]
#[studio(catalog = Acme, category = "platform", published)]
pub enum PlatformError {
    /// Authentication is required
    #[studio(code = 1, http = 401, resolution = "Send a token from /login")]
    Unauthenticated,

    /// The service is under maintenance
    #[studio(code = 2, http = 503, resolution = "Try again in a few minutes")]
    Maintenance,
}
