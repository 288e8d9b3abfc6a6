//! The deprecation of a code.

/// The `#[deprecated]` attribute of a variant.
///
/// ```
/// use studio_errors::StudioErrorCode;
///
/// #[derive(StudioErrorCode)]
/// #[studio(category = "quota")]
/// enum WalletError {
///     /// The wallet is frozen
///     #[studio(code = 1650, http = 423)]
///     #[deprecated(since = "2.1.0", note = "wallets are closed, never frozen")]
///     Frozen,
/// }
///
/// # #[allow(deprecated)]
/// let deprecation = WalletError::Frozen.info().deprecated().unwrap();
/// assert_eq!(deprecation.since(), Some("2.1.0"));
/// assert_eq!(deprecation.note(), Some("wallets are closed, never frozen"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Deprecation {
    since: Option<&'static str>,
    note: Option<&'static str>,
}

impl Deprecation {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(since: Option<&'static str>, note: Option<&'static str>) -> Self {
        Self { since, note }
    }

    /// The version that deprecated the code.
    #[must_use]
    pub const fn since(self) -> Option<&'static str> {
        self.since
    }

    /// The reason, or what to use instead.
    #[must_use]
    pub const fn note(self) -> Option<&'static str> {
        self.note
    }
}
