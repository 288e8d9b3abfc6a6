//! The roles of fields: the inner error of a transparent variant, the time to wait, and the details.

use std::collections::HashSet;

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::{Field, Fields, GenericParam, Ident, Member, Type, parse_quote};

use super::generics::{mentions, name};
use super::reader::Reader;
use super::recursion::{Refers, refers};
use super::{Accessor, Detail, Kind};
use crate::attr::Attr;
use crate::diagnostics::joined;
use crate::given::Given;
use crate::key::{Key, Place};

impl Reader<'_> {
    /// Reads the field of a `transparent` variant. Returns `None` if there is no field to forward to.
    pub(super) fn transparent(&mut self, ident: &Ident, fields: &Fields, attr: &Attr, span: Span) -> Option<Kind> {
        let of_code = |(key, _): &(&Key, Span)| key.places.contains(&Place::Variant) && key.name != "transparent";
        let conflicting: Vec<_> = attr.stated().filter(of_code).collect();
        if let Some((key, first)) = conflicting.first() {
            let names: Vec<_> = conflicting.iter().map(|(key, _)| format!("`{}`", key.name)).collect();
            let or = if key.name == "code" { ", or `transparent`" } else { "" };
            let fact = format!("`{}` conflicts with `transparent`, which forwards everything", key.name);
            self.diagnostics.at(*first, &fact, &format!("remove {}{or}", joined(&names, "and")));
        }
        let mut all = fields.members().zip(fields);
        let (Some((member, field)), None) = (all.next(), all.next()) else {
            let fact =
                format!("`transparent` needs one field to forward to, and `{}` has {}", ident.unraw(), fields.len());
            self.diagnostics.at(span, &fact, "give it that one field, or its own `code`");
            return None;
        };
        if refers(&field.ty, &self.input.ident, &self.input.generics) == Refers::ToAnotherInstance {
            let fact = format!("`{}` nests itself with other arguments", self.input.ident.unraw());
            self.diagnostics.over(&field.ty, &fact, "nest another type, whose codes can be listed");
            return None;
        }
        Some(Kind::Transparent(self.accessor(member, field)))
    }

    /// Returns the fields with the keys `retry_after`, `detail` and `details`.
    pub(super) fn roles(&mut self, fields: &Fields, variant: &mut Attr) -> (Option<Accessor>, Vec<Detail>) {
        let mut found: Option<Accessor> = None;
        let mut details: Vec<Detail> = Vec::new();
        let mut whole: Option<Detail> = None;
        for (member, field) in fields.members().zip(fields) {
            let keys = Attr::read(&field.attrs, Place::Field, self.diagnostics);
            self.keys.fields.extend_from_slice(&keys.written);
            variant.excuse(&keys.misplaced);
            if variant.transparent.span().is_some() {
                for (key, span) in keys.stated() {
                    let fact = format!("`{}` conflicts with `transparent`, which forwards everything", key.name);
                    self.diagnostics.at(span, &fact, &format!("remove `{}`", key.name));
                }
                continue;
            }
            if let Some(span) = keys.retry_after.span() {
                match &found {
                    Some(first) => self.already_used("retry_after", span, first),
                    None => found = Some(self.accessor(member.clone(), field)),
                }
            }
            if let Some(span) = keys.details.span() {
                let field = self.accessor(member.clone(), field);
                match &whole {
                    Some(first) => self.already_used("details", span, &first.field),
                    None => {
                        let (name, json, is_optional) = (name_of(&field.member), "Any", true);
                        whole = Some(Detail { field, name, is_whole: true, json, is_optional, span, name_span: span });
                    }
                }
            }
            if let Given::Value(name, at) = &keys.detail {
                let field = self.accessor(member, field);
                details.extend(self.detail(field, name.as_ref(), *at, &details));
            }
        }
        if let (Some(other), Some(of_all)) = (details.first(), &whole) {
            let fact = format!(
                "`details` conflicts with the `detail` of field `{}`: it is the whole value",
                name_of(&other.field.member)
            );
            self.diagnostics.at(of_all.span, &fact, "write `detail`, or remove the other");
        } else {
            details.extend(whole);
        }
        (found, details)
    }

    fn already_used(&mut self, key: &str, span: Span, first: &Accessor) {
        let fact = format!("`{key}` is already used by field `{}`", name_of(&first.member));
        self.diagnostics.at(span, &fact, &format!("remove `{key}`"));
    }

    fn accessor(&self, member: Member, field: &Field) -> Accessor {
        let generics = &self.input.generics;
        // Codes do not depend on lifetimes.
        let parameters = generics.params.iter().filter(|parameter| !matches!(parameter, GenericParam::Lifetime(_)));
        let parameters: HashSet<_> = parameters.map(name).collect();
        Accessor {
            member,
            ty: in_parentheses(&field.ty),
            shown: field.ty.clone(),
            is_generic: !parameters.is_empty() && mentions(&field.ty, &parameters),
            is_self: refers(&field.ty, &self.input.ident, generics) == Refers::ToItself,
        }
    }
}

/// The name or the index of a field.
pub(super) fn name_of(member: &Member) -> String {
    match member {
        Member::Named(name) => name.unraw().to_string(),
        Member::Unnamed(index) => index.index.to_string(),
    }
}

/// Whether the variant wraps an error: it has one field, which is marked with `from` or `source` of `thiserror` or `snafu`.
pub(super) fn wraps(fields: &Fields) -> bool {
    let is_marked =
        |field: &Field| field.attrs.iter().any(|attr| attr.path().is_ident("from") || attr.path().is_ident("source"));
    fields.len() == 1 && fields.iter().all(is_marked)
}

/// Puts `dyn A + B` in parentheses, because `<dyn A + B as Trait>` is not a valid path.
fn in_parentheses(ty: &Type) -> Type {
    match ty {
        Type::TraitObject(object) if object.bounds.len() > 1 || object.bounds.trailing_punct() => parse_quote!((#ty)),
        ty => ty.clone(),
    }
}
