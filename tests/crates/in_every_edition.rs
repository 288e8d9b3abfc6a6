// Included by the edition crates: types, and names that generated code could use.

pub mod core {}
pub mod alloc {}
#[derive(Debug)]
pub enum Option {}
#[derive(Debug)]
pub enum Result {}
#[derive(Debug)]
pub enum String {}

pub mod deep {
    use studio_errors::StudioErrorCode;

    /// An error
    #[derive(Debug, StudioErrorCode)]
    #[studio(category = "music", from_code, kind)]
    pub enum Old {
        /// Not found
        #[studio(code = 1350, http = 404)]
        NotFound,
        #[studio(transparent)]
        General(::studio_errors::catalog::GeneralError),
    }

    /// Shows itself
    #[derive(Debug, StudioErrorCode)]
    #[studio(category = "music", code = 1351, http = 404, display, kind)]
    pub struct Shown(#[studio(retry_after)] pub u64);

    impl ::studio_errors::__private::Display for Shown {
        fn fmt(&self, f: &mut ::studio_errors::__private::Formatter) -> ::studio_errors::__private::FmtResult {
            f.write_str("shown")
        }
    }
}

#[test]
fn the_derive_works_in_this_edition() {
    use studio_errors::{CodeSet, FromCode, Kind, StudioErrorCode};

    assert_eq!(deep::Old::NotFound.code(), deep::Old::NOT_FOUND);
    assert_eq!(deep::Old::CODES.iter().count(), 1 + ::studio_errors::catalog::GeneralError::CODES.iter().count());
    assert_eq!(deep::Old::from_code("STUDIO_2002").unwrap().http(), 500);
    assert_eq!((deep::Shown(3).kind(), deep::Old::NotFound.kind()), (deep::ShownKind, deep::OldKind::NotFound));
    assert_eq!(deep::Shown(3).to_json(), r#"{"error":{"code":"STUDIO_1351","message":"shown","http":404}}"#);
}
