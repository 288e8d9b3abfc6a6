//! The published catalog of the Studio Service: one enum for each category.
#![cfg_attr(doc, doc = "", doc = include_str!("../REFERENCE.md"))]
// The descriptions are exactly the published ones, so nothing is in backticks.
#![allow(clippy::doc_markdown)]

mod audio;
mod authentication;
mod general;
mod image;
mod integrations;
mod music;
mod quota;
mod render;
mod retryable;
pub(crate) mod studio;
mod templates;
mod validation;
mod video;

pub use audio::AudioError;
pub use authentication::AuthenticationError;
pub use general::GeneralError;
pub use image::ImageError;
pub use integrations::IntegrationError;
pub use music::MusicError;
pub use quota::QuotaError;
pub use render::RenderError;
pub use studio::StudioError;
pub use templates::TemplateError;
pub use validation::ValidationError;
pub use video::VideoError;
