//! The table of all operations that are measured.

use std::hint::black_box;

use axum::response::IntoResponse;
use strum::{EnumMessage, EnumProperty};
use studio_errors::catalog::{QuotaError, StudioError};
use studio_errors::{CodeSet, ErrorBody, ErrorResponse, FromCode, StudioErrorCode};

use crate::alternatives::{ApiErrors, ApiResponses, Stack};
use crate::by_hand;
use crate::layered;
use crate::many::{codes, num_enum, studio};
use crate::studio::{DISPLAY, OWN, STATIC, WalletError};

/// The name of the operation, the crate or method that does it, and the function. Its argument, the number of the turn, selects
/// the code that is looked up.
pub type Operation = (&'static str, &'static str, fn(usize));

/// Selects one of `codes`, in an order that a branch predictor cannot learn.
fn pick(codes: &[&'static str], turn: usize) -> &'static str {
    codes[turn.wrapping_mul(7919) % codes.len()]
}

fn done<T>(result: T) {
    black_box(result);
}

/// Parses a code with `num_enum`: removes the prefix, parses the number, finds the variant.
fn parsed<T: TryFrom<u16>>(code: &str) -> Option<T> {
    T::try_from(code.strip_prefix("ACME_")?.parse().ok()?).ok()
}

const PUBLISHED: [&str; 4] = ["STUDIO_1000", "STUDIO_1300", "STUDIO_1601", "STUDIO_2002"];

macro_rules! look_ups {
    ($($name:literal $enum:ident $codes:ident),+) => {[
        $(
            (concat!("from_code, ", $name), "studio", |turn| done(studio::$enum::from_code(pick(&codes::$codes, turn)))),
            (concat!("from_code, ", $name), "num_enum", |turn| done(parsed::<num_enum::$enum>(pick(&codes::$codes, turn)))),
            (concat!("known, ", $name), "studio", |turn| {
                done(ErrorBody::new(pick(&codes::$codes, turn), "", 402).known::<studio::$enum>());
            }),
            (concat!("get, ", $name), "studio", |turn| done(studio::$enum::CODES.get(pick(&codes::$codes, turn)))),
            (concat!("get unknown, ", $name), "studio", |_| done(studio::$enum::CODES.get(black_box("ACME_999")))),
        )+
    ]};
}

const LOOK_UPS: [Operation; 15] = look_ups!("36" Of36 OF36, "1000" Of1000 OF1000, "10000" Of10000 OF10000);

const OTHERS: [Operation; 33] = [
    ("nothing", "loop", done),
    ("to_json, static", "studio", |_| done(black_box(STATIC).to_json())),
    ("to_json, static", "serde_json", |_| done(serde_json::to_string(&black_box(by_hand::STATIC)))),
    ("to_json, own code", "studio", |_| done(black_box(OWN).to_json())),
    ("to_json, of 10000", "studio", |_| done(black_box(studio::Of10000::V1000).to_json())),
    ("to_json, display", "studio", |_| done(black_box(DISPLAY).to_json())),
    ("to_json, display", "serde_json", |_| {
        let message = by_hand::message(black_box(90_210), black_box(12), black_box(40));
        done(serde_json::to_string(&by_hand::body(black_box("STUDIO_1650"), &message)));
    }),
    // The part of `to_json, display` that formats the message. Both subjects do it.
    ("the text of display", "studio", |_| done(black_box(DISPLAY).to_string())),
    ("the text of display", "format!", |_| {
        done(by_hand::message(black_box(90_210), black_box(12), black_box(40)));
    }),
    ("serialize", "studio", |_| done(serde_json::to_string(&black_box(STATIC)))),
    ("serialize", "serde_json", |_| done(serde_json::to_string(&black_box(by_hand::STATIC)))),
    ("code", "studio", |_| done(black_box(QuotaError::InsufficientCredits).code())),
    ("code", "num_enum", |_| done(u16::from(black_box(Stack::InsufficientCredits)))),
    ("http", "studio", |_| done(black_box(QuotaError::InsufficientCredits).http())),
    ("http", "strum", |_| {
        done(black_box(Stack::FeatureDisabled).get_str("http").and_then(|http| http.parse::<u16>().ok()));
    }),
    ("info", "studio", |_| done(black_box(QuotaError::InsufficientCredits).info())),
    ("info, nested", "studio", |_| done(black_box(StudioError::Quota(QuotaError::InsufficientCredits)).info())),
    ("info, of 10000", "studio", |_| done(black_box(studio::Of10000::V1000).info())),
    ("description", "studio", |_| done(black_box(QuotaError::InsufficientCredits).info().description())),
    ("description", "strum", |_| done(black_box(Stack::InsufficientCredits).get_message())),
    ("from_code, published", "studio", |turn| done(StudioError::from_code(pick(&PUBLISHED, turn)))),
    ("get, published", "studio", |turn| done(StudioError::CODES.get(pick(&PUBLISHED, turn)))),
    ("response, static", "studio", |_| done(black_box(STATIC).into_response())),
    ("response, static", "Json", |_| done(by_hand::response(black_box(by_hand::STATIC)))),
    ("response, static", "api-error", |_| done(black_box(ApiErrors::InsufficientCredits).into_response())),
    ("response, static", "apiresponse", |_| {
        done(apiresponse::ApiResponse::from_error(black_box(ApiResponses::InsufficientCredits)).into_response());
    }),
    ("response, static", "problem_details", |_| done(problem(black_box(STATIC)).into_response())),
    ("response, in the layer", "studio", |_| done(layered::studio())),
    ("response, in the layer", "Json", |_| done(layered::by_hand())),
    ("no error, in the layer", "studio", |_| done(layered::success())),
    ("no error, in the layer", "with a value", |_| done(layered::success_with_value())),
    ("response, display", "studio", |_| done(ErrorResponse::from(black_box(DISPLAY)).into_response())),
    ("response, display", "Json", |_| {
        let message = by_hand::message(black_box(90_210), black_box(12), black_box(40));
        done(by_hand::response(by_hand::body(black_box("STUDIO_1650"), &message)));
    }),
];

fn problem(error: WalletError) -> problem_details::ProblemDetails {
    problem_details::ProblemDetails::from_status_code(axum::http::StatusCode::PAYMENT_REQUIRED)
        .with_detail(error.info().description())
}

/// All operations. Entries of the same operation are next to each other.
pub static OPERATIONS: [&[Operation]; 2] = [&OTHERS, &LOOK_UPS];
