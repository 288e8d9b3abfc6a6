//! Prints the error bodies that a client receives: `cargo run -p acme-shipping`.

use acme_shipping::{CarrierError, ServiceErrors, ShippingError};
use studio_errors::{CodeSet, StudioErrorCode};

fn main() {
    for error in [
        &ShippingError::NoSuchParcel { parcel: 7 } as &dyn StudioErrorCode,
        &ShippingError::Maintenance,
        &CarrierError::Refused { carrier: "Pigeon Post" },
    ] {
        println!("{}", error.to_json());
    }
    println!("{:?}", ServiceErrors::CODES);
}
