//! Serializes an error body, in any format of serde.

use serde_core::ser::SerializeStruct;
use serde_core::{Serialize, Serializer};

use super::error_body::{ErrorBody, Origin, OwnedErrorBody};
use crate::error::{StudioErrorCode, WithMessage};
use crate::wire::envelope::{InEnvelope, Members, Values};

/// Serializes the body of an error, with the fields of its details.
///
/// # Errors
///
/// Returns the error of the serializer.
pub fn serialize<S: Serializer>(error: &dyn StudioErrorCode, serializer: S) -> Result<S::Ok, S::Error> {
    #[cfg(feature = "details")]
    if let Some(details) = crate::error::details(error) {
        return ErrorBody::of_error(error, crate::error::message(error), details.present()).serialize(serializer);
    }
    // An implementation by hand has details as text. Text that is not JSON is omitted.
    ErrorBody::of(error).serialize(serializer)
}

impl<E: StudioErrorCode> Serialize for WithMessage<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self, serializer)
    }
}

impl<D: Serialize> Serialize for ErrorBody<'_, D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Origin::Error(info) = self.origin
            && let Some(template) = info.catalog().envelope
        {
            let members = Members { request_id: self.request_id.as_deref(), ..Members::default() };
            let values = Values { code: &self.code, http: self.http, ..Values::of(info, &self.message, members) };
            return InEnvelope::new(template, &values, self.details.as_ref()).serialize(serializer);
        }
        let mut body = serializer.serialize_struct("ErrorBody", 1)?;
        body.serialize_field("error", &Inner(self))?;
        body.end()
    }
}

impl<D: Serialize> Serialize for OwnedErrorBody<D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// The value of the member `error` in the published format.
struct Inner<'a, D>(&'a ErrorBody<'a, D>);

impl<D: Serialize> Serialize for Inner<'_, D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let ErrorBody { code, message, http, details, request_id, .. } = self.0;
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
