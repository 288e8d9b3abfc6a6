//! Serializes an error body, in any format of serde.

use serde_core::ser::SerializeStruct;
use serde_core::{Serialize, Serializer};

use super::envelope::{InEnvelope, Members, Values};
use crate::code::ErrorInfo;

/// An error body. It has the published format, unless `info` is one of a catalog with an envelope.
#[derive(Debug)]
pub(crate) struct Body<'a, D> {
    pub(crate) info: Option<ErrorInfo>,
    pub(crate) code: &'a str,
    pub(crate) message: &'a str,
    pub(crate) http: u16,
    pub(crate) details: Option<&'a D>,
    pub(crate) request_id: Option<&'a str>,
}

impl<D: Serialize> Serialize for Body<'_, D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { info, code, message, http, details, request_id } = *self;
        if let Some((info, template)) = info.and_then(|info| Some((info, info.catalog().envelope?))) {
            let of_error = Values::of(info, message, &Members { request_id, ..Members::default() });
            return InEnvelope::new(template, &Values { code, http, ..of_error }, details).serialize(serializer);
        }
        let mut body = serializer.serialize_struct("ErrorBody", 1)?;
        body.serialize_field("error", &Inner(self))?;
        body.end()
    }
}

struct Inner<'a, D>(&'a Body<'a, D>);

impl<D: Serialize> Serialize for Inner<'_, D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Body { code, message, http, details, request_id, .. } = self.0;
        // A format without names identifies a member by its index, so no member can be omitted.
        let has_all = !serializer.is_human_readable();
        let (has_details, has_id) = (has_all || details.is_some(), has_all || request_id.is_some());
        let len = 3 + usize::from(has_details) + usize::from(has_id);
        let mut members = serializer.serialize_struct("ErrorBody", len)?;
        members.serialize_field("code", code)?;
        members.serialize_field("message", message)?;
        members.serialize_field("http", http)?;
        if has_details {
            members.serialize_field("details", details)?;
        }
        if has_id {
            members.serialize_field("request_id", request_id)?;
        }
        members.end()
    }
}
