//! Codes and what is known about them: the code itself, its category and catalog, and the lists of codes.

mod catalog;
mod category;
mod code_list;
mod code_set;
mod error_code;
mod error_info;
mod from_code;

pub use self::catalog::Catalog;
pub use self::category::Category;
pub use self::code_list::CodeList;
pub(crate) use self::code_list::Reserved;
pub use self::code_set::CodeSet;
pub use self::error_code::Code;
pub use self::error_info::ErrorInfo;
pub use self::error_info::Row;
pub use self::from_code::FromCode;
