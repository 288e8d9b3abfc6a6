//! What a client contains, in any language.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use studio_errors::reference::output::json;
use studio_errors::reference::{BodyPart, BodyValue, CodeRow, Reference, SetRow};

use super::class_names::{ClassNames, class_names, set_names};

pub(super) struct Client<'a> {
    pub(super) reference: &'a Reference,
    pub(super) names: ClassNames<'a>,
    /// The named sets, each with the name of its type.
    pub(super) sets: Vec<(&'a SetRow, String)>,
    /// The distinct bodies, in the order of the codes.
    pub(super) bodies: Vec<BodyPart>,
    /// The code for each text that identifies a code in a body. A number that two catalogs share is omitted.
    pub(super) keys: Vec<(Cow<'a, str>, &'a str)>,
    /// The places in each of the bodies, and in problem details.
    pub(super) places: Vec<Places>,
    /// The names of the headers that contain the code.
    pub(super) headers: Vec<&'a str>,
}

/// The name and the path of each value in one format of a body. Each step of a path is a literal.
type Places = Vec<(&'static str, Vec<String>)>;

/// The values that a client reads: the name in generated code, and the members of problem details (RFC 9457). Without a detail, the
/// title is the message.
const VALUES: [(&str, BodyValue, [&str; 2]); 5] = [
    ("key", BodyValue::Key, ["code", "code"]),
    ("message", BodyValue::Message, ["detail", "title"]),
    ("http", BodyValue::Http, ["status", "status"]),
    ("details", BodyValue::Details, ["details", "details"]),
    ("request_id", BodyValue::RequestId, ["request_id", "request_id"]),
];

impl<'a> Client<'a> {
    pub(super) fn of(reference: &'a Reference) -> Self {
        let mut bodies = Vec::new();
        let mut keys = BTreeMap::<_, Option<&str>>::new();
        for row in &reference.codes {
            let body = reference.body(row);
            if !bodies.contains(&body) {
                bodies.push(body);
            }
            keys.entry(reference.key(row)).and_modify(|code| *code = None).or_insert(Some(&row.code));
        }
        keys.extend(reference.codes.iter().map(|row| (Cow::Borrowed(&*row.code), Some(&*row.code))));
        let in_body = |body| VALUES.iter().filter_map(|(name, value, _)| Some((*name, path(body, *value)?))).collect();
        let in_problem = |at: usize| VALUES.map(|(name, _, members)| (name, vec![literal(members[at])])).into();
        let places = bodies.iter().map(in_body).chain([0, 1].map(in_problem)).collect();
        let mut headers: Vec<_> =
            reference.catalogs.iter().filter_map(|catalog| catalog.code_header.as_deref()).collect();
        headers.sort_unstable();
        headers.dedup();
        let names = class_names(reference);
        let sets = set_names(reference, &names);
        let keys = keys.into_iter().filter_map(|(key, code)| Some((key, code?))).collect();
        Self { reference, names, sets, bodies, keys, places, headers }
    }

    /// The prefix, the slug and the class of each category, in the order of its first code.
    pub(super) fn categories(&self) -> Vec<(&str, &str, &str)> {
        let mut seen = BTreeSet::new();
        let slugs = self.reference.codes.iter().map(|row| (&*row.catalog, &*row.category));
        let slugs = slugs.filter(|slug| seen.insert(*slug));
        slugs.filter_map(|slug| Some((slug.0, slug.1, &**self.names.categories.get(&slug)?))).collect()
    }

    /// The codes of a category, each with its class and with the type of its details.
    pub(super) fn codes(&self, prefix: &str, slug: &str) -> impl Iterator<Item = (&CodeRow, &str, Option<&str>)> {
        let rows = self.reference.codes.iter().filter(move |row| row.catalog == prefix && row.category == slug);
        rows.filter_map(|row| {
            Some((row, self.names.code(&row.code)?, self.names.details.get(&*row.code).map(|name| &**name)))
        })
    }

    /// The title of a category.
    pub(super) fn title<'s>(&'s self, prefix: &str, slug: &'s str) -> &'s str {
        let category = self.reference.categories.iter().find(|row| row.catalog == prefix && row.slug == slug);
        category.map_or(slug, |row| &row.title)
    }
}

fn path(part: &BodyPart, value: BodyValue) -> Option<Vec<String>> {
    let below = |part, step| Some([vec![step], path(part, value)?].concat());
    match part {
        BodyPart::Object(members) => members.iter().find_map(|member| below(&member.part, literal(&member.name))),
        BodyPart::Array(elements) => elements.iter().zip(0..).find_map(|(element, at)| below(element, at.to_string())),
        BodyPart::Value(own, _) => (*own == value).then(Vec::new),
        _ => None,
    }
}

/// Returns text as a string literal in double quotes, on one line.
///
/// A JSON string is also a string literal of JavaScript (ECMA-262, JSON superset) and of Python. Both languages have all escapes
/// that are written here.
pub(super) fn literal(text: &str) -> String {
    json(serde_json::Value::from(text).to_string())
}

/// The members of an object of strings.
pub(super) fn members(properties: &BTreeMap<Cow<'static, str>, Cow<'static, str>>) -> String {
    let members = properties.iter().map(|(name, value)| format!("{}: {}", literal(name), literal(value)));
    members.collect::<Vec<_>>().join(", ")
}
