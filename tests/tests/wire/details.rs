//! Details: fields that the error body contains.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};
use serde_json::{Value, json};
use studio_errors::baseline::{Effect, Kind, compare};
use studio_errors::catalog::QuotaError;
use studio_errors::reference::{Reference, conflicts};
use studio_errors::{DetailType, ErrorInfo, ErrorResponse, StudioErrorCode, Violations, code_set};

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// Insufficient credits
    #[error("wallet {wallet} has {have} credits, {need} are needed")]
    #[studio(code = 1601)]
    InsufficientCredits {
        wallet: u64,
        #[studio(detail)]
        have: u32,
        #[studio(detail)]
        need: u32,
    },

    #[error("slow down: {0}")]
    #[studio(code = 1600, display)]
    RateLimitExceeded(#[studio(detail = "why")] String, #[studio(retry_after, detail = "after")] u8),

    #[error("no feature")]
    #[studio(code = 1603)]
    FeatureDisabled,
}

fn insufficient() -> WalletError {
    WalletError::InsufficientCredits { wallet: 7, have: 3, need: 20 }
}

const BODY: &str = concat!(
    r#"{"error":{"code":"STUDIO_1601","message":"Insufficient AI credits in wallet for this generation","#,
    r#""http":402,"details":{"have":3,"need":20}}}"#,
);

/// A value whose serialization fails, in each way that JSON refuses.
#[derive(Debug)]
enum Hostile {
    Refuses,
    RefusesLater,
    HasKeysThatAreNoText,
    ForgetsAKey,
}

impl Serialize for Hostile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::{Error, SerializeMap};
        match self {
            Self::Refuses => Err(S::Error::custom("refused")),
            Self::RefusesLater => {
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("canary", &1)?;
                map.serialize_entry("x", &Self::Refuses)?;
                map.end()
            }
            Self::ForgetsAKey => {
                let mut map = serializer.serialize_map(None)?;
                map.serialize_value(&1)?;
                map.end()
            }
            Self::HasKeysThatAreNoText => BTreeMap::from([(vec![1], 2)]).serialize(serializer),
        }
    }
}

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[error("at \"{at}\"")]
#[studio(code = 1650, category = "quota", name = "SEVERAL", http = 422, description = "Several \"things\"")]
struct Several<'a, T: fmt::Debug> {
    #[studio(detail = "z")]
    at: &'a str,
    #[studio(detail)]
    any: T,
    #[studio(detail = "quoted \"name\"\n")]
    none: Option<u8>,
    #[studio(detail)]
    r#type: f64,
    #[studio(detail)]
    list: [u8; 2],
}

