//! Types of all kinds. They compile with the strictest lints that a user may set.
#![deny(
    warnings,
    missing_docs,
    unreachable_pub,
    private_interfaces,
    unused_qualifications,
    clippy::pedantic,
    clippy::all
)]

#[cfg(test)]
use std::borrow::Cow;
use std::fmt::{self, Debug, Display};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

#[cfg(test)]
use studio_errors::Code;
use studio_errors::catalog::{AuthenticationError, GeneralError, QuotaError, StudioError};
use studio_errors::{Catalog, Category, CodeList, CodeSet, ErrorInfo, FromCode, StudioErrorCode};

#[cfg(test)]
fn codes<T: CodeSet>() -> Vec<&'static str> {
    T::CODES.iter().map(|info| info.code().as_str()).collect()
}

/// Types with lifetimes, type parameters and const parameters, with bounds and where clauses.
pub mod generics {
    #[allow(clippy::wildcard_imports)]
    use super::*;

    /// An error with each kind of parameter.
    #[derive(Debug, StudioErrorCode)]
    #[studio(category = "quota")]
    pub enum Generic<'a, T: Debug + 'a, const N: usize>
    where
        T: Clone,
    {
        /// Borrowed
        #[studio(code = 1650, http = 400)]
        Borrowed(&'a str),
        /// Held
        #[studio(code = 1651, http = 400)]
        Held {
            /// The value.
            held: T,
        },
        /// Counted
        #[studio(code = 1652, http = 400)]
        Counted([u8; N]),
    }

    #[test]
    fn constants_and_codes_do_not_depend_on_the_parameters() {
        type One<'a> = Generic<'a, u8, 1>;
        let errors = [One::Borrowed("x"), One::Held { held: 3 }, One::Counted([1])];
        assert_eq!(errors.map(|error| error.code()), [One::BORROWED, Generic::<String, 9>::HELD, One::COUNTED]);
        assert_eq!(codes::<Generic<'_, String, 7>>(), ["STUDIO_1650", "STUDIO_1651", "STUDIO_1652"]);
        assert_eq!(serde_json::to_string(&One::Borrowed("x")).unwrap(), One::Borrowed("y").to_json());
    }

    /// An error with a type parameter that is nested.
    #[derive(Debug, StudioErrorCode)]
    #[studio(category = "quota", from_code)]
    pub enum Wrapped<E> {
        /// Own
        #[studio(code = 1653, http = 400)]
        Own,
        /// Of the other.
        #[studio(transparent)]
        Other(E),
    }

    #[test]
    fn a_type_parameter_is_nested() {
        assert_eq!(codes::<Wrapped<GeneralError>>(), [vec!["STUDIO_1653"], codes::<GeneralError>()].concat());
        let error = Wrapped::<GeneralError>::from_code("STUDIO_2002").unwrap();
        assert_eq!(error.code(), "STUDIO_2002");
        assert_eq!(error.to_json(), GeneralError::DatabaseError.to_json());
        assert_eq!(Wrapped::<GeneralError>::from_code("STUDIO_1653").unwrap().code(), Wrapped::<u8>::OWN);
        assert_eq!(serde_json::to_string(&error).unwrap(), error.to_json());
    }

    /// An error whose `Display` needs a bound.
    #[derive(Debug, StudioErrorCode)]
    #[studio(category = "quota", code = 1654, http = 400, display)]
    pub struct Shown<T>(T);

    impl<T: Display> Display for Shown<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "\"{}\"", self.0)
        }
    }

    #[test]
    fn display_adds_only_the_bounds_of_the_type() {
        assert_eq!(
            Shown(7).to_json(),
            r#"{"error":{"code":"STUDIO_1654","message":"\"7\"","http":400}}"#.replace("\"7\"", "\\\"7\\\"")
        );
    }
}

/// `transparent` through pointers, and in all kinds of variants.
pub mod transparent {
    #[allow(clippy::wildcard_imports)]
    use super::*;

