//! What it means: one type, its variants and their codes, with every mistake that its tokens show.

use std::collections::HashMap;

use proc_macro2::{Span, TokenStream};
use syn::ext::IdentExt;
use syn::{Data, DeriveInput, Field, Fields, Generics, Ident, Member, Path, Type, Visibility, parse_quote};

use crate::attr::{Attr, deprecated, first_paragraph};
use crate::given::Given;
use crate::key::Place;
use crate::mistakes::Mistakes;
use crate::name;
use crate::value::{Number, Text};

/// One type, as the generated code needs it.
pub(crate) struct Model {
    pub(crate) krate: Path,
    pub(crate) ident: Ident,
    pub(crate) vis: Visibility,
    pub(crate) generics: Generics,
    /// `Studio` where there is none.
    pub(crate) catalog: Option<Path>,
    /// Where the user named the catalog.
    pub(crate) catalog_span: Option<Span>,
    /// These are definitions, even where the key that says so is misspelt: else the catalog would depend on itself.
    pub(crate) publishes: bool,
    /// Where that is said.
    pub(crate) published_span: Option<Span>,
    pub(crate) reserved: Vec<(u16, u16)>,
    pub(crate) from_code: bool,
    pub(crate) axum: Option<Span>,
    pub(crate) actix: Option<Span>,
    pub(crate) utoipa: Option<Span>,
    pub(crate) serialize: bool,
    pub(crate) is_struct: bool,
    pub(crate) variants: Vec<Variant>,
    /// The coded variants in the order of the table: one for each code, ascending; then those that repeat one.
    pub(crate) rows: Vec<Coded>,
    pub(crate) distinct: usize,
    /// Every slug that was written, once; each coded variant has the place of its own.
    pub(crate) categories: Vec<String>,
    /// The category of the type, where the type names one.
    pub(crate) category: Option<(usize, Span)>,
    /// No variant has a category, nor has the type: the number of one, or 0.
    pub(crate) needs_category: Option<u16>,
    /// Every key that was written, for completion in an IDE.
    pub(crate) keys: Keys,
}

/// The keys that were written, by the kind of place where they stand.
#[derive(Default)]
pub(crate) struct Keys {
    pub(crate) types: Vec<Ident>,
    pub(crate) variants: Vec<Ident>,
    pub(crate) fields: Vec<Ident>,
}

/// A variant, or the struct itself.
pub(crate) struct Variant {
    pub(crate) ident: Ident,
    pub(crate) is_unit: bool,
    pub(crate) kind: Kind,
    pub(crate) retry_after: Option<Accessor>,
}

pub(crate) enum Kind {
    /// The place of its row in the table.
    Coded {
        row: usize,
        display: Option<Span>,
    },
    Transparent(Accessor),
}

/// A field by which something is reached.
pub(crate) struct Accessor {
    pub(crate) member: Member,
    pub(crate) ty: Type,
    /// The type names a parameter of the model that is not a lifetime.
    pub(crate) is_generic: bool,
}

/// A variant with a code of its own.
pub(crate) struct Coded {
    pub(crate) ident: Ident,
    pub(crate) fault: Fault,
    /// 0 where it is missing or refused.
    pub(crate) number: u16,
    pub(crate) number_span: Span,
    pub(crate) category: Option<usize>,
    /// Neither it nor the type names one.
    pub(crate) category_is_absent: bool,
    /// Where the variant names its own category.
    pub(crate) category_span: Option<Span>,
    pub(crate) http: u16,
    pub(crate) http_span: Option<Span>,
    pub(crate) http_is_absent: bool,
    pub(crate) name: String,
    pub(crate) name_span: Span,
    pub(crate) name_is_stated: bool,
    pub(crate) stated: Option<String>,
    /// The first paragraph of the doc comment.
    pub(crate) remark: Option<String>,
    pub(crate) description_is_absent: bool,
    pub(crate) resolution: Option<String>,
    pub(crate) display_span: Option<Span>,
    pub(crate) deprecated: TokenStream,
    /// The code under the prefix that the derive guesses.
    pub(crate) guess: String,
    /// The constant is another variant's.
    pub(crate) shares: bool,
}

