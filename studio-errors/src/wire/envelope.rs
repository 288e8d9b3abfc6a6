//! Writes an error body in the envelope of a catalog.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt::Write;

use crate::code::envelope::{Placeholder, Style, Template};
use crate::code::{ErrorInfo, page};
use crate::text::constant::{len_of, slice};
use crate::wire::escape::{escape, escaped_len};
use crate::wire::members::Members;

/// The values of one error.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Values<'a> {
    /// The code, if it is one of this program: it has the properties.
    pub(crate) info: Option<ErrorInfo>,
    /// The properties of any other code.
    pub(crate) properties: &'a [(&'a str, &'a str)],
    /// The URL of the reference.
    pub(crate) docs: Option<&'a str>,
    /// The values that the service supplies for the request, by name.
    pub(crate) request: &'a [(Cow<'static, str>, String)],
    pub(crate) code: &'a str,
    pub(crate) number: i64,
    pub(crate) name: &'a str,
    pub(crate) category: &'a str,
    pub(crate) message: &'a str,
    pub(crate) http: u16,
    /// It is empty if no resolution is stated.
    pub(crate) resolution: &'a str,
    /// A JSON object.
    pub(crate) details: Option<&'a str>,
    pub(crate) request_id: Option<&'a str>,
}

/// One value in its output form.
#[derive(Clone, Debug)]
pub(crate) enum Written<'a> {
    Text(Cow<'a, str>),
    Number(i64),
    /// A JSON object.
    Object(&'a str),
}

impl<'a> Values<'a> {
    pub(crate) fn of(info: ErrorInfo, message: &'a str, members: &Members<'a>) -> Self {
        Self {
            info: Some(info),
            properties: &[],
            docs: info.catalog().docs,
            request: members.values,
            code: info.code().as_str(),
            number: info.code().number(),
            name: info.name(),
            category: info.category().slug(),
            message,
            http: info.http(),
            resolution: info.resolution(),
            details: members.details,
            request_id: members.request_id,
        }
    }

    /// Returns the value of a placeholder, and `None` if the error does not have the value.
    pub(crate) fn get(&self, placeholder: Placeholder<'a>) -> Option<Written<'a>> {
        let text = |text| Some(Written::Text(Cow::Borrowed(text)));
        let styled = |style: Style, text| match style {
            Style::AsIs => Cow::Borrowed(text),
            Style::Words { .. } => Cow::Owned(style.apply(text)),
        };
        match placeholder {
            Placeholder::Code => text(self.code),
            Placeholder::Number => Some(Written::Number(self.number)),
            Placeholder::Name(style) => Some(Written::Text(styled(style, self.name))),
            Placeholder::Category(style) => Some(Written::Text(styled(style, self.category))),
            Placeholder::Message => text(self.message),
            Placeholder::Http => Some(Written::Number(self.http.into())),
            Placeholder::Resolution => text(self.resolution).filter(|_| !self.resolution.is_empty()),
            Placeholder::Docs => self.docs.map(|docs| Written::Text(Cow::Owned(page(docs, self.code)))),
            Placeholder::Property(name) => text(self.property(name)?),
            Placeholder::Details => self.details.map(Written::Object),
            Placeholder::RequestId => text(self.request_id?),
            Placeholder::Request(name) => text(&self.request.iter().find(|(key, _)| key == name)?.1),
            Placeholder::Brace(brace) => text(brace),
        }
    }

    fn property(&self, name: &str) -> Option<&'a str> {
        let named = || self.properties.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
        self.info.and_then(|info| info.property(name)).or_else(named)
    }
}

impl Written<'_> {
    fn len(&self) -> usize {
        match self {
            Self::Text(text) => escaped_len(text),
            Self::Number(number) => len_of(*number),
            Self::Object(json) => json.len(),
        }
    }

    fn write(&self, json: &mut String) {
        match self {
            Self::Text(text) => escape(json, text),
            // Writing to a `String` cannot fail.
            Self::Number(number) => drop(write!(json, "{number}")),
            Self::Object(object) => json.push_str(object),
        }
    }
}

/// Returns the body. Its only allocation has its exact length, unless a value has a style or is a URL.
pub(crate) fn render<'a>(template: &Template<'a>, values: &Values<'a>) -> String {
    let mut len = 0;
    walk(template, values, |text, value| len += text.len() + value.map_or(0, |value| value.len()));
    let mut json = String::with_capacity(len);
    walk(template, values, |text, value| {
        json.push_str(text);
        if let Some(value) = value {
            value.write(&mut json);
        }
    });
    json
}

