//! Checks the names of codes and details in a type that converts into a gRPC status.

use syn::ext::IdentExt;

use super::reader::Reader;

/// The longest reason, which is the name of a code: <https://google.aip.dev/193#errorinfo>.
const LONGEST: usize = 63;
/// The members of the metadata that the conversion itself adds.
const METADATA: [&str; 2] = ["code", "http"];

impl Reader<'_> {
    /// Refuses names of codes and of details, if the type has the key `tonic`.
    pub(super) fn refuse_in_grpc(&mut self) {
        if self.attr.tonic.is_absent() {
            return;
        }
        // Variants that share a code have one name.
        for row in self.rows.iter().filter(|row| row.name.text.len() > LONGEST && !row.shares) {
            let fact = format!(
                "the name of `{}` has {} characters, and the reason of a gRPC error has at most {LONGEST}",
                row.ident.unraw(),
                row.name.text.len()
            );
            let help =
                if row.name.is_stated { "write a shorter name" } else { "add a shorter one, as in `name = \"..\"`" };
            self.diagnostics.at(row.name.span, &fact, help);
        }
        for detail in self.variants.iter().flat_map(|variant| &variant.details) {
            if !detail.is_whole && METADATA.contains(&&*detail.name) {
                let fact = format!("detail `{0}` conflicts with `tonic`, which adds its own `{0}`", detail.name);
                self.diagnostics.at(detail.name_span, &fact, "give it another name, as in `detail = \"reason\"`");
            }
        }
    }
}
