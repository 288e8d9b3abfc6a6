//! gRPC with a server and a client of tonic.

use std::io;
use std::time::Duration;

use studio_errors::catalog::{ImageError, QuotaError, StudioError};
use studio_errors::{
    Catalog, Category, CodeSet, ErrorBody, ErrorInfo, ErrorOf, ErrorResponse, FromCode, GrpcCode, StudioErrorCode,
    Violation, Violations, code_set,
};
use tonic::{Code, Request, Status};
use tonic_types::StatusExt;

use crate::grpc_service::{call, error, serve, serve_in_axum};
use crate::log;

const CANARY: &str = "postgres://studio:secret@db";

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota", tonic)]
enum WalletError {
    #[error("wallet 7 has no credits")]
    #[studio(code = 1601)]
    InsufficientCredits,

    #[error("wallet 7 asks too often")]
    #[studio(code = 1600)]
    RateLimitExceeded {
        #[studio(retry_after)]
        after: Duration,
    },

    /// There is such a wallet
    #[error("there is a wallet `{0}`")]
    #[studio(code = 1650, http = 409, grpc = "already_exists", display)]
    Exists(String),

    /// The budget of the request is too small
    #[error("too small")]
    #[studio(code = 1653, http = 400)]
    Budget {
        #[studio(detail)]
        have: u32,
        #[studio(detail = "unit")]
        currency: &'static str,
        #[studio(detail)]
        limits: Vec<u64>,
        #[studio(detail)]
        hint: Option<String>,
        #[studio(detail)]
        violations: Violations,
    },

    /// The wallet is being moved
    #[error("cannot move wallet 7 of {CANARY}")]
    #[studio(code = 1651, http = 503)]
    Moving(#[source] io::Error),

    #[error(transparent)]
    #[studio(transparent)]
    Image(#[from] ImageError),
}

struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME";
    const CATEGORIES: &'static [Category] = &[Category::new("billing", "Billing", 1..=99)];
    const DOCS: Option<&'static str> = Some("https://acme.example/errors");
    const DOMAIN: &'static str = "acme.example";
}

/// The invoice is gone
#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[error("invoice 7 is gone")]
#[studio(catalog = Acme, category = "billing", code = 7, http = 410, grpc = "data_loss", tonic)]
struct InvoiceGone;

/// A generic type converts too.
#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota", tonic)]
enum Either<T> {
    /// Neither of them
    #[error("neither")]
    #[studio(code = 1652, http = 404)]
    Neither,
    #[error(transparent)]
    #[studio(transparent)]
    Other(T),
}

code_set! { ServiceErrors: WalletError, QuotaError }

fn spend(request: &str) -> Result<String, Status> {
    let moved = || io::Error::other(format!("{CANARY}: refused"));
    match request {
        "spent" => Ok("spent".to_owned()),
        "credits" => Err(WalletError::InsufficientCredits)?,
        "budget" => Err(budget(2))?,
        "often" => Err(WalletError::RateLimitExceeded { after: Duration::from_millis(29_100) })?,
        "moving" => Err(WalletError::Moving(moved()))?,
        "image" => Err(WalletError::from(ImageError::InvalidPrompt))?,
        "invoice" => Err(InvoiceGone)?,
        "either" => Err(Either::Other(WalletError::InsufficientCredits))?,
        "neither" => Err(Either::<WalletError>::Neither)?,
        "listed" => {
            let listed = || -> Result<String, ErrorOf<ServiceErrors>> { Err(QuotaError::QuotaExceeded)? };
            Ok(listed()?)
        }
        name => match StudioError::from_code(name) {
            Some(error) => Err(ErrorResponse::from(error))?,
            None => Err(WalletError::Exists(name.to_owned()))?,
        },
    }
}

/// An error with as many violations.
fn budget(violations: usize) -> WalletError {
    let violations =
        (0..violations).map(|i| Violation::new(format!("/items/{i}/price"), "must be at least 64").with_rule("range"));
    let violations = Violations(violations.collect());
    WalletError::Budget { have: 3, currency: "EUR \"€\"", limits: vec![64, u64::MAX], hint: None, violations }
}

/// Returns everything that the client receives as text.
fn received(status: &Status) -> String {
    format!("{status:?} {:?} {}", status.get_error_details(), String::from_utf8_lossy(status.details()))
}

/// The size of the trailers as HTTP/2 counts it: RFC 9113, section 6.5.2.
fn size_of_trailers(status: Status) -> usize {
    let headers = status.into_http::<String>().into_parts().0.headers;
    headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 32).sum()
}

