//! The keys of `#[studio(..)]`: the table from which everything about a key follows, except for its meaning.

use std::fmt;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::diagnostics::joined;

/// The place of an attribute.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Enum,
    Struct,
    Variant,
    Field,
    Set,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Enum => "an enum",
            Self::Struct => "a struct",
            Self::Variant => "a variant",
            Self::Field => "a field",
            Self::Set => "a code set",
        })
    }
}

pub(crate) struct Key {
    pub(crate) name: &'static str,
    /// Names that other tools use for the same thing. The diagnostic for an unknown key recognizes them.
    also: &'static [&'static str],
    pub(crate) places: &'static [Place],
    /// An example of the whole entry.
    pub(crate) form: &'static str,
    /// The meaning, which an IDE shows.
    meaning: &'static str,
}

const TYPE: &[Place] = &[Place::Enum, Place::Struct];
const TYPE_OR_SET: &[Place] = &[Place::Enum, Place::Struct, Place::Set];
const CODED: &[Place] = &[Place::Variant, Place::Struct];
const TYPE_OR_VARIANT: &[Place] = &[Place::Enum, Place::Struct, Place::Variant];
const FIELD: &[Place] = &[Place::Field];

/// The table: each key with its meaning, its field in `Attr`, its name, the type of its value, its places, its form, and its
/// other names. Passes all rows to the macro `then`.
macro_rules! table {
    ($then:ident) => {
        $then! {
            /// The number. Required, unless the variant is `transparent`.
            code "code": Number, CODED, "code = 1601", ["number"];
            /// The category that owns the number. On an enum, it applies to each variant that states none. Required on one of them.
            category "category": Text, TYPE_OR_VARIANT, "category = \"quota\"", [];
            /// The status, 400 to 599. On an enum, it applies to each variant that states none. Required, unless the catalog publishes the
            /// code.
            http "http": Status, TYPE_OR_VARIANT, "http = 402", ["status"];
            /// The name, at most 255 bytes. The default is the identifier in `SCREAMING_SNAKE_CASE`.
            name "name": Text, CODED, "name = \"INSUFFICIENT_CREDITS\"", ["rename"];
            /// The public message, at most 10,000 bytes. The default is the published one, then the first paragraph of the doc comment.
            description "description": Text, CODED, "description = \"Insufficient credits\"", ["message"];
            /// What the client can do. The default is the published one, then the section `# Resolution` of the doc comment, then an empty
            /// text.
            resolution "resolution": Text, CODED, "resolution = \"Purchase credits\"", ["help", "hint"];
            /// Whether the same request may succeed later. The default is the published value, then that of the enum, then that of the
            /// status.
            retryable "retryable": YesNo, TYPE_OR_VARIANT, "retryable = true", ["retry", "transient"];
            /// The level of the log event: `error`, `warn`, `info`, `debug` or `trace`. The default is the published value, then that of the
            /// enum, then `error` for a 5xx and `debug` for a 4xx.
            level "level": Level, TYPE_OR_VARIANT, "level = \"warn\"", ["severity", "log"];
            /// The code in gRPC. The default is the published value, then that of the status.
            grpc "grpc": Grpc, CODED, "grpc = \"already_exists\"", ["rpc"];
            /// The `WWW-Authenticate` header of the code, on any 4xx. The default is the published one, then that of the catalog for a 401.
            challenge "challenge": Text, CODED, "challenge = \"Bearer\"", ["www_authenticate", "authenticate"];
            /// Own constant facts of the code, which the catalog declares, see [`Property`](crate::Property). On an enum, they apply to each
            /// variant that states none of the same name.
            properties "properties": Properties, TYPE_OR_VARIANT, "properties(type = \"invalid_request\")", ["property"];
            /// The message is the `Display` text of the value. Not allowed on an internal error.
            display "display": Word, CODED, "display", [];
            /// Forwards everything to the only field, which is a [`StudioErrorCode`](crate::StudioErrorCode).
            transparent "transparent": Word, CODED, "transparent", ["forward"];
            /// A type that implements [`Catalog`](crate::Catalog). The default is [`Studio`](crate::Studio).
            catalog "catalog": TypePath, TYPE_OR_SET, "catalog = Acme", [];
            /// These variants are the definitions that the catalog publishes. The catalog must list the type.
            published "published": Word, TYPE, "published", [];
            /// Numbers that no variant may use.
            reserved "reserved": Ranges, TYPE, "reserved(1604, 1610..=1619)", ["retired"];
            /// Implements [`FromCode`](crate::FromCode) for an enum with transparent variants. It is not automatic then.
            from_code "from_code": Word, TYPE, "from_code", [];
            /// Generates a `Copy` enum of the same variants without fields, see [`Kind`](crate::Kind). The name is optional.
            kind "kind": Option<GeneratedName>, TYPE, "kind = \"WalletErrorKind\"", ["kinds"];
            /// Generates an enum of the same variants whose fields are the details, for a client: see
            /// [`Received`](https://docs.rs/studio-errors/latest/studio_errors/trait.Received.html). The name is optional. Needs the
            /// feature `details`.
            received "received": Option<GeneratedName>, TYPE, "received = \"ReceivedWalletError\"", ["client"];
            /// Implements [`IntoResponse`](https://docs.rs/axum/0.8/axum/response/trait.IntoResponse.html), so that a handler can return the
            /// error. Needs the feature `axum`.
            axum "axum": Word, TYPE, "axum", [];
            /// Implements [`ResponseError`](https://docs.rs/actix-web/4/actix_web/trait.ResponseError.html), so that a handler can return the
            /// error. Needs the feature `actix`.
            actix "actix": Word, TYPE, "actix", ["actix_web"];
            /// Converts the error into [`Status`](https://docs.rs/tonic/0.14/tonic/struct.Status.html), so that a gRPC method can return it.
            /// Needs the feature `tonic`.
            tonic "tonic": Word, TYPE, "tonic", [];
            /// Implements [`IntoResponses`](https://docs.rs/utoipa/6/utoipa/trait.IntoResponses.html) and
            /// [`ToSchema`](https://docs.rs/utoipa/6/utoipa/trait.ToSchema.html), so that a path can name the error. Needs the feature
            /// `utoipa`.
            utoipa "utoipa": Word, TYPE_OR_SET, "utoipa", ["openapi"];
            /// The target of the log events. The default is the module of the type.
            target "target": Text, TYPE, "target = \"acme::wallet\"", ["module"];
            /// Does not implement `serde::Serialize`, so that you can.
            serialize "serialize": YesNo, TYPE, "serialize = false", [];
            /// The path of `studio_errors`, if it is renamed or re-exported.
            krate "crate": TypePath, TYPE, "crate = studio_errors", [];
            /// The time to wait, as a `Duration`, an `Option<Duration>`, or whole seconds as an integer.
            retry_after "retry_after": Word, FIELD, "retry_after", ["wait"];
            /// The error body contains the value, under the name of the field or under this name. The value is `Serialize`. Not allowed on an
            /// internal error. Needs the feature `details`.
            detail "detail": Option<Text>, FIELD, "detail = \"need\"", ["data"];
            /// The JSON object of the value is the whole value of `details`. The value is `Serialize`. Not allowed on an internal error, and
            /// not next to `detail`. Needs the feature `details`.
            details "details": Word, FIELD, "details", [];
        }
    };
}
pub(crate) use table;

