//! A parsed code: the text before the number, the number, and the number of digits.

use core::fmt;

use super::CatalogFacts;
use crate::text::constant::digits;

/// A parsed code. It is parsed once, for the lookup in all nested types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spelling<'a> {
    head: &'a str,
    number: u32,
    digits: usize,
}

impl<'a> Spelling<'a> {
    /// Parses `code`. Returns `None` if it does not end in a number that fits in a `u32`.
    #[inline]
    #[must_use]
    pub fn read(code: &'a str) -> Option<Self> {
        let (mut number, mut place, mut len) = (0_u64, 1_u64, 0);
        for byte in code.bytes().rev() {
            let digit = byte.wrapping_sub(b'0');
            if digit > 9 {
                break;
            }
            if len == 10 {
                return None;
            }
            number += u64::from(digit) * place;
            place *= 10;
            len += 1;
        }
        if len == 0 {
            return None;
        }
        Some(Self { head: code.get(..code.len() - len)?, number: u32::try_from(number).ok()?, digits: len })
    }

    /// The number.
    #[inline]
    #[must_use]
    pub fn number(&self) -> u32 {
        self.number
    }

    /// Whether the code has the format of `catalog`.
    #[inline]
    #[must_use]
    pub fn is_of(&self, catalog: &CatalogFacts) -> bool {
        self.head.strip_prefix(catalog.prefix) == Some(catalog.separator)
            && self.digits == digits(self.number).max(catalog.width)
    }
}

/// The text that was parsed.
impl fmt::Display for Spelling<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:0width$}", self.head, self.number, width = self.digits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(prefix: &'static str, separator: &'static str, width: usize) -> CatalogFacts {
        CatalogFacts { prefix, separator, width, ..*CatalogFacts::NONE }
    }

    #[test]
    fn a_code_is_split_at_its_number() {
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
            let read = Spelling::read(code).filter(|code| code.is_of(&studio));
            assert_eq!(read.map(|code| code.number()), number, "{code}");
        }
    }

    #[test]
    fn each_catalog_accepts_only_its_own_format() {
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
            let read = Spelling::read(code).expect("it ends in a number");
            assert_eq!(read.is_of(&catalog), is_of, "{code}");
        }
    }
}