#[tokio::test]
async fn a_client_receives_every_published_code() {
    let channel = serve(spend).await;
    assert_eq!(call(&channel, Request::new("spent".to_owned())).await.unwrap(), "spent");
    let mut codes = 0;
    for info in StudioError::CODES {
        let status = error(&channel, info.code().as_str()).await;
        assert_eq!(status.code(), Code::from(i32::from(info.grpc().number())), "{status:?}");
        let details = status.get_details_error_info().unwrap();
        assert_eq!((&*details.reason, &*details.domain), (info.name(), "STUDIO"));
        assert_eq!(details.metadata["http"], info.http().to_string());
        let body = ErrorBody::from_status(&status);
        assert_eq!(body, ErrorBody::new(info.code().as_str(), info.description(), info.http()));
        assert_eq!(body.known::<StudioError>().unwrap().code(), info.code());
        codes += 1;
    }
    assert_eq!(codes, 36);
}

#[tokio::test]
async fn each_kind_of_type_converts() {
    let channel = serve(spend).await;
    let expected = [
        ("credits", Code::FailedPrecondition, "STUDIO_1601", 402),
        ("image", Code::InvalidArgument, "STUDIO_1000", 400),
        ("invoice", Code::DataLoss, "ACME_7", 410),
        ("either", Code::FailedPrecondition, "STUDIO_1601", 402),
        ("neither", Code::NotFound, "STUDIO_1652", 404),
        ("listed", Code::ResourceExhausted, "STUDIO_1602", 429),
    ];
    for (request, code, name, http) in expected {
        let status = error(&channel, request).await;
        let body = ErrorBody::from_status(&status);
        assert_eq!((status.code(), &*body.code, body.http), (code, name, http), "{request}");
    }
}

#[tokio::test]
async fn a_stated_grpc_code_takes_precedence_over_the_status() {
    let status = error(&serve(spend).await, "main").await;
    assert_eq!((status.code(), status.message()), (Code::AlreadyExists, "there is a wallet `main`"));
    assert_eq!(WalletError::Exists(String::new()).info().grpc(), GrpcCode::AlreadyExists);
    assert_eq!(ErrorBody::from_status(&status).http, 409);
}

#[tokio::test]
async fn the_source_of_a_5xx_is_in_one_event_and_not_on_the_wire() {
    log::start();
    let status = error(&serve(spend).await, "moving").await;
    assert_eq!((status.code(), status.message()), (Code::Unavailable, "The wallet is being moved"));
    assert!(!received(&status).contains("secret"), "{status:?}");
    let events = log::lines("cannot move wallet 7");
    let [event] = &*events else { panic!("{events:#?}") };
    assert!(event.contains("ERROR") && event.contains(&format!("sources=\"{CANARY}: refused\"")), "{event}");
}

#[tokio::test]
async fn details_are_metadata_and_violations_are_a_bad_request() {
    let status = error(&serve(spend).await, "budget").await;
    let expected = [
        ("code", "STUDIO_1653"),
        ("http", "400"),
        ("have", "3"),
        ("unit", "EUR \"€\""),
        ("limits", "[64,18446744073709551615]"),
    ];
    let metadata = status.get_details_error_info().unwrap().metadata;
    assert_eq!(metadata, expected.map(|(name, text)| (name.to_owned(), text.to_owned())).into());
    let violations = status.get_details_bad_request().unwrap().field_violations;
    let violations: Vec<_> = violations.iter().map(|one| (&*one.field, &*one.description, &*one.reason)).collect();
    let message = "must be at least 64";
    assert_eq!(violations, [("items[0].price", message, "RANGE"), ("items[1].price", message, "RANGE")]);
}

/// An implementation by hand, with these details.
#[derive(Debug, thiserror::Error)]
#[error("by hand")]
struct ByHand(String);

