//! Rewrites HTML as Markdown that shows the same text, for explanations.

use scraper::ElementRef;
use scraper::node::Node;

use super::super::columns::{Column, named};
use super::super::elements::{is_known, is_outside};
use super::super::table::collapsed;

/// The Markdown of an element.
#[derive(Default)]
pub(super) struct Rewritten {
    pub(super) markdown: String,
    /// The start and the end of each heading outside of tables.
    pub(super) headings: Vec<(usize, usize)>,
    gap: Gap,
    /// What the lines inside of the open items begin with.
    indents: Vec<usize>,
    /// The numbers of the next items of the open lists, if they have numbers.
    lists: Vec<Option<usize>>,
    /// The number of open elements whose text is not shown, or is written already.
    hidden: usize,
    tables: usize,
    /// The number of cells in the row, and whether it is the first of its table.
    cells: usize,
    is_head: bool,
}

/// The space before the next text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Line,
    Block,
}

impl Rewritten {
    pub(super) fn of(root: ElementRef<'_>) -> Self {
        let mut written = Self::default();
        let mut node = *root;
        loop {
            match node.value() {
                Node::Text(text) if written.hidden == 0 => written.text(text),
                Node::Element(_) => written.open(ElementRef::wrap(node)),
                _ => {}
            }
            if let Some(child) = node.first_child() {
                node = child;
                continue;
            }
            loop {
                written.close(ElementRef::wrap(node));
                if node == *root {
                    return written;
                }
                if let Some(next) = node.next_sibling() {
                    node = next;
                    break;
                }
                let Some(parent) = node.parent() else { return written };
                node = parent;
            }
        }
    }

