//! The tests of a downstream crate. They are one program, so that it is linked only once.

mod answer;
mod baseline;
mod descriptions;
mod details;
mod documentation;
mod envelope;
mod foreign_errors;
mod grpc_code;
mod import;
mod import_properties;
mod kind;
mod many_codes;
mod numbers;
mod own_catalog;
mod policy;
mod ports;
mod properties_wire;
mod published;
mod reading_body;
mod reading_client;
mod reading_details;
mod reading_retry_after;
mod reference_cli;
mod reference_html;
mod reference_json;
mod reference_markdown;
mod reference_openapi;
mod reference_python;
mod reference_router;
mod reference_typescript;
mod reference_utoipa;
mod serving_actix;
mod serving_axum;
mod serving_axum_invalid;
mod serving_error_of;
mod serving_hyper;
mod serving_layer;
mod serving_layer_actix;
mod serving_layer_hyper;
mod serving_problem;
mod sets;
mod violations;

#[test]
fn every_file_is_part_of_the_program() {
    for file in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests")).unwrap() {
        let file = file.unwrap().path();
        let name = file.file_stem().unwrap().to_str().unwrap();
        let is_code = file.is_dir() || file.extension().is_some_and(|extension| extension == "rs");
        let is_known = ["main", "serving_log", "serving_metrics"].contains(&name)
            || include_str!("main.rs").contains(&format!("mod {name};"));
        assert!(is_known || !is_code, "`mod {name};` is missing in tests/main.rs");
    }
}