    /// Nests.
    #[derive(Debug, StudioErrorCode)]
    pub enum Nest {
        /// In a box.
        #[studio(transparent)]
        Boxed(Box<QuotaError>),
        /// Shared.
        #[studio(transparent)]
        Shared {
            /// The shared one.
            inner: Arc<AuthenticationError>,
        },
        /// Counted.
        #[studio(transparent)]
        Counted(Rc<GeneralError>),
        /// Of its own type.
        #[studio(transparent)]
        Again(&'static Nest),
        /// Of its own type, in a box.
        #[studio(transparent)]
        AgainBoxed(Box<Self>),
    }

    /// A transparent struct.
    #[derive(Debug, StudioErrorCode)]
    #[studio(transparent, from_code)]
    pub struct Only(Box<StudioError>);

    #[test]
    fn a_transparent_variant_forwards_everything() {
        let nest = Nest::Shared { inner: Arc::new(AuthenticationError::InvalidToken) };
        assert_eq!(nest.code(), AuthenticationError::INVALID_TOKEN);
        let again = Nest::AgainBoxed(Box::new(Nest::Again(Box::leak(Box::new(Nest::Boxed(Box::new(
            QuotaError::QuotaExceeded,
        )))))));
        assert_eq!(again.code(), QuotaError::QUOTA_EXCEEDED);
        assert_eq!(
            codes::<Nest>(),
            [codes::<QuotaError>(), codes::<AuthenticationError>(), codes::<GeneralError>()].concat()
        );
        let outer = Nest::Counted(Rc::new(GeneralError::DatabaseError));
        assert_eq!(outer.http(), 500);
        assert!(matches!(nest.to_json(), Cow::Borrowed(_)));
        let boxed: Box<dyn StudioErrorCode> = Box::new(Nest::Boxed(Box::new(QuotaError::QuotaExceeded)));
        assert_eq!(boxed.to_json(), QuotaError::QuotaExceeded.to_json());
        assert_eq!(Only::from_code("STUDIO_1601").unwrap().info().name(), "INSUFFICIENT_CREDITS");
        assert_eq!(codes::<Only>(), codes::<StudioError>());
    }
}

/// Names: raw identifiers, unusual case, deprecation.
pub mod names {
    #[allow(clippy::wildcard_imports)]
    use super::*;

    /// An error with unusual names.
    #[derive(Debug, StudioErrorCode)]
    #[studio(category = "general")]
    #[non_exhaustive]
    pub enum r#Odd {
        /// Raw
        #[studio(code = 2050, http = 400)]
        r#Type,
        /// Acronym
        #[studio(code = 2051, http = 400)]
        HTTPError2,
        /// Old
        #[deprecated(note = "use `Type`")]
        #[studio(code = 2052, http = 400, description = "A description\tof \"its own\" \\ – ünïcode 🎬")]
        Old,
        /// A tuple without fields
        #[studio(code = 2053, http = 400)]
        NoFields(),
    }

