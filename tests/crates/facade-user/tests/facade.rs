//! The derive through the path of a facade.

use studio_errors_facade::errors::StudioErrorCode;

/// Errors of templates.
#[derive(Debug, StudioErrorCode)]
#[studio(crate = studio_errors_facade::errors, category = "templates")]
pub enum TemplateError {
    /// The template is locked
    #[studio(code = 1450, http = 423)]
    Locked,
}

#[test]
fn the_derive_works_through_a_facade() {
    assert_eq!(TemplateError::Locked.code(), TemplateError::LOCKED);
}
