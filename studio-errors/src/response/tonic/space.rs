//! The size limit of the trailers.

use alloc::string::String;

/// The size of the trailers that every client accepts: the [specification of gRPC over
/// HTTP/2](https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md#responses) suggests this limit.
const LIMIT: usize = 8 * 1024;
/// All fields except the texts: their names, `content-type`, `date`, and 32 bytes for each field (RFC 9113, section 6.5.2).
const FIELDS: usize = 512;
/// The part of the trailers that the message can use.
const MESSAGE: usize = LIMIT / 2;
/// The bytes in protobuf before a text or a message: its tag and its length.
const HEAD: usize = 3;
/// The bytes of a detail in protobuf without its texts: the longest type URL, and the tags and lengths around it.
const DETAIL: usize = 64;

/// The number of bytes that the trailers still have for texts.
#[derive(Debug)]
pub(super) struct Space(usize);

impl Space {
    pub(super) fn new() -> Self {
        Self(LIMIT - FIELDS)
    }

    /// Returns the message. A message that is too long is truncated, and ends with `…`.
    pub(super) fn message(&mut self, text: &str) -> String {
        let mut used = 0;
        for (at, char) in text.char_indices() {
            // The message is in two trailers: percent-encoded in one, and in the protobuf in Base64 in the other.
            let encoded = if char.is_ascii_alphanumeric() { 1 } else { 3 * char.len_utf8() };
            let cost = encoded + 2 * char.len_utf8();
            if used + cost > MESSAGE {
                self.0 -= used;
                return [text.get(..at).unwrap_or_default(), "…"].concat();
            }
            used += cost;
        }
        self.0 -= used;
        text.into()
    }

    /// Reserves space for a detail with these texts. Returns whether it fits.
    pub(super) fn detail(&mut self, texts: &[&str]) -> bool {
        self.take(DETAIL, texts)
    }

    /// Reserves space for one entry of a detail. Returns whether it fits.
    pub(super) fn entry(&mut self, texts: &[&str]) -> bool {
        self.take(HEAD, texts)
    }

    fn take(&mut self, head: usize, texts: &[&str]) -> bool {
        let protobuf = texts.iter().fold(head, |sum, text| sum.saturating_add(text.len()).saturating_add(HEAD));
        // Base64 writes 3 bytes as 4.
        let size = protobuf.saturating_add(protobuf / 3 + 1);
        let rest = self.0.checked_sub(size);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }
}