    fn open(&mut self, element: Option<ElementRef<'_>>) {
        let Some(element) = element else { return };
        let name = element.value().name();
        if is_heading(name) && is_outside(element) {
            self.headings.push((self.markdown.len(), self.markdown.len()));
        }
        if self.hidden > 0 || is_hidden(name) || name == "summary" && self.tables == 0 && names_explanation(element) {
            self.hidden += 1;
            return;
        }
        match name {
            name if is_heading(name) && self.tables == 0 => {
                self.gap(Gap::Block);
                // The headings in an explanation of the reference have the level 3 or a lower one.
                let level = name.bytes().last().filter(u8::is_ascii_digit).map_or(3, |digit| usize::from(digit - b'0'));
                self.write(&format!("{} ", "#".repeat(level)));
            }
            "ul" | "ol" => {
                self.gap(if self.lists.is_empty() { Gap::Block } else { Gap::Line });
                self.lists.push((name == "ol").then_some(1));
            }
            "li" if self.tables == 0 => {
                self.gap(Gap::Line);
                let mark = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    _ => "- ".into(),
                };
                self.write(&mark);
                self.indents.push(mark.len());
            }
            "pre" => {
                self.hidden += 1;
                let text: String = element.text().collect();
                self.code_block(text.trim_matches('\n'));
            }
            "code" | "kbd" | "samp" | "tt" => {
                self.hidden += 1;
                let text: String = element.text().collect();
                self.code(&collapsed(&text));
            }
            "a" if link(element).is_some() => self.write("["),
            "b" | "strong" if can_be_marked(element) => self.write("**"),
            "i" | "em" if can_be_marked(element) => self.write("*"),
            "br" => self.gap(Gap::Line),
            "table" => {
                self.gap(Gap::Block);
                (self.tables, self.is_head) = (self.tables + 1, true);
            }
            "tr" if self.tables == 1 => {
                self.gap(Gap::Line);
                self.write("|");
                self.cells = 0;
            }
            "td" | "th" if self.tables == 1 => {
                self.write(" ");
                self.cells += 1;
            }
            name if !is_known(name) => self.text(&format!("<{name}>")),
            name if is_block(name) => self.gap(Gap::Block),
            _ => {}
        }
    }

    fn close(&mut self, element: Option<ElementRef<'_>>) {
        let Some(element) = element else { return };
        if self.hidden > 0 {
            self.hidden -= 1;
            return;
        }
        match element.value().name() {
            name if is_heading(name) && self.tables == 0 => {
                if let Some((_, end)) = self.headings.last_mut() {
                    *end = self.markdown.len();
                }
                self.gap(Gap::Block);
            }
            "ul" | "ol" => {
                self.lists.pop();
                self.gap(if self.lists.is_empty() { Gap::Block } else { Gap::Line });
            }
            "li" if self.tables == 0 => {
                self.indents.pop();
                self.gap(Gap::Line);
            }
            "a" => {
                if let Some(target) = link(element) {
                    self.gap = Gap::None;
                    self.write(&format!("]({target})"));
                }
            }
            "b" | "strong" if can_be_marked(element) => self.write("**"),
            "i" | "em" if can_be_marked(element) => self.write("*"),
            "table" => {
                self.tables -= usize::from(self.tables > 0);
                self.gap(Gap::Block);
            }
            "td" | "th" if self.tables == 1 => {
                self.gap = Gap::None;
                self.write(" |");
            }
            "tr" if self.tables == 1 => {
                if std::mem::take(&mut self.is_head) {
                    self.gap(Gap::Line);
                    let rule = "---|".repeat(self.cells);
                    self.write(&format!("|{rule}"));
                }
                self.gap(Gap::Line);
            }
            name if is_block(name) => self.gap(Gap::Block),
            _ => {}
        }
    }

    /// A row of a table is one line.
    fn gap(&mut self, gap: Gap) {
        let in_cell = self.tables > 0 && self.cells > 0 && !self.markdown.ends_with('|');
        self.gap = self.gap.max(if in_cell { Gap::Space } else { gap });
    }

    fn flush(&mut self) {
        let gap = std::mem::take(&mut self.gap);
        if self.markdown.is_empty() {
            return;
        }
        match gap {
            Gap::None => {}
            Gap::Space if self.markdown.ends_with([' ', '\n']) => {}
            Gap::Space => self.markdown.push(' '),
            Gap::Line | Gap::Block => {
                self.markdown += if gap == Gap::Line { "\n" } else { "\n\n" };
                self.markdown += &" ".repeat(self.indents.iter().sum());
            }
        }
    }

    fn write(&mut self, text: &str) {
        self.flush();
        self.markdown += text;
    }

    /// Writes text with one space between words.
    fn text(&mut self, text: &str) {
        let mut words = text.split_whitespace().peekable();
        if text.starts_with(char::is_whitespace) {
            self.gap(Gap::Space);
        }
        while let Some(word) = words.next() {
            self.flush();
            self.word(word);
            if words.peek().is_some() || text.ends_with(char::is_whitespace) {
                self.gap(Gap::Space);
            }
        }
    }

    /// Writes a word without characters that Markdown would read.
    fn word(&mut self, word: &str) {
        let line = self.markdown.rsplit('\n').next().unwrap_or_default().trim_start();
        let is_start = line.is_empty() || matches!(line, "- ") || line.ends_with(". ") && line.len() < 8;
        if is_start {
            let (number, rest) = word.split_at(word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len()));
            let begins_block = rest.starts_with(['-', '+', '=', '>', '#']) && number.is_empty()
                || rest.starts_with(['.', ')']) && !number.is_empty();
            if begins_block {
                self.markdown += number;
                self.markdown.push('\\');
                return self.escaped(rest);
            }
        }
        self.escaped(word);
    }

    fn escaped(&mut self, word: &str) {
        let mut rest = word.chars().peekable();
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
        let text = if self.tables > 0 { text.replace('|', "\\|") } else { text.into() };
        self.write(&format!("{marks}{space}{text}{space}{marks}"));
    }

    fn code_block(&mut self, text: &str) {
        if self.tables > 0 {
            self.code(&collapsed(text));
            return;
        }
        let marks = "`".repeat(3.max(longest_run(text) + 1));
        self.gap(Gap::Block);
        self.write(&format!("{marks}text"));
        for line in text.lines() {
            self.gap(Gap::Line);
            self.write(line);
        }
        self.gap(Gap::Line);
        self.write(&marks);
        self.gap(Gap::Block);
    }
}

fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// The target of a link, if Markdown can express it.
fn link(element: ElementRef<'_>) -> Option<&str> {
    let target = element.attr("href")?;
    let is_plain = |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '(' | ')' | '<' | '>' | '\\' | '|');
    (!target.is_empty() && !target.starts_with('#') && target.chars().all(is_plain)).then_some(target)
}

/// Whether emphasis of Markdown can begin and end at the edges of the text.
fn can_be_marked(element: ElementRef<'_>) -> bool {
    let mut texts = element.text();
    let first = texts.next();
    let last = texts.last().or(first);
    first.is_some_and(|text| text.starts_with(char::is_alphanumeric))
        && last.is_some_and(|text| text.ends_with(char::is_alphanumeric))
}

pub(super) fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "summary")
}

fn is_hidden(name: &str) -> bool {
    matches!(name, "head" | "nav" | "script" | "style" | "template" | "button")
}

fn is_block(name: &str) -> bool {
    const BLOCKS: [&str; 18] = [
        "address",
        "article",
        "aside",
        "blockquote",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figure",
        "footer",
        "header",
        "hr",
        "main",
        "p",
        "section",
        "caption",
        "body",
    ];
    BLOCKS.contains(&name)
}

/// Whether a title says no more than that the text below it explains the code.
pub(super) fn names_explanation(title: ElementRef<'_>) -> bool {
    named(&title.text().collect::<String>()) == Some(Column::Description)
}
