//! Reads and writes the bytes of one row.

use super::layout::body::{HEAD, HTTP, MESSAGE, STATUS, TAIL};
use super::layout::row::{self, LEN};

/// The number of bytes of a body after the message.
const AFTER_MESSAGE: usize = HTTP.len() + STATUS + TAIL.len();

/// Writes a number into the bytes of a row that begin at `at`.
// `try_from` is not available in a `const fn`. A value that does not fit would not compile: see the limits of the derive.
#[allow(clippy::cast_possible_truncation)]
pub(crate) const fn write<const BYTES: usize>(bytes: &mut [u8; LEN], at: usize, value: usize) {
    let mut i = 0;
    while i < BYTES {
        bytes[at + i] = (value >> (8 * i)) as u8;
        i += 1;
    }
}

/// One row, in the format of [`layout`](super::layout).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a>(pub(crate) &'a [u8; LEN]);

impl Row<'_> {
    #[inline]
    const fn u16_at<const AT: usize>(self) -> u16 {
        u16::from_le_bytes([self.0[AT], self.0[AT + 1]])
    }

    #[inline]
    const fn u32_at<const AT: usize>(self) -> u32 {
        u32::from_le_bytes([self.0[AT], self.0[AT + 1], self.0[AT + 2], self.0[AT + 3]])
    }

    /// The distance of the number from [`Table::first`](super::table::Table::first).
    #[inline]
    pub(crate) const fn distance(self) -> u32 {
        self.u32_at::<{ row::DISTANCE }>()
    }

    /// Where the texts of the row begin.
    #[inline]
    pub(crate) const fn start(self) -> usize {
        self.u32_at::<{ row::START }>() as usize
    }

    #[inline]
    pub(crate) const fn body_len(self) -> usize {
        self.u16_at::<{ row::BODY_LEN }>() as usize
    }

    #[inline]
    const fn description_len(self) -> usize {
        self.u16_at::<{ row::DESCRIPTION_LEN }>() as usize
    }

    /// The index in [`Table::categories`](super::table::Table::categories).
    #[inline]
    pub(crate) const fn category(self) -> usize {
        self.u16_at::<{ row::CATEGORY }>() as usize
    }

    /// The index in [`Table::published`](super::table::Table::published), starting at 1.
    #[inline]
    pub(crate) const fn published(self) -> usize {
        self.u16_at::<{ row::PUBLISHED }>() as usize
    }

    #[inline]
    pub(crate) const fn code_len(self) -> usize {
        self.0[row::CODE_LEN] as usize
    }

    #[inline]
    pub(crate) const fn http(self) -> u16 {
        match self.0[row::HTTP] {
            0 => 0,
            http => row::BELOW_HTTP + http as u16,
        }
    }

    #[inline]
    const fn has(self, flag: u8) -> bool {
        self.0[row::BITS] & flag != 0
    }

    #[inline]
    pub(crate) const fn retryable(self) -> u8 {
        self.0[row::BITS] >> row::RETRYABLE & 3
    }

    #[inline]
    pub(crate) const fn level(self) -> u8 {
        self.0[row::BITS] >> row::LEVEL
    }

    #[inline]
    pub(crate) const fn is_refused(self) -> bool {
        self.has(row::IS_REFUSED)
    }

    pub(crate) const fn name_is_stated(self) -> bool {
        self.has(row::NAME_IS_STATED)
    }

    /// Whether the published description and body replace those of the row.
    #[inline]
    pub(crate) const fn yields_description(self) -> bool {
        self.body_len() == 0 || self.has(row::IS_COMMENT)
    }

    /// Where the body begins, and its length.
    #[inline]
    pub(crate) const fn body(self) -> (usize, usize) {
        (self.start(), self.body_len())
    }

    #[inline]
    pub(crate) const fn code(self) -> (usize, usize) {
        (self.start() + HEAD.len(), self.code_len())
    }

    /// The start and the length of the escaped description in the body.
    #[inline]
    pub(crate) const fn message(self) -> (usize, usize) {
        let before = HEAD.len() + self.code_len() + MESSAGE.len();
        (self.start() + before, self.body_len().saturating_sub(before + AFTER_MESSAGE))
    }

    /// The start and the length of the description.
    #[inline]
    pub(crate) const fn description(self) -> (usize, usize) {
        if self.description_len() > 0 {
            (self.start() + self.body_len(), self.description_len())
        } else {
            self.message()
        }
    }

    #[inline]
    pub(crate) const fn name(self) -> (usize, usize) {
        (self.start() + self.body_len() + self.description_len(), self.0[row::NAME_LEN] as usize)
    }
}
