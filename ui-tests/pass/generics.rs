//! Types with parameters.

use std::fmt;

use studio_errors::StudioErrorCode;
use studio_errors::catalog::RenderError;

/// A coded struct whose parameter may be unsized.
#[derive(StudioErrorCode)]
#[studio(code = 1650, http = 402, category = "quota", description = "No credits", display)]
struct Unsized<T: ?Sized> {
    value: T,
}

impl<T: ?Sized + fmt::Debug> fmt::Display for Unsized<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &self.value)
    }
}

/// A transparent struct whose parameter may be unsized.
#[derive(StudioErrorCode)]
#[studio(transparent)]
struct Forwards<T: ?Sized>(T);

#[test]
fn an_unsized_struct_serializes() {
    let error: &Unsized<[u8]> = &Unsized { value: [1, 2] };
    let json = r#"{"error":{"code":"STUDIO_1650","message":"[1, 2]","http":402}}"#;
    assert_eq!(error.to_json(), json);
    assert_eq!(serde_json::to_string(error).unwrap(), json);
    let error: &Forwards<dyn StudioErrorCode> = &Forwards(RenderError::JobNotFound);
    assert_eq!(serde_json::to_string(error).unwrap(), RenderError::JobNotFound.to_json());
}
