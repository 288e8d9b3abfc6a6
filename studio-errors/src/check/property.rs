//! The checks of the properties of a catalog, and of those that codes state.

use super::definitions::Definitions;
use super::report::{Report, refuse};
use crate::code::{ErrorInfo, Property};
use crate::text::constant::{Nearest, each, equal, find};

/// Returns the property with this name.
pub(super) const fn declared<'p>(properties: &'p [Property], name: &str) -> Option<&'p Property> {
    find!(property in properties => equal(property.name(), name))
}

/// Adds the help for a property that does not exist.
pub(super) const fn help(report: &mut Report, head: &str, properties: &[Property], name: &str) {
    let mut nearest = Nearest::to(name);
    each!(property in properties => { nearest.compare(property.name()) });
    match nearest.found {
        Some(known) => report.text(head).text("did you mean ").quoted(known).text("?"),
        None => {
            report.text(head).text("declare it, as in `const PROPERTIES: &'static [Property] = &[Property::new(\"");
            report.text(name).text("\")];`")
        }
    };
}

/// Adds an error for each property that is declared twice.
pub(super) const fn repeated(report: &mut Report, properties: &[Property]) -> bool {
    let mut sound = true;
    let mut i = 0;
    while i < properties.len() {
        let (before, _) = properties.split_at(i);
        if declared(before, properties[i].name()).is_some() {
            sound = false;
            report.text("\n- it has two properties ").quoted(properties[i].name());
            report.text("\n  help: give each property its own name");
        }
        i += 1;
    }
    sound
}

/// Checks that the catalog declares a property that a type or a variant states, and that the published code of row `i` has it.
#[track_caller]
pub const fn declared_property(definitions: &Definitions, i: Option<usize>, name: &str) {
    let catalog = definitions.table.catalog;
    let mut report = Report::new();
    if declared(catalog.properties, name).is_none() {
        report.text("catalog ").quoted(catalog.prefix).text(" has no property ").quoted(name);
        help(&mut report, "\nhelp: ", catalog.properties, name);
        refuse(&report);
    }
    if let Some(published) = published(definitions, i)
        && published.property(name).is_none()
    {
        report.quoted(published.code().as_str()).text(" is published with no property ").quoted(name);
        refuse(report.text("\nhelp: remove ").quoted(name));
    }
}

const fn published(definitions: &Definitions, i: Option<usize>) -> Option<ErrorInfo> {
    match i {
        Some(i) => definitions.published(i),
        None => None,
    }
}

/// Checks that a property has an allowed value, and the published value of row `i`.
#[track_caller]
pub const fn property_value(definitions: &Definitions, i: Option<usize>, name: &str, value: &str) {
    let mut report = Report::new();
    if let Some(published) = published(definitions, i)
        && let Some(other) = published.property(name)
        && !equal(other, value)
    {
        report
            .quoted(published.code().as_str())
            .text(" is published with property ")
            .quoted(name)
            .text(" ")
            .quoted(other);
        refuse(report.text("\nhelp: write `\"").text(other).text("\"`"));
    }
    let Some(property) = declared(definitions.table.catalog.properties, name) else { return };
    let (false, Some(values)) = (property.allows(value), property.values()) else { return };
    report.quoted(value).text(" is not a value of property ").quoted(name).text("\nhelp: ");
    let mut nearest = Nearest::to(value);
    each!(allowed in values => { nearest.compare(allowed) });
    if let Some(allowed) = nearest.found {
        refuse(report.text("did you mean ").quoted(allowed).text("?"));
    }
    report.text("the values are ");
    let mut i = 0;
    each!(allowed in values => { i = report.entry(i, allowed) });
    refuse(report.more(i));
}

/// Checks that row `i` states every property that the catalog requires. Only the first row that does not is reported: it is one
/// mistake.
#[track_caller]
pub const fn properties(definitions: &Definitions, i: usize) {
    let Some(property) = lacking(definitions, i) else { return };
    let mut before = 0;
    while before < i {
        if lacking(definitions, before).is_some() {
            return;
        }
        before += 1;
    }
    let mut report = Report::new();
    report.quoted(definitions.variant(i)).text(" lacks the property ").quoted(property.name());
    report.text("\nhelp: add `properties(").text(property.name()).text(" = \"");
    match property.values() {
        Some([first, ..]) => report.text(first),
        _ => report.text(".."),
    };
    refuse(report.text("\")` here or on the type"));
}

/// Returns a property that row `i` lacks.
pub(super) const fn lacking(definitions: &Definitions, i: usize) -> Option<&'static Property> {
    find!(property in definitions.table.catalog.properties => property.is_required()
        && !definitions.table.row(i).is_refused()
        && definitions.info(i).property(property.name()).is_none())
}
