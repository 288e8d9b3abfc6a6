//! Foreign errors without a code, from `std::io` and `anyhow`: the source is kept, and clients do not see it.

use std::error::Error;
use std::io;

use anyhow::Context;
use studio_errors::catalog::RenderError;
use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, thiserror::Error, StudioErrorCode)]
enum ServiceError {
    #[error("cannot read the project")]
    #[studio(code = 2000, category = "general", name = "INTERNAL_SERVER_ERROR")]
    Io(#[from] io::Error),
    #[error(transparent)]
    #[studio(code = 2000, category = "general", name = "INTERNAL_SERVER_ERROR")]
    Other(anyhow::Error),
    #[error(transparent)]
    #[studio(transparent)]
    Render(#[from] RenderError),
}

impl From<anyhow::Error> for ServiceError {
    fn from(error: anyhow::Error) -> Self {
        match error.downcast_ref::<RenderError>() {
            Some(coded) => Self::Render(*coded),
            None => Self::Other(error),
        }
    }
}

fn read() -> Result<String, ServiceError> {
    Ok(std::fs::read_to_string("/there/is/no/such/project")?)
}

fn work(coded: bool) -> Result<(), ServiceError> {
    let inner = || -> anyhow::Result<()> {
        if coded {
            Err(RenderError::JobNotFound).context("in queue `secret`")?;
        }
        std::fs::read("/there/is/no/such/queue").context("in queue `secret`")?;
        Ok(())
    };
    Ok(inner()?)
}

#[test]
fn an_io_error_is_kept_as_the_source() {
    let error = read().unwrap_err();
    assert_eq!(error.code(), "STUDIO_2000");
    assert_eq!(error.source().unwrap().downcast_ref::<io::Error>().unwrap().kind(), io::ErrorKind::NotFound);
    assert!(!error.to_json().contains("No such file"), "{}", error.to_json());
}

#[test]
fn the_chain_of_anyhow_is_kept_and_not_sent() {
    let error = work(false).unwrap_err();
    assert_eq!(error.code(), "STUDIO_2000");
    assert_eq!(error.to_string(), "in queue `secret`");
    assert!(error.source().unwrap().is::<io::Error>());
    assert!(!error.to_json().contains("secret"));
}

#[test]
fn a_coded_error_inside_anyhow_keeps_its_code() {
    let error = work(true).unwrap_err();
    assert_eq!(error.code(), RenderError::JOB_NOT_FOUND);
    assert_eq!(ServiceError::CODES.get("STUDIO_2000").unwrap().http(), 500);
}
