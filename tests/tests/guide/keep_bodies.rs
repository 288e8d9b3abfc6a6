//! The guide page "Keep your bodies": its code, and what it says about the responses before and after.

use std::io;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::http::{HeaderMap, HeaderName, Response, header};
use tokio::net::TcpListener;

use super::{before, code_in_header, published_format, template};

/// The response to a GET request on loopback.
pub(crate) async fn send(app: Router, path: &str) -> Response<String> {
    send_with(app, path, "*/*").await
}

async fn send_with(app: Router, path: &str, accept: &str) -> Response<String> {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}{path}", listener.local_addr().unwrap());
    tokio::spawn(async { axum::serve(listener, app).await });
    let response = reqwest::Client::new().get(url).header(header::ACCEPT, accept).send().await.unwrap();
    let (status, headers) = (response.status(), response.headers().clone());
    let mut response = Response::new(response.text().await.unwrap());
    (*response.status_mut(), *response.headers_mut()) = (status, headers);
    response.headers_mut().remove(header::DATE);
    response
}

const ORDERS: [&str; 4] = ["/orders/7", "/orders/8", "/orders/9", "/orders/10"];
const CODE: HeaderName = HeaderName::from_static("x-error-code");

#[tokio::test]
async fn the_first_two_ways_only_add_a_header() {
    let codes = [None, Some("SHOP_101"), Some("SHOP_102"), Some("SHOP_100")];
    for (path, code) in ORDERS.into_iter().zip(codes) {
        for accept in ["*/*", "application/problem+json"] {
            let before = send_with(before::app(), path, accept).await;
            for app in [code_in_header::app(), template::app()] {
                let mut after = send_with(app, path, accept).await;
                assert_eq!(after.headers_mut().remove(CODE).as_ref().map(|value| value.to_str().unwrap()), code);
                assert_eq!(
                    (after.status(), after.headers(), after.body()),
                    (before.status(), before.headers(), before.body())
                );
            }
        }
    }
}

#[tokio::test]
async fn the_third_way_changes_bodies_and_headers() {
    let is = |headers: &HeaderMap, name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap().to_owned());
    let facts = async |app: fn() -> Router, path, accept| {
        let response = send_with(app(), path, accept).await;
        let header = |name| is(response.headers(), name).unwrap_or_default();
        let headers = [header::CONTENT_TYPE, header::VARY, header::WWW_AUTHENTICATE].map(header);
        (response.status().as_u16(), headers, response.into_body())
    };
    let json = |challenge: &str| ["application/json".to_owned(), "accept".to_owned(), challenge.to_owned()];
    assert_eq!(
        facts(before::app, "/orders/10", "*/*").await,
        (
            401,
            ["application/json".into(), String::new(), String::new()],
            r#"{"error":"sign in to see orders"}"#.to_owned()
        )
    );
    assert_eq!(
        facts(published_format::app, "/orders/10", "*/*").await,
        (
            401,
            json("Bearer"),
            r#"{"error":{"code":"SHOP_100","message":"sign in to see orders","http":401}}"#.to_owned()
        )
    );
    assert_eq!(
        facts(published_format::app, "/orders/9", "*/*").await,
        (500, json(""), r#"{"error":{"code":"SHOP_102","message":"internal error","http":500}}"#.to_owned())
    );
    let [problem, ..] = facts(published_format::app, "/orders/8", "application/problem+json").await.1;
    assert_eq!(problem, "application/problem+json");
}

/// The log of this thread, in which the test and the service run.
#[tokio::test]
async fn the_code_and_the_source_are_in_the_log() {
    #[derive(Clone, Default)]
    struct Log(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Log {
        fn write(&mut self, text: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(text)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    for app in [code_in_header::app(), template::app(), published_format::app()] {
        let log = Log::default();
        let writer = log.clone();
        let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(move || writer.clone()).finish();
        let guard = tracing::subscriber::set_default(subscriber);
        send(app, "/orders/9").await;
        drop(guard);
        let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
        assert!(log.contains(r#"error.type="SHOP_102""#) && log.contains("no route to 10.0.0.7"), "{log}");
        assert_eq!(log.lines().filter(|line| line.contains("ERROR")).count(), 1, "{log}");
    }
}

/// Each difference on the page, applied to the service before, is the service after.
#[test]
fn the_page_shows_the_service_and_each_difference() {
    fn code(file: &str) -> &str {
        file.split_once("\n\n").unwrap().1
    }

    let page = include_str!("../../../studio-errors/src/guide/keep_bodies.md");
    let before = code(include_str!("before.rs"));
    assert!(page.contains(&format!("```ignore\n{before}```\n")), "the page does not show the service before");
    let services =
        [include_str!("code_in_header.rs"), include_str!("template.rs"), include_str!("published_format.rs")];
    let differences = page.split("```diff\n").skip(1).map(|rest| rest.split_once("```\n").unwrap().0);
    assert_eq!(differences.clone().count(), services.len());
    for (difference, after) in differences.zip(services.map(code)) {
        let mut service = before.to_owned();
        for hunk in difference.split("@@\n") {
            let side = |other: char| -> String {
                let lines = hunk.split_inclusive('\n').filter(|line| !line.starts_with(other));
                lines.map(|line| line.strip_prefix([' ', '+', '-']).unwrap_or(line)).collect()
            };
            let (old, new) = (side('+'), side('-'));
            assert_eq!(service.matches(&*old).count(), 1, "{old}");
            service = service.replacen(&old, &new, 1);
        }
        assert_eq!(service, after);
    }
}
