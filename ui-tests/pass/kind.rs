//! Kinds of unusual types.

#![deny(warnings)]
#![allow(clippy::borrowed_box)]
// Variants that only types use.
#![allow(dead_code)]

use std::fmt::Debug;

use studio_errors::catalog::{QuotaError, RenderError};
use studio_errors::{CodeSet, FromCode, Kind as _, StudioErrorCode};

/// A parameter and a variant have the name of the trait.
#[derive(StudioErrorCode)]
#[studio(category = "quota", kind)]
enum Named<Kind> {
    /// The wallet is frozen.
    #[studio(code = 1650, http = 423)]
    Kind,
    #[studio(transparent)]
    Inner(Kind),
}

/// A generic type that nests itself.
#[derive(StudioErrorCode)]
#[studio(kind)]
enum Tree<T> {
    #[studio(transparent)]
    Leaf(T),
    #[studio(transparent)]
    Node(Box<Tree<T>>),
}

#[derive(StudioErrorCode)]
#[studio(category = "quota", kind = "Both")]
enum Bounds<'a, 'b: 'a, T: Debug + 'b + ?Sized, U: AsRef<T> + 'static = RenderError>
where
    &'b U: Debug,
    T: AsRef<U>,
{
    #[studio(transparent)]
    One(&'b std::sync::Arc<U>),
    #[studio(transparent)]
    Two(Named<&'a U>),
    /// Not in a transparent field.
    #[studio(code = 1651, http = 423)]
    Own(&'a T),
}

#[derive(StudioErrorCode)]
#[studio(kind)]
enum OnlyItself {
    #[studio(transparent)]
    Again(Box<OnlyItself>),
}

#[derive(StudioErrorCode)]
#[studio(category = "quota", kind, from_code)]
enum AlsoItself {
    /// The wallet is frozen.
    #[studio(code = 1652, http = 423)]
    Frozen,
    #[studio(transparent)]
    Again(Box<Self>),
}

#[derive(StudioErrorCode)]
#[studio(transparent, kind)]
struct Endless(Box<Endless>);

macro_rules! error {
    ($name:ident, $inner:ty, $code:literal, $kind:literal) => {
        #[derive(StudioErrorCode)]
        #[studio(kind = $kind, category = "quota")]
        enum $name {
            /// The wallet is frozen.
            #[studio(code = $code, http = 423)]
            Own(u8),
            #[studio(transparent)]
            Inner { inner: $inner },
        }
    };
}

error!(FromMacro, Box<Named<RenderError>>, 1653, "KindFromMacro");

#[derive(StudioErrorCode)]
#[studio(category = "quota", kind)]
#[allow(non_camel_case_types)]
enum r#type {
    /// The wallet is frozen.
    #[studio(code = 1654, http = 423)]
    r#move { r#fn: u8 },
    #[deprecated]
    #[studio(transparent)]
    r#in { r#fn: QuotaError },
    #[cfg(any())]
    #[studio(code = 1655, http = 423)]
    Absent(NoSuchType),
}

#[test]
fn unusual_types_have_kinds() {
    #[derive(StudioErrorCode)]
    #[studio(category = "quota", kind)]
    enum Local<const N: usize, T> {
        /// The wallet is frozen.
        #[studio(code = 1656, http = 423)]
        Own([T; N]),
    }

    let job = RenderError::JobNotFound;
    assert_eq!(Local::Own([job]).kind(), LocalKind::Own);
    assert_eq!(Named::Inner(job).kind(), NamedKind::Inner(job));
    assert_eq!(Named::<RenderError>::Kind.kind(), NamedKind::Kind);
    let tree = Tree::Node(Box::new(Tree::Node(Box::new(Tree::Leaf(job)))));
    assert_eq!((tree.kind(), tree.code()), (TreeKind::Leaf(job), RenderError::JOB_NOT_FOUND));
    assert_eq!(Both::<RenderError>::from_code("STUDIO_1500"), Some(Both::One(job)));
    assert_eq!(Both::<RenderError>::from_code("STUDIO_1650"), Some(Both::Two(NamedKind::Kind)));
    assert_eq!(FromMacro::Inner { inner: Box::new(Named::Kind) }.kind(), KindFromMacro::Inner(NamedKind::Kind));
    #[allow(deprecated)]
    let nested = r#type::r#in { r#fn: QuotaError::QuotaExceeded };
    assert_eq!(format!("{:?} {:?}", nested.kind(), typeKind::r#move), "in(QuotaExceeded) move");
}

#[test]
fn a_look_up_in_a_type_that_nests_itself_ends() {
    assert!(AlsoItself::from_code("STUDIO_1699").is_none());
    assert!(AlsoItselfKind::from_code("STUDIO_1699").is_none());
    assert!(OnlyItselfKind::from_code("STUDIO_1699").is_none());
    assert_eq!(OnlyItselfKind::CODES.iter().count(), 0);
    let again = AlsoItself::Again(Box::new(AlsoItself::Frozen));
    assert_eq!(again.kind(), AlsoItselfKind::Frozen);
}

/// A type with a const parameter, and types that nest it.
#[derive(StudioErrorCode)]
#[studio(category = "quota", kind)]
enum Full<const N: usize> {
    /// The wallet is full
    #[studio(code = 1660, http = 402)]
    Full([u8; N]),
}

#[derive(StudioErrorCode)]
#[studio(category = "quota", kind)]
enum NestsFull<const N: usize> {
    #[studio(transparent)]
    Inner(Full<N>),
    /// The wallet is closed
    #[studio(code = 1661, http = 402)]
    Closed,
}

#[derive(StudioErrorCode)]
#[studio(kind, transparent)]
struct WrapsFull<const N: usize>(Full<N>);

#[test]
fn the_kind_of_a_type_with_a_const_parameter_reports_its_codes() {
    assert_eq!(NestsFull::Inner(Full::Full([1, 2])).kind().code(), Full::<2>::FULL);
    assert_eq!(WrapsFull(Full::Full([1, 2])).kind().to_string(), "The wallet is full");
    assert_eq!(NestsFullKind::<2>::CODES.iter().count(), 2);
}

/// A type without variants, and types that nest it.
#[derive(Debug, StudioErrorCode)]
#[studio(kind)]
enum Never {}

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", kind, from_code)]
enum NestsNever {
    #[studio(transparent)]
    Inner(Never),
    #[studio(transparent)]
    Boxed { inner: Box<Never> },
    /// The wallet is closed
    #[studio(code = 1662, http = 402)]
    Closed,
}

#[derive(Debug, StudioErrorCode)]
#[studio(kind, transparent)]
struct WrapsNever(Never);

#[test]
fn a_type_without_variants_has_a_kind() {
    assert_eq!(NestsNever::Closed.kind().code(), NestsNever::CLOSED);
    assert_eq!(NestsNever::CODES.iter().count(), 1);
}

/// The links and examples of a doc comment belong to the variant, not to its kind.
#[derive(StudioErrorCode)]
#[studio(category = "quota", kind)]
enum Documented {
    /// The wallet is closed
    ///
    /// See [`Self::describe`].
    #[studio(code = 1663, http = 402)]
    Closed,
}

impl Documented {
    fn describe(&self) -> String {
        self.kind().to_string()
    }
}

#[test]
fn a_kind_shows_the_description() {
    assert_eq!(Documented::Closed.describe(), "The wallet is closed");
}

/// A code whose name is a constant of a trait has no constant of its own.
#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", kind)]
#[repr(u16)]
enum Hidden {
    /// The codes are unknown
    #[studio(code = 1664, http = 402)]
    Codes = 1664,
    /// The discriminant is no code of the catalog
    #[studio(code = 1665, http = 402)]
    Other = 7,
}

#[test]
fn codes_is_the_list_of_all_codes() {
    assert_eq!(Hidden::CODES.iter().count(), 2);
    assert_eq!(HiddenKind::CODES.iter().count(), 2);
    assert_eq!((Hidden::Codes.code().number(), Hidden::OTHER.number()), (1664, 1665));
}
