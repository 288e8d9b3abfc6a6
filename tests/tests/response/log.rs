//! The log event: it contains all details, and clients do not receive them.

use std::error::Error;
use std::fmt;
use std::io;
use std::sync::{Mutex, Once};

use axum::Router;
use axum::routing::get;
use studio_errors::catalog::QuotaError;
use studio_errors::{ErrorInfo, ErrorResponse, StudioErrorCode};
use tokio::net::TcpListener;

static LOG: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// All tests of this file write to one log. Each test searches for its own texts.
fn start_log() {
    struct Log;

    impl io::Write for Log {
        fn write(&mut self, text: &[u8]) -> io::Result<usize> {
            LOG.lock().unwrap().extend_from_slice(text);
            Ok(text.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let subscriber =
            tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_ansi(false).with_writer(|| Log);
        tracing::subscriber::set_global_default(subscriber.finish()).unwrap();
    });
}

/// Returns the lines of the log that contain `text`.
fn logged(text: &str) -> Vec<String> {
    let log = String::from_utf8(LOG.lock().unwrap().clone()).unwrap();
    log.lines().filter(|line| line.contains(text)).map(str::to_owned).collect()
}

#[derive(Debug)]
struct Source(String, Option<Box<Source>>);

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for Source {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.1.as_deref().map(|source| source as _)
    }
}

fn chain(innermost: &str) -> Source {
    Source("query failed".into(), Some(Box::new(Source(innermost.into(), None))))
}

/// An error whose source is itself.
#[derive(Debug)]
struct Endless;

impl fmt::Display for Endless {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("endless-canary")
    }
}

impl Error for Endless {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self)
    }
}

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[error("cannot end")]
#[studio(code = 2002, category = "general", name = "DATABASE_ERROR")]
struct Unending(#[source] Endless);

#[test]
fn an_error_that_is_its_own_source_ends() {
    start_log();
    let _ = ErrorResponse::from(Unending(Endless));
    assert_eq!(logged("endless-canary").len(), 1);
    // Each text is the end of the text before it.
    assert_eq!(logged("endless-canary")[0].matches("endless-canary").count(), 1);
}

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(axum, actix)]
enum ApiError {
    #[error("cannot load job {job}")]
    #[studio(code = 2002, category = "general")]
    DatabaseError { job: &'static str, source: Source },

    #[error("prompt {prompt} refused")]
    #[studio(code = 1000, category = "image", display)]
    InvalidPrompt { prompt: &'static str },
}

async fn serve(app: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, app).await });
    format!("http://{address}")
}

#[tokio::test]
async fn a_canary_in_the_innermost_source_is_logged_and_not_sent() {
    start_log();
    let fail = async || {
        Err::<(), _>(ApiError::DatabaseError { job: "job-canary", source: chain("password=innermost-canary") })
    };
    let base = serve(Router::new().route("/", get(fail))).await;
    let response = reqwest::get(base).await.unwrap();
    assert_eq!(response.status(), 500);
    for (name, value) in response.headers() {
        assert!(!value.to_str().unwrap().contains("canary"), "{name}: {value:?}");
    }
    let body = response.text().await.unwrap();
    assert_eq!(body, r#"{"error":{"code":"STUDIO_2002","message":"Database operation failed","http":500}}"#);

    let lines = logged("innermost-canary");
    assert_eq!(lines.len(), 1, "{lines:?}");
    for field in [
        " ERROR response_log: Database operation failed ",
        r#"error.type="STUDIO_2002""#,
        "http.response.status_code=500",
        r#"name="DATABASE_ERROR""#,
        r#"category="general""#,
        r#"exception.message="cannot load job job-canary""#,
        r#"sources="query failed\npassword=innermost-canary""#,
    ] {
        assert!(lines[0].contains(field), "{field} in {}", lines[0]);
    }
}

#[tokio::test]
async fn text_of_a_client_stays_on_one_line() {
    start_log();
    let forged =
        "first-canary\n2026-01-01T00:00:00Z ERROR \u{1b}[31mforged-canary\" name=\"X\u{202e}\u{9b}2J\u{7f}\u{2028}";
    let error = ErrorResponse::from(ApiError::InvalidPrompt { prompt: forged });
    assert_eq!(error.http(), 400);
    let lines = logged("forged-canary");
    assert_eq!(lines, logged("first-canary"));
    assert_eq!(lines.len(), 1);
    assert!(lines[0].contains(" DEBUG "));
    assert!(lines[0].contains(r"canary\n2026"), "{}", lines[0]);
    let escaped = r#"\u{1b}[31mforged-canary\" name=\"X\u{202e}\u{9b}2J\u{7f}\u{2028}"#;
    assert!(lines[0].contains(escaped), "{}", lines[0]);
}

/// An error with hostile text in the type.
#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[error("author-canary")]
#[studio(
    code = 2050,
    http = 400,
    category = "general",
    description = "two\nlines \u{1b}[31m \u{9b}2J \u{202e} \u{2028} end"
)]
struct Described;

