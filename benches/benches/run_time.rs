//! `cargo bench -p studio-errors-benches --features time`

use criterion::Criterion;
use studio_errors_benches::OPERATIONS;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    for (operation, subject, run) in OPERATIONS.iter().copied().flatten() {
        let mut group = criterion.benchmark_group(*operation);
        let mut turn = 0;
        group.bench_function(*subject, |bencher| {
            bencher.iter(|| {
                turn += 1;
                run(turn);
            });
        });
        group.finish();
    }
    criterion.final_summary();
}
