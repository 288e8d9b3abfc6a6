//! The errors of Acme's shipping service.

use acme_errors::{Acme, PlatformError};
use studio_errors::{StudioErrorCode, code_set};

/// Errors of shipments.
#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(catalog = Acme, category = "shipping", reserved(501))]
pub enum ShippingError {
    /// The parcel does not exist
    #[error("parcel {parcel} does not exist")]
    #[studio(code = 500, http = 404, resolution = "Check the number on the receipt")]
    NoSuchParcel {
        /// The number of the parcel.
        parcel: u64,
    },

    // This code is published: the catalog has its http, description and resolution.
    #[allow(missing_docs)]
    #[error("the sorting machine is stopped")]
    #[studio(code = 2, category = "platform")]
    Maintenance,
}

/// Errors of carriers.
#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(catalog = Acme, category = "shipping")]
pub enum CarrierError {
    /// The carrier refused the parcel
    #[error("{carrier} refused the parcel")]
    #[studio(code = 510, http = 409, display)]
    Refused {
        /// The name of the carrier.
        carrier: &'static str,
    },
}

code_set! {
    /// Every code that the service can report.
    pub ServiceErrors: ShippingError, CarrierError, PlatformError
}
