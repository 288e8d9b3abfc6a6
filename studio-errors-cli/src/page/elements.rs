//! The elements of HTML.

use scraper::ElementRef;

/// The elements of HTML that are part of a sentence.
pub(super) const PHRASES: [&str; 28] = [
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd", "label",
    "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u",
];

/// The other elements. A tag with another name is text, such as a placeholder in a message: `Invalid <field>`.
const ELEMENTS: [&str; 79] = [
    "address",
    "area",
    "article",
    "aside",
    "audio",
    "base",
    "blockquote",
    "body",
    "button",
    "canvas",
    "caption",
    "center",
    "circle",
    "col",
    "colgroup",
    "data",
    "datalist",
    "dd",
    "details",
    "dfn",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "embed",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "g",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "iframe",
    "input",
    "legend",
    "li",
    "link",
    "main",
    "map",
    "menu",
    "meta",
    "nav",
    "noscript",
    "object",
    "ol",
    "optgroup",
    "option",
    "p",
    "path",
    "picture",
    "pre",
    "progress",
    "rect",
    "script",
    "section",
    "select",
    "source",
    "style",
    "summary",
    "svg",
    "table",
    "tbody",
    "template",
    "textarea",
    "tfoot",
    "thead",
    "time",
    "title",
    "video",
];

pub(super) fn is_known(name: &str) -> bool {
    let others =
        ["td", "th", "tr", "ul", "var", "wbr", "nobr", "big", "acronym", "ruby", "rt", "rp", "use", "polygon", "line"];
    PHRASES.contains(&name) || ELEMENTS.contains(&name) || others.contains(&name) || name.contains('-')
}

/// Whether the element is outside of tables. The text of a cell includes its paragraphs.
pub(super) fn is_outside(element: ElementRef<'_>) -> bool {
    around(element, "table").is_none()
}

/// Returns the innermost ancestor of `element` with this name.
pub(super) fn around<'a>(element: ElementRef<'a>, name: &str) -> Option<ElementRef<'a>> {
    element.ancestors().filter_map(ElementRef::wrap).find(|outer| outer.value().name() == name)
}
