//! Who holds each number and each name, and what it takes to share one.

use proc_macro2::Span;
use syn::ext::IdentExt;

use super::reader::Reader;
use super::{Coded, Fault};

/// What one variant holds, and no other beside it.
#[derive(PartialEq, Eq, Hash)]
pub(super) enum Claim {
    Number(u16),
    Name(String),
}

impl Reader<'_> {
    /// Takes the number and the name of a variant, or says who has them.
    pub(super) fn claim(&mut self, coded: &mut Coded, place: usize, name_is_refused: bool) {
        let number = coded.number;
        if number > 0 {
            match self.holder(Claim::Number(number), place) {
                Some(holder) if shares(&self.rows[holder], coded) => return self.share(coded, holder),
                Some(holder) => coded.fault = repeated(&self.rows[holder], coded, &self.categories),
                None if self.reserved.iter().any(|(first, last)| (first..=last).contains(&&number)) => {
                    coded.fault = Fault::Reserved(number);
                }
                None => {}
            }
        }
        let Some(holder) = self.holder(Claim::Name(coded.name.clone()), place) else { return };
        coded.shares = true;
        // A repeated number is mistake enough: the name was copied with it. A refused name is one already.
        if !name_is_refused && !matches!(coded.fault, Fault::Repeated { .. }) {
            let holder = self.rows[holder].ident.unraw();
            let fact = format!("name `{}` is already held by `{holder}`", coded.name);
            let mend =
                if coded.name_is_stated { "write another name" } else { "state another name, as in `name = \"..\"`" };
            self.mistakes.at(coded.name_span, &fact, mend);
            coded.number = 0;
        }
    }

    /// Who has it; `None` where it is free, and from now on held by `place`.
    fn holder(&mut self, claim: Claim, place: usize) -> Option<usize> {
        let holder = *self.holders.entry(claim).or_insert(place);
        (holder != place).then_some(holder)
    }

    /// The constant is the holder's, where the facts are.
    fn share(&mut self, coded: &mut Coded, holder: usize) {
        coded.shares = true;
        if let Some((span, fact, mend)) = differs(&self.rows[holder], coded, &self.categories) {
            self.mistakes.at(span, &fact, &mend);
            coded.number = 0;
        }
    }
}

fn repeated(holder: &Coded, coded: &Coded, categories: &[String]) -> Fault {
    let sharable = differs(holder, coded, categories).is_none();
    Fault::Repeated {
        number: coded.number,
        holder: holder.ident.unraw().to_string(),
        same_name: sharable && holder.name == coded.name,
        share: if sharable { how_to_share(holder, coded) } else { String::new() },
    }
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
