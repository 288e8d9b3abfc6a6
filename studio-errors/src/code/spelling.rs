//! Reads and writes the number of a code in the format of a catalog.

use super::CatalogFacts;
use crate::text::constant::MOST_DIGITS;

impl CatalogFacts {
    /// Returns the number of `code`, if the code has the format of this catalog.
    #[inline]
    #[must_use]
    pub fn number_of(&self, code: &str) -> Option<i64> {
        let text = code.strip_prefix(self.prefix)?.strip_prefix(self.separator)?.as_bytes();
        // Most numbers have four digits. With only a loop, `from_code` takes more instructions than `num_enum`. The other case is a
        // separate function, so that this one is inlined.
        match text.first_chunk() {
            Some(four) if text.len() == 4 && four[0] > b'0' && self.width <= 4 => four_digits(*four).map(i64::from),
            _ => number(text, self.width),
        }
    }

    /// Returns the code with this number. The number can be one that no code has.
    #[cfg(feature = "details")]
    pub(crate) fn spelled(&self, number: i64) -> alloc::string::String {
        alloc::format!("{}{}{number:0width$}", self.prefix, self.separator, width = self.width)
    }
}

#[inline(never)]
fn number(text: &[u8], width: usize) -> Option<i64> {
    let (digits, is_negative) = match text {
        [b'-', digits @ ..] => (digits, true),
        digits => (digits, false),
    };
    let least = width.max(1);
    // Only zero, and a number that is padded to the width, begin with 0.
    let begins_with_zero = *digits.first()? == b'0';
    if digits.len() < least || digits.len() > MOST_DIGITS || begins_with_zero && (digits.len() > least || is_negative) {
        return None;
    }
    let (mut number, rest) = match digits.split_first_chunk() {
        Some((four, rest)) => (four_digits(*four)?.into(), rest),
        None => (0, digits),
    };
    // This number of digits fits in a `u64`.
    for byte in rest {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        number = number * 10 + u64::from(digit);
    }
    if is_negative { 0_i64.checked_sub_unsigned(number) } else { number.try_into().ok() }
}

/// The number that four digits write, all of them read at once.
#[inline]
fn four_digits(text: [u8; 4]) -> Option<u32> {
    let text = u32::from_le_bytes(text);
    // The upper half of a digit is 3, also after 6 is added to it.
    if text & 0xf0f0_f0f0 != 0x3030_3030 || text.wrapping_add(0x0606_0606) & 0xf0f0_f0f0 != 0x3030_3030 {
        return None;
    }
    let digits = text & 0x0f0f_0f0f;
    // The first digit is in the lowest byte. Now the lowest byte is the first pair, and the third byte is the second.
    let pairs = digits * 10 + (digits >> 8);
    Some((pairs & 0xff) * 100 + (pairs >> 16 & 0xff))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(prefix: &'static str, separator: &'static str, width: usize) -> CatalogFacts {
        CatalogFacts { prefix, separator, width, ..*CatalogFacts::NONE }
    }

    #[test]
    fn a_number_is_read_after_the_prefix_and_the_separator() {
        let studio = facts("STUDIO", "_", 0);
        for (code, number) in [
            ("STUDIO_1601", Some(1601)),
            ("STUDIO_0", Some(0)),
            ("STUDIO_9223372036854775807", Some(i64::MAX)),
            ("STUDIO_9223372036854775808", None),
            ("STUDIO_10000000000000000000", None),
            ("STUDIO_01601", None),
            ("STUDIO_00", None),
            ("STUDIO1601", None),
            ("STUDIO_", None),
            ("STUDIO_WEST_7", None),
            ("_1601", None),
            ("1601", None),
            ("STUDIO_16O1", None),
            ("STUDIO_+1601", None),
            ("", None),
            ("é1", None),
        ] {
            assert_eq!(studio.number_of(code), number, "{code}");
        }
    }

    #[test]
    fn four_digits_are_read_as_they_are_written() {
        for number in 0..10_000 {
            let text = alloc::format!("{number:04}");
            assert_eq!(four_digits(text.as_bytes().try_into().unwrap()), Some(number));
        }
        for at in 0..4 {
            for byte in (0..=u8::MAX).filter(|byte| !byte.is_ascii_digit()) {
                let mut text = *b"1601";
                text[at] = byte;
                assert_eq!(four_digits(text), None, "{text:?}");
            }
        }
    }

    #[test]
    fn a_negative_number_is_read_with_its_sign() {
        let bare = facts("", "", 0);
        for (code, number) in [
            ("-32700", Some(-32700)),
            ("-1", Some(-1)),
            ("-9223372036854775808", Some(i64::MIN)),
            ("-9223372036854775809", None),
            ("-0", None),
            ("-01", None),
            ("--1", None),
            ("+1", None),
            ("-", None),
            ("\u{2212}1", None),
        ] {
            assert_eq!(bare.number_of(code), number, "{code}");
        }
    }

    #[test]
    fn each_catalog_has_its_own_spelling() {
        for (catalog, code, is_of) in [
            (facts("HE", "_", 2), "HE_04", true),
            (facts("HE", "_", 2), "HE_4", false),
            (facts("HE", "_", 2), "HE_004", false),
            (facts("HE", "_", 2), "HE_123", true),
            (facts("", "", 0), "10001", true),
            (facts("", "", 0), "E10001", false),
            (facts("E", "", 0), "E404", true),
            (facts("A", "-", 0), "A-7", true),
            (facts("A", "-", 0), "A_7", false),
            (facts("ACME", "_", 0), "ACME_WEST_7", false),
            (facts("ACME_WEST", "_", 0), "ACME_WEST_7", true),
        ] {
            assert_eq!(catalog.number_of(code).is_some(), is_of, "{code}");
        }
    }
}
