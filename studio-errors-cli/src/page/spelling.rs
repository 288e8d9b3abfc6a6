//! The format of the codes of a catalog: the prefix, the separator and the width of the number.

use std::collections::BTreeMap;

/// The format of the codes of a catalog, such as `STUDIO_1601`, `E0042`, `ACME-7`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Spelling {
    pub(super) prefix: String,
    pub(super) separator: String,
    pub(super) width: usize,
}

/// The parts of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parts<'a> {
    pub(super) prefix: &'a str,
    pub(super) separator: &'a str,
    /// Without the sign.
    pub(super) digits: &'a str,
    pub(super) number: i64,
}

/// A hyphen, and the true minus sign. No other dash is a sign.
const MINUS: [&str; 2] = ["-", "−"];

/// The characters that a catalog allows in its separator.
const SEPARATORS: [char; 4] = ['_', '-', '.', ':'];

/// Parses a code. Returns the reason if it is invalid.
pub(super) fn split(code: &str) -> Result<Parts<'_>, String> {
    let rest = code.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &code[rest.len()..];
    if digits.is_empty() {
        return Err(if code.is_empty() {
            "the row has no code".into()
        } else {
            format!("`{code}` does not end in a number")
        });
    }
    let prefix = rest.trim_end_matches(|c: char| !c.is_alphanumeric());
    let separator = &rest[prefix.len()..];
    let is_negative = prefix.is_empty() && MINUS.contains(&separator);
    let (sign, separator) = if is_negative { ("-", "") } else { ("", separator) };
    let number = format!("{sign}{digits}").parse();
    let number = number.map_err(|_| format!("the number of `{code}` is not from {} to {}", i64::MIN, i64::MAX))?;
    if !prefix.is_empty() && !is_prefix(prefix) {
        if prefix.starts_with(|c: char| c.is_ascii_digit()) {
            return Err(format!(
                "the prefix of `{code}` begins with a digit; a prefix begins with a letter from `A` to `Z`"
            ));
        }
        return Err(format!(
            "the prefix of `{code}` does not consist of `A` to `Z`, digits and inner underscores, at most 32"
        ));
    }
    let is_separator = separator.len() <= 4 && separator.chars().all(|c| SEPARATORS.contains(&c));
    if !is_separator || prefix.is_empty() && !separator.is_empty() {
        return Err(format!(
            "`{code}` has the separator `{separator}`; a separator follows a prefix, and has at most four of `_`, `-`, `.` and `:`"
        ));
    }
    Ok(Parts { prefix, separator, digits, number })
}

/// The code with a hyphen as its sign.
pub(super) fn signed(code: &str) -> String {
    MINUS.iter().find_map(|minus| code.strip_prefix(minus)).map_or_else(|| code.into(), |digits| format!("-{digits}"))
}

/// Whether a catalog can have this prefix.
fn is_prefix(prefix: &str) -> bool {
    prefix.is_empty() || is_constant(prefix) && prefix.len() <= 32
}

/// Whether the text is a name in capital letters, such as `NOT_FOUND`.
pub(super) fn is_constant(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
}

impl Spelling {
    /// Returns the format of most of the codes.
    pub(super) fn of<'a>(codes: impl Iterator<Item = Parts<'a>> + Clone) -> Self {
        let mut by_spelling = BTreeMap::<_, usize>::new();
        for parts in codes.clone() {
            *by_spelling.entry((parts.prefix, parts.separator)).or_default() += 1;
        }
        let most = by_spelling.into_iter().max_by_key(|(_, count)| *count);
        let (prefix, separator) = most.map(|(spelling, _)| spelling).unwrap_or_default();
        let of_it = codes.filter(|parts| (parts.prefix, parts.separator) == (prefix, separator));
        // Only a leading zero shows that the catalog has a width.
        let mut by_width = BTreeMap::<usize, usize>::new();
        for parts in of_it.filter(|parts| parts.digits.len() > 1 && parts.digits.starts_with('0')) {
            *by_width.entry(parts.digits.len()).or_default() += 1;
        }
        let width = by_width.into_iter().max_by_key(|(_, count)| *count).map_or(0, |(width, _)| width);
        Self { prefix: prefix.into(), separator: separator.into(), width }
    }

    pub(super) fn code(&self, number: i64) -> String {
        format!("{}{}{number:0width$}", self.prefix, self.separator, width = self.width)
    }

    /// Checks that a code has this format. Returns the reason if it has not.
    pub(super) fn accepts(&self, parts: &Parts<'_>) -> Result<(), String> {
        let code = self.code(parts.number);
        let sign = if parts.number < 0 { "-" } else { "" };
        let written = format!("{}{}{sign}{}", parts.prefix, parts.separator, parts.digits);
        if code == written {
            return Ok(());
        }
        Err(if (parts.prefix, parts.separator) == (&*self.prefix, &*self.separator) {
            format!("`{written}` has another number of digits than the codes of this catalog, which writes `{code}`")
        } else {
            let number = parts.number.to_string();
            format!("`{written}` is not a code of this catalog, which writes number {number} as `{code}`")
        })
    }
}
