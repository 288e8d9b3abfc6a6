//! Rewrites HTML as Markdown that shows the same text, for explanations.

use std::mem::take;
use std::ops::Range;

use scraper::ElementRef;
use scraper::node::Node;
use studio_errors::reference::output::terminal;

use super::super::columns::{Column, named};
use super::super::table::collapsed;
use super::elements::{SOFT, is_heading, is_hidden, is_known, is_phrase, is_struck, level, rows};

/// The Markdown of an element.
#[derive(Default)]
pub(crate) struct Rewritten {
    pub(crate) markdown: String,
    /// The places of the headings outside of tables, in order.
    pub(super) headings: Vec<Range<usize>>,
    gap: Gap,
    /// What each further line of the open items and quotations begins with.
    indent: String,
    /// Whether the next text follows the mark of an item or of a cell.
    is_start: bool,
    /// Whether the text is in a heading or in a cell, which have one line.
    in_line: bool,
    in_cell: bool,
}

/// The space before the next text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    /// A line break that the page shows.
    Break,
    Line,
    Block,
}

impl Rewritten {
    pub(crate) fn of(root: ElementRef<'_>) -> Self {
        let mut written = Self::default();
        written.children(root);
        written
    }

    fn children(&mut self, element: ElementRef<'_>) {
        for child in element.children() {
            match (child.value(), ElementRef::wrap(child)) {
                (Node::Text(text), _) => self.text(text),
                (_, Some(child)) => self.element(child),
                _ => {}
            }
        }
    }

    fn element(&mut self, element: ElementRef<'_>) {
        let text = || element.text().collect::<String>();
        match element.value().name() {
            name if is_hidden(name) => {}
            _ if is_heading(element) && !self.in_cell => self.heading(element),
            name @ ("ul" | "ol") if !self.in_cell => {
                self.gap(if self.indent.is_empty() { Gap::Block } else { Gap::Line });
                let first = element.attr("start").and_then(|start| start.parse().ok()).unwrap_or(1_usize);
                for (number, item) in (first..).zip(element.child_elements()) {
                    self.marked(&if name == "ol" { format!("{number}. ") } else { "- ".into() }, item, Gap::Line);
                }
                self.gap(if self.indent.is_empty() { Gap::Block } else { Gap::Line });
            }
            "blockquote" if !self.in_cell => {
                self.gap(Gap::Block);
                self.marked("> ", element, Gap::Block);
            }
            "pre" if !self.in_line => self.code_block(element, text().trim_matches('\n')),
            "code" | "kbd" | "samp" | "tt" | "pre" => self.code(&collapsed(&text())),
            "table" if !self.in_cell => self.table(element),
            "br" => self.gap(if element.attr(SOFT).is_some() { Gap::Line } else { Gap::Break }),
            "hr" if !self.in_cell => {
                self.gap(Gap::Block);
                self.write("***");
                self.gap(Gap::Block);
            }
            "img" => {
                if let (Some(target), Some(text)) = (target(element, "src"), element.attr("alt")) {
                    self.write("![");
                    self.text(&collapsed(text));
                    self.markdown += &format!("]({target})");
                }
            }
            "a" if is_in_a_line(element) && target(element, "href").is_some() => {
                self.flush();
                // `!` would make the link an image.
                if self.markdown.ends_with('!') {
                    self.markdown.insert(self.markdown.len() - 1, '\\');
                }
                self.write("[");
                self.children(element);
                self.markdown += &format!("]({})", target(element, "href").unwrap_or_default());
            }
            "b" | "strong" => self.emphasis("**", element),
            "i" | "em" => self.emphasis("*", element),
            name if is_struck(name) => self.emphasis("~~", element),
            name if is_phrase(name) => self.children(element),
            name => {
                if is_known(name) {
                    self.gap(Gap::Block);
                } else {
                    self.text(&format!("<{name}>"));
                }
                self.children(element);
                self.gap(if is_known(name) { Gap::Block } else { Gap::None });
            }
        }
    }

    fn heading(&mut self, element: ElementRef<'_>) {
        self.gap(Gap::Block);
        let start = self.markdown.len();
        if !names_explanation(element) {
            self.write(&format!("{} ", "#".repeat(level(element).into())));
            self.in_line = true;
            self.children(element);
            self.in_line = false;
        }
        self.headings.push(start..self.markdown.len());
        self.gap(Gap::Block);
    }

    /// Writes an element after a mark. What follows on other lines is indented.
    fn marked(&mut self, mark: &str, element: ElementRef<'_>, after: Gap) {
        self.write(mark);
        let outer = self.indent.len();
        self.indent += &if mark == "> " { mark.into() } else { " ".repeat(mark.len()) };
        self.is_start = true;
        self.children(element);
        self.is_start = false;
        self.indent.truncate(outer);
        self.gap(after);
    }

    fn table(&mut self, table: ElementRef<'_>) {
        let rows = rows(table).filter(|row| row.value().name() == "tr");
        self.gap(Gap::Block);
        for (at, row) in rows.enumerate() {
            self.gap(Gap::Line);
            self.write("|");
            (self.in_line, self.in_cell) = (true, true);
            let mut rule = String::from("|");
            for cell in row.child_elements() {
                self.markdown.push(' ');
                self.is_start = true;
                self.children(cell);
                self.gap = Gap::None;
                self.markdown += " |";
                rule += "---|";
            }
            (self.in_line, self.in_cell, self.is_start) = (false, false, false);
            self.gap(Gap::Line);
            if at == 0 {
                self.write(&rule);
                self.gap(Gap::Line);
            }
        }
        self.gap(Gap::Block);
    }

