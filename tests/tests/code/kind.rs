//! The kind of an error, through `#[studio(kind)]`.

// Fields and variants that only types use.
#![allow(dead_code)]

use std::collections::HashSet;
use std::fmt::{Debug, Display};
use std::hash::Hash;
use std::rc::Rc;
use std::sync::Arc;

use studio_errors::catalog::{AuthenticationError, GeneralError, QuotaError, RenderError, StudioError, VideoError};
use studio_errors::{CodeSet, ErrorBody, FromCode, Kind, StudioErrorCode};

/// Sessions.
#[derive(Debug, StudioErrorCode)]
#[studio(category = "authentication", kind)]
enum SessionError<'a> {
    /// The session has ended
    #[studio(code = 1750, http = 401)]
    Ended {
        /// Whose session.
        user: &'a str,
    },
    #[studio(transparent)]
    Published(AuthenticationError),
}

/// Not `Clone`, and without a kind.
#[derive(Debug)]
struct Ledger;

/// Wallets.
#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", kind = "Refusal")]
#[non_exhaustive]
enum WalletError<'a, T, U, const N: usize>
where
    T: Debug + 'a,
    U: Into<String>,
{
    /// The wallet is frozen
    #[studio(code = 1650, http = 423)]
    Frozen { why: U, ledgers: [&'a Ledger; N] },
    /// The wallet is gone
    #[studio(code = 1651, http = 410)]
    #[deprecated(note = "wallets are frozen")]
    Gone(Rc<u8>),
    /// The wallet has moved
    #[studio(code = 1652, http = 410)]
    r#Move,
    #[studio(transparent)]
    Session { source: Box<SessionError<'a>> },
    #[studio(transparent)]
    Other(Arc<T>),
    #[studio(transparent)]
    Again(Box<Self>),
    /// The wallet is on the moon
    #[cfg(any())]
    #[studio(code = 1653, http = 410)]
    Moon,
}

type Wallet<'a> = WalletError<'a, RenderError, String, 0>;

/// A parameter that is itself generic, and one with a default.
#[derive(Debug, StudioErrorCode)]
#[studio(kind)]
enum TreeError<T, U = RenderError> {
    #[studio(transparent)]
    Leaf(T),
    #[studio(transparent)]
    Node(Box<TreeError<T, U>>),
    #[studio(transparent)]
    Both(PairError<T, U>),
}

#[derive(Debug, StudioErrorCode)]
#[studio(kind)]
enum PairError<T, U> {
    #[studio(transparent)]
    First(T),
    #[studio(transparent)]
    Second(U),
}

/// No charge was made
#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", code = 1655, http = 409, kind)]
struct NotCharged {
    amount: u64,
}

#[derive(Debug, StudioErrorCode)]
#[studio(transparent, kind)]
struct Forwards(NotCharged);

#[derive(Debug, StudioErrorCode)]
#[studio(kind)]
enum Never {}

/// Checks the kind of `error`: from its code, and as a value.
fn has_kind<E: StudioErrorCode + Kind>(error: &E, shown: &str)
where
    E::Kind: StudioErrorCode + Display + Kind<Kind = E::Kind>,
{
    let kind = error.kind();
    assert_eq!(format!("{kind:?}"), shown);
    assert_eq!(kind.to_string(), error.info().description());
    assert_eq!((kind.info(), kind.kind()), (error.info(), kind));
    let body = ErrorBody::of(error);
    assert!(body.known() == Some(kind), "{shown}");
    assert_eq!(body.known::<Box<E::Kind>>().as_deref(), Some(&kind));
    assert_eq!(HashSet::from([kind, error.kind()]).len(), 1);
    assert!(E::Kind::CODES.get(kind.code().as_str()).is_some());
    for unknown in ["STUDIO_1", "ACME_1650", "STUDIO_01650", "studio_1650", "", "STUDIO_65536"] {
        assert!(E::Kind::from_code(unknown).is_none(), "{unknown}");
    }
}

#[test]
#[allow(deprecated)]
fn every_variant_has_its_kind() {
    has_kind(&Wallet::Frozen { why: String::new(), ledgers: [] }, "Frozen");
    has_kind(&Wallet::Gone(Rc::new(7)), "Gone");
    has_kind(&Wallet::r#Move, "Move");
    let session = |user| Wallet::Session { source: Box::new(SessionError::Ended { user }) };
    has_kind(&session("ada"), "Session(Ended)");
    has_kind(&Wallet::Other(Arc::new(RenderError::JobNotFound)), "Other(JobNotFound)");
    let published = SessionError::Published(AuthenticationError::Forbidden);
    has_kind(&Wallet::Session { source: Box::new(published) }, "Session(Published(Forbidden))");
    has_kind(&NotCharged { amount: 7 }, "NotChargedKind");
    has_kind(&Forwards(NotCharged { amount: 7 }), "ForwardsKind(NotChargedKind)");
    has_kind(&StudioError::Quota(QuotaError::QuotaExceeded), "Quota(QuotaExceeded)");
    has_kind(&RenderError::JobNotFound, "JobNotFound");
    has_kind(&&Arc::new(RenderError::JobNotFound), "JobNotFound");
}

#[test]
fn a_variant_that_nests_its_type_has_the_kind_of_the_inner_value() {
    let nested = Wallet::Again(Box::new(Wallet::Again(Box::new(Wallet::r#Move))));
    assert_eq!(nested.kind(), Refusal::r#Move);
    has_kind(&nested, "Move");
    let tree = TreeError::<GeneralError>::Node(Box::new(TreeError::Leaf(GeneralError::DatabaseError)));
    has_kind(&tree, "Leaf(DatabaseError)");
}

#[test]
fn only_the_parameters_of_transparent_fields_remain() {
    // No lifetime, no `U`, no `N`.
    let kind: Refusal<SessionError<'static>> = Refusal::Other(SessionErrorKind::Ended);
    let is_value = |kind: Refusal<SessionError<'static>>| (kind, kind);
    assert_eq!(is_value(kind), (kind, kind));
    // Of two types with one code, the first in the source has it.
    assert_eq!(
        Refusal::<SessionError<'static>>::from_code("STUDIO_1750"),
        Some(Refusal::Session(SessionErrorKind::Ended))
    );
}

#[test]
fn a_nested_generic_enum_has_a_kind() {
    let error = TreeError::Both(PairError::<_, SessionError<'_>>::First(VideoError::InvalidDuration));
    assert_eq!(format!("{:?}", error.kind()), "Both(First(InvalidDuration))");
    // The first that knows the code.
    let known = TreeErrorKind::<VideoError, SessionError<'_>>::from_code("STUDIO_1750");
    assert_eq!(known, Some(TreeErrorKind::Both(PairErrorKind::Second(SessionErrorKind::Ended))));
    let default: Option<TreeErrorKind<VideoError>> = ErrorBody::new("STUDIO_1500", "", 404).known();
    assert_eq!(default, Some(TreeErrorKind::Both(PairErrorKind::Second(RenderError::JobNotFound))));
}

#[test]
fn a_kind_reports_the_codes_of_its_type_from_the_same_table() {
    let codes = |list: studio_errors::CodeList| list.iter().map(studio_errors::ErrorInfo::code).collect::<Vec<_>>();
    assert_eq!(codes(Refusal::<RenderError>::CODES), codes(Wallet::CODES));
    assert!(codes(NeverKind::CODES).is_empty());
    assert_eq!(codes(ForwardsKind::CODES), ["STUDIO_1655"]);
    assert_eq!((Refusal::<RenderError>::MOVE, Refusal::<RenderError>::FROZEN), (Wallet::MOVE, Wallet::FROZEN));
    assert_eq!(NotChargedKind::CODE, NotCharged::CODE);
    assert!(std::ptr::eq(Refusal::<RenderError>::r#Move.info().description(), Wallet::r#Move.info().description()));
    assert!(NeverKind::from_code("STUDIO_1655").is_none());
}

#[test]
fn a_client_matches_on_the_kinds_of_a_service_and_on_unknown_codes() {
    let advice = |code: &str| match ErrorBody::new(code, "", 400).known::<Refusal<RenderError>>() {
        Some(Refusal::Frozen) => "ask support",
        Some(Refusal::Session(SessionErrorKind::Ended)) => "sign in",
        Some(Refusal::Other(RenderError::JobNotFound)) => "start the job",
        Some(_) => "give up",
        None => "unknown",
    };
    let found = ["STUDIO_1650", "STUDIO_1750", "STUDIO_1500", "STUDIO_1652", "STUDIO_1999", "ACME_1650"].map(advice);
    assert_eq!(found, ["ask support", "sign in", "start the job", "give up", "unknown", "unknown"]);
    let body = ErrorBody::new("STUDIO_1655", "", 503);
    assert!(!body.retryable_in::<NotChargedKind>(), "the http of the code is 409");
}

#[test]
fn a_kind_is_a_plain_value() {
    fn is_plain<K: Copy + Eq + Hash + Debug + Display + Send + Sync + Unpin + 'static>() -> usize {
        size_of::<K>()
    }
    assert_eq!(is_plain::<NotChargedKind>(), 0);
    assert_eq!((is_plain::<SessionErrorKind>(), is_plain::<NeverKind>()), (1, 0));
    assert!(is_plain::<Refusal<RenderError>>() <= 4);
    assert_ne!(Refusal::<RenderError>::Other(RenderError::JobNotFound), Refusal::Other(RenderError::JobQueueFull));
    assert_ne!(Refusal::<RenderError>::Frozen, Refusal::r#Move);
    assert_eq!(format!("{NotChargedKind:>6}|"), "No charge was made|");
}
