//! The types of received details, which own their values.

use quote::quote_spanned;
use syn::spanned::Spanned;
use syn::{GenericArgument, Path, PathArguments, Type};

/// The type with owned values in place of references and `Cow`. `krate` is the path of `studio_errors`.
pub(super) fn of(ty: &Type, krate: &Path) -> Type {
    let mut ty = ty.clone();
    let own = |inner: &mut Type| *inner = of(inner, krate);
    match &mut ty {
        Type::Reference(reference) => return value(&reference.elem, krate),
        Type::Paren(inner) => own(&mut inner.elem),
        Type::Group(inner) => own(&mut inner.elem),
        Type::Array(array) => own(&mut array.elem),
        Type::Slice(slice) => own(&mut slice.elem),
        Type::Tuple(tuple) => tuple.elems.iter_mut().for_each(own),
        Type::Path(path) => {
            let Some(last) = path.path.segments.last_mut() else { return ty };
            let PathArguments::AngleBracketed(arguments) = &mut last.arguments else { return ty };
            let is_cow = last.ident == "Cow";
            for argument in &mut arguments.args {
                match argument {
                    GenericArgument::Type(inner) if is_cow => return value(inner, krate),
                    GenericArgument::Type(inner) => own(inner),
                    _ => {}
                }
            }
        }
        _ => {}
    }
    ty
}

/// `String` for `str`, and otherwise what `ToOwned` states.
fn value(ty: &Type, krate: &Path) -> Type {
    let span = ty.span();
    Type::Verbatim(if matches!(ty, Type::Path(path) if path.path.is_ident("str")) {
        quote_spanned!(span=> #krate::__private::String)
    } else {
        quote_spanned!(span=> <#ty as #krate::__private::ToOwned>::Owned)
    })
}
