//! Arbitrary tokens, alone and inside attributes.

use arbtest::arbitrary::{Result, Unstructured};

/// All words that the derive knows, similar words and other tokens.
const TOKENS: &[&str] = &[
    "code",
    "http",
    "category",
    "name",
    "description",
    "resolution",
    "display",
    "transparent",
    "catalog",
    "published",
    "reserved",
    "from_code",
    "kind",
    "received",
    "retryable",
    "level",
    "axum",
    "actix",
    "tonic",
    "grpc",
    "utoipa",
    "serialize",
    "crate",
    "retry_after",
    "cod",
    "retry",
    "Code",
    "HTTP",
    "r#code",
    "r#type",
    "self",
    "Self",
    "fn",
    "_",
    "__studio",
    "studio",
    "=",
    "=",
    "=",
    "==",
    ",",
    ",",
    ",",
    ";",
    ":",
    "::",
    "-",
    "+",
    "!",
    "#",
    "?",
    "..",
    "..=",
    "=>",
    "->",
    "&",
    "|",
    "<",
    ">",
    "'a",
    "@",
    "$",
    "~",
    "0",
    "1",
    "200",
    "399",
    "400",
    "402",
    "500",
    "599",
    "600",
    "1600",
    "1601",
    "1604",
    "65535",
    "65536",
    "0x641",
    "0b1",
    "1_6_0_1",
    "1601u16",
    "1601u8",
    "1601i8",
    "1601f32",
    "1601xyz",
    "1601.0",
    "1e3",
    "99999999999999999999999999999999999999999",
    "true",
    "false",
    "\"\"",
    "\" \"",
    "\"quota\"",
    "\"image\"",
    "\"1601\"",
    "\"STUDIO_1601\"",
    "\"INSUFFICIENT_CREDITS\"",
    "\"{0}\"",
    "\"\\0\\u{1b}\\u{202e}\"",
    "\"é世\"",
    "r#\"raw\"#",
    "b\"bytes\"",
    "b'b'",
    "c\"c\"",
    "'c'",
    "Acme",
    "::studio_errors",
    "é",
    "Größe",
    "concat!(\"a\")",
    "a.b",
    "|x| x",
    "#[doc]",
    "#[studio(code = 1)]",
    "if",
    "match x {}",
    "async",
    "dyn",
];

/// Returns arbitrary tokens and groups, which the lexer accepts.
pub fn tokens(bytes: &mut Unstructured<'_>) -> Result<String> {
    let mut text = String::new();
    of_depth(bytes, &mut text, 3)?;
    Ok(text)
}

fn of_depth(bytes: &mut Unstructured<'_>, text: &mut String, depth: usize) -> Result<()> {
    for _ in 0..bytes.int_in_range(0..=12)? {
        if depth > 0 && bytes.ratio(1, 6)? {
            let (open, close) = *bytes.choose(&[('(', ')'), ('[', ']'), ('{', '}')])?;
            text.push(open);
            of_depth(bytes, text, depth - 1)?;
            text.push(close);
        } else {
            *text += bytes.choose(TOKENS)?;
        }
        text.push(' ');
    }
    Ok(())
}

/// Returns a type with valid syntax and arbitrary attributes.
pub fn input(bytes: &mut Unstructured<'_>) -> Result<String> {
    let mut text = attributes(bytes)?;
    text += bytes.choose(&["", "pub ", "pub(crate) ", "pub(in crate::x) "])?;
    let generics =
        bytes.choose(&["", "", "<T>", "<'a, T: 'a + Clone>", "<const N: usize>", "<>", "<T> where T: Sized"])?;
    match bytes.int_in_range(0..=7)? {
        0 => {
            let (generics, bounds) = generics.split_once(" where").unwrap_or((generics, ""));
            text += &format!("struct {}{generics}", name(bytes)?);
            let bounds = if bounds.is_empty() { String::new() } else { format!(" where{bounds}") };
            let fields = fields(bytes)?;
            text += &if fields.starts_with('{') { bounds + &fields } else { format!("{fields}{bounds};") };
        }
        1 => text += &format!("union U {{ {}a: u8 }}", attributes(bytes)?),
        _ => {
            text += &format!("enum {}{generics} {{", name(bytes)?);
            for _ in 0..bytes.int_in_range(0..=5)? {
                text += &format!("{}{}{}", attributes(bytes)?, name(bytes)?, fields(bytes)?);
                text += bytes.choose(&["", "", "", " = 7"])?;
                text.push(',');
            }
            text.push('}');
        }
    }
    Ok(text)
}

