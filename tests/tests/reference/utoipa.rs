//! utoipa: a path that names one error type documents all of its codes.
#![allow(dead_code, unused_qualifications)]

use std::collections::BTreeSet;

use serde_json::{Value, json};
use studio_errors::catalog::{AuthenticationError, QuotaError};
use studio_errors::reference::Reference;
use studio_errors::{Catalog, Category, CodeSet, StudioErrorCode, Violations, code_set};
use utoipa::{IntoResponses, OpenApi, PartialSchema, ToSchema};

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

#[derive(OpenApi)]
#[openapi(paths(create_image, failure))]
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
    let examples = responses["403"]["content"]["application/json"]["examples"].as_object().unwrap();
    let forbidden = WalletError::CODES.iter().filter(|info| info.http() == 403);
    assert!(examples.keys().eq(forbidden.map(|info| info.code().as_str())));
    assert_eq!(
        examples["STUDIO_1650"],
        json!({
            "summary": "FROZEN",
            "description": "Ask the owner to unfreeze it",
            "value": {"error": {"code": "STUDIO_1650", "message": "The wallet is frozen", "http": 403}},
        })
    );
}

#[test]
fn utoipa_agrees_with_the_reference() {
    let reference: Value = serde_json::from_str(&Reference::of::<WalletError>().to_openapi()).unwrap();
    let responses = serde_json::to_value(WalletError::responses()).unwrap();
    assert_eq!(responses, reference["components"]["responses"]);
    let schema = serde_json::to_value(WalletError::schema()).unwrap();
    assert_eq!(schema, reference["components"]["schemas"]["ErrorBody"]);
}

#[test]
fn a_path_documents_the_details_of_a_code() {
    let content = &api()["paths"]["/images"]["post"]["responses"]["403"]["content"];
    let details =
        json!({"amount": "integer", "limit": "number", "wallets": "array", "violations": "array", "other": null});
    let error = &content["application/json"]["schema"]["properties"]["error"]["properties"];
    let problem = &content["application/problem+json"]["schema"]["properties"];
    for schema in [error, problem] {
        let of_too_large = &schema["details"]["anyOf"][0];
        assert_eq!(of_too_large["title"], "TooLargeDetails");
        assert_eq!(of_too_large["required"], json!(["amount", "wallets", "violations", "other"]));
        for (name, kind) in details.as_object().unwrap() {
            assert_eq!(of_too_large["properties"][name].get("type").unwrap_or(&Value::Null), kind, "{name}");
        }
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
    assert_eq!(serde_json::to_value(OrderError::responses()).unwrap(), reference["components"]["responses"]);
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
