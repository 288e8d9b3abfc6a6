//! The errors of Acme's shipping service.

use acme_errors::{Acme, PlatformError};
use studio_errors::{StudioErrorCode, code_set};

/// What a shipment can run into.
#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(catalog = Acme, category = "shipping", reserved(501))]
pub enum ShippingError {
    /// There is no such parcel
    #[error("no parcel {parcel}")]
    #[studio(code = 500, http = 404, resolution = "Check the number on the receipt")]
    NoSuchParcel {
        /// The number that was asked for.
        parcel: u64,
    },

    // A published code: name, http, description and resolution are those of the catalog.
    #[allow(missing_docs)]
    #[error("the sorter is halted")]
    #[studio(code = 2, category = "platform")]
    Maintenance,
}

/// What the carriers report.
#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(catalog = Acme, category = "shipping")]
pub enum CarrierError {
    /// The carrier did not take the parcel
    #[error("{carrier} refused the parcel")]
    #[studio(code = 510, http = 409, display)]
    Refused {
        /// Who refused.
        carrier: &'static str,
    },
}

code_set! {
    /// Every code that the service answers with.
    pub ServiceErrors: ShippingError, CarrierError, PlatformError
}
