//! Everything that a downstream crate does, in one program: linked once, not once a file.

mod baseline;
mod foreign_errors;
mod own_catalog;
mod ports;
mod properties_wire;
mod published;
mod reading_body;
mod reading_client;
mod reading_retry_after;
mod reference_cli;
mod reference_html;
mod reference_json;
mod reference_markdown;
mod reference_openapi;
mod reference_router;
mod reference_utoipa;
mod serving_actix;
mod serving_axum;
mod serving_hyper;
mod serving_problem;
mod serving_rejections;
mod sets;