/// What is wrong with a number as far as this type can tell; `studio_errors` finds the mend in the catalog.
pub(crate) enum Fault {
    None,
    Missing,
    /// No category can own it: 0, below, or above what a code can be.
    Outside(String),
    Repeated {
        number: u16,
        /// The variant that has it.
        holder: String,
        /// The two are called the same, and mean to share it.
        same_name: bool,
        /// How the two could share it; empty where their facts differ.
        share: String,
    },
    Reserved(u16),
}

impl Coded {
    pub(crate) fn description(&self) -> Option<&str> {
        self.stated.as_deref().or(self.remark.as_deref())
    }
}

impl Model {
    /// `None` where nothing can be generated.
    pub(crate) fn read(input: &DeriveInput, mistakes: &mut Mistakes) -> Option<Self> {
        let place = match &input.data {
            Data::Enum(_) => Place::Enum,
            Data::Struct(_) => Place::Struct,
            Data::Union(data) => {
                mistakes.over(&data.union_token, "a union cannot be an error with a code", "use an enum or a struct");
                return None;
            }
        };
        let attr = Attr::read(&input.attrs, place, mistakes);
        let mut reader = Reader::new(input, &attr, mistakes);
        match &input.data {
            Data::Enum(data) => {
                for variant in &data.variants {
                    let mut keys = Attr::read(&variant.attrs, Place::Variant, reader.mistakes);
                    keys.excuse(&attr.misplaced);
                    reader.variant(&variant.ident, &variant.attrs, &variant.fields, &mut keys);
                    reader.keys.variants.extend(keys.written);
                }
            }
            Data::Struct(data) => reader.variant(&input.ident, &input.attrs, &data.fields, &mut attr.clone()),
            Data::Union(_) => {}
        }
        Some(reader.finish(&attr, place))
    }

    /// Whether the type has codes or reserved numbers of its own, beside those that it nests.
    pub(crate) fn has_own(&self) -> bool {
        !self.rows.is_empty() || !self.reserved.is_empty()
    }
}

/// Reads one variant after another.
struct Reader<'a> {
    input: &'a DeriveInput,
    mistakes: &'a mut Mistakes,
    prefix: String,
    /// The category of the type.
    category: &'a Given<Text>,
    /// Which categories there are is not known.
    catalog_is_refused: bool,
    reserved: &'a [(u16, u16)],
    categories: Vec<String>,
    variants: Vec<Variant>,
    rows: Vec<Coded>,
    /// The first holder of each number, and of each name.
    holders: HashMap<u16, usize>,
    names: HashMap<String, usize>,
    keys: Keys,
}

impl<'a> Reader<'a> {
    fn new(input: &'a DeriveInput, attr: &'a Attr, mistakes: &'a mut Mistakes) -> Self {
        Self {
            input,
            mistakes,
            prefix: guess_prefix(attr),
            category: &attr.category,
            catalog_is_refused: attr.catalog.is_refused(),
            reserved: attr.reserved.value().map_or(&[], |ranges| &ranges.0),
            categories: Vec::new(),
            variants: Vec::new(),
            rows: Vec::new(),
            holders: HashMap::new(),
            names: HashMap::new(),
            keys: Keys::default(),
        }
    }

    fn variant(&mut self, ident: &Ident, attrs: &[syn::Attribute], fields: &Fields, attr: &mut Attr) {
        let retry_after = self.retry_after(fields, attr);
        let kind = match attr.transparent.span() {
            Some(span) => self.transparent(ident, fields, attr, span),
            None => None,
        };
        let kind = kind.unwrap_or_else(|| {
            let row = self.coded(ident, attrs, attr);
            Kind::Coded { row, display: self.rows[row].display_span }
        });
        self.variants.push(Variant { ident: ident.clone(), is_unit: fields.is_empty(), kind, retry_after });
    }

