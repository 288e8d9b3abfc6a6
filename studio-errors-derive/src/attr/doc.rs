//! The doc comment of a variant: its first paragraph, its sections, and the rest.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::{Attribute, Expr, ExprLit, Lit, LitStr, Meta, Path};

use crate::value::{string, ungrouped};

/// The doc comment of a variant.
#[derive(Default)]
pub(crate) struct Documentation {
    /// The first paragraph, up to an expression in it.
    pub(crate) first: Text,
    /// The sections `# Resolution`, each with the span of its heading.
    pub(crate) resolutions: Vec<(Span, Text)>,
    /// The rest.
    pub(crate) explanation: Text,
    /// The sections `# Internal`.
    pub(crate) internal: Text,
}

/// Reads a doc comment line by line.
#[derive(Default)]
struct DocReader {
    read: Documentation,
    /// Where the next line belongs.
    part: Part,
    /// The level of the heading of the section.
    level: usize,
    /// The marks that end the block of code.
    fence: Option<String>,
}

/// A part of a doc comment. A derive cannot read the expressions in it.
#[derive(Clone, Default)]
pub(crate) struct Text(Vec<Line>);

#[derive(Clone)]
enum Line {
    Written(String),
    Macro(Expr, Path),
    /// An expression that rustc refuses.
    Refused,
}

impl Line {
    fn written(&self) -> Option<&str> {
        if let Self::Written(text) = self { Some(text) } else { None }
    }

    fn is_blank(&self) -> bool {
        self.written().is_some_and(|text| text.trim().is_empty())
    }
}

impl Text {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(Line::is_blank)
    }

    /// Whether there are no expressions in the text.
    pub(crate) fn is_written(&self) -> bool {
        self.0.iter().all(|line| line.written().is_some())
    }

    /// The macro that writes a part of the text.
    pub(crate) fn written_by(&self) -> Option<&Path> {
        self.0.iter().find_map(|line| if let Line::Macro(_, path) = line { Some(path) } else { None })
    }

    /// All words on one line.
    pub(crate) fn words(&self) -> String {
        let lines = self.0.iter().filter(|line| !line.is_blank()).filter_map(Line::written);
        lines.map(str::trim).collect::<Vec<_>>().join(" ")
    }
}

