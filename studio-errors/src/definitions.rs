//! What the derive hands over, and the rows it becomes: all of it at compile time.
//!
//! `Written` is what the attributes of one variant say. `Definitions` sets it beside what the catalog says, judges each
//! row once, and builds the table that the type's `info()` looks up.

use crate::catalog::Catalog;
use crate::category::Category;
use crate::code::Code;
use crate::code_set::CodeList;
use crate::const_str::{Buffer, digits, equal};
use crate::info::ErrorInfo;
use crate::json;

/// One coded variant as it was written. What was not written is 0, or empty.
#[derive(Clone, Copy, Debug)]
pub struct Written {
    /// 0 where the number is missing or refused: such a row is never compared with anything.
    pub number: u16,
    /// The code under the prefix that the derive guessed from the name of the catalog.
    pub code: &'static str,
    /// The HTTP status.
    pub http: u16,
    /// `None` where the catalog has no such category.
    pub category: Option<&'static Category>,
    /// Stated, or made of the identifier.
    pub name: &'static str,
    /// Stated, or the first paragraph of the doc comment.
    pub description: &'static str,
    /// The description is a doc comment: a published one goes before it.
    pub remark: bool,
    /// What the client can do.
    pub resolution: &'static str,
    /// The wire format with `code`, `http` and `description` as above; `http` has three digits.
    pub json: &'static str,
}

/// What a row is worth, beside the catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Sound,
    /// Refused elsewhere: its number or its category is not known.
    Unknown,
    OutsideCategory,
    /// Published with another name and another http: the number belongs to somebody else.
    Taken,
    OtherName,
    OtherHttp,
    NoHttp,
}

/// The rows of one type beside the catalog, each judged.
#[derive(Debug)]
pub struct Definitions<const N: usize> {
    pub(crate) prefix: &'static str,
    pub(crate) categories: &'static [Category],
    pub(crate) catalog: CodeList,
    pub(crate) rows: [Written; N],
    /// The first so many rows have a number each, ascending; the others repeat one of them.
    pub(crate) distinct: usize,
    pub(crate) reserved: &'static [(u16, u16)],
    pub(crate) published: [Option<&'static ErrorInfo>; N],
    pub(crate) verdicts: [Verdict; N],
}

impl<const N: usize> Definitions<N> {
    /// Rows that are held to what the catalog publishes.
    #[must_use]
    pub const fn new<C: Catalog>(rows: [Written; N], distinct: usize, reserved: &'static [(u16, u16)]) -> Self {
        Self::beside::<C>(C::PUBLISHED, rows, distinct, reserved)
    }

    /// Rows that are what the catalog publishes: they are looked up nowhere, or the catalog would depend on itself.
    #[must_use]
    pub const fn publishing<C: Catalog>(rows: [Written; N], distinct: usize, reserved: &'static [(u16, u16)]) -> Self {
        Self::beside::<C>(CodeList::EMPTY, rows, distinct, reserved)
    }

    const fn beside<C: Catalog>(
        catalog: CodeList,
        rows: [Written; N],
        distinct: usize,
        reserved: &'static [(u16, u16)],
    ) -> Self {
        let mut published = [None; N];
        let mut verdicts = [Verdict::Sound; N];
        let mut i = 0;
        while i < N {
            if !catalog.is_empty() {
                published[i] = catalog.look_up(C::PREFIX, rows[i].number);
            }
            verdicts[i] = judge(&rows[i], published[i]);
            i += 1;
        }
        Self { prefix: C::PREFIX, categories: C::CATEGORIES, catalog, rows, distinct, reserved, published, verdicts }
    }

    /// How many bytes of text [`text`](Self::text) has to build.
    #[must_use]
    pub const fn text_len(&self) -> usize {
        let mut len = 0;
        let mut i = 0;
        while i < N {
            len += self.built_len(i);
            i += 1;
        }
        len
    }

