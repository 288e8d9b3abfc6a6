//! Reads the number of a code in the format of a catalog.

use super::CatalogFacts;

impl CatalogFacts {
    /// Returns the number of `code`, if the code has the format of this catalog.
    #[inline]
    #[must_use]
    pub fn number_of(&self, code: &str) -> Option<u32> {
        let digits = code.strip_prefix(self.prefix)?.strip_prefix(self.separator)?.as_bytes();
        // Most numbers have four digits. The other case is a separate function, so that this one is inlined.
        match digits.first_chunk() {
            Some(four) if digits.len() == 4 && four[0] != b'0' && self.width <= 4 => four_digits(*four),
            _ => number(digits, self.width),
        }
    }
}

#[inline(never)]
fn number(digits: &[u8], width: usize) -> Option<u32> {
    let least = width.max(1);
    // No number of a `u32` has more than ten digits, and only a number that is padded to the width begins with 0.
    if digits.len() < least || digits.len() > 10 || digits.len() > least && digits.first() == Some(&b'0') {
        return None;
    }
    let (mut number, rest) = match digits.split_first_chunk() {
        Some((four, rest)) => (four_digits(*four)?, rest),
        None => (0, digits),
    };
    for byte in rest {
        let digit = u32::from(*byte).wrapping_sub(u32::from(b'0'));
        if digit > 9 {
            return None;
        }
        number = number.checked_mul(10)?.checked_add(digit)?;
    }
    Some(number)
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
            ("STUDIO_4294967295", Some(u32::MAX)),
            ("STUDIO_4294967296", None),
            ("STUDIO_10000000000", None),
            ("STUDIO_01601", None),
            ("STUDIO_00", None),
            ("STUDIO1601", None),
            ("STUDIO_", None),
            ("STUDIO_WEST_7", None),
            ("_1601", None),
            ("1601", None),
            ("STUDIO_16O1", None),
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
