//! An axum router that serves the reference.

use alloc::string::String;
use alloc::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::HeaderName;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::routing::get;

use super::html::POLICY;
use super::rows::Reference;

impl Reference {
    /// A router that serves the HTML page at `/`, the JSON at `/reference.json`, and a page for each code at `/STUDIO_1601`,
    /// the URL in the `type` of problem details ([`Catalog::DOCS`](crate::Catalog::DOCS)). The page and the JSON are generated
    /// once, by this call.
    ///
    /// If the router is nested at `/errors`, the path of the page is `/errors` and not `/errors/`; see [`Router::nest`].
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
        let reference = Arc::new(self.clone());
        let of_code = move |Path(code): Path<String>| {
            let page = reference.only(&code).map(|reference| response("text/html; charset=utf-8", reference.to_html()));
            core::future::ready(page.ok_or(StatusCode::NOT_FOUND))
        };
        Router::new()
            .route("/{code}", get(of_code))
            .route("/", get(move || core::future::ready(page.clone())))
            .route("/reference.json", get(move || core::future::ready(json.clone())))
    }
}

impl Reference {
    /// The reference of one code.
    fn only(&self, code: &str) -> Option<Self> {
        let row = self.get(code)?;
        let mut only = self.clone();
        only.codes.retain(|other| other == row);
        only.categories.retain(|category| category.slug == row.category && category.catalog == row.catalog);
        only.catalogs.retain(|catalog| catalog.prefix == row.catalog);
        only.reserved.clear();
        Some(only)
    }
}

type Response = ([(HeaderName, &'static str); 3], Bytes);

fn response(media_type: &'static str, text: String) -> Response {
    let headers = [(CONTENT_TYPE, media_type), (CONTENT_SECURITY_POLICY, POLICY), (X_CONTENT_TYPE_OPTIONS, "nosniff")];
    (headers, Bytes::from(text))
}