impl StudioErrorCode for ByHand {
    fn info(&self) -> ErrorInfo {
        QuotaError::InsufficientCredits.info()
    }

    fn details_json(&self) -> Option<String> {
        Some(self.0.clone())
    }
}

#[test]
fn each_detail_is_a_string_or_a_violation() {
    for (json, texts, fields) in [
        (
            r#"{"a":"b \"c\"","d":3,"e":[1,"f"],"g":[],"h":{"i":null},"j":[{"pointer":"/k","message":"l"}]}"#,
            &[("a", "b \"c\""), ("d", "3"), ("e", "[1,\"f\"]"), ("g", "[]"), ("h", "{\"i\":null}")][..],
            1,
        ),
        ("", &[], 0),
        ("{", &[], 0),
        ("[1]", &[], 0),
    ] {
        let status = Status::from(ErrorResponse::from(ByHand(json.to_owned())));
        let mut metadata = status.get_details_error_info().unwrap().metadata;
        assert!(metadata.remove("code").is_some() && metadata.remove("http").is_some());
        assert_eq!(metadata, texts.iter().map(|(name, text)| ((*name).into(), (*text).into())).collect(), "{json}");
        let violations = status.get_details_bad_request().map_or(0, |request| request.field_violations.len());
        assert_eq!(violations, fields, "{json}");
    }
}

