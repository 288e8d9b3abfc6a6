//! The details: fields that the error body contains.

use syn::Member;

use super::fields::name_of;
use super::reader::Reader;
use super::{Accessor, Detail};
use crate::given::At;
use crate::value::DetailName;

impl Reader<'_> {
    /// Reads the key `detail` of a field. `others` are the details before it.
    pub(super) fn detail(&mut self, field: Accessor, name: &DetailName, at: At, others: &[Detail]) -> Option<Detail> {
        let name = match (&name.0, &field.member) {
            (Some(name), _) => name.clone(),
            (None, Member::Named(name)) => name_of(&Member::Named(name.clone())),
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
        Some(Detail { field, name, span: at.key })
    }

    /// Refuses the details of a variant with a 5xx. `studio_errors` checks a status of the catalog or of the enum.
    pub(super) fn refuse_internal(&mut self, details: &mut Vec<Detail>, http: u16) {
        if http < 500 {
            return;
        }
        for detail in details.drain(..) {
            let fact =
                format!("`detail` conflicts with http {http}: clients must not see the internals of a server error");
            self.diagnostics.at(detail.span, &fact, "remove `detail`");
        }
    }
}
