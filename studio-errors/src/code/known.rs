//! The trait that generated code uses in place of `Catalog`.

use super::{Catalog, CatalogFacts};

/// Implemented by all catalogs. If the type is not a catalog, rustc reports this missing impl once instead of at every use.
pub trait Known {
    /// The catalog itself.
    type Catalog: Catalog;
    /// The facts of the catalog, which are evaluated only once.
    const FACTS: &'static CatalogFacts;
}

impl<C: Catalog> Known for C {
    type Catalog = C;
    const FACTS: &'static CatalogFacts = &CatalogFacts::of::<C>();
}
