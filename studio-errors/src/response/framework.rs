//! A response of a framework, and how an error is written into it.

use crate::ErrorResponse;
use crate::response::header::Header;

pub(crate) trait FrameworkResponse {
    fn status(&self) -> u16;
    fn set_status(&mut self, status: u16);
    /// Each value of a header.
    fn values(&self, name: &'static str) -> impl Iterator<Item = &[u8]>;
    /// Replaces the values of a header.
    fn set(&mut self, header: Header);
    /// Adds a value to those of a header.
    fn add(&mut self, header: Header);
    fn remove(&mut self, name: &'static str);
    /// Marks a response of this crate inside the layer.
    fn mark(&mut self, rendered: Rendered);
    /// Removes the mark.
    fn rendered(&mut self) -> Option<Rendered>;
}

/// Implements [`FrameworkResponse`] for a response, and its header, with the types of the crate `http` that are in scope: the version of
/// actix-web is not that of axum and tonic.
macro_rules! framework_response {
    ($response:ident) => {
        impl<B> $crate::response::framework::FrameworkResponse for $response<B> {
            fn status(&self) -> u16 {
                self.status().as_u16()
            }

            fn set_status(&mut self, http: u16) {
                // Every code has a status between 400 and 599.
                *self.status_mut() = StatusCode::from_u16(http).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            }

            fn values(&self, name: &'static str) -> impl Iterator<Item = &[u8]> {
                let values = match name {
                    // A name that is a constant is not parsed.
                    "vary" => self.headers().get_all(VARY),
                    name => self.headers().get_all(name),
                };
                values.into_iter().map(HeaderValue::as_bytes)
            }

            fn set(&mut self, header: Header) {
                if let Some((name, value)) = of_header(header) {
                    self.headers_mut().insert(name, value);
                }
            }

            fn add(&mut self, header: Header) {
                if let Some((name, value)) = of_header(header) {
                    self.headers_mut().append(name, value);
                }
            }

            fn remove(&mut self, name: &'static str) {
                self.headers_mut().remove(name);
            }

            fn mark(&mut self, rendered: Rendered) {
                self.extensions_mut().insert(rendered);
            }

            fn rendered(&mut self) -> Option<Rendered> {
                self.extensions_mut().remove()
            }
        }

        /// `None` if the header is not valid, which the compile-time checks of a catalog refuse.
        #[inline]
        fn of_header(header: Header) -> Option<(HeaderName, HeaderValue)> {
            Some(match header {
                Header::Json => (CONTENT_TYPE, const { HeaderValue::from_static(Header::JSON) }),
                Header::Problem => (CONTENT_TYPE, const { HeaderValue::from_static(Header::PROBLEM) }),
                Header::RetryAfter(seconds) => (RETRY_AFTER, seconds.into()),
                Header::Challenge(challenge) => (WWW_AUTHENTICATE, HeaderValue::from_str(challenge).ok()?),
                Header::Vary => (VARY, const { HeaderValue::from_static(Header::ACCEPT) }),
                Header::Code(name, code) => {
                    (HeaderName::from_bytes(name.as_bytes()).ok()?, HeaderValue::from_str(code).ok()?)
                }
            })
        }
    };
}
pub(super) use framework_response;

/// What the layer restores in a response of this crate: a handler can replace the status and the `vary` header.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rendered {
    pub(super) http: u16,
    pub(super) varies: bool,
}

/// Writes the status and the headers of `error` into a new response, and marks it for the layer around it, if there is one. The
/// caller sets the body.
#[inline]
pub(crate) fn render(error: &ErrorResponse, response: &mut impl FrameworkResponse) {
    write_head(error, response);
    if error.is_in_layer() {
        response.mark(Rendered { http: error.http(), varies: error.vary().is_some() });
    }
}

#[inline]
pub(super) fn write_head(error: &ErrorResponse, response: &mut impl FrameworkResponse) {
    response.set_status(error.http());
    error.for_each_header(|header| write(header, response));
}

#[inline]
pub(super) fn write(header: Header, response: &mut impl FrameworkResponse) {
    match header {
        Header::Vary if response.values("vary").any(varies_by_accept) => {}
        Header::Vary => response.add(header),
        // A challenge of the framework or of the handler is more precise.
        Header::Challenge(_) if response.values("www-authenticate").next().is_some() => {}
        _ => response.set(header),
    }
}

/// Whether a `Vary` header contains `accept` or `*`: RFC 9110, section 12.5.5.
#[inline]
fn varies_by_accept(vary: &[u8]) -> bool {
    let mut names = vary.split(|byte| *byte == b',').map(<[u8]>::trim_ascii);
    // Nearly always, it is the only name.
    vary == b"accept" || names.any(|name| name == b"*" || name.eq_ignore_ascii_case(b"accept"))
}
