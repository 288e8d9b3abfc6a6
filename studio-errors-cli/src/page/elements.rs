//! The HTML elements.

use std::collections::HashSet;
use std::sync::LazyLock;

use scraper::ElementRef;

/// The elements that are part of a sentence.
static PHRASES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let names = "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp \
                 small span strike strong sub sup time tt u var wbr";
    names.split(' ').collect()
});

/// The other elements, which are not part of a sentence.
static BLOCKS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let names = "address area article aside audio base blockquote body button canvas caption center circle col colgroup datalist dd \
                 details dialog dir div dl dt embed fieldset figcaption figure footer form g h1 h2 h3 h4 h5 h6 head header hr html \
                 iframe input legend li line link main map menu meta nav noscript object ol optgroup option p path picture \
                 polygon pre progress rect script section select source style summary svg table tbody td template textarea tfoot th \
                 thead title tr ul use video";
    names.split(' ').collect()
});

/// Whether the element is part of a sentence.
pub(super) fn is_phrase(name: &str) -> bool {
    PHRASES.contains(name)
}

/// Whether the name is one of HTML. A tag with another name is text, such as a placeholder in a message: `Invalid <field>`.
pub(super) fn is_known(name: &str) -> bool {
    is_phrase(name) || BLOCKS.contains(name) || name.contains('-')
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