fn name(bytes: &mut Unstructured<'_>) -> Result<&'static str> {
    bytes
        .choose(&["A", "Bc", "r#type", "InsufficientCredits", "RateLimitExceeded", "Größe", "_X", "__", "X1", "aB_c"])
        .copied()
}

fn fields(bytes: &mut Unstructured<'_>) -> Result<String> {
    let types = [
        "u64",
        "T",
        "Box<Self>",
        "&'a str",
        "Option<Duration>",
        "[u8; N]",
        "crate::X<T, 'a>",
        "A",
        "fn(T) -> A",
        "dyn X",
        "dyn X + Send",
        "dyn X +",
        "X + Y",
    ];
    let shape = bytes.int_in_range(0..=3)?;
    let (open, close) = match shape {
        0 => return Ok(String::new()),
        1 => ('{', '}'),
        _ => ('(', ')'),
    };
    let mut text = String::from(open);
    for field in 0..bytes.int_in_range(0..=3)? {
        text += &attributes(bytes)?;
        if open == '{' {
            text += &format!("{}{field}: ", bytes.choose(&["r#a", "b", "_c"])?);
        }
        text += bytes.choose(&types)?;
        text.push(',');
    }
    text.push(close);
    Ok(text)
}

fn attributes(bytes: &mut Unstructured<'_>) -> Result<String> {
    let mut text = String::new();
    for _ in 0..bytes.int_in_range(0..=2)? {
        text += &match bytes.int_in_range(0..=11)? {
            0 => "#[studio]".to_owned(),
            1 => format!("#[studio = \"{}\"]", "x"),
            2 => format!("#[doc = \"{}\"]", bytes.choose(&["", " a", "a | b\\n\\nc", "\\u{1b}", "`[x]"])?),
            3 => format!("#[deprecated{}]", bytes.choose(&["", "(note = \"n\")", " = \"x\""])?),
            4 => format!("#[studo({})]", tokens(bytes)?),
            5..=8 => format!("#[studio({})]", entries(bytes)?),
            _ => format!("#[studio({})]", tokens(bytes)?),
        };
    }
    Ok(text)
}

/// Returns mostly valid entries, so that the later checks run too.
fn entries(bytes: &mut Unstructured<'_>) -> Result<String> {
    let mut text = String::new();
    for _ in 0..bytes.int_in_range(0..=6)? {
        let entry = bytes.choose(&[
            "code = 1601",
            "code = 1600",
            "code = 1604",
            "code = 0",
            "code = 70000",
            "http = 402",
            "http = 500",
            "http = 99",
            "category = \"quota\"",
            "category = \"\"",
            "name = \"A\"",
            "name = \"a\"",
            "name = \"É\"",
            "description = \"d\"",
            "description = \"{}\\\"\"",
            "resolution = \"r\"",
            "display",
            "transparent",
            "catalog = Acme<'a>",
            "catalog = a::B",
            "published",
            "reserved(1, 2..=3)",
            "reserved(1..)",
            "reserved(1..0, 0..1)",
            "from_code",
            "kind",
            "kind = \"A\"",
            "kind = \"r#fn\"",
            "kind = \" a-b\"",
            "retryable = true",
            "level = \"warn\"",
            "axum",
            "actix",
            "utoipa",
            "serialize = false",
            "crate = ::x",
            "retry_after",
        ])?;
        text += entry;
        if bytes.ratio(1, 10)? {
            text += &tokens(bytes)?;
        }
        text += bytes.choose(&[", ", ", ", ", ", ", ", " ", ";", ",,"])?;
    }
    Ok(text)
}
