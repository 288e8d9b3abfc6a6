//! The facts of a code that Markdown and HTML show below its description.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::rows::CodeRow;

/// Facts of one kind. There is at least one.
pub(crate) struct Facts {
    pub(crate) title: &'static str,
    pub(crate) texts: Vec<String>,
}

impl CodeRow {
    /// The facts of each kind that the code has.
    pub(crate) fn facts(&self) -> Vec<Facts> {
        let mut details: Vec<_> = self.details.iter().map(ToString::to_string).collect();
        if self.open_details {
            details.push("any members".into());
        }
        let properties = self.properties.iter().map(|(name, value)| format!("{name} {value}")).collect();
        let challenge = self.challenge.iter().map(ToString::to_string).collect();
        let all = [("Details", details), ("Properties", properties), ("Challenge", challenge)];
        all.into_iter().filter(|(_, texts)| !texts.is_empty()).map(|(title, texts)| Facts { title, texts }).collect()
    }
}
