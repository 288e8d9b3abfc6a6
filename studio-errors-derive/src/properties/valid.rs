//! Valid enums, each with its expected result, which is computed without the derive.

use std::fmt::Write;

use arbtest::arbitrary::{Result, Unstructured};

/// A category with its first free number and some published codes: number, http, name, the identifier with this name,
/// description, resolution.
struct Owned {
    slug: &'static str,
    free: u16,
    published: &'static [(u16, u16, &'static str, &'static str, &'static str, &'static str)],
}

#[rustfmt::skip]
const CATEGORIES: &[Owned] = &[
    Owned { slug: "quota", free: 1650, published: &[
        (1601, 402, "INSUFFICIENT_CREDITS", "InsufficientCredits", "Insufficient AI credits in wallet for this generation", "Purchase additional credits or upgrade subscription tier"),
        (1600, 429, "RATE_LIMIT_EXCEEDED", "RateLimitExceeded", "Rate limit exceeded for this tenant or user", "Implement exponential backoff; check Retry-After header"),
    ] },
    Owned { slug: "general", free: 2050, published: &[
        (2002, 500, "DATABASE_ERROR", "DatabaseError", "Database operation failed", "Retry; Aurora Serverless may be scaling up"),
    ] },
    Owned { slug: "render", free: 1550, published: &[] },
];

/// One variant: its source, and the expected result.
pub(crate) struct Variant {
    pub(crate) ident: String,
    /// An expression that creates the variant.
    pub(crate) value: String,
    pub(crate) written: String,
    pub(crate) number: u16,
    pub(crate) http: u16,
    pub(crate) category: &'static str,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) resolution: String,
    /// The message that a client receives.
    pub(crate) message: String,
    pub(crate) wait: Option<u64>,
    /// Another variant has the constant of this code.
    pub(crate) shares: bool,
    states_name: bool,
    is_unit: bool,
}

/// A whole enum.
pub(crate) struct Enum {
    pub(crate) name: String,
    pub(crate) source: String,
    pub(crate) variants: Vec<Variant>,
}

impl Enum {
    pub(crate) fn is_of_units(&self) -> bool {
        self.variants.iter().all(|variant| variant.is_unit)
    }
}

/// Words that need escaping in Rust, JSON, HTML or Markdown.
const WORDS: &[&str] = &[
    "credits",
    "\"quoted\"",
    "back\\slash",
    "tab\there",
    "line\nfeed",
    "nul\0",
    "é世\u{1f600}",
    "\u{1b}[31m",
    "{0}",
    "</td>",
    "a|b",
    "'",
    "#",
];

fn text(bytes: &mut Unstructured<'_>) -> Result<String> {
    let mut text = String::from("d");
    for _ in 0..bytes.int_in_range(0..=4)? {
        text.push(' ');
        text += bytes.choose(WORDS)?;
    }
    Ok(text)
}

/// Returns an identifier and its name in `SCREAMING_SNAKE_CASE`.
fn ident(bytes: &mut Unstructured<'_>, number: usize) -> Result<(String, String)> {
    let (mut ident, mut name) = (String::new(), String::new());
    for _ in 0..bytes.int_in_range(1..=3)? {
        let word = *bytes.choose(&["wallet", "job", "upload", "prompt", "of", "timeout", "rejected"])?;
        let (first, rest) = word.split_at(1);
        ident += &format!("{}{rest}", first.to_uppercase());
        name += &format!("{}_", word.to_uppercase());
    }
    // A digit does not begin a new word.
    name.pop();
    Ok((format!("{ident}{number}"), format!("{name}{number}")))
}

/// Returns a valid type with this name.
pub(crate) fn valid(bytes: &mut Unstructured<'_>, name: &str) -> Result<Enum> {
    let shared = bytes.choose_index(CATEGORIES.len())?;
    let on_type = bytes.ratio(2, 3)?;
    let mut variants: Vec<Variant> = Vec::new();
    for number in 0..bytes.int_in_range(1..=8)? {
        let place = if on_type && bytes.ratio(2, 3)? { shared } else { bytes.choose_index(CATEGORIES.len())? };
        let own = !on_type || place != shared || bytes.ratio(1, 4)?;
        let variant = match variants.last() {
            Some(last) if last.states_name && bytes.ratio(1, 4)? => sharing(bytes, last, number)?,
            _ => variant(bytes, &CATEGORIES[place], own, number, &variants)?,
        };
        variants.push(variant);
    }
    let mut source = String::from("#[derive(Debug, Clone, PartialEq, StudioErrorCode)]\n");
    if on_type {
        let _ = writeln!(source, "#[studio(category = {:?})]", CATEGORIES[shared].slug);
    }
    if bytes.ratio(1, 3)? {
        source += "#[studio(reserved(1640, 2040..=2049))]\n";
    }
    let _ = writeln!(source, "pub enum {name} {{");
    for variant in &variants {
        source += &variant.written;
    }
    source += "}\n";
    // `display` needs an impl of `Display`.
    let _ = writeln!(source, "impl ::core::fmt::Display for {name} {{");
    source +=
        "    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { f.write_str(DISPLAYED) }\n}\n";
    Ok(Enum { name: name.to_owned(), source, variants })
}

