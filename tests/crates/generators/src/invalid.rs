//! Enums with planted errors. The token at fault of each error is known.

use arbtest::arbitrary::{Result, Unstructured};

/// One possible error in a variant, or in the attribute of a type.
struct Fault {
    /// The source, with the token at fault between `«` and `»`. `{code}` is a free number, `{used}` is the number of a valid
    /// variant, and `{ident}` is an identifier that no other variant has.
    text: &'static str,
    /// The beginning of the message, or of its text after ``evaluation panicked: ``.
    fact: &'static str,
    by: By,
}

/// The check that finds the error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The derive, from the tokens of the type.
    Tokens,
    /// A const check, which knows the catalog.
    Constants,
}

const fn of(by: By, text: &'static str, fact: &'static str) -> Fault {
    Fault { text, fact, by }
}

#[rustfmt::skip]
const ON_TYPE: &[Fault] = &[
    of(By::Tokens, "#[studio(category = \"quota\", «code» = 5)]", "`code` does not belong on an enum"),
    of(By::Tokens, "#[studio(category = \"quota\", «catagory» = \"quota\")]", "unknown key `catagory`\nhelp: did you mean `category`?"),
    of(By::Tokens, "#[studio(category = \"quota\", «category» = \"quota\")]", "`category` is repeated"),
    of(By::Tokens, "#[studio(category = «5»)]", "`category` takes a string, not an integer"),
    of(By::Tokens, "#[studio(category = \"quota\", reserved(«9300000000000000000»))]", "9300000000000000000 cannot be a code"),
    of(By::Tokens, "#[studio(category = \"quota\", reserved(«9..=3»))]", "this range is reversed"),
    of(By::Tokens, "#[studio(category = \"quota\", reserved(1..=2, «3..5»))]", "`reserved` takes ranges that include their end"),
    of(By::Tokens, "#[studio(category = \"quota\", «reserved()»)]", "`reserved` lists no number"),
    of(By::Tokens, "#[studio(category = \"quota\", serialize = «no»)]", "`serialize` takes `true` or `false`"),
    of(By::Tokens, "#[studio(category = \"quota\", «from_code = true»)]", "`from_code` takes no value"),
    of(By::Tokens, "#[studio(category = \"quota\", kind = «5»)]", "`kind` takes a string, not an integer"),
    of(By::Tokens, "#[studio(category = \"quota\", «kind = \"\"»)]", "the name in `kind` is empty"),
    of(By::Tokens, "#[studio(category = \"quota\", kind = «\"a kind\"»)]", "`a kind` is not an identifier\nhelp: write `\"AKind\"`"),
    of(By::Tokens, "#[studio(category = \"quota\", kind, «kind»)]", "`kind` is repeated"),
    of(By::Tokens, "#[studio(category = \"quota\", http = «200»)]", "http 200 is not the status of an error"),
    of(By::Tokens, "#[studio(category = \"quota\", retryable = «\"true\"»)]", "`retryable` takes `true` or `false`, not a string\nhelp: write `true`"),
    of(By::Tokens, "#[studio(category = \"quota\", level = «\"warning\"»)]", "unknown level `warning`\nhelp: did you mean `warn`?"),
    of(By::Tokens, "#[studio(category = \"quota\", catalog = «\"Studio\"»)]", "`catalog` takes a path, not a string"),
    of(By::Tokens, "#[«studio»]\n#[studio(category = \"quota\")]", "`studio` takes its keys in parentheses"),
    of(By::Tokens, "#[studio(category = \"quota\"«;» serialize = true)]", "expected `,`, found `;`"),
    of(By::Constants, "#[studio(category = «\"quotas\"»)]", "unknown category `quotas`"),
];

