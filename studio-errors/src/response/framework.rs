//! What a response becomes, for every framework: its status, its headers and its body.

use crate::ErrorResponse;
use crate::response::ErrorLayer;
use crate::response::header::Header;
use crate::text::constant::OF_THE_BODY;

/// A response of a framework.
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

/// What the layer restores in a response of this crate: a handler can replace the status and the `vary` header.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rendered {
    pub(crate) http: u16,
    pub(crate) varies: bool,
}

/// Writes the status and the headers of `error`. The caller sets the body.
#[inline]
pub(crate) fn write_head(error: &ErrorResponse, response: &mut impl FrameworkResponse) {
    response.set_status(error.http());
    error.for_each_header(|header| write(header, response));
}

/// Marks the response of an error for the layer around it, if there is one.
#[inline]
pub(crate) fn mark(error: &ErrorResponse, response: &mut impl FrameworkResponse) {
    if error.is_in_layer() {
        response.mark(Rendered { http: error.http(), varies: error.vary().is_some() });
    }
}

#[inline]
fn write(header: Header, response: &mut impl FrameworkResponse) {
    match header {
        Header::Vary => {
            if !response.values(header.name()).any(varies_by_accept) {
                response.add(header);
            }
        }
        // A challenge of the framework or of the handler is more precise.
        Header::Challenge(_) if response.values(header.name()).next().is_some() => {}
        _ => response.set(header),
    }
}

impl ErrorLayer {
    /// Writes the status and the headers of a response that leaves the layer. Returns the error whose body replaces that of the
    /// response, if the framework created the response.
    pub(crate) fn finish(&self, response: &mut impl FrameworkResponse) -> Option<ErrorResponse> {
        if let Some(Rendered { http, varies }) = response.rendered() {
            response.set_status(http);
            if varies {
                write(Header::Vary, response);
            }
            return None;
        }
        let status = response.status();
        let mut error = self.replacement(status, response.values("content-type").next())?;
        error.set_current_request();
        // The `content-range` of a 416 is the length of what the client asked for: RFC 9110, section 15.5.17.
        for name in OF_THE_BODY.into_iter().filter(|name| (*name, status) != ("content-range", 416)) {
            response.remove(name);
        }
        write_head(&error, response);
        Some(error)
    }
}

/// Whether a `Vary` header contains `accept` or `*`: RFC 9110, section 12.5.5.
#[inline]
fn varies_by_accept(vary: &[u8]) -> bool {
    // Nearly always, it is the only name.
    vary == b"accept"
        || vary
            .split(|byte| *byte == b',')
            .map(<[u8]>::trim_ascii)
            .any(|name| name == b"*" || name.eq_ignore_ascii_case(b"accept"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accept_is_found_in_a_list_of_headers() {
        for (vary, found) in
            [("accept", true), ("Origin, Accept", true), ("*", true), ("accept-encoding", false), ("", false)]
        {
            assert_eq!(varies_by_accept(vary.as_bytes()), found, "{vary}");
        }
    }
}
