//! The TypeScript module; `.ci/steps/clients.sh` compiles it and runs it.

use serde_json::{Value, json};
use studio_errors::catalog::QuotaError;
use studio_errors::reference::{DeprecatedRow, Reference};
use studio_errors_cli::client::{to_python, to_typescript};
use studio_errors_tests::hostile::ServiceError;

const TEMPLATE: &str =
    r#"{"ok":false,"errors":[{"no":{number},"status":"{http}","a\"b":"{message}","meta":{details}},"x"]}"#;

#[test]
fn an_error_is_known_or_unknown() {
    let module = to_typescript(&Reference::of::<QuotaError>());
    assert!(module.contains("\nexport type StudioError = KnownError | UnknownError;\n"));
    assert!(module.contains("\nexport function parse(body: unknown, http?: number): StudioError {\n"));
    assert!(to_typescript(&Reference::of::<ServiceError>()).contains("export type ServiceError = KnownError |"));
}

#[test]
fn the_details_of_a_code_have_their_types() {
    let mut reference: Value = serde_json::from_str(&Reference::of::<QuotaError>().to_json()).unwrap();
    let kinds = ["integer", "number", "string", "boolean", "array", "violations", "any", "a type of another version"];
    let detail = |(at, kind): (usize, &&str)| json!({"name": format!("\"{at}"), "type": kind, "optional": at == 1});
    reference["codes"][1]["details"] = kinds.iter().enumerate().map(detail).collect();
    let module = to_typescript(&Reference::from_json(&reference.to_string()).unwrap());
    let expected = r#"
export interface ErrorDetails {
  readonly "STUDIO_1601": {
    readonly "\"0": number;
    readonly "\"1"?: number;
    readonly "\"2": string;
    readonly "\"3": boolean;
    readonly "\"4": readonly unknown[];
    readonly "\"5": readonly Violation[];
    readonly "\"6": unknown;
    readonly "\"7": unknown;
  };
}
"#;
    assert!(module.contains(expected), "{module}");
}

