//! Reads the `#[studio(..)]` attributes of one item: each key with its value.

mod others;
mod reader;

use darling::FromMeta;
use quote::ToTokens;
use syn::{Attribute, Ident};

pub(crate) use self::others::{Deprecation, Documentation, deprecated, derived_again, first_paragraph};
use self::reader::Reader;
use crate::diagnostics::Diagnostics;
use crate::given::Given;
use crate::key::{self, Place};
use crate::value::{
    self, DetailName, Entry, Grpc, KindName, Level, Number, Ranges, Text, TypePath, Unknown, Word, YesNo,
};

/// All entries of each key.
#[derive(Default, FromMeta)]
#[darling(default)]
struct Keys {
    #[darling(multiple)]
    code: Vec<Entry<Number>>,
    #[darling(multiple)]
    http: Vec<Entry<Number>>,
    #[darling(multiple)]
    category: Vec<Entry<Text>>,
    #[darling(multiple)]
    name: Vec<Entry<Text>>,
    #[darling(multiple)]
    description: Vec<Entry<Text>>,
    #[darling(multiple)]
    resolution: Vec<Entry<Text>>,
    #[darling(multiple)]
    retryable: Vec<Entry<YesNo>>,
    #[darling(multiple)]
    level: Vec<Entry<Level>>,
    #[darling(multiple)]
    grpc: Vec<Entry<Grpc>>,
    #[darling(multiple)]
    display: Vec<Entry<Word>>,
    #[darling(multiple)]
    transparent: Vec<Entry<Word>>,
    #[darling(multiple)]
    catalog: Vec<Entry<TypePath>>,
    #[darling(multiple)]
    published: Vec<Entry<Word>>,
    #[darling(multiple)]
    reserved: Vec<Entry<Ranges>>,
    #[darling(multiple)]
    from_code: Vec<Entry<Word>>,
    #[darling(multiple)]
    kind: Vec<Entry<KindName>>,
    #[darling(multiple)]
    axum: Vec<Entry<Word>>,
    #[darling(multiple)]
    actix: Vec<Entry<Word>>,
    #[darling(multiple)]
    tonic: Vec<Entry<Word>>,
    #[darling(multiple)]
    utoipa: Vec<Entry<Word>>,
    #[darling(multiple)]
    serialize: Vec<Entry<YesNo>>,
    #[darling(multiple, rename = "crate")]
    krate: Vec<Entry<TypePath>>,
    #[darling(multiple)]
    retry_after: Vec<Entry<Word>>,
    #[darling(multiple)]
    detail: Vec<Entry<DetailName>>,
    #[darling(flatten)]
    unknown: Unknown,
}

/// The keys of one item.
#[derive(Clone, Default)]
pub(crate) struct Attr {
    pub(crate) code: Given<Number>,
    pub(crate) http: Given<Number>,
    pub(crate) category: Given<Text>,
    pub(crate) name: Given<Text>,
    pub(crate) description: Given<Text>,
    pub(crate) resolution: Given<Text>,
    pub(crate) retryable: Given<YesNo>,
    pub(crate) level: Given<Level>,
    pub(crate) grpc: Given<Grpc>,
    pub(crate) display: Given<Word>,
    pub(crate) transparent: Given<Word>,
    pub(crate) catalog: Given<TypePath>,
    pub(crate) published: Given<Word>,
    pub(crate) reserved: Given<Ranges>,
    pub(crate) from_code: Given<Word>,
    pub(crate) kind: Given<KindName>,
    pub(crate) axum: Given<Word>,
    pub(crate) actix: Given<Word>,
    pub(crate) tonic: Given<Word>,
    pub(crate) utoipa: Given<Word>,
    pub(crate) serialize: Given<YesNo>,
    pub(crate) krate: Given<TypePath>,
    pub(crate) retry_after: Given<Word>,
    pub(crate) detail: Given<DetailName>,
    /// All keys that were written, known or not, for completion in an IDE.
    pub(crate) written: Vec<Ident>,
    /// The keys that are not allowed on this item.
    pub(crate) misplaced: Vec<&'static str>,
}

