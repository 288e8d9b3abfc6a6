//! The names of the classes of a generated module: the base, the catalogs, the categories, the codes and their details.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToUpperCamelCase;
use studio_errors::reference::{Reference, SetRow};

/// The keywords of Python, the names of `builtins` in Python 3.14, and the names that every module has. Only names that start
/// with an upper-case letter can be the name of a class here.
const RESERVED: &str = "AnyError ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError \
                        BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError \
                        ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning \
                        EnvironmentError Exception ExceptionGroup False FileExistsError FileNotFoundError FloatingPointError \
                        FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError InterruptedError \
                        IsADirectoryError KeyError KeyboardInterrupt KnownError LookupError MemoryError ModuleNotFoundError NameError \
                        None NotADirectoryError NotImplemented NotImplementedError OSError OverflowError PendingDeprecationWarning \
                        PermissionError ProcessLookupError PythonFinalizationError RecursionError ReferenceError ResourceWarning \
                        RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit \
                        TabError TimeoutError True TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError \
                        UnicodeTranslateError UnicodeWarning UnknownError UserWarning ValueError Violation Warning WindowsError \
                        ZeroDivisionError";

/// The beginning of the name of the base class of several catalogs, or of a catalog without a prefix.
const SERVICE: &str = "Service";

pub(super) struct ClassNames<'a> {
    pub(super) base: String,
    /// The class of each prefix. It is empty if there is only one catalog, whose class is the base.
    pub(super) catalogs: BTreeMap<&'a str, String>,
    /// The class of each category, by prefix and slug.
    pub(super) categories: BTreeMap<(&'a str, &'a str), String>,
    /// The class of each code.
    pub(super) codes: BTreeMap<&'a str, String>,
    /// The type of the details of each code that has details.
    pub(super) details: BTreeMap<&'a str, String>,
}

impl ClassNames<'_> {
    /// The class of a code.
    pub(super) fn code(&self, code: &str) -> Option<&str> {
        self.codes.get(code).map(String::as_str)
    }

    /// The class above the categories of a catalog.
    pub(super) fn catalog(&self, prefix: &str) -> &str {
        self.catalogs.get(prefix).unwrap_or(&self.base)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        let names = [&self.base].into_iter().chain(self.catalogs.values()).chain(self.categories.values());
        names.chain(self.codes.values()).chain(self.details.values()).map(String::as_str)
    }
}

/// Names the classes in this order. A name depends only on the names before it, and on the other names of its kind.
pub(super) fn class_names(reference: &Reference) -> ClassNames<'_> {
    let mut taken = Taken(RESERVED.split(' ').map(String::from).collect());
    let mut prefixes: Vec<_> = reference.codes.iter().map(|row| &*row.catalog).collect();
    prefixes.sort_unstable();
    prefixes.dedup();
    let one = if let [prefix] = *prefixes { prefix } else { "" };
    let base = taken.name_of_a_catalog(one);
    let several = prefixes.into_iter().filter(|prefix| one.is_empty() && !prefix.is_empty());
    let catalogs = several.map(|prefix| (prefix, taken.name_of_a_catalog(prefix))).collect();

    let mut categories: Vec<_> = reference.codes.iter().map(|row| (&*row.catalog, &*row.category)).collect();
    categories.sort_unstable();
    categories.dedup();
    let categories = taken.names(categories.into_iter().map(|(prefix, slug)| {
        let name = format!("{}Error", pascal(slug, "Category"));
        let longer = format!("{}{name}", catalog(prefix));
        ((prefix, slug), name, longer)
    }));
    let codes = taken.names(reference.codes.iter().map(|row| {
        let name = pascal(&row.name, "Code");
        let longer = format!("{name}{}", pascal(&row.code, "Code"));
        (&*row.code, name, longer)
    }));
    let with_details = reference.codes.iter().filter(|row| !row.details.is_empty());
    let details = with_details.filter_map(|row| {
        let class = codes.get(&*row.code)?;
        Some((&*row.code, taken.take(format!("{class}Details"))))
    });
    let details = details.collect();
    ClassNames { base, catalogs, categories, codes, details }
}

struct Taken(BTreeSet<String>);

impl Taken {
    /// Reserves `name`, with underscores at the end until it is unique.
    fn take(&mut self, mut name: String) -> String {
        while !self.0.insert(name.clone()) {
            name.push('_');
        }
        name
    }

    fn name_of_a_catalog(&mut self, prefix: &str) -> String {
        let prefix = catalog(prefix);
        let name = format!("{prefix}Error");
        if self.0.contains(&name) { self.take(format!("{prefix}{SERVICE}Error")) } else { self.take(name) }
    }

    /// Names each key. The first of its two names is used if it is free and no other key has it.
    fn names<K: Ord>(&mut self, wanted: impl Iterator<Item = (K, String, String)>) -> BTreeMap<K, String> {
        let wanted: Vec<_> = wanted.collect();
        let mut uses = BTreeMap::<String, usize>::new();
        for (_, name, _) in &wanted {
            *uses.entry(name.clone()).or_default() += 1;
        }
        let (alone, longer): (Vec<_>, Vec<_>) =
            wanted.into_iter().partition(|(_, name, _)| uses.get(name) == Some(&1) && !self.0.contains(name));
        // The shorter names are reserved first, so that a longer name cannot take one of them.
        let mut names: BTreeMap<K, String> = alone.into_iter().map(|(key, name, _)| (key, self.take(name))).collect();
        names.extend(longer.into_iter().map(|(key, _, name)| (key, self.take(name))));
        names
    }
}

fn catalog(prefix: &str) -> String {
    if prefix.is_empty() { SERVICE.into() } else { pascal(prefix, "Catalog") }
}

/// Converts `INSUFFICIENT_CREDITS` to `InsufficientCredits`, and `HTTPError` to `HttpError`. Characters other than ASCII letters and
/// digits separate words. `otherwise` is put before a name that does not start with a letter.
fn pascal(name: &str, otherwise: &str) -> String {
    let words: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    let pascal = words.to_upper_camel_case();
    if pascal.starts_with(|c: char| c.is_ascii_uppercase()) { pascal } else { format!("{otherwise}{pascal}") }
}

/// The other types of a module in TypeScript, the types that it uses, and those of the language.
const TYPES: &str = "AnyDetails AnyError AnyResponse ErrorBody ErrorCode ErrorDetails ErrorFacts KnownError KnownErrorOf Partial Path Places \
                     Readonly Record UnknownError Values Violation any bigint boolean never null number object string symbol undefined \
                     unknown void";

/// The name of the type of each named set, in every language: letters, digits and underscores. A name that is taken gets underscores at
/// its end.
pub(super) fn set_names<'a>(reference: &'a Reference, names: &ClassNames<'_>) -> Vec<(&'a SetRow, String)> {
    // In TypeScript, a set also has the type of its codes.
    let codes = |name: &str| format!("{name}Code");
    let mut taken: BTreeSet<String> =
        names.all().chain(TYPES.split(' ')).chain(RESERVED.split(' ')).map(String::from).collect();
    let mut given = Vec::new();
    for set in &reference.sets {
        let mut name: String = set.name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            name.insert_str(0, "Set");
        }
        while taken.contains(&name) || taken.contains(&codes(&name)) {
            name.push('_');
        }
        taken.extend([name.clone(), codes(&name)]);
        given.push((set, name));
    }
    given
}
