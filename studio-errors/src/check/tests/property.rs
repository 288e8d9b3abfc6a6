//! Tests of the checks of properties.

use super::*;
use crate::check::catalog::is_well_formed;
use crate::check::{declared_property, properties, property_value};
use crate::code::Property;
use crate::code::table::Rare;

const TYPE: Property = Property::new("type").one_of(&["invalid_request", "auth"]).required();
const DECLARED: &CatalogFacts = &CatalogFacts { properties: &[TYPE, Property::new("doc")], ..*ACME };

#[test]
fn a_property_is_declared_once_and_stated_with_an_allowed_value() {
    let definitions = under(DECLARED, &rows_of(&[(1, "A"), (2, "B")]), &[], CodeList::EMPTY);
    let declared = |name| report(|| declared_property(definitions, None, name));
    let unknown = "catalog `ACME` has no property";
    assert_eq!(declared("doc"), "");
    assert_eq!(declared("tpye"), std::format!("{unknown} `tpye`\nhelp: did you mean `type`?"));
    assert!(declared("severity").starts_with(&std::format!("{unknown} `severity`\nhelp: declare it, as in `const")));
    let value = |name, value| report(|| property_value(definitions, None, name, value));
    assert_eq!([value("type", "auth"), value("doc", "any"), value("other", "any")], ["", "", ""]);
    assert_eq!(value("type", "aut"), "`aut` is not a value of property `type`\nhelp: did you mean `auth`?");
    let values = "`x` is not a value of property `type`\nhelp: the values are `invalid_request`, `auth`";
    assert_eq!(value("type", "x"), values);
    // Only the first row without a required property is reported.
    let lacks = "`A` lacks the property `type`\nhelp: add `properties(type = \"invalid_request\")` here or on the type";
    assert_eq!([0, 1].map(|i| report(|| properties(definitions, i))), [lacks, ""]);
    let twice = CatalogFacts { properties: &[TYPE, TYPE], ..*ACME };
    assert!(report(|| is_well_formed(&twice, Studio::ENVELOPE)).contains("\n- it has two properties `type`\n"));
}

#[test]
fn a_property_agrees_with_the_published_code() {
    let mut published = table("Published", DECLARED, &rows_of(&[(1, "A")]), &[]);
    published.rare = const { &Rare { shared_properties: &[("type", "auth")], ..*Rare::NONE } };
    let definitions = under(DECLARED, &rows_of(&[(1, "A")]), &[], leaked(published).codes());
    let declared = |name| report(|| declared_property(definitions, Some(0), name));
    assert_eq!(declared("type"), "");
    assert_eq!(declared("doc"), "`ACME_1` is published with no property `doc`\nhelp: remove `doc`");
    let value = |value| report(|| property_value(definitions, Some(0), "type", value));
    assert_eq!(value("auth"), "");
    let other = "`ACME_1` is published with property `type` `auth`\nhelp: write `\"auth\"`";
    assert_eq!(value("invalid_request"), other);
    assert_eq!(report(|| properties(definitions, 0)), "");
}
