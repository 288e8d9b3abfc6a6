//! The reference as a Python module.

use std::borrow::Cow;
use std::collections::BTreeMap;

use askama::Template;
use studio_errors::reference::output::terminal;
use studio_errors::reference::{CodeRow, DetailRow, Reference, SetRow};

use super::body::{Places, bodies, code_headers, keys, places};
use super::class_names::{ClassNames, class_names, set_names};
use super::literal::{literal, members, steps};

/// The reference as a module for Python 3.11 or later, without dependencies.
///
/// | item | is |
/// |---|---|
/// | `StudioError` | the base class, named after the catalog: `code`, `message`, `http`, `details`, `request_id`, `retryable`, `resolution`, `properties` |
/// | `QuotaError` | a class for each category, below the base class |
/// | `InsufficientCredits` | a class for each code, below its category; `details` has a type if the code has details |
/// | `CreateOrder` | a [named set](Reference::with_set): a tuple of its classes, for `except CreateOrder` |
/// | `parse(body)` | the error in the body of a response: text, bytes, or what `json()` returns; never raises |
/// | `from_response(response)` | the error of a response of `requests` or `httpx`; never raises |
/// | `raise_for_error(response)` | raises the error of such a response with a status from 400 |
///
/// `from_response` reads what `ErrorBody::from_response` reads in Rust: the envelope, problem details, the code in the header of the catalog for a
/// body without a code, and `Retry-After` as `retry_after`, in seconds. For a body that is none of these, such as the page of a proxy, the
/// code is empty, and the message has the status and the beginning of the body.
///
/// A code that is newer than the module is the base class, and so is a body that is not an error body: its code is empty.
/// For both, `retryable` depends on the status: 408, 425, 429, 500, 502, 503 and 504 are retryable.
///
/// # Names
///
/// | class | name | if the name is a keyword or a builtin of Python, or another class has the same name |
/// |---|---|---|
/// | base | the prefix, then `Error`: `StudioError` | the prefix, then `ServiceError`: `TimeoutServiceError` |
/// | category | the slug, then `Error`: `QuotaError` | the prefix of the catalog first: `StudioTimeoutError` |
/// | code | the name: `InsufficientCredits` | the name, then the code: `NotFoundStudio1500` |
/// | details | the class of the code, then `Details`: `InsufficientCreditsDetails` | the same, then an underscore |
///
/// The names are given in the order of this table, so a code takes no name from a category. If two codes have the same name,
/// both get the longer one. Characters other than ASCII letters and digits separate words. A name that does not start with a
/// letter gets `Catalog`, `Category` or `Code` in front. If the longer name is taken too, underscores follow it.
///
/// If there are several catalogs, the base class is `ServiceError`, and each catalog has a class below it. The base class of a
/// catalog without a prefix is `ServiceError`.
///
/// ```
/// use studio_errors::catalog::QuotaError;
/// use studio_errors::reference::Reference;
/// use studio_errors_cli::client::to_python;
///
/// let module = to_python(&Reference::of::<QuotaError>());
/// assert!(module.contains("\nclass InsufficientCredits(QuotaError):\n"));
/// ```
#[must_use]
pub fn to_python(reference: &Reference) -> String {
    let names = class_names(reference);
    let classes: Vec<_> = names.all().collect();
    let class_of = |code: &str| names.codes.get(code).map(String::as_str);
    let sets = set_names(reference, &[&*classes, &["Violation"]].concat());
    let mut exports = [&*classes, &["Violation", "from_response", "parse", "raise_for_error"]].concat();
    exports.extend(sets.iter().map(|(_, name)| &**name));
    exports.sort_unstable();
    let module = Module {
        title: reference.title(),
        categories: categories(reference, &names),
        sets: sets
            .iter()
            .map(|(set, name)| (*set, &**name, set.codes.iter().filter_map(|code| class_of(code)).collect()))
            .collect(),
        keys: keys(reference).into_iter().filter_map(|(key, code)| Some((key, class_of(code?)?))).collect(),
        places: places(&bodies(reference)),
        headers: code_headers(reference),
        names: &names,
        exports,
    };
    // Writing to a `String` does not fail.
    module.render().unwrap_or_default()
}

