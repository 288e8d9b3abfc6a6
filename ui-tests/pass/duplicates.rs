//! Two variants may share a code if both state its name. The http may be the published one.

#![deny(warnings)]

use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "image")]
enum PaintError {
    #[studio(code = 1002, name = "IMAGE_PROVIDER_ERROR")]
    Ideogram,
    #[studio(code = 1002, http = 502, name = "IMAGE_PROVIDER_ERROR", category = "image")]
    StableDiffusion,
    /// The canvas is full.
    #[studio(code = 1010, http = 409, name = "CANVAS_FULL")]
    Full,
    /// The canvas is full of layers.
    #[studio(code = 1010, http = 409, name = "CANVAS_FULL")]
    TooManyLayers,
}

#[test]
fn one_code_of_two_variants() {
    assert_eq!(PaintError::Ideogram.code(), PaintError::IMAGE_PROVIDER_ERROR);
    assert_eq!(PaintError::StableDiffusion.code(), PaintError::IMAGE_PROVIDER_ERROR);
    assert_eq!(PaintError::Full.code(), PaintError::TooManyLayers.code());
    assert_eq!(PaintError::CODES.iter().count(), 2);
}
