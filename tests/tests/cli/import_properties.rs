//! Properties of the import: any reference in any format becomes Rust with the same facts, and any text is a page or an error.

use std::collections::{BTreeMap, BTreeSet};

use arbtest::arbitrary::{Result, Unstructured};
use serde_json::{Value, json};
use studio_errors::catalog::StudioError;
use studio_errors::reference::Reference;
use studio_errors_cli::page::{Page, PageFormat};
use syn::{Expr, ExprLit, ImplItem, Item, Lit, Meta, Token};

use studio_errors_generators::try_many;

/// Returns text with syntax of all formats.
fn words(bytes: &mut Unstructured<'_>) -> Result<String> {
    let mut text = String::new();
    for _ in 0..bytes.int_in_range(0..=8)? {
        match bytes.int_in_range(0..=4)? {
            0 => text.push(char::from(bytes.int_in_range(0..=0x9f_u8)?)),
            1 => text.push(bytes.arbitrary()?),
            _ => {
                text += bytes.choose(&[
                    "|",
                    "\\",
                    "\\|",
                    "`",
                    "``",
                    "\"",
                    "\"\"",
                    ",",
                    ";",
                    "\t",
                    "\r\n",
                    "\n\n",
                    "<tr>",
                    "</td>",
                    "<br>",
                    "<!--",
                    "&amp;",
                    "&#10;",
                    "*/",
                    "//!",
                    "/*",
                    "#",
                    "]]>",
                    "[a](b)",
                    "http://a",
                    "$x$",
                    "~~",
                    "**",
                    "_",
                    "- ",
                    "1. ",
                    "\u{0}",
                    "\u{1b}[2J",
                    "\u{9b}",
                    "\u{202e}",
                    "\u{2028}",
                    "\u{feff}",
                    "é世\u{1f600}",
                    "words",
                    " ",
                    "{}",
                    "r#\"",
                    "ACME_7",
                    "402",
                    "retryable",
                ])?;
            }
        }
    }
    Ok(text)
}

/// Returns an explanation, which may contain headings of codes, tables of codes and lines with facts.
fn explanation(bytes: &mut Unstructured<'_>, prefix: &str) -> Result<String> {
    let mut text = String::new();
    for _ in 0..bytes.int_in_range(1..=4)? {
        text += &match bytes.int_in_range(0..=5)? {
            0 => format!("# {prefix}_1 NAME (404)\n\nHTTP status: 404\n\n"),
            1 => "| Code | HTTP | Name | Message |\n|---|---|---|---|\n| X_1 | 400 | A | a |\n\n".to_owned(),
            2 => "- `401`: b\n- HTTP status: 404\n\n".to_owned(),
            3 => "```\n# Resolution\n```\n\n# Resolution\n\n## Resolution\n\n".to_owned(),
            4 => "x\n\n    | Code | HTTP | Message |\n    |---|---|---|\n    | 2 | 400 | a |\n\n".to_owned(),
            _ => format!("w{} w\n\n", words(bytes)?),
        };
    }
    Ok(text.trim().to_owned())
}

/// The facts of a code: category, title, ranges, http, `retryable`, name, description, resolution.
type Facts = (String, String, Vec<(i64, i64)>, (u16, bool), String, String, String);

