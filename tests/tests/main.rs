//! The tests of a downstream crate, in one program, so that it is linked only once. Each folder is named for what it tests: a folder of
//! `studio-errors/src`, or the command line. The log and the counter are programs of their own, because each is one for the whole program.

use std::fs;
use std::path::Path;

use syn::Item;

mod documentation;

mod baseline {
    mod comparison;
}

mod body {
    mod details_read;
    mod error_body;
    mod example_client;
    mod from_response;
    mod received;
}

mod catalog {
    mod own;
    mod published;
}

mod cli {
    mod commands;
    mod explanations;
    mod import;
    mod import_properties;
    mod pages;
    mod python;
    mod typescript;
}

mod code {
    mod descriptions;
    mod foreign_errors;
    mod grpc;
    mod kind;
    mod many_codes;
    mod numbers;
    mod policy;
    pub(crate) mod sets;
}

/// The code of guide pages.
#[allow(clippy::unused_async)]
mod guide {
    mod before;
    mod code_in_header;
    pub(crate) mod keep_bodies;
    mod published_format;
    mod template;
}

/// Error enums of other projects, ported to the derive. Only numbers, names and the form of the bodies are from these projects. Each
/// file states what the compile-time checks found.
#[allow(clippy::enum_variant_names, dead_code)]
mod ports {
    mod anchor;
    mod axum_jwt;
    mod binance;
    mod conduit;
    mod databend;
    mod discord;
    mod ethereum;
    mod hyperswitch;
    mod meilisearch;
    mod spring;
    mod stripe;
}

mod reference {
    mod aide;
    mod explanations;
    mod html;
    mod json;
    mod markdown;
    mod openapi;
    mod output;
    mod router;
    mod sets;
    mod utoipa;
}

mod response {
    mod actix;
    mod actix_invalid;
    pub(crate) mod answer;
    mod axum;
    mod axum_invalid;
    mod error_of;
    mod hyper;
    mod layer;
    mod layer_actix;
    mod layer_hyper;
    mod problem;
    mod relay;
    mod with_message;
}

mod wire {
    mod details;
    mod envelope;
    mod own_bodies;
    mod properties;
    mod retry_after;
    mod violations;
}

#[test]
fn every_file_is_part_of_a_program() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let manifest = include_str!("../Cargo.toml");
    let listed = syn::parse_file(include_str!("main.rs")).unwrap();
    for folder in fs::read_dir(tests).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        let folder_name = folder.file_name().unwrap().to_str().unwrap();
        let modules = listed.items.iter().find_map(|item| match item {
            Item::Mod(module) if module.ident == folder_name => module.content.as_ref(),
            _ => None,
        });
        let (_, modules) =
            modules.unwrap_or_else(|| panic!("`mod {folder_name} {{ .. }}` is missing in tests/main.rs"));
        for file in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            let name = file.file_stem().unwrap().to_str().unwrap();
            let is_listed = modules.iter().any(|item| matches!(item, Item::Mod(module) if module.ident == name))
                || manifest.contains(&format!("\"tests/{folder_name}/{name}.rs\""));
            let is_code = file.extension().is_some_and(|extension| extension == "rs");
            assert!(is_listed || !is_code, "`mod {name};` is missing in `mod {folder_name}` of tests/main.rs");
        }
    }
}
