//! The name of a code: the identifier in `SCREAMING_SNAKE_CASE`, unless one is stated.

use heck::ToShoutySnakeCase;
use syn::Ident;
use syn::ext::IdentExt;

pub(crate) fn of(ident: &Ident) -> String {
    ident.unraw().to_string().to_shouty_snake_case()
}

/// The name that a text was meant to be.
pub(crate) fn of_text(text: &str) -> String {
    text.to_shouty_snake_case()
}

/// Names become constants and go over the wire: `A` to `Z`, digits and underscores, beginning with a letter.
pub(crate) fn is_sound(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
}
