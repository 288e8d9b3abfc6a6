//! Reads an arbitrary body without a panic. A body that was read and written again is unchanged.
#![no_main]

use libfuzzer_sys::fuzz_target;
use studio_errors::catalog::StudioError;
use studio_errors::{ErrorBody, OwnedErrorBody};

fuzz_target!(|bytes: &[u8]| {
    let owned = serde_json::from_reader::<_, OwnedErrorBody>(bytes);
    let Ok(body) = serde_json::from_slice::<ErrorBody<'_>>(bytes) else {
        assert!(owned.is_err());
        return;
    };
    assert_eq!(owned.unwrap().0, body);
    let written = serde_json::to_string(&body).unwrap();
    assert_eq!(serde_json::from_str::<ErrorBody<'_>>(&written).unwrap(), body);
    let _ = (body.known::<StudioError>(), body.retryable_in::<StudioError>());
});