#[test]
fn the_field_of_a_violation_is_a_path() {
    for (pointer, expected) in [
        ("", ""),
        ("/email", "email"),
        ("/items/1/email", "items[1].email"),
        ("/0", "[0]"),
        ("/matrix/0/10", "matrix[0][10]"),
        ("/by_name/a.b/width", r#"by_name["a.b"].width"#),
        ("/by_name/a~1b~0c", r#"by_name["a/b~c"]"#),
        ("/by_name/~01", r#"by_name["~1"]"#),
        ("/by_name/\"]", r#"by_name["\"]"]"#),
        ("/", r#"[""]"#),
        ("/1st", r#"["1st"]"#),
        // An author wrote a path already.
        ("items[1].email", "items[1].email"),
    ] {
        let violations = serde_json::to_string(&[Violation::new(pointer, "m")]).unwrap();
        let status = Status::from(ErrorResponse::from(ByHand(format!(r#"{{"violations":{violations}}}"#))));
        assert_eq!(status.get_details_bad_request().unwrap().field_violations[0].field, expected, "{pointer}");
    }
}

#[test]
fn a_message_of_the_call_is_the_message_of_the_status() {
    let status = Status::from(WalletError::InsufficientCredits.with_message("no credits since noon"));
    assert_eq!((status.code(), status.message()), (Code::FailedPrecondition, "no credits since noon"));
    let status = Status::from(WalletError::Moving(io::Error::other(CANARY)).with_message(CANARY));
    assert_eq!(status.message(), "The wallet is being moved");
    assert!(!received(&status).contains("secret"));
}

#[test]
fn two_equal_errors_have_the_same_bytes() {
    let first = Status::from(budget(2));
    assert!(first.get_details_error_info().unwrap().metadata.len() > 4);
    for _ in 0..50 {
        assert_eq!(Status::from(budget(2)).details(), first.details());
    }
}

#[tokio::test]
async fn the_time_to_wait_is_in_whole_seconds() {
    let status = error(&serve(spend).await, "often").await;
    let retry = status.get_details_retry_info().unwrap();
    assert_eq!((status.code(), retry.retry_delay), (Code::ResourceExhausted, Some(Duration::from_secs(30))));
    assert_eq!(ErrorBody::from_status(&status).retry_after(), Some(Duration::from_secs(30)));
    // A longer time than protobuf can state is the longest one.
    let status = Status::from(WalletError::RateLimitExceeded { after: Duration::MAX });
    let delay = status.get_details_retry_info().unwrap().retry_delay.unwrap();
    assert_eq!(delay.as_secs(), 315_576_000_000);
}

#[tokio::test]
async fn the_catalog_gives_the_domain_and_the_help() {
    let channel = serve(spend).await;
    let status = error(&channel, "invoice").await;
    assert_eq!(status.get_details_error_info().unwrap().domain, "acme.example");
    let help = status.get_details_help().unwrap();
    let links: Vec<_> = help.links.iter().map(|link| (&*link.description, &*link.url)).collect();
    assert_eq!(links, [("Reference of ACME_7", "https://acme.example/errors/ACME_7")]);
    assert!(error(&channel, "credits").await.get_details_help().is_none());
}

#[tokio::test]
async fn the_request_id_of_the_layer_arrives() {
    let channel = serve_in_axum(spend).await;
    let mut request = Request::new("credits".to_owned());
    request.metadata_mut().insert("x-request-id", "01J".parse().unwrap());
    let status = call(&channel, request).await.unwrap_err();
    assert_eq!(status.get_details_request_info().unwrap().request_id, "01J");
    assert_eq!(ErrorBody::from_status(&status).request_id.as_deref(), Some("01J"));
    let status = error(&channel, "credits").await;
    assert!(status.get_details_request_info().is_none());
    assert_eq!(ErrorBody::from_status(&status).known(), Some(QuotaError::InsufficientCredits));
}

#[tokio::test]
async fn a_client_keeps_a_code_that_it_does_not_know() {
    let status = error(&serve(spend).await, "invoice").await;
    let body = ErrorBody::from_status(&status);
    assert_eq!(body.known::<StudioError>(), None);
    assert_eq!((&*body.code, &*body.message, body.http), ("ACME_7", "The invoice is gone", 410));
}

#[test]
fn a_status_of_another_service_has_no_known_code() {
    for number in 0..=16 {
        let status = Status::new(Code::from(number), "refused");
        let body = ErrorBody::from_status(&status);
        assert_eq!(body.known::<StudioError>(), None);
        assert_eq!(body.code, format!("{:?}", status.code()).chars().fold(String::new(), screaming), "{number}");
        assert_eq!((&*body.message, body.request_id.as_ref()), ("refused", None));
    }
    let malformed = Status::with_details(Code::Unavailable, "refused", vec![0xff; 9].into());
    let body = ErrorBody::from_status(&malformed);
    assert_eq!((body.http, body.retryable_in::<StudioError>()), (503, true));
}

/// Adds a character of a name in `CamelCase`, as in `SCREAMING_SNAKE_CASE`.
fn screaming(mut name: String, char: char) -> String {
    if char.is_uppercase() && !name.is_empty() {
        name.push('_');
    }
    name.push(char.to_ascii_uppercase());
    name
}

#[tokio::test]
async fn the_trailers_have_at_most_8_kib() {
    let channel = serve(spend).await;
    for character in ["a", "é", "%", "\n", "\u{1f98a}"] {
        for length in [1, 100, 1_000, 3_000, 100_000] {
            let status = error(&channel, &format!(" {}", character.repeat(length))).await;
            assert_eq!(&*ErrorBody::from_status(&status).code, "STUDIO_1650", "{character:?} {length}");
            // A message that is too long is truncated at a character.
            let is_whole = status.message() == format!("there is a wallet ` {}`", character.repeat(length));
            let kept = status.message().strip_suffix('…').unwrap_or_default();
            assert!(is_whole || length > 500 && kept.ends_with(&character.repeat(100)), "{character:?} {length}");
            let size = size_of_trailers(status);
            assert!(size <= 8 * 1024, "{character:?} {length}: {size}");
        }
    }
    // Whole violations are omitted.
    let status = Status::from(budget(1_000));
    assert_eq!(&*ErrorBody::from_status(&status).code, "STUDIO_1653");
    let violations = status.get_details_bad_request().unwrap().field_violations;
    assert!((100..1_000).contains(&violations.len()), "{}", violations.len());
    assert!(violations.iter().all(|one| one.description == "must be at least 64"));
    let size = size_of_trailers(status);
    assert!((6 * 1024..=8 * 1024).contains(&size), "{size}");
    // A detail that does not fit is omitted as a whole. The others remain.
    let response = ErrorResponse::from(InvoiceGone).with_request_id("a".repeat(9_000));
    let status = Status::from(response);
    assert!(status.get_details_request_info().is_none() && status.get_details_help().is_some());
    assert_eq!(&*ErrorBody::from_status(&status).code, "ACME_7");
}