#[derive(Debug, thiserror::Error, StudioErrorCode)]
enum ServiceError<T: StudioErrorCode + fmt::Debug> {
    #[error(transparent)]
    #[studio(transparent)]
    Wallet(#[from] WalletError),
    #[error("other")]
    #[studio(transparent)]
    Other(T),
    #[error("boxed")]
    #[studio(transparent)]
    Boxed(Arc<WalletError>),
}

#[test]
fn details_are_in_the_body_after_the_http() {
    assert_eq!(insufficient().to_json(), BODY);
    assert_eq!(insufficient().details_json().unwrap(), r#"{"have":3,"need":20}"#);
    let response = ErrorResponse::from(insufficient());
    assert_eq!(response.body(), BODY);
    let id = response.with_request_id("0\"1");
    let expected = BODY.replace("}}}", r#"},"request_id":"0\"1"}}"#);
    assert_eq!(id.body(), expected);
}

#[test]
fn details_are_extension_members_of_problem_details() {
    let problem = ErrorResponse::from(insufficient()).with_request_id("7").into_problem();
    assert_eq!(
        problem.body(),
        concat!(
            r#"{"type":"about:blank","title":"Payment Required","status":402,"#,
            r#""detail":"Insufficient AI credits in wallet for this generation","#,
            r#""code":"STUDIO_1601","details":{"have":3,"need":20},"request_id":"7"}"#,
        )
    );
}

#[test]
fn a_body_can_contain_a_display_message_and_details() {
    let error = WalletError::RateLimitExceeded("a \"quote\"\n".to_owned(), 5);
    let expected = concat!(
        r#"{"error":{"code":"STUDIO_1600","message":"slow down: a \"quote\"\n","http":429,"#,
        r#""details":{"why":"a \"quote\"\n","after":5}}}"#,
    );
    assert_eq!(error.to_json(), expected);
    assert_eq!(error.retry_after().unwrap().as_secs(), 5);
    assert_eq!(ErrorResponse::from(error).body(), expected);
}

#[test]
fn a_display_message_is_formatted_once_for_each_body() {
    use std::cell::Cell;

    #[derive(Debug, StudioErrorCode)]
    #[studio(category = "quota", code = 1600, name = "RATE_LIMIT_EXCEEDED", display)]
    struct Counted(Cell<u32>);

    impl fmt::Display for Counted {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.set(self.0.get() + 1);
            write!(f, "call {}", self.0.get())
        }
    }

    let error = Counted(Cell::new(0));
    assert!(serde_json::to_string(&error).unwrap().contains("call 1"));
    assert!(error.to_json().contains("call 2"));
    assert!(serde_json::to_string(&error).unwrap().contains("call 3"));
}

#[test]
fn a_variant_without_details_keeps_its_constant_body() {
    let error = WalletError::FeatureDisabled;
    assert_eq!(error.details_json(), None);
    assert!(matches!(error.to_json(), std::borrow::Cow::Borrowed(_)));
    assert_eq!(error.to_json(), QuotaError::FeatureDisabled.to_json());
    let response = ErrorResponse::from(error);
    assert!(matches!(response.body(), std::borrow::Cow::Borrowed(body) if body == response.to_string()));
}

#[test]
fn values_of_every_kind_are_written_in_the_order_of_declaration() {
    let error = Several { at: "\u{1}\"", any: json!({"b": [1, null]}), none: None, r#type: 0.5, list: [1, 2] };
    assert_eq!(error.details_json().unwrap(), r#"{"z":"\u0001\"","any":{"b":[1,null]},"type":0.5,"list":[1,2]}"#);
    let error = Several { at: "", any: "x", none: Some(1), r#type: f64::NAN, list: [1, 2] };
    assert_eq!(error.details_json().unwrap(), r#"{"z":"","any":"x","quoted \"name\"\n":1,"list":[1,2]}"#);
    let body: Value = serde_json::from_str(&error.to_json()).unwrap();
    assert_eq!(body["error"]["details"]["any"], "x", "{body}");
}

#[test]
fn a_value_that_fails_to_serialize_is_omitted() {
    for any in [Hostile::Refuses, Hostile::RefusesLater, Hostile::HasKeysThatAreNoText, Hostile::ForgetsAKey] {
        let error = Several { at: "a", any, none: None, r#type: 1.0, list: [1, 2] };
        assert_eq!(error.details_json().unwrap(), r#"{"z":"a","type":1.0,"list":[1,2]}"#);
        let body = ErrorResponse::from(error).body();
        let body: Value = serde_json::from_str(&body).unwrap();
        assert_eq!(body["error"]["details"], json!({"z": "a", "type": 1.0, "list": [1, 2]}));
    }
}

#[test]
fn transparent_variants_and_pointers_forward_details() {
    let errors: [Box<dyn StudioErrorCode>; 4] = [
        Box::new(ServiceError::<QuotaError>::from(insufficient())),
        Box::new(ServiceError::Other(insufficient())),
        Box::new(ServiceError::<QuotaError>::Boxed(Arc::new(insufficient()))),
        Box::new(Box::leak(Box::new(insufficient()))),
    ];
    for error in errors {
        assert_eq!(error.to_json(), BODY);
    }
    assert_eq!(ServiceError::Other(QuotaError::QuotaExceeded).details_json(), None);
}

/// An implementation by hand, with details that clients must not receive.
#[derive(Debug, thiserror::Error)]
#[error("internal")]
struct Internal(ErrorInfo);

impl StudioErrorCode for Internal {
    fn info(&self) -> ErrorInfo {
        self.0
    }

    fn details_json(&self) -> Option<String> {
        Some(r#"{"canary":1}"#.to_owned())
    }
}

#[test]
fn a_server_error_has_no_details() {
    use studio_errors::catalog::GeneralError;
    let internal = Internal(GeneralError::DatabaseError.info());
    for body in
        [internal.to_json(), ErrorResponse::of(&internal).body(), ErrorResponse::of(&internal).into_problem().body()]
    {
        assert!(!body.contains("canary"), "{body}");
    }
    assert!(Internal(QuotaError::QuotaExceeded.info()).to_json().ends_with(r#","details":{"canary":1}}}"#));
}

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[error("top up")]
#[studio(category = "quota", http = 409)]
enum TopUpError {
    #[studio(code = 1651, name = "TOP_UP", description = "d")]
    Card {
        #[studio(detail)]
        need: u32,
        #[studio(detail)]
        violations: Violations,
    },
    #[studio(code = 1651, name = "TOP_UP", description = "d")]
    Bank {
        #[studio(detail)]
        iban: String,
        #[studio(detail)]
        need: Option<u8>,
        #[studio(detail)]
        any: Value,
    },
}

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[error("refund")]
#[studio(category = "quota")]
enum RefundError {
    #[studio(code = 1601)]
    InsufficientCredits {
        #[studio(detail)]
        need: i64,
        #[studio(detail = "why|<b>")]
        why: &'static str,
    },
}

code_set! { Services: WalletError, RefundError, TopUpError }

fn rows(reference: &Reference, code: &str) -> Vec<String> {
    reference.get(code).unwrap().details.iter().map(ToString::to_string).collect()
}

#[test]
fn the_details_of_a_variant_are_known_without_a_value_of_it() {
    let details = insufficient().info().details();
    let names: Vec<_> =
        details.iter().map(|detail| (detail.name(), detail.value_type(), detail.is_optional())).collect();
    assert_eq!(names, [("have", DetailType::Integer, false), ("need", DetailType::Integer, false)]);
    assert_eq!(WalletError::FeatureDisabled.info().details(), []);
    assert_eq!(QuotaError::InsufficientCredits.info().details(), []);
}

#[test]
fn variants_that_share_a_code_have_details_of_their_own() {
    let card = TopUpError::Card { need: 1, violations: Violations(Vec::new()) };
    let bank = TopUpError::Bank { iban: "DE".into(), need: None, any: Value::Null };
    assert_eq!(card.details_json().unwrap(), r#"{"need":1,"violations":[]}"#);
    assert_eq!(bank.details_json().unwrap(), r#"{"iban":"DE"}"#);
    let names = |error: TopUpError| error.info().details().iter().map(|detail| detail.name()).collect::<Vec<_>>();
    assert_eq!((names(card), names(bank)), (vec!["need", "violations"], vec!["iban", "need", "any"]));
    let refund = RefundError::InsufficientCredits { need: -1, why: "<" };
    assert_eq!(refund.details_json().unwrap(), r#"{"need":-1,"why|<b>":"<"}"#);
}

#[test]
fn a_reference_unites_the_details_of_each_code() {
    let reference = Reference::of::<Services>();
    assert_eq!(
        rows(&reference, "STUDIO_1601"),
        ["have (integer, optional)", "need (integer)", "why|<b> (string, optional)"]
    );
    assert_eq!(rows(&reference, "STUDIO_1600"), ["why (string)", "after (integer)"]);
    assert_eq!(
        rows(&reference, "STUDIO_1651"),
        [
            "need (integer, optional)",
            "violations (violations, optional)",
            "iban (string, optional)",
            "any (any, optional)"
        ]
    );
    assert_eq!(rows(&reference, "STUDIO_1603"), [""; 0]);
    // One type alone.
    assert_eq!(rows(&Reference::of::<RefundError>(), "STUDIO_1601"), ["need (integer)", "why|<b> (string)"]);
    // A type that is nested twice counts once.
    assert_eq!(
        rows(&Reference::of::<ServiceError<WalletError>>(), "STUDIO_1601"),
        ["have (integer)", "need (integer)"]
    );
}

#[test]
fn every_format_shows_the_details() {
    let reference = Reference::of::<Services>();
    let json: Value = serde_json::from_str(&reference.to_json()).unwrap();
    assert_eq!(
        json["codes"][0]["details"],
        json!([
            {"name": "why", "type": "string", "optional": false},
            {"name": "after", "type": "integer", "optional": false},
        ])
    );
    assert!(json["codes"][2].get("details").is_none());
    assert_eq!(Reference::from_json(&reference.to_json()).unwrap(), reference);
    let markdown = reference.to_markdown();
    let cell = r"<br>Details: have (integer, optional), need (integer), why\|\<b\> (string, optional) |";
    assert!(markdown.contains(cell), "{markdown}");
    let html = reference.to_html();
    assert!(html.contains("<bdi>need (integer)</bdi>"), "{html}");
    assert!(!html.contains("<b>"), "{html}");
}

#[test]
fn a_baseline_refuses_a_removed_or_another_detail_and_accepts_a_new_one() {
    let now = Reference::of::<RefundError>().to_json();
    let changes = |was: &str| {
        let comparison = compare::<RefundError>(was).unwrap();
        let changes = comparison.changes().iter().map(|change| (change.kind, change.was.clone(), change.now.clone()));
        (changes.collect::<Vec<_>>(), comparison.effect())
    };
    assert_eq!(changes(&now), (Vec::new(), Effect::Compatible));
    let change = |kind, was: &str, now: &str| vec![(kind, was.to_owned(), now.to_owned())];
    let removed =
        now.replace(r#""details": ["#, r#""details": [{"name": "gone", "type": "string", "optional": true},"#);
    assert_eq!(changes(&removed), (change(Kind::DetailRemoved, "gone (string, optional)", ""), Effect::Breaks));
    let retyped = now.replace(r#""type": "integer""#, r#""type": "number""#);
    assert_eq!(changes(&retyped), (change(Kind::DetailType, "need (number)", "need (integer)"), Effect::Breaks));
    let optional = now.replacen(r#""optional": false"#, r#""optional": true"#, 1);
    let required = change(Kind::DetailRequired, "need (integer, optional)", "need (integer)");
    assert_eq!(changes(&optional), (required, Effect::Compatible));
    let renamed = now.replace(r#""name": "need""#, r#""name": "needs""#);
    let (found, effect) = changes(&renamed);
    assert_eq!(found.iter().map(|change| change.0).collect::<Vec<_>>(), [Kind::DetailRemoved, Kind::DetailAdded]);
    assert_eq!(effect, Effect::Breaks);
    let was_optional = compare::<ServiceError<RefundError>>(&Reference::of::<WalletError>().to_json()).unwrap();
    assert!(was_optional.changes().iter().any(|change| change.kind == Kind::DetailOptional));
}

#[test]
fn references_with_one_detail_of_two_types_conflict() {
    let orders = Reference::of::<RefundError>();
    let retyped = orders.to_json().replace(r#""type": "integer""#, r#""type": "string""#);
    let billing = Reference::from_json(&retyped).unwrap();
    let found = conflicts([("orders", &orders), ("billing", &billing)]);
    assert_eq!(found.len(), 1);
    assert!(found[0].to_string().contains("detail need (integer)"), "{}", found[0]);
    // Other details are no conflict, and neither is a type that is not known.
    assert!(conflicts([("orders", &orders), ("wallet", &Reference::of::<WalletError>())]).is_empty());
    let any = orders.to_json().replace(r#""type": "integer""#, r#""type": "any""#);
    assert!(conflicts([("orders", &orders), ("any", &Reference::from_json(&any).unwrap())]).is_empty());
}

/// What clients receive from a service with the layer and one without it, in both formats.
#[tokio::test]
async fn details_reach_clients_of_every_service() {
    use axum::Router;
    use axum::routing::get;
    use studio_errors::response::ErrorLayer;

    let fail = async || Err::<(), ErrorResponse>(insufficient().into());
    let app = Router::new().route("/layer", get(fail)).layer(ErrorLayer::new().request_id("x-request-id"));
    let app = app.route("/plain", get(fail));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });
    let get = async |path: &str, accept: &str| {
        let request = reqwest::Client::new().get(format!("{base}{path}")).header("x-request-id", "7");
        let response = request.header("accept", accept).send().await.unwrap();
        let (status, length) = (response.status().as_u16(), response.content_length());
        let text = response.text().await.unwrap();
        assert_eq!((status, length), (402, Some(text.len() as u64)));
        text
    };
    assert_eq!(get("/plain", "*/*").await, BODY);
    let with_id = BODY.replace("}}}", r#"},"request_id":"7"}}"#);
    assert_eq!(get("/layer", "*/*").await, with_id);
    let problem: Value = serde_json::from_str(&get("/layer", "application/problem+json").await).unwrap();
    assert_eq!(problem["details"], json!({"have": 3, "need": 20}));
    let members: Vec<_> = problem.as_object().unwrap().keys().cloned().collect();
    assert_eq!(members, ["code", "detail", "details", "instance", "request_id", "status", "title", "type"]);
    let body: studio_errors::ErrorBody<BTreeMap<String, u32>> = serde_json::from_str(&with_id).unwrap();
    assert_eq!(body.details.unwrap()["need"], 20);
}

#[test]
fn actix_sends_the_details() {
    use actix_web::ResponseError;
    use actix_web::body::MessageBody;

    let response = ErrorResponse::from(insufficient()).error_response();
    assert_eq!(response.status(), 402);
    assert_eq!(response.into_body().try_into_bytes().unwrap(), BODY);
}