/// An expression of the type `&str`.
impl ToTokens for Text {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let (mut pieces, mut written) = (Vec::new(), String::new());
        let end = self.0.iter().rposition(|line| !line.is_blank()).map_or(0, |last| last + 1);
        for (at, line) in self.0[..end].iter().skip_while(|line| line.is_blank()).enumerate() {
            if at > 0 {
                written.push('\n');
            }
            match line {
                Line::Written(text) => written += text,
                Line::Macro(expr, _) => {
                    let before = std::mem::take(&mut written);
                    pieces.push(quote!(#before, #expr,));
                }
                Line::Refused => {}
            }
        }
        tokens.extend(if pieces.is_empty() {
            quote!(#written)
        } else {
            quote!(__studio::concat!(#(#pieces)* #written))
        });
    }
}

/// Where a line belongs.
#[derive(Clone, Copy, Default, PartialEq)]
enum Part {
    #[default]
    First,
    Explanation,
    Resolution,
    Internal,
}

impl Documentation {
    pub(crate) fn read(attrs: &[Attribute]) -> Self {
        let mut reader = DocReader::default();
        let lines = lines(attrs);
        let indents = lines.iter().filter(|(line, _)| !line.is_blank()).filter_map(|(line, _)| line.written());
        // The space after `///` is not part of the text.
        let indent = indents.map(|text| text.len() - text.trim_start_matches(' ').len()).min().unwrap_or(0);
        for (at, (line, span)) in lines.iter().enumerate() {
            let next = lines.get(at + 1).and_then(|(line, _)| line.written()).unwrap_or_default();
            match line.written() {
                Some(text) => reader.line(text.get(indent..).unwrap_or_default(), next, *span),
                None => reader.expression(line),
            }
        }
        reader.read
    }
}

impl DocReader {
    fn line(&mut self, text: &str, next: &str, span: Span) {
        if self.fence.is_none()
            && let Some((level, title)) = heading(text, next)
        {
            let part = match &*title.to_lowercase() {
                "resolution" => Some(Part::Resolution),
                "internal" => Some(Part::Internal),
                // It begins the rest, or ends a section of its level.
                _ if self.part == Part::First && !self.read.first.is_empty() || level <= self.level => {
                    Some(Part::Explanation)
                }
                _ => None,
            };
            if let Some(part) = part {
                (self.part, self.level) = (part, if part == Part::Explanation { 0 } else { level });
                if part == Part::Resolution {
                    self.read.resolutions.push((span, Text::default()));
                }
                if part != Part::Explanation {
                    return;
                }
            }
        }
        if self.part == Part::First {
            let first = &mut self.read.first;
            match (text.trim(), first.is_empty()) {
                ("", true) => {}
                ("", false) => self.part = Part::Explanation,
                (words, _) => first.0.push(Line::Written(words.to_owned())),
            }
            return;
        }
        let marks: String = text.trim_start().chars().take_while(|c| matches!(c, '`' | '~')).collect();
        match &self.fence {
            Some(fence) if marks.starts_with(&**fence) && text.trim() == marks => self.fence = None,
            None if marks.len() >= 3 => self.fence = Some(marks),
            _ => {}
        }
        // The line under a heading of two lines.
        if self.level > 0 && self.text().0.is_empty() && is_underline(text) {
            return;
        }
        self.text().0.push(Line::Written(text.to_owned()));
    }

    /// Reads an expression. The first paragraph may continue in it, so its whole text is shown.
    fn expression(&mut self, line: &Line) {
        if self.part == Part::First {
            self.part = Part::Explanation;
            self.read.explanation = self.read.first.clone();
            self.read.first.0.push(line.clone());
        }
        self.text().0.push(line.clone());
    }

    fn text(&mut self) -> &mut Text {
        match (self.part, self.read.resolutions.last_mut()) {
            (Part::Resolution, Some((_, text))) => text,
            (Part::Internal, _) => &mut self.read.internal,
            _ => &mut self.read.explanation,
        }
    }
}

/// The level and the title of a heading of `CommonMark`, of one or of two lines.
fn heading<'a>(text: &'a str, next: &str) -> Option<(usize, &'a str)> {
    let line = text.trim_start_matches(' ');
    // Four spaces begin a block of code.
    if text.len() - line.len() > 3 {
        return None;
    }
    let level = line.len() - line.trim_start_matches('#').len();
    let title = line[level..].trim();
    if (1..=6).contains(&level) && (line.len() == level || line[level..].starts_with([' ', '\t'])) {
        return Some((level, title.trim_end_matches('#').trim_end()));
    }
    // Only the sections matter: any other line before `---` stays as it is.
    let is_section = ["resolution", "internal"].contains(&&*title.to_lowercase());
    (is_section && is_underline(next)).then_some((if next.contains('=') { 1 } else { 2 }, title))
}

fn is_underline(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && (text.bytes().all(|byte| byte == b'=') || text.bytes().all(|byte| byte == b'-'))
}

/// Returns the lines of the doc comment, with the spans of their attributes.
fn lines(attrs: &[Attribute]) -> Vec<(Line, Span)> {
    let mut lines = Vec::new();
    for attr in attrs {
        let Meta::NameValue(doc) = &attr.meta else { continue };
        if !doc.path.is_ident("doc") {
            continue;
        }
        match ungrouped(&doc.value) {
            Expr::Lit(ExprLit { lit: Lit::Str(literal), .. }) => {
                let text = without_stars(literal);
                // `lines` yields nothing for an empty text, which ends a paragraph.
                let text = if text.is_empty() { "\n" } else { &*text };
                lines.extend(text.lines().map(|line| (Line::Written(line.to_owned()), literal.span())));
            }
            Expr::Macro(call) => lines.push((Line::Macro(doc.value.clone(), call.mac.path.clone()), doc.value.span())),
            // rustc ignores it with a warning.
            Expr::Lit(_) => {}
            other => lines.push((Line::Refused, other.span())),
        }
    }
    lines
}

/// Returns the text of a doc comment, without the stars that begin the lines of a block comment. rustdoc removes them too.
fn without_stars(literal: &LitStr) -> String {
    let text = string(literal);
    let lines: Vec<_> = text.lines().collect();
    // The first line is after `/**`.
    let starred = lines.iter().skip(usize::from(!text.trim_start_matches([' ', '\t']).starts_with('*')));
    let mut stars = starred.filter(|line| !line.trim().is_empty()).map(|line| {
        let at = line.find(|c| c != ' ' && c != '\t')?;
        line[at..].starts_with('*').then_some(at)
    });
    let Some(Some(column)) = stars.next().filter(|_| lines.len() > 1) else { return text };
    // In the string of `#[doc = ".."]`, the stars are a list.
    let is_comment = literal.span().source_text().is_none_or(|source| source.starts_with('/'));
    if !is_comment || stars.any(|star| star != Some(column)) {
        return text;
    }
    let without_star =
        |line: &&str| line.get(column..).and_then(|rest| rest.strip_prefix('*')).unwrap_or(line).to_owned();
    lines.iter().map(without_star).collect::<Vec<_>>().join("\n")
}
