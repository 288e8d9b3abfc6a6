//! The checks of the properties of a catalog, and of those that codes state.

use super::definitions::Definitions;
use super::report::{Report, refuse, say};
use crate::code::{ErrorInfo, Property};
use crate::text::constant::{Nearest, each, equal, find};

pub(super) const fn declared<'p>(properties: &'p [Property], name: &str) -> Option<&'p Property> {
    find!(property in properties => equal(property.name(), name))
}

/// Adds the help for a property that does not exist.
pub(super) const fn help(report: &mut Report, head: &str, properties: &[Property], name: &str) {
    let mut nearest = Nearest::to(name);
    each!(property in properties => { nearest.compare(property.name()) });
    report.text(head);
    match nearest.found {
        Some(known) => say!(report; "did you mean " [known] "?"),
        None => {
            say!(report; "declare it, as in `const PROPERTIES: &'static [Property] = &[Property::new(\"" {name} "\")];`")
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
            say!(report; "\n- it has two properties " [properties[i].name()] "\n  help: give each property its own name");
        }
        i += 1;
    }
    sound
}

/// Checks that the catalog declares a property that a type or a variant states, and that the published code of row `i` has it.
#[track_caller]
pub const fn declared_property(definitions: &Definitions, i: Option<usize>, name: &str) {
    let catalog = definitions.table.catalog;
    if declared(catalog.properties, name).is_none() {
        let mut report = Report::new();
        say!(report; "catalog " [catalog.prefix] " has no property " [name]);
        help(&mut report, "\nhelp: ", catalog.properties, name);
        report.refuse();
    }
    if let Some(published) = published(definitions, i)
        && published.property(name).is_none()
    {
        refuse!([published.code().as_str()] " is published with no property " [name] "\nhelp: remove " [name]);
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
    if let Some(published) = published(definitions, i)
        && let Some(other) = published.property(name)
        && !equal(other, value)
    {
        let code = published.code().as_str();
        refuse!([code] " is published with property " [name] " " [other] "\nhelp: write `\"" {other} "\"`");
    }
    let Some(property) = declared(definitions.table.catalog.properties, name) else { return };
    let (false, Some(values)) = (property.allows(value), property.values()) else { return };
    let (mut report, mut nearest) = (Report::new(), Nearest::to(value));
    say!(report; [value] " is not a value of property " [name] "\nhelp: ");
    each!(allowed in values => { nearest.compare(allowed) });
    if let Some(allowed) = nearest.found {
        say!(report; "did you mean " [allowed] "?").refuse();
    }
    report.text("the values are ");
    let mut i = 0;
    each!(allowed in values => { i = report.entry(i, allowed) });
    report.more(i).refuse();
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
    let (name, value) = (property.name(), if let Some([first, ..]) = property.values() { first } else { ".." });
    refuse!(
        [definitions.variant(i)] " lacks the property " [name] "\n\
         help: add `properties(" {name} " = \"" {value} "\")` here or on the type"
    );
}

/// Returns a property that row `i` lacks.
pub(super) const fn lacking(definitions: &Definitions, i: usize) -> Option<&'static Property> {
    find!(property in definitions.table.catalog.properties => property.is_required()
        && !definitions.table.row(i).is_refused()
        && definitions.info(i).property(property.name()).is_none())
}
