//! A part of the errors of etcd (`api/v3rpc/rpctypes/error.go`), a gRPC service: names, gRPC codes and texts are from etcd. It has no
//! numbers, so they are made up, and no HTTP statuses, so none are stated.
//!
//! The status has the code and the message of etcd. In addition, it has the details of the rich error model.

use studio_errors::{Catalog, Category, Challenge, ErrorBody, ErrorResponse, FromCode, StudioErrorCode};
use tonic::{Code, Status};

struct Etcd;

impl Catalog for Etcd {
    const PREFIX: &'static str = "ETCD";
    const CATEGORIES: &'static [Category] = &[Category::new("server", "Server", 1..=999)];
    // A gRPC client receives no HTTP headers.
    const CHALLENGE: Challenge = Challenge::Omitted;
}

macro_rules! errors {
    ($($code:literal $grpc:literal $variant:ident $text:literal,)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, thiserror::Error, StudioErrorCode)]
        #[studio(catalog = Etcd, category = "server", tonic)]
        #[error("{self:?}")]
        enum EtcdError {
            $(#[studio(code = $code, grpc = $grpc, description = $text)] $variant,)*
        }

        const ERRORS: &[EtcdError] = &[$(EtcdError::$variant),*];
    };
}

errors! {
    1 "invalid_argument" EmptyKey "etcdserver: key is not provided",
    2 "out_of_range" Compacted "etcdserver: mvcc: required revision has been compacted",
    3 "resource_exhausted" NoSpace "etcdserver: mvcc: database space exceeded",
    4 "not_found" LeaseNotFound "etcdserver: requested lease not found",
    5 "failed_precondition" LeaseExist "etcdserver: lease already exists",
    6 "permission_denied" PermissionDenied "etcdserver: permission denied",
    7 "unauthenticated" InvalidAuthToken "etcdserver: invalid auth token",
    8 "unavailable" NoLeader "etcdserver: no leader",
    9 "data_loss" Corrupt "etcdserver: corrupt cluster",
}

#[test]
fn the_status_is_what_clients_of_etcd_see() {
    let expected = [
        Status::invalid_argument("etcdserver: key is not provided"),
        Status::out_of_range("etcdserver: mvcc: required revision has been compacted"),
        Status::resource_exhausted("etcdserver: mvcc: database space exceeded"),
        Status::not_found("etcdserver: requested lease not found"),
        Status::failed_precondition("etcdserver: lease already exists"),
        Status::permission_denied("etcdserver: permission denied"),
        Status::unauthenticated("etcdserver: invalid auth token"),
        Status::unavailable("etcdserver: no leader"),
        Status::data_loss("etcdserver: corrupt cluster"),
    ];
    assert_eq!(ERRORS.len(), expected.len());
    for (error, expected) in ERRORS.iter().zip(expected) {
        let status = Status::from(ErrorResponse::from(*error));
        assert_eq!((status.code(), status.message()), (expected.code(), expected.message()));
        let body = ErrorBody::from_status(&status);
        assert_eq!(body.known(), Some(*error));
    }
    let http = [400, 400, 429, 404, 400, 403, 401, 503, 500];
    assert_eq!(ERRORS.iter().map(StudioErrorCode::http).collect::<Vec<_>>(), http);
    assert_eq!(EtcdError::from_code("ETCD_9").map(|error| error.info().grpc().into()), Some(Code::DataLoss));
}
