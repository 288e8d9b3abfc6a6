//! Compares the codes with the last release.

use acme_shipping::ServiceErrors;

#[test]
fn codes_are_unchanged_since_the_last_release() {
    studio_errors::baseline::assert_unchanged::<ServiceErrors>("error-codes.json");
}
