//! The keys of `#[studio(..)]`: the name of each, the places where it is allowed, and its form.

use std::fmt;

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
}

const TYPE: &[Place] = &[Place::Enum, Place::Struct];
const TYPE_OR_SET: &[Place] = &[Place::Enum, Place::Struct, Place::Set];
const CODED: &[Place] = &[Place::Variant, Place::Struct];
const TYPE_OR_VARIANT: &[Place] = &[Place::Enum, Place::Struct, Place::Variant];
const FIELD: &[Place] = &[Place::Field];

#[rustfmt::skip]
pub(crate) const KEYS: &[Key] = &[
    Key { name: "code",        also: &["number"],          places: CODED, form: "code = 1601" },
    Key { name: "category",    also: &[],                  places: TYPE_OR_VARIANT, form: "category = \"quota\"" },
    Key { name: "http",        also: &["status"],          places: TYPE_OR_VARIANT, form: "http = 402" },
    Key { name: "name",        also: &["rename"],          places: CODED, form: "name = \"INSUFFICIENT_CREDITS\"" },
    Key { name: "description", also: &["message"],         places: CODED, form: "description = \"Insufficient credits\"" },
    Key { name: "resolution",  also: &["help", "hint"],    places: CODED, form: "resolution = \"Purchase credits\"" },
    Key { name: "retryable",   also: &["retry", "transient"], places: TYPE_OR_VARIANT, form: "retryable = true" },
    Key { name: "level",       also: &["severity", "log"], places: TYPE_OR_VARIANT, form: "level = \"warn\"" },
    Key { name: "grpc",        also: &["rpc"],             places: CODED, form: "grpc = \"already_exists\"" },
    Key { name: "display",     also: &[],                  places: CODED, form: "display" },
    Key { name: "transparent", also: &["forward"],         places: CODED, form: "transparent" },
    Key { name: "catalog",     also: &[],                  places: TYPE_OR_SET, form: "catalog = Acme" },
    Key { name: "published",   also: &[],                  places: TYPE,  form: "published" },
    Key { name: "reserved",    also: &["retired"],         places: TYPE,  form: "reserved(1604, 1610..=1619)" },
    Key { name: "from_code",   also: &[],                  places: TYPE,  form: "from_code" },
    Key { name: "kind",        also: &["kinds"],           places: TYPE,  form: "kind = \"WalletErrorKind\"" },
    Key { name: "axum",        also: &[],                  places: TYPE,  form: "axum" },
    Key { name: "actix",       also: &["actix_web"],       places: TYPE,  form: "actix" },
    Key { name: "tonic",       also: &[],                  places: TYPE,  form: "tonic" },
    Key { name: "utoipa",      also: &["openapi"],         places: TYPE_OR_SET, form: "utoipa" },
    Key { name: "serialize",   also: &[],                  places: TYPE,  form: "serialize = false" },
    Key { name: "crate",       also: &[],                  places: TYPE,  form: "crate = studio_errors" },
    Key { name: "retry_after", also: &["wait"],            places: FIELD, form: "retry_after" },
    Key { name: "detail",      also: &["details", "data"], places: FIELD, form: "detail = \"need\"" },
];

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
        let places = places.join(", ");
        match places.rsplit_once(", ") {
            Some((others, last)) => format!("it belongs on {others} or {last}"),
            None => format!("it belongs on {places}"),
        }
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
