//! The macros that implement `#[studio(axum)]`, `#[studio(actix)]`, `#[studio(tonic)]`, `#[studio(utoipa)]`,
//! `#[studio(detail)]` and `#[studio(received)]`.

/// Defines the macros of each feature that is not enabled. A call reports that the feature is not enabled.
macro_rules! without {
    ($any:tt $($feature:literal: $name:ident;)+) => {$(
        #[cfg(not(feature = $feature))]
        #[doc(hidden)]
        #[macro_export]
        macro_rules! $name {
            ($any($any _:tt)*) => {
                ::core::compile_error! { ::core::concat!(
                    "the `", $feature, "` feature of `studio-errors` is not enabled\nhelp: in Cargo.toml, write ",
                    "`studio-errors = { version = \"0.1\", features = [\"", $feature, "\"] }`"
                ) }
            };
        }
    )+};
}

without! { $
    "axum": __axum_response;
    "actix": __actix_response;
    "tonic": __tonic_status;
    "utoipa": __utoipa_responses;
    "details": __details;
}

/// Implements `IntoResponse` of axum for the type.
#[cfg(feature = "axum")]
#[doc(hidden)]
#[macro_export]
macro_rules! __axum_response {
    ([$($generics:tt)*] [$($marked:tt)*] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::axum::IntoResponse for $($marked)* $($bounds)* {
            fn into_response(self) -> $crate::__private::axum::Response {
                $crate::__private::axum::IntoResponse::into_response($crate::__private::response(&self))
            }
        }
    };
}

/// Implements `OperationOutput` of aide for a type that is a response of axum.
#[cfg(feature = "aide")]
#[doc(hidden)]
#[macro_export]
macro_rules! __aide_output {
    ([$($generics:tt)*] [$($marked:tt)*] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::aide::OperationOutput for $($marked)* $($bounds)* {
            type Inner = Self;

            fn inferred_responses(
                context: &mut $crate::__private::aide::GenContext,
                _: &mut $crate::__private::aide::Operation,
            ) -> $crate::__private::aide::Responses {
                $crate::__private::aide::responses::<Self>(context)
            }
        }
    };
}

#[cfg(not(feature = "aide"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __aide_output {
    ($($_:tt)*) => {};
}

/// Implements `ResponseError` of actix-web for the type.
#[cfg(feature = "actix")]
#[doc(hidden)]
#[macro_export]
macro_rules! __actix_response {
    ([$($generics:tt)*] [$($marked:tt)*] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::actix::ResponseError for $($marked)* $($bounds)* {
            fn status_code(&self) -> $crate::__private::actix::StatusCode {
                $crate::__private::actix::status($crate::__private::StudioErrorCode::info(self).http())
            }

            fn error_response(&self) -> $crate::__private::actix::HttpResponse {
                $crate::__private::actix::respond($crate::__private::response(self))
            }
        }
    };
}

/// Implements the conversion into `Status` of tonic for the type. The checks are those of a type whose codes depend on a parameter.
#[cfg(feature = "tonic")]
#[doc(hidden)]
#[macro_export]
macro_rules! __tonic_status {
    ([$($generics:tt)*] [$($marked:tt)*] [$($bounds:tt)*] [$($checks:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::From<$($marked)*> for $crate::__private::tonic::Status $($bounds)* {
            #[track_caller]
            fn from(error: $($marked)*) -> Self {
                $($checks)*
                $crate::__private::From::from($crate::ErrorResponse::of(&error))
            }
        }
    };
}

/// Implements `IntoResponses`, `ToSchema` and `Modify` of utoipa for the type.
#[cfg(feature = "utoipa")]
#[doc(hidden)]
#[macro_export]
macro_rules! __utoipa_responses {
    ([$($generics:tt)*] [$($marked:tt)*] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::utoipa::IntoResponses for $($marked)* $($bounds)* {
            fn responses() -> $crate::__private::utoipa::BTreeMap<
                $crate::__private::String,
                $crate::__private::utoipa::RefOr<$crate::__private::utoipa::Response>,
            > {
                $crate::__private::utoipa::responses::<Self>()
            }
        }

        #[automatically_derived]
        impl $($generics)* $crate::__private::utoipa::PartialSchema for $($marked)* $($bounds)* {
            fn schema() -> $crate::__private::utoipa::RefOr<$crate::__private::utoipa::Schema> {
                $crate::__private::utoipa::schema::<Self>()
            }
        }

        #[automatically_derived]
        impl $($generics)* $crate::__private::utoipa::ToSchema for $($marked)* $($bounds)* {}

        #[automatically_derived]
        impl $($generics)* $crate::__private::utoipa::Modify for $($marked)* $($bounds)* {
            fn modify(&self, document: &mut $crate::__private::utoipa::OpenApi) {
                $crate::__private::utoipa::add_components::<Self>(document);
            }
        }
    };
}

/// Matches the value of a type with details.
#[cfg(feature = "details")]
#[doc(hidden)]
#[macro_export]
macro_rules! __details {
    ($this:tt $($arms:tt)*) => {
        match $this { $($arms)* }
    };
}

/// The items of `#[studio(received)]`. `$key` is only there if no other key needs the feature.
#[cfg(feature = "details")]
#[doc(hidden)]
#[macro_export]
macro_rules! __received {
    ([$($key:tt)?] $($items:tt)*) => { $($items)* };
}

#[cfg(not(feature = "details"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __received {
    ([$key:tt] $($_:tt)*) => {
        $crate::__private::details!();
    };
    ([] $($_:tt)*) => {};
}

/// Imports the keys that were written, for completion in rust-analyzer. See `expand/ide.rs` of the derive.
#[cfg(rust_analyzer)]
#[doc(hidden)]
#[macro_export]
macro_rules! __written_keys {
    ($($place:ident { $($key:ident,)* })*) => {
        #[allow(unused_imports)]
        const _: () = { $(
            mod $place {
                use $crate::__private::keys::$place::*;
                use self::{ $($key as _,)* };
            }
        )* };
    };
}

#[cfg(not(rust_analyzer))]
#[doc(hidden)]
#[macro_export]
macro_rules! __written_keys {
    ($($_:tt)*) => {};
}
