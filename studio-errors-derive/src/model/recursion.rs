//! Types that nest themselves.

use syn::{GenericArgument, Generics, Ident, PathArguments, Type};

/// How a type refers to the model.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refers {
    /// The type is another one, as far as the tokens show.
    No,
    /// The type is the model itself.
    ToItself,
    /// The type is the model with other arguments. Its list of codes would contain itself.
    ToAnotherInstance,
}

/// Returns the type behind references, `Box`, `Rc` and `Arc`.
pub(crate) fn pointee(ty: &Type) -> &Type {
    match ty {
        Type::Reference(reference) => pointee(&reference.elem),
        Type::Paren(paren) => pointee(&paren.elem),
        Type::Group(group) => pointee(&group.elem),
        Type::Path(path) if path.qself.is_none() => match path.path.segments.last().map(|last| (last, &last.arguments))
        {
            Some((last, PathArguments::AngleBracketed(inner))) if POINTERS.iter().any(|name| last.ident == name) => {
                match inner.args.first() {
                    Some(GenericArgument::Type(inner)) => pointee(inner),
                    _ => ty,
                }
            }
            _ => ty,
        },
        _ => ty,
    }
}

/// Returns how `ty`, or the type that it points to, refers to the type `ident`.
pub(super) fn refers(ty: &Type, ident: &Ident, generics: &Generics) -> Refers {
    let Type::Path(path) = pointee(ty) else { return Refers::No };
    let Some(last) = path.path.segments.last().filter(|_| path.qself.is_none()) else { return Refers::No };
    match path.path.segments.len() {
        1 if last.ident == "Self" => Refers::ToItself,
        1 if last.ident == *ident && are_parameters(&last.arguments, generics) => Refers::ToItself,
        1 if last.ident == *ident => Refers::ToAnotherInstance,
        _ => Refers::No,
    }
}

/// Whether `arguments` are the parameters of the type, in the same order. Codes do not depend on lifetimes.
fn are_parameters(arguments: &PathArguments, generics: &Generics) -> bool {
    let types = generics.params.iter().filter_map(|parameter| match parameter {
        syn::GenericParam::Type(parameter) => Some(&parameter.ident),
        syn::GenericParam::Const(parameter) => Some(&parameter.ident),
        syn::GenericParam::Lifetime(_) => None,
    });
    let PathArguments::AngleBracketed(arguments) = arguments else { return types.count() == 0 };
    let arguments = arguments.args.iter().filter(|argument| !matches!(argument, GenericArgument::Lifetime(_)));
    let same = |argument: &GenericArgument, parameter: &Ident| match argument {
        GenericArgument::Type(Type::Path(path)) => path.qself.is_none() && path.path.is_ident(parameter),
        _ => false,
    };
    let (types, arguments): (Vec<_>, Vec<_>) = (types.collect(), arguments.collect());
    types.len() == arguments.len() && types.iter().zip(arguments).all(|(parameter, argument)| same(argument, parameter))
}

const POINTERS: [&str; 3] = ["Box", "Rc", "Arc"];

#[cfg(test)]
mod tests {
    use syn::{Type, parse_quote};

    use super::{Refers, refers};

    fn of(ty: &str, generics: &str) -> Refers {
        let item: syn::ItemStruct = syn::parse_str(&format!("struct E{generics};")).expect("a type");
        refers(&syn::parse_str(ty).expect("a type"), &item.ident, &item.generics)
    }

    #[test]
    fn a_pointer_to_the_type_refers_to_the_type() {
        for own in ["E", "Self", "Box<E>", "Rc<Arc<Self>>", "std::boxed::Box<E>", "&'static E", "(E)", "&(Box<E>)"] {
            assert_eq!(of(own, ""), Refers::ToItself, "{own}");
        }
        for other in ["F", "a::E", "Vec<E>", "Box<F>", "Box", "<E as A>::E", "<E>::Self", "[E; 1]", "E::F"] {
            assert_eq!(of(other, ""), Refers::No, "{other}");
        }
        let group = Type::Group(syn::TypeGroup {
            attrs: Vec::new(),
            group_token: syn::token::Group::default(),
            elem: parse_quote!(E),
        });
        assert_eq!(refers(&group, &parse_quote!(E), &syn::Generics::default()), Refers::ToItself);
    }

    #[test]
    fn a_type_with_other_arguments_is_another_type() {
        for (own, generics) in [
            ("E<T>", "<T>"),
            ("Box<E<'static, T, N>>", "<'a, T, const N: usize>"),
            ("E<'static>", "<'a>"),
            ("E", "<'a>"),
            ("Self", "<T>"),
        ] {
            assert_eq!(of(own, generics), Refers::ToItself, "{own}");
        }
        for (other, generics) in
            [("E<u8>", "<T>"), ("Box<E<U, T>>", "<T, U>"), ("E", "<T = u8>"), ("E<T, 3>", "<T, const N: usize>")]
        {
            assert_eq!(of(other, generics), Refers::ToAnotherInstance, "{other}");
        }
    }
}
