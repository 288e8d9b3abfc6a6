//! A downstream crate: types in every shape that users write, each beside its tests, and tests of the whole in `tests/`.

pub mod hostile;
pub mod hygiene;
pub mod imported;
pub mod neighbours;
pub mod shapes;
