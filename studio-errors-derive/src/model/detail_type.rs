//! The JSON type of a detail, as far as the tokens of its field show.

use syn::Type;

use super::type_argument::{argument, pointee};

/// The names of the Rust types of each JSON type, which is a variant of `DetailType` in `studio_errors`. An integer can be `NonZero`.
const TYPES: [(&str, &[&str]); 6] = [
    ("Integer", &["u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize"]),
    ("Number", &["f32", "f64"]),
    ("String", &["String", "str", "char"]),
    ("Boolean", &["bool"]),
    ("Array", &["Vec", "VecDeque", "LinkedList", "BTreeSet", "HashSet", "BinaryHeap"]),
    ("Violations", &["Violations"]),
];

/// A type of which only the name is known. It may be an alias of `Option`, or serialize as null.
const ANY: (&str, bool) = ("Any", true);

/// Returns the JSON type, and whether the member is optional.
pub(super) fn of(ty: &Type) -> (&'static str, bool) {
    let ty = pointee(ty);
    if let Some(inner) = argument(ty, &["Option"]) {
        return (of(inner).0, true);
    }
    if let Some(inner) = argument(ty, &["Cow"]) {
        return of(inner);
    }
    match ty {
        Type::Array(_) | Type::Slice(_) => ("Array", false),
        Type::Tuple(tuple) if !tuple.elems.is_empty() => ("Array", false),
        Type::Path(path) if path.qself.is_none() => {
            let name = path.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
            let name = name.strip_prefix("NonZero").map_or(name.clone(), str::to_lowercase);
            let known = TYPES.iter().find(|(_, names)| names.contains(&&*name));
            // A number that is not finite has no JSON, so the detail is absent.
            known.map_or(ANY, |(json, _)| (json, *json == "Number"))
        }
        _ => ANY,
    }
}
