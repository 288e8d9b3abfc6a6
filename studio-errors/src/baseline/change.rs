//! One change, and its effect on clients.

use alloc::string::String;

/// The table of all kinds: the meaning of each, its name, the text in the column `change`, and the effect on clients.
macro_rules! kinds {
    ($(#[doc = $meaning:literal] $kind:ident $word:literal $effect:ident;)*) => {
        /// The kind of change of a code, a reserved number or a category.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Kind {
            $(#[doc = $meaning] $kind,)*
        }

        impl Kind {
            /// The effect on clients.
            #[must_use]
            pub const fn effect(self) -> Effect {
                match self { $(Self::$kind => Effect::$effect,)* }
            }

            /// The text in the column `change` of a table.
            pub(super) const fn word(self) -> &'static str {
                match self { $(Self::$kind => $word,)* }
            }
        }
    };
}

kinds! {
    /// A new code.
    Added "added" Compatible;
    /// A code was removed without being deprecated before.
    Removed "removed, never deprecated" Breaks;
    /// A deprecated code was removed.
    Retired "removed" Breaks;
    /// A code was removed, and a new code has its name.
    Renumbered "renumbered" Breaks;
    /// The name has changed.
    Name "name" Breaks;
    /// The HTTP status has changed.
    Http "http" Breaks;
    /// The name and the HTTP status have changed, so the number now identifies another error.
    Reused "reused" Reuses;
    /// The category has changed.
    Category "category" Breaks;
    /// The gRPC code has changed.
    Grpc "grpc" Breaks;
    /// The description has changed.
    Description "description" Compatible;
    /// The resolution has changed.
    Resolution "resolution" Compatible;
    /// The code is retryable now.
    Retryable "retryable" Compatible;
    /// The code is no longer retryable.
    NotRetryable "not retryable" Breaks;
    /// The code is deprecated now, or the text of its deprecation has changed.
    Deprecated "deprecated" Compatible;
    /// The code is no longer deprecated.
    NotDeprecated "not deprecated" Compatible;
    /// The code has a new detail.
    DetailAdded "detail added" Compatible;
    /// The code no longer has a detail.
    DetailRemoved "detail removed" Breaks;
    /// The type of a detail has changed.
    DetailType "detail type" Breaks;
    /// A detail can be absent now.
    DetailOptional "detail optional" Breaks;
    /// A detail is always present now.
    DetailRequired "detail required" Compatible;
    /// The number is reserved now.
    Reserved "reserved" Compatible;
    /// The number was a code or reserved, and is now neither.
    NotReserved "not reserved" Reuses;
    /// The number was reserved, and is now a code.
    Returned "returned" Reuses;
    /// The title of a category has changed.
    Title "title" Compatible;
    /// The ranges of a category have changed.
    Range "range" Compatible;
    /// Another envelope of a catalog.
    Envelope "envelope" Breaks;
    /// Another URL of the reference: the `type` of problem details has changed.
    Docs "docs" Breaks;
    /// Another domain of the gRPC errors.
    Domain "domain" Breaks;
    /// Another challenge of a catalog or of a code.
    Challenge "challenge" Breaks;
    /// Another name of the header that contains the code.
    CodeHeader "code header" Breaks;
    /// Another property of a code.
    Property "property" Breaks;
}

/// The effect of a change on clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Effect {
    /// Clients continue to work.
    Compatible,
    /// Clients that depend on the old value break.
    Breaks,
    /// A number may identify two different errors. Such a change is never accepted.
    Reuses,
}

/// One change since a baseline: of a code, a reserved number, a category or a catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// The code, a range of numbers such as `STUDIO_1610..=1619`, the slug of a category, or the prefix of a catalog.
    pub subject: String,
    /// The kind of change.
    pub kind: Kind,
    /// The value in the baseline.
    pub was: String,
    /// The value now.
    pub now: String,
    /// The numbers in the syntax of `reserved(..)`, for the help.
    pub(super) numbers: String,
}

impl Change {
    pub(super) fn new(subject: &str, kind: Kind, was: &str, now: &str) -> Self {
        Self { subject: subject.into(), kind, was: was.into(), now: now.into(), numbers: String::new() }
    }
}
