//! The meaning of the attributes: one type, its variants and their codes. Every error that tokens show is reported.

mod coded;
mod duplicates;
mod fields;
mod read;
mod reader;
mod recursion;
#[cfg(test)]
mod tests;
mod used;
mod variants;

use proc_macro2::Span;
use syn::{Generics, Ident, Member, Path, Type, Visibility};

pub(crate) use self::recursion::pointee;
use crate::attr::Deprecation;

/// One type, as the generated code needs it.
pub(crate) struct Model {
    pub(crate) krate: Path,
    pub(crate) ident: Ident,
    pub(crate) vis: Visibility,
    pub(crate) generics: Generics,
    /// `Studio` where there is none.
    pub(crate) catalog: Option<Path>,
    /// Where the user named the catalog.
    pub(crate) catalog_span: Option<Span>,
    /// These are definitions, even where the key that says so is misspelt: else the catalog would depend on itself.
    pub(crate) publishes: bool,
    /// Where that is said.
    pub(crate) published_span: Option<Span>,
    pub(crate) reserved: Vec<(u32, u32)>,
    /// What an enum states for its variants.
    pub(crate) defaults: Policy,
    /// Where an enum states an http.
    pub(crate) default_http_span: Option<Span>,
    pub(crate) from_code: bool,
    pub(crate) axum: Option<Span>,
    pub(crate) actix: Option<Span>,
    pub(crate) utoipa: Option<Span>,
    pub(crate) serialize: bool,
    pub(crate) is_struct: bool,
    pub(crate) variants: Vec<Variant>,
    /// The coded variants in the order of the table: one for each code, ascending; then those that repeat one.
    pub(crate) rows: Vec<Coded>,
    pub(crate) distinct: usize,
    /// Every slug that was written, once; each coded variant has the place of its own.
    pub(crate) categories: Vec<String>,
    /// The category of the type, where the type names one.
    pub(crate) category: Option<(usize, Span)>,
    /// Neither the type nor a variant has a category.
    pub(crate) needs_category: bool,
    /// Every key that was written, for completion in an IDE.
    pub(crate) keys: Keys,
}

/// The keys that are allowed on a variant, and on the enum as a default; 0 if absent.
#[derive(Clone, Copy, Default)]
pub(crate) struct Policy {
    pub(crate) http: u16,
    /// 1 for `false`, 2 for `true`.
    pub(crate) retryable: u8,
    /// From 1 for `trace` to 5 for `error`.
    pub(crate) level: u8,
}

/// The keys that were written, by the kind of their place.
#[derive(Default)]
pub(crate) struct Keys {
    pub(crate) types: Vec<Ident>,
    pub(crate) variants: Vec<Ident>,
    pub(crate) fields: Vec<Ident>,
}

/// A variant, or the struct itself.
pub(crate) struct Variant {
    pub(crate) ident: Ident,
    pub(crate) is_unit: bool,
    pub(crate) kind: Kind,
    pub(crate) retry_after: Option<Accessor>,
}

pub(crate) enum Kind {
    /// The place of its row in the table.
    Coded {
        row: usize,
        display: Option<Span>,
    },
    Transparent(Accessor),
}

/// A field by which something is reached.
pub(crate) struct Accessor {
    pub(crate) member: Member,
    pub(crate) ty: Type,
    /// The type names a parameter of the model that is not a lifetime.
    pub(crate) is_generic: bool,
    /// The type is the model itself, behind pointers or not.
    pub(crate) is_self: bool,
}

/// A variant with a code of its own.
pub(crate) struct Coded {
    pub(crate) ident: Ident,
    pub(crate) fault: Fault,
    /// `None` if it is missing or refused.
    pub(crate) number: Option<u32>,
    /// The literal of the number, if it begins with zeros.
    pub(crate) padded: Option<String>,
    pub(crate) number_span: Span,
    pub(crate) category: Option<usize>,
    /// Neither it nor the type names one.
    pub(crate) category_is_absent: bool,
    /// Where the variant names its own category.
    pub(crate) category_span: Option<Span>,
    /// The keys of the variant itself.
    pub(crate) stated_policy: Policy,
    /// The http of the enum, if the variant has none. A published http takes precedence.
    pub(crate) default_http: u16,
    pub(crate) http_span: Option<Span>,
    pub(crate) http_is_absent: bool,
    pub(crate) retryable_span: Option<Span>,
    pub(crate) name: String,
    pub(crate) name_span: Span,
    pub(crate) name_is_stated: bool,
    pub(crate) stated: Option<String>,
    /// The first paragraph of the doc comment.
    pub(crate) remark: Option<String>,
    pub(crate) description_is_absent: bool,
    /// The macro call from which the doc comment is made.
    pub(crate) documented_by: Option<Path>,
    pub(crate) resolution: Option<String>,
    pub(crate) display_span: Option<Span>,
    pub(crate) deprecated: Option<Deprecation>,
    /// The code under the prefix that the derive guesses.
    pub(crate) guess: String,
    /// The constant is another variant's.
    pub(crate) shares: bool,
    /// A variant has this name: Rust resolves `E::NAME` to the variant, so that no constant can be used.
    pub(crate) is_hidden: bool,
}

/// What is wrong with a number as far as its type shows. `studio_errors` finds the help in the catalog.
pub(crate) enum Fault {
    None,
    /// `wraps`: its field seems to be an error, which may have a code.
    Missing {
        wraps: bool,
    },
    /// No code can have it: a `u32` does not hold it.
    Outside(String),
    Repeated {
        number: u32,
        /// The first variant that uses it.
        user: String,
        /// The two are called the same, and mean to share it.
        same_name: bool,
        /// How the two could share it; empty where their facts differ.
        share: String,
    },
    Reserved(u32),
}

impl Coded {
    /// The http of the variant or of the enum; 0 if only the catalog can have one.
    pub(crate) fn http(&self) -> u16 {
        if self.stated_policy.http > 0 { self.stated_policy.http } else { self.default_http }
    }

    pub(crate) fn description(&self) -> Option<&str> {
        self.stated.as_deref().or(self.remark.as_deref())
    }
}

impl Model {
    /// Whether the type has codes or reserved numbers of its own, beside those that it nests.
    pub(crate) fn has_own(&self) -> bool {
        !self.rows.is_empty() || !self.reserved.is_empty()
    }
}
