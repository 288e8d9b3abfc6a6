//! The keys of `#[studio(..)]`: what each is called, where it may stand and how it is written.

use std::fmt;

/// Where an attribute stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Enum,
    Struct,
    Variant,
    Field,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Enum => "an enum",
            Self::Struct => "a struct",
            Self::Variant => "a variant",
            Self::Field => "a field",
        })
    }
}

pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) places: &'static [Place],
    /// An example of the whole entry.
    pub(crate) form: &'static str,
}

const TYPE: &[Place] = &[Place::Enum, Place::Struct];
const CODED: &[Place] = &[Place::Variant, Place::Struct];
const FIELD: &[Place] = &[Place::Field];

#[rustfmt::skip]
pub(crate) const KEYS: &[Key] = &[
    Key { name: "code",        places: CODED, form: "code = 1601" },
    Key { name: "http",        places: CODED, form: "http = 402" },
    Key { name: "category",    places: &[Place::Enum, Place::Struct, Place::Variant], form: "category = \"quota\"" },
    Key { name: "name",        places: CODED, form: "name = \"INSUFFICIENT_CREDITS\"" },
    Key { name: "description", places: CODED, form: "description = \"..\"" },
    Key { name: "resolution",  places: CODED, form: "resolution = \"..\"" },
    Key { name: "display",     places: CODED, form: "display" },
    Key { name: "transparent", places: CODED, form: "transparent" },
    Key { name: "catalog",     places: TYPE,  form: "catalog = Acme" },
    Key { name: "published",   places: TYPE,  form: "published" },
    Key { name: "reserved",    places: TYPE,  form: "reserved(1604, 1610..=1619)" },
    Key { name: "from_code",   places: TYPE,  form: "from_code" },
    Key { name: "serialize",   places: TYPE,  form: "serialize = false" },
    Key { name: "crate",       places: TYPE,  form: "crate = path" },
    Key { name: "retry_after", places: FIELD, form: "retry_after" },
];

pub(crate) fn find(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.name == name)
}

/// The keys that may stand at `place`.
pub(crate) fn at(place: Place) -> impl Iterator<Item = &'static Key> {
    KEYS.iter().filter(move |key| key.places.contains(&place))
}

/// The key that a misspelt one at `place` was meant to be.
pub(crate) fn nearest(name: &str, place: Place) -> Option<&'static Key> {
    at(place)
        .map(|key| (strsim::damerau_levenshtein(&name.to_lowercase(), key.name), key))
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, key)| *distance <= 1 + key.name.len() / 4)
        .map(|(_, key)| key)
}
