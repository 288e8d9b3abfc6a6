//! What the derive hands over, and the rows it becomes: all of it at compile time.
//!
//! `Written` is what the attributes of one variant say. `Definitions` sets it beside what the catalog says, judges each
//! row once, and builds the table that the type's `info()` looks up.

#[cfg(test)]
mod tests;

use crate::code::Catalog;
use crate::code::Category;
use crate::code::Code;
use crate::code::{CodeList, Reserved};
use crate::code::{ErrorInfo, Row};
use crate::text::constant::{Buffer, digits, equal};
use crate::wire::json;

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

/// A row beside the catalog.
#[derive(Clone, Copy, Debug)]
pub struct Judged {
    pub(crate) verdict: Verdict,
    pub(crate) published: Option<ErrorInfo>,
}

impl Judged {
    /// Each row beside what is published of the catalog `C`.
    #[must_use]
    pub const fn rows<C: Catalog, const N: usize>(rows: &[Written; N], published: CodeList) -> [Self; N] {
        let mut judged = [Self { verdict: Verdict::Sound, published: None }; N];
        let looks_up = !published.is_empty();
        // This loop, and that of `table`, is much of what a variant costs the compiler: no call that can be spared.
        let mut i = 0;
        while i < N {
            let found = if looks_up { published.look_up(C::PREFIX, rows[i].number) } else { None };
            judged[i] = Self { verdict: verdict(&rows[i], found), published: found };
            i += 1;
        }
        judged
    }
}

/// The rows of one type, each judged.
// Not generic over their number: each of its many calls would cost the compiler three times as much.
#[derive(Debug)]
pub struct Definitions {
    pub(crate) prefix: &'static str,
    pub(crate) categories: &'static [Category],
    /// What the catalog publishes; nothing for the types that are what it publishes, or it would depend on itself.
    pub(crate) published: CodeList,
    pub(crate) rows: &'static [Written],
    /// The first so many rows have a number each, ascending; the others repeat one of them.
    pub(crate) distinct: usize,
    pub(crate) reserved: &'static [(u16, u16)],
    pub(crate) judged: &'static [Judged],
    /// Some wire formats must be built here.
    builds: bool,
    /// The derive guessed the prefix of the catalog.
    guessed: bool,
}

impl Definitions {
    /// The rows and what became of them.
    #[must_use]
    pub const fn new<C: Catalog>(
        rows: &'static [Written],
        judged: &'static [Judged],
        distinct: usize,
        published: CodeList,
        reserved: &'static [(u16, u16)],
    ) -> Self {
        let guessed = rows.is_empty() || is_guessed(C::PREFIX, &rows[0]);
        let mut builds = !guessed;
        let mut i = 0;
        while i < rows.len() {
            if rows[i].http == 0 {
                builds = true;
            }
            i += 1;
        }
        Self {
            prefix: C::PREFIX,
            categories: C::CATEGORIES,
            published,
            rows,
            distinct,
            reserved,
            judged,
            builds,
            guessed,
        }
    }

    /// How many bytes of text [`text`](Self::text) has to build.
    #[must_use]
    pub const fn text_len(&self) -> usize {
        if !self.builds {
            return 0;
        }
        let mut len = 0;
        let mut i = 0;
        while i < self.rows.len() {
            len += self.built_len(i);
            i += 1;
        }
        len
    }

    /// The wire formats that the derive could not write, one after another.
    #[must_use]
    pub const fn text<const LEN: usize>(&self) -> [u8; LEN] {
        if LEN == 0 {
            return [0; LEN];
        }
        let mut text = Buffer::<LEN>::new();
        let mut i = 0;
        while i < self.rows.len() {
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
    pub const fn table<const N: usize>(&self, text: &'static [u8]) -> [Row; N] {
        let mut text = match core::str::from_utf8(text) {
            Ok(text) => text,
            Err(_) => "",
        };
        let mut table = [NOTHING; N];
        let mut i = 0;
        while i < N {
            let row = &self.rows[i];
            let mut info = Row {
                code: Code::new(row.number, row.code),
                http: row.http,
                category: match row.category {
                    Some(category) => category,
                    None => &NO_CATEGORY,
                },
                name: row.name,
                description: row.description,
                resolution: row.resolution,
                json: row.json,
            };
            if row.http == 0 {
                info.http = self.http(i);
            }
            let built = if self.builds { self.built_len(i) } else { 0 };
            if built > 0 {
                let (json, rest) = text.split_at(built);
                let (_, code) = json.split_at(json::HEAD.len());
                let (code, _) = code.split_at(self.prefix.len() + 1 + digits(row.number));
                info.code = Code::new(row.number, code);
                info.json = json;
                text = rest;
            }
            if let Some(published) = self.judged[i].published {
                if self.words_are_published(i) {
                    info.code = published.code();
                    info.description = published.description();
                    info.json = published.json();
                }
                if row.resolution.is_empty() {
                    info.resolution = published.resolution();
                }
            }
            // A row with a mistake is reported once, at the mistake: it must not disagree with anyone as well.
            if !matches!(self.judged[i].verdict, Verdict::Sound) {
                info.code = Code::new(0, info.code.as_str());
            }
            table[i] = info;
            i += 1;
        }
        table
    }

    /// The codes of this table, each once, and the numbers that the type reserves.
    #[must_use]
    pub const fn codes(&self, table: &'static [Row]) -> CodeList {
        let reserved = Reserved { prefix: self.prefix, ranges: self.reserved };
        CodeList::new(table.split_at(self.distinct).0, reserved, &[])
    }

    /// The length of the wire format of row `i` where it must be built here; else 0.
    const fn built_len(&self, i: usize) -> usize {
        let row = &self.rows[i];
        if self.words_are_published(i) || row.http > 0 && self.guessed {
            return 0;
        }
        row.json.len() - row.code.len() + self.prefix.len() + 1 + digits(row.number)
    }

    const fn words_are_published(&self, i: usize) -> bool {
        let row = &self.rows[i];
        self.judged[i].published.is_some() && (row.remark || row.description.is_empty())
    }

    const fn http(&self, i: usize) -> u16 {
        let stated = self.rows[i].http;
        match self.judged[i].published {
            _ if stated > 0 => stated,
            Some(published) => published.http(),
            None => 500,
        }
    }
}

const HTTP_AND_TAIL: usize = 3 + json::TAIL.len();

const NO_CATEGORY: Category = Category::new("", "", 0..=0);

const NOTHING: Row = Row {
    code: Code::new(0, ""),
    http: 500,
    category: &NO_CATEGORY,
    name: "",
    description: "",
    resolution: "",
    json: "",
};

/// Whether the code of `row` is one under `prefix`: all rows have the same guess.
const fn is_guessed(prefix: &str, row: &Written) -> bool {
    let len = row.code.len() - digits(row.number);
    len == prefix.len() + 1 && equal(prefix, row.code.split_at(len - 1).0)
}

const fn verdict(row: &Written, published: Option<ErrorInfo>) -> Verdict {
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
    let same_http = row.http == 0 || row.http == published.http();
    match (same_http, equal(row.name, published.name())) {
        (true, true) => Verdict::Sound,
        (true, false) => Verdict::OtherName,
        (false, true) => Verdict::OtherHttp,
        (false, false) => Verdict::Taken,
    }
}