#[rustfmt::skip]
const ON_VARIANT: &[Fault] = &[
    of(By::Tokens, "#[studio(code = «{code}.5», http = 418, description = \"d\")] {ident}", "`code` takes an integer, not a float"),
    of(By::Tokens, "#[studio(code = «\"{code}\"», http = 418, description = \"d\")] {ident}", "`code` takes an integer, not a string"),
    of(By::Constants, "#[studio(code = «-»{code}, http = 418, description = \"d\")] {ident}", "code -{code} is outside category `quota`"),
    of(By::Tokens, "#[studio(code = «{code}u9», http = 418, description = \"d\")] {ident}", "unknown suffix `u9`"),
    of(By::Tokens, "#[studio(code «:» {code}, http = 418, description = \"d\")] {ident}", "expected `=`, found `:`"),
    of(By::Tokens, "#[studio(«code({code})», http = 418, description = \"d\")] {ident}", "`code` needs an integer after `=`"),
    of(By::Tokens, "#[studio(«cod» = {code}, http = 418, description = \"d\")] {ident}", "unknown key `cod`\nhelp: did you mean `code`?"),
    of(By::Tokens, "#[studio(code = {code}, «code» = {code}, http = 418, description = \"d\")] {ident}", "`code` is repeated"),
    of(By::Tokens, "#[studio(code = {code}, http = «200», description = \"d\")] {ident}", "http 200 is not the status of an error"),
    of(By::Tokens, "#[studio(code = {code}, http = «600», description = \"d\")] {ident}", "http 600 is not the status of an error"),
    of(By::Tokens, "#[studio(code = {code}, http = «NOT_FOUND», description = \"d\")] {ident}", "`http` takes an integer, not a path"),
    of(By::Tokens, "#[studio(code = {code}, http = «'4'», description = \"d\")] {ident}", "`http` takes an integer, not a character"),
    of(By::Tokens, "#[studio(code = {code}, http = 418, name = «\"camelCase\"», description = \"d\")] {ident}", "`camelCase` is not a name in `SCREAMING_SNAKE_CASE`\nhelp: write `\"CAMEL_CASE\"`"),
    of(By::Tokens, "#[studio(code = {code}, http = 418, name = «\"\"», description = \"d\")] {ident}", "`name` is empty"),
    of(By::Tokens, "#[studio(code = {code}, http = 418, description = «\" \"»)] {ident}", "`description` is empty"),
    of(By::Tokens, "#[studio(code = {code}, http = 418, description = «b\"d\"»)] {ident}", "`description` takes a string, not a byte string"),
    of(By::Tokens, "#[studio(code = {code}, http = 418, description = \"é世\", resolution = «\"\"»)] {ident}", "`resolution` is empty"),
    of(By::Tokens, "#[studio(code = {code}, http = 418, description = \"d\", resolution = «5»)] {ident}", "`resolution` takes a string"),
    of(By::Tokens, "#[studio(code = {code}, http = 418, description = \"d\", «published»)] {ident}", "`published` does not belong on a variant"),
    of(By::Tokens, "#[studio(code = {code}, http = 418, description = \"d\", «nonsense» = 5)] {ident}", "unknown key `nonsense`\nhelp: the keys of a variant are `code`, `category`,"),
    of(By::Tokens, "#[studio(code = {code}, http = 418, description = \"d\", «display = true»)] {ident}", "`display` takes no value"),
    of(By::Tokens, "#[studio(code = {code}, http = 418, description = \"d\", «detail»)] {ident} { a: u32 }", "`detail` does not belong on a variant"),
    of(By::Tokens, "#[studio(code = {code}, http = 418, description = \"d\")] {ident} { #[studio(«detial»)] a: u32 }", "unknown key `detial`\nhelp: did you mean `detail`?"),
    of(By::Tokens, "#[studio(code = {code}, http = 418, description = \"d\")] {ident} { #[studio(detail = «5»)] a: u32 }", "`detail` takes a string, not an integer"),
    of(By::Tokens, "#[studio(code = {code}, http = 418, description = \"d\")] {ident} { #[studio(detail = «\"\"»)] a: u32 }", "`detail` is empty"),
    of(By::Tokens, "#[studio(code = {code}, http = 418, description = \"d\")] {ident}(#[studio(«detail»)] u32)", "`detail` needs a name, because field `0` has none"),
    of(By::Tokens, "#[studio(code = {code}, http = 418, description = \"d\")] {ident} { #[studio(detail)] a: u32, #[studio(detail = «\"a\"»)] b: u32 }", "detail `a` is already used by field `a`"),
    of(By::Tokens, "#[studio(code = {code}, http = 503, description = \"d\")] {ident} { #[studio(«detail»)] a: u32 }", "`detail` conflicts with http 503"),
    of(By::Tokens, "#[studio(code = {code}, «status» = 418, description = \"d\")] {ident}", "unknown key `status`\nhelp: did you mean `http`?"),
    of(By::Tokens, "#[studio(code = {code}, http = 418, «desc» = \"d\")] /** d */ {ident}", "unknown key `desc`\nhelp: did you mean `description`?"),
    of(By::Tokens, "#[studio(code = {code}, http = 418, description = \"d\", «displayed»)] {ident}", "unknown key `displayed`\nhelp: did you mean `display`?"),
    of(By::Tokens, "#[studio(code = {code}, http = 418, description = \"d\", «resulotoin» = \"d\")] {ident}", "unknown key `resulotoin`\nhelp: did you mean `resolution`?"),
    of(By::Tokens, "#[studio(code = {code}, http = 500, description = \"d\", «display»)] {ident}", "`display` conflicts with http 500"),
    of(By::Tokens, "#[studio(code = {code}, http = 418, category = «quota», description = \"d\")] {ident}", "`category` takes a string, not a path"),
    of(By::Tokens, "#[studio(«transparent»)] {ident}", "`transparent` needs one field to forward to"),
    of(By::Tokens, "#[studio(«code» = {code}, transparent)] {ident}(::studio_errors::catalog::RenderError)", "`code` conflicts with `transparent`"),
    of(By::Tokens, "#[studio(code = {code}, http = 418, description = \"d\")] {ident} { #[studio(«retry-after»)] after: u32 }", "unknown key `retry-after`\nhelp: did you mean `retry_after`?"),
    of(By::Tokens, "#[studio(code = {code}, http = 418, description = \"d\")] {ident}(#[studio(retry_after)] u32, #[studio(«retry_after»)] u32)", "`retry_after` is already used by field `0`"),
    of(By::Tokens, "#[studio(code = {code}, http = 418)] #[studio(«5», description = \"d\")] {ident}", "expected a key"),
    of(By::Tokens, "#[studio(code = {code}, http = 418 «description» = \"d\")] {ident}", "expected `,`, found `description`"),
    of(By::Tokens, "#[studio(code = {code}, http = 418, description = \"d\", retryable = «1»)] {ident}", "`retryable` takes `true` or `false`, not an integer"),
    of(By::Tokens, "#[studio(code = {code}, http = 418, description = \"d\", «retry» = true)] {ident}", "unknown key `retry`\nhelp: did you mean `retryable`?"),
    of(By::Tokens, "#[studio(code = {code}, http = 418, description = \"d\", level = «\"loud\"»)] {ident}", "unknown level `loud`"),
    of(By::Tokens, "#[studio(code = {code}, http = 418, description = \"d\", level = «warn»)] {ident}", "`level` takes a string, not a path"),
    of(By::Tokens, "#[studio(code = {code}, http = 418, description = \"d\", «kind»)] {ident}", "`kind` does not belong on a variant"),
    of(By::Constants, "#[studio(code = 1602, retryable = «true»)] QuotaExceeded", "`STUDIO_1602` is published as not retryable\nhelp: write `false`"),
    of(By::Constants, "#[studio(code = «1999», http = 418, description = \"d\")] {ident}", "code 1999 is outside category `quota`"),
    of(By::Constants, "#[studio(code = «0», http = 418, description = \"d\")] {ident}", "code 0 is outside category `quota`"),
    of(By::Constants, "#[studio(code = «4294967296», http = 418, description = \"d\")] {ident}", "code 4294967296 is outside category `quota`"),
    of(By::Constants, "#[studio(code = «0{code}», http = 418, description = \"d\")] {ident}", "code `0{code}` has leading zeros that its catalog does not write"),
    of(By::Constants, "#[studio(code = «70000», http = 418, description = \"d\")] {ident}", "code 70000 is outside category `quota`"),
    of(By::Constants, "#[studio(code = «{used}», http = 418, description = \"d\")] {ident}", "code {used} is already used by"),
    of(By::Constants, "#[studio(code = «1699», http = 418, description = \"d\")] {ident}", "code 1699 is reserved"),
    of(By::Constants, "#[studio(http = 418, description = \"d\")] «{ident}»", "`{ident}` has no code"),
    of(By::Constants, "#[studio(code = {code}, description = \"é世\")] «{ident}»", "`{ident}` has no http status"),
    of(By::Constants, "#[studio(code = {code}, http = 418)] «{ident}»", "`{ident}` has no description"),
    of(By::Constants, "#[studio(code = {code}, http = 418, category = «\"qouta\"», description = \"d\")] {ident}", "unknown category `qouta`"),
    of(By::Constants, "#[studio(code = 1601, http = «418», name = \"INSUFFICIENT_CREDITS\")] {ident}", "`STUDIO_1601` is published with http 402, not 418"),
    of(By::Constants, "#[studio(code = 1600, http = 429)] «{ident}»", "`STUDIO_1600` is published as `RATE_LIMIT_EXCEEDED`"),
    of(By::Constants, "#[studio(code = 1602, http = 429, name = «\"SOMETHING_ELSE\"»)] {ident}", "`STUDIO_1602` is published as `QUOTA_EXCEEDED`"),
    of(By::Constants, "#[studio(code = «1603», http = 418)] {ident}", "code 1603 is published as `FEATURE_DISABLED` with http 403"),
    of(By::Constants, "#[studio(code = 2002, category = \"general\", name = \"DATABASE_ERROR\", «display»)] {ident}", "`display` conflicts with the published http 500 of `STUDIO_2002`"),
    of(By::Constants, "#[studio(code = 2000, category = \"general\", name = \"INTERNAL_SERVER_ERROR\")] {ident} { #[studio(«detail»)] a: u32 }", "`detail` conflicts with the published http 500 of `STUDIO_2000`"),
];