/// The `Display` text of every generated type.
pub(crate) const DISPLAYED: &str = "shown \"as\" is\n\u{1}\\ é世";

fn variant(
    bytes: &mut Unstructured<'_>,
    owned: &Owned,
    own: bool,
    number: usize,
    before: &[Variant],
) -> Result<Variant> {
    let unused = |row: &&(u16, u16, &str, &str, &str, &str)| before.iter().all(|variant| variant.number != row.0);
    let published = if bytes.ratio(1, 3)? { owned.published.iter().find(unused) } else { None };
    let (mut ident, mut name) = ident(bytes, number)?;
    let mut keys = Vec::new();
    if own {
        keys.push(format!("category = {:?}", owned.slug));
    }
    let stated = bytes.ratio(1, 3)?;
    if let Some((.., published, gives, _, _)) = published {
        (*published).clone_into(&mut name);
        if stated { keys.push(format!("name = {name:?}")) } else { (*gives).clone_into(&mut ident) }
    } else if stated {
        name = format!("STATED_{number}");
        keys.push(format!("name = {name:?}"));
    }
    let code = published.map_or(owned.free + u16::try_from(number).unwrap_or(0), |row| row.0);
    keys.push(match bytes.int_in_range(0..=3)? {
        0 => format!("code = {code:#x}"),
        1 => format!("code = {code}u16"),
        _ => format!("code = {code}"),
    });
    let http = match published {
        Some(row) => row.1,
        None => bytes.int_in_range(400..=599)?,
    };
    if published.is_none() || bytes.ratio(1, 2)? {
        keys.push(format!("http = {http}"));
    }
    let described = if bytes.ratio(1, 2)? { Some(text(bytes)?) } else { None };
    if let Some(text) = &described {
        keys.push(format!("description = {text:?}"));
    }
    let resolution = if bytes.ratio(1, 2)? { Some(text(bytes)?) } else { None };
    if let Some(text) = &resolution {
        keys.push(format!("resolution = {text:?}"));
    }
    let mut written = String::new();
    let remark = if published.is_none() && described.is_none() || bytes.ratio(1, 3)? {
        // The lines of the first paragraph are joined. The second paragraph is not part of the description.
        written += "    /// A remark\n    /// of two lines\n    ///\n    /// And a paragraph.\n";
        Some("A remark of two lines".to_owned())
    } else {
        None
    };
    let description = described.or(published.map(|row| row.4.to_owned())).or(remark).unwrap_or_default();
    let resolution = resolution.or(published.map(|row| row.5.to_owned())).unwrap_or_default();
    let displays = http < 500 && bytes.ratio(1, 4)?;
    if displays {
        keys.push("display".to_owned());
    }
    let (fields, values, wait) = shape(bytes)?;
    let message = if displays { DISPLAYED.to_owned() } else { description.clone() };
    // The keys are in any order, in one attribute or several.
    while !keys.is_empty() {
        let some = bytes.int_in_range(1..=keys.len())?;
        let mut entries = Vec::new();
        for _ in 0..some {
            entries.push(keys.swap_remove(bytes.choose_index(keys.len())?));
        }
        let _ = writeln!(written, "    #[studio({})]", entries.join(", "));
    }
    let _ = writeln!(written, "    {ident}{fields},");
    Ok(Variant {
        value: format!("{ident}{values}"),
        is_unit: values.is_empty(),
        ident,
        written,
        number: code,
        http,
        category: owned.slug,
        name,
        description,
        resolution,
        message,
        wait,
        shares: false,
        states_name: stated,
    })
}

/// Returns a variant that shares the code of `last`: both state its name.
fn sharing(bytes: &mut Unstructured<'_>, last: &Variant, number: usize) -> Result<Variant> {
    let (ident, _) = ident(bytes, number)?;
    let (fields, values, wait) = shape(bytes)?;
    let (name, code) = (last.name.clone(), last.number);
    let written = format!(
        "    #[studio(code = {code}, name = {name:?}, http = {}, category = {:?}, description = {:?}, resolution = \"again\")]\n    {ident}{fields},\n",
        last.http, last.category, last.description
    );
    Ok(Variant {
        value: format!("{ident}{values}"),
        is_unit: values.is_empty(),
        ident,
        written,
        number: code,
        http: last.http,
        category: last.category,
        name,
        description: last.description.clone(),
        resolution: "again".to_owned(),
        message: last.description.clone(),
        wait,
        shares: true,
        states_name: true,
    })
}

/// Returns the fields, an expression for their values, and the seconds to wait.
fn shape(bytes: &mut Unstructured<'_>) -> Result<(&'static str, &'static str, Option<u64>)> {
    bytes
        .choose(&[
            ("", "", None),
            ("", "", None),
            ("", "", None),
            ("()", "()", None),
            ("(u32, String)", "(7, String::new())", None),
            (" { why: String }", " { why: String::new() }", None),
            (" { #[studio(retry_after)] after: u32 }", " { after: 30 }", Some(30)),
            ("(u8, #[studio(retry_after)] Option<::core::time::Duration>)", "(1, None)", None),
            ("(#[studio(retry_after)] ::core::time::Duration)", "(::core::time::Duration::from_secs(5))", Some(5)),
        ])
        .copied()
}
