//! utoipa: a path that names one error type documents all of its codes.
#![allow(dead_code, unused_qualifications)]

use std::collections::BTreeSet;

use serde_json::{Value, json};
use studio_errors::catalog::{AuthenticationError, QuotaError, StudioError};
use studio_errors::reference::Reference;
use studio_errors::{Catalog, Category, CodeSet, StudioErrorCode, Violations, code_set};
use utoipa::openapi::path::{HttpMethod, OperationBuilder};
use utoipa::openapi::{OpenApiBuilder, PathItem, PathsBuilder, ResponsesBuilder};
use utoipa::{IntoResponses, Modify, OpenApi, PartialSchema, ToSchema};

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota", utoipa)]
enum WalletError {
    /// The wallet is frozen
    #[error("wallet {0} is frozen")]
    #[studio(code = 1650, http = 403, resolution = "Ask the owner to unfreeze it")]
    Frozen(u64),
    /// The transfer is too large
    #[error("{wallet} cannot transfer {amount}")]
    #[studio(code = 1651, http = 403)]
    TooLarge {
        wallet: u64,
        #[studio(detail)]
        amount: u32,
        #[studio(detail)]
        limit: Option<f64>,
        #[studio(detail)]
        wallets: Vec<u64>,
        #[studio(detail)]
        violations: Violations,
        #[studio(detail)]
        other: std::collections::BTreeMap<String, bool>,
    },
    #[error(transparent)]
    #[studio(transparent)]
    Quota(#[from] QuotaError),
    #[error(transparent)]
    #[studio(transparent)]
    Authentication(#[from] AuthenticationError),
}

#[derive(StudioErrorCode)]
#[studio(utoipa)]
enum Wrapped<E> {
    #[studio(transparent)]
    Inner(E),
}

#[derive(StudioErrorCode)]
#[studio(code = 1601, category = "quota", utoipa)]
struct InsufficientCredits;

code_set! {
    /// The errors of this operation.
    #[studio(utoipa)]
    CreateErrors: QuotaError, InsufficientCredits, AuthenticationError
}

#[derive(ToSchema)]
struct Image {
    url: String,
}

#[utoipa::path(post, path = "/images", responses((status = 201, body = Image), WalletError))]
fn create_image() {}

#[utoipa::path(get, path = "/failure", responses((status = "default", description = "any", body = WalletError)))]
fn failure() {}

code_set! {
    #[studio(utoipa)]
    Listed: WalletError
}

#[derive(OpenApi)]
#[openapi(paths(create_image, failure), modifiers(&Listed))]
struct Api;

fn api() -> Value {
    serde_json::to_value(Api::openapi()).unwrap()
}

#[test]
fn a_path_documents_every_code_as_a_named_example() {
    let api = api();
    let responses = api["paths"]["/images"]["post"]["responses"].as_object().unwrap();
    let statuses: BTreeSet<_> = WalletError::CODES.iter().map(studio_errors::ErrorInfo::http).chain([201]).collect();
    let statuses = statuses.iter().map(u16::to_string).chain(["default".to_owned()]);
    assert!(responses.keys().eq(statuses.collect::<Vec<_>>().iter()));
    assert_eq!(responses["403"], json!({"$ref": "#/components/responses/Errors_403"}));
    let json = &api["components"]["responses"]["Errors_403"]["content"]["application/json"];
    let examples = json["examples"].as_object().unwrap();
    let forbidden: Vec<_> = WalletError::CODES.iter().filter(|info| info.http() == 403).collect();
    assert!(examples.keys().eq(forbidden.iter().map(|info| info.code().as_str())));
    assert_eq!(examples["STUDIO_1650"], json!({"$ref": "#/components/examples/Error_STUDIO_1650"}));
    assert_eq!(
        api["components"]["examples"]["Error_STUDIO_1650"],
        json!({
            "summary": "FROZEN",
            "description": "Ask the owner to unfreeze it",
            "value": {"error": {"code": "STUDIO_1650", "message": "The wallet is frozen", "http": 403}},
        })
    );
    let names = forbidden.iter().map(|info| format!("Error_{}", info.code())).chain(["ErrorBody".to_owned()]);
    let schemas: Vec<_> = names.map(|name| json!({"$ref": format!("#/components/schemas/{name}")})).collect();
    assert_eq!(json["schema"], json!({"anyOf": schemas}));
    let code = &api["components"]["schemas"]["Error_STUDIO_1650"]["properties"]["error"]["properties"]["code"];
    assert_eq!((&code["enum"], code.get("anyOf")), (&json!(["STUDIO_1650"]), None));
}

/// The number of references in a document. Each of them leads to a component.
fn references(document: &Value) -> usize {
    fn count(value: &Value, document: &Value) -> usize {
        match value {
            Value::Object(members) => {
                let own = members.get("$ref").and_then(Value::as_str).map_or(0, |target| {
                    assert!(document.pointer(target.trim_start_matches('#')).is_some(), "{target}");
                    1
                });
                own + members.values().map(|value| count(value, document)).sum::<usize>()
            }
            Value::Array(elements) => elements.iter().map(|value| count(value, document)).sum(),
            _ => 0,
        }
    }
    count(document, document)
}

#[test]
fn every_reference_leads_to_a_component() {
    assert!(references(&api()) > 20);
}

code_set! {
    #[studio(utoipa)]
    Freeze: WalletError::{FROZEN, TOO_LARGE}, QuotaError::{RATE_LIMIT_EXCEEDED}
}

#[test]
fn an_operation_has_exactly_the_codes_of_its_set() {
    let responses = serde_json::to_value(Freeze::responses()).unwrap();
    let codes = |status: &str| responses[status]["content"]["application/json"]["examples"].as_object().unwrap().len();
    assert_eq!(responses.as_object().unwrap().keys().collect::<Vec<_>>(), ["403", "429", "default"]);
    assert_eq!((codes("403"), codes("429")), (2, 1));
    // The facts of a code are in its component.
    assert!(responses.to_string().len() < 2_000, "{}", responses.to_string().len());
}

/// A document of 50 operations, each of which has the codes of `S` or, every other one, those of `T`.
fn fifty<S: CodeSet + Modify, T: CodeSet>(set: &S) -> Value {
    use studio_errors::reference::utoipa::responses;

    let operation = |i| {
        let responses = if i % 2 == 0 { responses::<S>() } else { responses::<T>() };
        let responses = ResponsesBuilder::new().responses_from_iter(responses).build();
        PathItem::new(HttpMethod::Post, OperationBuilder::new().responses(responses))
    };
    let paths = (0..50).fold(PathsBuilder::new(), |paths, i| paths.path(format!("/operations/{i}"), operation(i)));
    let mut document = OpenApiBuilder::new().paths(paths.build()).build();
    set.modify(&mut document);
    let same = document.clone();
    set.modify(&mut document);
    assert!(document == same);
    serde_json::to_value(document).unwrap()
}

#[test]
fn a_document_of_fifty_operations_grows_with_the_distinct_codes() {
    code_set! {
        #[studio(utoipa)]
        Few: QuotaError, AuthenticationError
    }
    code_set! {
        #[studio(utoipa)]
        All: StudioError
    }
    for (document, codes, others) in
        [(fifty::<_, Few>(&Few), Few::CODES, Few::CODES), (fifty::<_, Few>(&All), All::CODES, Few::CODES)]
    {
        references(&document);
        let statuses =
            |codes: studio_errors::CodeList| codes.iter().map(studio_errors::ErrorInfo::http).collect::<BTreeSet<_>>();
        let (len, operations) = (document.to_string().len(), document["paths"].to_string().len());
        println!("{} codes: {len} bytes, of which the operations have {operations}", codes.len());
        // The facts of a code are written once. An operation has one reference for each status.
        let references = 25 * (statuses(codes).len() + statuses(others).len() + 2);
        assert!(operations < 50 * 50 + references * 60, "{operations}");
        assert!(len - operations < (codes.len() + others.len()) * 1_500, "{len}");
        let shared = document["components"]["responses"].as_object().unwrap();
        let code_of = |status| Few::CODES.iter().filter(|info| info.http() == status).count();
        for status in statuses(Few::CODES) {
            let second = shared.get(&format!("Errors_{status}_2"));
            let differ = codes.iter().filter(|info| info.http() == status).count() != code_of(status);
            assert_eq!(second.is_some(), differ, "{status}");
        }
    }
}

#[test]
fn the_schema_agrees_with_the_reference() {
    let reference: Value = serde_json::from_str(&Reference::of::<WalletError>().to_openapi()).unwrap();
    let schema = serde_json::to_value(WalletError::schema()).unwrap();
    assert_eq!(schema, reference["components"]["schemas"]["ErrorBody"]);
}

#[test]
fn a_path_documents_the_details_of_a_code() {
    let api = api();
    let details =
        json!({"amount": "integer", "limit": "number", "wallets": "array", "violations": "array", "other": null});
    let error = &api["components"]["schemas"]["Error_STUDIO_1651"]["properties"]["error"]["properties"];
    let of_too_large = &error["details"]["anyOf"][0];
    assert_eq!(of_too_large["title"], "TooLargeDetails");
    assert_eq!(of_too_large["required"], json!(["amount", "wallets", "violations"]));
    for (name, kind) in details.as_object().unwrap() {
        assert_eq!(of_too_large["properties"][name].get("type").unwrap_or(&Value::Null), kind, "{name}");
    }
}

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("orders", "Orders", 1..=99)];
    const ENVELOPE: &'static str =
        r#"{"ok":false,"old":null,"v":1.5,"none":[],"errors":[{"no":{number},"text":"{message}","meta":{details}}]}"#;
}

