//! Types that nest themselves.

use quote::ToTokens;
use syn::{GenericArgument, GenericParam, Generics, Ident, PathArguments, Type};

use super::generics::name;
use super::type_argument::pointee;

/// How a type refers to the model.
#[derive(PartialEq, Eq)]
pub(super) enum Refers {
    /// The type is another one, as far as the tokens show.
    No,
    /// The type is the model itself.
    ToItself,
    /// The type is the model with other arguments. Its list of codes would contain itself.
    ToAnotherInstance,
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
    let parameters = generics.params.iter().filter(|parameter| !matches!(parameter, GenericParam::Lifetime(_)));
    let arguments = match arguments {
        PathArguments::AngleBracketed(arguments) => arguments.args.iter().collect(),
        _ => Vec::new(),
    };
    let arguments = arguments.iter().filter(|argument| !matches!(argument, GenericArgument::Lifetime(_)));
    parameters.map(name).eq(arguments.map(|argument| argument.to_token_stream().to_string()))
}
