//! The router of the reference, nested in a service on loopback.

use axum::Router;
use reqwest::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use studio_errors::reference::Reference;
use studio_errors_tests::hostile::ServiceError;
use tokio::net::TcpListener;

#[tokio::test]
async fn the_page_and_the_json_are_served_under_a_path() {
    let reference = Reference::of::<ServiceError>();
    let app: Router = Router::new().nest("/errors", reference.to_router());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, app).await });

    let page = reqwest::get(format!("http://{address}/errors")).await.unwrap();
    assert_eq!(page.status(), 200);
    assert_eq!(page.headers()[CONTENT_TYPE], "text/html; charset=utf-8");
    assert!(page.headers()[CONTENT_SECURITY_POLICY].to_str().unwrap().starts_with("default-src 'none';"));
    assert_eq!(page.text().await.unwrap(), reference.to_html());

    let json = reqwest::get(format!("http://{address}/errors/reference.json")).await.unwrap();
    assert_eq!(json.headers()[CONTENT_TYPE], "application/json");
    assert_eq!(json.text().await.unwrap(), reference.to_json());

    for row in &reference.codes {
        let page = reqwest::get(format!("http://{address}/errors/{}", row.code)).await.unwrap();
        assert_eq!(
            (page.status().as_u16(), &page.headers()[CONTENT_TYPE]),
            (200, &"text/html; charset=utf-8".parse().unwrap())
        );
        let text = page.text().await.unwrap();
        let others = reference.codes.iter().filter(|other| text.contains(&format!("id=\"{}\"", other.code)));
        assert_eq!(others.map(|other| &other.code).collect::<Vec<_>>(), [&row.code]);
    }
    assert_eq!(reqwest::get(format!("http://{address}/errors/other")).await.unwrap().status(), 404);
}
