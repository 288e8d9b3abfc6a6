//! The codes that a type can report.

use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::sync::Arc;
use core::fmt;
use core::ops::RangeInclusive;

use crate::code::Code;
use crate::const_str::{equal, parts};
use crate::info::ErrorInfo;

/// A type that knows every code it can report. The derive implements it.
///
/// ```
/// use studio_errors::{catalog::QuotaError, CodeSet};
///
/// let mut names = QuotaError::CODES.iter().map(|info| info.name);
/// assert_eq!(names.next(), Some("RATE_LIMIT_EXCEEDED"));
/// assert!(names.any(|name| name == "INSUFFICIENT_CREDITS"));
/// ```
#[diagnostic::on_unimplemented(
    message = "the error codes of `{Self}` are not known",
    label = "not a `CodeSet`",
    note = "add `#[derive(StudioErrorCode)]` to `{Self}`"
)]
pub trait CodeSet {
    /// Every code that the type can report, nested ones included.
    const CODES: CodeList;
}

/// Joins the codes of several types into one [`CodeSet`]: everything that a service can report.
///
/// The parts may be types of any crate, sets among them, and of any catalog. A code that two parts report is the same code
/// where its name, http and category are the same; where they are not, the set does not compile, and the compiler names
/// both parts. Nor does it where one part holds a number that another one has reserved. A part that is listed twice counts
/// once.
///
/// ```
/// use studio_errors::catalog::{AuthenticationError, RenderError};
/// use studio_errors::{CodeSet, StudioErrorCode, code_set};
///
/// #[derive(StudioErrorCode)]
/// #[studio(category = "quota")]
/// enum WalletError {
///     #[studio(code = 1601)]
///     InsufficientCredits,
/// }
///
/// code_set! {
///     /// Every code that the billing service answers with.
///     pub BillingErrors: WalletError, AuthenticationError, RenderError
/// }
///
/// assert_eq!(BillingErrors::CODES.get("STUDIO_1601").unwrap().name, "INSUFFICIENT_CREDITS");
/// ```
///
/// The set is a unit struct, `Clone`, `Copy` and `Debug`, with the visibility and the attributes that it is given; where it
/// has no documentation of its own, the documentation lists the parts. With `#[studio(utoipa)]` before it (feature `utoipa`)
/// a path can name it for all its failures.
///
/// ```compile_fail
/// # use studio_errors::{StudioErrorCode, code_set};
/// #[derive(StudioErrorCode)]
/// #[studio(category = "quota")]
/// enum TopUpError {
///     #[studio(code = 1650, http = 409, description = "this top-up was made already")]
///     MadeAlready,
/// }
///
/// #[derive(StudioErrorCode)]
/// #[studio(category = "quota")]
/// enum RefundError {
///     #[studio(code = 1650, http = 404, description = "there is nothing to refund")]
///     NothingToRefund,
/// }
///
/// // error: `STUDIO_1650` is two different errors: `MADE_ALREADY` (http 409, `quota`) in `TopUpError`,
/// //        `NOTHING_TO_REFUND` (http 404, `quota`) in `RefundError`
/// code_set! { pub BillingErrors: TopUpError, RefundError }
/// ```
#[macro_export]
macro_rules! code_set {
    ($($set:tt)*) => {
        $crate::__private::code_set! { $crate; $($set)* }
    };
}

macro_rules! forward {
    ($($pointer:ty),+) => {$(
        impl<T: CodeSet> CodeSet for $pointer {
            const CODES: CodeList = T::CODES;
        }
    )+};
}

forward!(&T, &mut T, Box<T>, Rc<T>, Arc<T>);

/// A list of codes, built at compile time: each once, ordered by prefix and number, which puts each category together.
///
/// ```
/// use studio_errors::{catalog::StudioError, CodeSet};
///
/// let info = StudioError::CODES.get("STUDIO_1601").unwrap();
/// assert_eq!(info.name, "INSUFFICIENT_CREDITS");
/// assert!(StudioError::CODES.get("STUDIO_9999").is_none());
/// ```
// A tree rather than one array: the list of a generic type cannot have a length that depends on its parameters.
#[derive(Clone, Copy)]
pub struct CodeList {
    /// Ordered by number, each number once, all of one prefix.
    own: &'static [ErrorInfo],
    reserved: Reserved,
    nested: &'static [CodeList],
}

