//! Reads the entries of an attribute. After an error, reading continues with the next entry.

use std::fmt::Display;

use darling::ast::NestedMeta;
use proc_macro2::{Delimiter, Group, Literal, Punct, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::buffer::Cursor;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Expr, ExprLit, Ident, Lit, LitStr, Meta, MetaNameValue, Token};

use crate::diagnostics::Diagnostics;
use crate::key::{self, Place};
use crate::value::{self, span_of};

/// Reads the attributes of one item.
pub(super) struct Reader<'a> {
    place: Place,
    pub(super) diagnostics: &'a mut Diagnostics,
    /// Some tokens did not parse. They may contain a key that seems to be missing.
    pub(super) damaged: bool,
    /// The keys that were suggested for misspelt ones.
    pub(super) meant: Vec<&'static str>,
    pub(super) misplaced: Vec<&'static str>,
    /// All keys that can be the names of imports, known or not.
    pub(super) written: Vec<Ident>,
    /// The keys that have an entry.
    found: Vec<&'static str>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(place: Place, diagnostics: &'a mut Diagnostics) -> Self {
        let (meant, misplaced) = (Vec::new(), Vec::new());
        Self { place, diagnostics, damaged: false, meant, misplaced, written: Vec::new(), found: Vec::new() }
    }

    /// Reads the entries of one attribute, which are separated by commas. After an error, reading continues with the next entry.
    pub(super) fn items(&mut self, attr: &Attribute, items: &mut Vec<NestedMeta>) {
        let Meta::List(list) = &attr.meta else {
            self.damaged = true;
            let help = format!("write them as in `#[studio({})]`", self.form());
            return self.diagnostics.over(&attr.meta, "`studio` takes its keys in parentheses", &help);
        };
        let read = |input: ParseStream<'_>| {
            while !input.is_empty() {
                if let Some(item) = with_literal(input) {
                    items.push(item);
                } else if !input.peek(Lit) && (input.peek(Ident::peek_any) || input.peek(Token![::])) {
                    match input.parse() {
                        Ok(item) => self.item(item, input, items),
                        Err(error) => {
                            self.damaged = true;
                            self.diagnostics.add(error);
                            to_comma(input);
                        }
                    }
                } else {
                    self.no_key(input);
                }
                // `item` and `no_key` stop at a comma, a key or the end.
                let _ = input.parse::<Option<Token![,]>>();
            }
            Ok(())
        };
        if let Err(error) = read.parse2(list.tokens.clone()) {
            // All tokens are read, so this does not happen. If it did, the error would be reported.
            self.diagnostics.add(error);
        }
    }

    /// Returns an example of an entry at this place.
    fn form(&self) -> &'static str {
        key::at(self.place).next().map_or("", |key| key.form)
    }

    /// Reports tokens where a key is expected.
    fn no_key(&mut self, input: ParseStream<'_>) {
        if let Ok(mark) = punctuation(input) {
            return self.expected("a key", &mark, &format!("remove `{mark}`"));
        }
        self.damaged = true;
        let tokens = to_comma(input);
        let help = match syn::parse2::<Lit>(tokens.clone()) {
            Ok(Lit::Int(number)) if self.place != Place::Field => format!("write `code = {number}`"),
            _ => format!("write one as in `{}`", self.form()),
        };
        self.diagnostics.over(&tokens, "expected a key", &help);
    }

    /// Adds an entry, and reports tokens between it and the comma.
    fn item(&mut self, item: NestedMeta, input: ParseStream<'_>, items: &mut Vec<NestedMeta>) {
        let word = match &item {
            NestedMeta::Meta(Meta::Path(path)) => Some(value::name(path)),
            _ => None,
        };
        // `retry-after` is one misspelt key.
        if let Some(word) = &word
            && input.peek(Token![-])
        {
            let rest = to_comma(input);
            let written = format!("{word}{rest}").replace(' ', "");
            return self.unknown(&quote!(#item #rest), &written);
        }
        let key = word.and_then(|word| key::find(&word));
        let key = key.filter(|key| key.form.starts_with(&format!("{} =", key.name)));
        if let Some(key) = key
            && !input.is_empty()
            && !input.peek(Token![,])
            && !input.peek(Ident::peek_any)
        {
            // In `code: 1601` and `code 1601`, only the `=` is missing.
            self.meant.push(key.name);
            match punctuation(input) {
                Ok(mark) => self.expected("`=`", &mark, "write `=`"),
                Err(value) => self.expected("`=`", &value, &format!("write `= {value}`")),
            }
            to_comma(input);
            return;
        }
        items.push(item);
        if input.is_empty() || input.peek(Token![,]) {
            return;
        }
        if let Ok(key) = input.fork().call(Ident::parse_any) {
            return self.expected("`,`", &key, &format!("write `, {key}`"));
        }
        match punctuation(input) {
            Ok(mark) if mark.as_char() == ';' => self.expected("`,`", &mark, "write `,`"),
            Ok(mark) => {
                self.expected("`,`", &mark, &format!("remove `{mark}`"));
                self.damaged |= !to_comma(input).is_empty();
            }
            Err(_) => {
                self.damaged = true;
                self.diagnostics.over(&to_comma(input), "expected `,`", "");
            }
        }
    }

    fn expected(&mut self, wanted: &str, found: &(impl ToTokens + Display), help: &str) {
        self.diagnostics.over(found, &format!("expected {wanted}, found `{found}`"), help);
    }

    /// Reports a key that is unknown, belongs in another place, or is repeated.
    pub(super) fn is_allowed(&mut self, item: &NestedMeta) -> bool {
        let Some(path) = value::path(item) else { return false };
        let name = value::name(path);
        let key = key::find(&name);
        // An import cannot have the name of a keyword. `crate` is the only known key that is one.
        let is_keyword = |ident: &Ident| match key {
            Some(key) => key.name == "crate",
            None => syn::parse2::<Ident>(ident.to_token_stream()).is_err(),
        };
        self.written.extend(path.get_ident().filter(|ident| !is_keyword(ident)).cloned());
        let Some(key) = key else {
            self.unknown(path, &name);
            return false;
        };
        if !key.places.contains(&self.place) {
            self.misplaced.push(key.name);
            let fact = format!("`{name}` does not belong on {}", self.place);
            self.diagnostics.over(path, &fact, &key.belongs());
            return false;
        }
        if self.found.contains(&key.name) {
            let help = match key.name {
                "reserved" => "list all numbers in one `reserved(..)`".to_owned(),
                key => format!("remove one `{key}`"),
            };
            self.diagnostics.at(span_of(path), &format!("`{name}` is repeated"), &help);
            return false;
        }
        self.found.push(key.name);
        true
    }

    fn unknown(&mut self, tokens: &impl ToTokens, name: &str) {
        let last = name.rsplit(':').next().unwrap_or(name);
        let help = if let Some(key) = key::nearest(last, self.place) {
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
        self.diagnostics.over(tokens, &format!("unknown key `{name}`"), &help);
    }
}

/// Parses an entry whose value is one literal, as in `code = 1601`. The next token is a comma, or there is none.
// Most entries have this form. Otherwise, each literal would be parsed twice: `syn` expects any expression as a value.
fn with_literal(input: ParseStream<'_>) -> Option<NestedMeta> {
    input.step(|cursor| read_with_literal(*cursor).ok_or_else(|| cursor.error(""))).ok()
}

fn read_with_literal(cursor: Cursor<'_>) -> Option<(NestedMeta, Cursor<'_>)> {
    let (key, rest) = cursor.ident()?;
    let (equals, rest) = rest.punct().filter(|(mark, _)| mark.as_char() == '=')?;
    let (literal, rest) = rest.literal()?;
    let is_last = rest.eof() || rest.punct().is_some_and(|(mark, _)| mark.as_char() == ',');
    let value = Expr::Lit(ExprLit { attrs: Vec::new(), lit: lit(literal) });
    let pair = MetaNameValue { path: key.into(), eq_token: Token![=](equals.span()), value };
    is_last.then_some((NestedMeta::Meta(Meta::NameValue(pair)), rest))
}

/// Returns a literal. A string without escape sequences is its own value, which `Lit::new` would read character by character.
fn lit(literal: Literal) -> Lit {
    let source = literal.to_string();
    match source.strip_prefix('"').and_then(|source| source.strip_suffix('"')) {
        Some(text) if !text.as_bytes().contains(&b'\\') => Lit::Str(LitStr::new(text, literal.span())),
        _ => Lit::new(literal),
    }
}

/// Parses one punctuation mark that cannot begin an entry, such as `;`, `!` and `:`. The error is the next token.
fn punctuation(input: ParseStream<'_>) -> Result<Punct, TokenTree> {
    match input.fork().parse() {
        Ok(TokenTree::Punct(mark)) if mark.as_char() != '#' => {
            // The fork has parsed the token already.
            let _ = input.parse::<TokenTree>();
            Ok(mark)
        }
        Ok(token) => Err(token),
        // There is no next token.
        Err(_) => Err(TokenTree::Group(Group::new(Delimiter::None, TokenStream::new()))),
    }
}

/// Returns the tokens before the next comma.
fn to_comma(input: ParseStream<'_>) -> TokenStream {
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        // Never fails: the input is not empty.
        tokens.extend(input.parse::<TokenTree>());
    }
    tokens
}
