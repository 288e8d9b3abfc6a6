//! Compatibility of releases: a file contains the codes of the last release, and a test compares the current codes with it.
//!
//! ```no_run
//! # use studio_errors::catalog::StudioError as ServiceErrors;
//! #[test]
//! fn codes_are_compatible_with_the_last_release() {
//!     studio_errors::baseline::assert_compatible::<ServiceErrors>("error-codes.json");
//! }
//! ```
//!
//! The file is the [JSON reference](crate::reference::Reference::to_json), next to `Cargo.toml`. `UPDATE_ERROR_CODES=1 cargo test`
//! creates it and updates it.
//!
//! | change | effect on clients |
//! |---|---|
//! | a new code; a newly reserved number; another description, resolution or deprecation; another title or range of a category; a code that is now retryable | compatible |
//! | a code with another name, http, category or gRPC code; a code that is no longer retryable; another `ENVELOPE`, `DOCS`, `DOMAIN`, `CHALLENGE` or `CODE_HEADER` of a catalog; another property or challenge of a code; a code removed or renumbered, and its number reserved | breaks |
//! | a code removed or renumbered, or a reservation removed, so that another error can take the number | reuses a number |
//! | a reserved number that is a code again; a code with another name and another http | reuses a number |
//!
//! To accept a change that breaks clients, update the file, so that a reviewer sees the difference. A change that reuses a number
//! is never accepted: a published number is either the same code or [reserved](macro@crate::StudioErrorCode).

mod change;
mod changes;
mod comparison;
mod file;

pub use self::change::{Change, Effect, Kind};
pub use self::comparison::{Comparison, compare};
pub use self::file::{assert_compatible, assert_unchanged};