/// The numbers that no code may have.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reserved {
    /// The catalog of these numbers, and of the codes beside them.
    pub(crate) prefix: &'static str,
    /// First and last of each range.
    pub(crate) ranges: &'static [(u16, u16)],
}

impl Reserved {
    pub(crate) const NOTHING: Self = Self { prefix: "", ranges: &[] };
}

impl CodeList {
    pub(crate) const EMPTY: Self = Self::new(&[], Reserved::NOTHING, &[]);

    pub(crate) const fn new(own: &'static [ErrorInfo], reserved: Reserved, nested: &'static [CodeList]) -> Self {
        Self { own, reserved, nested }
    }

    /// Together with the codes of nested types.
    #[doc(hidden)]
    #[must_use]
    pub const fn and(self, nested: &'static [CodeList]) -> Self {
        Self { nested, ..self }
    }

    /// Everything that is known of each code, each once, in order.
    pub fn iter(&self) -> impl Iterator<Item = &'static ErrorInfo> + Clone + fmt::Debug + use<> {
        Iter { list: *self, last: None }
    }

    /// What is known of `code`, such as `"STUDIO_1601"`.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&'static ErrorInfo> {
        let (_, number) = parts(code)?;
        self.find(number, code)
    }

    /// The numbers that no code may have, each range with the prefix of its catalog: those of nested types included, as
    /// often as they are stated, in no order.
    ///
    /// ```
    /// use studio_errors::{CodeSet, StudioErrorCode};
    ///
    /// #[derive(StudioErrorCode)]
    /// #[studio(category = "quota", reserved(1604, 1610..=1619))]
    /// enum WalletError {
    ///     #[studio(code = 1601)]
    ///     InsufficientCredits,
    /// }
    ///
    /// let reserved: Vec<_> = WalletError::CODES.reserved().collect();
    /// assert_eq!(reserved, [("STUDIO", 1604..=1604), ("STUDIO", 1610..=1619)]);
    /// ```
    pub fn reserved(&self) -> impl Iterator<Item = (&'static str, RangeInclusive<u16>)> {
        let own = self.reserved.ranges.iter().map(|(first, last)| (self.reserved.prefix, *first..=*last));
        let nested: Box<dyn Iterator<Item = _>> = Box::new(self.nested.iter().flat_map(Self::reserved));
        own.chain(nested)
    }

    fn find(&self, number: u16, code: &str) -> Option<&'static ErrorInfo> {
        self.numbered(number)
            .filter(|info| info.code == *code)
            .or_else(|| self.nested.iter().find_map(|list| list.find(number, code)))
    }

    /// The row of this list's own that has `number`.
    const fn numbered(&self, number: u16) -> Option<&'static ErrorInfo> {
        let mut rows = self.own;
        // Codes are numbered in runs, so the place in proportion is the right one, or near. Every other step halves, so that
        // no catalog costs more than twice the halving.
        let mut in_proportion = true;
        while let (Some(first), Some(last)) = (rows.first(), rows.last()) {
            let (low, high) = (first.code.number(), last.code.number());
            if number < low || high < number {
                return None;
            }
            let place = if in_proportion && low < high {
                (number - low) as usize * (rows.len() - 1) / (high - low) as usize
            } else {
                rows.len() / 2
            };
            let found = rows[place].code.number();
            if found == number {
                return Some(&rows[place]);
            }
            rows = if found < number { rows.split_at(place + 1).1 } else { rows.split_at(place).0 };
            in_proportion = !in_proportion;
        }
        None
    }

    /// The next row after `last`, in order.
    fn after(&self, last: Option<Code>) -> Option<&'static ErrorInfo> {
        let from = last.map_or(0, |last| self.own.partition_point(|info| info.code <= last));
        let nested = self.nested.iter().filter_map(|list| list.after(last));
        self.own.get(from).into_iter().chain(nested).min_by_key(|info| info.code)
    }
}