    /// The field of a `transparent` variant; `None` where it has not just one.
    fn transparent(&mut self, ident: &Ident, fields: &Fields, attr: &Attr, span: Span) -> Option<Kind> {
        let beside = [
            ("code", attr.code.key()),
            ("http", attr.http.key()),
            ("category", attr.category.key()),
            ("name", attr.name.key()),
            ("description", attr.description.key()),
            ("resolution", attr.resolution.key()),
            ("display", attr.display.key()),
        ];
        let beside: Vec<_> = beside.into_iter().filter_map(|(key, span)| Some((key, span?))).collect();
        if let [(key, first), others @ ..] = &beside[..] {
            let mut mend = format!("remove `{key}`");
            for (place, (other, _)) in others.iter().enumerate() {
                let and = if place + 1 == others.len() { " and" } else { "," };
                mend += &format!("{and} `{other}`");
            }
            if *key == "code" {
                mend += ", or `transparent`";
            }
            self.mistakes.at(*first, &format!("`{key}` beside `transparent`, which forwards everything"), &mend);
        }
        let mut all = fields.members().zip(fields);
        match (all.next(), all.next()) {
            (Some((member, field)), None) => Some(Kind::Transparent(self.accessor(member, field))),
            _ => {
                self.mistakes.at(
                    span,
                    &format!(
                        "`transparent` needs one field to forward to, and `{}` has {}",
                        ident.unraw(),
                        fields.len()
                    ),
                    "give it that one field, or its own `code`",
                );
                None
            }
        }
    }

    /// The field that knows how long to wait.
    fn retry_after(&mut self, fields: &Fields, variant: &mut Attr) -> Option<Accessor> {
        let mut found: Option<Accessor> = None;
        for (member, field) in fields.members().zip(fields) {
            let keys = Attr::read(&field.attrs, Place::Field, self.mistakes);
            self.keys.fields.extend_from_slice(&keys.written);
            variant.excuse(&keys.misplaced);
            if let Some(span) = keys.retry_after.span() {
                if variant.transparent.span().is_some() {
                    let fact = "`retry_after` beside `transparent`, which forwards everything";
                    self.mistakes.at(span, fact, "remove `retry_after`");
                } else if let Some(first) = &found {
                    let first = match &first.member {
                        Member::Named(name) => name.unraw().to_string(),
                        Member::Unnamed(index) => index.index.to_string(),
                    };
                    let fact = format!("`retry_after` is already held by field `{first}`");
                    self.mistakes.at(span, &fact, "remove `retry_after`");
                } else {
                    found = Some(self.accessor(member, field));
                }
            }
        }
        found
    }

    fn accessor(&self, member: Member, field: &Field) -> Accessor {
        let generics = &self.input.generics;
        let types = generics.type_params().map(|parameter| &parameter.ident);
        let parameters: Vec<_> = types.chain(generics.const_params().map(|parameter| &parameter.ident)).collect();
        Accessor { member, ty: in_parentheses(&field.ty), is_generic: mentions(&field.ty, &parameters) }
    }

