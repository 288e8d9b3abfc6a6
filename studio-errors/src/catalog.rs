//! The published catalog of the Studio Service, an enum a category, and the trait of any catalog.
#![cfg_attr(doc, doc = "", doc = include_str!("../REFERENCE.md"))]
// The descriptions are the published ones, to the letter: nothing is put in backticks.
#![allow(clippy::doc_markdown)]

mod audio;
mod authentication;
mod general;
mod image;
mod integrations;
mod music;
mod quota;
mod render;
mod studio;
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
pub use studio::{Studio, StudioError};
pub use templates::TemplateError;
pub use validation::ValidationError;
pub use video::VideoError;

use crate::category::Category;
use crate::code_list::CodeList;

/// A numbering: the prefix of its codes, its categories with their ranges, and what it has published.
///
/// A catalog is checked where a derive first uses it: the prefix is `A` to `Z`, digits and inner underscores, beginning
/// with a letter, 32 bytes at the most; every category has a slug of its own and a range of its own, not empty, not reversed and above 0.
///
/// ```
/// use studio_errors::{Catalog, Category};
///
/// pub struct Acme;
///
/// impl Catalog for Acme {
///     const PREFIX: &'static str = "ACME";
///     const CATEGORIES: &'static [Category] = &[
///         Category::new("billing", "Billing", 1..=99),
///         Category::new("shipping", "Shipping", 100..=999),
///     ];
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a catalog",
    label = "not a `Catalog`",
    note = "implement `Catalog` for `{Self}`: a prefix, and categories with their numbers"
)]
pub trait Catalog {
    /// What every code begins with: `STUDIO` in `STUDIO_1601`.
    const PREFIX: &'static str;
    /// The categories, with the numbers that each owns.
    const CATEGORIES: &'static [Category];
    /// The codes whose facts are fixed: whoever reports one of them must agree with it.
    const PUBLISHED: CodeList = CodeList::EMPTY;
}
