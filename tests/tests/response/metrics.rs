//! The counter of error responses: what a recorder receives, and what a scraper reads from a real server.

use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use metrics_exporter_prometheus::PrometheusBuilder;
use metrics_util::MetricKind;
use metrics_util::debugging::{DebugValue, DebuggingRecorder, Snapshotter};
use studio_errors::catalog::{GeneralError, QuotaError, RenderError};
use studio_errors::response::ErrorLayer;
use studio_errors::{ErrorOf, ErrorResponse, StudioErrorCode, code_set};
use tokio::net::TcpListener;

#[derive(Debug, thiserror::Error, StudioErrorCode)]
enum ApiError {
    #[error("prompt {prompt} refused")]
    #[studio(code = 1000, category = "image", display)]
    InvalidPrompt { prompt: String },
    #[error(transparent)]
    #[studio(transparent)]
    Quota(QuotaError),
    #[error(transparent)]
    #[studio(transparent)]
    General(GeneralError),
}

code_set! { ServiceErrors: ApiError, RenderError }

/// The code, category and http of each counter, with its value.
fn counted(snapshotter: &Snapshotter) -> Vec<(String, u64)> {
    let rows = snapshotter.snapshot().into_vec().into_iter();
    let mut rows: Vec<_> = rows
        .map(|(key, _, _, value)| {
            assert_eq!((key.kind(), key.key().name()), (MetricKind::Counter, "error_responses_total"));
            let labels: Vec<_> = key.key().labels().map(|label| format!("{}={}", label.key(), label.value())).collect();
            let DebugValue::Counter(count) = value else { panic!("{value:?}") };
            (labels.join(" "), count)
        })
        .collect();
    rows.sort();
    rows
}

code_set! { Charge: RenderError, QuotaError::{INSUFFICIENT_CREDITS} }

#[test]
fn a_code_outside_of_the_set_is_counted_with_the_set() {
    let recorder = DebuggingRecorder::new();
    let snapshotter = recorder.snapshotter();
    metrics::with_local_recorder(&recorder, || {
        for error in [QuotaError::InsufficientCredits, QuotaError::FeatureDisabled, QuotaError::FeatureDisabled] {
            drop(ErrorOf::<Charge>::from(error));
        }
    });
    let undeclared: Vec<_> = snapshotter
        .snapshot()
        .into_vec()
        .into_iter()
        .filter(|(key, ..)| key.key().name() == "error_responses_undeclared_total")
        .map(|(key, _, _, value)| {
            let labels = key.key().labels().map(|label| format!("{}={}", label.key(), label.value()));
            (labels.collect::<Vec<_>>(), value)
        })
        .collect();
    assert_eq!(undeclared, [(vec!["code=STUDIO_1603".to_owned(), "set=Charge".to_owned()], DebugValue::Counter(2))]);
}

#[test]
fn each_response_is_counted_once_under_the_facts_of_its_code() {
    let recorder = DebuggingRecorder::new();
    let snapshotter = recorder.snapshotter();
    metrics::with_local_recorder(&recorder, || {
        for _ in 0..3 {
            let error: ErrorOf<ServiceErrors> = ApiError::Quota(QuotaError::InsufficientCredits).into();
            // A copy, a conversion and another format of one error are not another error.
            drop(ErrorResponse::from(error.clone()).into_problem().body());
        }
        drop(ErrorResponse::of(&GeneralError::DatabaseError));
    });
    let expected = [
        ("code=STUDIO_1601 category=quota http=402".to_owned(), 3),
        ("code=STUDIO_2002 category=general http=500".to_owned(), 1),
    ];
    assert_eq!(counted(&snapshotter), expected);
}

#[test]
fn there_is_one_series_for_each_code_whatever_a_client_sends() {
    let recorder = DebuggingRecorder::new();
    let snapshotter = recorder.snapshotter();
    metrics::with_local_recorder(&recorder, || {
        for i in 0..1000 {
            let prompt = format!("\"}} {i}\n# TYPE forged counter");
            drop(ErrorResponse::from(ApiError::InvalidPrompt { prompt }));
        }
    });
    assert_eq!(counted(&snapshotter), [("code=STUDIO_1000 category=image http=400".to_owned(), 1000)]);
}

#[test]
fn without_a_recorder_nothing_happens() {
    assert_eq!(ErrorResponse::from(QuotaError::InsufficientCredits).http(), 402);
}

async fn job(Path(job): Path<String>) -> Result<&'static str, ErrorOf<ServiceErrors>> {
    match &*job {
        "done" => Ok("done"),
        "poor" => Err(ApiError::Quota(QuotaError::InsufficientCredits))?,
        "broken" => Err(ApiError::General(GeneralError::DatabaseError))?,
        prompt => Err(ApiError::InvalidPrompt { prompt: prompt.to_owned() })?,
    }
}

/// The runtime of this test has one thread, so the recorder of the thread is that of the server.
#[tokio::test]
async fn a_scraper_reads_the_counter_of_a_server() {
    let recorder = PrometheusBuilder::new().build_recorder();
    let prometheus = recorder.handle();
    let _guard = metrics::set_default_local_recorder(&recorder);
    let app = Router::new()
        .route("/jobs/{job}", get(job))
        .layer(ErrorLayer::new().on(404, RenderError::JobNotFound))
        .route("/metrics", get(async move || prometheus.render()));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });

    for path in ["done", "poor", "poor", "broken", "a%22%7D%0Aforged", "another"] {
        reqwest::get(format!("{base}/jobs/{path}")).await.unwrap();
    }
    let page = reqwest::get(format!("{base}/metrics")).await.unwrap().text().await.unwrap();
    let mut lines: Vec<_> = page.lines().filter(|line| !line.is_empty()).collect();
    lines.sort_unstable();
    let expected = [
        "# TYPE error_responses_total counter",
        r#"error_responses_total{code="STUDIO_1000",category="image",http="400"} 2"#,
        r#"error_responses_total{code="STUDIO_1601",category="quota",http="402"} 2"#,
        r#"error_responses_total{code="STUDIO_2002",category="general",http="500"} 1"#,
    ];
    assert_eq!(lines, expected);
}