/// A type with known errors.
pub struct Planted {
    pub source: String,
    /// In the order of the source.
    pub expected: Vec<Expected>,
}

/// An expected message and its span. Lines start at 1, columns at 0, in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    pub from: (usize, usize),
    pub to: (usize, usize),
    pub fact: String,
    pub by: By,
}

/// The number of kinds of errors.
pub const KINDS: usize = ON_TYPE.len() + ON_VARIANT.len();

/// Returns a type with some errors of different kinds, among valid variants.
pub fn plant(bytes: &mut Unstructured<'_>, name: &str) -> Result<Planted> {
    let mut kinds: Vec<_> = ON_VARIANT.iter().collect();
    let mut chosen = Vec::new();
    for _ in 0..bytes.int_in_range(0..=5)? {
        chosen.push(kinds.swap_remove(bytes.choose_index(kinds.len())?));
    }
    let on_type = if bytes.ratio(1, 3)? { Some(bytes.choose(ON_TYPE)?) } else { None };
    write(bytes, name, on_type, &chosen)
}

/// Returns a type with only the `i`th of the [`KINDS`] of errors.
pub fn one(bytes: &mut Unstructured<'_>, name: &str, i: usize) -> Result<Planted> {
    match ON_TYPE.get(i) {
        Some(kind) => write(bytes, name, Some(kind), &[]),
        None => write(bytes, name, None, &[&ON_VARIANT[i - ON_TYPE.len()]]),
    }
}

