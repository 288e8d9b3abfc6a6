//! A key whose feature is not enabled. The other cases of this key need the feature, so this test builds a separate crate.

mod scratch;

const SOURCE: &str = r#"
use studio_errors::StudioErrorCode;

#[derive(StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    #[studio(code = 1601)]
    InsufficientCredits {
        #[studio(detail)] have: u32,
        #[studio(detail = "need")] price: u32,
    },
    #[studio(code = 1600)]
    RateLimitExceeded { #[studio(detail)] limit: u32 },
}

fn main() {
    println!("{}", WalletError::RateLimitExceeded { limit: 7 }.to_json());
}
"#;

#[test]
fn details_without_the_feature_cause_one_error_at_the_first_key() {
    let errors = scratch::errors(&scratch::cargo("features", &[], "check", SOURCE));
    let help = "help: in Cargo.toml, write `studio-errors = { version = \"0.1\", features = [\"details\"] }`";
    let text = format!("the `details` feature of `studio-errors` is not enabled\n{help}");
    assert_eq!(errors, [(9, 18, 9, 24, text)]);
}

const GRPC: &str = r#"
use studio_errors::StudioErrorCode;

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", tonic)]
enum WalletError {
    #[studio(code = 1601, grpc = "failed_precondition")]
    InsufficientCredits,
}

fn main() {
    println!("{}", WalletError::InsufficientCredits.to_json());
}
"#;

#[test]
fn tonic_without_the_feature_is_one_error_at_the_key() {
    let errors = scratch::errors(&scratch::cargo("tonic", &[], "check", GRPC));
    let help = "help: in Cargo.toml, write `studio-errors = { version = \"0.1\", features = [\"tonic\"] }`";
    let text = format!("the `tonic` feature of `studio-errors` is not enabled\n{help}");
    assert_eq!(errors, [(5, 30, 5, 35, text)]);
}

const RECEIVED: &str = r#"
use studio_errors::StudioErrorCode;

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", received)]
enum WalletError {
    #[studio(code = 1601)]
    InsufficientCredits,
}

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", received = "Limits")]
enum LimitError {
    #[studio(code = 1600)]
    RateLimitExceeded { #[studio(detail)] limit: u32 },
}

fn main() {
    println!("{}", WalletError::InsufficientCredits.to_json());
    println!("{}", LimitError::RateLimitExceeded { limit: 7 }.to_json());
}
"#;

/// A detail without the feature is already reported, so the key `received` of its type is not.
#[test]
fn received_without_the_feature_is_one_error_for_each_type() {
    let errors = scratch::errors(&scratch::cargo("received", &[], "check", RECEIVED));
    let help = "help: in Cargo.toml, write `studio-errors = { version = \"0.1\", features = [\"details\"] }`";
    let text = format!("the `details` feature of `studio-errors` is not enabled\n{help}");
    assert_eq!(errors, [(5, 30, 5, 38, text.clone()), (15, 34, 15, 40, text)]);
}
