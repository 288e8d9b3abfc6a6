//! aide: the return type of a handler documents exactly the errors that the service answers with.

use std::collections::BTreeSet;

use aide::axum::ApiRouter;
use aide::axum::routing::get;
use aide::openapi::OpenApi;
use axum::extract::Path;
use serde_json::Value;
use studio_errors::catalog::{AuthenticationError, QuotaError, RenderError};
use studio_errors::{CodeSet, ErrorOf, StudioErrorCode, code_set};
use tokio::net::TcpListener;

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota", axum)]
enum RefundError {
    /// The order is closed
    #[error("order {0} is closed")]
    #[studio(code = 1650, http = 409)]
    Closed(u64),
    /// The order was refunded already
    #[error("order {order} was refunded")]
    #[studio(code = 1651, http = 409)]
    Refunded {
        order: u64,
        #[studio(detail)]
        amount: u32,
    },
    #[error(transparent)]
    #[studio(transparent)]
    Quota(#[from] QuotaError),
}

code_set! { Show: RenderError, AuthenticationError::{FORBIDDEN} }

async fn show(Path(order): Path<u64>) -> Result<&'static str, ErrorOf<Show>> {
    match order {
        0 => Err(AuthenticationError::Forbidden)?,
        1 => Err(RenderError::JobNotFound)?,
        _ => Ok("order"),
    }
}

async fn refund(Path(order): Path<u64>) -> Result<&'static str, RefundError> {
    match order {
        0 => Err(RefundError::Closed(order)),
        1 => Err(RefundError::Refunded { order, amount: 3 }),
        2 => Err(QuotaError::FeatureDisabled.into()),
        _ => Ok("refunded"),
    }
}

/// The service, and its document.
fn api() -> (axum::Router, Value) {
    let mut document = OpenApi::default();
    let service = ApiRouter::new()
        .api_route("/show/{order}", get(show))
        .api_route("/refund/{order}", get(refund))
        .finish_api(&mut document);
    (service, serde_json::to_value(document).unwrap())
}

/// The codes that the document has for a status of an operation.
fn documented(document: &Value, path: &str, status: &str) -> BTreeSet<String> {
    let response = &document["paths"][path]["get"]["responses"][status];
    let component = |schema: &Value| {
        let target = schema["$ref"].as_str().unwrap();
        document.pointer(target.trim_start_matches('#')).unwrap_or_else(|| panic!("{target}"))
    };
    let schema = component(&response["content"]["application/json"]["schema"]);
    let mut codes = BTreeSet::new();
    for schema in schema["anyOf"].as_array().unwrap() {
        let component = component(schema);
        let code = &component["properties"]["error"]["properties"]["code"];
        codes.extend(code["enum"].as_array().into_iter().flatten().map(|code| code.as_str().unwrap().to_owned()));
    }
    codes
}

#[test]
fn an_operation_documents_exactly_the_codes_of_its_return_type() {
    let (_, document) = api();
    for (path, set) in [("/show/{order}", Show::CODES), ("/refund/{order}", RefundError::CODES)] {
        let responses = document["paths"][path]["get"]["responses"].as_object().unwrap();
        let errors = responses.keys().filter(|status| status.parse().is_ok_and(|status: u16| status >= 400));
        let statuses: BTreeSet<_> = set.iter().map(|info| info.http().to_string()).collect();
        assert_eq!(errors.cloned().collect::<BTreeSet<_>>(), statuses, "{path}");
        assert!(responses.contains_key("default"));
        for status in statuses {
            let expected = set.iter().filter(|info| info.http().to_string() == status);
            let expected: BTreeSet<_> = expected.map(|info| info.code().to_string()).collect();
            assert_eq!(documented(&document, path, &status), expected, "{path} {status}");
        }
    }
    // Both operations share the schemas of a code.
    assert_eq!(document["components"]["schemas"]["Error_STUDIO_1651"]["title"], "REFUNDED");
}

#[test]
fn operations_with_the_same_codes_share_their_schemas() {
    let mut document = OpenApi::default();
    let routes = (0..50).fold(ApiRouter::<()>::new(), |routes, i| {
        let method = if i % 2 == 0 { get(refund) } else { get(show) };
        routes.api_route(&format!("/{i}/{{order}}"), method)
    });
    let _: axum::Router = routes.finish_api(&mut document);
    let document = serde_json::to_value(document).unwrap();
    let schemas = document["components"]["schemas"].as_object().unwrap();
    let sets: Vec<_> = schemas.keys().filter(|name| name.starts_with("Errors_")).collect();
    // Three statuses have other codes in each set.
    let expected = ["402", "403", "403_2", "404", "409", "409_2", "429", "429_2"].map(|name| format!("Errors_{name}"));
    assert!(sets.into_iter().eq(&expected), "{document}");
    let description = schemas["Errors_409"]["description"].as_str().unwrap();
    assert_eq!(description, "- `STUDIO_1650` `CLOSED`\n- `STUDIO_1651` `REFUNDED`");
    let operations = document["paths"].to_string().len();
    println!("{} bytes, of which the operations have {operations}", document.to_string().len());
    assert!(operations < 50 * 3_000, "{operations}");
}

#[tokio::test]
async fn the_document_has_every_answer_of_the_service() {
    let (service, document) = api();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let server = tokio::spawn(async move { axum::serve(listener, service).await });
    for (path, order) in [("show", 0), ("show", 1), ("refund", 0), ("refund", 1), ("refund", 2)] {
        let response = reqwest::get(format!("{base}/{path}/{order}")).await.unwrap();
        let status = response.status().as_u16().to_string();
        let body: Value = serde_json::from_str(&response.text().await.unwrap()).unwrap();
        let known = documented(&document, &format!("/{path}/{{order}}"), &status);
        assert!(known.contains(body["error"]["code"].as_str().unwrap()), "{body} {known:?}");
    }
    server.abort();
}