impl Attr {
    pub(crate) fn read(attrs: &[Attribute], place: Place, diagnostics: &mut Diagnostics) -> Self {
        let mut reader = Reader { place, diagnostics, damaged: false, meant: Vec::new(), misplaced: Vec::new() };
        let mut items = Vec::new();
        for attr in attrs.iter().filter(|attr| attr.path().is_ident("studio")) {
            reader.items(attr, &mut items);
        }
        if attrs.iter().any(is_misspelt) {
            // A key that seems to be missing may be in the attribute that rustc refuses.
            reader.damaged = true;
        }
        if items.is_empty() && !reader.damaged && reader.meant.is_empty() {
            return Self::default();
        }
        let written = items.iter().filter_map(|item| value::path(item)?.get_ident().cloned());
        // An import cannot have the name of a keyword.
        let written = written.filter(is_no_keyword).collect();
        items.retain(|item| reader.is_allowed(item));
        let keys = Keys::from_list(&items).unwrap_or_else(|error| {
            // `Entry` collects all errors, so this does not happen. If it did, the error would be reported.
            reader.diagnostics.add(error.into());
            Keys::default()
        });
        for path in &keys.unknown.0 {
            reader.unknown(path, &value::name(path));
        }
        Self {
            code: reader.one("code", keys.code),
            http: reader.one("http", keys.http),
            category: reader.one("category", keys.category),
            name: reader.one("name", keys.name),
            description: reader.one("description", keys.description),
            resolution: reader.one("resolution", keys.resolution),
            retryable: reader.one("retryable", keys.retryable),
            level: reader.one("level", keys.level),
            grpc: reader.one("grpc", keys.grpc),
            display: reader.one("display", keys.display),
            transparent: reader.one("transparent", keys.transparent),
            catalog: reader.one("catalog", keys.catalog),
            published: reader.one("published", keys.published),
            reserved: reader.one("reserved", keys.reserved),
            from_code: reader.one("from_code", keys.from_code),
            kind: reader.one("kind", keys.kind),
            axum: reader.one("axum", keys.axum),
            actix: reader.one("actix", keys.actix),
            tonic: reader.one("tonic", keys.tonic),
            utoipa: reader.one("utoipa", keys.utoipa),
            serialize: reader.one("serialize", keys.serialize),
            krate: reader.one("crate", keys.krate),
            retry_after: reader.one("retry_after", keys.retry_after),
            detail: reader.one("detail", keys.detail),
            written,
            misplaced: reader.misplaced,
        }
    }

    /// Prevents that a key is reported as missing if it was written on the type or on a field by mistake.
    pub(crate) fn excuse(&mut self, misplaced: &[&'static str]) {
        for key in misplaced {
            match *key {
                "code" => self.code.excuse(),
                "http" => self.http.excuse(),
                "description" => self.description.excuse(),
                "transparent" => self.transparent.excuse(),
                // The other keys are optional.
                _ => {}
            }
        }
    }
}

fn is_no_keyword(key: &Ident) -> bool {
    let name = key.to_string();
    // `crate` is the only key that is a keyword. The parser decides about unknown keys.
    if key::find(&name).is_some() { name != "crate" } else { syn::parse2::<Ident>(key.to_token_stream()).is_ok() }
}

/// Whether the attribute is a misspelt `studio`, such as `studo`. rustc reports the unknown attribute.
fn is_misspelt(attr: &Attribute) -> bool {
    let Some(name) = attr.path().get_ident().map(Ident::to_string) else { return false };
    // The edit distance is at most two. Nearly all attributes (`doc`, `error`) have too few letters in common with `studio`.
    let kept = name.bytes().filter(|letter| b"studio".contains(letter)).count();
    kept >= 4 && name != "studio" && strsim::damerau_levenshtein(&name, "studio") <= 2
}