#[test]
fn text_of_a_type_stays_on_one_line() {
    start_log();
    let _ = ErrorResponse::from(Described);
    let lines = logged("author-canary");
    assert_eq!(lines.len(), 1);
    assert!(lines[0].contains(r"two lines \u{1b}[31m \u{9b}2J \u{202e}   end error.type="), "{}", lines[0]);
}

#[tokio::test]
async fn actix_logs_an_error_once() {
    use actix_web::{App, test, web};

    start_log();
    let fail = async || Err::<&str, _>(ApiError::DatabaseError { job: "job", source: chain("password=actix-canary") });
    let app = test::init_service(App::new().route("/", web::get().to(fail))).await;
    let response = test::call_service(&app, test::TestRequest::get().uri("/").to_request()).await;
    assert_eq!(response.status(), 500);
    assert!(!format!("{:?}", response.headers()).contains("canary"));
    let body = test::read_body(response).await;
    assert_eq!(body, r#"{"error":{"code":"STUDIO_2002","message":"Database operation failed","http":500}}"#);
    assert_eq!(logged("actix-canary").len(), 1);
}

#[tokio::test]
async fn an_error_of_a_set_is_logged_once() {
    use studio_errors::{ErrorOf, code_set};

    code_set! { Listed: ApiError }

    async fn handler() -> Result<&'static str, ErrorOf<Listed>> {
        Err(ApiError::DatabaseError { job: "set-canary", source: chain("password=set-canary") })?
    }

    start_log();
    let base = serve(Router::new().route("/", get(handler))).await;
    let body = reqwest::get(base).await.unwrap().text().await.unwrap();
    assert_eq!(body, r#"{"error":{"code":"STUDIO_2002","message":"Database operation failed","http":500}}"#);
    assert_eq!(logged("set-canary").len(), 1);
    // Later conversions do not emit another event.
    let response = ErrorResponse::from(handler().await.unwrap_err().clone());
    assert_eq!((response.http(), logged("set-canary").len()), (500, 2));
}

/// An implementation by hand, without the checks of the derive.
#[derive(Debug)]
struct ByHand(&'static str);

impl fmt::Display for ByHand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Error for ByHand {}

impl StudioErrorCode for ByHand {
    fn info(&self) -> ErrorInfo {
        studio_errors::catalog::GeneralError::DatabaseError.info()
    }

    fn http(&self) -> u16 {
        402
    }

    fn message(&self) -> std::borrow::Cow<'_, str> {
        self.0.into()
    }

    fn to_json(&self) -> std::borrow::Cow<'static, str> {
        self.0.into()
    }
}

#[test]
fn an_implementation_by_hand_cannot_send_internal_details() {
    let error = ErrorResponse::from(ByHand("password"));
    assert_eq!(error.http(), 500);
    assert!(!error.body().contains("password"));
    assert!(!error.into_problem().body().contains("password"));
    assert_eq!(studio_errors::ErrorBody::of(&ByHand("password")).message, "Database operation failed");
}

/// An error whose `Display` fails after a part of the text.
#[derive(Debug, StudioErrorCode)]
#[studio(code = 1601, category = "quota", name = "INSUFFICIENT_CREDITS", display)]
struct Mute;

impl fmt::Display for Mute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("mute-canary ")?;
        Err(fmt::Error)
    }
}

impl Error for Mute {}

