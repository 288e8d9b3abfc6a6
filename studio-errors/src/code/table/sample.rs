//! Tables for tests, which are built at run time.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Table, Text, rows};
use crate::code::layout::row;
use crate::code::row::write;
use crate::code::{CatalogFacts, Category};

/// One row of a table. The default is valid.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sample {
    pub(crate) number: Option<i64>,
    pub(crate) http: u16,
    pub(crate) name: &'static str,
    pub(crate) name_is_stated: bool,
    /// The stated description. `None` for a doc comment.
    pub(crate) description: Option<&'static str>,
    pub(crate) comment: &'static str,
    pub(crate) resolution: &'static str,
    pub(crate) category: Option<&'static Category>,
    pub(crate) retryable: u8,
    pub(crate) level: u8,
}

impl Sample {
    pub(crate) const fn new(category: &'static Category, number: i64, http: u16, name: &'static str) -> Self {
        Self {
            number: Some(number),
            http,
            name,
            name_is_stated: false,
            description: None,
            comment: "What happened",
            resolution: "",
            category: Some(category),
            retryable: 0,
            level: 0,
        }
    }
}

/// Returns the table that the derive would write for a type with this name and these rows.
pub(crate) fn table(
    name: &'static str,
    catalog: &'static CatalogFacts,
    samples: &[Sample],
    reserved: &'static [(i64, i64)],
) -> Table {
    let (mut bytes, mut text, mut categories) = (Vec::new(), String::new(), Vec::new());
    let first = samples.iter().filter_map(|sample| sample.number).min().unwrap_or(0);
    for sample in samples {
        let number = sample.number.unwrap_or(first);
        let code = format!("{}{}{:0width$}", catalog.prefix, catalog.separator, number, width = catalog.width);
        let description = sample.description.unwrap_or(sample.comment);
        let start = text.len();
        if sample.description.is_some() || !description.is_empty() && sample.http > 0 {
            text += &format!(r#"{{"error":{{"code":"{code}","message":"{description}","http":{:03}}}}}"#, sample.http);
        }
        let body = text.len() - start;
        text += sample.name;
        text += sample.resolution;
        let category = categories.iter().position(|known| *known == sample.category).unwrap_or_else(|| {
            categories.push(sample.category);
            categories.len() - 1
        });
        let flag = |is_set, flag: u8| if is_set { flag } else { 0 };
        let bits = flag(sample.description.is_none(), row::IS_COMMENT)
            | flag(sample.number.is_none(), row::IS_REFUSED)
            | flag(sample.name_is_stated, row::NAME_IS_STATED)
            | sample.retryable << row::RETRYABLE
            | sample.level << row::LEVEL;
        let mut row = [0; row::LEN];
        write::<4>(&mut row, row::DISTANCE, usize::try_from(number - first).unwrap());
        write::<4>(&mut row, row::START, start);
        write::<2>(&mut row, row::BODY_LEN, body);
        write::<2>(&mut row, row::CATEGORY, category);
        write::<1>(&mut row, row::NAME_LEN, sample.name.len());
        write::<1>(&mut row, row::CODE_LEN, code.len());
        write::<1>(&mut row, row::HTTP, sample.http.saturating_sub(row::BELOW_HTTP).into());
        write::<1>(&mut row, row::BITS, bits.into());
        bytes.extend(row);
    }
    Table {
        name,
        module: name,
        catalog,
        first,
        bounds: samples
            .iter()
            .map(|sample| (sample.number.unwrap_or(0), sample.number.unwrap_or(0)))
            .collect::<Vec<_>>()
            .leak(),
        categories: categories.leak(),
        rows: rows(bytes.leak()),
        text: Text::Written(text.leak()),
        distinct: samples.iter().filter(|sample| sample.number.is_some()).count(),
        reserved,
        ..*Table::EMPTY
    }
}

/// Returns the value with a static lifetime.
pub(crate) fn leaked(table: Table) -> &'static Table {
    Box::leak(Box::new(table))
}