#[derive(Template)]
#[template(path = "client.py", escape = "none")]
struct Module<'a> {
    title: String,
    names: &'a ClassNames<'a>,
    exports: Vec<&'a str>,
    categories: Vec<Category<'a>>,
    /// The named sets, each with its name in the module and its classes. No set has the name of a class.
    sets: Vec<(&'a SetRow, &'a str, Vec<&'a str>)>,
    /// The class of each code, by the text that identifies it in a body.
    keys: Vec<(Cow<'a, str>, &'a str)>,
    places: Vec<Places>,
    headers: Vec<&'a str>,
}

struct Category<'a> {
    title: &'a str,
    class: &'a str,
    base: &'a str,
    codes: Vec<Code<'a>>,
}

struct Code<'a> {
    row: &'a CodeRow,
    class: &'a str,
    /// The type of the details, if the code has some.
    details: Option<&'a str>,
}

/// The categories in the order of the first code of each.
fn categories<'a>(reference: &'a Reference, names: &'a ClassNames<'a>) -> Vec<Category<'a>> {
    let mut categories: Vec<Category<'_>> = Vec::new();
    let mut places = BTreeMap::new();
    for row in &reference.codes {
        let slug = (&*row.catalog, &*row.category);
        let (Some(of_category), Some(class)) = (names.categories.get(&slug), names.codes.get(&*row.code)) else {
            continue;
        };
        let place = *places.entry(slug).or_insert(categories.len());
        if place == categories.len() {
            let stated = reference.categories.iter().find(|row| (&*row.catalog, &*row.slug) == slug);
            categories.push(Category {
                title: stated.map_or(slug.1, |row| &row.title),
                class: of_category,
                base: names.catalogs.get(slug.0).unwrap_or(&names.base),
                codes: Vec::new(),
            });
        }
        let details = names.details.get(&*row.code).map(String::as_str);
        categories[place].codes.push(Code { row, class, details });
    }
    categories
}

/// The description, the explanation, the resolution, the code, and the deprecation, each a paragraph.
fn documentation(row: &CodeRow) -> String {
    let facts = format!("{}, {}, HTTP {}", row.code, row.name, row.http);
    let deprecated = row.deprecated.as_ref().map(ToString::to_string);
    let explanation = row.explanation.as_deref().unwrap_or_default().trim_end().lines().map(docstring);
    let explanation = explanation.collect::<Vec<_>>().join("\n    ").replace("\n    \n", "\n\n");
    let [description, resolution, facts, deprecated] =
        [&row.description, &row.resolution, &*facts, deprecated.as_deref().unwrap_or_default()]
            .map(|text| docstring(text.trim()));
    let paragraphs = [description, explanation, resolution, facts, deprecated];
    let paragraphs: Vec<_> = paragraphs.into_iter().filter(|text| !text.is_empty()).collect();
    if let [one] = &*paragraphs { one.clone() } else { paragraphs.join("\n\n    ") + "\n    " }
}

/// Text on one line, for a string in three quotes. The text cannot end the string, and cannot start an escape.
fn docstring(text: &str) -> String {
    terminal(text.trim_end()).to_string().replace('\\', "\\\\").replace('"', "\\\"")
}

/// The type of a detail.
fn kind(detail: &DetailRow) -> String {
    let kind = match &*detail.kind {
        "integer" => "int",
        "number" => "float",
        "string" => "str",
        "boolean" => "bool",
        "array" => "list[typing.Any]",
        "violations" => "list[Violation]",
        _ => "typing.Any",
    };
    if detail.optional { format!("typing.NotRequired[{kind}]") } else { kind.into() }
}
