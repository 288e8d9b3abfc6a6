//! `ErrorOf` in axum, actix-web and hyper, with reqwest on loopback. All servers send the same responses.

use std::convert::Infallible;
use std::time::Duration;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use studio_errors::catalog::RenderError;
use studio_errors::{CodeSet, ErrorOf, ErrorResponse, StudioErrorCode, code_set};
use tokio::net::TcpListener;

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[error("slow down")]
#[studio(code = 1600, category = "quota", name = "RATE_LIMIT_EXCEEDED")]
struct SlowDown(#[studio(retry_after)] Duration);

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    #[error("wallet {0} is empty")]
    #[studio(code = 1601, display)]
    InsufficientCredits(u64),

    #[error(transparent)]
    #[studio(transparent)]
    SlowDown(#[from] SlowDown),
}

code_set! {
    #[studio(catalog = studio_errors::Studio, utoipa)]
    ServiceErrors: WalletError, RenderError
}

fn spend(wallet: &str) -> Result<(), WalletError> {
    match wallet {
        "busy" => Err(SlowDown(Duration::from_millis(1200)))?,
        wallet => wallet.parse().map_or(Ok(()), |wallet| Err(WalletError::InsufficientCredits(wallet))),
    }
}

fn render(wallet: &str) -> Result<String, ErrorOf<ServiceErrors>> {
    spend(wallet)?;
    if wallet == "boxed" {
        Err(Box::new(RenderError::JobNotFound))?;
    }
    Ok("rendered".to_owned())
}

/// The response that a client reads: status, `content-type`, `retry-after` and body.
async fn asked(base: &str, wallet: &str) -> (u16, String, Option<String>, String) {
    let response = reqwest::get(format!("{base}/{wallet}")).await.unwrap();
    let header = |name| response.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
    let (kind, wait) = (header("content-type").unwrap(), header("retry-after"));
    (response.status().as_u16(), kind, wait, response.text().await.unwrap())
}

async fn answers_as_published(base: &str) {
    let json = "application/json".to_owned();
    let body = |error: &dyn StudioErrorCode| error.to_json().into_owned();
    let empty = WalletError::InsufficientCredits(7);
    assert_eq!(asked(base, "7").await, (402, json.clone(), None, body(&empty)));
    assert!(body(&empty).contains("wallet 7 is empty"));
    let busy = SlowDown(Duration::ZERO);
    assert_eq!(asked(base, "busy").await, (429, json.clone(), Some("2".into()), body(&busy)));
    assert_eq!(asked(base, "boxed").await, (404, json, None, body(&RenderError::JobNotFound)));
    assert_eq!(asked(base, "full").await.3, "rendered");
}

#[tokio::test]
async fn axum_sends_members_of_the_set() {
    use axum::Router;
    use axum::extract::Path;
    use axum::routing::get;

    async fn handler(Path(wallet): Path<String>) -> Result<String, ErrorOf<ServiceErrors>> {
        render(&wallet)
    }

    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let app = Router::new().route("/{wallet}", get(handler));
    tokio::spawn(async move { axum::serve(listener, app).await });
    answers_as_published(&base).await;
}

#[tokio::test]
async fn actix_sends_members_of_the_set() {
    use actix_web::{App, Either, HttpServer, web};

    async fn handler(wallet: web::Path<String>) -> Result<String, ErrorOf<ServiceErrors>> {
        render(&wallet)
    }

    /// Returns the error as a `Responder`, without a `Result`.
    async fn responder(wallet: web::Path<String>) -> Either<String, ErrorOf<ServiceErrors>> {
        match render(&wallet) {
            Ok(rendered) => Either::Left(rendered),
            Err(error) => Either::Right(error),
        }
    }

    let server = HttpServer::new(|| {
        App::new().route("/{wallet}", web::get().to(handler)).route("/responder/{wallet}", web::get().to(responder))
    });
    let server = server.workers(1).bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}", server.addrs()[0]);
    let server = server.disable_signals().run();
    std::thread::spawn(move || actix_web::rt::System::new().block_on(server));
    answers_as_published(&base).await;
    answers_as_published(&format!("{base}/responder")).await;
}

#[tokio::test]
async fn hyper_sends_members_of_the_set() {
    async fn handle(request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
        let answer = render(request.uri().path().trim_start_matches('/'));
        Ok(answer.map_or_else(Response::from, |body| {
            Response::builder().header("content-type", "text/plain").body(body.into()).unwrap()
        }))
    }

    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service_fn(handle)));
        }
    });
    answers_as_published(&base).await;
}

#[test]
fn error_of_converts_into_an_error_response() {
    fn any(wallet: &str) -> Result<String, ErrorResponse> {
        Ok(render(wallet)?)
    }
    fn is_send<T: Send + Sync + 'static>() {}

    let (error, listed) = (any("7").unwrap_err(), render("7").unwrap_err());
    assert_eq!((error.http(), error.body()), (402, listed.body()));
    assert_eq!(ServiceErrors::CODES.get(error.info().code().as_str()), Some(error.info()));
    assert_eq!(
        (error.to_string(), listed.clone().to_string()),
        (listed.body().into_owned(), error.body().into_owned())
    );
    assert_eq!(format!("{listed:?}"), format!("ErrorOf({error:?})"));
    assert_eq!(ErrorOf::<RenderError>::from(Box::new(RenderError::JobNotFound)).http(), 404);
    is_send::<ErrorOf<*const u8>>();
}

mod operations {
    use std::io;
    use std::sync::{Arc, Mutex};

    use super::*;

    code_set! { Charge: RenderError, WalletError::{INSUFFICIENT_CREDITS} }
    code_set! { Wait: WalletError::{INSUFFICIENT_CREDITS}, SlowDown }

    #[derive(Clone, Default)]
    struct Log(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Log {
        fn write(&mut self, text: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(text);
            Ok(text.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn charge(wallet: &str) -> Result<(), ErrorOf<Charge>> {
        Ok(spend(wallet)?)
    }

    fn wait(wallet: &str) -> Result<(), ErrorOf<Wait>> {
        Ok(Box::new(spend(wallet)).map_err(Box::new)?)
    }

    #[test]
    fn a_code_outside_of_the_set_is_answered_and_logged() {
        let log = Log::default();
        let writer = log.clone();
        let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(move || writer.clone()).finish();
        let run = || {
            let declared = charge("7").unwrap_err();
            let other = charge("busy").unwrap_err();
            // Another part of the set lists the code of the nested error.
            let nested = wait("busy").unwrap_err();
            let flags = [&declared, &other, &declared.clone(), &other.clone()].map(ErrorOf::is_declared);
            assert_eq!((flags, nested.is_declared()), ([true, false, true, false], true));
            assert_eq!((other.http(), other.body()), (nested.http(), nested.body()));
        };
        tracing::subscriber::with_default(subscriber, run);
        let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
        let lines: Vec<_> = log.lines().filter(|line| line.contains("is not listed")).collect();
        let [line] = *lines else { panic!("{log}") };
        assert!(
            line.contains(
                "ERROR downstream::response::error_of: STUDIO_1600 is not listed in `Charge`; help: add `RATE_LIMIT_EXCEEDED`"
            ),
            "{line}"
        );
        assert!(line.contains("error.type=\"STUDIO_1600\" set=\"Charge\""), "{line}");
    }
}