    /// The wire formats that the derive could not write, one after another.
    #[must_use]
    pub const fn text<const LEN: usize>(&self) -> [u8; LEN] {
        let mut text = Buffer::<LEN>::new();
        let mut i = 0;
        while i < N {
            if self.built_len(i) > 0 {
                let row = &self.rows[i];
                let (_, message) = row.json.split_at(json::HEAD.len() + row.code.len());
                let (message, _) = message.split_at(message.len() - HTTP_AND_TAIL);
                text = text
                    .text(json::HEAD)
                    .text(self.prefix)
                    .text("_")
                    .number(row.number)
                    .text(message)
                    .number(self.http(i))
                    .text(json::TAIL);
            }
            i += 1;
        }
        text.into_bytes()
    }

    /// The table that the type looks its facts up in.
    #[must_use]
    pub const fn table(&self, text: &'static [u8]) -> [ErrorInfo; N] {
        let mut text = match core::str::from_utf8(text) {
            Ok(text) => text,
            Err(_) => "",
        };
        let mut table = [NOTHING; N];
        let mut i = 0;
        while i < N {
            let row = &self.rows[i];
            let built = self.built_len(i);
            let mut info = ErrorInfo {
                code: Code::new(row.number, row.code),
                http: self.http(i),
                category: match row.category {
                    Some(category) => category,
                    None => &NO_CATEGORY,
                },
                name: row.name,
                description: row.description,
                resolution: row.resolution,
                json: row.json,
            };
            if built > 0 {
                let (json, rest) = text.split_at(built);
                let (_, code) = json.split_at(json::HEAD.len());
                let (code, _) = code.split_at(self.prefix.len() + 1 + digits(row.number));
                info.code = Code::new(row.number, code);
                info.json = json;
                text = rest;
            }
            if let Some(published) = self.published[i] {
                if self.words_are_published(i) {
                    info.code = published.code;
                    info.description = published.description;
                    info.json = published.json;
                }
                if row.resolution.is_empty() {
                    info.resolution = published.resolution;
                }
            }
            // A row with a mistake is reported once, at the mistake: it must not disagree with anyone as well.
            if !matches!(self.verdicts[i], Verdict::Sound) {
                info.code = Code::new(0, info.code.as_str());
            }
            table[i] = info;
            i += 1;
        }
        table
    }

    /// The length of the wire format of row `i` where it must be built here; else 0.
    const fn built_len(&self, i: usize) -> usize {
        let row = &self.rows[i];
        if self.words_are_published(i) || row.http > 0 && self.guessed(row) {
            return 0;
        }
        row.json.len() - row.code.len() + self.prefix.len() + 1 + digits(row.number)
    }

    const fn words_are_published(&self, i: usize) -> bool {
        let row = &self.rows[i];
        self.published[i].is_some() && (row.remark || row.description.is_empty())
    }

    /// Whether the derive guessed the prefix of the catalog.
    const fn guessed(&self, row: &Written) -> bool {
        let len = row.code.len() - digits(row.number);
        len == self.prefix.len() + 1 && equal(self.prefix, row.code.split_at(len - 1).0)
    }

    const fn http(&self, i: usize) -> u16 {
        match self.published[i] {
            Some(published) if self.rows[i].http == 0 => published.http,
            _ if self.rows[i].http == 0 => 500,
            _ => self.rows[i].http,
        }
    }
}

const HTTP_AND_TAIL: usize = 3 + json::TAIL.len();

const NO_CATEGORY: Category = Category::new("", "", 0..=0);

const NOTHING: ErrorInfo = ErrorInfo {
    code: Code::new(0, ""),
    http: 500,
    category: &NO_CATEGORY,
    name: "",
    description: "",
    resolution: "",
    json: "",
};

const fn judge(row: &Written, published: Option<&ErrorInfo>) -> Verdict {
    let Some(category) = row.category else {
        return Verdict::Unknown;
    };
    if row.number == 0 {
        return Verdict::Unknown;
    }
    if !category.owns(row.number) {
        return Verdict::OutsideCategory;
    }
    let Some(published) = published else {
        return if row.http == 0 { Verdict::NoHttp } else { Verdict::Sound };
    };
    let same_http = row.http == 0 || row.http == published.http;
    match (same_http, equal(row.name, published.name)) {
        (true, true) => Verdict::Sound,
        (true, false) => Verdict::OtherName,
        (false, true) => Verdict::OtherHttp,
        (false, false) => Verdict::Taken,
    }
}
