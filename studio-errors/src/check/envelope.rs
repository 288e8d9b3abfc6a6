//! The check of the envelope of a catalog.

use super::report::Report;
use crate::code::envelope::{Form, MOST, Mistake, Placeholder, Template, Wrong};
use crate::text::constant::slice;

/// Adds the errors of `template` to the report of its catalog.
pub(super) const fn envelope(report: &mut Report, template: &str) -> bool {
    let Err(mistakes) = Template::parse(template) else { return true };
    let mut i = 0;
    while i < mistakes.len() {
        report.text("\n- its envelope ");
        mistake(report, template, mistakes.get(i));
        i += 1;
    }
    false
}

const fn mistake(report: &mut Report, template: &str, Mistake { wrong, from, to }: Mistake) {
    let text = slice(template, from, to);
    // Without the braces.
    let name = slice(template, from + 1, to.saturating_sub(1));
    match wrong {
        Wrong::Json(expected) => {
            report.text("is not JSON").place(template, from).text(": expected ").text(expected);
            report
                .found(template, from)
                .text("\n  help: write it as a body is sent, such as ")
                .quoted(r#"{"error":{"code":"{code}","message":"{message}"}}"#);
        }
        Wrong::Unknown => {
            report.text("has the unknown placeholder ").quoted(text).place(template, from).text("\n  help: ");
            match Placeholder::meant_by(name) {
                Some(meant) => report.text("did you mean ").placeholder(meant).text("?"),
                None => report.text("the placeholders are ").placeholders(),
            };
        }
        Wrong::Inside => {
            report.text("has ").quoted(text).text(" in a longer string").place(template, from);
            report.text("\n  help: a placeholder is a whole value, such as ").value(name);
        }
        Wrong::Name => {
            report.text("has ").quoted(text).text(" in the name of a member").place(template, from);
            report.text("\n  help: a placeholder is a whole value, such as ").value(name);
        }
        Wrong::Quoted => {
            report.text("has ").quoted(text).text(" in quotes").place(template, from);
            report.text("\n  help: remove the quotes: the value is an object");
        }
        Wrong::Unquoted => {
            report.text("has ").quoted(text).text(" without quotes").place(template, from).text("\n  help: write ");
            report.value(name).text(": the value is a string");
            if matches!(Placeholder::find(name), Some(Placeholder::Code)) {
                report.text("; the number is ").placeholder(Placeholder::Number);
            }
        }
        Wrong::Repeated => {
            report.text("repeats the member ").quoted(name).place(template, from);
            report.text("\n  help: give each member of an object its own name");
        }
        Wrong::Many => {
            report.text("has too many placeholders, beginning with ").quoted(text).place(template, from);
            report.text("\n  help: use at most ").count(MOST);
        }
        Wrong::NoMessage => {
            report.text("has no ").placeholder(Placeholder::Message);
            report.text("\n  help: add a member, such as ").quoted(r#""message":"{message}""#);
        }
        Wrong::NoCode => {
            report.text("has none of `{code}`, `{number}` and `{name}`, by which clients tell errors apart");
            report.text("\n  help: add a member, such as ").quoted(r#""code":"{code}""#);
        }
    }
}

impl Report {
    /// Adds the position of an error in the template, in characters.
    const fn place(&mut self, template: &str, at: usize) -> &mut Self {
        let bytes = template.as_bytes();
        let (mut line, mut column) = (1, 1);
        let mut i = 0;
        while i < at && i < bytes.len() {
            if bytes[i] == b'\n' {
                line += 1;
                column = 1;
            } else if bytes[i] & 0xc0 != 0x80 {
                // A continuation byte does not begin a character (UTF-8, RFC 3629).
                column += 1;
            }
            i += 1;
        }
        if line > 1 {
            self.text(" at line ").count(line).text(", column ").count(column)
        } else {
            self.text(" at column ").count(column)
        }
    }

    /// Adds the next few characters of the template.
    const fn found(&mut self, template: &str, at: usize) -> &mut Self {
        const LONGEST: usize = 12;
        let mut end = if template.len() - at < LONGEST { template.len() } else { at + LONGEST };
        while !template.is_char_boundary(end) {
            end += 1;
        }
        if at == end { self.text(", found the end") } else { self.text(", found ").quoted(slice(template, at, end)) }
    }

    const fn placeholder(&mut self, placeholder: Placeholder) -> &mut Self {
        self.text("`{").text(placeholder.name()).text("}`")
    }

    const fn placeholders(&mut self) -> &mut Self {
        let mut i = 0;
        while i < Placeholder::ALL.len() {
            if i > 0 {
                self.text(", ");
            }
            self.placeholder(Placeholder::ALL[i]);
            i += 1;
        }
        self
    }

    /// Adds the placeholder that is most similar to `name`, in the syntax of a template.
    const fn value(&mut self, name: &str) -> &mut Self {
        match Placeholder::nearest(name) {
            Some(meant) if matches!(meant.form(), Form::Object) => self.placeholder(meant),
            Some(meant) => self.text("`\"{").text(meant.name()).text("}\"`"),
            None => self,
        }
    }
}
