//! The readers. Markdown, HTML, CSV and JSON become blocks; headings and lists of codes become tables.

pub(super) mod csv;
pub(super) mod explanations;
pub(super) mod headings;
pub(super) mod html;
pub(super) mod json;
mod labels;
pub(super) mod lists;
pub(super) mod markdown;
mod pipes;
pub(super) mod rewrite;