    /// Adds the row of a coded variant; its place among the rows as they are written.
    fn coded(&mut self, ident: &Ident, attrs: &[syn::Attribute], attr: &Attr) -> usize {
        let place = self.rows.len();
        let http = self.http(attr);
        let name = self.name(ident, attr);
        let category = match &attr.category {
            _ if self.catalog_is_refused => &Given::Refused,
            Given::Absent => self.category,
            own => own,
        };
        let category_is_absent = category.is_absent() && attr.transparent.is_absent();
        let category = category.value().map(|slug| slug.0.clone()).map(|slug| self.category_place(slug));
        let remark = first_paragraph(attrs);
        // No constant where the name is refused and cannot be one.
        let shares = syn::parse_str::<Ident>(&name.text).is_err();

        let mut coded = Coded {
            ident: ident.clone(),
            fault: Fault::None,
            number: attr.code.value().map_or(0, |number| number.value),
            number_span: attr.code.span().unwrap_or_else(|| ident.span()),
            category,
            category_is_absent,
            category_span: attr.category.span(),
            http: http.value().map_or(0, |http| http.value),
            http_span: http.span(),
            http_is_absent: http.is_absent(),
            name: name.text,
            name_span: name.span,
            name_is_stated: name.is_stated,
            stated: attr.description.value().map(|text| text.0.clone()),
            description_is_absent: attr.description.is_absent() && remark.is_none(),
            remark,
            resolution: attr.resolution.value().map(|text| text.0.clone()),
            display_span: attr.display.span(),
            deprecated: deprecated(attrs),
            guess: String::new(),
            shares,
        };
        if let (Some(span), 500..) = (coded.display_span, coded.http) {
            self.mistakes.at(
                span,
                &format!("`display` on http {}, whose internals never reach a client", coded.http),
                "remove `display`",
            );
            coded.display_span = None;
        }
        coded.fault = match attr.code.value() {
            None if attr.code.is_absent() && attr.transparent.is_absent() => Fault::Missing,
            Some(number) if number.value == 0 => Fault::Outside(number.written.clone()),
            _ => Fault::None,
        };
        self.claim(&mut coded, place, name.is_refused);
        coded.guess = format!("{}_{}", self.prefix, coded.number);
        if !matches!(coded.fault, Fault::None) {
            coded.number = 0;
        }
        self.rows.push(coded);
        place
    }

    /// Takes the number and the name of a variant, or says who has them.
    fn claim(&mut self, coded: &mut Coded, place: usize, name_is_refused: bool) {
        if coded.number > 0 {
            if let Some(&holder) = self.holders.get(&coded.number) {
                let holder = &self.rows[holder];
                if shares(holder, coded) {
                    coded.shares = true;
                    if let Some((span, fact, mend)) = differs(holder, coded, &self.categories) {
                        self.mistakes.at(span, &fact, &mend);
                        coded.number = 0;
                    }
                    return;
                }
                let sharable = differs(holder, coded, &self.categories).is_none();
                coded.fault = Fault::Repeated {
                    number: coded.number,
                    holder: holder.ident.unraw().to_string(),
                    same_name: sharable && holder.name == coded.name,
                    share: if sharable { how_to_share(holder, coded) } else { String::new() },
                };
            } else {
                if self.reserved.iter().any(|(first, last)| (first..=last).contains(&&coded.number)) {
                    coded.fault = Fault::Reserved(coded.number);
                }
                self.holders.insert(coded.number, place);
            }
        }
        if let Some(&holder) = self.names.get(&coded.name) {
            coded.shares = true;
            // A repeated number is mistake enough: the name was copied with it. A refused name is one already.
            if !name_is_refused && !matches!(coded.fault, Fault::Repeated { .. }) {
                let holder = self.rows[holder].ident.unraw();
                let fact = format!("name `{}` is already held by `{holder}`", coded.name);
                let mend = if coded.name_is_stated {
                    "write another name"
                } else {
                    "state another name, as in `name = \"..\"`"
                };
                self.mistakes.at(coded.name_span, &fact, mend);
                coded.number = 0;
            }
        } else {
            self.names.insert(coded.name.clone(), place);
        }
    }

    fn http(&mut self, attr: &Attr) -> Given<Number> {
        attr.http.clone().refused_unless(|http, span| {
            let sound = (400..=599).contains(&http.value);
            if !sound {
                let fact = format!("http {} is not the status of an error", http.written);
                self.mistakes.at(span, &fact, "`http` is from 400 to 599");
            }
            sound
        })
    }

