//! What was written: the attributes of one place, key by key.

use darling::FromMeta;
use darling::ast::NestedMeta;
use proc_macro2::{Delimiter, Group, Punct, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Ident, Lit, Meta, Token};

use crate::given::{At, Given};
use crate::key::{self, Place};
use crate::mistakes::Mistakes;
use crate::value::{self, Entry, Number, Ranges, Text, TypePath, Unknown, Word, YesNo};

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
    axum: Vec<Entry<Word>>,
    #[darling(multiple)]
    actix: Vec<Entry<Word>>,
    #[darling(multiple)]
    utoipa: Vec<Entry<Word>>,
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
#[derive(Clone, Default)]
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
    pub(crate) axum: Given<Word>,
    pub(crate) actix: Given<Word>,
    pub(crate) utoipa: Given<Word>,
    pub(crate) serialize: Given<YesNo>,
    pub(crate) krate: Given<TypePath>,
    pub(crate) retry_after: Given<Word>,
    /// Every key, known or not, for completion in an IDE.
    pub(crate) written: Vec<Ident>,
    /// The keys that do not belong here.
    pub(crate) misplaced: Vec<&'static str>,
}

impl Attr {
    pub(crate) fn read(attrs: &[Attribute], place: Place, mistakes: &mut Mistakes) -> Self {
        let mut reader = Reader { place, mistakes, damaged: false, meant: Vec::new(), misplaced: Vec::new() };
        let mut items = Vec::new();
        for attr in attrs.iter().filter(|attr| attr.path().is_ident("studio")) {
            reader.items(attr, &mut items);
        }
        if attrs.iter().any(is_misspelt) {
            // What seems to be missing stands in an attribute that rustc refuses.
            reader.damaged = true;
        }
        if items.is_empty() && !reader.damaged && reader.meant.is_empty() {
            return Self::default();
        }
        let written = items.iter().filter_map(|item| value::path(item)?.get_ident().cloned());
        // Nothing can be called by a keyword, nor offered under its name.
        let written = written.filter(is_no_keyword).collect();
        items.retain(|item| reader.stands_here(item));
        let keys = Keys::from_list(&items).unwrap_or_else(|error| {
            // No receiver fails; if one did, its error is shown, not lost.
            reader.mistakes.add(error.into());
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
            display: reader.one("display", keys.display),
            transparent: reader.one("transparent", keys.transparent),
            catalog: reader.one("catalog", keys.catalog),
            published: reader.one("published", keys.published),
            reserved: reader.one("reserved", keys.reserved),
            from_code: reader.one("from_code", keys.from_code),
            axum: reader.one("axum", keys.axum),
            actix: reader.one("actix", keys.actix),
            utoipa: reader.one("utoipa", keys.utoipa),
            serialize: reader.one("serialize", keys.serialize),
            krate: reader.one("crate", keys.krate),
            retry_after: reader.one("retry_after", keys.retry_after),
            written,
            misplaced: reader.misplaced,
        }
    }

    /// Keys that stand on the type or on a field, where they do not belong, are not missed here as well.
    pub(crate) fn excuse(&mut self, misplaced: &[&'static str]) {
        for key in misplaced {
            match *key {
                "code" => self.code.excuse(),
                "http" => self.http.excuse(),
                "description" => self.description.excuse(),
                "transparent" => self.transparent.excuse(),
                // What else does not belong elsewhere is nowhere required.
                _ => {}
            }
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
    misplaced: Vec<&'static str>,
}

impl Reader<'_> {
    /// The entries of one attribute.
    fn items(&mut self, attr: &Attribute, items: &mut Vec<NestedMeta>) {
        let Meta::List(list) = &attr.meta else {
            self.damaged = true;
            let mend = format!("write them as in `#[studio({})]`", self.form());
            return self.mistakes.over(&attr.meta, "`studio` takes its keys in parentheses", &mend);
        };
        let entries = |input: ParseStream<'_>| {
            self.entries(input, items);
            Ok(())
        };
        if let Err(error) = entries.parse2(list.tokens.clone()) {
            // `entries` reads to the end; if it did not, that is shown, not lost.
            self.mistakes.add(error);
        }
    }

    /// An example of an entry at this place.
    fn form(&self) -> &'static str {
        key::at(self.place).next().map_or("", |key| key.form)
    }

    /// Entries with commas between them. After a mistake it goes on with the next entry.
    fn entries(&mut self, input: ParseStream<'_>, items: &mut Vec<NestedMeta>) {
        while !input.is_empty() {
            if input.peek(Ident::peek_any) || input.peek(Token![::]) {
                match input.parse() {
                    Ok(item) => self.item(item, input, items),
                    Err(error) => {
                        self.damaged = true;
                        self.mistakes.add(error);
                        to_comma(input);
                    }
                }
            } else {
                self.no_key(input);
            }
            // Nothing else is left to stand here: `item` and `no_key` stop at a comma, a key, or the end.
            let _ = input.parse::<Option<Token![,]>>();
        }
    }

    /// Something stands where a key is expected.
    fn no_key(&mut self, input: ParseStream<'_>) {
        if let Ok(mark) = punctuation(input) {
            return self.mistakes.over(&mark, &format!("expected a key, found `{mark}`"), &format!("remove `{mark}`"));
        }
        self.damaged = true;
        let tokens = to_comma(input);
        let mend = match syn::parse2::<Lit>(tokens.clone()) {
            Ok(Lit::Int(number)) if self.place != Place::Field => format!("write `code = {number}`"),
            _ => format!("write one as in `{}`", self.form()),
        };
        self.mistakes.over(&tokens, "expected a key", &mend);
    }

    /// An entry, and what stands between it and the comma.
    fn item(&mut self, item: NestedMeta, input: ParseStream<'_>, items: &mut Vec<NestedMeta>) {
        let name = match &item {
            NestedMeta::Meta(Meta::Path(path)) => value::name(path),
            _ => String::new(),
        };
        // `retry-after` is one word to whoever wrote it.
        if !name.is_empty() && input.peek(Token![-]) {
            let rest = to_comma(input);
            let written = format!("{name}{rest}").replace(' ', "");
            return self.unknown(&quote!(#item #rest), &written);
        }
        let is_key = key::find(&name).is_some_and(|key| key.form.starts_with(&format!("{name} =")));
        if is_key && !input.is_empty() && !input.peek(Token![,]) && !input.peek(Ident::peek_any) {
            // `code: 1601`, or `code 1601`: the value is there, only the `=` is not.
            self.meant.extend(key::find(&name).map(|key| key.name));
            match punctuation(input) {
                Ok(mark) => self.mistakes.over(&mark, &format!("expected `=`, found `{mark}`"), "write `=`"),
                Err(value) => {
                    let fact = format!("expected `=`, found `{value}`");
                    self.mistakes.over(&value, &fact, &format!("write `= {value}`"));
                }
            }
            to_comma(input);
            return;
        }
        items.push(item);
        if input.is_empty() || input.peek(Token![,]) {
            return;
        }
        if let Ok(key) = input.fork().call(Ident::parse_any) {
            return self.mistakes.over(&key, &format!("expected `,`, found `{key}`"), &format!("write `, {key}`"));
        }
        match punctuation(input) {
            Ok(mark) if mark.as_char() == ';' => self.mistakes.over(&mark, "expected `,`, found `;`", "write `,`"),
            Ok(mark) => {
                self.mistakes.over(&mark, &format!("expected `,`, found `{mark}`"), &format!("remove `{mark}`"));
                self.damaged |= !to_comma(input).is_empty();
            }
            Err(_) => {
                self.damaged = true;
                self.mistakes.over(&to_comma(input), "expected `,`", "");
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
        self.misplaced.push(key.name);
        self.mistakes.over(path, &format!("`{}` does not belong on {}", key.name, self.place), &key.belongs());
        false
    }

    fn unknown(&mut self, tokens: &impl ToTokens, name: &str) {
        let last = name.rsplit(':').next().unwrap_or(name);
        let mend = if let Some(key) = key::nearest(last, self.place) {
            let name = key.name;
            if key.places.contains(&self.place) {
                self.meant.push(name);
                format!("did you mean `{name}`?")
            } else {
                self.misplaced.push(name);
                format!("if you mean `{name}`, {}", key.belongs())
            }
        } else {
            let keys: Vec<_> = key::at(self.place).map(|key| format!("`{}`", key.name)).collect();
            let are = if keys.len() > 1 { "the keys of {} are" } else { "the only key of {} is" };
            format!("{} {}", are.replace("{}", &self.place.to_string()), keys.join(", "))
        };
        self.mistakes.over(tokens, &format!("unknown key `{name}`"), &mend);
    }

    /// The one value of a key that may be written once.
    fn one<T>(&mut self, key: &'static str, entries: Vec<Entry<T>>) -> Given<T> {
        let mut entries = entries.into_iter();
        let given = match entries.next() {
            None if self.damaged || self.meant.contains(&key) => Given::Refused,
            None => Given::Absent,
            Some(Entry { key, value: Ok((value, span)) }) => Given::Value(value, At { key, value: span }),
            Some(Entry { value: Err(error), .. }) => {
                self.mistakes.add(error);
                Given::Refused
            }
        };
        for entry in entries {
            self.repeated(key, entry.key);
        }
        given
    }

    fn repeated(&mut self, key: &str, span: Span) {
        let mend = match key {
            "reserved" => "list all numbers in one `reserved(..)`".to_owned(),
            key => format!("remove one `{key}`"),
        };
        self.mistakes.at(span, &format!("`{key}` is repeated"), &mend);
    }
}

fn is_no_keyword(key: &Ident) -> bool {
    let name = key.to_string();
    // `crate` is the one key that is; what is no key needs the look of a parser.
    if key::find(&name).is_some() { name != "crate" } else { syn::parse2::<Ident>(key.to_token_stream()).is_ok() }
}

/// `studo`: rustc says so, in its own words.
fn is_misspelt(attr: &Attribute) -> bool {
    let Some(name) = attr.path().get_ident().map(Ident::to_string) else { return false };
    // Two letters off at the most; what is not, as `doc` and `error`, is what nearly every attribute is.
    let kept = name.bytes().filter(|letter| b"studio".contains(letter)).count();
    kept >= 4 && name != "studio" && strsim::damerau_levenshtein(&name, "studio") <= 2
}

/// One mark that begins nothing: `;`, `!`, `:`. What else comes next is the error.
fn punctuation(input: ParseStream<'_>) -> Result<Punct, TokenTree> {
    match input.fork().parse() {
        Ok(TokenTree::Punct(mark)) if mark.as_char() != '#' => {
            // It was there a moment ago.
            let _ = input.parse::<TokenTree>();
            Ok(mark)
        }
        Ok(token) => Err(token),
        // Nothing comes next.
        Err(_) => Err(TokenTree::Group(Group::new(Delimiter::None, TokenStream::new()))),
    }
}

/// Everything up to the next comma.
fn to_comma(input: ParseStream<'_>) -> TokenStream {
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        // Never fails: the input is not empty.
        tokens.extend(input.parse::<TokenTree>());
    }
    tokens
}

/// The first paragraph of the doc comment, as one line.
pub(crate) fn first_paragraph(attrs: &[Attribute]) -> Option<String> {
    let lines = attrs.iter().filter_map(|attr| match &attr.meta {
        Meta::NameValue(doc) if doc.path.is_ident("doc") => match &doc.value {
            syn::Expr::Lit(syn::ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
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

#[cfg(test)]
mod tests {
    use syn::{ItemStruct, parse_str};

    use super::{deprecated, first_paragraph};

    #[test]
    fn a_description_is_the_first_paragraph_of_the_doc_comment_alone() {
        let told = |attrs: &str| {
            first_paragraph(&parse_str::<ItemStruct>(&format!("{attrs}\nstruct E;")).expect("a type").attrs)
        };
        assert_eq!(told("/// One line\n/// and another.\n///\n/// More."), Some("One line and another.".to_owned()));
        assert_eq!(told("#[deprecated = \"old\"]\n///\n/// One"), Some("One".to_owned()));
        assert_eq!(told("/** \n * One\n\n Two */"), Some("* One".to_owned()));
        assert_eq!(told("#[deprecated = \"old\"] #[doc(hidden)] #[doc = a!()]"), None);
        assert_eq!(told("///\n///"), None);
    }

    #[test]
    fn a_constant_is_deprecated_with_its_variant() {
        let attrs = parse_str::<ItemStruct>("#[a] #[deprecated(note = \"old\")] struct E;").expect("a type").attrs;
        assert_eq!(deprecated(&attrs).to_string(), "# [deprecated (note = \"old\")]");
    }
}
