//! The level of a log event.

use proc_macro2::Span;
use syn::Meta;

use super::{Text, Value};
use crate::diagnostics::at;

/// From 1 for `trace` to 5 for `error`, as a row contains it.
#[derive(Clone)]
pub(crate) struct Level(pub(crate) u8);

/// Each level, with the names that other logging systems use for it.
const LEVELS: [(&str, &[&str]); 5] = [
    ("trace", &["verbose", "finest"]),
    ("debug", &["fine"]),
    ("info", &["information", "notice"]),
    ("warn", &["warning"]),
    ("error", &["err", "critical", "fatal"]),
];

impl Value for Level {
    fn read(meta: &Meta) -> syn::Result<(Self, Span)> {
        let (text, span) = Text::read(meta)?;
        let mut levels = (1..).zip(LEVELS);
        if let Some((byte, _)) = levels.find(|(_, (name, _))| *name == text.0) {
            return Ok((Self(byte), span));
        }
        let fact =
            if text.0.is_empty() { "`level` is empty".to_owned() } else { format!("unknown level `{}`", text.0) };
        let help = match nearest(&text.0) {
            Some(name) => format!("did you mean `{name}`?"),
            None => "the levels are `trace`, `debug`, `info`, `warn` and `error`".to_owned(),
        };
        Err(at(span, &fact, &help))
    }
}

/// Returns the level with this other name, or the most similar one with an edit distance of at most two.
fn nearest(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    let distance = |(name, also): &(&'static str, &[&str])| {
        if also.contains(&&*text) { 0 } else { strsim::damerau_levenshtein(&text, name) }
    };
    let near = LEVELS.iter().map(|level| (distance(level), level.0)).filter(|(distance, _)| *distance <= 2);
    near.min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_level_is_recognized_by_other_names_and_by_edit_distance() {
        assert_eq!((nearest("warning"), nearest("WARN"), nearest("wran")), (Some("warn"), Some("warn"), Some("warn")));
        assert_eq!((nearest("Critical"), nearest("eror")), (Some("error"), Some("error")));
        assert_eq!((nearest("loud"), nearest("")), (None, None));
    }
}
