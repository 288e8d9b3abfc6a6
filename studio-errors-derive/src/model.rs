//! The meaning of the attributes: one type, its variants and their codes. Reports every error that is visible in the tokens.

mod coded;
mod detail_type;
mod details;
mod duplicates;
mod fields;
mod generated;
mod generics;
mod grpc;
mod owned;
mod reader;
mod recursion;
mod type_argument;
mod variants;

use std::rc::Rc;

use proc_macro2::Span;
use syn::{Attribute, Generics, Ident, Member, Path, Type, Visibility};

pub(crate) use self::generated::{KIND, RECEIVED};
pub(crate) use self::generics::{located, with_static};
pub(crate) use self::type_argument::pointee;
pub(crate) use self::variants::OF_TRAITS;
use crate::attr::{Attr, Deprecation, Documentation};
use crate::value::Property;

/// One type, as the generated code needs it.
#[derive(Clone)]
pub(crate) struct Model {
    pub(crate) krate: Path,
    pub(crate) ident: Ident,
    pub(crate) vis: Visibility,
    pub(crate) generics: Generics,
    /// The keys of the type.
    pub(crate) attr: Attr,
    pub(crate) from_code: bool,
    /// The name of the kind, if it is generated.
    pub(crate) kind: Option<Ident>,
    /// The name of the received type, if it is generated.
    pub(crate) received: Option<Ident>,
    /// `#[non_exhaustive]` of the type, which the generated types have too.
    pub(crate) non_exhaustive: Option<Attribute>,
    pub(crate) is_struct: bool,
    pub(crate) variants: Vec<Variant>,
    /// The coded variants in the order of the table: first one for each code, ascending; then those that repeat a code.
    pub(crate) rows: Rc<[Coded]>,
    pub(crate) distinct: usize,
    /// The distinct slugs. Each coded variant has an index into this list.
    pub(crate) categories: Vec<String>,
    /// The category of the type, if it has one: its index and its span.
    pub(crate) category: Option<(usize, Span)>,
    /// All keys that were written, for completion in an IDE.
    pub(crate) keys: Keys,
}

/// The keys that are allowed on a variant, and on the enum as a default; 0 if absent.
#[derive(Clone, Copy, Default)]
pub(crate) struct Policy {
    pub(crate) http: u16,
    /// 1 for `false`, 2 for `true`.
    pub(crate) retryable: u8,
    /// From 1 for `trace` to 5 for `error`.
    pub(crate) level: u8,
}

/// The keys that were written, by the kind of their place.
#[derive(Clone, Default)]
pub(crate) struct Keys {
    pub(crate) types: Vec<Ident>,
    pub(crate) variants: Vec<Ident>,
    pub(crate) fields: Vec<Ident>,
}

/// A variant, or the struct itself.
#[derive(Clone)]
pub(crate) struct Variant {
    pub(crate) ident: Ident,
    /// Whether the variant has no fields.
    pub(crate) is_unit: bool,
    /// Whether the path of the variant is a value and a pattern: it has neither braces nor parentheses.
    pub(crate) is_path: bool,
    pub(crate) kind: Kind,
    /// `#[deprecated]`, which the variants of the generated types have too.
    pub(crate) deprecated: Option<Attribute>,
    pub(crate) retry_after: Option<Accessor>,
    /// In the order of declaration.
    pub(crate) details: Vec<Detail>,
}

/// A field with the key `detail` or `details`.
#[derive(Clone)]
pub(crate) struct Detail {
    pub(crate) field: Accessor,
    /// The name of the member; without one, that of the field.
    pub(crate) name: String,
    /// The key is `details`: this is the only detail, and its object is the whole value.
    pub(crate) is_whole: bool,
    /// A variant of `DetailType`.
    pub(crate) json: &'static str,
    pub(crate) is_optional: bool,
    /// The span of the key.
    pub(crate) span: Span,
    /// The span of the name, or of the key if the field has the name.
    pub(crate) name_span: Span,
}