/// Calls `piece` with each piece of the body: text of the template and the value after it.
fn walk<'a>(template: &Template<'a>, values: &Values<'a>, mut piece: impl FnMut(&str, Option<Written<'a>>)) {
    let text = template.text();
    // `before` is text that is written unless the next member is omitted. `rest` is the position of the rest of the template.
    let (mut before, mut rest) = ("", 0);
    // A member has several placeholders if it is a string that contains them. Without one of their values, it is omitted.
    for slots in template.slots().chunk_by(|a, b| a.member_from == b.member_from) {
        let Some(member) = slots.first() else { continue };
        let is_absent = slots.iter().any(|slot| values.get(slot.placeholder).is_none());
        if is_absent {
            let between = slice(text, rest, member.member_from);
            if !between.is_empty() {
                piece(before, None);
                before = between;
            }
            if member.is_last {
                before = before.trim_end_matches([' ', '\t', '\n', '\r']);
                before = before.strip_suffix(',').unwrap_or(before);
            }
            rest = member.member_to;
            continue;
        }
        for slot in slots {
            let between = slice(text, rest, slot.from);
            if !between.is_empty() {
                piece(before, None);
                before = between;
            }
            piece(before, values.get(slot.placeholder));
            before = "";
            rest = slot.to;
        }
    }
    piece(before, None);
    piece(slice(text, rest, text.len()), None);
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::vec::Vec;

    use super::*;

    const VALUES: Values<'_> = Values {
        info: None,
        properties: &[],
        docs: None,
        request: &[],
        code: "A_7",
        number: 7,
        name: "EMPTY",
        category: "a\"b",
        message: "m\n",
        http: 402,
        resolution: "",
        details: None,
        request_id: None,
    };
    const FULL: Values<'_> =
        Values { resolution: "wait", details: Some(r#"{"have":3}"#), request_id: Some("01\u{1}"), ..VALUES };

    fn rendered(template: &str, values: &Values<'_>) -> String {
        let body = render(&Template::parse(template).unwrap(), values);
        assert_eq!((body.len(), body.capacity()), (body.len(), body.len()), "{body}");
        let _: serde_json::Value = serde_json::from_str(&body).unwrap_or_else(|error| panic!("{error}: {body}"));
        body
    }

    #[test]
    fn every_value_is_written_as_a_string_a_number_or_an_object() {
        let template = r#"{"c":"{code}","n":{number},"N":"{number}","name":"{name}","in":"{category}","m":"{message}","h":{http},"H":"{http}","r":"{resolution}","d":{details},"id":"{request_id}","k":[1,"x"]}"#;
        assert_eq!(
            rendered(template, &FULL),
            r#"{"c":"A_7","n":7,"N":"7","name":"EMPTY","in":"a\"b","m":"m\n","h":402,"H":"402","r":"wait","d":{"have":3},"id":"01\u0001","k":[1,"x"]}"#
        );
        assert_eq!(
            rendered(template, &VALUES),
            r#"{"c":"A_7","n":7,"N":"7","name":"EMPTY","in":"a\"b","m":"m\n","h":402,"H":"402","k":[1,"x"]}"#
        );
    }

    #[test]
    fn a_member_without_a_value_is_omitted_at_any_position() {
        let optional = [r#""r":"{resolution}""#, r#""d":{details}"#, r#""id":"{request_id}""#];
        for (separator, tail) in [(",", ""), (" , ", " "), (",\n\t", "\n")] {
            // The three members are in each possible order.
            for place in 0..=3 {
                let mut members = optional.to_vec();
                members.insert(place, r#""a":["{code}","{message}"]"#);
                let template = format!("{{{}{tail}}}", members.join(separator));
                assert_eq!(rendered(&template, &VALUES).replace([' ', '\t', '\n'], ""), r#"{"a":["A_7","m\n"]}"#);
                for (absent, values) in [
                    (0, Values { resolution: "", ..FULL }),
                    (1, Values { details: None, ..FULL }),
                    (2, Values { request_id: None, ..FULL }),
                ] {
                    let kept: Vec<_> = members.iter().filter(|member| **member != optional[absent]).copied().collect();
                    let without = format!("{{{}{tail}}}", kept.join(separator));
                    let read = |json: &str| serde_json::from_str::<serde_json::Value>(json).unwrap();
                    assert_eq!(read(&rendered(&template, &values)), read(&rendered(&without, &FULL)), "{template}");
                }
            }
        }
        for (template, body) in [
            (r#"["{code}","{message}","{request_id}"]"#, r#"["A_7","m\n"]"#),
            (r#"["{request_id}","{code}",{details},"{message}"]"#, r#"["A_7","m\n"]"#),
            (
                r#"["{code}","{message}",{"a":{"b":{details}},"c":{details}},[{details}]]"#,
                r#"["A_7","m\n",{"a":{}},[]]"#,
            ),
            (r#"{"a":{number},"b":{details},"m":"{message}"}"#, r#"{"a":7,"m":"m\n"}"#),
            (r#"{"m":"{message}","a":{number},"b":{details}}"#, r#"{"m":"m\n","a":7}"#),
            (r#"{"m":"{message}","a":{number},"b":{details},"c":"{request_id}"}"#, r#"{"m":"m\n","a":7}"#),
        ] {
            assert_eq!(rendered(template, &VALUES), body);
        }
    }
}