#[derive(StudioErrorCode)]
#[studio(catalog = Acme, category = "orders", utoipa)]
enum OrderError {
    /// The order is closed
    #[studio(code = 7, http = 409)]
    Closed {
        #[studio(detail)]
        by: std::collections::BTreeMap<String, bool>,
    },
}

#[test]
fn utoipa_agrees_with_the_reference_of_an_own_envelope() {
    let reference: Value = serde_json::from_str(&Reference::of::<OrderError>().to_openapi()).unwrap();
    let mut document = utoipa::openapi::OpenApi::default();
    studio_errors::reference::utoipa::add_components::<OrderError>(&mut document);
    let closed = serde_json::to_value(document).unwrap();
    let closed = &closed["components"]["schemas"]["Error_ACME_7"]["properties"]["errors"]["items"]["properties"]["no"];
    assert_eq!(closed["enum"], json!([7]));
    assert_eq!(serde_json::to_value(OrderError::schema()).unwrap(), reference["components"]["schemas"]["ErrorBody"]);
    let errors = &reference["components"]["schemas"]["ErrorBody"]["properties"]["errors"]["items"];
    assert_eq!(errors["properties"]["no"]["anyOf"][0]["enum"], json!([7]));
}

#[test]
fn the_schema_is_a_component_of_the_document() {
    let api = api();
    let error = &api["components"]["schemas"]["WalletError"]["properties"]["error"];
    assert_eq!(
        error["properties"]["code"]["anyOf"][0]["enum"].as_array().unwrap().len(),
        WalletError::CODES.iter().count()
    );
    assert_eq!(
        api["paths"]["/failure"]["get"]["responses"]["default"]["content"]["application/json"]["schema"]["$ref"],
        "#/components/schemas/WalletError"
    );
}

#[test]
fn structs_sets_and_generic_enums_have_responses_too() {
    assert!(CreateErrors::responses() == studio_errors::reference::utoipa::responses::<CreateErrors>());
    assert_eq!(InsufficientCredits::responses().into_keys().collect::<Vec<_>>(), ["402", "default"]);
    assert!(Wrapped::<QuotaError>::responses() == studio_errors::reference::utoipa::responses::<QuotaError>());
    assert_eq!(<Wrapped<QuotaError> as ToSchema>::name(), "Wrapped");
}
