//! A downstream crate: types of all kinds with their tests. The tests in `tests/` use the whole crate.

pub mod hostile;
pub mod hygiene;
pub mod imported;
pub mod neighbours;
pub mod shapes;
