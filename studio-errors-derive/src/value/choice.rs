//! A string value with a fixed set of words.

use proc_macro2::Span;
use syn::Meta;

use super::{Text, Value};
use crate::diagnostics::at;

/// A word, with other names for the same thing.
pub(super) type Choice = (&'static str, &'static [&'static str]);

/// Reads one of `choices`. Returns its index, starting at 1. `noun` is the kind of the words in messages.
pub(super) fn read(meta: &Meta, noun: &str, choices: &[Choice]) -> syn::Result<(u8, Span)> {
    let (text, span) = Text::read(meta)?;
    if let Some((place, _)) = (1..).zip(choices).find(|(_, (word, _))| *word == text.0) {
        return Ok((place, span));
    }
    let fact = match &*text.0 {
        "" => format!("`{}` is empty", super::word(meta)),
        text => format!("unknown {noun} `{text}`"),
    };
    let help = match nearest(&text.0, choices) {
        Some(word) => format!("did you mean `{word}`?"),
        None => {
            let words: Vec<_> = choices.iter().map(|(word, _)| format!("`{word}`")).collect();
            let (last, others) = words.split_last().map_or(("", &[][..]), |(last, others)| (last, others));
            format!("the {noun}s are {} and {last}", others.join(", "))
        }
    };
    Err(at(span, &fact, &help))
}

/// Returns the word with this other name, or the most similar one with an edit distance of at most two.
fn nearest(text: &str, choices: &[Choice]) -> Option<&'static str> {
    let text = text.to_lowercase();
    let distance = |(word, also): &Choice| {
        if also.contains(&&*text) { 0 } else { strsim::damerau_levenshtein(&text, word) }
    };
    let near = choices.iter().map(|choice| (distance(choice), choice.0)).filter(|(distance, _)| *distance <= 2);
    near.min_by_key(|(distance, _)| *distance).map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::super::{grpc, level};
    use super::nearest;

    #[test]
    fn a_level_is_recognized_by_other_names_and_by_edit_distance() {
        let nearest = |text| nearest(text, &level::LEVELS);
        assert_eq!((nearest("warning"), nearest("WARN"), nearest("wran")), (Some("warn"), Some("warn"), Some("warn")));
        assert_eq!((nearest("Critical"), nearest("eror")), (Some("error"), Some("error")));
        assert_eq!((nearest("loud"), nearest("")), (None, None));
    }

    #[test]
    fn a_grpc_code_is_recognized_by_other_names_and_by_edit_distance() {
        let nearest = |text| nearest(text, &grpc::CODES);
        assert_eq!((nearest("NOT_FOUND"), nearest("NotFound")), (Some("not_found"), Some("not_found")));
        assert_eq!((nearest("canceled"), nearest("forbidden")), (Some("cancelled"), Some("permission_denied")));
        assert_eq!((nearest("ok"), nearest("teapot")), (None, None));
    }
}
