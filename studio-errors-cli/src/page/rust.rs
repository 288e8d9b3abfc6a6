//! Writes definitions as Rust.

use std::collections::BTreeSet;
use std::fmt;

use askama::Template;
use heck::ToShoutySnakeCase;

use super::Page;
use super::definitions::{Category, Definitions, Variant, in_text};
use super::spelling::Spelling;
use super::table::{About, Remark};
use super::{explanation, identifiers};
use studio_errors::reference::output::terminal;

/// The generated Rust code, and the parts of the page that it does not contain.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Imported {
    /// A module: the catalog, one enum for each category, and an enum of all of them.
    pub rust: String,
    /// The rows that the module does not contain, by line.
    pub left_out: Vec<Remark>,
    /// The parts that the module contains with a difference, and the columns and tables that are not read, by line.
    pub notes: Vec<Remark>,
}

/// The error of [`Page::to_rust`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotImported {
    /// The name of the catalog is not an identifier such as `Acme`, or the output uses it for something else.
    Name(String),
    /// No row of the page can be expressed. The reasons.
    NoCodes(Vec<Remark>),
}

impl fmt::Display for NotImported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => {
                let name = terminal(name);
                write!(f, "`{name}` cannot be the name of the catalog\nhelp: write a name in `UpperCamelCase`, such as `Acme`")
            }
            Self::NoCodes(_) => f.write_str(
                "no code can be imported\nhelp: the page needs a table with the columns `code`, `http`, `name` and `description`",
            ),
        }
    }
}

impl std::error::Error for NotImported {}

impl Page {
    /// Converts the page to Rust. `catalog` is the name of the type that implements [`Catalog`](studio_errors::Catalog).
    ///
    /// ```
    /// use studio_errors_cli::page::{Page, PageFormat};
    ///
    /// let page = "## Billing (100-199)\n\n\
    ///     | Code | Status | Name | Message |\n|---|---|---|---|\n\
    ///     | ACME-100 | 402 | CARD_DECLINED | The card was declined |\n";
    /// let imported = Page::parse(page, PageFormat::Markdown)?.to_rust("Acme")?;
    /// assert!(imported.rust.contains(r#"const SEPARATOR: &'static str = "-";"#));
    /// assert!(imported.rust.contains("/// The card was declined\n    #[studio(code = 100, http = 402)]\n    CardDeclined,"));
    /// assert!(imported.left_out.is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if `catalog` cannot be the name of a type, or if no row of the page can be expressed.
    pub fn to_rust(&self, catalog: &str) -> Result<Imported, NotImported> {
        let is_name = catalog.starts_with(|c: char| c.is_ascii_uppercase())
            && catalog.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        if !is_name || identifiers::TAKEN.contains(&catalog) {
            return Err(NotImported::Name(catalog.into()));
        }
        let all = if catalog.ends_with("Error") { format!("{catalog}s") } else { format!("{catalog}Error") };
        let mut taken = BTreeSet::from([catalog.to_string(), all.clone()]);
        let definitions = Definitions::of(self, &mut taken);
        let Definitions { spelling, categories, remarks } = definitions;
        let variants = || categories.iter().flat_map(|category| &category.variants);
        let Some(first) = variants().next() else {
            return Err(NotImported::NoCodes(remarks));
        };
        let module = Module {
            catalog,
            all: &all,
            first: spelling.code(first.number),
            // A catalog with a 401 does not compile without a challenge, and no page states one.
            has_challenge: variants().any(|variant| variant.http == 401),
            spelling: &spelling,
            categories: &categories,
        };
        // Writing to a `String` does not fail.
        let rust = module.render().unwrap_or_default();
        let (left_out, notes) = remarks.into_iter().partition(|remark| remark.about == About::Lost);
        Ok(Imported { rust, left_out, notes })
    }
}

#[derive(Template)]
#[template(path = "import.rs", escape = "none")]
struct Module<'a> {
    catalog: &'a str,
    /// The enum of all categories.
    all: &'a str,
    first: String,
    has_challenge: bool,
    spelling: &'a Spelling,
    categories: &'a [Category],
}

/// The text as a Rust literal.
fn literal(text: &str) -> String {
    format!("{text:?}")
}