#[test]
fn a_failed_display_does_not_panic() {
    start_log();
    let error = ErrorResponse::from(Mute);
    assert_eq!(error.body(), ErrorResponse::from(QuotaError::InsufficientCredits).body());
    assert!(logged("mute-canary")[0].contains(r#"exception.message="mute-canary ""#));
}

/// The output of a JSON formatter.
#[derive(Clone, Default)]
struct Lines(std::sync::Arc<Mutex<Vec<u8>>>);

impl io::Write for Lines {
    fn write(&mut self, text: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(text)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Lines {
    fn subscriber(&self) -> impl tracing::Subscriber + use<> {
        let writer = self.clone();
        let subscriber = tracing_subscriber::fmt().json().with_max_level(tracing::Level::TRACE);
        subscriber.with_writer(move || writer.clone()).finish()
    }

    fn read(&self) -> Vec<serde_json::Value> {
        let text = String::from_utf8(self.0.lock().unwrap().clone()).unwrap();
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

/// Returns the lines that a separate formatter writes while `run` runs.
fn json_logged(run: impl FnOnce()) -> Vec<serde_json::Value> {
    let lines = Lines::default();
    tracing::subscriber::with_default(lines.subscriber(), run);
    lines.read()
}

#[test]
fn a_json_formatter_quotes_a_text_once() {
    start_log();
    let source = Source("first \"quoted\"\nline".into(), Some(Box::new(Source("second".into(), None))));
    let error = ApiError::DatabaseError { job: "\"7\"", source };
    let lines = json_logged(|| drop(ErrorResponse::from(error)));
    assert_eq!(lines.len(), 1);
    let fields = &lines[0]["fields"];
    assert_eq!(fields["exception.message"], "cannot load job \"7\"");
    // Each source is on one line, even if its text has a line break.
    assert_eq!(fields["sources"], "first \"quoted\" line\nsecond");
    assert_eq!(fields["error.type"], "STUDIO_2002");
    assert_eq!(fields["http.response.status_code"], 500);
    let lines = json_logged(|| drop(ErrorResponse::from(QuotaError::InsufficientCredits)));
    assert_eq!((lines.len(), lines[0]["fields"].get("sources")), (1, None));
}

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota", http = 402)]
#[error("text of {self:?}")]
enum EveryLevel {
    /// A
    #[studio(code = 1650, level = "trace")]
    Trace,
    /// B
    #[studio(code = 1651, level = "debug")]
    Debug,
    /// C
    #[studio(code = 1652, level = "info")]
    Info,
    /// D
    #[studio(code = 1653, level = "warn")]
    Warn,
    /// E
    #[studio(code = 1654, level = "error")]
    Error,
    /// F
    #[studio(code = 1655)]
    ByStatus,
    /// G
    #[studio(code = 1656, http = 503)]
    ByServerStatus,
}

#[test]
fn an_event_has_the_level_of_its_code() {
    use EveryLevel as L;

    start_log();
    let all = [L::Trace, L::Debug, L::Info, L::Warn, L::Error, L::ByStatus, L::ByServerStatus];
    let lines = json_logged(|| all.into_iter().for_each(|error| drop(ErrorResponse::from(error))));
    let levels: Vec<_> = lines.iter().map(|line| line["level"].as_str().unwrap()).collect();
    assert_eq!(levels, ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "DEBUG", "ERROR"]);
    let texts: Vec<_> = lines.iter().map(|line| line["fields"]["exception.message"].as_str().unwrap()).collect();
    assert_eq!(&texts[..2], ["text of Trace", "text of Debug"]);
    assert_eq!(lines[3]["fields"]["message"], "D");
}

fn source() -> Source {
    Source("pool \"main\" timed out".into(), Some(Box::new(chain("no route to 10.0.0.7"))))
}

/// The runtime of this test has one thread, so the server uses the subscriber of this thread.
#[tokio::test]
async fn a_server_with_json_logs_writes_plain_texts() {
    use studio_errors::response::ErrorLayer;

    start_log();
    let lines = Lines::default();
    let _guard = tracing::subscriber::set_default(lines.subscriber());
    let fail = async move || Err::<(), _>(ApiError::DatabaseError { job: "\"7\" of C:\\jobs", source: source() });
    let app = Router::new().route("/", get(fail)).layer(ErrorLayer::new().request_id("x-request-id"));
    let base = serve(app).await;
    assert_eq!(with_id(&base, "01J").await, 500);

    let events: Vec<_> = lines.read().into_iter().filter(|line| line["target"] == "response_log").collect();
    assert_eq!(events.len(), 1, "{events:?}");
    assert_eq!(events[0]["level"], "ERROR");
    assert_eq!(events[0]["span"]["request_id"], "01J");
    let fields = serde_json::json!({
        "message": "Database operation failed",
        "error.type": "STUDIO_2002",
        "http.response.status_code": 500,
        "name": "DATABASE_ERROR",
        "category": "general",
        "exception.message": "cannot load job \"7\" of C:\\jobs",
        "sources": "pool \"main\" timed out\nquery failed\nno route to 10.0.0.7",
        "exception.stacktrace": format!("{:?}", ApiError::DatabaseError { job: "\"7\" of C:\\jobs", source: source() }),
        "request_id": "01J",
    });
    assert_eq!(events[0]["fields"], fields);
}

/// Sends a request with this id through an [`ErrorLayer`](studio_errors::response::ErrorLayer).
async fn with_id(base: &str, id: &str) -> u16 {
    let request = reqwest::Client::new().get(base).header("x-request-id", id).send();
    request.await.unwrap().status().as_u16()
}

#[tokio::test]
async fn every_event_of_a_request_has_its_id() {
    use studio_errors::catalog::RenderError;
    use studio_errors::response::ErrorLayer;

    start_log();
    let fail = async || {
        tokio::task::yield_now().await;
        Err::<(), _>(ApiError::DatabaseError { job: "job", source: chain("request-canary") })
    };
    let layer = ErrorLayer::new().on(404, RenderError::JobNotFound).request_id("x-request-id");
    let base = serve(Router::new().route("/", get(fail)).layer(layer)).await;
    assert_eq!(with_id(&base, "id-of-canary\" error.type=\"X").await, 500);
    let lines = logged("request-canary");
    assert_eq!(lines.len(), 1, "{lines:?}");
    let span = r#"request{request_id="id-of-canary\" error.type=\"X"}: response_log: Database operation failed"#;
    assert!(lines[0].contains(span), "{}", lines[0]);
    // An error that replaces a response of the framework has the id too.
    assert_eq!(with_id(&format!("{base}/nowhere"), "id-of-nowhere").await, 404);
    let lines = logged("id-of-nowhere");
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].contains(r#"request{request_id="id-of-nowhere"}: studio_errors::catalog: Render job"#));
    assert!(!lines[0].contains("code.file.path"), "{}", lines[0]);
}

/// A value that fails to serialize.
#[derive(Debug)]
struct Refuses;

impl serde::Serialize for Refuses {
    fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("refuse-canary\nforged"))
    }
}

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[error("cannot say why")]
#[studio(category = "image", code = 1000, name = "INVALID_PROMPT")]
struct DetailedError {
    #[studio(detail)]
    why: Refuses,
    #[studio(detail)]
    length: u32,
}

#[test]
fn a_detail_that_fails_to_serialize_is_logged() {
    start_log();
    let error = DetailedError { why: Refuses, length: 7 };
    assert_eq!(error.details_json().unwrap(), r#"{"length":7}"#);
    let lines = logged("refuse-canary");
    assert_eq!(lines.len(), 1, "{lines:?}");
    for field in [
        " ERROR response_log: a detail that fails to serialize is left out ",
        r#"error.type="STUDIO_1000""#,
        r#"detail="why""#,
        r#"exception.message="refuse-canary\nforged""#,
    ] {
        assert!(lines[0].contains(field), "{field} in {}", lines[0]);
    }
}

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[error("cannot say what")]
#[studio(category = "image", code = 1000, name = "INVALID_PROMPT")]
struct OpenError(#[studio(details)] serde_json::Value);

#[test]
fn details_that_are_no_object_are_logged_once() {
    start_log();
    let error = OpenError(vec!["list-canary"].into());
    assert_eq!(serde_json::to_string(&error).unwrap(), error.to_json());
    // One line for each of the two bodies.
    let lines = logged("the details are not an object");
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[0].contains(r#"detail="details""#), "{lines:?}");
}

/// Errors of a part of a service.
mod wallet {
    use studio_errors::StudioErrorCode;

    #[derive(Debug, thiserror::Error, StudioErrorCode)]
    #[studio(category = "quota")]
    pub(crate) enum WalletError {
        /// The wallet is frozen
        #[error("frozen")]
        #[studio(code = 1650, http = 423)]
        Frozen,
        /// The wallet is being moved
        #[error("moving")]
        #[studio(code = 1651, http = 503)]
        Moving,
    }

    #[derive(Debug, thiserror::Error, StudioErrorCode)]
    #[error("stated")]
    #[studio(category = "quota", code = 1601, name = "INSUFFICIENT_CREDITS", target = "acme::wallet")]
    pub(crate) struct Stated;

    #[derive(Debug, thiserror::Error, StudioErrorCode)]
    #[studio(target = "ignored")]
    pub(crate) enum Outer {
        #[error(transparent)]
        #[studio(transparent)]
        Wallet(WalletError),
    }
}

#[test]
fn a_filter_applies_to_the_module_of_the_type() {
    use tracing_subscriber::EnvFilter;
    use wallet::{Outer, Stated, WalletError};

    start_log();
    // Whether the filter shows a 503 and a 423 of the module, and a 402 with its own target.
    for (filter, expected) in [
        ("response_log=info,axum=error", [true, false, false]),
        ("response_log::wallet=error", [true, false, false]),
        ("response_log::wallet=debug", [true, true, false]),
        ("response_log=debug,response_log::wallet=off", [false, false, false]),
        ("acme=debug", [false, false, true]),
        ("studio_errors=trace", [false, false, false]),
        ("debug", [true, true, true]),
    ] {
        let lines = Lines::default();
        let writer = lines.clone();
        let subscriber = tracing_subscriber::fmt().json().with_env_filter(EnvFilter::new(filter));
        let subscriber = subscriber.with_writer(move || writer.clone()).finish();
        tracing::subscriber::with_default(subscriber, || {
            drop(ErrorResponse::from(WalletError::Moving));
            drop(ErrorResponse::from(WalletError::Frozen));
            drop(ErrorResponse::from(Stated));
            drop(ErrorResponse::from(Outer::Wallet(WalletError::Moving)));
        });
        let shown: Vec<_> =
            lines.read().iter().map(|line| line["fields"]["message"].as_str().unwrap().to_owned()).collect();
        let count = |text: &str| shown.iter().filter(|shown| shown.contains(text)).count();
        let counts = [count("moved"), count("frozen"), count("credits")];
        assert_eq!(
            counts,
            [2 * usize::from(expected[0]), expected[1].into(), expected[2].into()],
            "{filter}: {shown:?}"
        );
    }
}

#[test]
fn a_source_whose_text_ends_the_text_before_it_is_omitted() {
    #[derive(Debug, thiserror::Error)]
    #[error("{0}")]
    struct Inner(&'static str, #[source] Option<Box<Inner>>);

    #[derive(Debug, thiserror::Error, StudioErrorCode)]
    #[error("{0}")]
    #[studio(category = "general", code = 2002, name = "DATABASE_ERROR")]
    struct Outer(&'static str, #[source] Option<Box<Inner>>);

    for (text, texts, expected) in [
        ("query failed", &["query failed", "no route"][..], Some("no route")),
        ("cannot load: query: no route", &["query: no route", "no route"], None),
        ("cannot load", &["query: no route", "no route", "dns"], Some("query: no route\ndns")),
        ("cannot load", &["cannot load", "cannot load"], None),
        ("cannot load", &[""], None),
    ] {
        let source = texts.iter().rev().fold(None, |inner, text| Some(Box::new(Inner(text, inner))));
        let lines = json_logged(|| drop(ErrorResponse::from(Outer(text, source))));
        assert_eq!(lines[0]["fields"].get("sources").and_then(|sources| sources.as_str()), expected, "{text}");
    }
}

/// The file and the line of the only event that `run` emits.
fn place(run: impl FnOnce()) -> Option<(String, u64)> {
    let lines = json_logged(run);
    assert_eq!(lines.len(), 1, "{lines:?}");
    let fields = &lines[0]["fields"];
    Some((fields.get("code.file.path")?.as_str()?.to_owned(), fields["code.line.number"].as_u64()?))
}

#[test]
fn an_event_has_the_place_of_the_conversion() {
    use studio_errors::response::ErrorLayer;
    use studio_errors::{ErrorOf, code_set};
    use wallet::WalletError;

    code_set! { Listed: WalletError }

    fn fails() -> Result<(), WalletError> {
        Err(WalletError::Moving)
    }
    fn nested() -> Result<(), ErrorOf<Listed>> {
        fails()?; // line of the `?`
        Ok(())
    }
    async fn asynchronous() -> Result<(), ErrorResponse> {
        fails()?; // line of the `?`
        std::future::ready(Ok(())).await
    }
    let ends =
        |end: u64| move |(file, line): (String, u64)| file.ends_with("tests/tests/response/log.rs") && line == end;

    start_log();
    let line = u64::from(line!());
    assert!(place(|| drop(nested())).is_some_and(ends(line - 11)));
    let asynchronous = || drop(futures_lite(asynchronous()));
    assert!(place(asynchronous).is_some_and(ends(line - 7)));
    assert!(place(|| drop(ErrorResponse::from(WalletError::Moving))).is_some_and(ends(line + 4)));
    assert!(place(|| drop(ErrorResponse::of(&WalletError::Moving))).is_some_and(ends(line + 5)));
    // The place of `Into::into` itself would be in the standard library.
    #[expect(clippy::redundant_closure_for_method_calls)]
    let into: fn() -> Result<(), ErrorResponse> = || fails().map_err(|error| error.into());
    assert!(place(|| drop(into())).is_some_and(ends(line + 8)));
    // These conversions are in the standard library and in `studio_errors`.
    assert_eq!(place(|| drop(fails().map_err(Into::<ErrorResponse>::into))), None);
    assert_eq!(place(|| drop(fails().map_err(ErrorResponse::from))), None);
    assert_eq!(
        place(|| drop(axum::response::IntoResponse::into_response(ApiError::InvalidPrompt { prompt: "" }))),
        None
    );
    let _ = ErrorLayer::new().on(404, WalletError::Frozen);
}

/// The result of a future that never waits.
fn futures_lite<T>(future: impl Future<Output = T>) -> T {
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match std::pin::pin!(future).poll(&mut context) {
        std::task::Poll::Ready(result) => result,
        std::task::Poll::Pending => panic!("the future waits"),
    }
}

#[test]
fn an_internal_error_has_its_debug_text_and_no_text_is_written_twice() {
    #[derive(Debug, thiserror::Error, StudioErrorCode)]
    #[studio(category = "general")]
    enum StorageError {
        #[error(transparent)]
        #[studio(code = 2002, name = "DATABASE_ERROR")]
        Any(#[from] anyhow::Error),
        #[error("Insufficient AI credits in wallet for this generation")]
        #[studio(category = "quota", code = 1601, name = "INSUFFICIENT_CREDITS")]
        Credits,
    }

    let cause = || anyhow::anyhow!("no route\nforged-line \u{1b}").context("query failed");
    let lines = json_logged(|| {
        drop(ErrorResponse::from(StorageError::Any(cause())));
        drop(ErrorResponse::from(StorageError::Credits));
    });
    let fields = &lines[0]["fields"];
    assert_eq!(
        (&fields["exception.message"], &fields["sources"]),
        (&"query failed".into(), &"no route forged-line \\u{1b}".into())
    );
    let stacktrace = fields["exception.stacktrace"].as_str().unwrap();
    assert!(stacktrace.starts_with("Any(query failed\n\nCaused by:\n"), "{stacktrace}");
    assert!(!stacktrace.contains('\u{1b}'), "{stacktrace}");
    // At most 8 KiB, truncated at a character.
    let long = json_logged(|| drop(ErrorResponse::from(StorageError::Any(anyhow::anyhow!("\u{e9}".repeat(9_000))))));
    let stacktrace = long[0]["fields"]["exception.stacktrace"].as_str().unwrap();
    assert!(stacktrace.len() <= 8 * 1024 + '\u{2026}'.len_utf8() && stacktrace.ends_with("\u{e9}\u{2026}"));
    // The text of the second error is its description.
    let fields = lines[1]["fields"].as_object().unwrap();
    let mut names: Vec<_> =
        fields.keys().map(String::as_str).filter(|name| name.contains('.') || *name == "sources").collect();
    names.sort_unstable();
    assert_eq!(names, ["code.file.path", "code.line.number", "error.type", "http.response.status_code"]);
}