macro_rules! keys {
    ($($(#[doc = $meaning:literal])+ $field:ident $name:literal: $value:ty, $places:ident, $form:literal, [$($also:literal),*];)*) => {
        pub(crate) const KEYS: &[Key] = &[$(
            Key { name: $name, also: &[$($also),*], places: $places, form: $form, meaning: concat!($($meaning),+) },
        )*];
    };
}
table!(keys);

/// A module for each place, with an item for each key, for completion in an IDE. See `expand/ide.rs`.
pub(crate) fn modules() -> TokenStream {
    let places = [Place::Enum, Place::Struct, Place::Variant, Place::Field].map(|place| {
        let name = format_ident!("on_{}", place.to_string().rsplit(' ').next().unwrap_or_default());
        let (documentation, is_import) = (format!("The keys of {place}."), |key: &&Key| key.name != "crate");
        let items = at(place).filter(is_import).map(|key| {
            let (name, doc) = (format_ident!("{}", key.name), format!("`{}`:{}", key.form, key.meaning));
            quote!(#[doc = #doc] pub const #name: () = ();)
        });
        quote!(#[doc = #documentation] pub mod #name { #(#items)* })
    });
    quote!(#(#places)*)
}

pub(crate) fn find(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.name == name)
}

/// The keys that are allowed at `place`.
pub(crate) fn at(place: Place) -> impl Iterator<Item = &'static Key> {
    KEYS.iter().filter(move |key| key.places.contains(&place))
}

impl Key {
    /// Returns a help text such as `it belongs on an enum, a struct or a variant`.
    pub(crate) fn belongs(&self) -> String {
        let places: Vec<_> = self.places.iter().map(ToString::to_string).collect();
        format!("it belongs on {}", joined(&places, "or"))
    }
}

/// Returns the key that is most similar to a misspelt one: by edit distance, by a common beginning, or by another name.
/// A key that is allowed at `place` takes precedence over one that is not.
pub(crate) fn nearest(name: &str, place: Place) -> Option<&'static Key> {
    let name = name.to_lowercase();
    let distance = |key: &Key| {
        let meant =
            key.also.contains(&&*name) || name.len() > 2 && key.name.starts_with(&name) || name.starts_with(key.name);
        if meant { 0 } else { strsim::damerau_levenshtein(&name, key.name) }
    };
    let near =
        KEYS.iter().map(|key| (distance(key), key)).filter(|(distance, key)| *distance <= 1 + key.name.len() / 4);
    near.min_by_key(|(distance, key)| (!key.places.contains(&place), *distance)).map(|(_, key)| key)
}

#[cfg(test)]
mod tests {
    use super::{KEYS, Place, nearest};

    #[test]
    fn a_misspelt_key_is_recognized_by_its_beginning_and_by_edit_distance() {
        let meant = |name| nearest(name, Place::Enum).map(|key| key.name);
        assert_eq!((meant("cat"), meant("ca")), (Some("category"), None));
        assert_eq!((meant("RESERVED_NUMBERS"), meant("retired")), (Some("reserved"), Some("reserved")));
        assert_eq!((meant("ctagry"), meant("ctagr")), (Some("category"), None));
        assert_eq!((meant("retry-after"), meant("")), (Some("retry_after"), None));
        // `code` is more similar, but it is not allowed on an enum.
        let at = |place| nearest("cote", place).map(|key| key.name);
        assert_eq!((at(Place::Enum), at(Place::Variant)), (Some("crate"), Some("code")));
    }

    #[test]
    fn every_key_has_a_row_and_a_section_in_the_documentation() {
        let page = std::fs::read_to_string("../studio-errors/src/derive.md").expect("the page on the derive");
        let (tables, sections) = page.split_once("# Mistakes").unwrap();
        for name in KEYS.iter().map(|key| format!("`{}`", key.name)) {
            assert!(tables.contains(&format!("[{name}](#")), "no row for {name}");
            assert!(
                sections.lines().any(|line| line.starts_with("# ") && line.contains(&name)),
                "no section on {name}"
            );
        }
    }
}
