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
    pub(crate) catalog: Path,
    /// Where the user named the catalog.
    pub(crate) catalog_span: Option<Span>,
    pub(crate) published: Option<Span>,
    pub(crate) reserved: Vec<(u16, u16)>,
    pub(crate) from_code: bool,
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
    /// The number of a variant that has no category, nor has any other.
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
    /// The type names a type parameter.
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
    NoCategory(u16),
    /// The number, and the variant that has it.
    Repeated(u16, String),
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
                    let keys = Attr::read(&variant.attrs, Place::Variant, reader.mistakes);
                    reader.variant(&variant.ident, &variant.attrs, &variant.fields, &keys);
                    reader.keys.variants.extend(keys.written);
                }
            }
            Data::Struct(data) => reader.variant(&input.ident, &input.attrs, &data.fields, &attr),
            Data::Union(_) => {}
        }
        Some(reader.finish(&attr, place))
    }
}

/// Reads one variant after another.
struct Reader<'a> {
    input: &'a DeriveInput,
    mistakes: &'a mut Mistakes,
    prefix: String,
    /// The category of the type.
    category: &'a Given<Text>,
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
            reserved: attr.reserved.value().map_or(&[], |ranges| &ranges.0),
            categories: Vec::new(),
            variants: Vec::new(),
            rows: Vec::new(),
            holders: HashMap::new(),
            names: HashMap::new(),
            keys: Keys::default(),
        }
    }

    fn variant(&mut self, ident: &Ident, attrs: &[syn::Attribute], fields: &Fields, attr: &Attr) {
        let retry_after = self.retry_after(fields, attr);
        let kind = match attr.transparent.span() {
            Some(span) => self.transparent(ident, fields, attr, span),
            None => None,
        };
        let kind =
            kind.unwrap_or_else(|| Kind::Coded { row: self.coded(ident, attrs, attr), display: attr.display.span() });
        self.variants.push(Variant { ident: ident.clone(), is_unit: fields.is_empty(), kind, retry_after });
    }

    /// The field of a `transparent` variant; `None` where it has not just one.
    fn transparent(&mut self, ident: &Ident, fields: &Fields, attr: &Attr, span: Span) -> Option<Kind> {
        if let Some(code) = attr.code.span() {
            let fact = "`code` beside `transparent`, which forwards everything";
            self.mistakes.at(code, fact, "remove `code`, or `transparent`");
        } else {
            let others = [
                ("http", attr.http.span()),
                ("category", attr.category.span()),
                ("name", attr.name.span()),
                ("description", attr.description.span()),
                ("resolution", attr.resolution.span()),
                ("display", attr.display.span()),
            ];
            for (key, span) in others.into_iter().filter_map(|(key, span)| Some((key, span?))) {
                let fact = format!("`{key}` beside `transparent`, which forwards everything");
                self.mistakes.at(span, &fact, &format!("remove `{key}`"));
            }
        }
        let mut all = fields.members().zip(fields);
        match (all.next(), all.next()) {
            (Some((member, field)), None) => Some(Kind::Transparent(self.accessor(member, field))),
            _ => {
                self.mistakes.at(
                    span,
                    &format!("`transparent` needs exactly one field, and `{}` has {}", ident.unraw(), fields.len()),
                    "give it the one field that everything is forwarded to",
                );
                None
            }
        }
    }

    /// The field that knows how long to wait.
    fn retry_after(&mut self, fields: &Fields, variant: &Attr) -> Option<Accessor> {
        let mut found = None;
        for (member, field) in fields.members().zip(fields) {
            let keys = Attr::read(&field.attrs, Place::Field, self.mistakes);
            self.keys.fields.extend_from_slice(&keys.written);
            if let Some(span) = keys.retry_after.span() {
                if variant.transparent.span().is_some() {
                    let fact = "`retry_after` beside `transparent`, which forwards everything";
                    self.mistakes.at(span, fact, "remove `retry_after`");
                } else if found.is_some() {
                    self.mistakes.at(span, "`retry_after` is repeated", "mark one field");
                } else {
                    found = Some(self.accessor(member, field));
                }
            }
        }
        found
    }

    fn accessor(&self, member: Member, field: &Field) -> Accessor {
        let parameters: Vec<_> = self.input.generics.type_params().map(|parameter| &parameter.ident).collect();
        Accessor { member, ty: field.ty.clone(), is_generic: mentions(&field.ty, &parameters) }
    }

    /// Adds the row of a coded variant; its place among the rows as they are written.
    fn coded(&mut self, ident: &Ident, attrs: &[syn::Attribute], attr: &Attr) -> usize {
        let place = self.rows.len();
        let number = self.number(attr);
        let http = self.http(attr);
        let name = self.name(attr);
        let category = match &attr.category {
            Given::Absent => self.category,
            own => own,
        };
        let no_category = category.is_absent();
        let category = category.value().map(|slug| slug.0.clone()).map(|slug| self.category_place(slug));
        let name_is_stated = name.value().is_some();
        let name_span = name.span().unwrap_or_else(|| ident.span());
        let name = name.value().map_or_else(|| name::of(ident), |name| name.0.clone());
        let remark = first_paragraph(attrs);

        let mut coded = Coded {
            ident: ident.clone(),
            fault: Fault::None,
            number: number.value().map_or(0, |number| number.0),
            number_span: number.span().unwrap_or_else(|| ident.span()),
            category,
            category_span: attr.category.span(),
            http: http.value().map_or(0, |http| http.0),
            http_span: http.span(),
            http_is_absent: http.is_absent(),
            name,
            name_span,
            name_is_stated,
            stated: attr.description.value().map(|text| text.0.clone()),
            description_is_absent: attr.description.is_absent() && remark.is_none(),
            remark,
            resolution: attr.resolution.value().map(|text| text.0.clone()),
            display_span: attr.display.span(),
            deprecated: deprecated(attrs),
            guess: String::new(),
            shares: false,
        };
        if let (Some(span), 500..) = (coded.display_span, coded.http) {
            self.mistakes.at(
                span,
                &format!("`display` on http {}, whose internals never reach a client", coded.http),
                "remove `display`",
            );
            coded.display_span = None;
        }
        if number.is_absent() && attr.transparent.is_absent() {
            coded.fault = Fault::Missing;
        } else if coded.number > 0 && no_category {
            coded.fault = Fault::NoCategory(coded.number);
        }
        self.claim(&mut coded, place);
        coded.guess = format!("{}_{}", self.prefix, coded.number);
        if !matches!(coded.fault, Fault::None) {
            coded.number = 0;
        }
        self.rows.push(coded);
        place
    }

    /// Takes the number and the name of a variant, or says who has them.
    fn claim(&mut self, coded: &mut Coded, place: usize) {
        if coded.number > 0 {
            if let Some(&holder) = self.holders.get(&coded.number) {
                let holder = &self.rows[holder];
                if shares(holder, coded) {
                    let differs = [
                        ("http", holder.http != coded.http, coded.http_span),
                        ("category", holder.category != coded.category, coded.category_span),
                    ];
                    coded.shares = true;
                    if let Some((key, _, span)) = differs.into_iter().find(|(_, differs, _)| *differs) {
                        let fact = format!(
                            "`{}` shares code {} with `{}`, but not its {key}",
                            coded.ident.unraw(),
                            coded.number,
                            holder.ident.unraw(),
                        );
                        self.mistakes.at(span.unwrap_or(coded.number_span), &fact, &format!("state the same {key}"));
                        coded.number = 0;
                    }
                    return;
                }
                coded.fault = Fault::Repeated(coded.number, holder.ident.unraw().to_string());
            } else if self.reserved.iter().any(|(first, last)| (first..=last).contains(&&coded.number)) {
                coded.fault = Fault::Reserved(coded.number);
                self.holders.insert(coded.number, place);
            } else {
                self.holders.insert(coded.number, place);
            }
        }
        if let Some(&holder) = self.names.get(&coded.name) {
            coded.shares = true;
            // A repeated number is mistake enough: the name was copied with it.
            if !matches!(coded.fault, Fault::Repeated(..)) {
                let holder = self.rows[holder].ident.unraw();
                let fact = format!("name `{}` is already held by `{holder}`", coded.name);
                self.mistakes.at(coded.name_span, &fact, "give this one another `name`");
                coded.number = 0;
            }
        } else {
            self.names.insert(coded.name.clone(), place);
        }
    }

    fn number(&mut self, attr: &Attr) -> Given<Number> {
        attr.code.clone().refused_unless(|number, span| {
            if number.0 == 0 {
                self.mistakes.at(span, "`code` is from 1 to 65535, not 0", "write a number of the category");
            }
            number.0 > 0
        })
    }

    fn http(&mut self, attr: &Attr) -> Given<Number> {
        attr.http.clone().refused_unless(|http, span| {
            let sound = (400..=599).contains(&http.0);
            if !sound {
                self.mistakes.at(
                    span,
                    &format!("http {} is not the status of an error", http.0),
                    "`http` is from 400 to 599",
                );
            }
            sound
        })
    }

    fn name(&mut self, attr: &Attr) -> Given<Text> {
        attr.name.clone().refused_unless(|name, span| {
            let sound = name::is_sound(&name.0);
            if !sound {
                self.mistakes.at(
                    span,
                    &format!("`{}` is not a name in `SCREAMING_SNAKE_CASE`", name.0),
                    &name_mend(&name.0),
                );
            }
            sound
        })
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
            Given::Value(slug, span) => Some((self.category_place(slug.0.clone()), *span)),
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
            catalog: match (attr.catalog.value(), attr.krate.value()) {
                (Some(catalog), _) => catalog.0.clone(),
                (None, Some(krate)) => {
                    let krate = &krate.0;
                    parse_quote!(#krate::Studio)
                }
                (None, None) => parse_quote!(::studio_errors::Studio),
            },
            published: attr.published.span(),
            reserved: attr.reserved.value().map(|ranges| ranges.0.clone()).unwrap_or_default(),
            from_code,
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
                    &format!("`from_code` cannot make a `{}`: a code does not tell its fields", variant.ident.unraw()),
                    "remove `from_code`",
                );
                break;
            }
        }
        true
    }

    /// Where nobody names a category, that is one mistake of the type, not one a variant.
    fn needs_category(&mut self, place: Place) -> Option<u16> {
        let lacks = |row: &Coded| match row.fault {
            Fault::NoCategory(number) => Some(number),
            _ => None,
        };
        let first = self.rows.iter().find_map(lacks)?;
        if place == Place::Struct || self.rows.iter().any(|row| row.category_span.is_some()) {
            return None;
        }
        for row in &mut self.rows {
            if lacks(row).is_some() {
                row.fault = Fault::None;
            }
        }
        Some(first)
    }
}

/// Two variants share a code when both spell out the same name.
fn shares(holder: &Coded, coded: &Coded) -> bool {
    holder.name_is_stated && coded.name_is_stated && holder.name == coded.name
}

fn name_mend(name: &str) -> String {
    use heck::ToShoutySnakeCase;
    let mended = name.to_shouty_snake_case();
    if name::is_sound(&mended) {
        format!("write `\"{mended}\"`")
    } else {
        "use `A` to `Z`, digits and underscores, beginning with a letter".into()
    }
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
