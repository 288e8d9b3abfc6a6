use studio_errors::{Catalog, Category, Challenge, CodeList, CodeSet, StudioErrorCode};

/// The catalog of codes such as `E0007`.
#[derive(Clone, Copy, Debug)]
pub struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "E";
    const SEPARATOR: &'static str = "";
    const WIDTH: usize = 4;
    /// The challenge of a response with http 401, which the page does not state.
    const CHALLENGE: Challenge = Challenge::Scheme("Bearer");
    const CATEGORIES: &'static [Category] = &[
        Category::new("access", "Access", 1..=99),
        Category::with_ranges("cards", "Cards & Payments", &[100..=199, 300..=399]),
        Category::new("cards-200", "Cards", 200..=299),
    ];
    const PUBLISHED: CodeList = <AcmeError as CodeSet>::CODES;
}

/// Any error of the catalog `Acme`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(catalog = Acme, published, from_code)]
pub enum AcmeError {
    /// Access.
    #[studio(transparent)]
    Access(AccessError),
    /// Cards & Payments.
    #[studio(transparent)]
    Card(CardError),
    /// Cards.
    #[studio(transparent)]
    Cards200(Cards200Error),
}

/// Access: the published errors 1 to 99.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(catalog = Acme, category = "access", published)]
pub enum AccessError {
    /// Log in first
    #[studio(code = 7, http = 401, name = "SELF")]
    Self7,
}

/// Cards & Payments: the published errors 100 to 199, 300 to 399.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(catalog = Acme, category = "cards", published)]
pub enum CardError {
    /// The card was declined
    #[studio(code = 100, http = 402, resolution = "Use another card")]
    CardDeclined,
    /// The card has expired, see the docs
    #[studio(code = 101, http = 402)]
    CardExpired,
    /// The payment exists | already
    #[studio(code = 300, http = 409)]
    Duplicate,
}

/// Cards: the published errors 200 to 299.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(catalog = Acme, category = "cards-200", published)]
pub enum Cards200Error {
    /// The card does not exist
    #[studio(code = 200, http = 404)]
    CardNotFound,
    /// The card exists already
    #[studio(code = 201, http = 409)]
    Duplicate,
}
