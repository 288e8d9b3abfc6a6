//! What it means: one type, its variants and their codes, with every mistake that its tokens show.

mod coded;
mod fields;
mod holders;
mod reader;

use proc_macro2::{Span, TokenStream};
use syn::{Data, DeriveInput, Generics, Ident, Member, Path, Type, Visibility};

use self::reader::Reader;
use crate::attr::Attr;
use crate::key::Place;
use crate::mistakes::Mistakes;

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
    pub(crate) reserved: Vec<(u16, u16)>,
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
    /// No variant has a category, nor has the type: the number of one, or 0.
    pub(crate) needs_category: Option<u16>,
    /// Every key that was written, for completion in an IDE.
    pub(crate) keys: Keys,
}

/// The keys that were written, by the kind of place where they stand.
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
}

/// A variant with a code of its own.
pub(crate) struct Coded {
    pub(crate) ident: Ident,
    pub(crate) fault: Fault,
    /// 0 where it is missing or refused.
    pub(crate) number: u16,
    pub(crate) number_span: Span,
    pub(crate) category: Option<usize>,
    /// Neither it nor the type names one.
    pub(crate) category_is_absent: bool,
    /// Where the variant names its own category.
    pub(crate) category_span: Option<Span>,
    pub(crate) http: u16,
    pub(crate) http_span: Option<Span>,
    pub(crate) http_is_absent: bool,
    pub(crate) name: String,
    pub(crate) name_span: Span,
    pub(crate) name_is_stated: bool,
    pub(crate) stated: Option<String>,
    /// The first paragraph of the doc comment.
    pub(crate) remark: Option<String>,
    pub(crate) description_is_absent: bool,
    pub(crate) resolution: Option<String>,
    pub(crate) display_span: Option<Span>,
    pub(crate) deprecated: TokenStream,
    /// The code under the prefix that the derive guesses.
    pub(crate) guess: String,
    /// The constant is another variant's.
    pub(crate) shares: bool,
}

/// What is wrong with a number as far as this type can tell; `studio_errors` finds the mend in the catalog.
pub(crate) enum Fault {
    None,
    /// And what it holds seems to be an error, which may have one.
    Missing {
        wraps: bool,
    },
    /// No category can own it: 0, below, or above what a code can be.
    Outside(String),
    Repeated {
        number: u16,
        /// The variant that has it.
        holder: String,
        /// The two are called the same, and mean to share it.
        same_name: bool,
        /// How the two could share it; empty where their facts differ.
        share: String,
    },
    Reserved(u16),
}

impl Coded {
    pub(crate) fn description(&self) -> Option<&str> {
        self.stated.as_deref().or(self.remark.as_deref())
    }
}

impl Model {
    /// `None` where nothing can be generated.
    pub(crate) fn read(input: &DeriveInput, mistakes: &mut Mistakes) -> Option<Self> {
        let place = match &input.data {
            Data::Enum(_) => Place::Enum,
            Data::Struct(_) => Place::Struct,
            Data::Union(data) => {
                mistakes.over(&data.union_token, "a union cannot be an error with a code", "use an enum or a struct");
                return None;
            }
        };
        let attr = Attr::read(&input.attrs, place, mistakes);
        let mut reader = Reader::new(input, &attr, mistakes);
        match &input.data {
            Data::Enum(data) => {
                for variant in &data.variants {
                    let mut keys = Attr::read(&variant.attrs, Place::Variant, reader.mistakes);
                    keys.excuse(&attr.misplaced);
                    reader.variant(&variant.ident, &variant.attrs, &variant.fields, &mut keys);
                    reader.keys.variants.extend(keys.written);
                }
            }
            Data::Struct(data) => reader.variant(&input.ident, &input.attrs, &data.fields, &mut attr.clone()),
            Data::Union(_) => {}
        }
        Some(reader.finish(&attr, place))
    }