    #[test]
    fn default_names_are_in_screaming_snake_case() {
        let names: Vec<_> = Odd::CODES.iter().map(::studio_errors::ErrorInfo::name).collect();
        assert_eq!(names, ["TYPE", "HTTP_ERROR2", "OLD", "NO_FIELDS"]);
        assert_eq!((Odd::TYPE, Odd::HTTP_ERROR2), (Odd::r#Type.code(), Odd::HTTPError2.code()));
    }

    #[test]
    fn a_description_is_escaped_like_in_serde_json() {
        let old = Odd::from_code("STUDIO_2052").unwrap();
        assert_eq!(old.to_json(), serde_json::to_string(&old).unwrap());
    }
}

/// Enums without a variant, in a function, private, and with `cfg`.
pub mod places {
    #[allow(clippy::wildcard_imports)]
    use super::*;

    /// An enum without variants.
    #[derive(Debug, StudioErrorCode)]
    pub enum Never {}

    #[test]
    fn an_enum_without_variants_has_no_codes() {
        assert_eq!(codes::<Never>(), [""; 0]);
        assert!(Never::from_code("STUDIO_1601").is_none());
    }

    #[derive(Debug, StudioErrorCode)]
    #[studio(category = "render")]
    enum Private {
        /// A variant that is never used. Its constant causes no warning.
        #[studio(code = 1550, http = 400)]
        Unmade,
        #[studio(code = 1551, http = 400, description = "made")]
        Made,
    }

    #[derive(Debug, StudioErrorCode)]
    #[studio(category = "render")]
    pub(crate) enum Restricted {
        /// Restricted
        #[studio(code = 1552, http = 400)]
        Restricted,
    }

    #[test]
    fn private_types_have_private_constants() {
        assert!(matches!(Private::from_code("STUDIO_1550"), Some(Private::Unmade)));
        assert_eq!(Private::Made.code(), Private::MADE);
        assert_eq!(Restricted::Restricted.code(), Restricted::RESTRICTED);
    }

    #[test]
    fn the_derive_works_in_a_function() {
        /// Local
        #[derive(Debug, StudioErrorCode)]
        #[studio(category = "render")]
        enum Local {
            /// Here
            #[studio(code = 1553, http = 404)]
            Here,
            #[cfg(any())]
            #[studio(code = 1553, http = 404)]
            NotHere,
            #[cfg(not(any()))]
            #[cfg_attr(not(any()), studio(code = 1554, http = 404, description = "by cfg_attr"))]
            ByCfgAttr,
        }
        assert_eq!(codes::<Local>(), ["STUDIO_1553", "STUDIO_1554"]);
        assert_eq!(Local::Here.code(), Local::HERE);
        assert_eq!(Local::ByCfgAttr.info().description(), "by cfg_attr");
    }
}

/// Enums that a macro generates.
pub mod from_macros {
    #[allow(clippy::wildcard_imports)]
    use super::*;

    macro_rules! errors {
        ($(#[$meta:meta])* $vis:vis $name:ident in $catalog:ty, $category:literal {
            $($variant:ident($payload:ty) = $code:literal, $http:expr, $words:expr;)+
        }) => {
            $(#[$meta])*
            #[derive(Debug, StudioErrorCode)]
            #[studio(category = $category)]
            $vis enum $name {
                $(#[doc = $words] #[studio(code = $code, http = $http, description = $words)] $variant($payload),)+
            }

            impl Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str(<$catalog as Catalog>::PREFIX)
                }
            }
        };
    }

    errors! {
        /// An enum from a macro.
        pub FromMacro in studio_errors::Studio, "music" {
            First(u8) = 1350, 400, "first";
            Second(Option<String>) = 0x547, 4_04, "second";
        }
    }

    #[test]
    fn a_macro_can_pass_literals_types_and_identifiers() {
        assert_eq!(FromMacro::First(1).code(), FromMacro::FIRST);
        assert_eq!(FromMacro::Second(None).code(), "STUDIO_1351");
        assert_eq!(FromMacro::Second(None).http(), 404);
        assert_eq!(FromMacro::First(1).message(), "first");
        assert_eq!(FromMacro::First(1).to_string(), "STUDIO");
    }
}

/// The keys of the attribute.
pub mod grammar {
    #[allow(clippy::wildcard_imports)]
    use super::*;

    /// An enum with several attributes, a shared code and a time to wait.
    #[derive(Debug, StudioErrorCode)]
    #[studio(category = "video")]
    #[studio(reserved(1160, 1170..=1179))]
    #[studio(serialize = false)]
    pub enum Split {
        /// One provider
        #[studio(code = 1150)]
        #[studio(http = 502, name = "PROVIDER_DOWN")]
        Runway,
        /// Another provider
        #[studio(code = 1150, http = 502, name = "PROVIDER_DOWN")]
        Pika,
        /// A category of its own
        #[studio(code = 1950, http = 422, category = "validation")]
        Other,
        /// Waits
        #[studio(code = 1151, http = 503)]
        Wait {
            /// How long.
            #[studio(retry_after)]
            wait: Option<Duration>,
            /// Not this.
            not: u8,
        },
        /// Waits seconds
        #[studio(code = 1152, http = 429)]
        Seconds(#[studio(retry_after)] u32, String),
        /// Waits a while
        #[studio(code = 1153, http = 429)]
        Exactly(#[studio(retry_after)] Duration),
    }

    impl serde::Serialize for Split {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_str("mine")
        }
    }

    #[test]
    fn a_shared_code_is_one_code() {
        assert_eq!(Split::Runway.code(), Split::Pika.code());
        assert_eq!(Split::Runway.code(), Split::PROVIDER_DOWN);
        assert_eq!(Split::Pika.message(), "Another provider");
        assert_eq!(codes::<Split>(), ["STUDIO_1150", "STUDIO_1151", "STUDIO_1152", "STUDIO_1153", "STUDIO_1950"]);
    }

    #[test]
    fn each_type_of_a_time_to_wait_is_accepted() {
        let waits = [
            Split::Wait { wait: Some(Duration::from_millis(1500)), not: 1 },
            Split::Wait { wait: None, not: 1 },
            Split::Seconds(30, String::new()),
            Split::Exactly(Duration::MAX),
            Split::Other,
        ]
        .map(|error| error.retry_after());
        let second = Duration::from_secs(1);
        assert_eq!(waits, [Some(second * 3 / 2), None, Some(second * 30), Some(Duration::MAX), None]);
    }

    #[test]
    fn serialize_is_left_to_the_user() {
        assert_eq!(serde_json::to_string(&Split::Other).unwrap(), "\"mine\"");
        assert_eq!(Split::Other.info().category().slug(), "validation");
    }

    /// A struct.
    #[derive(Debug, StudioErrorCode)]
    #[studio(category = "validation", code = 1902, resolution = "Split it", display)]
    pub struct FileTooLarge {
        /// In bytes.
        pub size: u64,
    }

    impl Display for FileTooLarge {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "{} bytes are too many", self.size)
        }
    }

    #[test]
    fn a_struct_has_one_code() {
        const CODE: Code = FileTooLarge::CODE;
        let error = FileTooLarge { size: 1 << 40 };
        assert_eq!(error.code(), CODE);
        assert_eq!((error.http(), error.info().name(), error.info().resolution()), (413, "FILE_TOO_LARGE", "Split it"));
        assert_eq!(error.info().description(), "Uploaded file exceeds maximum size limit");
        assert_eq!(
            error.to_json(),
            r#"{"error":{"code":"STUDIO_1902","message":"1099511627776 bytes are too many","http":413}}"#
        );
    }

    /// A display that fails.
    #[derive(Debug, StudioErrorCode)]
    #[studio(category = "validation", code = 1951, http = 400, display, description = "The description")]
    pub struct Mute;

    impl Display for Mute {
        fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
            Err(fmt::Error)
        }
    }

