//! What must not compile, and what the compiler says of it: `cases/<key>/<mistake>.rs` beside its `.stderr`.

#[test]
fn ui() {
    trybuild::TestCases::new().compile_fail("cases/*/*.rs");
}
