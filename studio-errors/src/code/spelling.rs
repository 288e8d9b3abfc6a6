//! Reads and writes the number of a code in the format of a catalog.

use super::CatalogFacts;

impl CatalogFacts {
    /// Returns the number of `code`, if the code has the format of this catalog.
    #[inline]
    #[must_use]
    pub fn number_of(&self, code: &str) -> Option<i64> {
        let text = code.strip_prefix(self.prefix)?.strip_prefix(self.separator)?;
        // Most numbers have four digits. With only `parse`, `from_code` takes more instructions than `num_enum`. The other case is a
        // separate function, so that this one is inlined.
        match text.as_bytes().first_chunk() {
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
fn number(text: &str, width: usize) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (is_negative, least) = (digits.len() < text.len(), width.max(1));
    // Only zero, and a number that is padded to the width, begin with 0. `parse` reads such numbers, and a plus sign.
    let is_spelled = match digits.as_bytes().first()? {
        b'0' => digits.len() == least && !is_negative,
        first => first.is_ascii_digit() && digits.len() >= least,
    };
    if is_spelled { text.parse().ok() } else { None }
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
