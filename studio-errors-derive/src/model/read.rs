//! Reads a whole type.

use syn::{Data, DeriveInput};

use super::Model;
use super::reader::Reader;
use crate::attr::Attr;
use crate::diagnostics::Diagnostics;
use crate::key::Place;

impl Model {
    /// Returns `None` if no code can be generated.
    pub(crate) fn read(input: &DeriveInput, diagnostics: &mut Diagnostics) -> Option<Self> {
        let place = match &input.data {
            Data::Enum(_) => Place::Enum,
            Data::Struct(_) => Place::Struct,
            Data::Union(data) => {
                diagnostics.over(
                    &data.union_token,
                    "a union cannot be an error with a code",
                    "use an enum or a struct",
                );
                return None;
            }
        };
        let attr = Attr::read(&input.attrs, place, diagnostics);
        let mut reader = Reader::new(input, &attr, diagnostics);
        match &input.data {
            Data::Enum(data) => {
                reader.read_defaults(&attr);
                for variant in &data.variants {
                    let mut keys = Attr::read(&variant.attrs, Place::Variant, reader.diagnostics);
                    keys.excuse(&attr.misplaced);
                    reader.variant(&variant.ident, &variant.attrs, &variant.fields, &mut keys);
                    reader.discriminant(variant);
                    reader.keys.variants.extend(keys.written);
                }
            }
            Data::Struct(data) => reader.variant(&input.ident, &input.attrs, &data.fields, &mut attr.clone()),
            Data::Union(_) => {}
        }
        Some(reader.finish(&attr, place))
    }
}
