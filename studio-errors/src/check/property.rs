//! The checks of the properties of a catalog, and of those that codes state.

use super::definitions::Definitions;
use super::report::{Report, refuse};
use crate::code::Property;
use crate::text::constant::{begins, distance, each, equal};

/// Returns the property with this name.
pub(super) const fn declared<'p>(properties: &'p [Property], name: &str) -> Option<&'p Property> {
    each!(property in properties => {
        if equal(property.name(), name) {
            return Some(property);
        }
    });
    None
}

/// Adds the help for a property that does not exist.
pub(super) const fn help(report: &mut Report, head: &str, properties: &[Property], name: &str) {
    each!(property in properties => {
        let known = property.name();
        if begins(known, name) || begins(name, known) || distance(name, known) <= 2 {
            report.text(head).text("did you mean ").quoted(known).text("?");
            return;
        }
    });
    report.text(head).text("declare it, as in `const PROPERTIES: &'static [Property] = &[Property::new(\"");
    report.text(name).text("\")];`");
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

/// Checks that the catalog declares a property that a type or a variant states.
#[track_caller]
pub const fn declared_property(definitions: &Definitions, name: &str) {
    let catalog = definitions.table.catalog;
    if declared(catalog.properties, name).is_none() {
        let mut report = Report::new();
        report.text("catalog ").quoted(catalog.prefix).text(" has no property ").quoted(name);
        help(&mut report, "\nhelp: ", catalog.properties, name);
        refuse(&report);
    }
}

/// Checks that a property has an allowed value.
#[track_caller]
pub const fn property_value(definitions: &Definitions, name: &str, value: &str) {
    let Some(property) = declared(definitions.table.catalog.properties, name) else { return };
    let (false, Some(values)) = (property.allows(value), property.values()) else { return };
    let mut report = Report::new();
    report.quoted(value).text(" is not a value of property ").quoted(name).text("\nhelp: ");
    each!(&allowed in values => {
        if distance(allowed, value) <= 2 {
            refuse(report.text("did you mean ").quoted(allowed).text("?"));
        }
    });
    report.text("the values are ");
    let mut i = 0;
    while i < values.len() {
        report.text(if i > 0 { ", " } else { "" }).quoted(values[i]);
        i += 1;
    }
    refuse(&report);
}

/// Checks that row `i` states every property that the catalog requires, and the published value of each.
#[track_caller]
pub const fn properties(definitions: &Definitions, i: usize, variant: &str) {
    let declared = definitions.table.catalog.properties;
    let (row, info) = (definitions.table.row(i), definitions.info(i));
    if row.is_refused() {
        return;
    }
    let mut at = 0;
    while at < declared.len() {
        let name = declared[at].name();
        let mut report = Report::new();
        if declared[at].is_required() && info.property(name).is_none() {
            report.quoted(variant).text(" lacks the property ").quoted(name);
            report.text("\nhelp: add `properties(").text(name).text(" = \"");
            match declared[at].values() {
                Some([first, ..]) => report.text(first),
                _ => report.text(".."),
            };
            refuse(report.text("\")` here or on the type"));
        }
        if let (Some(stated), Some(published)) =
            (definitions.table.stated_property(i, name), definitions.table.published(row))
        {
            match published.property(name) {
                Some(value) if equal(value, stated) => {}
                value => {
                    report.quoted(published.code().as_str()).text(" is published with ");
                    match value {
                        Some(value) => {
                            report.text("property ").quoted(name).text(" ").quoted(value);
                            report.text("\nhelp: write `").text(name).text(" = \"").text(value).text("\"`")
                        }
                        None => {
                            report.text("no property ").quoted(name);
                            report.text("\nhelp: remove ").quoted(name)
                        }
                    };
                    refuse(&report);
                }
            }
        }
        at += 1;
    }
}
