//! What a response becomes, for every framework: its status, its headers and its body.

use alloc::borrow::Cow;

use crate::ErrorResponse;
use crate::response::ErrorLayer;
use crate::text::constant::OF_THE_BODY;

/// A response of a framework.
pub(crate) trait FrameworkResponse {
    fn status(&self) -> u16;
    fn set_status(&mut self, status: u16);
    /// Each value of a header.
    fn values(&self, name: &'static str) -> impl Iterator<Item = &[u8]>;
    /// Replaces the values of a header.
    fn set(&mut self, name: &'static str, value: Cow<'static, str>);
    /// Adds a value to those of a header.
    fn add(&mut self, name: &'static str, value: Cow<'static, str>);
    fn remove(&mut self, name: &'static str);
    /// Marks a response of this crate inside the layer.
    fn mark(&mut self, rendered: Rendered);
    fn rendered(&self) -> Option<Rendered>;
}

/// What the layer restores in a response of this crate: a handler can replace the status and the `vary` header.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rendered {
    http: u16,
    vary: Option<&'static str>,
}

/// Writes the status and the headers of `error`. The caller sets the body.
pub(crate) fn write_head(error: &ErrorResponse, response: &mut impl FrameworkResponse) {
    response.set_status(error.http());
    for (name, value) in error.headers() {
        write(name, value, response);
    }
    if error.is_in_layer() {
        response.mark(Rendered { http: error.http(), vary: error.vary() });
    }
}

#[inline]
fn write(name: &'static str, value: Cow<'static, str>, response: &mut impl FrameworkResponse) {
    match name {
        "vary" => {
            if !response.values(name).any(|vary| lists(vary, value.as_bytes())) {
                response.add(name, value);
            }
        }
        // A challenge of the framework or of the handler is more precise.
        "www-authenticate" if response.values(name).next().is_some() => {}
        _ => response.set(name, value),
    }
}

impl ErrorLayer {
    /// Writes the status and the headers of a response that leaves the layer. Returns the error whose body replaces that of the
    /// response, if the framework created the response.
    pub(crate) fn finish(&self, response: &mut impl FrameworkResponse) -> Option<ErrorResponse> {
        if let Some(Rendered { http, vary }) = response.rendered() {
            response.set_status(http);
            if let Some(vary) = vary {
                write("vary", vary.into(), response);
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

/// Whether a `Vary` header contains `name` or `*`: RFC 9110, section 12.5.5.
#[inline]
fn lists(vary: &[u8], name: &[u8]) -> bool {
    // Nearly always, it is the only name.
    vary == name
        || vary
            .split(|byte| *byte == b',')
            .map(<[u8]>::trim_ascii)
            .any(|listed| listed == b"*" || listed.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accept_is_found_in_a_list_of_headers() {
        for (vary, found) in
            [("accept", true), ("Origin, Accept", true), ("*", true), ("accept-encoding", false), ("", false)]
        {
            assert_eq!(lists(vary.as_bytes(), b"accept"), found, "{vary}");
        }
    }
}
