//! Codes and their facts, categories, catalogs, and lists of codes.

mod catalog;
mod catalog_facts;
mod category;
mod code_list;
mod code_set;
mod codes;
mod deprecation;
mod detail;
pub(crate) mod envelope;
mod error_code;
mod error_info;
mod from_code;
mod grpc_code;
mod kind;
mod known;
pub(crate) mod layout;
mod level;
pub(crate) mod row;
mod spelling;
pub(crate) mod table;

pub use self::catalog::Catalog;
pub use self::catalog_facts::CatalogFacts;
pub use self::category::Category;
pub use self::code_list::{CodeIter, CodeList};
pub use self::code_set::CodeSet;
pub(crate) use self::codes::Codes;
pub use self::deprecation::Deprecation;
pub use self::detail::{Detail, DetailType};
pub use self::error_code::Code;
pub use self::error_info::ErrorInfo;
pub(crate) use self::error_info::is_retryable_status;
pub use self::from_code::FromCode;
pub use self::grpc_code::{GrpcCode, UnknownGrpcCode};
pub use self::kind::Kind;
pub use self::known::Known;
pub use self::level::{Level, UnknownLevel};
