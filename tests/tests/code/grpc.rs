//! The key `grpc`: a fact of a code, also in the reference and in a baseline.

use std::borrow::Cow;

use studio_errors::baseline::{Effect, Kind, compare};
use studio_errors::catalog::StudioError;
use studio_errors::reference::{Reference, conflicts};
use studio_errors::{
    Catalog, Category, Challenge, CodeList, CodeSet, ErrorBody, ErrorInfo, GrpcCode, StudioErrorCode, UnknownGrpcCode,
};

mod acme {
    use super::{Catalog, Category, Challenge, CodeList, CodeSet, StudioErrorCode};

    pub(crate) struct Acme;

    impl Catalog for Acme {
        const PREFIX: &'static str = "ACME";
        const CATEGORIES: &'static [Category] = &[Category::new("billing", "Billing", 1..=99)];
        const CHALLENGE: Challenge = Challenge::Omitted;
        const PUBLISHED: CodeList = <BillingError as CodeSet>::CODES;
    }

    #[derive(Debug, StudioErrorCode)]
    #[studio(catalog = Acme, category = "billing", published)]
    pub(crate) enum BillingError {
        /// The invoice exists
        #[studio(code = 1, http = 409, grpc = "already_exists")]
        InvoiceExists,
        /// The invoice is locked
        #[studio(code = 2, http = 423)]
        InvoiceLocked,
    }
}

#[derive(StudioErrorCode)]
#[studio(catalog = acme::Acme, category = "billing")]
enum ServiceError {
    #[studio(code = 1)]
    InvoiceExists,
    #[studio(code = 2, grpc = "failed_precondition")]
    InvoiceLocked,
    /// The invoice is paid
    #[studio(code = 3, http = 409, grpc = "aborted", name = "INVOICE_PAID")]
    Paid,
    /// The invoice is paid
    #[studio(code = 3, http = 409, name = "INVOICE_PAID")]
    PaidTwice,
}

#[derive(StudioErrorCode)]
#[studio(catalog = acme::Acme, category = "billing", code = 3, http = 409, grpc = "cancelled", name = "INVOICE_PAID")]
/// The invoice is paid
struct InvoicePaid;

#[test]
fn a_code_without_the_key_has_the_published_code_or_that_of_the_status() {
    let code = |error: ServiceError| error.info().grpc();
    assert_eq!(code(ServiceError::InvoiceExists), GrpcCode::AlreadyExists);
    assert_eq!(code(ServiceError::InvoiceLocked), GrpcCode::FailedPrecondition);
    assert_eq!((code(ServiceError::Paid), code(ServiceError::PaidTwice)), (GrpcCode::Aborted, GrpcCode::Aborted));
    assert_eq!(ServiceError::InvoiceExists.info(), acme::BillingError::InvoiceExists.info());
    let http = |code| StudioError::CODES.get(code).map(|info| (info.http(), info.grpc()));
    assert_eq!(http("STUDIO_1600"), Some((429, GrpcCode::ResourceExhausted)));
    assert_eq!(http("STUDIO_1700"), Some((401, GrpcCode::Unauthenticated)));
}

macro_rules! only_grpc {
    ($($variant:ident $code:literal $grpc:literal $http:literal;)+) => {
        #[derive(Clone, Copy, StudioErrorCode)]
        #[studio(catalog = acme::Acme, category = "billing")]
        enum OnlyGrpc {
            $(
                /// What happened
                #[studio(code = $code, grpc = $grpc)]
                $variant,
            )+
        }

        const IMPLIED: [(OnlyGrpc, &str, u16); 16] = [$((OnlyGrpc::$variant, $grpc, $http)),+];
    };
}

only_grpc! {
    Cancelled 10 "cancelled" 499;
    Unknown 11 "unknown" 500;
    InvalidArgument 12 "invalid_argument" 400;
    DeadlineExceeded 13 "deadline_exceeded" 504;
    NotFound 14 "not_found" 404;
    AlreadyExists 15 "already_exists" 409;
    PermissionDenied 16 "permission_denied" 403;
    ResourceExhausted 17 "resource_exhausted" 429;
    FailedPrecondition 18 "failed_precondition" 400;
    Aborted 19 "aborted" 409;
    OutOfRange 20 "out_of_range" 400;
    Unimplemented 21 "unimplemented" 501;
    Internal 22 "internal" 500;
    Unavailable 23 "unavailable" 503;
    DataLoss 24 "data_loss" 500;
    Unauthenticated 25 "unauthenticated" 401;
}

