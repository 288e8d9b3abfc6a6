//! Looks up an arbitrary text as a code. Only an exact code is found.
#![no_main]

use libfuzzer_sys::fuzz_target;
use studio_errors::catalog::StudioError;
use studio_errors::{CodeSet, FromCode, StudioErrorCode};

fuzz_target!(|text: &str| {
    let known = StudioError::CODES.iter().any(|info| info.code() == text);
    assert_eq!(StudioError::CODES.get(text).is_some(), known);
    assert_eq!(StudioError::from_code(text).map(|error| error.code().as_str()), known.then_some(text));
});
