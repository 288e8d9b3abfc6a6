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