#[derive(Clone)]
pub(crate) enum Kind {
    /// `row` is the index in the table.
    Coded {
        row: usize,
        display: Option<Span>,
    },
    Transparent(Accessor),
}

impl Detail {
    pub(crate) fn key(&self) -> &'static str {
        if self.is_whole { "details" } else { "detail" }
    }
}

/// A field that a method uses: the inner error, the time to wait, or a detail.
#[derive(Clone)]
pub(crate) struct Accessor {
    pub(crate) member: Member,
    pub(crate) ty: Type,
    /// The type in messages.
    pub(crate) shown: Type,
    /// Whether the type contains a type or const parameter of the model.
    pub(crate) is_generic: bool,
    /// Whether the type is the model itself, or a pointer to it.
    pub(crate) is_self: bool,
}

/// A variant with its own code.
pub(crate) struct Coded {
    pub(crate) ident: Ident,
    /// The keys of the variant.
    pub(crate) attr: Attr,
    pub(crate) fault: Option<Fault>,
    /// `None` if it is missing or refused.
    pub(crate) number: Option<i64>,
    /// The discriminant, if it is written as another number than the code.
    pub(crate) discriminant: Option<(i64, Span)>,
    pub(crate) category: Option<usize>,
    /// Neither the variant nor the type has a category.
    pub(crate) category_is_absent: bool,
    /// If the variant has no http, that of the enum or of the gRPC code. A published http takes precedence.
    pub(crate) default_http: u16,
    pub(crate) http_is_absent: bool,
    pub(crate) name: Name,
    pub(crate) documentation: Documentation,
    /// The first paragraph of the doc comment.
    pub(crate) remark: Option<String>,
    /// The section `# Resolution` of the doc comment. A published resolution takes precedence.
    pub(crate) section: Option<String>,
    pub(crate) deprecated: Option<Deprecation>,
    /// The code, with the prefix that the derive guesses.
    pub(crate) guess: String,
    /// Another variant has the constant of this code.
    pub(crate) shares: bool,
    /// A variant or a constant of a trait has this name, so `E::NAME` is no constant of this code.
    pub(crate) is_hidden: bool,
}

/// The name of a code.
pub(crate) struct Name {
    pub(crate) text: String,
    /// The span of the text, or of the variant.
    pub(crate) span: Span,
    pub(crate) is_stated: bool,
    /// It is replaced by another one.
    pub(crate) is_refused: bool,
}

/// An error in a number that is visible in the tokens. A check of `studio_errors` reports it, because its help depends on the catalog.
pub(crate) enum Fault {
    Missing {
        needs_http: bool,
        wraps: bool,
    },
    /// The number is not an `i64`, or too far from the one of the variant `near`.
    Outside {
        digits: String,
        number: Option<i64>,
        near: String,
    },
    Reserved(i64),
    /// The variant `user` has the number. `share` is the help for sharing it.
    Repeated {
        number: i64,
        user: String,
        same_name: bool,
        share: String,
    },
}

impl Attr {
    pub(crate) fn policy(&self) -> Policy {
        Policy {
            http: self.http.value().map_or(0, |http| http.0),
            retryable: self.retryable.value().map_or(0, |yes| if yes.0 { 2 } else { 1 }),
            level: self.level.value().map_or(0, |level| level.0),
        }
    }

    pub(crate) fn properties(&self) -> &[Property] {
        self.properties.value().map_or(&[], |properties| &properties.0)
    }

    pub(crate) fn reserved(&self) -> &[(i64, i64)] {
        self.reserved.value().map_or(&[], |ranges| &ranges.0)
    }
}

impl Coded {
    /// The http of the variant, of the enum or of the gRPC code, and 0 if there is none.
    pub(crate) fn http(&self) -> u16 {
        Some(self.attr.policy().http).filter(|http| *http > 0).unwrap_or(self.default_http)
    }

