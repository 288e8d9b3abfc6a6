//! What was written: the attributes of one place, key by key.

use darling::FromMeta;
use darling::ast::NestedMeta;
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Ident, Meta, Path, Token};

use crate::given::Given;
use crate::key::{self, Place};
use crate::mistakes::Mistakes;
use crate::value::{self, Entry, Number, Ranges, Text, TypePath, Unknown, Value, Word, YesNo};

/// Every key, as often as it was written.
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
    serialize: Vec<Entry<YesNo>>,
    #[darling(multiple, rename = "crate")]
    krate: Vec<Entry<TypePath>>,
    #[darling(multiple)]
    retry_after: Vec<Entry<Word>>,
    #[darling(flatten)]
    unknown: Unknown,
}

/// What the attributes of one place say.
#[derive(Default)]
pub(crate) struct Attr {
    pub(crate) code: Given<Number>,
    pub(crate) http: Given<Number>,
    pub(crate) category: Given<Text>,
    pub(crate) name: Given<Text>,
    pub(crate) description: Given<Text>,
    pub(crate) resolution: Given<Text>,
    pub(crate) display: Given<Word>,
    pub(crate) transparent: Given<Word>,
    pub(crate) catalog: Given<TypePath>,
    pub(crate) published: Given<Word>,
    pub(crate) reserved: Given<Ranges>,
    pub(crate) from_code: Given<Word>,
    pub(crate) serialize: Given<YesNo>,
    pub(crate) krate: Given<TypePath>,
    pub(crate) retry_after: Given<Word>,
    /// Every key, known or not, for completion in an IDE.
    pub(crate) written: Vec<Ident>,
}

impl Attr {
    pub(crate) fn read(attrs: &[Attribute], place: Place, mistakes: &mut Mistakes) -> Self {
        let mut reader = Reader { place, mistakes, damaged: false, meant: Vec::new() };
        let mut items = Vec::new();
        for attr in attrs.iter().filter(|attr| attr.path().is_ident("studio")) {
            reader.items(attr, &mut items);
        }
        if items.is_empty() && !reader.damaged {
            return Self::default();
        }
        let written = items.iter().filter_map(|item| value::path(item)?.get_ident().cloned()).collect();
        items.retain(|item| reader.stands_here(item));
        let keys = Keys::from_list(&items).unwrap_or_else(|error| {
            // No receiver fails; if one did, its error is shown, not lost.
            reader.mistakes.add(error.into());
            Keys::default()
        });
        for path in &keys.unknown.0 {
            reader.unknown(path);
        }
        Self {
            code: reader.one("code", keys.code),
            http: reader.one("http", keys.http),
            category: reader.one("category", keys.category),
            name: reader.one("name", keys.name),
            description: reader.one("description", keys.description),
            resolution: reader.one("resolution", keys.resolution),
            display: reader.one("display", keys.display),
            transparent: reader.one("transparent", keys.transparent),
            catalog: reader.one("catalog", keys.catalog),
            published: reader.one("published", keys.published),
            reserved: reader.one("reserved", keys.reserved),
            from_code: reader.one("from_code", keys.from_code),
            serialize: reader.one("serialize", keys.serialize),
            krate: reader.one("crate", keys.krate),
            retry_after: reader.one("retry_after", keys.retry_after),
            written,
        }
    }
}

/// Reads the attributes of one place.
struct Reader<'a> {
    place: Place,
    mistakes: &'a mut Mistakes,
    /// Something did not parse: what seems to be missing may stand in it.
    damaged: bool,
    /// The keys that misspelt ones were meant to be.
    meant: Vec<&'static str>,
}

