//! The HTML elements and their lines.

use std::cell::Cell;

use html5ever::tokenizer::{BufferQueue, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};
use html5ever::{Attribute, LocalName, QualName, TokenizerResult, ns};
use scraper::{ElementRef, Html, HtmlTreeSink};

type Builder = TreeBuilder<<HtmlTreeSink as TreeSink>::Handle, HtmlTreeSink>;

/// The attribute with the line of an element.
const LINE: &str = "_line";

/// The maximum depth of elements. The time to parse a page depends on it.
const DEEPEST: usize = 500;

/// Parses HTML. Each element has its line.
pub(super) fn parse(text: &str) -> Result<Html, String> {
    let builder = Builder::new(HtmlTreeSink::new(Html::new_document()), TreeBuilderOpts::default());
    let sink = Lined { builder, stated: Cell::default(), shift: Cell::default(), refused: Cell::default() };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(text.into());
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    match tokenizer.sink.refused.get() {
        Some(line) => Err(format!("line {line}: the page has more than {DEEPEST} elements inside of each other")),
        None => Ok(tokenizer.sink.builder.sink.finish()),
    }
}

/// A comment that states the line of the next tag, in a text that another format was converted to.
pub(super) fn on_line(line: usize) -> String {
    format!("<!--{LINE} {line}-->")
}

/// The line of an element that the page contains. A parser adds others.
pub(super) fn line_of(element: ElementRef<'_>) -> Option<usize> {
    element.attr(LINE)?.parse().ok()
}

/// Gives the tags their lines, because the elements of `scraper` have none, and refuses elements that are nested too deeply.
struct Lined {
    builder: Builder,
    /// The line of the next tag, if a comment states it.
    stated: Cell<Option<u64>>,
    /// What is added to the line of a token.
    shift: Cell<u64>,
    /// The line on which the elements are too deep.
    refused: Cell<Option<u64>>,
}

impl TokenSink for Lined {
    type Handle = <Builder as TokenSink>::Handle;

    fn process_token(&self, mut token: Token, line: u64) -> TokenSinkResult<Self::Handle> {
        if self.refused.get().is_some() {
            return TokenSinkResult::Continue;
        }
        match &mut token {
            Token::CommentToken(text) => {
                let stated = text.strip_prefix(LINE).and_then(|line| line.trim().parse().ok());
                self.stated.set(stated.or(self.stated.get()));
            }
            Token::TagToken(tag) => {
                let stated = self.stated.take().map(|stated: u64| stated.wrapping_sub(line));
                self.shift.set(stated.unwrap_or(self.shift.get()));
                let name = QualName::new(None, ns!(), LocalName::from(LINE));
                tag.attrs.push(Attribute { name, value: line.wrapping_add(self.shift.get()).to_string().into() });
            }
            _ => {}
        }
        let result = self.builder.process_token(token, line);
        let tree = &self.builder.sink.0.borrow().tree;
        if tree.nodes().next_back().is_some_and(|last| last.ancestors().nth(DEEPEST).is_some()) {
            self.refused.set(Some(line.wrapping_add(self.shift.get())));
        }
        result
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// The elements that are part of a sentence.
const PHRASES: &str = "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp \
    small span strike strong sub sup time tt u var wbr";

/// The other elements, which are not part of a sentence.
const BLOCKS: &str = "address area article aside audio base blockquote body button canvas caption center circle col colgroup datalist dd \
    details dialog dir div dl dt embed fieldset figcaption figure footer form g h1 h2 h3 h4 h5 h6 head header hr html \
    iframe input legend li line link main map menu meta nav noscript object ol optgroup option p path picture \
    polygon pre progress rect script section select source style summary svg table tbody td template textarea tfoot th \
    thead title tr ul use video";

/// Whether the element is part of a sentence.
pub(super) fn is_phrase(name: &str) -> bool {
    PHRASES.split(' ').any(|known| known == name)
}

/// Whether the name is one of HTML. A tag with another name is text, such as a placeholder in a message: `Invalid <field>`.
pub(super) fn is_known(name: &str) -> bool {
    is_phrase(name) || BLOCKS.split(' ').any(|known| known == name) || name.contains('-')
}

/// Whether the element is a heading, which may be around another one: `<summary><h3>Cards</h3></summary>`.
pub(super) fn is_heading(element: ElementRef<'_>) -> bool {
    let is =
        |element: ElementRef<'_>| matches!(element.value().name(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "summary");
    is(element) && !element.descendent_elements().skip(1).any(is)
}

/// The level of a heading. A summary has the lowest level.
pub(super) fn level(heading: ElementRef<'_>) -> u8 {
    heading.value().name().bytes().last().filter(u8::is_ascii_digit).map_or(6, |digit| digit - b'0')
}

/// Whether the element has no text that the page shows.
pub(super) fn is_hidden(name: &str) -> bool {
    matches!(name, "button" | "head" | "nav" | "script" | "style" | "template")
}

/// Whether the text of the element is struck through.
pub(super) fn is_struck(name: &str) -> bool {
    matches!(name, "del" | "s" | "strike")
}

/// The attribute of a line break that is only in the source, and that the page does not show.
pub(super) const SOFT: &str = "_soft";

/// The rows and the captions of a table, without those of tables inside of it.
pub(super) fn rows(table: ElementRef<'_>) -> impl Iterator<Item = ElementRef<'_>> {
    let around = move |row: ElementRef<'_>| {
        row.ancestors().filter_map(ElementRef::wrap).find(|outer| outer.value().name() == "table") == Some(table)
    };
    table
        .descendent_elements()
        .filter(|row| matches!(row.value().name(), "caption" | "tr"))
        .filter(move |row| around(*row))
}
