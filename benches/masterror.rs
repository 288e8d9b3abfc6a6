//! The responses of `masterror`. Its manifest states a newer version of Rust than it needs, so it cannot be a dependency of this
//! workspace: `instructions.py` writes a crate with this file.

use std::env;
use std::hint::black_box;

use allocation_counter::measure;
use axum::response::{IntoResponse, Response};
use masterror::{AppCode, AppError, AppErrorKind};

#[derive(Clone, Copy, Debug, masterror::Error)]
enum WalletError {
    #[error("Insufficient AI credits in wallet for this generation")]
    #[app_error(kind = AppErrorKind::BadRequest, code = AppCode::BadRequest, message)]
    InsufficientCredits,
    #[error("wallet {wallet} has {have} credits, {need} are needed")]
    #[app_error(kind = AppErrorKind::BadRequest, code = AppCode::BadRequest, message)]
    TooFewCredits { wallet: u64, have: u32, need: u32 },
}

const OPERATIONS: [(&str, WalletError); 2] = [
    ("response, static", WalletError::InsufficientCredits),
    ("response, display", WalletError::TooFewCredits { wallet: 90_210, have: 12, need: 40 }),
];

fn respond(error: WalletError) -> Response {
    black_box(AppError::from(black_box(error)).into_response())
}

/// With an operation and a number of turns, runs the operation. Without arguments, prints the allocations of each operation.
fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    for (operation, error) in OPERATIONS {
        match &arguments[..] {
            [wanted, _, turns] if wanted == operation => {
                (0..turns.parse().unwrap()).for_each(|_: usize| drop(respond(error)))
            }
            [] => {
                // The first response is not counted: it initializes statics.
                drop(respond(error));
                println!("{operation}, masterror: {} allocations", measure(|| drop(respond(error))).count_total);
            }
            _ => {}
        }
    }
}
