//! The derive through a facade, by the path that the facade gives it.

use studio_errors_facade::errors::StudioErrorCode;

/// What the template refuses.
#[derive(Debug, StudioErrorCode)]
#[studio(crate = studio_errors_facade::errors, category = "templates")]
pub enum TemplateError {
    /// The template is locked
    #[studio(code = 1450, http = 423)]
    Locked,
}

#[test]
fn it_works() {
    assert_eq!(TemplateError::Locked.code(), TemplateError::LOCKED);
}
