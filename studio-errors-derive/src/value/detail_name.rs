//! The name of a detail. Without one, the detail has the name of its field.

use proc_macro2::Span;
use syn::Meta;
use syn::spanned::Spanned;

use super::{Text, Value};

#[derive(Clone)]
pub(crate) struct DetailName(pub(crate) Option<String>);

impl Value for DetailName {
    fn read(meta: &Meta) -> syn::Result<(Self, Span)> {
        match meta {
            Meta::Path(path) => Ok((Self(None), path.span())),
            _ => Text::read(meta).map(|(name, span)| (Self(Some(name.0)), span)),
        }
    }
}