/// The derive writes the status into the body, and the runtime reads it from another table.
#[test]
fn a_grpc_code_implies_the_status_of_google_rpc_code() {
    for (number, (error, grpc, http)) in (1..).zip(IMPLIED) {
        let code = error.info().grpc();
        assert_eq!((error.http(), code.as_str(), code.number(), code.http()), (http, grpc, number, http));
        assert_eq!([grpc.parse(), grpc.to_uppercase().parse(), code.to_string().parse()], [Ok(code); 3]);
        assert_eq!(GrpcCode::of_status(http).http(), http);
        let body = format!(r#"{{"error":{{"code":"{}","message":"What happened","http":{http}}}}}"#, error.code());
        assert_eq!(error.to_json(), body);
    }
    let reference = Reference::of::<OnlyGrpc>();
    assert!(reference.codes.iter().zip(IMPLIED).all(|(row, (.., http))| row.http == http));
    assert_eq!(["", "ok", "notfound"].map(str::parse::<GrpcCode>), [Err(UnknownGrpcCode); 3]);
}

#[test]
fn a_status_gives_a_grpc_code() {
    for (statuses, word) in [
        (&[400][..], "invalid_argument"),
        (&[401], "unauthenticated"),
        (&[403], "permission_denied"),
        (&[404, 410], "not_found"),
        (&[408, 504], "deadline_exceeded"),
        (&[409], "aborted"),
        (&[413, 416], "out_of_range"),
        (&[429], "resource_exhausted"),
        (&[499], "cancelled"),
        (&[402, 405, 412, 422, 451], "failed_precondition"),
        (&[500], "internal"),
        (&[501], "unimplemented"),
        (&[502, 503], "unavailable"),
        (&[505, 507, 599], "unknown"),
    ] {
        assert!(statuses.iter().all(|http| GrpcCode::of_status(*http).as_str() == word), "{word}");
    }
}

#[test]
fn every_stated_status_takes_precedence_over_the_implied_one() {
    #[derive(StudioErrorCode)]
    #[studio(catalog = acme::Acme, category = "billing", http = 422)]
    enum Stated {
        /// The status of the enum
        #[studio(code = 4, grpc = "not_found")]
        OfTheEnum,
        /// The status of the variant
        #[studio(code = 5, grpc = "not_found", http = 410)]
        OfTheVariant,
    }
    #[derive(StudioErrorCode)]
    #[studio(catalog = acme::Acme, category = "billing")]
    enum Published {
        // The published status is 423, and the code alone implies 400.
        #[studio(code = 2, grpc = "failed_precondition", description = "The invoice is locked")]
        InvoiceLocked,
    }
    assert_eq!((Stated::OfTheEnum.http(), Stated::OfTheVariant.http()), (422, 410));
    assert_eq!(Published::InvoiceLocked.http(), 423);
    assert!(Published::InvoiceLocked.to_json().ends_with(r#""http":423}}"#));
}

#[test]
fn an_internal_grpc_code_hides_the_values_of_the_error() {
    #[derive(StudioErrorCode)]
    #[studio(category = "quota", http = 409)]
    enum Locked {
        /// The wallet is locked
        #[studio(code = 1650, grpc = "internal")]
        Internal,
        /// The wallet is locked
        #[studio(code = 1651, grpc = "unknown")]
        Unknown,
        /// The wallet is locked
        #[studio(code = 1652, grpc = "data_loss")]
        DataLoss,
        /// The wallet is locked
        #[studio(code = 1653, grpc = "unavailable")]
        Unavailable,
    }

    struct ByHand(ErrorInfo);

    impl StudioErrorCode for ByHand {
        fn info(&self) -> ErrorInfo {
            self.0
        }

        fn message(&self) -> Cow<'_, str> {
            "wallet 7".into()
        }

        fn details_json(&self) -> Option<String> {
            Some(r#"{"wallet":7}"#.into())
        }
    }

    for (error, is_shown) in
        [(Locked::Internal, false), (Locked::Unknown, false), (Locked::DataLoss, false), (Locked::Unavailable, true)]
    {
        let error = ByHand(error.info());
        let shown = if is_shown {
            r#"{"error":{"code":"STUDIO_1653","message":"wallet 7","http":409,"details":{"wallet":7}}}"#.to_owned()
        } else {
            format!(r#"{{"error":{{"code":"{}","message":"The wallet is locked","http":409}}}}"#, error.code())
        };
        assert_eq!(error.to_json(), shown);
        assert_eq!(serde_json::to_string(&ErrorBody::of(&error)).unwrap(), shown);
    }
}

#[test]
fn the_reference_states_a_code_that_is_not_that_of_the_status() {
    let reference = Reference::of::<ServiceError>();
    let stated: Vec<_> = reference.codes.iter().map(|row| row.grpc.as_deref()).collect();
    assert_eq!(stated, [Some("already_exists"), None, None]);
    let json = reference.to_json();
    assert_eq!(json.matches("\"grpc\"").count(), 1, "{json}");
    assert_eq!(Reference::from_json(&json).unwrap(), reference);
    assert!(!Reference::of::<StudioError>().to_json().contains("\"grpc\""));
}

#[test]
fn another_code_breaks_clients_and_conflicts() {
    let was = Reference::of::<InvoicePaid>();
    let now = Reference::from_json(&Reference::of::<ServiceError>().to_json()).unwrap();
    let changes = compare::<ServiceError>(&was.to_json()).unwrap();
    let change = changes.changes().iter().find(|change| change.kind == Kind::Grpc).unwrap();
    assert_eq!((&*change.was, &*change.now), ("cancelled", "by status"));
    assert_eq!(change.kind.effect(), Effect::Breaks);
    let found = conflicts([("was", &was), ("now", &now)]);
    assert_eq!(found.len(), 1);
    let facts: Vec<_> = found[0].claims.iter().map(|claim| &*claim.facts).collect();
    let expected = [
        "INVOICE_PAID, http 409, category billing, grpc cancelled, not retryable",
        "INVOICE_PAID, http 409, category billing, not retryable",
    ];
    assert_eq!(facts, expected);
}
