//! The first variant that uses each number and each name.

use std::collections::HashMap;

/// The first variant that uses each number and each name, by its place among the rows.
#[derive(Default)]
pub(super) struct Used {
    numbers: HashMap<i64, usize>,
    names: HashMap<String, usize>,
}

impl Used {
    /// The place of an earlier variant that uses `number`. `None` if there is none: `place` is then the first.
    pub(super) fn number(&mut self, number: i64, place: usize) -> Option<usize> {
        earlier(*self.numbers.entry(number).or_insert(place), place)
    }

    /// The place of an earlier variant that uses `name`. `None` if there is none: `place` is then the first.
    pub(super) fn name(&mut self, name: &str, place: usize) -> Option<usize> {
        earlier(*self.names.entry(name.to_owned()).or_insert(place), place)
    }
}

fn earlier(first: usize, place: usize) -> Option<usize> {
    (first != place).then_some(first)
}
