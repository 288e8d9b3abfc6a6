//! The explanations of codes: texts for people who handle an error, which only a reference shows.

use super::Code;

/// The explanation of one code, in Markdown: the rest of the doc comment of its variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    code: Code,
    text: &'static str,
    internal: &'static str,
}

impl Explanation {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(code: Code, text: &'static str, internal: &'static str) -> Self {
        Self { code, text, internal }
    }

    /// The code that the text explains.
    #[must_use]
    pub const fn code(self) -> Code {
        self.code
    }

    /// The text for everyone. It can be empty.
    #[must_use]
    pub const fn text(self) -> &'static str {
        self.text
    }

    /// The section `# Internal`, for the operators of the service. It can be empty.
    #[must_use]
    pub const fn internal(self) -> &'static str {
        self.internal
    }
}

/// The explanations of a code set.
///
/// Only [`CodeSet::EXPLANATIONS`](crate::CodeSet::EXPLANATIONS) and [`Catalog::EXPLANATIONS`](crate::Catalog::EXPLANATIONS) refer to
/// the texts, so a program that does not use these constants does not contain them.
///
/// ```
/// use studio_errors::{CodeSet, StudioErrorCode};
///
/// #[derive(StudioErrorCode)]
/// #[studio(category = "quota")]
/// enum WalletError {
///     /// The wallet is frozen
///     ///
///     /// A wallet is frozen after three refunds on one day.
///     ///
///     /// # Internal
///     ///
///     /// Ask the team of the ledger.
///     #[studio(code = 1650, http = 423)]
///     Frozen,
/// }
///
/// let explanation = WalletError::EXPLANATIONS.get("STUDIO_1650").unwrap();
/// assert_eq!(explanation.text(), "A wallet is frozen after three refunds on one day.");
/// assert_eq!(explanation.internal(), "Ask the team of the ledger.");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Explanations {
    own: &'static [Explanation],
    /// Functions, because types that nest each other would be a second circle of constants next to that of their codes.
    nested: &'static [fn() -> Self],
}

impl Explanations {
    /// No explanations.
    pub const EMPTY: Self = Self::of(&[]);

    #[doc(hidden)]
    #[must_use]
    pub const fn of(own: &'static [Explanation]) -> Self {
        Self { own, nested: &[] }
    }

    /// Adds the explanations of nested types. If a code has several, the first applies.
    #[must_use]
    pub const fn and(self, nested: &'static [fn() -> Self]) -> Self {
        Self { nested, ..self }
    }

    /// The explanation of `code`, such as `"STUDIO_1601"`.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<Explanation> {
        let own = self.own.iter().find(|explanation| explanation.code == *code).copied();
        own.or_else(|| self.nested.iter().find_map(|nested| nested().get(code)))
    }
}
