//! The facts of one code in running text: lines such as `HTTP status: 404`, and a message without a label.

use super::super::columns::{self, Column};
use super::super::identifiers;
use super::super::table::{Cell, Row, Table};
use super::super::written::{self, Written};

/// The facts that a table of described codes can have.
const FACTS: [Column; 8] = [
    Column::Code,
    Column::Http,
    Column::Name,
    Column::Description,
    Column::Resolution,
    Column::Retryable,
    Column::Grpc,
    Column::Deprecated,
];

/// One code and the text about it.
#[derive(Clone, Debug)]
pub(super) struct Described {
    pub(super) line: usize,
    facts: [Option<String>; FACTS.len()],
    /// The text after the code in the heading or the item.
    title: Option<String>,
    /// The fact of the next text without a label, which a heading of its own names.
    pub(super) next: Option<Column>,
}

impl Described {
    pub(super) fn new(line: usize, written: Written, struck: bool) -> Self {
        let mut described = Self { line, facts: Default::default(), title: written.message, next: None };
        described.set(Column::Code, &written.code);
        for (column, fact) in [
            (Column::Http, written.http.map(|http| http.to_string())),
            (Column::Name, written.name),
            (Column::Deprecated, struck.then(|| "yes".into())),
        ] {
            if let Some(fact) = fact {
                described.set(column, &fact);
            }
        }
        described
    }

    /// Sets a fact unless it is set.
    fn set(&mut self, column: Column, text: &str) {
        if let Some(place) = FACTS.iter().position(|own| *own == column)
            && !text.trim().is_empty()
            && let Some(fact) = self.facts.get_mut(place)
        {
            fact.get_or_insert_with(|| text.trim().into());
        }
    }

    /// Sets the name and the description from each other, or from the title.
    fn complete(&mut self) {
        if let Some(title) = self.title.take() {
            self.set(Column::Name, &identifiers::of_message(&title).unwrap_or_default());
            self.set(Column::Description, &title);
        }
        let name = FACTS.iter().zip(&self.facts).find(|(column, _)| **column == Column::Name);
        if let Some(words) = name.and_then(|(_, name)| Some(identifiers::in_words(name.as_ref()?))) {
            self.set(Column::Description, &words);
        }
    }

    fn has(&self, column: Column) -> bool {
        FACTS.iter().zip(&self.facts).any(|(own, fact)| *own == column && fact.is_some())
    }

    /// Reads lines of text about the code.
    pub(super) fn text(&mut self, text: &str) {
        let mut rest = Vec::new();
        for line in text.lines() {
            match labelled(line) {
                Some((column, value)) => self.set(column, value),
                None => rest.push(line.trim()),
            }
        }
        let rest = rest.join(" ");
        if let Some(column) = self.next.take().filter(|_| !rest.is_empty()) {
            self.set(column, &rest);
        } else if !self.has(Column::Description) {
            self.set(Column::Description, &rest);
        }
    }

    /// Reads a table of facts: a label and a value in each row. Returns whether it is one.
    pub(super) fn table(&mut self, table: &Table) -> bool {
        let head = Row { line: table.line, cells: table.head.clone(), ..Row::default() };
        let rows = std::iter::once(&head).chain(&table.rows);
        let pairs = rows.filter_map(|row| match &*row.cells {
            [label, value] => Some((columns::named(label.fact())?, value.text.clone())),
            _ => None,
        });
        let pairs: Vec<_> = pairs.collect();
        for (column, value) in &pairs {
            self.set(*column, value);
        }
        !pairs.is_empty()
    }
}

/// Splits a line such as `HTTP status: 404` into the fact and its value.
pub(super) fn labelled(line: &str) -> Option<(Column, &str)> {
    const LONGEST: usize = 40;
    let (label, value) = line.split_once([':', '：'])?;
    let column = columns::named(label).filter(|_| label.len() <= LONGEST && !value.trim().is_empty())?;
    // `Código` and `状态码` can name the status too.
    let is_status =
        column == Column::Code && columns::is_word_of(Column::Http, label) && written::http(value).is_some();
    Some((if is_status { Column::Http } else { column }, value.trim()))
}

/// The code in lines such as `Code: 1001`.
pub(super) fn code_in(text: &str) -> Option<Written> {
    let value = text.lines().find_map(|line| labelled(line).filter(|(column, _)| *column == Column::Code));
    value.and_then(|(_, value)| written::read(value))
}

/// The codes as a table, with a column for each fact that one of them has.
pub(super) fn table(mut described: Vec<Described>) -> Option<Table> {
    for one in &mut described {
        one.complete();
    }
    let line = described.first()?.line;
    let used: Vec<_> =
        (0..FACTS.len()).filter(|place| described.iter().any(|one| one.facts[*place].is_some())).collect();
    let head = used.iter().map(|place| Cell::from(FACTS[*place].name())).collect();
    let rows = described.into_iter().map(|one| {
        let cells = used.iter().map(|place| Cell::from(one.facts[*place].clone().unwrap_or_default()));
        Row { line: one.line, cells: cells.collect(), ..Row::default() }
    });
    Some(Table { line, head, rows: rows.collect() })
}