    /// The stated name, or that of the identifier. Where it is not sound, something close to it that hurts nobody.
    fn name(&mut self, ident: &Ident, attr: &Attr) -> Name {
        let own = name::of(ident);
        let Given::Value(stated, at) = &attr.name else {
            let is_refused = attr.name.is_refused();
            let sound = name::is_sound(&own);
            if !sound && attr.name.is_absent() && attr.transparent.is_absent() {
                let fact = format!("`{}` gives no name in `A` to `Z`, digits and underscores", ident.unraw());
                self.mistakes.at(ident.span(), &fact, "state one, as in `name = \"INSUFFICIENT_CREDITS\"`");
            }
            return Name { text: own, span: ident.span(), is_stated: false, is_refused: is_refused || !sound };
        };
        let sound = name::is_sound(&stated.0);
        let mended = name::of_text(&stated.0);
        let text = if name::is_sound(&mended) { mended.clone() } else { own };
        if sound {
            return Name { text: stated.0.clone(), span: at.value, is_stated: true, is_refused: false };
        }
        let mend = if name::is_sound(&mended) {
            format!("write `\"{mended}\"`")
        } else {
            "use `A` to `Z`, digits and underscores, beginning with a letter".into()
        };
        let fact = match stated.0.trim() {
            "" => "`name` is empty".to_owned(),
            name => format!("`{name}` is not a name in `SCREAMING_SNAKE_CASE`"),
        };
        let mend = if stated.0.trim().is_empty() { "remove `name`" } else { &mend };
        self.mistakes.at(at.value, &fact, mend);
        Name { text, span: at.value, is_stated: false, is_refused: true }
    }

    fn category_place(&mut self, slug: String) -> usize {
        self.categories.iter().position(|known| *known == slug).unwrap_or_else(|| {
            self.categories.push(slug);
            self.categories.len() - 1
        })
    }

    fn finish(mut self, attr: &Attr, place: Place) -> Model {
        let from_code = self.tells_values(attr, place);
        let category = match &attr.category {
            Given::Value(slug, at) if !self.catalog_is_refused => Some((self.category_place(slug.0.clone()), at.value)),
            _ => None,
        };
        let needs_category = self.needs_category(place);
        let (rows, distinct, places) = sorted(self.rows);
        for variant in &mut self.variants {
            if let Kind::Coded { row, .. } = &mut variant.kind {
                *row = places[*row];
            }
        }
        Model {
            krate: attr.krate.value().map_or_else(|| parse_quote!(::studio_errors), |path| path.0.clone()),
            ident: self.input.ident.clone(),
            vis: self.input.vis.clone(),
            generics: self.input.generics.clone(),
            catalog_span: attr.catalog.span(),
            catalog: attr.catalog.value().map(|path| path.0.clone()),
            publishes: !attr.published.is_absent(),
            published_span: attr.published.span(),
            reserved: attr.reserved.value().map(|ranges| ranges.0.clone()).unwrap_or_default(),
            from_code,
            axum: attr.axum.span(),
            actix: attr.actix.span(),
            utoipa: attr.utoipa.span(),
            serialize: attr.serialize.value().is_none_or(|yes| yes.0),
            is_struct: place == Place::Struct,
            variants: self.variants,
            rows,
            distinct,
            categories: self.categories,
            category,
            needs_category,
            keys: Keys { types: attr.written.clone(), ..self.keys },
        }
    }

    /// Whether `FromCode` is implemented: for enums of unit variants, and for whoever asks.
    fn tells_values(&mut self, attr: &Attr, place: Place) -> bool {
        let Some(span) = attr.from_code.span() else {
            let unit = |variant: &Variant| variant.is_unit && matches!(variant.kind, Kind::Coded { .. });
            return place == Place::Enum && self.variants.iter().all(unit);
        };
        for variant in &self.variants {
            if !variant.is_unit && matches!(variant.kind, Kind::Coded { .. }) {
                self.mistakes.at(
                    span,
                    &format!("`from_code` cannot make `{}`: a code does not tell its fields", variant.ident.unraw()),
                    "remove `from_code`",
                );
                break;
            }
        }
        true
    }

    /// Where nobody names a category, that is one mistake of the type, not one a variant.
    fn needs_category(&mut self, place: Place) -> Option<u16> {
        let nobody = place == Place::Enum
            && self.category.is_absent()
            && self.rows.iter().any(|row| row.category_is_absent)
            && self.rows.iter().all(|row| row.category_span.is_none());
        if !nobody {
            return None;
        }
        for row in &mut self.rows {
            row.category_is_absent = false;
        }
        self.rows.iter().map(|row| row.number).find(|number| *number > 0).or(Some(0))
    }
}

