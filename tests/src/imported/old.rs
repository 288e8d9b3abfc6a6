use studio_errors::{Catalog, Category, CodeList, CodeSet, StudioErrorCode};

/// The catalog of codes such as `OLD.0001`.
#[derive(Clone, Copy, Debug)]
pub struct Old;

impl Catalog for Old {
    const PREFIX: &'static str = "OLD";
    const SEPARATOR: &'static str = ".";
    const WIDTH: usize = 4;
    const CATEGORIES: &'static [Category] = &[
        Category::new("cards", "Cards", 1..=99),
        Category::with_ranges("files", "Files", &[100..=199, 300..=310]),
    ];
    const PUBLISHED: CodeList = <OldError as CodeSet>::CODES;
}

/// Any error of the catalog `Old`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(catalog = Old, published, from_code)]
pub enum OldError {
    /// Cards.
    #[studio(transparent)]
    Card(CardError),
    /// Files.
    #[studio(transparent)]
    File(FileError),
}

/// Cards: the published errors 1 to 99.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(catalog = Old, category = "cards", published, reserved(3, 7..=9, 99))]
pub enum CardError {
    /// The card has expired
    #[studio(code = 1, http = 402, retryable = true)]
    Expired,
    /// The card is stolen
    #[deprecated(since = "2.1.0", note = "use `OLD.0001`: it says \"expired\"")]
    #[studio(code = 2, http = 403)]
    Stolen,
    /// The card is blue
    #[deprecated(note = "no card is (blue)")]
    #[studio(code = 4, http = 400)]
    Blue,
}

/// Files: the published errors 100 to 199, 300 to 310.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(catalog = Old, category = "files", published, reserved(305))]
pub enum FileError {
    /// The file is closed
    #[deprecated]
    #[studio(code = 100, http = 409)]
    Closed,
    /// The file is gone
    #[deprecated(since = "1.0.0")]
    #[studio(code = 300, http = 503, retryable = false)]
    Gone,
}
