//! A service with many kinds of errors. Each response has the same error body format.
//!
//! ```text
//! cargo run -p service
//! ```
//!
//! It listens on 127.0.0.1:3000, or on the address in its first argument. `/errors` is the reference of its codes, and
//! `/errors/reference.json` is the input for clients in other languages. `/openapi.json` has the errors of each operation. Requests to
//! try, with their responses:
//!
//! ```text
//! $ curl -s localhost:3000/images -H content-type:application/json -d '{"prompt":"a red fox","wallet":1}'
//! {"image":"a red fox, in oil"}
//!
//! quota: the wallet and the numbers are only in the log
//! $ curl -s localhost:3000/images -H content-type:application/json -d '{"prompt":"a red fox","wallet":2}'
//! {"error":{"code":"STUDIO_1601","message":"Insufficient AI credits in wallet for this generation","http":402}}
//!
//! quota: the response has a time to wait
//! $ curl -s localhost:3000/images -H content-type:application/json -d '{"prompt":"a red fox","wallet":3}' -w '\nretry-after: %header{retry-after}\n'
//! {"error":{"code":"STUDIO_1600","message":"Rate limit exceeded for this tenant or user","http":429}}
//! retry-after: 30
//!
//! a rule of the domain
//! $ curl -s localhost:3000/images -H content-type:application/json -d '{"prompt":"","wallet":1}'
//! {"error":{"code":"STUDIO_1000","message":"`prompt` has 0 characters, and takes 1 to 4000","http":400}}
//!
//! validation: each invalid field has its own violation
//! $ curl -s localhost:3000/images -H content-type:application/json -d '{"prompt":"a red fox","wallet":1,"steps":0,"size":{"width":1,"height":4096}}'
//! {"error":{"code":"STUDIO_1900","message":"Request validation failed","http":400,"details":{"violations":[{"pointer":"/size/height","rule":"range","message":"takes 64 to 2048 pixels"},{"pointer":"/size/width","rule":"range","message":"takes 64 to 2048 pixels"},{"pointer":"/steps","rule":"range","message":"takes 1 to 50"}]}}}
//!
//! validation: a field that is not a number
//! $ curl -s localhost:3000/images -H content-type:application/json -d '{"prompt":"a red fox","wallet":1,"size":{"width":"wide","height":64}}'
//! {"error":{"code":"STUDIO_1900","message":"Request validation failed","http":400,"details":{"violations":[{"pointer":"/size/width","in":"body","rule":"data","message":"invalid type: string \"wide\", expected an integer from 0 to 4294967295 at line 1 column 55"}]}}}
//!
//! validation: a path parameter
//! $ curl -s localhost:3000/render/jobs/x
//! {"error":{"code":"STUDIO_1900","message":"Request validation failed","http":400,"details":{"violations":[{"pointer":"","in":"path","rule":"data","message":"`x` is not an integer from 0 to 18446744073709551615"}]}}}
//!
//! an upstream provider: its message is only in the log
//! $ curl -s localhost:3000/images -H content-type:application/json -d '{"prompt":"a dodo","wallet":1}'
//! {"error":{"code":"STUDIO_1002","message":"Upstream image provider (DALL-E, Stable Diffusion, Ideogram) returned an error","http":502}}
//!
//! the database: the cause is only in the log
//! $ curl -s localhost:3000/render/jobs/7
//! {"error":{"code":"STUDIO_2002","message":"Database operation failed","http":500}}
//!
//! $ curl -s localhost:3000/render/jobs/8
//! {"error":{"code":"STUDIO_1500","message":"Render job does not exist","http":404}}
//!
//! the same error as problem details
//! $ curl -s localhost:3000/render/jobs/8 -H accept:application/problem+json
//! {"type":"about:blank","title":"Not Found","status":404,"detail":"Render job does not exist","instance":"/render/jobs/8","code":"STUDIO_1500"}
//!
//! the same error with the id of the request, which is in the log too
//! $ curl -s localhost:3000/render/jobs/8 -H x-request-id:01J9
//! {"error":{"code":"STUDIO_1500","message":"Render job does not exist","http":404,"request_id":"01J9"}}
//!
//! the same method over gRPC: the gRPC code, and the message
//! $ curl -s --http2-prior-knowledge localhost:3000/studio.Images/Generate -H content-type:application/grpc --data-binary @<(printf '\0\0\0\0\10\12\6a dodo') -w '%header{grpc-status} %header{grpc-message}\n'
//! 14 Upstream%20image%20provider%20(DALL-E,%20Stable%20Diffusion,%20Ideogram)%20returned%20an%20error
//!
//! errors that axum reports without a handler
//! $ curl -s localhost:3000/nowhere
//! {"error":{"code":"STUDIO_2010","message":"No such route","http":404}}
//!
//! $ curl -s localhost:3000/images
//! {"error":{"code":"STUDIO_2011","message":"The route does not take this method","http":405}}
//!
//! $ curl -s localhost:3000/images -d '{"prompt":"a red fox","wallet":1}'
//! {"error":{"code":"STUDIO_2013","message":"The request body has to be JSON","http":415}}
//!
//! $ curl -s localhost:3000/templates
//! {"error":{"code":"STUDIO_2012","message":"The request took too long","http":408}}
//!
//! a panic
//! $ curl -s localhost:3000/projects
//! {"error":{"code":"STUDIO_2000","message":"Internal server error","http":500}}
//! ```

