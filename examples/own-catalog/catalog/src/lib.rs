//! The error codes of Acme: the prefix, who owns which numbers, and the codes that every service reports alike.

use studio_errors::{Catalog, Category, CodeList, CodeSet, StudioErrorCode};

/// The catalog of Acme.
#[derive(Clone, Copy, Debug)]
pub struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[
        Category::new("platform", "Platform", 1..=99),
        Category::new("billing", "Billing", 100..=499),
        Category::new("shipping", "Shipping", 500..=999),
    ];
    // Whoever reports one of these must agree with it.
    const PUBLISHED: CodeList = <PlatformError as CodeSet>::CODES;
}

/// What any service of Acme may answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, StudioErrorCode)]
#[studio(catalog = Acme, category = "platform", published)]
pub enum PlatformError {
    /// Sign in first
    #[studio(code = 1, http = 401, resolution = "Send a token from /login")]
    SignInFirst,

    /// The service is being maintained
    #[studio(code = 2, http = 503, resolution = "Try again in a few minutes")]
    Maintenance,
}
