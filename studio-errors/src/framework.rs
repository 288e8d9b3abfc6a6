//! What `#[studio(axum)]` and `#[studio(actix)]` become.

/// `IntoResponse` for the type that is marked.
#[cfg(feature = "axum")]
#[doc(hidden)]
#[macro_export]
macro_rules! __axum_response {
    ([$($generics:tt)*] [$($marked:tt)*] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::axum::IntoResponse for $($marked)* $($bounds)* {
            fn into_response(self) -> $crate::__private::axum::Response {
                $crate::__private::axum::IntoResponse::into_response($crate::ErrorResponse::of(&self))
            }
        }
    };
}

/// `ResponseError` for the type that is marked.
#[cfg(feature = "actix")]
#[doc(hidden)]
#[macro_export]
macro_rules! __actix_response {
    ([$($generics:tt)*] [$($marked:tt)*] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::actix::ResponseError for $($marked)* $($bounds)* {
            fn status_code(&self) -> $crate::__private::actix::StatusCode {
                $crate::__private::actix::status($crate::__private::StudioErrorCode::info(self).http)
            }

            fn error_response(&self) -> $crate::__private::actix::HttpResponse {
                $crate::__private::actix::respond($crate::ErrorResponse::of(self))
            }
        }
    };
}

#[cfg(not(feature = "axum"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __axum_response {
    ($($_:tt)*) => {
        ::core::compile_error!(
            "the `axum` feature of `studio-errors` is not enabled\nhelp: in Cargo.toml, write `studio-errors = { version = \"0.1\", features = [\"axum\"] }`"
        );
    };
}

#[cfg(not(feature = "actix"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __actix_response {
    ($($_:tt)*) => {
        ::core::compile_error!(
            "the `actix` feature of `studio-errors` is not enabled\nhelp: in Cargo.toml, write `studio-errors = { version = \"0.1\", features = [\"actix\"] }`"
        );
    };
}
