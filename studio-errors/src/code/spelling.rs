//! Reads and writes the number of a code in the format of a catalog.

use super::CatalogFacts;

impl CatalogFacts {
    /// Returns the number of `code`, if the code has the format of this catalog.
    #[inline]
    #[must_use]
    pub fn number_of(&self, code: &str) -> Option<i64> {
        let text = code.strip_prefix(self.prefix)?.strip_prefix(self.separator)?.as_bytes();
        let (digits, is_negative) = match text {
            [b'-', digits @ ..] => (digits, true),
            digits => (digits, false),
        };
        let least = self.width.max(1);
        let first = *digits.first()?;
        // Only zero, and a number that is padded to the width, begin with 0.
        if digits.len() < least || first == b'0' && (digits.len() > least || is_negative) {
            return None;
        }
        // A negative number has one value more than a positive one.
        let mut number = 0_i64;
        for byte in digits {
            let digit = byte.wrapping_sub(b'0');
            if digit > 9 {
                return None;
            }
            number = number.checked_mul(10)?.checked_sub(digit.into())?;
        }
        if is_negative { Some(number) } else { number.checked_neg() }
    }

    /// Returns the code with this number. The number can be one that no code has.
    #[cfg(feature = "details")]
    pub(crate) fn spelled(&self, number: i64) -> alloc::string::String {
        alloc::format!("{}{}{number:0width$}", self.prefix, self.separator, width = self.width)
    }
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