/// At compile time, for the checks.
impl CodeList {
    pub(crate) const fn is_empty(&self) -> bool {
        self.own.is_empty() && self.nested.is_empty()
    }

    /// [`get`](Self::get) by prefix and number.
    pub(crate) const fn look_up(&self, prefix: &str, number: u16) -> Option<&'static ErrorInfo> {
        if let Some(info) = self.numbered(number)
            && has_prefix(info.code, prefix)
        {
            return Some(info);
        }
        let mut i = 0;
        while i < self.nested.len() {
            if let Some(info) = self.nested[i].look_up(prefix, number) {
                return Some(info);
            }
            i += 1;
        }
        None
    }

    /// [`get`](Self::get) by code.
    pub(crate) const fn find_const(&self, code: Code) -> Option<&'static ErrorInfo> {
        if let Some(info) = self.numbered(code.number())
            && info.code.equals(code)
        {
            return Some(info);
        }
        let mut i = 0;
        while i < self.nested.len() {
            if let Some(info) = self.nested[i].find_const(code) {
                return Some(info);
            }
            i += 1;
        }
        None
    }

    pub(crate) const fn own(&self) -> &'static [ErrorInfo] {
        self.own
    }

    /// The numbers that this list itself reserves, without those nested.
    pub(crate) const fn reserved_own(&self) -> Reserved {
        self.reserved
    }

    /// Whether it reserves any number, nested lists included.
    pub(crate) const fn reserves(&self) -> bool {
        let mut i = 0;
        while i < self.nested.len() {
            if self.nested[i].reserves() {
                return true;
            }
            i += 1;
        }
        !self.reserved.ranges.is_empty()
    }

    /// The first code of catalog `prefix` whose number is in `range`, both ends included.
    pub(crate) const fn first_within(&self, prefix: &str, range: (u16, u16)) -> Option<&'static ErrorInfo> {
        if equal(self.reserved.prefix, prefix) {
            let (mut from, mut to) = (0, self.own.len());
            while from < to {
                let middle = usize::midpoint(from, to);
                if self.own[middle].code.number() < range.0 {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            if from < self.own.len() && self.own[from].code.number() <= range.1 && self.own[from].code.number() > 0 {
                return Some(&self.own[from]);
            }
        }
        let mut i = 0;
        while i < self.nested.len() {
            let found = self.nested[i].first_within(prefix, range);
            if found.is_some() {
                return found;
            }
            i += 1;
        }
        None
    }

    pub(crate) const fn nested(&self) -> &'static [CodeList] {
        self.nested
    }
}

const fn has_prefix(code: Code, prefix: &str) -> bool {
    let (code, prefix) = (code.as_str().as_bytes(), prefix.as_bytes());
    if code.len() <= prefix.len() || code[prefix.len()] != b'_' {
        return false;
    }
    let mut i = 0;
    while i < prefix.len() {
        if code[i] != prefix[i] {
            return false;
        }
        i += 1;
    }
    true
}

impl fmt::Debug for CodeList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(|info| info.code)).finish()
    }
}

#[derive(Clone, Debug)]
struct Iter {
    list: CodeList,
    last: Option<Code>,
}

impl Iterator for Iter {
    type Item = &'static ErrorInfo;

