//! A release cannot change what a published code means.

use acme_shipping::ServiceErrors;

#[test]
fn codes_are_what_they_were() {
    studio_errors::baseline::assert_unchanged::<ServiceErrors>("error-codes.json");
}
