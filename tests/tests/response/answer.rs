//! A request to a service with an `ErrorLayer`, and the response that leaves the layer.

use reqwest::Method;
use reqwest::header::HeaderMap;
use serde_json::Value;

pub(crate) const JSON: &str = "application/json";
pub(crate) const PROBLEM: &str = "application/problem+json";

pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect(&self.body)
    }

    pub(crate) fn has(&self, header: &str) -> bool {
        self.headers.contains_key(header)
    }
}

pub(crate) async fn ask(method: Method, url: String, headers: &[(&str, &str)], body: &str) -> Answer {
    let mut request = reqwest::Client::new().request(method, url).body(body.to_owned());
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = request.send().await.unwrap();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let answer = Answer { status, headers, body: response.text().await.unwrap() };
    // The layer removes its internal header.
    assert!(answer.headers.keys().all(|name| !name.as_str().contains("studio")), "{:?}", answer.headers);
    assert!(!answer.body.contains("canary"), "{}", answer.body);
    answer
}