/// Returns a reference of one catalog, and the facts of its codes.
fn reference(bytes: &mut Unstructured<'_>) -> Result<(Reference, BTreeMap<String, Facts>)> {
    let prefix = *bytes.choose(&["ACME", "A", "A_B_2"])?;
    let (mut rows, mut categories, mut facts) = (Vec::new(), Vec::new(), BTreeMap::new());
    let mut next = bytes.int_in_range(1..=2000_i64)?;
    for at in 0..bytes.int_in_range(1..=4)? {
        let slug = format!("{}{at}", bytes.choose(&["cards", "c-", "<b>\"", "2fa", "error"])?);
        // The title is unique, and ends in a letter, so that it is not read as a range.
        let title = format!("T{}{}", words(bytes)?, ["a", "b", "c", "d"][at]);
        let first = next;
        let mut names = BTreeSet::new();
        let (start, mut last) = (rows.len(), first);
        for _ in 0..bytes.int_in_range(1..=4)? {
            next += bytes.int_in_range(0..=3)?;
            let mut name =
                (*bytes.choose(&["SELF", "A", "HTTP2_ERROR", "A__B", "CODE_1", "NOT_FOUND", "NOT_FOUND_"])?).to_owned();
            if !names.insert(name.clone()) {
                name += &format!("_{next}");
                names.insert(name.clone());
            }
            let http = (*bytes.choose(&[400, 401, 402, 429, 500, 503, 599])?, bytes.arbitrary::<bool>()?);
            let description = format!("d{}", words(bytes)?);
            // A type cannot state a blank resolution.
            let resolution = Some(words(bytes)?).filter(|text| !text.trim().is_empty()).unwrap_or_default();
            let explanation = if bytes.arbitrary()? { explanation(bytes, prefix)? } else { String::new() };
            rows.push((next, http, slug.clone(), title.clone(), name, description, resolution, explanation));
            last = next;
            next += 1;
        }
        last += bytes.int_in_range(0..=9)?;
        next = last + 1 + bytes.int_in_range(0..=9)?;
        categories
            .push(json!({"catalog": prefix, "slug": slug, "title": title, "ranges": [{"first": first, "last": last}]}));
        for (number, http, slug, title, name, description, resolution, _) in &rows[start..] {
            let facts_of = (
                slug.clone(),
                title.clone(),
                Vec::from([(first, last)]),
                *http,
                name.clone(),
                description.clone(),
                resolution.clone(),
            );
            facts.insert(format!("{prefix}_{number}"), facts_of);
        }
    }
    let rows = rows.iter().map(|(number, http, slug, _, name, description, resolution, explanation)| {
        json!({
            "explanation": Some(explanation).filter(|text| !text.is_empty()),
            "code": format!("{prefix}_{number}"), "catalog": prefix, "retryable": http.1, "number": number, "http": http.0, "category": slug, "name": name,
            "description": description, "resolution": resolution,
        })
    });
    let sound: Value = serde_json::from_str(&Reference::of::<StudioError>().to_json()).unwrap();
    let json = json!({
        "$schema": sound["$schema"], "catalogs": [{"prefix": prefix, "separator": "_", "width": 0}], "codes": rows.collect::<Vec<_>>(), "categories": categories, "reserved": [],
    });
    Ok((Reference::from_json(&json.to_string()).unwrap(), facts))
}