    fn next(&mut self) -> Option<Self::Item> {
        let next = self.list.after(self.last)?;
        self.last = Some(next.code);
        Some(next)
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::vec::Vec;

    use super::*;
    use crate::catalog::{Catalog, QuotaError, Studio, StudioError};
    use crate::category::Category;

    const QUOTA: &Category = &Studio::CATEGORIES[6];

    const fn info(number: u16, text: &'static str) -> ErrorInfo {
        ErrorInfo {
            code: Code::new(number, text),
            http: 402,
            category: QUOTA,
            name: "",
            description: "",
            resolution: "",
            json: "",
        }
    }

    const A: &[ErrorInfo] =
        &[info(3, "A_3"), info(5, "A_5"), info(6, "A_6"), info(900, "A_900"), info(65535, "A_65535")];
    const OF_A: Reserved = Reserved { prefix: "A", ranges: &[] };
    const LIST: CodeList = CodeList::new(A, OF_A, &[]);
    const B: CodeList =
        CodeList::new(&[info(4, "B_4"), info(5, "B_5")], Reserved { prefix: "B", ranges: &[(7, 8)] }, &[]);
    const BOTH: CodeList = CodeList::new(A, OF_A, &[CodeList::EMPTY, B]);

    #[test]
    fn a_row_is_found_by_its_number_and_no_other() {
        for list in [LIST, CodeList::new(&A[..1], OF_A, &[]), CodeList::new(&A[..2], OF_A, &[]), CodeList::EMPTY] {
            for number in 0..=u16::MAX {
                let there = list.own.iter().find(|info| info.code.number() == number);
                assert_eq!(list.numbered(number), there, "{number} in {list:?}");
            }
        }
        for info in StudioError::CODES.iter() {
            assert_eq!(StudioError::CODES.get(info.code.as_str()), Some(info));
        }
    }

    #[test]
    fn both_ways_to_look_a_code_up_agree() {
        for (prefix, number, there) in [
            ("A", 3, true),
            ("A", 4, false),
            ("B", 4, true),
            ("B", 5, true),
            ("B", 3, false),
            ("C", 3, false),
            ("", 3, false),
        ] {
            let text: &'static str = format!("{prefix}_{number}").leak();
            let code = Code::new(number, text);
            let found = BOTH.look_up(prefix, number);
            assert_eq!(found.map(|info| info.code), there.then_some(code), "{code}");
            assert_eq!((BOTH.find_const(code), BOTH.get(text)), (found, found), "{code}");
        }
        // Neither half of a prefix, nor more than it.
        let odd = CodeList::new(const { &[info(1, "AB_1")] }, OF_A, &[]);
        for prefix in ["A", "B", "AC", "XB", "AB_", "AB_1", "AB_1_", "ABC", ""] {
            assert_eq!(odd.look_up(prefix, 1), None, "{prefix}");
        }
        assert!(odd.look_up("AB", 1).is_some());
    }

    #[test]
    fn what_is_reserved_is_known_of_nested_lists_too() {
        assert!(B.reserves() && BOTH.reserves() && CodeList::new(&[], OF_A, &[LIST, BOTH]).reserves());
        assert!(!LIST.reserves() && !CodeList::new(&[], OF_A, &[LIST, LIST]).reserves());
        assert!(CodeList::EMPTY.is_empty() && CodeList::new(&[], B.reserved, &[]).is_empty());
        assert!(!LIST.is_empty() && !CodeList::new(&[], OF_A, &[LIST]).is_empty());
        assert_eq!(BOTH.reserved().collect::<Vec<_>>(), [("B", 7..=8)]);
    }

    #[test]
    fn the_first_code_of_a_range_is_found_in_its_catalog() {
        let first = |prefix, range| BOTH.first_within(prefix, range).map(|info| info.code.as_str());
        for (prefix, range, expected) in [
            ("A", (0, 65535), Some("A_3")),
            ("A", (4, 4), None),
            ("A", (3, 3), Some("A_3")),
            ("A", (4, 5), Some("A_5")),
            ("A", (6, 899), Some("A_6")),
            ("A", (7, 900), Some("A_900")),
            ("A", (901, 65534), None),
            ("A", (901, 65535), Some("A_65535")),
            ("B", (5, 9), Some("B_5")),
            ("B", (6, 9), None),
            ("C", (0, 65535), None),
        ] {
            assert_eq!(first(prefix, range), expected, "{prefix} {range:?}");
        }
        // A code with a mistake has no number.
        let mistaken = CodeList::new(const { &[info(0, "A_7")] }, OF_A, &[]);
        assert_eq!(mistaken.first_within("A", (0, 9)), None);
    }

    #[test]
    fn a_list_takes_others_in_and_shows_its_codes_in_order() {
        assert_eq!(format!("{:?}", LIST.and(const { &[B] })), "[A_3, A_5, A_6, A_900, A_65535, B_4, B_5]");
        assert_eq!(format!("{B:?}"), "[B_4, B_5]");
        assert_eq!(QuotaError::CODES.iter().count(), 4);
    }
}
