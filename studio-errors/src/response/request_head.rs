//! The head of a request, for every framework.

use alloc::borrow::Cow;

/// The head of a request, for every framework. [`ErrorLayer::value`](super::ErrorLayer::value) reads it.
#[derive(Clone, Copy, Debug)]
pub struct RequestHead<'a> {
    method: &'a str,
    path: &'a str,
    fields: Fields<'a>,
}

#[derive(Clone, Copy, Debug)]
enum Fields<'a> {
    #[cfg(feature = "http")]
    Http(&'a ::http::HeaderMap, &'a ::http::Extensions),
    #[cfg(feature = "actix")]
    Actix(&'a actix_web::dev::ServiceRequest),
}

impl<'a> RequestHead<'a> {
    #[cfg(feature = "http")]
    pub(crate) fn of_http<B>(request: &'a ::http::Request<B>) -> Self {
        let fields = Fields::Http(request.headers(), request.extensions());
        Self { method: request.method().as_str(), path: request.uri().path(), fields }
    }

    #[cfg(feature = "actix")]
    pub(crate) fn of_actix(request: &'a actix_web::dev::ServiceRequest) -> Self {
        Self { method: request.method().as_str(), path: request.path(), fields: Fields::Actix(request) }
    }

    /// The method, such as `POST`.
    #[must_use]
    pub fn method(&self) -> &'a str {
        self.method
    }

    /// The path, as the layer receives it.
    #[must_use]
    pub fn path(&self) -> &'a str {
        self.path
    }

    /// The first value of a header, if it is UTF-8.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&'a str> {
        let value = match self.fields {
            #[cfg(feature = "http")]
            Fields::Http(headers, _) => headers.get(name)?.as_bytes(),
            #[cfg(feature = "actix")]
            Fields::Actix(request) => request.headers().get(name)?.as_bytes(),
        };
        core::str::from_utf8(value).ok()
    }

    /// A value that another layer has added to the extensions of the request.
    #[must_use]
    pub fn extension<T: Clone + Send + Sync + 'static>(&self) -> Option<T> {
        match self.fields {
            #[cfg(feature = "http")]
            Fields::Http(_, extensions) => extensions.get::<T>().cloned(),
            #[cfg(feature = "actix")]
            Fields::Actix(request) => {
                use actix_web::HttpMessage;
                request.extensions().get::<T>().cloned()
            }
        }
    }

    /// All values of a header that are UTF-8, as one list: RFC 9110, section 5.3.
    pub(crate) fn list(self, name: &str) -> Cow<'a, str> {
        match self.fields {
            #[cfg(feature = "http")]
            Fields::Http(headers, _) => joined(headers.get_all(name).iter().map(::http::HeaderValue::as_bytes)),
            #[cfg(feature = "actix")]
            Fields::Actix(request) => {
                joined(request.headers().get_all(name).map(actix_web::http::header::HeaderValue::as_bytes))
            }
        }
    }
}

fn joined<'a>(values: impl Iterator<Item = &'a [u8]>) -> Cow<'a, str> {
    let mut values = values.filter_map(|value| core::str::from_utf8(value).ok());
    let mut list = Cow::Borrowed(values.next().unwrap_or_default());
    for value in values {
        let list = list.to_mut();
        list.push(',');
        list.push_str(value);
    }
    list
}