#[test]
fn each_catalog_has_the_body_of_its_envelope() {
    let mut reference: Value = serde_json::from_str(&Reference::of::<ServiceError>().to_json()).unwrap();
    assert_eq!(reference["catalogs"][0]["prefix"], "ACME_2");
    reference["catalogs"][0]["envelope"] = TEMPLATE.into();
    let reference = Reference::from_json(&reference.to_string()).unwrap();
    let module = to_typescript(&reference);
    let expected = r#"
export type ErrorBody =
  | {
    readonly "ok": false;
    readonly "errors": readonly ({
      readonly "no": number;
      readonly "status": string;
      readonly "a\"b": string;
      readonly "meta"?: AnyDetails;
    } | "x")[];
  }
  | {
    readonly "error": {
"#;
    assert!(module.contains(expected), "{module}");
    let places = r#"
  { key: ["errors", 0, "no"], message: ["errors", 0, "a\"b"], http: ["errors", 0, "status"], details: ["errors", 0, "meta"] },
  { key: ["error", "code"], message: ["error", "message"], http: ["error", "http"],"#;
    assert!(module.contains(places), "{module}");
    assert!(module.contains("  \"100\": \"ACME_2_100\",\n") && !module.contains(": \"STUDIO_1601\","), "{module}");

    let openapi: Value = serde_json::from_str(&reference.to_openapi()).unwrap();
    let body = &openapi["components"]["schemas"]["ErrorBody"]["anyOf"];
    assert_eq!(body[0]["required"], json!(["ok", "errors"]));
    let first = &body[0]["properties"]["errors"]["items"]["anyOf"];
    assert_eq!(first[0]["properties"]["no"]["anyOf"][0]["enum"], json!([1, 2, 100, 101]));
    assert_eq!((&first[1]["enum"], first.get(2)), (&json!(["x"]), None));
    assert_eq!(body[1]["required"], json!(["error"]));
    // A status of one catalog has the body of this catalog.
    let only = &openapi["components"]["responses"]["599"]["content"]["application/json"]["schema"];
    assert_eq!((&only["required"], only.get("anyOf")), (&json!(["ok", "errors"]), None));
}

#[test]
fn a_number_of_two_catalogs_identifies_no_code() {
    let mut reference: Value = serde_json::from_str(&Reference::of::<QuotaError>().to_json()).unwrap();
    let mut row = reference["codes"][1].clone();
    row["code"] = "OTHER_1601".into();
    row["catalog"] = "OTHER".into();
    reference["codes"].as_array_mut().unwrap().insert(0, row);
    reference["catalogs"].as_array_mut().unwrap().push(json!({"prefix": "OTHER", "separator": "_", "width": 0}));
    for catalog in reference["catalogs"].as_array_mut().unwrap() {
        catalog["envelope"] = r#"{"no":{number},"text":"{message}"}"#.into();
    }
    let reference = Reference::from_json(&reference.to_string()).unwrap();
    let (typescript, python) = (to_typescript(&reference), to_python(&reference));
    assert!(typescript.contains("  \"1600\": \"STUDIO_1600\",\n") && !typescript.contains("\"1601\":"), "{typescript}");
    assert!(python.contains("    \"1600\": RateLimitExceeded,\n") && !python.contains("    \"1601\""), "{python}");
    assert!(python.contains("    \"OTHER_1601\": InsufficientCreditsOther1601,\n"), "{python}");
}

#[test]
fn a_deprecated_code_has_a_tag_that_its_note_cannot_end() {
    let mut reference = Reference::of::<QuotaError>();
    let mut deprecated = DeprecatedRow::default();
    (deprecated.since, deprecated.note) = (Some("1.2".into()), Some("use */ alert(1) /*\nnow".into()));
    reference.codes[0].deprecated = Some(deprecated);
    let module = to_typescript(&reference);
    assert!(
        module.contains("  /** @deprecated since 1.2: use *\\/ alert(1) /* now */\n  \"STUDIO_1600\": {\n"),
        "{module}"
    );
    assert_eq!(module.matches("@deprecated").count(), 1);
}

#[test]
fn a_code_has_its_properties() {
    let mut reference = Reference::of::<QuotaError>();
    reference.codes[0].properties = [("type".into(), "a\"b".into()), ("team".into(), "x".into())].into();
    let module = to_typescript(&reference);
    assert_eq!(module.matches("    properties: {").count(), 1);
    assert!(module.contains("    properties: { \"team\": \"x\", \"type\": \"a\\\"b\" },\n  },\n"), "{module}");
}

#[test]
fn an_array_without_elements_is_a_type() {
    let mut reference = Reference::of::<QuotaError>();
    reference.catalogs[0].envelope = Some(r#"{"code":"{code}","message":"{message}","messages":[]}"#.into());
    let module = to_typescript(&reference);
    assert!(module.contains("    readonly \"messages\": readonly [];\n"), "{module}");
}

#[test]
fn every_code_is_in_the_union_and_in_the_table() {
    let mut reference = Reference::of::<QuotaError>();
    reference.codes.truncate(2);
    reference.codes[1].description = "a \"quote\"\n".into();
    let module = to_typescript(&reference);
    let union = "// STUDIO error codes, generated from the code by studio-errors.\n\n\
        /** The codes that this module knows. */\nexport type ErrorCode =\n  | \"STUDIO_1600\"\n  | \"STUDIO_1601\";\n";
    assert!(module.starts_with(union), "{module}");
    let row = "  \"STUDIO_1601\": {\n    http: 402,\n    retryable: false,\n    name: \"INSUFFICIENT_CREDITS\",\n    category: \"quota\",\n    \
        description: \"a \\\"quote\\\"\\n\",\n    resolution: \"Purchase additional credits or upgrade subscription tier\",\n  },\n} as const";
    assert!(module.contains(row), "{module}");
    reference.codes.clear();
    assert!(to_typescript(&reference).contains("ErrorCode = never;"));
}

#[test]
fn a_set_and_the_type_of_its_codes_have_names_of_their_own() {
    let mut reference = Reference::of::<QuotaError>();
    for name in ["Error", "Values", "Order", "OrderCode", "string"] {
        reference = reference.with_set::<QuotaError>(name);
    }
    let module = to_typescript(&reference);
    for name in ["Error_", "Values_", "Order", "OrderCode_", "string_"] {
        assert!(module.contains(&format!("export type {name} = {{ [Code in {name}Code]:")), "{name}");
    }
}
