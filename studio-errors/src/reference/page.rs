//! What Markdown and HTML show: the codes in sections, the facts of each code, and the members of the error body.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::body::{json_type, parsed};
use super::rows::{CategoryRow, CodeRow, RangeRow, Reference};
use crate::code::envelope::{Content, Node, Placeholder};
use crate::wire::escape::unescape;

pub(super) struct Page<'a> {
    pub(super) title: String,
    pub(super) count: String,
    /// The response of the first code.
    pub(super) sample: Option<Sample>,
    pub(super) sections: Vec<Section<'a>>,
}

pub(super) struct Sample {
    pub(super) http: u16,
    pub(super) body: String,
    pub(super) members: Vec<Member>,
}

pub(crate) struct Section<'a> {
    pub(crate) catalog: &'a str,
    pub(crate) slug: &'a str,
    /// `None` if a reference from a file does not describe the category.
    category: Option<&'a CategoryRow>,
    pub(crate) codes: Vec<&'a CodeRow>,
}

impl Section<'_> {
    pub(crate) fn title(&self) -> &str {
        self.category.map_or(self.slug, |category| &category.title)
    }

    pub(crate) fn ranges(&self) -> &[RangeRow] {
        self.category.map_or(&[], |category| &category.ranges)
    }
}

impl CategoryRow {
    /// The ranges as text: `1600 to 1699, 2600 to 2699`.
    #[must_use]
    pub fn numbers(&self) -> String {
        numbers(&self.ranges)
    }
}

/// Formats ranges as in `1600 to 1699, 2600 to 2699`.
pub(crate) fn numbers(ranges: &[RangeRow]) -> String {
    let ranges: Vec<_> = ranges.iter().map(|range| format!("{} to {}", range.first, range.last)).collect();
    ranges.join(", ")
}

impl Reference {
    pub(super) fn page(&self) -> Page<'_> {
        let sections = self.sections();
        let sample = self.codes.first().map(|row| Sample {
            http: row.http,
            body: self.example(row),
            members: members(self.envelope_of(row)),
        });
        Page { title: self.title(), count: count(&sections), sample, sections }
    }

    fn sections(&self) -> Vec<Section<'_>> {
        let mut sections: Vec<Section<'_>> = Vec::new();
        let mut places = BTreeMap::new();
        let categories = self.categories_by_slug();
        for row in &self.codes {
            let (catalog, slug) = (&*row.catalog, &*row.category);
            let place = *places.entry((catalog, slug)).or_insert(sections.len());
            match sections.get_mut(place) {
                Some(section) => section.codes.push(row),
                None => {
                    let category = categories.get(&(catalog, slug)).copied();
                    sections.push(Section { catalog, slug, category, codes: [row].into() });
                }
            }
        }
        sections
    }

    /// The title, such as `STUDIO error codes`, with all prefixes in order.
    #[must_use]
    pub fn title(&self) -> String {
        let mut catalogs: Vec<_> =
            self.codes.iter().map(|row| &*row.catalog).filter(|prefix| !prefix.is_empty()).collect();
        catalogs.dedup();
        match catalogs.split_last() {
            None => "Error codes".into(),
            Some((last, [])) => format!("{last} error codes"),
            Some((last, others)) => format!("{} and {last} error codes", others.join(", ")),
        }
    }
}

/// Returns a text such as `36 codes in 11 categories`.
fn count(sections: &[Section<'_>]) -> String {
    let codes = sections.iter().map(|section| section.codes.len()).sum();
    format!("{} in {}", many(codes, "code", "codes"), many(sections.len(), "category", "categories"))
}

fn many(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

impl CodeRow {
    /// The facts that are below the description, if the code has them: a title, and at least one text.
    pub(crate) fn facts(&self) -> Vec<(&'static str, Vec<String>)> {
        let mut details: Vec<_> = self.details.iter().map(ToString::to_string).collect();
        if self.open_details {
            details.push("any members".into());
        }
        let properties = self.properties.iter().map(|(name, value)| format!("{name} {value}")).collect();
        let challenge = self.challenge.iter().map(ToString::to_string).collect();
        let all = [("Details", details), ("Properties", properties), ("Challenge", challenge)];
        all.into_iter().filter(|(_, texts)| !texts.is_empty()).collect()
    }
}

/// A member whose value is that of the error.
pub(super) struct Member {
    /// The path, such as `error.code` or `errors[0].code`.
    pub(super) path: String,
    pub(super) json_type: &'static str,
    pub(super) meaning: String,
}

fn members(template: &str) -> Vec<Member> {
    let mut members = Vec::new();
    collect(parsed(template).root(), "", &mut members);
    members
}

fn collect(node: Node<'_>, path: &str, members: &mut Vec<Member>) {
    match node.content() {
        Content::Object(_) => {
            let separator = if path.is_empty() { "" } else { "." };
            for child in node.children() {
                collect(child, &format!("{path}{separator}{}", unescape(child.name())), members);
            }
        }
        Content::Array(_) => {
            for (i, child) in node.children().enumerate() {
                collect(child, &format!("{path}[{i}]"), members);
            }
        }
        Content::Placeholder(placeholder, place) => {
            members.push(Member {
                path: path.into(),
                json_type: json_type(placeholder, place),
                meaning: meaning(placeholder),
            });
        }
        Content::Text => {
            let meaning = node.placeholders().map(meaning).collect::<Vec<_>>().join("; ");
            if !meaning.is_empty() {
                let meaning = format!("a text with {meaning}");
                members.push(Member { path: path.into(), json_type: "string", meaning });
            }
        }
        Content::Constant(_) => {}
    }
}

pub(super) fn meaning(placeholder: Placeholder<'_>) -> String {
    match placeholder {
        Placeholder::Code => "the code to match on: its meaning never changes",
        Placeholder::Number => "the number of the code to match on: its meaning never changes",
        Placeholder::Name(_) => "the name of the error",
        Placeholder::Category(_) => "the category of the error",
        Placeholder::Message => "what happened, for people: it may change",
        Placeholder::Http => "the HTTP status of the response",
        Placeholder::Resolution => "what the client can do, if it is known",
        Placeholder::Docs => "the URL of the code in the reference",
        Placeholder::Details => "values of the error, if it has any",
        Placeholder::RequestId => "the id of the request, if there is one",
        Placeholder::Property(name) => return format!("the property `{name}` of the code"),
        Placeholder::Request(name) => return format!("the value `{name}` of the request, if there is one"),
    }
    .into()
}
