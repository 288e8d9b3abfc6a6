//! The details: fields that the error body contains.

use std::collections::HashMap;

use proc_macro2::Span;
use syn::Member;
use syn::ext::IdentExt;

use super::fields::name_of;
use super::reader::Reader;
use super::{Accessor, Detail, Kind, Variant, detail_type};
use crate::given::At;
use crate::value::Text;

impl Reader<'_> {
    /// Reads the key `detail` of a field. `others` are the details before it.
    pub(super) fn detail(&mut self, field: Accessor, name: Option<&Text>, at: At, others: &[Detail]) -> Option<Detail> {
        let name = match (name, &field.member) {
            (Some(name), _) => name.0.clone(),
            (None, member @ Member::Named(_)) => name_of(member),
            (None, Member::Unnamed(index)) => {
                let fact = format!("`detail` needs a name, because field `{}` has none", index.index);
                self.diagnostics.at(at.key, &fact, "write it as in `detail = \"need\"`");
                return None;
            }
        };
        if let Some(other) = others.iter().find(|other| other.name == name) {
            let fact = format!("detail `{name}` is already used by field `{}`", name_of(&other.field.member));
            self.diagnostics.at(at.value, &fact, "give one of them another name");
            return None;
        }
        let (json, is_optional) = detail_type::of(&field.ty);
        Some(Detail { field, name, is_whole: false, json, is_optional, span: at.key, name_span: at.value })
    }

    /// Refuses a detail that has another type in an earlier variant with the same code.
    pub(super) fn refuse_other_types(&mut self) {
        let mut first: HashMap<(i64, &str), (&Variant, &Detail)> = HashMap::new();
        for variant in &self.variants {
            let Kind::Coded { row, .. } = variant.kind else { continue };
            let Some(number) = self.rows[row].number else { continue };
            for detail in variant.details.iter().filter(|detail| detail.json != "Any") {
                let (other, different) = first.entry((number, &detail.name)).or_insert((variant, detail));
                if different.json != detail.json {
                    let fact = format!(
                        "detail `{}` is of type {}, and of type {} in `{}`, which has the same code",
                        detail.name,
                        detail.json.to_lowercase(),
                        different.json.to_lowercase(),
                        other.ident.unraw(),
                    );
                    self.diagnostics.at(detail.span, &fact, "give one of them another name");
                }
            }
        }
    }

    /// Refuses the details of an internal error.
    pub(super) fn refuse_internal(&mut self, details: &mut Vec<Detail>, internal: Option<String>) {
        let Some(internal) = internal else { return };
        for detail in details.drain(..) {
            self.refuse_internal_value(detail.key(), detail.span, &internal);
        }
    }

    /// Reports a key that shows a value of an internal error.
    pub(super) fn refuse_internal_value(&mut self, key: &str, span: Span, internal: &str) {
        let fact = format!("`{key}` conflicts with {internal}: clients must not see the internals of a server error");
        self.diagnostics.at(span, &fact, &format!("remove `{key}`"));
    }
}