    #[test]
    fn a_failed_display_is_replaced_by_the_description() {
        assert_eq!(Mute.message(), "The description");
        assert_eq!(Mute.to_json(), r#"{"error":{"code":"STUDIO_1951","message":"The description","http":400}}"#);
    }
}

/// A user's catalog, whose prefix is not its name.
pub mod own_catalog {
    #[allow(clippy::wildcard_imports)]
    use super::*;

    /// The shop.
    #[derive(Debug)]
    pub struct Shop;

    impl Catalog for Shop {
        const PREFIX: &'static str = "ACME_EU";
        const CATEGORIES: &'static [Category] = &[Category::new("all", "All", 1..=i64::MAX)];
    }

    /// From the lowest number to the highest.
    #[derive(Debug, PartialEq, StudioErrorCode)]
    #[studio(catalog = Shop, category = "all")]
    pub enum ShopError {
        /// The "highest"
        #[studio(code = 65535, http = 599)]
        Highest,
        /// The lowest
        #[studio(code = 1, http = 400)]
        Lowest,
    }

    #[test]
    fn the_prefix_is_that_of_the_catalog() {
        assert_eq!((ShopError::LOWEST.as_str(), ShopError::HIGHEST.as_str()), ("ACME_EU_1", "ACME_EU_65535"));
        assert_eq!(codes::<ShopError>(), ["ACME_EU_1", "ACME_EU_65535"]);
        assert_eq!(
            ShopError::Highest.to_json(),
            r#"{"error":{"code":"ACME_EU_65535","message":"The \"highest\"","http":599}}"#
        );
        assert_eq!(ShopError::Highest.to_json(), serde_json::to_string(&ShopError::Highest).unwrap());
        assert_eq!(ShopError::from_code("ACME_EU_1"), Some(ShopError::Lowest));
        for foreign in ["SHOP_1", "ACME_EU_01", "ACME_EU_+1", "ACME_EU_", "ACME_EU", "ACME_EU_1 ", "ACME_EU_2", ""] {
            assert_eq!(ShopError::from_code(foreign), None, "{foreign}");
        }
    }

