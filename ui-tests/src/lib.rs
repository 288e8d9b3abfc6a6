//! What must not compile, with what the compiler says of it; and what must.
//!
//! `cases/<key>/<mistake>.rs` stands beside the `.stderr` that stable rustc prints. To bless one case, and only one:
//!
//! ```sh
//! TRYBUILD=overwrite cargo test -p studio-errors-ui-tests --test ui -- ui trybuild=cases/code/missing.rs
//! ```
//!
//! then read the `.stderr` as a user would: one mistake, one error, on the token at fault, the fact first and then the
//! mend. Where it is not what a user wants to read, the derive is wrong, not the reader.
