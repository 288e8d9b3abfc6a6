//! A property, tried on many inputs.

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;

/// Tries `property` for `PROPERTIES_MS`, 2,000 milliseconds unless it is set, and prints how often.
pub(crate) fn try_many(name: &str, mut property: impl FnMut(&mut Unstructured<'_>) -> Result<()>) {
    let time = std::env::var("PROPERTIES_MS").ok().and_then(|time| time.parse().ok()).unwrap_or(2_000);
    let mut tried = 0_u64;
    arbtest(|bytes| {
        property(bytes)?;
        tried += 1;
        Ok(())
    })
    .size_min(64)
    .size_max(2_048)
    .budget_ms(time)
    .run();
    assert!(tried > 10, "{name}: tried {tried} only");
    println!("{name}: {tried} inputs");
}
