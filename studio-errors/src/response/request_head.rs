//! The head of a request, for every framework.

use alloc::borrow::Cow;

/// The head of a request, for every framework. [`ErrorLayer::value`](super::ErrorLayer::value) reads it.
#[derive(Clone, Copy, Debug)]
pub struct RequestHead<'a>(Head<'a>);

#[derive(Clone, Copy, Debug)]
enum Head<'a> {
    #[cfg(feature = "http")]
    Http { method: &'a str, path: &'a str, headers: &'a ::http::HeaderMap, extensions: &'a ::http::Extensions },
    #[cfg(feature = "actix")]
    Actix(&'a actix_web::dev::ServiceRequest),
}

impl<'a> RequestHead<'a> {
    #[cfg(feature = "http")]
    pub(crate) fn of_http<B>(request: &'a ::http::Request<B>) -> Self {
        Self(Head::Http {
            method: request.method().as_str(),
            path: request.uri().path(),
            headers: request.headers(),
            extensions: request.extensions(),
        })
    }

    #[cfg(feature = "actix")]
    pub(crate) fn of_actix(request: &'a actix_web::dev::ServiceRequest) -> Self {
        Self(Head::Actix(request))
    }

    /// The method, such as `POST`.
    #[must_use]
    pub fn method(&self) -> &'a str {
        match self.0 {
            #[cfg(feature = "http")]
            Head::Http { method, .. } => method,
            #[cfg(feature = "actix")]
            Head::Actix(request) => request.method().as_str(),
        }
    }

    /// The path, as the layer receives it.
    #[must_use]
    pub fn path(&self) -> &'a str {
        match self.0 {
            #[cfg(feature = "http")]
            Head::Http { path, .. } => path,
            #[cfg(feature = "actix")]
            Head::Actix(request) => request.path(),
        }
    }

    /// The first value of a header, if it is UTF-8.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&'a str> {
        let value = match self.0 {
            #[cfg(feature = "http")]
            Head::Http { headers, .. } => headers.get(name)?.as_bytes(),
            #[cfg(feature = "actix")]
            Head::Actix(request) => request.headers().get(name)?.as_bytes(),
        };
        core::str::from_utf8(value).ok()
    }

    /// A value that another layer has added to the extensions of the request.
    #[must_use]
    pub fn extension<T: Clone + Send + Sync + 'static>(&self) -> Option<T> {
        match self.0 {
            #[cfg(feature = "http")]
            Head::Http { extensions, .. } => extensions.get::<T>().cloned(),
            #[cfg(feature = "actix")]
            Head::Actix(request) => {
                use actix_web::HttpMessage;
                request.extensions().get::<T>().cloned()
            }
        }
    }

    /// All values of a header that are UTF-8, as one list: RFC 9110, section 5.3.
    pub(crate) fn list(self, name: &str) -> Cow<'a, str> {
        match self.0 {
            #[cfg(feature = "http")]
            Head::Http { headers, .. } => joined(headers.get_all(name).iter().map(::http::HeaderValue::as_bytes)),
            #[cfg(feature = "actix")]
            Head::Actix(request) => {
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