    /// Writes an element between marks, if Markdown can read them at the edges of its text.
    fn emphasis(&mut self, mark: &str, element: ElementRef<'_>) {
        let mut texts = element.text();
        let first = texts.next().unwrap_or_default();
        let last = texts.last().unwrap_or(first);
        let is_marked = first.starts_with(char::is_alphanumeric)
            && last.ends_with(char::is_alphanumeric)
            && is_in_a_line(element)
            && !(self.gap == Gap::None && self.markdown.ends_with(&mark[..1]));
        if is_marked {
            self.write(mark);
        }
        self.children(element);
        if is_marked {
            self.markdown += mark;
        }
    }

    fn gap(&mut self, gap: Gap) {
        self.gap = self.gap.max(if self.in_line { gap.min(Gap::Space) } else { gap });
    }

    fn flush(&mut self) {
        let gap = take(&mut self.gap);
        if self.markdown.is_empty() || take(&mut self.is_start) {
            return;
        }
        let blank = self.indent.trim_end();
        match gap {
            Gap::None => {}
            Gap::Space => self.markdown.push(' '),
            Gap::Line => self.markdown += &format!("\n{}", self.indent),
            Gap::Break => self.markdown += &format!("\\\n{}", self.indent),
            Gap::Block => self.markdown += &format!("\n{blank}\n{}", self.indent),
        }
    }

    fn write(&mut self, text: &str) {
        self.flush();
        self.markdown += text;
    }

    /// Writes text with one space between words. A line break in the source stays one.
    fn text(&mut self, text: &str) {
        for (at, line) in text.split('\n').enumerate() {
            // The line feed after `<br>` is a part of the break.
            self.gap(if at > 0 && self.gap != Gap::Break { Gap::Line } else { Gap::None });
            let line = terminal(line).to_string();
            for (at, word) in line.split(' ').enumerate() {
                self.gap(if at > 0 { Gap::Space } else { Gap::None });
                if !word.is_empty() {
                    self.word(word);
                }
            }
        }
    }

    /// Writes a word without characters that Markdown would read.
    fn word(&mut self, word: &str) {
        let is_start = self.is_start || self.gap >= Gap::Break || self.markdown.is_empty();
        self.flush();
        let (number, rest) = word.split_at(word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len()));
        let begins_block = is_start
            && (number.is_empty() && rest.starts_with(['-', '+', '=', '>', '#'])
                || !number.is_empty() && rest.starts_with(['.', ')']));
        self.markdown += number;
        if begins_block {
            self.markdown.push('\\');
        }
        let mut rest = rest.chars().peekable();
        let mut before = self.markdown.chars().next_back().unwrap_or(' ');
        while let Some(c) = rest.next() {
            let next = rest.peek().copied().unwrap_or(' ');
            let is_special = match c {
                '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '|' => true,
                '_' => !(before.is_alphanumeric() && next.is_alphanumeric()),
                '&' => next.is_ascii_alphanumeric() || next == '#',
                _ => false,
            };
            if is_special {
                self.markdown.push('\\');
            }
            self.markdown.push(c);
            before = c;
        }
    }

    fn code(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let marks = "`".repeat(longest_run(text) + 1);
        let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
        let text = if self.in_cell { text.replace('|', "\\|") } else { text.into() };
        self.write(&format!("{marks}{space}{}{space}{marks}", terminal(&text)));
    }

    /// rustdoc does not compile the block, because it has a language other than Rust.
    fn code_block(&mut self, element: ElementRef<'_>, text: &str) {
        let class = element.child_elements().find_map(|code| code.attr("class")?.strip_prefix("language-"));
        let is_language = |word: &&str| *word != "rust" && word.bytes().all(|byte| byte.is_ascii_lowercase());
        let marks = "`".repeat(3.max(longest_run(text) + 1));
        self.gap(Gap::Block);
        self.write(&format!("{marks}{}", class.filter(is_language).unwrap_or("text")));
        for line in text.split('\n').chain([&*marks]) {
            let line = format!("{}{}", self.indent, terminal(&line.replace('\t', "    ")));
            self.markdown += &format!("\n{}", if line.trim() == self.indent.trim() { line.trim_end() } else { &line });
        }
        self.gap(Gap::Block);
    }
}

fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// The target of a link or of a picture, if Markdown can express it.
fn target<'a>(element: ElementRef<'a>, attribute: &str) -> Option<&'a str> {
    let target = element.value().attr(attribute)?;
    let is_plain = |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '(' | ')' | '<' | '>' | '\\' | '|');
    (!target.is_empty() && !target.starts_with('#') && target.chars().all(is_plain)).then_some(target)
}

/// Whether the element contains no blocks.
fn is_in_a_line(element: ElementRef<'_>) -> bool {
    element.descendent_elements().skip(1).all(|inner| is_phrase(inner.value().name()))
}

/// Whether a title says no more than that the text below it explains the code.
pub(super) fn names_explanation(title: ElementRef<'_>) -> bool {
    named(&title.text().collect::<String>()) == Some(Column::Description)
}
