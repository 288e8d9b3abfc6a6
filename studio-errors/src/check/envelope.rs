//! The check of the envelope of a catalog.

use super::property;
use super::report::{Report, say};
use crate::code::CatalogFacts;
use crate::code::envelope::{Content, DEFAULT, MOST, Mistake, Part, Placeholder, Style, Template, Wrong};
use crate::text::constant::{begins, each, equal, slice, split};

/// Adds the errors of the template of `catalog` to its report.
pub(super) const fn envelope(report: &mut Report, catalog: &CatalogFacts, template: &str) -> bool {
    if equal(template, DEFAULT) {
        return true;
    }
    let (parsed, mistakes) = Template::parse(template);
    let mut is_read = true;
    each!(found in mistakes.all() => {
        report.text("\n- its envelope ");
        // What is missing may be meant by a placeholder that does not exist.
        is_read &= !matches!(
            found.wrong,
            Wrong::Json(_) | Wrong::Unknown | Wrong::Style | Wrong::NoName | Wrong::Name | Wrong::Many
        );
        mistake(report, template, *found);
    });
    (!is_read || of_catalog(report, catalog, template, &parsed)) && mistakes.all().is_empty()
}

/// The errors that depend on other constants of the catalog.
const fn of_catalog(report: &mut Report, catalog: &CatalogFacts, text: &str, template: &Template<'_>) -> bool {
    let mut sound = true;
    if template.key().is_none() && catalog.code_header.is_none() {
        sound = false;
        report.text(
            "\n- its envelope has none of `{code}`, `{number}` and `{name}` as a whole value, by which clients tell \
             errors apart\n  help: add a member, such as `\"code\":\"{code}\"`\n  \
             help: or send the code in a header: `const CODE_HEADER: Option<&'static str> = Some(\"x-error-code\");`",
        );
    }
    let mut is_single = !matches!(template.parts(), [Part { content: Content::Object(_) | Content::Array(_), .. }, ..]);
    each!(part in template.parts() => {
        let Part { content, from, to, is_before_others, .. } = *part;
        let Content::Placeholder(placeholder, _) = content else { continue };
        let written = slice(text, from, to);
        let mut is_optional = placeholder.is_optional();
        match placeholder {
            Placeholder::Docs if catalog.docs.is_none() => {
                sound = false;
                say!(report; "\n- its envelope has " [written]).place(text, from);
                report.text(", and the catalog has no `DOCS`\n  help: add `const DOCS: Option<&'static str> = ");
                report.text("Some(\"https://acme.example/errors\");`");
            }
            Placeholder::Property(name) => match property::declared(catalog.properties, name) {
                Some(property) => is_optional = !property.is_required(),
                None => {
                    sound = false;
                    say!(report; "\n- its envelope has " [written]).place(text, from);
                    say!(report; ", and the catalog has no property " [name]);
                    property::help(report, "\n  help: ", catalog.properties, name);
                }
            },
            _ => {}
        }
        if is_single && is_optional {
            (sound, is_single) = (false, false);
            say!(report; "\n- its envelope is a single value with " [written]).place(text, from);
            report.text(", which an error can lack\n  help: make it a member of an object, such as ");
            say!(report; "`{\"errors\":" {text} "}`");
        }
        if is_before_others && is_optional {
            sound = false;
            say!(report; "\n- its envelope has the element " [written]).place(text, from);
            report.text(" before others, which change their places if its value is absent");
            report.text("\n  help: make it the last element, or write an object");
        }
    });
    sound
}

const fn mistake(report: &mut Report, template: &str, Mistake { wrong, from, to }: Mistake) {
    let text = slice(template, from, to);
    // Without the braces.
    let word = slice(template, from + 1, to.saturating_sub(1));
    match wrong {
        Wrong::Json(expected) => {
            report.text("is not JSON").place(template, from).text(": expected ").text(expected);
            report.found(template, from).text("\n  help: write it as a body is sent, such as ");
            report.quoted(r#"{"error":{"code":"{code}","message":"{message}"}}"#);
        }
        Wrong::Unknown => {
            say!(report; "has the unknown placeholder " [text]).place(template, from).text("\n  help: ");
            match Placeholder::meant_by(word) {
                Some(meant) => report.text("did you mean ").placeholder(meant).text("?"),
                None => {
                    report.text("the placeholders are ").placeholders().text("; braces in a string are `{{` and `}}`")
                }
            };
        }
        Wrong::Style => {
            say!(report; "has the unknown style " [text]).place(template, from).text("\n  help: ");
            let (name, style) = split(word, b':');
            if !equal(name, "name") && !equal(name, "category") {
                report.text("only `{name}` and `{category}` have a style");
            } else if let Some(style) = style
                && let Some(meant) = Style::meant_by(style)
            {
                say!(report; "did you mean " [meant] "?");
            } else {
                report.text("the styles are ");
                let mut i = 0;
                each!((name, _) in &Style::ALL => { i = report.entry(i, name) });
            }
        }
        Wrong::NoName => {
            say!(report; "has " [text] " without a name").place(template, from).text("\n  help: write ");
            report.text(if begins(word, "property") { "`{property.type}`" } else { "`{request.trace_id}`" });
            report.text(", with your name after the dot");
        }
        Wrong::Inside => {
            say!(report; "has " [text] " in a longer string").place(template, from);
            report.text("\n  help: an object is a whole value, such as ").quoted(r#""details":{details}"#);
        }
        Wrong::Name => {
            say!(report; "has " [text] " in the name of a member").place(template, from);
            report.text("\n  help: a placeholder is a value, such as `\"");
            match (Placeholder::find(word), Placeholder::meant_by(word)) {
                (Ok(_), _) => report.text(text),
                (Err(_), Some(meant)) => say!(report; "{" {meant} "}"),
                (Err(_), None) => report.text("{message}"),
            };
            report.text("\"`");
        }
        Wrong::Quoted => {
            say!(report; "has " [text] " in quotes").place(template, from);
            report.text("\n  help: remove the quotes: the value is an object");
        }
        Wrong::Unquoted => {
            say!(report; "has " [text] " without quotes").place(template, from).text("\n  help: write `\"");
            report.text(text).text("\"`: the value is a string");
            if matches!(Placeholder::find(word), Ok(Placeholder::Code)) {
                report.text("; the number is `{number}`");
            }
        }
        Wrong::Escape => {
            say!(report; "has the escape sequence " [text] " in the name of a member").place(template, from);
            report.text("\n  help: write the character itself");
        }
        Wrong::Repeated => {
            say!(report; "repeats the member " [word]).place(template, from);
            report.text("\n  help: give each member of an object its own name");
        }
        Wrong::Many => {
            say!(report; "has too many values, beginning with " [text]).place(template, from);
            report.text("\n  help: use at most ").count(MOST);
        }
        Wrong::NoMessage => {
            report.text("has no `{message}`\n  help: add a member, such as ").quoted(r#""message":"{message}""#);
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

    /// Adds a placeholder. A word that ends with a dot gets a name as an example.
    const fn placeholder(&mut self, word: &str) -> &mut Self {
        let name = match word.as_bytes() {
            b"property." => "type",
            b"request." => "trace_id",
            _ => "",
        };
        self.text("`{").text(word).text(name).text("}`")
    }

    const fn placeholders(&mut self) -> &mut Self {
        let mut separator = "";
        each!((word, _) in &Placeholder::ALL => {
            self.text(separator).placeholder(word);
            separator = ", ";
        });
        self
    }
}