    /// The stated fact that makes the error internal. `studio_errors` checks the facts of the catalog and of the enum.
    pub(crate) fn internal(&self) -> Option<String> {
        match (self.attr.policy().http, self.attr.grpc.value()) {
            (http @ 500.., _) => Some(format!("http {http}")),
            (_, Some(grpc)) if grpc.is_internal() => Some(format!("grpc `{}`", grpc.word())),
            _ => None,
        }
    }

    pub(crate) fn is_explained(&self) -> bool {
        !self.documentation.explanation.is_empty() || !self.documentation.internal.is_empty()
    }

    pub(crate) fn description(&self) -> Option<&str> {
        self.attr.description.value().map(|text| &*text.0).or(self.remark.as_deref())
    }

    pub(crate) fn description_is_absent(&self) -> bool {
        let first = &self.documentation.first;
        self.attr.description.is_absent() && (first.is_empty() || first.written_by().is_some())
    }

    pub(crate) fn resolution(&self) -> Option<&str> {
        self.attr.resolution.value().map(|text| &*text.0).or(self.section.as_deref())
    }

    /// The span of the number, or of the variant.
    pub(crate) fn number_span(&self) -> Span {
        self.attr.code.span().unwrap_or_else(|| self.ident.span())
    }
}

impl Model {
    /// The path of the catalog; `None` means `Studio`.
    pub(crate) fn catalog(&self) -> Option<&Path> {
        self.attr.catalog.value().map(|path| &path.0)
    }

    /// The type alias of the catalog, with the span of the path in the source, so that rustc reports an error in the path once.
    pub(crate) fn catalog_alias(&self) -> Ident {
        Ident::new("__Catalog", self.attr.catalog.span().unwrap_or_else(Span::call_site))
    }

    /// Whether the type has the key `published`, even if it has an invalid form: without it, the catalog would depend on itself.
    pub(crate) fn publishes(&self) -> bool {
        !self.attr.published.is_absent()
    }

    /// The keys of an enum that apply to its variants.
    pub(crate) fn defaults(&self) -> Policy {
        if self.is_struct { Policy::default() } else { self.attr.policy() }
    }

    /// The properties of an enum that apply to its variants. Those of a struct are its own.
    pub(crate) fn shared_properties(&self) -> &[Property] {
        if self.is_struct { &[] } else { self.attr.properties() }
    }

    pub(crate) fn details(&self) -> impl Iterator<Item = &Detail> {
        self.variants.iter().flat_map(|variant| &variant.details)
    }

    /// The types of the details that depend on a parameter.
    pub(crate) fn generic_details(&self) -> impl Iterator<Item = &Type> {
        self.details().map(|detail| &detail.field).filter(|field| field.is_generic).map(|field| &field.ty)
    }

    /// The details of each row.
    pub(crate) fn details_of_rows(&self) -> Vec<&[Detail]> {
        let mut details = vec![&[][..]; self.rows.len()];
        for variant in &self.variants {
            if let Kind::Coded { row, .. } = variant.kind {
                details[row] = &variant.details;
            }
        }
        details
    }

    /// The variant with which the row at `place` shares its constant.
    pub(crate) fn shared_with(&self, place: usize) -> Option<&Coded> {
        let (distinct, others) = self.rows.split_at(self.distinct);
        let row = others.get(place.checked_sub(self.distinct)?)?;
        let first = distinct.binary_search_by_key(&row.number, |first| first.number).ok()?;
        distinct.get(first)
    }

    /// Whether neither the enum nor a variant has a category: one diagnostic at the type reports it.
    pub(crate) fn needs_category(&self) -> bool {
        !self.is_struct
            && self.attr.category.is_absent()
            && self.rows.iter().any(|row| row.category_is_absent)
            && self.rows.iter().all(|row| row.attr.category.span().is_none())
    }

    /// Whether the type has its own codes or reserved numbers, apart from those of nested types.
    pub(crate) fn has_own(&self) -> bool {
        !self.rows.is_empty() || !self.attr.reserved().is_empty()
    }
}
