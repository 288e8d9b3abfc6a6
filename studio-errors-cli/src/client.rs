//! Clients in other languages: a module with the codes, and a function that reads the body of a response.

mod class_names;
mod model;
mod python;
mod typescript;

pub use self::python::to_python;
pub use self::typescript::to_typescript;
