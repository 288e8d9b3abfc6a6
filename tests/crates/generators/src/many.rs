//! Tests a property with many inputs.

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;

/// Tests `property` for `PROPERTIES_MS` milliseconds (default: 2,000), and prints the number of inputs.
pub fn try_many(name: &str, mut property: impl FnMut(&mut Unstructured<'_>) -> Result<()>) {
    let time = std::env::var("PROPERTIES_MS").ok().and_then(|time| time.parse().ok()).unwrap_or(2_000);
    let mut tried = 0_u64;
    // On a busy machine, this time can be too short for ten inputs.
    for _ in 0..10 {
        arbtest(|bytes| {
            property(bytes)?;
            tried += 1;
            Ok(())
        })
        .size_min(64)
        .size_max(2_048)
        .budget_ms(time)
        .run();
        if tried > 10 {
            break;
        }
    }
    assert!(tried > 10, "{name}: tried {tried} only");
    println!("{name}: {tried} inputs");
}
