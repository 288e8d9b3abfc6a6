//! The names of a type that converts into a gRPC status. They are the reasons in the status.

use syn::ext::IdentExt;

use super::reader::Reader;
use crate::attr::Attr;

/// The longest reason: <https://google.aip.dev/193#errorinfo>.
const LONGEST: usize = 63;

impl Reader<'_> {
    /// Refuses the names that are too long for a reason, if the type has the key `tonic`.
    pub(super) fn refuse_long_reasons(&mut self, attr: &Attr) {
        if attr.tonic.is_absent() {
            return;
        }
        // Variants that share a code have one name.
        for row in self.rows.iter().filter(|row| row.name.len() > LONGEST && !row.shares) {
            let fact = format!(
                "the name of `{}` has {} characters, and the reason of a gRPC error has at most {LONGEST}",
                row.ident.unraw(),
                row.name.len()
            );
            let help =
                if row.name_is_stated { "write a shorter name" } else { "add a shorter one, as in `name = \"..\"`" };
            self.diagnostics.at(row.name_span, &fact, help);
        }
    }
}
