//! Named sets of a reference: the codes of each operation in JSON, `OpenAPI`, TypeScript and Python.

use std::process::Command;

use serde_json::{Value, json};
use studio_errors::catalog::{AuthenticationError, QuotaError, RenderError};
use studio_errors::code_set;
use studio_errors::reference::Reference;
use studio_errors_cli::client::{to_python, to_typescript};

code_set! { CreateImage: QuotaError::{FEATURE_DISABLED, INSUFFICIENT_CREDITS}, AuthenticationError::{FORBIDDEN} }
code_set! { ShowJob: RenderError }

fn reference() -> Reference {
    Reference::of::<RenderError>().with_set::<CreateImage>("CreateImage").with_set::<ShowJob>("ShowJob")
}

#[test]
fn a_set_is_a_named_group_of_the_json() {
    let reference = reference();
    let json: Value = serde_json::from_str(&reference.to_json()).unwrap();
    assert_eq!(json["sets"][0], json!({"name": "CreateImage", "codes": ["STUDIO_1601", "STUDIO_1603", "STUDIO_1701"]}));
    assert_eq!(json["sets"][1]["codes"].as_array().unwrap().len(), Reference::of::<ShowJob>().codes.len());
    // The codes of a set that the reference lacked are added in order, with their category.
    let numbers: Vec<_> = reference.codes.iter().map(|row| row.number).collect();
    assert!(numbers.is_sorted() && numbers.contains(&1701));
    assert!(reference.categories.iter().any(|row| row.slug == "authentication"));
    assert_eq!(Reference::from_json(&reference.to_json()).unwrap(), reference);
    assert!(!Reference::of::<RenderError>().to_json().contains("sets"));
    assert_eq!(reference.clone().with_set::<ShowJob>("CreateImage").sets.len(), 2);
}

#[test]
fn a_set_with_an_unknown_code_is_malformed() {
    let mut json: Value = serde_json::from_str(&reference().to_json()).unwrap();
    json["sets"][1]["codes"] = json!(["STUDIO_1"]);
    let malformed = |json: &Value| Reference::from_json(&json.to_string()).unwrap_err().to_string();
    assert_eq!(malformed(&json), "sets[1]: `ShowJob` has the code `STUDIO_1`, which is not in `codes`");
    json["sets"][1] = json!({"name": "CreateImage", "codes": []});
    assert_eq!(malformed(&json), "sets[1]: `CreateImage` is also the name of sets[0]");
}

#[test]
fn the_schema_of_a_set_refers_to_those_of_its_codes() {
    let document: Value = serde_json::from_str(&reference().to_openapi()).unwrap();
    let schemas = &document["components"]["schemas"];
    let names = ["Error_STUDIO_1601", "Error_STUDIO_1603", "Error_STUDIO_1701", "ErrorBody"];
    let refer = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    assert_eq!(schemas["CreateImage"], json!({"anyOf": names.map(refer)}));
    for name in names {
        assert!(schemas.get(name).is_some(), "{name}");
    }
    let without = Reference::of::<RenderError>().to_openapi();
    assert!(!without.contains("Error_STUDIO"));
}

#[test]
fn typescript_has_a_type_for_each_set() {
    let module = to_typescript(&reference());
    let expected = r#"
export type CreateImageCode =
  | "STUDIO_1601"
  | "STUDIO_1603"
  | "STUDIO_1701";

/** An error of the set CreateImage, or one that is newer than this module. */
export type CreateImage = { [Code in CreateImageCode]: KnownErrorOf<Code> }[CreateImageCode] | UnknownError;
"#;
    assert!(module.contains(expected), "{module}");
    assert!(!to_typescript(&Reference::of::<RenderError>()).contains("Code in RenderError"));
    // A set does not take the name of another type.
    let clash = Reference::of::<RenderError>().with_set::<ShowJob>("ErrorBody").with_set::<ShowJob>("Show job");
    let module = to_typescript(&clash);
    assert!(module.contains("export type ErrorBody_ =") && module.contains("export type Show_job ="), "{module}");
}

#[test]
fn python_catches_the_errors_of_a_set() {
    let module = to_python(&reference().with_set::<ShowJob>("RenderError"));
    let expected = "\nCreateImage = (\n    InsufficientCredits,\n    FeatureDisabled,\n    Forbidden,\n)\n";
    assert!(module.contains(expected), "{module}");
    assert!(module.contains("\nRenderError_ = (\n") && module.contains("\n    \"CreateImage\",\n"), "{module}");
    let check = r#"
body = '{"error":{"code":"STUDIO_1603","message":"m","http":403}}'
try:
    raise parse(body)
except CreateImage as error:
    assert error.code == "STUDIO_1603"
assert not isinstance(parse(body), ShowJob)
"#;
    match Command::new("python3").arg("-c").arg(module + check).output() {
        Ok(done) => assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr)),
        // The tests need only Rust.
        Err(_) => println!("python3 is not installed"),
    }
}