#[cfg(test)]
mod tests;

use std::any::Any;
use std::io;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Path, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use studio_errors::catalog::RenderError;
use studio_errors::reference::Reference;
use studio_errors::response::{ErrorLayer, WithError};
use studio_errors::{ErrorOf, StudioErrorCode, Violations, code_set};
use tonic_prost::ProstCodec;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;
use utoipa::{OpenApi, ToSchema};
use validator::Validate;

/// Errors of the wallet.
#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    #[error("wallet {wallet} has {have} credits, {need} are needed")]
    #[studio(code = 1601)]
    InsufficientCredits { wallet: u64, have: u32, need: u32 },

    #[error("wallet {wallet} asks too often")]
    #[studio(code = 1600)]
    RateLimitExceeded {
        wallet: u64,
        #[studio(retry_after)]
        after: Duration,
    },
}

/// Errors of image generation.
#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "image", tonic)]
enum GenerateError {
    #[error("`prompt` has {length} characters, and takes 1 to 4000")]
    #[studio(code = 1000, display)]
    InvalidPrompt { length: usize },

    #[error("the provider failed")]
    #[studio(code = 1002)]
    ImageProviderError(#[source] io::Error),

    #[error(transparent)]
    #[studio(transparent)]
    Wallet(#[from] WalletError),
}

/// The error of a failed database query.
#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[error("cannot load job {job}")]
#[studio(code = 2002, category = "general", name = "DATABASE_ERROR")]
struct LoadError {
    job: u64,
    source: io::Error,
}

/// Invalid input, found by the rules of validator or by an extractor of axum.
#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "validation")]
enum InputError {
    #[error("the request is not valid")]
    #[studio(code = 1900)]
    ValidationFailed {
        #[from]
        #[studio(detail)]
        violations: Violations,
    },
}

/// An extractor that answers an invalid input with an `InputError`.
type Input<X> = WithError<X, InputError>;

/// Errors that axum and its layers report.
#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(category = "general")]
enum FrameworkError {
    #[error("the body is over the limit")]
    #[studio(code = 1902, category = "validation")]
    FileTooLarge,

    /// No such route
    #[error("no such route")]
    #[studio(code = 2010, http = 404)]
    RouteNotFound,

    /// The route does not take this method
    #[error("wrong method")]
    #[studio(code = 2011, http = 405)]
    MethodNotAllowed,

    /// The request took too long
    #[error("timeout")]
    #[studio(code = 2012, http = 408)]
    RequestTimeout,

    /// The request body has to be JSON
    #[error("wrong media type")]
    #[studio(code = 2013, http = 415)]
    UnsupportedMediaType,

    #[error("{0}")]
    #[studio(code = 2000)]
    InternalServerError(String),
}

code_set! {
    /// The errors of `images`. A handler that returns `ErrorOf<CreateImage>` answers with these errors only.
    #[studio(utoipa)]
    CreateImage: GenerateError, InputError, FrameworkError::{FILE_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE}
}

code_set! {
    /// The errors of `job`.
    #[studio(utoipa)]
    ShowJob: LoadError, RenderError::{JOB_NOT_FOUND}, InputError
}

code_set! {
    /// The errors of `templates`.
    #[studio(utoipa)]
    ListTemplates: FrameworkError::{REQUEST_TIMEOUT}
}

code_set! {
    /// The errors of `projects`.
    #[studio(utoipa)]
    ListProjects: FrameworkError::{INTERNAL_SERVER_ERROR}
}

code_set! {
    /// Every error of the service.
    #[studio(utoipa)]
    ServiceErrors: CreateImage, ShowJob, ListTemplates, ListProjects, FrameworkError
}

#[derive(OpenApi)]
#[openapi(paths(images, job, templates, projects), modifiers(&ServiceErrors))]
struct Api;

#[derive(Deserialize, ToSchema, Validate)]
struct Generate {
    prompt: String,
    wallet: u64,
    #[validate(nested)]
    size: Option<Size>,
    #[validate(range(min = 1, max = 50, message = "takes 1 to 50"))]
    steps: Option<u32>,
}

#[derive(Deserialize, ToSchema, Validate)]
struct Size {
    #[validate(range(min = 64, max = 2048, message = "takes 64 to 2048 pixels"))]
    width: u32,
    #[validate(range(min = 64, max = 2048, message = "takes 64 to 2048 pixels"))]
    height: u32,
}

#[derive(Serialize, ToSchema)]
struct Image {
    image: String,
}

#[utoipa::path(post, path = "/images", responses((status = 200, body = Image), CreateImage))]
async fn images(WithError(Json(request), ..): Input<Json<Generate>>) -> Result<Json<Image>, ErrorOf<CreateImage>> {
    check(&request)?;
    Ok(Json(generate(&request)?))
}

fn check(request: &Generate) -> Result<(), InputError> {
    Ok(request.validate().map_err(Violations::from)?)
}

/// The gRPC method `studio.Images/Generate`, from a prompt to an image, without generated code.
async fn images_by_grpc(request: Request) -> Response {
    let mut grpc = tonic::server::Grpc::new(ProstCodec::<String, String>::default());
    grpc.unary(tower::service_fn(generate_by_grpc), request).await.map(Body::new)
}

async fn generate_by_grpc(request: tonic::Request<String>) -> Result<tonic::Response<String>, tonic::Status> {
    let request = Generate { prompt: request.into_inner(), wallet: 1, size: None, steps: None };
    Ok(tonic::Response::new(generate(&request)?.image))
}

fn generate(request: &Generate) -> Result<Image, GenerateError> {
    let length = request.prompt.chars().count();
    if !(1..=4000).contains(&length) {
        return Err(GenerateError::InvalidPrompt { length });
    }
    spend(request.wallet, 20)?;
    let image = paint(&request.prompt).map_err(GenerateError::ImageProviderError)?;
    Ok(Image { image })
}

fn spend(wallet: u64, need: u32) -> Result<(), WalletError> {
    match wallet {
        2 => Err(WalletError::InsufficientCredits { wallet, have: 3, need }),
        3 => Err(WalletError::RateLimitExceeded { wallet, after: Duration::from_millis(29_100) }),
        _ => Ok(()),
    }
}

fn paint(prompt: &str) -> io::Result<String> {
    if prompt.contains("dodo") {
        return Err(io::Error::other("dall-e: api key sk-1234 is out of quota"));
    }
    Ok(format!("{prompt}, in oil"))
}

#[utoipa::path(get, path = "/render/jobs/{job}", params(("job" = u64, Path)), responses((status = 200, body = String), ShowJob))]
async fn job(WithError(Path(job), ..): Input<Path<u64>>) -> Result<String, ErrorOf<ShowJob>> {
    let state = load(job).map_err(|source| LoadError { job, source })?;
    Ok(state.ok_or(RenderError::JobNotFound)?)
}

fn load(job: u64) -> io::Result<Option<String>> {
    match job {
        7 => Err(io::Error::new(io::ErrorKind::ConnectionRefused, "postgres://studio:secret@db: connection refused")),
        8 => Ok(None),
        job => Ok(Some(format!("job {job} is done"))),
    }
}

#[utoipa::path(get, path = "/templates", responses((status = 200), ListTemplates))]
async fn templates() {
    tokio::time::sleep(Duration::from_secs(60)).await;
}

#[utoipa::path(get, path = "/projects", responses((status = 200, body = String), ListProjects))]
async fn projects() -> &'static str {
    panic!("no projects yet")
}

fn panicked(payload: Box<dyn Any + Send>) -> Response {
    let words = match payload.downcast::<String>() {
        Ok(words) => *words,
        Err(payload) => payload.downcast_ref::<&str>().map_or_else(String::new, ToString::to_string),
    };
    ErrorOf::<ServiceErrors>::from(FrameworkError::InternalServerError(words)).into_response()
}

fn app() -> Router {
    Router::new()
        .route("/images", post(images))
        .route("/studio.Images/Generate", post(images_by_grpc))
        .route("/render/jobs/{job}", get(job))
        .route("/templates", get(templates))
        .route("/projects", get(projects))
        .route("/openapi.json", get(async || Json(Api::openapi())))
        .nest("/errors", Reference::of::<ServiceErrors>().to_router())
        .layer(CatchPanicLayer::custom(panicked))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, Duration::from_secs(1)))
        .layer(
            ErrorLayer::new()
                .on(404, FrameworkError::RouteNotFound)
                .on(405, FrameworkError::MethodNotAllowed)
                .on(408, FrameworkError::RequestTimeout)
                .on(413, FrameworkError::FileTooLarge)
                .on(415, FrameworkError::UnsupportedMediaType)
                // The proxy in front of the service sets this header. Without a proxy, tower-http's `SetRequestIdLayer` does.
                .request_id("x-request-id"),
        )
}

#[tokio::main]
async fn main() -> io::Result<()> {
    // The log contains details that clients do not receive: the sources, the wallet, the message of the provider.
    tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::DEBUG)
        .with_writer(io::stderr)
        .init();
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:3000".to_owned());
    let listener = tokio::net::TcpListener::bind(address).await?;
    println!("listening on http://{}", listener.local_addr()?);
    axum::serve(listener, app()).await
}
