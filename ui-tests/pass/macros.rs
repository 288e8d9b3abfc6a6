//! Types that macros create. The tokens of the keys and fields come from the caller of the macro, and resolve there.

#![deny(warnings)]
// Variants that only types use.
#![allow(dead_code)]

use std::fmt;
use std::time::Duration;

use studio_errors::catalog::{AuthenticationError, RenderError};
use studio_errors::{CodeSet, Kind as _, StudioErrorCode};

macro_rules! displayed {
    ($($ty:ident $(<$parameter:ident>)?),*) => {$(
        impl$(<$parameter>)? fmt::Display for $ty$(<$parameter>)? {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("shown")
            }
        }
    )*};
}

displayed!(Tokens, Metas, Whole<T>, Struct<T>);

macro_rules! of_tokens {
    ($($t:tt)*) => {
        #[derive(Debug, StudioErrorCode)]
        #[studio(category = "quota", kind, received)]
        enum Tokens { $($t)* }
    };
}

of_tokens! {
    /// The wallet is empty
    #[studio(code = 1650, http = 402, display)]
    Empty,
    /// The wallet is frozen
    #[studio(code = 1651, http = 402)]
    Frozen { #[studio(detail)] since: u32, #[studio(retry_after)] after: Duration },
    #[studio(transparent)]
    Render(RenderError),
    #[studio(transparent)]
    Auth { inner: Box<AuthenticationError> },
}

macro_rules! of_metas {
    ($($(#[$meta:meta])* $variant:ident),*) => {
        #[derive(Debug, StudioErrorCode)]
        #[studio(category = "quota")]
        enum Metas { $($(#[$meta])* $variant),* }
    };
}

of_metas! {
    #[studio(code = 1650, http = 402, description = "the wallet is empty", display)] Empty,
    /// The wallet is frozen
    #[studio(code = 1651, http = 402)] Frozen
}

macro_rules! whole {
    ($($t:tt)*) => {
        #[derive(Debug, StudioErrorCode)]
        $($t)*
    };
}

whole! {
    #[studio(category = "quota", kind, received, reserved(1699))]
    enum Whole<T> {
        /// The wallet is empty
        #[studio(code = 1650, http = 402, display)]
        Empty,
        #[studio(code = 1651, http = 402)]
        /// The wallet is frozen
        #[deprecated]
        Frozen { #[studio(detail)] since: u32, #[studio(retry_after)] after: Duration },
        #[studio(transparent)]
        Inner(T),
        #[studio(transparent)]
        Auth(Box<AuthenticationError>),
    }
}

whole! {
    #[studio(code = 1652, http = 402, category = "quota", display, kind)]
    /// The wallet is closed
    struct Struct<T>(T);
}

whole! {
    #[studio(transparent, kind)]
    struct Transparent<T>(T);
}

macro_rules! of_fragments {
    ($name:ident, $parameter:ident, $nested:ty, $field:ident: $ty:ty, $doc:expr, $code:literal) => {
        #[derive(Debug, StudioErrorCode)]
        #[studio(category = "quota", kind)]
        enum $name<$parameter> {
            #[doc = $doc]
            #[doc = "in the second line"]
            #[studio(code = $code, http = 402)]
            Described {
                #[studio(detail)]
                $field: $ty,
            },
            #[studio(transparent)]
            Nested($nested),
            #[studio(transparent)]
            Named { $field: $nested },
        }
    };
}

of_fragments!(Fragments, T, Box<T>, have: Option<u8>, "A text of the caller", 1653);

#[test]
fn the_text_of_a_value_is_shown() {
    let body = |code| format!(r#"{{"error":{{"code":"{code}","message":"shown","http":402}}}}"#);
    assert_eq!(Tokens::Empty.to_json(), body("STUDIO_1650"));
    assert_eq!(Metas::Empty.to_json(), body("STUDIO_1650"));
    assert_eq!(Whole::<RenderError>::Empty.to_json(), body("STUDIO_1650"));
    assert_eq!(Struct(7).to_json(), body("STUDIO_1652"));
}

#[test]
fn nested_types_report_their_codes() {
    let nested = RenderError::JobNotFound;
    assert_eq!(Transparent(nested).code(), nested.code());
    assert_eq!(Whole::Inner(nested).kind().code(), nested.code());
    assert_eq!(Fragments::Named { have: Box::new(nested) }.to_json(), nested.to_json());
    assert!(Whole::<RenderError>::CODES.get("STUDIO_1500").is_some());
}

#[test]
fn a_fragment_is_read_as_the_expression_in_it() {
    let error = Fragments::<RenderError>::Described { have: None };
    assert_eq!(error.message(), "A text of the caller in the second line");
}
