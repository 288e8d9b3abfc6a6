//! The readers. Markdown, HTML, CSV and JSON become blocks; headings and lists of codes become tables.

pub(super) mod csv;
pub(super) mod described;
mod elements;
pub(super) mod explanations;
pub(super) mod html;
pub(super) mod json;
pub(super) mod markdown;
mod pipes;
pub(super) mod rewrite;
