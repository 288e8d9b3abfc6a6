//! The errors that convert into `ErrorOf`.

use std::rc::Rc;
use std::sync::Arc;

use studio_errors::catalog::{ImageError, QuotaError, RenderError, VideoError};
use studio_errors::{CodeSet, ErrorOf, Member, StudioErrorCode, code_set};

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[error("borrowed {name}")]
#[studio(code = 1650, http = 404, category = "quota", description = "No such wallet")]
struct Borrowed<'a> {
    name: &'a str,
}

#[derive(Debug, thiserror::Error, StudioErrorCode)]
enum Either<A: StudioErrorCode, B> {
    #[error(transparent)]
    #[studio(transparent)]
    A(A),
    #[error(transparent)]
    #[studio(transparent)]
    B(B),
}

code_set! { pub Media: ImageError, VideoError }
code_set! {
    #[studio(catalog = studio_errors::Studio)]
    pub All: Media, ImageError, &'static QuotaError, Box<VideoError>, Borrowed<'_>, Either<RenderError, QuotaError>
}

macro_rules! of_types {
    ($set:ident: $($error:ty),+) => {
        code_set! { pub $set: $($error),+ }
    };
}
of_types!(ByAMacro: ImageError, Either<RenderError, Box<QuotaError>>);

fn is_member<E: Member<S>, S: CodeSet>() {}

#[test]
fn listed_types_are_members() {
    is_member::<ImageError, All>();
    is_member::<&QuotaError, All>();
    is_member::<Box<VideoError>, All>();
    is_member::<Borrowed<'_>, All>();
    is_member::<Either<RenderError, QuotaError>, All>();
    is_member::<ImageError, ByAMacro>();
    is_member::<Either<RenderError, Box<QuotaError>>, ByAMacro>();
}

#[test]
fn pointers_to_a_member_are_members() {
    is_member::<&ImageError, All>();
    is_member::<&mut ImageError, All>();
    is_member::<Box<ImageError>, All>();
    is_member::<Rc<ImageError>, All>();
    is_member::<Arc<Box<ImageError>>, All>();
    is_member::<Box<Borrowed<'_>>, Borrowed<'_>>();
}

#[test]
fn a_type_is_a_member_of_itself() {
    is_member::<ImageError, ImageError>();
    is_member::<Borrowed<'_>, Borrowed<'_>>();
    is_member::<Either<RenderError, ImageError>, Either<RenderError, ImageError>>();
}

#[test]
fn a_set_of_sets_has_their_codes() {
    assert!(VideoError::CODES.iter().all(|info| All::CODES.get(info.code().as_str()) == Some(info)));
    // An error may be a member of the set and of a listed set.
    is_member::<ImageError, Media>();
    is_member::<ImageError, All>();
}

#[test]
fn members_convert() {
    fn handler(name: &str) -> Result<(), ErrorOf<All>> {
        match name {
            "image" => Err(ImageError::InvalidPrompt)?,
            "boxed" => Err(Box::new(ImageError::InvalidPrompt))?,
            "shared" => Err(Arc::new(ImageError::InvalidPrompt))?,
            "second" => Err(Either::<RenderError, QuotaError>::B(QuotaError::RateLimitExceeded))?,
            "generic" => Err(Either::<RenderError, QuotaError>::A(RenderError::JobNotFound))?,
            name => Err(Borrowed { name })?,
        }
        Ok(())
    }
    let code = |name| handler(name).unwrap_err().info().code();
    assert!(["image", "boxed", "shared"].iter().all(|name| code(name) == ImageError::INVALID_PROMPT));
    assert_eq!((code("generic"), code("second")), (RenderError::JOB_NOT_FOUND, QuotaError::RATE_LIMIT_EXCEEDED));
    assert_eq!(code(""), Borrowed::CODE);
}