fn csv(facts: &BTreeMap<String, Facts>, delimiter: u8) -> String {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    writer
        .write_record(["Code", "Category", "Title", "Range", "HTTP", "Retryable", "Name", "Description", "Resolution"])
        .unwrap();
    for (code, (slug, title, ranges, http, name, description, resolution)) in facts {
        let ranges: Vec<_> = ranges.iter().map(|(first, last)| format!("{first}-{last}")).collect();
        writer
            .write_record([
                code.as_str(),
                slug,
                title,
                &ranges.join(", "),
                &http.0.to_string(),
                if http.1 { "yes" } else { "no" },
                name,
                description,
                resolution,
            ])
            .unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn string(expr: &Expr) -> String {
    match expr {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => text.value(),
        Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => number.base10_digits().to_owned(),
        Expr::Lit(ExprLit { lit: Lit::Bool(value), .. }) => value.value.to_string(),
        _ => panic!("not a literal"),
    }
}

fn number(expr: &Expr) -> i64 {
    string(expr).parse().unwrap()
}

fn range(expr: &Expr) -> (i64, i64) {
    let Expr::Range(range) = expr else { panic!("not a range") };
    (number(range.start.as_ref().unwrap()), number(range.end.as_ref().unwrap()))
}

/// The keys of `#[studio(..)]`.
fn keys(attrs: &[syn::Attribute]) -> BTreeMap<String, String> {
    let mut keys = BTreeMap::new();
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("studio")) {
        let list = attr.parse_args_with(syn::punctuated::Punctuated::<Meta, Token![,]>::parse_terminated).unwrap();
        for meta in list {
            let key = meta.path().get_ident().unwrap().to_string();
            let value = match &meta {
                Meta::NameValue(pair) if matches!(pair.value, Expr::Lit(_)) => string(&pair.value),
                _ => String::new(),
            };
            assert_eq!(keys.insert(key, value), None);
        }
    }
    keys
}

fn doc(attrs: &[syn::Attribute]) -> String {
    let docs = attrs
        .iter()
        .filter(|attr| attr.path().is_ident("doc"))
        .map(|attr| string(&attr.meta.require_name_value().unwrap().value));
    docs.collect::<Vec<_>>().join("\n")
}

/// The description, which an empty line ends.
fn first_paragraph(attrs: &[syn::Attribute]) -> String {
    let doc = doc(attrs);
    doc.split("\n\n").next().unwrap_or_default().trim().to_owned()
}

/// The rest of each doc comment, by the number of the code.
fn explanations_of(rust: &str) -> BTreeMap<i64, String> {
    let mut explanations = BTreeMap::new();
    for item in &syn::parse_file(rust).unwrap().items {
        let Item::Enum(item) = item else { continue };
        for variant in &item.variants {
            if let (Some(code), Some((_, text))) =
                (keys(&variant.attrs).get("code"), doc(&variant.attrs).split_once("\n\n"))
            {
                let lines: Vec<_> = text.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
                assert!(!text.to_lowercase().contains("\n\n # resolution\n"), "{text}");
                explanations.insert(code.parse().unwrap(), lines.join("\n"));
            }
        }
    }
    explanations
}

/// Reads the facts in Rust code, without the derive.
fn facts_of(rust: &str) -> BTreeMap<String, Facts> {
    let file = syn::parse_file(rust).unwrap();
    let mut categories = BTreeMap::new();
    let (mut prefix, mut separator, mut width) = (String::new(), String::from("_"), 0);
    let mut facts = BTreeMap::new();
    for item in &file.items {
        let Item::Impl(item) = item else { continue };
        for constant in &item.items {
            let ImplItem::Const(constant) = constant else { continue };
            match constant.ident.to_string().as_str() {
                "PREFIX" => prefix = string(&constant.expr),
                "SEPARATOR" => separator = string(&constant.expr),
                "WIDTH" => width = usize::try_from(number(&constant.expr)).unwrap(),
                "CATEGORIES" => {
                    let Expr::Reference(list) = &constant.expr else { panic!() };
                    let Expr::Array(list) = &*list.expr else { panic!() };
                    for category in &list.elems {
                        let Expr::Call(call) = category else { panic!() };
                        let ranges = match &call.args[2] {
                            Expr::Reference(ranges) => {
                                let Expr::Array(ranges) = &*ranges.expr else { panic!() };
                                ranges.elems.iter().map(range).collect()
                            }
                            one => Vec::from([range(one)]),
                        };
                        categories.insert(string(&call.args[0]), (string(&call.args[1]), ranges));
                    }
                }
                _ => {}
            }
        }
    }
    for item in &file.items {
        let Item::Enum(item) = item else { continue };
        let Some(slug) = keys(&item.attrs).remove("category") else { continue };
        let (title, ranges) = &categories[&slug];
        let mut idents = BTreeSet::new();
        for variant in &item.variants {
            assert!(idents.insert(variant.ident.to_string()));
            let mut keys = keys(&variant.attrs);
            let number: u32 = keys["code"].parse().unwrap();
            let name = keys.remove("name").unwrap_or_else(|| default_name(&variant.ident.to_string()));
            let description = keys.remove("description").unwrap_or_else(|| first_paragraph(&variant.attrs));
            let resolution = keys.remove("resolution").unwrap_or_default();
            let status: u16 = keys["http"].parse().unwrap();
            let by_status = matches!(status, 408 | 425 | 429 | 500 | 502 | 503 | 504);
            let http = (status, keys.get("retryable").map_or(by_status, |word| word == "true"));
            let row = (slug.clone(), title.clone(), ranges.clone(), http, name, description, resolution);
            assert_eq!(facts.insert(format!("{prefix}{separator}{number:0width$}"), row), None);
        }
    }
    facts
}

/// Converts `NotFound2` to `NOT_FOUND2`.
fn default_name(ident: &str) -> String {
    let mut name = String::new();
    let chars: Vec<_> = ident.chars().collect();
    for (at, c) in chars.iter().enumerate() {
        let starts = at > 0
            && c.is_uppercase()
            && (!chars[at - 1].is_uppercase() || chars.get(at + 1).is_some_and(|c| c.is_lowercase()));
        if starts {
            name.push('_');
        }
        name.extend(c.to_uppercase());
    }
    name
}

/// Returns a text in the form that Markdown and HTML show.
fn shown(text: &str) -> String {
    let visible = |c: char| match c {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => " ".to_owned(),
        c if c.is_control() => c.escape_unicode().to_string(),
        c => c.to_string(),
    };
    text.chars().map(visible).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Removes the slug, which Markdown and HTML do not have.
fn as_shown(facts: BTreeMap<String, Facts>) -> BTreeMap<String, Facts> {
    let shown = |(_, title, ranges, http, name, description, resolution): Facts| {
        (String::new(), shown(&title), ranges, http, name, shown(&description), shown(&resolution))
    };
    facts.into_iter().map(|(code, facts)| (code, shown(facts))).collect()
}

#[test]
fn any_reference_reads_back_from_every_format() {
    try_many("imports", |bytes| {
        let (reference, facts) = reference(bytes)?;
        let import = |text: &str, format| {
            let page = Page::parse(text, format).unwrap();
            let verification = page.verify(&reference);
            assert!(verification.findings().is_empty(), "{format:?}\n{text}\n{verification}");
            let imported = page.to_rust("Acme").unwrap();
            assert!(imported.left_out.is_empty(), "{format:?}\n{text}\n{:?}", imported.left_out);
            // The Rust has the explanations of the page.
            let mut explained = reference.clone();
            let explanations = explanations_of(&imported.rust);
            for row in &mut explained.codes {
                let own = row.explanation.take().is_some();
                row.explanation = explanations.get(&row.number).cloned().map(Into::into);
                assert!(own == row.explanation.is_some() || format == PageFormat::Csv, "{format:?}\n{text}");
            }
            let verification = page.verify(&explained);
            assert!(verification.findings().is_empty(), "{format:?}\n{text}\n{}\n{verification}", imported.rust);
            imported.rust
        };
        let rust = import(&reference.to_json(), PageFormat::Json);
        assert!(rust.chars().all(|c| c == '\n' || !c.is_control()), "{rust:?}");
        assert_eq!(facts_of(&rust), facts, "{rust}");
        for delimiter in [b',', b';', b'\t'] {
            let csv = csv(&facts, delimiter);
            assert_eq!(facts_of(&import(&csv, PageFormat::Csv)), facts, "{csv}");
        }
        for (text, format) in [(reference.to_markdown(), PageFormat::Markdown), (reference.to_html(), PageFormat::Html)]
        {
            let read = as_shown(facts_of(&import(&text, format)));
            assert_eq!(read, as_shown(facts.clone()), "{format:?}\n{text}");
        }
        Ok(())
    });
}

#[test]
fn any_text_is_a_page_or_an_error() {
    let reference = Reference::of::<StudioError>();
    let sound = [reference.to_markdown(), reference.to_html(), csv(&BTreeMap::new(), b','), reference.to_json()];
    let formats = [PageFormat::Markdown, PageFormat::Html, PageFormat::Csv, PageFormat::Json];
    try_many("pages", |bytes| {
        let at = bytes.int_in_range(0..=3)?;
        // A part of a valid page, with hostile text in it.
        let sound: Vec<_> = sound[at].split_inclusive('\n').collect();
        let start = bytes.int_in_range(0..=sound.len() - 1)?;
        let end = bytes.int_in_range(start..=sound.len().min(start + 20))?;
        let mut lines: Vec<_> = sound[start..end].iter().map(ToString::to_string).collect();
        for line in &mut lines {
            if bytes.ratio(1, 3)? {
                let at = bytes.int_in_range(0..=line.len())?;
                if line.is_char_boundary(at) {
                    line.insert_str(at, &words(bytes)?);
                }
            }
        }
        let page = if bytes.ratio(1, 8)? { words(bytes)? } else { lines.concat() };
        let Ok(page) = Page::parse(&page, formats[at]) else { return Ok(()) };
        let verification = page.verify(&reference);
        let report = format!("{verification}{}", verification.to_json());
        assert!(report.chars().all(|c| c == '\n' || !c.is_control()), "{report:?}");
        if let Ok(imported) = page.to_rust("Acme") {
            facts_of(&imported.rust);
            let remarks = imported.left_out.iter().chain(&imported.notes).map(ToString::to_string);
            assert!(remarks.into_iter().all(|remark| !remark.contains(char::is_control)));
        }
        Ok(())
    });
}
