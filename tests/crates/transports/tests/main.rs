//! Each transport with a real server and a real client.

mod etcd;
mod graphql;
mod grpc;
mod grpc_service;
mod guide;
mod json_rpc;
mod json_rpc_axum;
mod log;
mod mcp;
mod wallet;