    /// The same number in two catalogs, and an implementation by hand.
    #[derive(Debug, StudioErrorCode)]
    #[studio(category = "general", from_code)]
    pub enum Mixed {
        /// Own
        #[studio(code = 2000)]
        InternalServerError,
        /// Of the other catalog.
        #[studio(transparent)]
        Shop(Box<ShopError>),
        /// Of no derive.
        #[studio(transparent)]
        ByHand(ByHand),
    }

    /// Reports one of the codes that its set lists.
    #[derive(Debug)]
    pub struct ByHand;

    impl StudioErrorCode for ByHand {
        fn info(&self) -> ErrorInfo {
            GeneralError::DatabaseError.info()
        }
    }

    impl CodeSet for ByHand {
        const CODES: CodeList = GeneralError::CODES;
    }

    impl FromCode for ByHand {
        fn from_code(code: &str) -> Option<Self> {
            (code == "STUDIO_2002").then_some(Self)
        }
    }

    #[test]
    fn each_type_finds_its_own_codes() {
        let found = |code| Mixed::from_code(code).map(|error| error.code());
        assert!(matches!(Mixed::from_code("STUDIO_2000"), Some(Mixed::InternalServerError)));
        assert!(matches!(Mixed::from_code("ACME_EU_1"), Some(Mixed::Shop(_))));
        assert!(matches!(Mixed::from_code("STUDIO_2002"), Some(Mixed::ByHand(ByHand))));
        for code in ["STUDIO_1", "ACME_EU_2000", "ACME_EU_2002", "STUDIO_2001", "_2000", "STUDIO_02000", "STUDIO_67536"]
        {
            assert_eq!(found(code), None, "{code}");
        }
    }

    /// Own texts for a published code.
    #[derive(Debug, StudioErrorCode)]
    #[studio(category = "general")]
    pub enum OwnWords {
        /// A remark that stays off the wire
        #[studio(code = 2002)]
        DatabaseError,
        /// A remark
        #[studio(code = 2001, description = "Back \"soon\"")]
        ServiceUnavailable,
    }

    #[test]
    fn stated_texts_take_precedence_over_published_ones() {
        assert_eq!(OwnWords::DatabaseError.to_json(), GeneralError::DatabaseError.to_json());
        assert_eq!(OwnWords::DatabaseError.info().resolution(), "Retry; Aurora Serverless may be scaling up");
        assert_eq!(
            OwnWords::ServiceUnavailable.to_json(),
            r#"{"error":{"code":"STUDIO_2001","message":"Back \"soon\"","http":503}}"#
        );
        assert_eq!(
            OwnWords::ServiceUnavailable.info().resolution(),
            GeneralError::ServiceUnavailable.info().resolution()
        );
    }
}

/// Constants are patterns, and codes compare with text.
#[test]
fn constants_work_as_patterns() {
    let kind = |code: Code| match code {
        QuotaError::RATE_LIMIT_EXCEEDED => 1,
        generics::Generic::<'static, u8, 0>::BORROWED => 2,
        own_catalog::ShopError::LOWEST => 3,
        _ => 0,
    };
    assert_eq!(kind(QuotaError::RateLimitExceeded.code()), 1);
    assert_eq!(kind(own_catalog::ShopError::Lowest.code()), 3);
    assert_eq!(kind(QuotaError::FEATURE_DISABLED), 0);
    assert_eq!("STUDIO_1600", QuotaError::RATE_LIMIT_EXCEEDED);
    assert!(QuotaError::RATE_LIMIT_EXCEEDED < QuotaError::INSUFFICIENT_CREDITS);
    assert!(own_catalog::ShopError::HIGHEST < QuotaError::RATE_LIMIT_EXCEEDED);
}
