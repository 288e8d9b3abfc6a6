//! The name of a code. The default is the identifier in `SCREAMING_SNAKE_CASE`.

use heck::ToShoutySnakeCase;
use syn::Ident;
use syn::ext::IdentExt;

pub(crate) fn of(ident: &Ident) -> String {
    ident.unraw().to_string().to_shouty_snake_case()
}

/// Converts an invalid name to the naming convention.
pub(crate) fn of_text(text: &str) -> String {
    text.to_shouty_snake_case()
}

/// Whether the name has only `A` to `Z`, digits and underscores, and begins with a letter. Names become constants.
pub(crate) fn is_sound(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
}
