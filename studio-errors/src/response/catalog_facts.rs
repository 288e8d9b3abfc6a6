//! What a response takes from the catalog of its code.

use crate::catalog::Studio;
use crate::code::{Catalog, ErrorInfo};

#[derive(Clone, Copy, Debug)]
pub(crate) struct CatalogFacts {
    pub(crate) challenge: Option<&'static str>,
    #[cfg_attr(not(any(feature = "http", feature = "actix")), expect(dead_code, reason = "for problem details"))]
    pub(crate) docs: Option<&'static str>,
}

pub(crate) fn catalog_facts(info: ErrorInfo) -> CatalogFacts {
    if info.code().prefix() == Studio::PREFIX {
        CatalogFacts { challenge: Studio::CHALLENGE, docs: Studio::DOCS }
    } else {
        CatalogFacts { challenge: None, docs: None }
    }
}
