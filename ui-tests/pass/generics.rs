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

/// Structs without type parameters whose last field is unsized.
#[derive(StudioErrorCode)]
#[studio(code = 1651, http = 402, category = "quota", description = "No credits", kind)]
struct Tail {
    value: str,
}

#[derive(StudioErrorCode)]
#[studio(code = 1652, http = 402, category = "quota", description = "No credits", display)]
struct Bytes([u8]);

impl fmt::Display for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}

#[derive(StudioErrorCode)]
#[studio(code = 1653, http = 402, category = "quota", description = "No credits", display)]
struct Shown<T>(T, dyn fmt::Debug);

impl<T> fmt::Display for Shown<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &self.1)
    }
}

#[test]
fn a_struct_whose_last_field_is_unsized_has_a_code() {
    fn has_a_code<E: StudioErrorCode + serde::Serialize + ?Sized>() {}
    has_a_code::<Tail>();
    has_a_code::<Bytes>();
    has_a_code::<Shown<u8>>();
    assert_eq!(Tail::CODE.number(), 1651);
    let field = |tail: &Tail, bytes: &Bytes, shown: &Shown<u8>| (tail.value.len(), bytes.0.len(), shown.0);
    let _ = field;
}
