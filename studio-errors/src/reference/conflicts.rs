//! Conflicts between the references of several services.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::Serialize;

use super::rows::{CodeRow, DetailRow, Reference};
use crate::code::DetailType;
use crate::text::escape::Terminal;

/// One number that several references define differently, or that one uses and another reserves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Conflict {
    /// The code, as its first owner writes it.
    pub code: String,
    /// Every reference that contains the number, in the order of the arguments.
    pub claims: Vec<Claim>,
}

/// The facts that one reference states about a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Claim {
    /// The owner of the reference, for example the name of its file.
    pub owner: String,
    /// The facts: name, http, category, retryable; or `reserved`.
    pub facts: String,
}

/// The conflicts between `references`, each with its owner. Every number is reported once, with all of its owners.
///
/// Two references conflict about a number if the code, name, http, category, gRPC code, `retryable` or a property differs, if one
/// reserves it and the other uses it, or if a detail has one name and two types. Different descriptions and resolutions are not a
/// conflict.
///
/// The order of the result is catalog, then number.
///
/// ```
/// use studio_errors::catalog::QuotaError;
/// use studio_errors::reference::{Reference, conflicts};
///
/// let orders = Reference::of::<QuotaError>();
/// let billing = Reference::from_json(&orders.to_json().replace(r#""http": 402"#, r#""http": 403"#))?;
///
/// let found = conflicts([("orders", &orders), ("billing", &billing)]);
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].code, "STUDIO_1601");
/// assert_eq!((&*found[0].claims[0].owner, &*found[0].claims[1].owner), ("orders", "billing"));
/// # Ok::<_, studio_errors::reference::Malformed>(())
/// ```
#[must_use]
pub fn conflicts<'a>(references: impl IntoIterator<Item = (&'a str, &'a Reference)>) -> Vec<Conflict> {
    let references: Vec<_> = references.into_iter().collect();
    // The numbers of all references, each with the index of its reference, and its code or `None` if it is reserved.
    let mut numbers = BTreeMap::<(&str, i64), Vec<(usize, Option<&CodeRow>)>>::new();
    for (place, (_, reference)) in references.iter().enumerate() {
        for row in &reference.codes {
            numbers.entry((&row.catalog, row.number)).or_default().push((place, Some(row)));
        }
    }
    // Ranges are not expanded: only numbers that some reference uses can conflict.
    for (place, (_, reference)) in references.iter().enumerate() {
        for row in &reference.reserved {
            let range = (&*row.catalog, row.first)..=(&*row.catalog, row.last.max(row.first));
            for (_, states) in numbers.range_mut(range) {
                if !states.iter().any(|(other, _)| *other == place) {
                    states.push((place, None));
                }
            }
        }
    }
    numbers.into_values().filter_map(|states| conflict(&references, states)).collect()
}

fn agree(a: Option<&CodeRow>, b: Option<&CodeRow>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return a.is_none() && b.is_none() };
    (&a.code, &a.name, a.http, &a.category, &a.grpc, a.retryable, &a.properties)
        == (&b.code, &b.name, b.http, &b.category, &b.grpc, b.retryable, &b.properties)
        && a.details.iter().all(|detail| b.details.iter().all(|other| have_one_type(detail, other)))
}

/// The facts of a row, with the code if it is another one than `code`.
fn facts(row: &CodeRow, code: &str) -> String {
    let other = if row.code == code { String::new() } else { format!("{}, ", row.code) };
    let grpc = row.grpc.as_ref().map(|code| format!(", grpc {code}")).unwrap_or_default();
    let retryable = if row.retryable { "retryable" } else { "not retryable" };
    let mut facts = format!("{other}{}, http {}, category {}{grpc}, {retryable}", row.name, row.http, row.category);
    for (name, value) in &row.properties {
        facts += &format!(", {name} {value}");
    }
    for detail in &row.details {
        facts += &format!(", detail {detail}");
    }
    facts
}

/// Whether two details with one name have the same type, or a type that is not known.
fn have_one_type(detail: &DetailRow, other: &DetailRow) -> bool {
    let is_any = |row: &DetailRow| row.kind == DetailType::Any.as_str();
    detail.name != other.name || detail.kind == other.kind || is_any(detail) || is_any(other)
}

fn conflict(references: &[(&str, &Reference)], mut states: Vec<(usize, Option<&CodeRow>)>) -> Option<Conflict> {
    let agrees = |(i, (_, a)): (usize, &(usize, Option<&CodeRow>))| states[i + 1..].iter().all(|(_, b)| agree(*a, *b));
    if states.iter().enumerate().all(agrees) {
        return None;
    }
    states.sort_by_key(|(place, _)| *place);
    let code = states.iter().find_map(|(_, row)| Some(row.as_ref()?.code.to_string()))?;
    let claims = states.iter().filter_map(|(place, row)| {
        let (owner, _) = references.get(*place)?;
        let facts = row.map_or_else(|| "reserved".into(), |row| facts(row, &code));
        Some(Claim { owner: (*owner).into(), facts })
    });
    Some(Conflict { claims: claims.collect(), code })
}

/// The code, then one line for each claim: `  orders: ORDER_NOT_FOUND, http 404, category orders, not retryable`.
impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", Terminal(&self.code))?;
        let owners: Vec<_> = self.claims.iter().map(|claim| Terminal(&claim.owner).to_string()).collect();
        let width = owners.iter().map(|owner| owner.chars().count()).max().unwrap_or(0);
        let mut claims = owners.iter().zip(&self.claims);
        claims.try_for_each(|(owner, claim)| write!(f, "\n  {owner:width$}  {}", Terminal(&claim.facts)))
    }
}
