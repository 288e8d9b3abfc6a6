//! The row of a coded variant, from its keys.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Attribute, Expr, Fields, Ident};

use super::fields::wraps;
use super::reader::Reader;
use super::{Coded, Fault, Name};
use crate::attr::{Attr, DocText, Documentation, deprecated};
use crate::given::Given;
use crate::name;
use crate::value::{self, Number};

/// The limits of a row, in bytes. JSON escapes a byte with up to six, and the length of a body has 16 bits.
const LONGEST_NAME: usize = 255;
const LONGEST_DESCRIPTION: usize = 10_000;

impl Reader<'_> {
    /// Adds the row of a coded variant. Returns its index, in the order of the source.
    pub(super) fn coded(
        &mut self,
        ident: &Ident,
        attrs: &[Attribute],
        fields: &Fields,
        attr: Attr,
        discriminant: Option<&Expr>,
    ) -> usize {
        let place = self.rows.len();
        let name = self.short_name(ident, &attr);
        let of_type = self.attr;
        let category = match &attr.category {
            // The catalog could not be read, so its categories are unknown.
            _ if of_type.catalog.is_refused() => &Given::Refused(None),
            Given::Absent => &of_type.category,
            own => own,
        };
        let category_is_absent = category.is_absent() && attr.transparent.is_absent();
        let category = category.value().map(|slug| slug.0.clone()).map(|slug| self.category_place(slug));
        let documentation = Documentation::read(attrs);
        let section = self.resolution(&documentation.resolutions);
        let first = &documentation.first;
        let remark = Some(first.words()).filter(|words| !words.is_empty() && first.is_written());
        // A refused name that is not an identifier gets no constant.
        let shares = !name::is_sound(&name.text) && syn::parse_str::<Ident>(&name.text).is_err();

        let mut coded = Coded {
            ident: ident.clone(),
            fault: None,
            number: attr.code.value().and_then(|number| number.value),
            discriminant: None,
            category,
            category_is_absent,
            default_http: if attr.http.is_absent() { self.default_http(&attr) } else { 0 },
            http_is_absent: [&attr.http, &of_type.http].iter().all(|http| http.is_absent()) && attr.grpc.is_absent(),
            name,
            documentation,
            remark,
            section,
            deprecated: deprecated(attrs),
            guess: String::new(),
            shares,
            is_hidden: false,
            attr,
        };
        if coded.description().is_some_and(|text| text.len() > LONGEST_DESCRIPTION) {
            let fact = format!("the description of `{}` is longer than {LONGEST_DESCRIPTION} bytes", ident.unraw());
            let (span, help) = match coded.attr.description.span() {
                Some(span) => (span, "shorten it"),
                None => (ident.span(), "shorten the first paragraph of the doc comment, or add `description = \"..\"`"),
            };
            self.diagnostics.at(span, &fact, help);
            coded.attr.description = Given::Refused(None);
            coded.remark = None;
        }
        if let (Some(span), Some(internal)) = (coded.attr.display.span(), coded.internal()) {
            self.refuse_internal_value("display", span, &internal);
            coded.attr.display = Given::Refused(None);
        }
        let Attr { code, transparent, .. } = &coded.attr;
        coded.fault = match code.value() {
            None if code.is_absent() && transparent.is_absent() => {
                let (needs_http, wraps) = (coded.http_is_absent, wraps(fields));
                Some(Fault::Missing { needs_http, wraps })
            }
            Some(Number { value: None, digits, .. }) => {
                Some(Fault::Outside { digits: digits.clone(), number: None, near: String::new() })
            }
            _ => None,
        };
        self.find_duplicates(&mut coded, place);
        coded.guess = format!("{}_{}", self.prefix, coded.number.unwrap_or(0));
        if coded.fault.is_some() {
            coded.number = None;
        }
        // Two variants that share a code need different discriminants.
        let discriminant = discriminant.filter(|_| !coded.shares);
        coded.discriminant = discriminant
            .and_then(|value| Some((value::integer(value)?, value.span())))
            .filter(|(number, _)| coded.number.is_some_and(|own| own != *number));
        self.rows.push(coded);
        place
    }

    /// The http of a variant that states none: that of the enum, or the one that its gRPC code implies.
    fn default_http(&self, attr: &Attr) -> u16 {
        match (self.attr.policy().http, attr.grpc.value()) {
            (0, Some(grpc)) => grpc.http(),
            (http, _) => http,
        }
    }

    /// Returns the text of the section `# Resolution`.
    fn resolution(&mut self, sections: &[(Span, DocText)]) -> Option<String> {
        let ((span, text), others) = sections.split_first()?;
        for (span, _) in others {
            self.diagnostics.at(*span, "`# Resolution` is repeated", "write one section");
        }
        if let Some(path) = text.written_by() {
            let by = value::name(path);
            let fact = format!("a derive cannot read what `{by}!` writes into `# Resolution`");
            self.diagnostics.at(*span, &fact, "add `resolution = \"..\"` instead");
        } else if text.is_empty() {
            self.diagnostics.at(*span, "`# Resolution` is empty", "write what the client can do, or remove it");
        }
        Some(text.words()).filter(|words| !words.is_empty())
    }

    /// Returns the name. Refuses a name that does not fit into the row.
    fn short_name(&mut self, ident: &Ident, attr: &Attr) -> Name {
        let mut name = self.name(ident, attr);
        if name.text.len() > LONGEST_NAME && !name.is_refused {
            let fact = format!("the name of `{}` is longer than {LONGEST_NAME} bytes", ident.unraw());
            let help = if name.is_stated { "write a shorter one" } else { "add a shorter one, as in `name = \"..\"`" };
            self.diagnostics.at(name.span, &fact, help);
            name.text.truncate(LONGEST_NAME);
            name.is_refused = true;
        }
        name
    }

    /// Returns the stated name, or the identifier in `SCREAMING_SNAKE_CASE`. Replaces an invalid name by a similar valid one.
    fn name(&mut self, ident: &Ident, attr: &Attr) -> Name {
        let own = name::of(ident);
        let Given::Value(stated, at) = &attr.name else {
            let is_refused = attr.name.is_refused();
            let sound = name::is_sound(&own);
            if !sound && attr.name.is_absent() && attr.transparent.is_absent() {
                let fact = format!("`{}` does not give a name in `A` to `Z`, digits and underscores", ident.unraw());
                self.diagnostics.at(ident.span(), &fact, "add one, as in `name = \"INSUFFICIENT_CREDITS\"`");
            }
            return Name { text: own, span: ident.span(), is_stated: false, is_refused: is_refused || !sound };
        };
        if name::is_sound(&stated.0) {
            return Name { text: stated.0.clone(), span: at.value, is_stated: true, is_refused: false };
        }
        let suggested = Some(name::of_text(&stated.0)).filter(|name| name::is_sound(name));
        let fact = format!("`{}` is not a name in `SCREAMING_SNAKE_CASE`", stated.0.trim());
        let (fact, help) = match &suggested {
            _ if stated.0.trim().is_empty() => ("`name` is empty".to_owned(), "remove `name`".to_owned()),
            Some(suggested) => (fact, format!("write `\"{suggested}\"`")),
            None => (fact, "use `A` to `Z`, digits and underscores, beginning with a letter".to_owned()),
        };
        self.diagnostics.at(at.value, &fact, &help);
        Name { text: suggested.unwrap_or(own), span: at.value, is_stated: false, is_refused: true }
    }
}