fn write(bytes: &mut Unstructured<'_>, name: &str, on_type: Option<&Fault>, on_variants: &[&Fault]) -> Result<Planted> {
    let mut facts = Vec::new();
    let mut number = 1650;
    let used = number;
    let mut marked = String::new();
    if bytes.ratio(1, 2)? {
        marked += "/// An enum.\n";
    }
    marked += "#[derive(StudioErrorCode)]\n";
    marked += match on_type {
        Some(kind) => {
            facts.push((kind.fact.to_owned(), kind.by));
            kind.text
        }
        None => "#[studio(category = \"quota\", reserved(1690..=1699))]",
    };
    // If the faulty attribute does not reserve the numbers, another attribute does.
    if !on_type.is_none_or(|kind| kind.text.contains("reserved")) {
        marked += "\n#[studio(reserved(1690..=1699))]";
    }
    let is_unknown = on_type.is_some_and(|kind| {
        ["catalog", "category = «", "«studio»", "«code»"].iter().any(|what| kind.text.contains(what))
    });
    marked += &format!("\npub enum {name} {{\n");
    let mut sound = |bytes: &mut Unstructured<'_>, marked: &mut String| -> Result<()> {
        let fields = bytes.choose(&["", " { why: String }", "(u32, &'static str)", "()"])?;
        *marked +=
            &format!("    #[studio(code = {number}, http = 418, description = \"d\")]\n    Sound{number}{fields},\n");
        number += 1;
        Ok(())
    };
    sound(bytes, &mut marked)?;
    for (at, kind) in on_variants.iter().enumerate() {
        // A refused list reserves nothing.
        if kind.fact.contains("is reserved") && !marked.contains("1690") {
            continue;
        }
        // Without a catalog or a category, no check of a variant runs.
        if kind.by == By::Constants && is_unknown {
            continue;
        }
        // These numbers are not used by the valid variants.
        let (code, ident) = (1680 - u16::try_from(at).unwrap_or(0), format!("Planted{at}"));
        let fill = |text: &str| {
            text.replace("{code}", &code.to_string()).replace("{used}", &used.to_string()).replace("{ident}", &ident)
        };
        marked += bytes.choose(&["    ", "    /* é世 */ ", "\n\t", ""])?;
        let text = fill(kind.text);
        let text = if bytes.ratio(1, 3)? { text.replace(", ", ",\n        ") } else { text };
        marked += &text;
        marked += ",\n";
        facts.push((fill(kind.fact), kind.by));
        if bytes.ratio(1, 2)? {
            sound(bytes, &mut marked)?;
        }
    }
    marked += "}\n";
    Ok(unmarked(&marked, facts))
}

/// Removes the marks and returns their positions.
fn unmarked(marked: &str, facts: Vec<(String, By)>) -> Planted {
    let mut source = String::new();
    let mut places = Vec::new();
    let (mut line, mut column) = (1, 0);
    for c in marked.chars() {
        match c {
            '«' | '»' => places.push((line, column)),
            c => {
                source.push(c);
                (line, column) = if c == '\n' { (line + 1, 0) } else { (line, column + 1) };
            }
        }
    }
    let expected = places.chunks(2).zip(facts);
    let expected = expected.map(|(place, (fact, by))| Expected { from: place[0], to: place[1], fact, by });
    Planted { source, expected: expected.collect() }
}
