//! Types that must not compile, with the expected messages, and types that must compile.
//!
//! Each `cases/<key>/<error>.rs` has a `.stderr` with the output of stable rustc. To update one case:
//!
//! ```sh
//! TRYBUILD=overwrite cargo test -p studio-errors-ui-tests --test ui -- ui trybuild=cases/code/missing.rs
//! ```
//!
//! Then read the `.stderr` as a user would: it must contain one diagnostic for each error, at the token at fault, with the fact
//! first and then the help. If it is not clear, change the derive.