impl Reader<'_> {
    /// The entries of one attribute.
    fn items(&mut self, attr: &Attribute, items: &mut Vec<NestedMeta>) {
        let Meta::List(list) = &attr.meta else {
            self.damaged = true;
            let form = key::at(self.place).next().map_or("", |key| key.form);
            return self.mistakes.over(
                &attr.meta,
                "`studio` takes its keys in parentheses",
                &format!("write `studio({form})`"),
            );
        };
        let parsed = (|input: ParseStream<'_>| {
            self.entries(input, items);
            Ok(())
        })
        .parse2(list.tokens.clone());
        if let Err(error) = parsed {
            self.damage(error);
        }
    }

    fn damage(&mut self, error: syn::Error) {
        self.damaged = true;
        self.mistakes.add(error);
    }

    /// Entries with commas between them. After a mistake it goes on with the next entry.
    fn entries(&mut self, input: ParseStream<'_>, items: &mut Vec<NestedMeta>) {
        while !input.is_empty() {
            match input.parse() {
                Ok(NestedMeta::Lit(literal)) => {
                    self.damaged = true;
                    let form = key::at(self.place).next().map_or("", |key| key.form);
                    self.mistakes.over(&literal, "expected a key", &format!("write `{form}`"));
                }
                Ok(item) => {
                    let cut = matches!(item, NestedMeta::NameValueInvalidExpr(_));
                    items.push(item);
                    if cut {
                        // It took everything up to the comma, and the comma.
                        continue;
                    }
                }
                Err(error) => {
                    self.damage(error);
                    skip_to_comma(input);
                }
            }
            if input.is_empty() || input.parse::<Token![,]>().is_ok() {
                continue;
            }
            self.damage(input.error("expected `,`"));
            if !input.peek(Ident::peek_any) {
                skip_to_comma(input);
                let _ = input.parse::<Token![,]>();
            }
        }
    }

    /// Whether the key may stand at this place; a key that nobody knows is told of later.
    fn stands_here(&mut self, item: &NestedMeta) -> bool {
        let Some((path, key)) = value::path(item).and_then(|path| Some((path, key::find(&value::name(path))?))) else {
            return true;
        };
        if key.places.contains(&self.place) {
            return true;
        }
        let places: Vec<_> = key.places.iter().map(ToString::to_string).collect();
        self.mistakes.over(
            path,
            &format!("`{}` does not belong on {}", key.name, self.place),
            &format!("it belongs on {}", places.join(" or ")),
        );
        false
    }

    fn unknown(&mut self, path: &Path) {
        let name = value::name(path);
        let mend = if let Some(key) = key::nearest(&name, self.place) {
            self.meant.push(key.name);
            format!("did you mean `{}`?", key.name)
        } else {
            let keys: Vec<_> = key::at(self.place).map(|key| format!("`{}`", key.name)).collect();
            format!("the keys of {} are {}", self.place, keys.join(", "))
        };
        self.mistakes.over(path, &format!("unknown key `{name}`"), &mend);
    }

    /// The one value of a key that may be written once.
    fn one<T: Value>(&mut self, key: &'static str, entries: Vec<Entry<T>>) -> Given<T> {
        let mut given = if self.damaged || self.meant.contains(&key) { Given::Refused } else { Given::Absent };
        for (at, entry) in entries.into_iter().enumerate() {
            match entry.value {
                _ if at > 0 => {
                    self.mistakes.at(entry.key, &format!("`{key}` is repeated"), &format!("remove one `{key}`"));
                }
                Ok((value, span)) => given = Given::Value(value, span),
                Err(error) => {
                    self.mistakes.add(error);
                    given = Given::Refused;
                }
            }
        }
        given
    }
}

fn skip_to_comma(input: ParseStream<'_>) {
    while !input.is_empty() && !input.peek(Token![,]) {
        // Never fails: the input is not empty.
        let _ = input.parse::<proc_macro2::TokenTree>();
    }
}

/// The first paragraph of the doc comment, as one line.
pub(crate) fn first_paragraph(attrs: &[Attribute]) -> Option<String> {
    let lines = attrs.iter().filter_map(|attr| match &attr.meta {
        Meta::NameValue(doc) if doc.path.is_ident("doc") => match &doc.value {
            syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    });
    let text: Vec<_> = lines.collect();
    let paragraph: Vec<_> = text
        .iter()
        .flat_map(|text| text.lines().map(str::trim).chain(text.is_empty().then_some("")))
        .skip_while(|line| line.is_empty())
        .take_while(|line| !line.is_empty())
        .collect();
    (!paragraph.is_empty()).then(|| paragraph.join(" "))
}

/// The `#[deprecated]` of a variant: its constant is deprecated too.
pub(crate) fn deprecated(attrs: &[Attribute]) -> TokenStream {
    attrs.iter().filter(|attr| attr.path().is_ident("deprecated")).map(ToTokens::to_token_stream).collect()
}
