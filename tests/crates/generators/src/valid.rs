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
pub struct Variant {
    pub ident: String,
    /// An expression that creates the variant.
    pub value: String,
    pub written: String,
    pub number: u16,
    pub http: u16,
    pub category: &'static str,
    pub name: String,
    pub description: String,
    pub resolution: String,
    /// The message that a client receives.
    pub message: String,
    pub wait: Option<u64>,
    /// The details as JSON.
    pub details: Option<&'static str>,
    pub retryable: bool,
    pub level: &'static str,
    /// Another variant has the constant of this code.
    pub shares: bool,
    states_name: bool,
    is_unit: bool,
}

/// A whole enum.
pub struct Enum {
    pub name: String,
    pub source: String,
    pub variants: Vec<Variant>,
    /// The name of the kind, if it is generated.
    pub kind: Option<String>,
}

/// The keys of the enum that apply to its variants.
struct Defaults {
    http: Option<u16>,
    retryable: Option<bool>,
    level: Option<&'static str>,
}

impl Defaults {
    fn choose(bytes: &mut Unstructured<'_>) -> Result<Self> {
        Ok(Self {
            http: if bytes.ratio(1, 3)? { Some(bytes.int_in_range(400..=599)?) } else { None },
            retryable: if bytes.ratio(1, 3)? { Some(bytes.ratio(1, 2)?) } else { None },
            level: if bytes.ratio(1, 3)? { Some(bytes.choose(LEVELS)?) } else { None },
        })
    }

    fn level(&self, http: u16) -> &'static str {
        self.level.unwrap_or(if http < 500 { "debug" } else { "error" })
    }

    fn write(&self, source: &mut String) {
        let keys = [
            self.http.map(|http| format!("http = {http}")),
            self.retryable.map(|retryable| format!("retryable = {retryable}")),
            self.level.map(|level| format!("level = {level:?}")),
        ];
        for key in keys.into_iter().flatten() {
            let _ = writeln!(source, "#[studio({key})]");
        }
    }
}

const LEVELS: &[&str] = &["trace", "debug", "info", "warn", "error"];

const RETRYABLE: [u16; 7] = [408, 425, 429, 500, 502, 503, 504];

