//! The derive in a module without a prelude, where all names that generated code could use mean something else.
#![no_implicit_prelude]
#![allow(missing_docs, non_camel_case_types, non_upper_case_globals, clippy::all, clippy::pedantic)]

pub mod shadows {
    macro_rules! shadow {
        ($($name:ident)+) => { $(#[derive(::core::fmt::Debug)] pub struct $name;)+ };
    }
    shadow! {
        Option Some None Result Ok Err String Box Cow Vec Default Duration Display Serialize Serializer Code Category
        Catalog CodeList CodeSet ErrorInfo FromCode Written Definitions StudioErrorCode Studio studio_errors
        bool char str u8 u16 u64 usize inner row code serializer Kind Clone Copy PartialEq Eq Hash Hasher Debug discriminant
        Detail DetailType Details member details json
    }
    pub mod core {}
    pub mod std {}
    pub mod alloc {}
}

#[allow(unused_imports)]
use shadows::*;

#[derive(::core::fmt::Debug, ::studio_errors::StudioErrorCode)]
#[studio(category = "integrations", from_code, kind)]
pub enum Shadowed {
    #[studio(code = 1850, http = 502, description = "Unit")]
    Unit,
    #[studio(transparent)]
    Nested(::studio_errors::catalog::IntegrationError),
}

#[derive(::core::fmt::Debug, ::studio_errors::StudioErrorCode)]
#[studio(category = "integrations", kind)]
pub enum Payload<T> {
    #[studio(code = 1851, http = 429, description = "Waits", display)]
    Waits {
        #[studio(retry_after)]
        inner: ::core::primitive::u32,
        #[studio(detail)]
        code: T,
    },
}

impl<T> ::core::fmt::Display for Payload<T> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str("waits")
    }
}

#[test]
fn generated_code_uses_no_local_names() {
    use ::studio_errors::{CodeSet as _, FromCode as _, Kind as _, StudioErrorCode as _};

    ::core::assert_eq!(Shadowed::Unit.code(), Shadowed::UNIT);
    let nested = ::core::iter::Iterator::count(::studio_errors::catalog::IntegrationError::CODES.iter());
    ::core::assert_eq!(::core::iter::Iterator::count(Shadowed::CODES.iter()), 1 + nested);
    ::core::assert!(::core::matches!(
        Shadowed::from_code("STUDIO_1800"),
        ::core::option::Option::Some(Shadowed::Nested(_))
    ));
    let waits = Payload::Waits { inner: 3, code: 'x' };
    ::core::assert_eq!(waits.message(), "waits");
    ::core::assert_eq!(waits.retry_after().unwrap().as_secs(), 3);
    ::core::assert_eq!(waits.kind(), PayloadKind::Waits);
    ::core::assert_eq!(waits.details_json().unwrap(), r#"{"code":"x"}"#);
    ::core::assert!(::core::matches!(
        ::studio_errors::ErrorBody::new("STUDIO_1800", "", 502).known(),
        ::core::option::Option::Some(ShadowedKind::Nested(_))
    ));
}
