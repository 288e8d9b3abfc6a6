//! The types inside of `Option`, `Cow` and pointers.

use syn::{GenericArgument, PathArguments, Type};

/// Returns the type behind references, `Box`, `Rc` and `Arc`.
pub(crate) fn pointee(ty: &Type) -> &Type {
    match ty {
        Type::Reference(reference) => pointee(&reference.elem),
        Type::Paren(paren) => pointee(&paren.elem),
        Type::Group(group) => pointee(&group.elem),
        ty => argument(ty, &["Box", "Rc", "Arc"]).map_or(ty, pointee),
    }
}

/// Returns the first type among the arguments of a type with one of these names.
pub(super) fn argument<'a>(ty: &'a Type, names: &[&str]) -> Option<&'a Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last().filter(|_| path.qself.is_none())?;
    if !names.iter().any(|name| last.ident == name) {
        return None;
    }
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}