    /// Whether the type has codes or reserved numbers of its own, beside those that it nests.
    pub(crate) fn has_own(&self) -> bool {
        !self.rows.is_empty() || !self.reserved.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use crate::expand;
    use crate::properties::tests::reported;

    fn expansion(source: &str) -> String {
        expand::derive(&syn::parse_str(source).expect("a type")).to_string()
    }

    fn said(source: &str) -> Vec<String> {
        let tokens = expand::derive(&syn::parse_str(source).expect("a type"));
        reported(tokens).into_iter().map(|(_, _, text)| text).collect()
    }

    #[test]
    fn what_stands_in_the_wrong_place_is_not_missed_in_the_right_one() {
        let on_type = expansion(
            "#[studio(category = \"quota\", http = 402, description = \"d\")] enum E { #[studio(code = 1650)] A }",
        );
        assert!(!on_type.contains("http_is_published") && !on_type.contains("description_is_published"), "{on_type}");
        let absent = expansion("#[studio(category = \"quota\")] enum E { #[studio(code = 1650)] A }");
        assert!(absent.contains("http_is_published") && absent.contains("description_is_published"), "{absent}");
        for source in [
            "#[studio(category = \"quota\", transparent)] enum E { A(B) }",
            "#[studio(category = \"quota\", code = 1650)] enum E { A(B) }",
            "#[studio(category = \"quota\")] enum E { A(#[studio(transparent)] B) }",
            "#[studio(category = \"quota\")] enum E { #[studio(http = 402 ! 1650)] A }",
        ] {
            assert!(!expansion(source).contains("check :: missing"), "{source}");
        }
        for source in [
            "#[studio(category = \"quota\")] enum E { #[studio(http = 402)] A }",
            "#[studio(category = \"quota\")] enum E { #[studio(http = 402 !)] A }",
        ] {
            assert!(expansion(source).contains("check :: missing"), "{source}");
        }
    }

    #[test]
    fn an_example_of_a_key_is_one_that_belongs_there() {
        let form = |key| format!("expected a key\nhelp: {key}");
        assert_eq!(said("enum E { A(#[studio(5)] B) }"), [form("write one as in `retry_after`")]);
        assert_eq!(said("enum E { #[studio(5)] A }"), [form("write `code = 5`")]);
        assert_eq!(said("enum E { #[studio(\"5\")] A }"), [form("write one as in `code = 1601`")]);
    }

    #[test]
    fn a_refused_name_is_no_second_mistake() {
        let twice = said("enum E { #[studio(code = 1650, name = \"B\")] A, #[studio(code = 1651, name = 5)] B }");
        assert_eq!(twice.len(), 1, "{twice:?}");
        let sound = said("enum E { #[studio(code = 1650, name = \"B\")] A, #[studio(code = 1651)] B }");
        assert_eq!(sound, ["name `B` is already held by `A`\nhelp: state another name, as in `name = \"..\"`"]);
    }

    #[test]
    fn nothing_is_known_of_the_categories_of_a_refused_catalog() {
        let of = |catalog| {
            expansion(&format!(
                "#[studio(catalog = {catalog}, category = \"a\")] enum E {{ #[studio(code = 1650, category = \"b\")] A }}"
            ))
        };
        let (refused, known) = (of("5"), of("Acme"));
        assert!(!refused.contains("check :: category"), "{refused}");
        assert_eq!(known.matches("check :: category ::").count(), 2, "{known}");
    }

    #[test]
    fn a_reserved_number_is_nobodys() {
        let of = |number| {
            expansion(&format!(
                "#[studio(reserved(1604, 1650..=1659), category = \"quota\")] enum E {{ #[studio(code = {number})] A }}"
            ))
        };
        for number in [1604, 1650, 1659] {
            let refused = of(number);
            assert!(refused.contains(&format!("check :: reserved (__DEFINITIONS , 0 , {number}u16)")), "{refused}");
        }
        for number in [1603, 1605, 1649, 1660] {
            assert!(!of(number).contains("check :: reserved"), "{number}");
        }
    }

    #[test]
    fn two_variants_share_a_number_where_both_state_one_name() {
        let of = |first: &str, second: &str| {
            let keys = "code = 1650, http";
            expansion(&format!(
                "#[studio(category = \"quota\")] enum E {{ #[studio({keys} = {first})] A, #[studio({keys} = {second})] B }}"
            ))
        };
        let repeated = |first: &str, second: &str, facts: &str| {
            let expansion = of(first, second);
            let check = format!("check :: repeated (__DEFINITIONS , 0 , 1650u16 , \"A\" , {facts})");
            assert!(expansion.contains(&check), "{check}\n{expansion}");
        };
        assert!(!of("402, name = \"N\"", "402, name = \"N\"").contains("repeated"));
        repeated("402", "402", "false , \"to share 1650, state one `name` on both\"");
        repeated("402, name = \"N\"", "402", "false , \"to share 1650, state one `name` on both\"");
        repeated("402, name = \"N\"", "402, name = \"M\"", "false , \"to share 1650, state one `name` on both\"");
        repeated("402, name = \"B\"", "402", r#"true , "add `name = \"B\"` to share 1650""#);
        repeated("402", "402, name = \"A\"", r#"true , "to share 1650, state `name = \"A\"` on `A` as well""#);
        repeated("402", "403, name = \"A\"", "false , \"\"");
        repeated("402", "403", "false , \"\"");
    }

    #[test]
    fn a_type_without_a_category_tells_a_number_of_its_own() {
        let of = |variants: &str| expansion(&format!("enum E {{ {variants} }}"));
        let told = |number| format!("check :: category_missing (__DEFINITIONS , \"E\" , {number}u16 , \"\")");
        assert!(of("A, #[studio(code = 1650)] B, #[studio(code = 1700)] C").contains(&told(1650)));
        assert!(of("A, B").contains(&told(0)));
    }

    #[test]
    fn a_nested_value_is_made_from_its_code_too() {
        let nested = "#[studio(from_code)] enum E { #[studio(transparent)] A(B) }";
        assert_eq!(said(nested), [""; 0]);
    }
}
