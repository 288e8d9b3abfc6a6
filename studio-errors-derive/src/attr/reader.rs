//! Reads the entries of an attribute. After an error, reading continues with the next entry.

use proc_macro2::{Delimiter, Group, Literal, Punct, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::buffer::Cursor;
use syn::ext::IdentExt;
use syn::parse::discouraged::Speculative;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Ident, Lit, LitStr, Meta, Path, PathSegment, Token};

use crate::diagnostics::Diagnostics;
use crate::given::{At, Given};
use crate::key::{self, Place};
use crate::value::{Entry, Value, Written};

/// Reads the attributes of one item.
pub(super) struct Reader<'a> {
    pub(super) place: Place,
    pub(super) diagnostics: &'a mut Diagnostics,
    /// Some tokens did not parse. They may contain a key that seems to be missing.
    pub(super) damaged: bool,
    /// The keys that were suggested for misspelt ones.
    pub(super) meant: Vec<&'static str>,
    pub(super) misplaced: Vec<&'static str>,
}

impl Reader<'_> {
    /// Reads the entries of one attribute, which are separated by commas. After an error, reading continues with the next entry.
    pub(super) fn entries(&mut self, attr: &Attribute, entries: &mut Vec<Entry>) {
        let Meta::List(list) = &attr.meta else {
            self.damaged = true;
            let help = format!("write them as in `#[studio({})]`", self.form());
            return self.diagnostics.over(&attr.meta, "`studio` takes its keys in parentheses", &help);
        };
        let read = |input: ParseStream<'_>| {
            while !input.is_empty() {
                if input.peek(Ident::peek_any) || input.peek(Token![::]) {
                    match entry(input) {
                        Ok(entry) => self.entry(entry, input, entries),
                        Err(error) => {
                            self.damaged = true;
                            self.diagnostics.add(error);
                            to_comma(input);
                        }
                    }
                } else {
                    self.no_key(input);
                }
                // `entry` and `no_key` stop at a comma, a key or the end.
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
            return self.diagnostics.over(
                &mark,
                &format!("expected a key, found `{mark}`"),
                &format!("remove `{mark}`"),
            );
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
    fn entry(&mut self, entry: Entry, input: ParseStream<'_>, entries: &mut Vec<Entry>) {
        let is_word = matches!(entry.value, Written::Nothing);
        // `retry-after` is one misspelt key.
        if is_word && input.peek(Token![-]) {
            let rest = to_comma(input);
            let written = format!("{}{rest}", entry.key).replace(' ', "");
            return self.unknown(&quote!(#entry #rest), &written);
        }
        let key = key::find(&entry.key).filter(|key| is_word && key.form.starts_with(&format!("{} =", key.name)));
        if let Some(key) = key
            && !input.is_empty()
            && !input.peek(Token![,])
            && !input.peek(Ident::peek_any)
        {
            // In `code: 1601` and `code 1601`, only the `=` is missing.
            self.meant.push(key.name);
            match punctuation(input) {
                Ok(mark) => self.diagnostics.over(&mark, &format!("expected `=`, found `{mark}`"), "write `=`"),
                Err(value) => {
                    let fact = format!("expected `=`, found `{value}`");
                    self.diagnostics.over(&value, &fact, &format!("write `= {value}`"));
                }
            }
            to_comma(input);
            return;
        }
        entries.push(entry);
        if input.is_empty() || input.peek(Token![,]) {
            return;
        }
        if let Ok(key) = input.fork().call(Ident::parse_any) {
            return self.diagnostics.over(&key, &format!("expected `,`, found `{key}`"), &format!("write `, {key}`"));
        }
        match punctuation(input) {
            Ok(mark) if mark.as_char() == ';' => self.diagnostics.over(&mark, "expected `,`, found `;`", "write `,`"),
            Ok(mark) => {
                self.diagnostics.over(&mark, &format!("expected `,`, found `{mark}`"), &format!("remove `{mark}`"));
                self.damaged |= !to_comma(input).is_empty();
            }
            Err(_) => {
                self.damaged = true;
                self.diagnostics.over(&to_comma(input), "expected `,`", "");
            }
        }
    }

    /// Whether the key is unknown or allowed at this place.
    pub(super) fn is_allowed(&mut self, entry: &Entry) -> bool {
        let Some(key) = key::find(&entry.key).filter(|key| !key.places.contains(&self.place)) else { return true };
        self.misplaced.push(key.name);
        let fact = format!("`{}` does not belong on {}", key.name, self.place);
        self.diagnostics.over(&entry.path, &fact, &key.belongs());
        false
    }

    pub(super) fn unknown(&mut self, tokens: &impl ToTokens, name: &str) {
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

    /// Reads the value of a key, and reports a second entry of the key.
    pub(super) fn value<T: Value>(&mut self, given: &mut Given<T>, entry: &Entry) {
        if !given.is_absent() {
            let help = match &*entry.key {
                "reserved" => "list all numbers in one `reserved(..)`".to_owned(),
                key => format!("remove one `{key}`"),
            };
            return self.diagnostics.at(entry.span(), &format!("`{}` is repeated", entry.key), &help);
        }
        *given = match T::read(entry) {
            Ok((value, span)) => Given::Value(value, At { key: entry.span(), value: span }),
            Err(error) => {
                self.diagnostics.add(error);
                Given::Refused
            }
        };
    }
}

/// Parses an entry. The key can be a keyword. A value that is not an expression is the tokens before the comma.
fn entry(input: ParseStream<'_>) -> syn::Result<Entry> {
    let path = Path {
        leading_colon: input.parse()?,
        segments: Punctuated::parse_separated_nonempty_with(input, |input| {
            input.call(Ident::parse_any).map(PathSegment::from)
        })?,
    };
    let value = if let Some(equals) = input.parse::<Option<Token![=]>>()? {
        Written::Assigned(equals, assigned(input))
    } else if let Some((TokenTree::Group(group), _)) = input.cursor().token_tree()
        && group.delimiter() != Delimiter::None
    {
        Written::Listed(input.parse()?)
    } else {
        Written::Nothing
    };
    Ok(Entry::new(path, value))
}

fn assigned(input: ParseStream<'_>) -> Expr {
    // Most values are one literal. `syn` would parse it twice, because it expects any expression.
    if let Ok(lit) = input.step(|cursor| one_literal(*cursor).ok_or_else(|| cursor.error(""))) {
        return Expr::Lit(ExprLit { attrs: Vec::new(), lit });
    }
    let ahead = input.fork();
    match ahead.parse() {
        Ok(expr) if !input.peek(Token![#]) => {
            input.advance_to(&ahead);
            expr
        }
        _ => Expr::Verbatim(to_comma(input)),
    }
}

/// Reads a literal before a comma or the end.
fn one_literal(cursor: Cursor<'_>) -> Option<(Lit, Cursor<'_>)> {
    let (literal, rest) = cursor.literal()?;
    let is_last = rest.eof() || rest.punct().is_some_and(|(mark, _)| mark.as_char() == ',');
    is_last.then(|| (lit(literal), rest))
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