/// What a variant is called, and where.
struct Name {
    text: String,
    span: Span,
    is_stated: bool,
    is_refused: bool,
}

/// Two variants share a code when both spell out the same name.
fn shares(holder: &Coded, coded: &Coded) -> bool {
    holder.name_is_stated && coded.name_is_stated && holder.name == coded.name
}

/// How two variants of one code would share it.
fn how_to_share(holder: &Coded, coded: &Coded) -> String {
    let (number, name, other) = (coded.number, &holder.name, holder.ident.unraw());
    if holder.name != coded.name || !holder.name_is_stated && !coded.name_is_stated {
        format!("to share {number}, state one `name` on both")
    } else if coded.name_is_stated {
        format!("to share {number}, state `name = \"{name}\"` on `{other}` as well")
    } else {
        format!("add `name = \"{name}\"` to share {number}")
    }
}

/// In what two variants that share a code disagree: where, the fact and the mend.
fn differs(holder: &Coded, coded: &Coded, categories: &[String]) -> Option<(Span, String, String)> {
    let fact = |key: &str, value: &str| {
        let (this, other) = (coded.ident.unraw(), holder.ident.unraw());
        format!("`{this}` shares code {} with `{other}`, whose {key} is {value}", coded.number)
    };
    if let (Some(span), Some(_)) = (coded.http_span, holder.http_span)
        && holder.http != coded.http
    {
        let http = holder.http.to_string();
        return Some((span, fact("http", &http), format!("write `{http}`")));
    }
    let category = holder.category.filter(|category| coded.category.is_some_and(|own| own != *category));
    let slug = &categories[category?];
    let (span, mend) = match coded.category_span {
        Some(span) => (span, format!("write `\"{slug}\"`")),
        None => (coded.number_span, format!("add `category = \"{slug}\"`")),
    };
    Some((span, fact("category", &format!("`{slug}`")), mend))
}

/// The prefix that most catalogs have: their own name. `studio_errors` knows better where it is not.
fn guess_prefix(attr: &Attr) -> String {
    match attr.catalog.value().and_then(|path| path.0.segments.last()) {
        Some(catalog) => name::of(&catalog.ident),
        None => "STUDIO".into(),
    }
}

/// The rows in the order of the table, how many are distinct, and where each went.
fn sorted(rows: Vec<Coded>) -> (Vec<Coded>, usize, Vec<usize>) {
    let mut seen = std::collections::HashSet::new();
    let mut rows: Vec<_> = rows.into_iter().enumerate().map(|(at, row)| (!seen.insert(row.number), at, row)).collect();
    rows.sort_by_key(|(repeats, at, row)| (*repeats, row.number, *at));
    let distinct = rows.iter().take_while(|(repeats, ..)| !repeats).count();
    let mut places = vec![0; rows.len()];
    for (place, (_, at, _)) in rows.iter().enumerate() {
        places[*at] = place;
    }
    (rows.into_iter().map(|(_, _, row)| row).collect(), distinct, places)
}

/// `dyn A + B` in parentheses, without which `<dyn A + B as Trait>` is not a path.
fn in_parentheses(ty: &Type) -> Type {
    match ty {
        Type::TraitObject(object) if object.bounds.len() > 1 || object.bounds.trailing_punct() => parse_quote!((#ty)),
        ty => ty.clone(),
    }
}

fn mentions(ty: &Type, parameters: &[&Ident]) -> bool {
    use quote::ToTokens;
    fn any(tokens: TokenStream, parameters: &[&Ident]) -> bool {
        tokens.into_iter().any(|token| match token {
            proc_macro2::TokenTree::Ident(ident) => parameters.contains(&&ident),
            proc_macro2::TokenTree::Group(group) => any(group.stream(), parameters),
            _ => false,
        })
    }
    !parameters.is_empty() && any(ty.to_token_stream(), parameters)
}
