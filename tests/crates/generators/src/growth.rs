//! How the time of a function grows with its input.

use std::time::{Duration, Instant};

/// Asserts that ten times the input takes about ten times as long, and not a hundred times. `run` gets the size of the input. One of
/// three runs must be fast enough, so the load of the machine does not decide.
pub fn assert_not_quadratic(large: u32, mut run: impl FnMut(u32)) {
    let mut time_of = |size| {
        let started = Instant::now();
        run(size);
        started.elapsed()
    };
    let few = (0..3).map(|_| time_of(large / 10)).min().unwrap_or(Duration::MAX);
    let mut many = Duration::MAX;
    for _ in 0..3 {
        many = many.min(time_of(large));
        if many < few * 40 {
            break;
        }
    }
    println!("{} of input take {few:?}, {large} take {many:?}", large / 10);
    assert!(many < few * 40, "{} of input take {few:?}, {large} take {many:?}", large / 10);
}