impl Enum {
    #[must_use]
    pub fn is_of_units(&self) -> bool {
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

/// The beginning of a text. All but the first also occur in an error body, around its message.
const PARTS_OF_A_BODY: &[&str] = &["d", "\"error\"", "\"", "\"http\":"];

fn text(bytes: &mut Unstructured<'_>) -> Result<String> {
    let mut text = String::from(*bytes.choose(PARTS_OF_A_BODY)?);
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
pub fn valid(bytes: &mut Unstructured<'_>, name: &str) -> Result<Enum> {
    let shared = bytes.choose_index(CATEGORIES.len())?;
    let on_type = bytes.ratio(2, 3)?;
    let defaults = Defaults::choose(bytes)?;
    let mut variants: Vec<Variant> = Vec::new();
    for number in 0..bytes.int_in_range(1..=8)? {
        let place = if on_type && bytes.ratio(2, 3)? { shared } else { bytes.choose_index(CATEGORIES.len())? };
        let own = !on_type || place != shared || bytes.ratio(1, 4)?;
        let variant = match variants.last() {
            Some(last) if last.states_name && bytes.ratio(1, 4)? => sharing(bytes, last, number, &defaults)?,
            _ => variant(bytes, &CATEGORIES[place], own, number, &variants, &defaults)?,
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
    defaults.write(&mut source);
    let (key, kind) = match bytes.int_in_range(0..=2)? {
        0 => ("kind".to_owned(), Some(format!("{name}Kind"))),
        1 => (format!("kind = \"KindOf{name}\""), Some(format!("KindOf{name}"))),
        _ => (String::new(), None),
    };
    let _ = writeln!(source, "#[studio({key})]");
    let _ = writeln!(source, "pub enum {name} {{");
    for variant in &variants {
        source += &variant.written;
    }
    source += "}\n";
    // `display` needs an impl of `Display`.
    let _ = writeln!(source, "impl ::core::fmt::Display for {name} {{");
    source +=
        "    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { f.write_str(DISPLAYED) }\n}\n";
    Ok(Enum { name: name.to_owned(), source, variants, kind })
}

/// The `Display` text of every generated type.
pub const DISPLAYED: &str = "shown \"as\" is\n\u{1}\\ é世";

fn variant(
    bytes: &mut Unstructured<'_>,
    owned: &Owned,
    own: bool,
    number: usize,
    before: &[Variant],
    defaults: &Defaults,
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
    let by_default = published.map(|row| row.1).or(defaults.http);
    let http = match (published, by_default) {
        (None, Some(_)) if bytes.ratio(1, 2)? => bytes.int_in_range(400..=599)?,
        (_, Some(http)) => http,
        (_, None) => bytes.int_in_range(400..=599)?,
    };
    if by_default != Some(http) || bytes.ratio(1, 2)? {
        keys.push(format!("http = {http}"));
    }
    let is_by_status = RETRYABLE.contains(&http);
    let by_default = if published.is_some() { is_by_status } else { defaults.retryable.unwrap_or(is_by_status) };
    let retryable = if published.is_none() && bytes.ratio(1, 3)? { bytes.ratio(1, 2)? } else { by_default };
    if retryable != by_default || bytes.ratio(1, 4)? {
        keys.push(format!("retryable = {retryable}"));
    }
    let level = if bytes.ratio(1, 4)? { bytes.choose(LEVELS)? } else { defaults.level(http) };
    if level != defaults.level(http) || bytes.ratio(1, 4)? {
        keys.push(format!("level = {level:?}"));
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
    let Shape { fields, values, wait, details } = any_shape(bytes, http)?;
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
        details,
        retryable,
        level,
        shares: false,
        states_name: stated,
    })
}

/// Returns a variant that shares the code of `last`: both state its name.
fn sharing(bytes: &mut Unstructured<'_>, last: &Variant, number: usize, defaults: &Defaults) -> Result<Variant> {
    let (ident, _) = ident(bytes, number)?;
    let Shape { fields, values, wait, details } = any_shape(bytes, last.http)?;
    let (name, code) = (last.name.clone(), last.number);
    let written = format!(
        "    #[studio(code = {code}, name = {name:?}, http = {}, category = {:?}, description = {:?}, resolution = \"again\", retryable = {})]\n    {ident}{fields},\n",
        last.http, last.category, last.description, last.retryable
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
        details,
        retryable: last.retryable,
        level: defaults.level(last.http),
        shares: true,
        states_name: true,
    })
}

/// The fields of a variant, and what they mean.
#[derive(Clone, Copy)]
struct Shape {
    fields: &'static str,
    /// An expression that creates the fields.
    values: &'static str,
    /// The seconds to wait.
    wait: Option<u64>,
    /// The details as JSON.
    details: Option<&'static str>,
}

const fn shape(fields: &'static str, values: &'static str) -> Shape {
    Shape { fields, values, wait: None, details: None }
}

#[rustfmt::skip]
const SHAPES: &[Shape] = &[
    shape("", ""),
    shape("", ""),
    shape("", ""),
    shape("()", "()"),
    shape("(u32, String)", "(7, String::new())"),
    shape(" { why: String }", " { why: String::new() }"),
    Shape { wait: Some(30), ..shape(" { #[studio(retry_after)] after: u32 }", " { after: 30 }") },
    shape("(u8, #[studio(retry_after)] Option<::core::time::Duration>)", "(1, None)"),
    Shape { wait: Some(5), ..shape("(#[studio(retry_after)] ::core::time::Duration)", "(::core::time::Duration::from_secs(5))") },
];

/// Shapes that only a variant without a 5xx can have.
#[rustfmt::skip]
const DETAILED: &[Shape] = &[
    Shape { details: Some(r#"{"have":3,"need":20}"#), ..shape(" { #[studio(detail)] have: u32, id: u8, #[studio(detail)] need: u64 }", " { have: 3, id: 1, need: 20 }") },
    Shape { details: Some(r#"{"z":"\"é\"","a":[1,2]}"#), ..shape("(#[studio(detail = \"z\")] String, #[studio(detail = \"a\")] [u8; 2])", "(String::from(\"\\\"é\\\"\"), [1, 2])") },
    Shape { details: Some("{}"), ..shape(" { #[studio(detail)] none: Option<f64> }", " { none: None }") },
    Shape { wait: Some(9), details: Some(r#"{"after":9}"#), ..shape(" { #[studio(retry_after, detail)] after: u8 }", " { after: 9 }") },
];

fn any_shape(bytes: &mut Unstructured<'_>, http: u16) -> Result<Shape> {
    if http < 500 && bytes.ratio(1, 4)? { bytes.choose(DETAILED).copied() } else { bytes.choose(SHAPES).copied() }
}
