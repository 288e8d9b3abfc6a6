//! One change, and its effect on clients.

use alloc::string::{String, ToString};

/// The kind of change of a code, a reserved number or a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A new code.
    Added,
    /// A code was removed without being deprecated before.
    Removed,
    /// A deprecated code was removed.
    Retired,
    /// A code was removed, and a new code has its name.
    Renumbered,
    /// The name has changed.
    Name,
    /// The HTTP status has changed.
    Http,
    /// The name and the HTTP status have changed, so the number now identifies another error.
    Reused,
    /// The category has changed.
    Category,
    /// The gRPC code has changed.
    Grpc,
    /// The description has changed.
    Description,
    /// The resolution has changed.
    Resolution,
    /// The code is retryable now.
    Retryable,
    /// The code is no longer retryable.
    NotRetryable,
    /// The code is deprecated now, or the text of its deprecation has changed.
    Deprecated,
    /// The code is no longer deprecated.
    NotDeprecated,
    /// The code has a new detail.
    DetailAdded,
    /// The code no longer has a detail.
    DetailRemoved,
    /// The type of a detail has changed.
    DetailType,
    /// A detail can be absent now.
    DetailOptional,
    /// A detail is always present now.
    DetailRequired,
    /// The number is reserved now.
    Reserved,
    /// The number was a code or reserved, and is now neither.
    NotReserved,
    /// The number was reserved, and is now a code.
    Returned,
    /// The title of a category has changed.
    Title,
    /// The ranges of a category have changed.
    Range,
    /// Another envelope of a catalog.
    Envelope,
    /// Another URL of the reference: the `type` of problem details has changed.
    Docs,
    /// Another domain of the gRPC errors.
    Domain,
    /// Another challenge of a catalog or of a code.
    Challenge,
    /// Another name of the header that contains the code.
    CodeHeader,
    /// Another property of a code.
    Property,
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

impl Kind {
    /// The effect on clients.
    #[must_use]
    pub const fn effect(self) -> Effect {
        match self {
            Self::Added
            | Self::Description
            | Self::Resolution
            | Self::Retryable
            | Self::Deprecated
            | Self::NotDeprecated
            | Self::DetailAdded
            | Self::DetailRequired
            | Self::Reserved
            | Self::Title
            | Self::Range => Effect::Compatible,
            Self::Removed
            | Self::Retired
            | Self::Renumbered
            | Self::Name
            | Self::Http
            | Self::Category
            | Self::Grpc
            | Self::NotRetryable
            | Self::DetailRemoved
            | Self::DetailType
            | Self::DetailOptional
            | Self::Envelope
            | Self::Docs
            | Self::Domain
            | Self::Challenge
            | Self::CodeHeader
            | Self::Property => Effect::Breaks,
            Self::NotReserved | Self::Returned | Self::Reused => Effect::Reuses,
        }
    }

    /// The text in the column `change` of a table.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed, never deprecated",
            Self::Retired => "removed",
            Self::Renumbered => "renumbered",
            Self::Name => "name",
            Self::Http => "http",
            Self::Reused => "reused",
            Self::Category => "category",
            Self::Grpc => "grpc",
            Self::Description => "description",
            Self::Resolution => "resolution",
            Self::Retryable => "retryable",
            Self::NotRetryable => "not retryable",
            Self::Deprecated => "deprecated",
            Self::NotDeprecated => "not deprecated",
            Self::DetailAdded => "detail added",
            Self::DetailRemoved => "detail removed",
            Self::DetailType => "detail type",
            Self::DetailOptional => "detail optional",
            Self::DetailRequired => "detail required",
            Self::Reserved => "reserved",
            Self::NotReserved => "not reserved",
            Self::Returned => "returned",
            Self::Title => "title",
            Self::Range => "range",
            Self::Envelope => "envelope",
            Self::Docs => "docs",
            Self::Domain => "domain",
            Self::Challenge => "challenge",
            Self::CodeHeader => "code header",
            Self::Property => "property",
        }
    }
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
}

impl Change {
    pub(super) fn new(
        subject: impl Into<String>,
        kind: Kind,
        was: &(impl ToString + ?Sized),
        now: &(impl ToString + ?Sized),
    ) -> Self {
        Self { subject: subject.into(), kind, was: was.to_string(), now: now.to_string() }
    }
}
