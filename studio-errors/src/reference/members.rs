//! The members of the error body, for the formats that describe them to readers.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::body::json_type;
use crate::code::envelope::{Content, Node, Placeholder, Template};
use crate::wire::escape::unescape;

/// A member whose value is that of the error.
pub(super) struct Member {
    /// The path, such as `error.code` or `errors[0].code`.
    pub(super) path: String,
    pub(super) json_type: &'static str,
    pub(super) meaning: String,
}

/// The members of a template, in order.
pub(super) fn members(template: &str) -> Vec<Member> {
    let mut members = Vec::new();
    collect(Template::parse(template).0.root(), "", &mut members);
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

fn meaning(placeholder: Placeholder<'_>) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_is_found_at_any_depth() {
        let members =
            |template| members(template).into_iter().map(|member| (member.path, member.json_type)).collect::<Vec<_>>();
        assert_eq!(
            members(r#"{"errors":[{"status":"{http}","m\"s":"{message}"}, 1, {number}],"meta":{"a":1,"d":{details}}}"#),
            [
                ("errors[0].status".into(), "string"),
                ("errors[0].m\"s".into(), "string"),
                ("errors[2]".into(), "integer"),
                ("meta.d".into(), "object"),
            ]
        );
    }
}