fn constructor(category: &Category) -> String {
    let (slug, title) = (literal(&category.slug), literal(&category.title));
    let ranges: Vec<_> = category.ranges.iter().map(|(first, last)| format!("{first}..={last}")).collect();
    match &*ranges {
        [range] => format!("Category::new({slug}, {title}, {range})"),
        ranges => format!("Category::with_ranges({slug}, {title}, &[{}])", ranges.join(", ")),
    }
}

/// The variant of a category in the enum of all categories.
fn stem(category: &Category) -> &str {
    category.ident.strip_suffix("Error").filter(|stem| !matches!(*stem, "" | "Self")).unwrap_or(&category.ident)
}

fn of_enum(catalog: &str, category: &Category) -> String {
    let number =
        |(first, last): &(i64, i64)| if first == last { first.to_string() } else { format!("{first}..={last}") };
    let reserved: Vec<_> = category.reserved.iter().map(number).collect();
    let mut keys =
        vec![format!("catalog = {catalog}"), format!("category = {}", literal(&category.slug)), "published".into()];
    keys.extend((!reserved.is_empty()).then(|| format!("reserved({})", reserved.join(", "))));
    attribute("studio", &keys, "")
}

/// The lines of the doc comment. A description that rustdoc would not show unchanged is a key of the attribute.
fn doc(variant: &Variant, spelling: &Spelling) -> Vec<String> {
    let code = || format!("The code `{}`.", spelling.code(variant.number));
    let description = plain(&variant.description).map_or_else(code, Into::into);
    [vec![format!(" {description}")], explanation::doc(&variant.explanation)].concat()
}

fn attributes(variant: &Variant) -> Vec<String> {
    // The default of the derive.
    let own_name = variant.ident.to_shouty_snake_case() != variant.name;
    let text = |key: &str, text: &str, is_stated: bool| is_stated.then(|| format!("{key} = {}", literal(text)));
    let keys = [
        Some(format!("code = {}", variant.number)),
        Some(format!("http = {}", variant.http)),
        text("name", &variant.name, own_name),
        text("description", &variant.description, plain(&variant.description).is_none()),
        text("resolution", &variant.resolution, !variant.resolution.is_empty()),
        variant.retryable.map(|retryable| format!("retryable = {retryable}")),
        variant.grpc.and_then(|grpc| text("grpc", grpc.as_str(), true)),
    ];
    let keys: Vec<_> = keys.into_iter().flatten().collect();
    deprecated(&variant.deprecated).into_iter().chain([attribute("studio", &keys, "    ")]).collect()
}

/// The attribute for a text such as `deprecated since 1.2.0: use STUDIO_1601`. An empty text is not a deprecation.
fn deprecated(text: &str) -> Option<String> {
    let rest = text.strip_prefix("deprecated")?;
    let (since, note) = rest.split_once(": ").map_or((rest, None), |(since, note)| (since, Some(note)));
    let since = since.strip_prefix(" since ").map(|since| format!("since = {}", literal(since)));
    let keys: Vec<_> = since.into_iter().chain(note.map(|note| format!("note = {}", literal(note)))).collect();
    Some(attribute("deprecated", &keys, "    "))
}

/// Writes an attribute, each key on a line of its own if they are too long for one.
fn attribute(name: &str, keys: &[String], indent: &str) -> String {
    const LONGEST: usize = 70;
    let line = keys.join(", ");
    match line.chars().count() {
        0 => format!("#[{name}]"),
        1..=LONGEST => format!("#[{name}({line})]"),
        _ => format!("#[{name}(\n{indent}    {}\n{indent})]", keys.join(&format!(",\n{indent}    "))),
    }
}

/// Returns the text if rustdoc shows it unchanged.
fn plain(text: &str) -> Option<&str> {
    let escaped = terminal(text).to_string();
    let special = |c: char| matches!(c, '[' | ']' | '<' | '>' | '\\');
    let is_plain = !text.is_empty()
        && escaped == text
        && text.trim() == text
        && !text.contains(special)
        && !text.contains("://")
        && text.matches('`').count().is_multiple_of(2);
    is_plain.then_some(text)
}
