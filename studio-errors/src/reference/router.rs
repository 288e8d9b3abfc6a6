//! The reference under a path of the service that it describes.

use alloc::string::String;

use axum::Router;
use axum::body::Bytes;
use axum::http::HeaderName;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::routing::get;

use super::Reference;
use super::html::POLICY;

impl Reference {
    /// A router that serves the page at `/` and the JSON at `/reference.json`. Both are written once, here.
    ///
    /// Nested at `/errors`, the page is `/errors` and not `/errors/`: [`Router::nest`].
    ///
    /// ```
    /// use axum::Router;
    /// use studio_errors::catalog::StudioError;
    /// use studio_errors::reference::Reference;
    ///
    /// let service: Router = Router::new().nest("/errors", Reference::of::<StudioError>().to_router());
    /// ```
    pub fn to_router<S: Clone + Send + Sync + 'static>(&self) -> Router<S> {
        let page = response("text/html; charset=utf-8", self.to_html());
        let json = response("application/json", self.to_json());
        Router::new()
            .route("/", get(move || core::future::ready(page.clone())))
            .route("/reference.json", get(move || core::future::ready(json.clone())))
    }
}

type Response = ([(HeaderName, &'static str); 3], Bytes);

fn response(media_type: &'static str, text: String) -> Response {
    let headers = [(CONTENT_TYPE, media_type), (CONTENT_SECURITY_POLICY, POLICY), (X_CONTENT_TYPE_OPTIONS, "nosniff")];
    (headers, Bytes::from(text))
}
