use studio_errors::catalog::RenderError;
use studio_errors::{ErrorOf, StudioErrorCode, code_set};

#[derive(Debug, thiserror::Error, StudioErrorCode)]
enum JobError {
    #[error(transparent)]
    #[studio(transparent)]
    Render(#[from] RenderError),
}

code_set! { pub ServiceErrors: JobError }

fn handler() -> Result<&'static str, ErrorOf<ServiceErrors>> {
    Err(JobError::from(RenderError::JobNotFound))?;
    Err(RenderError::JobNotFound)?
}

fn main() {
    let _ = handler();
}
