//! What must not compile, with what the compiler says of it; and what must.
//!
//! `cases/<key>/<error>.rs` is next to the `.stderr` that stable rustc prints. To bless one case, and only one:
//!
//! ```sh
//! TRYBUILD=overwrite cargo test -p studio-errors-ui-tests --test ui -- ui trybuild=cases/code/missing.rs
//! ```
//!
//! then read the `.stderr` as a user would: one diagnostic for each error, at the token at fault, the fact first and then the
//! help. If it is not clear, change the derive.
