//! A gRPC service without generated code: one method, from a string to a string.

use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::Router;
use axum::body::Body;
use axum::routing::post;
use http::uri::PathAndQuery;
use studio_errors::response::ErrorLayer;
use tokio::net::TcpListener;
use tonic::client;
use tonic::server::{self, NamedService};
use tonic::transport::server::TcpIncoming;
use tonic::transport::{Channel, Server};
use tonic::{Request, Response, Status};
use tonic_prost::ProstCodec;
use tower::service_fn;

/// The function that the method calls with the text of a request.
pub(crate) type Method = fn(&str) -> Result<String, Status>;

const PATH: &str = "/studio.Wallet/Spend";

#[derive(Clone)]
struct Wallet(Method);

impl NamedService for Wallet {
    const NAME: &'static str = "studio.Wallet";
}

impl<B> tower::Service<http::Request<B>> for Wallet
where
    B: http_body::Body + Send + 'static,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>> + Send,
{
    type Response = http::Response<tonic::body::Body>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: http::Request<B>) -> Self::Future {
        let method = self.0;
        Box::pin(async move {
            let mut grpc = server::Grpc::new(ProstCodec::<String, String>::default());
            let unary =
                service_fn(move |request: Request<String>| async move { method(request.get_ref()).map(Response::new) });
            Ok(grpc.unary(unary, request).await)
        })
    }
}

/// Serves the method with tonic's own server.
pub(crate) async fn serve(method: Method) -> Channel {
    let incoming = TcpIncoming::bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let address = incoming.local_addr().unwrap();
    tokio::spawn(Server::builder().add_service(Wallet(method)).serve_with_incoming(incoming));
    connect(address).await
}

/// Serves the method in an axum router, in an `ErrorLayer`.
pub(crate) async fn serve_in_axum(method: Method) -> Channel {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let handler = move |request: axum::extract::Request| async move {
        let Ok(response) = tower::Service::call(&mut Wallet(method), request).await;
        response.map(Body::new)
    };
    let app = Router::new().route(PATH, post(handler)).layer(ErrorLayer::new().request_id("x-request-id"));
    tokio::spawn(async { axum::serve(listener, app).await });
    connect(address).await
}

async fn connect(address: std::net::SocketAddr) -> Channel {
    Channel::from_shared(format!("http://{address}")).unwrap().connect().await.unwrap()
}

/// Calls the method, and returns its error.
pub(crate) async fn error(channel: &Channel, text: &str) -> Status {
    call(channel, Request::new(text.to_owned())).await.unwrap_err()
}

pub(crate) async fn call(channel: &Channel, request: Request<String>) -> Result<String, Status> {
    let mut grpc = client::Grpc::new(channel.clone());
    grpc.ready().await.unwrap();
    let codec = ProstCodec::<String, String>::default();
    grpc.unary(request, PathAndQuery::from_static(PATH), codec).await.map(Response::into_inner)
}
