//! The places of the values in an error body.

use std::borrow::Cow;
use std::collections::BTreeMap;

use studio_errors::reference::{BodyPart, BodyValue, Reference};

/// One step of the path of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Member(String),
    Element(usize),
}

/// The values that a client reads, with their names in generated code.
const VALUES: [(&str, BodyValue); 5] = [
    ("key", BodyValue::Key),
    ("message", BodyValue::Message),
    ("http", BodyValue::Http),
    ("details", BodyValue::Details),
    ("request_id", BodyValue::RequestId),
];

/// The members of problem details (RFC 9457) that have these values, in the same order. Without a detail, the title is the message.
const PROBLEMS: [[&str; 5]; 2] =
    [["code", "detail", "status", "details", "request_id"], ["code", "title", "status", "details", "request_id"]];

/// The name and the path of each value in one format of a body.
pub(super) type Places = Vec<(&'static str, Vec<Step>)>;

/// The distinct bodies, in the order of the codes.
pub(super) fn bodies(reference: &Reference) -> Vec<BodyPart> {
    let mut bodies = Vec::new();
    for body in reference.codes.iter().map(|row| reference.body(row)) {
        if !bodies.contains(&body) {
            bodies.push(body);
        }
    }
    bodies
}

/// The places in each of the bodies, and in problem details.
pub(super) fn places(bodies: &[BodyPart]) -> Vec<Places> {
    let of = |body| VALUES.into_iter().filter_map(|(name, value)| Some((name, path(body, value)?))).collect();
    let problem = |members: [&str; 5]| {
        let places = VALUES.into_iter().zip(members);
        places.map(|((name, _), member)| (name, vec![Step::Member(member.into())])).collect()
    };
    bodies.iter().map(of).chain(PROBLEMS.map(problem)).collect()
}

/// The names of the headers that contain the code.
pub(super) fn code_headers(reference: &Reference) -> Vec<&str> {
    let mut names: Vec<&str> = reference.catalogs.iter().filter_map(|catalog| catalog.code_header.as_deref()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The code for each text that identifies a code in a body. `None` if two codes have it.
pub(super) fn keys(reference: &Reference) -> BTreeMap<Cow<'_, str>, Option<&str>> {
    let mut keys = BTreeMap::<_, Option<&str>>::new();
    for row in &reference.codes {
        keys.entry(reference.key(row)).and_modify(|code| *code = None).or_insert(Some(&row.code));
    }
    keys.extend(reference.codes.iter().map(|row| (Cow::Borrowed(&*row.code), Some(&*row.code))));
    keys
}

fn path(part: &BodyPart, value: BodyValue) -> Option<Vec<Step>> {
    let below = |part, step| {
        let mut steps = path(part, value)?;
        steps.insert(0, step);
        Some(steps)
    };
    match part {
        BodyPart::Object(members) => {
            members.iter().find_map(|member| below(&member.part, Step::Member(member.name.clone())))
        }
        BodyPart::Array(elements) => {
            elements.iter().enumerate().find_map(|(at, element)| below(element, Step::Element(at)))
        }
        BodyPart::Value(own, _) => (*own == value).then(Vec::new),
        _ => None,
    }
}
