//! Types whose codes depend on a parameter. `cargo build` knows the parameter at each use.

mod scratch;

use std::sync::Mutex;

/// Only one crate is built at a time, because they share a directory.
static CRATE: Mutex<()> = Mutex::new(());

const TYPES: &str = "
use studio_errors::{FromCode, Kind, StudioErrorCode};

#[derive(StudioErrorCode)]
#[studio(category = \"quota\", reserved(1651), from_code, kind)]
enum Team<T> {
    /// There is no such team.
    #[studio(code = 1650, http = 404)]
    Unknown,
    #[studio(transparent)]
    Other(
        T
    ),
}

/// A type without its own codes.
#[derive(StudioErrorCode)]
enum Both<T, U> {
    #[studio(transparent)]
    First(T),
    #[studio(transparent)]
    Second(
        U
    ),
}
";

/// Another error with number 1650, one with a number that `Team` reserves, one with the same facts, and one with its own code.
const PARAMETERS: &str = "
macro_rules! errors {
    ($($name:ident $variant:ident = $code:literal $http:literal;)+) => {$(
        #[derive(StudioErrorCode)]
        #[studio(category = \"quota\", kind)]
        enum $name {
            #[studio(code = $code, http = $http, description = \"d\")]
            $variant,
        }
    )+};
}
errors! { Conflicts Full = 1650 409; Reserved Late = 1651 409; Agrees Unknown = 1650 404; Alone Free = 1652 409; }
";

/// Returns the errors of `cargo build` for a program with this `main`: the trimmed source at fault, and the message.
fn built(main: &str) -> Vec<(String, String)> {
    let _guard = CRATE.lock();
    let source = format!("#![allow(dead_code)]\n{TYPES}{PARAMETERS}\nfn main() {{ {main} }}\n");
    let output = scratch::cargo("generic", &[], "build", &source);
    let errors = scratch::errors(&output);
    assert_eq!(output.status.success(), errors.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    let at = |line: usize| source.lines().nth(line - 1).unwrap_or_default().trim().to_owned();
    errors.into_iter().map(|(line, _, _, _, text)| (at(line), text)).collect()
}

#[test]
fn a_use_of_a_generic_type_reports_a_conflict_with_its_parameter() {
    let facts = "`UNKNOWN` (http 404, `quota`) in `Team`, `FULL` (http 409, `quota`) in `T`";
    for method in ["code()", "to_json()", "message()", "retry_after()"] {
        let found = built(&format!("let _ = Team::<Conflicts>::Unknown.{method};"));
        let [(at, text)] = &*found else { panic!("{method}: {found:?}") };
        assert_eq!(at, "T", "{method}");
        assert!(text.starts_with("`STUDIO_1650` is two different errors: ") && text.contains(facts), "{text}");
    }
}

#[test]
fn a_look_up_and_a_kind_of_a_generic_type_report_a_conflict_with_its_parameter() {
    for (used, name) in [
        ("Team::<Conflicts>::from_code(\"\")", "Team"),
        ("Team::<Conflicts>::Unknown.kind()", "TeamKind"),
        ("TeamKind::<Conflicts>::from_code(\"\")", "TeamKind"),
        ("TeamKind::<Conflicts>::Unknown.info().name()", "TeamKind"),
    ] {
        let found = built(&format!("let _ = {used};"));
        let [(at, text)] = &*found else { panic!("{used}: {found:?}") };
        assert_eq!(at, "T", "{used}");
        assert!(text.contains(&format!("in `{name}`, `FULL` (http 409, `quota`) in `T`")), "{text}");
    }
}

#[test]
fn a_use_of_a_generic_type_reports_a_reserved_number_of_its_parameter() {
    let found = built("let _ = Team::Other(Reserved::Late).to_json();");
    let [(at, text)] = &*found else { panic!("{found:?}") };
    assert_eq!(at, "T");
    assert!(text.starts_with("`STUDIO_1651` is reserved by `Team`, and used by `T` as `LATE`"), "{text}");
}

#[test]
fn a_use_of_a_type_without_codes_of_its_own_reports_a_conflict_of_its_parameters() {
    for method in ["code()", "to_json()", "message()", "retry_after()"] {
        let found = built(&format!("let _ = Both::<Conflicts, Agrees>::First(Conflicts::Full).{method};"));
        let [(at, text)] = &*found else { panic!("{method}: {found:?}") };
        assert_eq!(at, "U", "{method}");
        assert!(text.starts_with("`STUDIO_1650` is two different errors: `FULL`"), "{text}");
    }
}

#[test]
fn generic_types_that_agree_with_their_parameters_build() {
    let uses = "let _ = Team::Other(Agrees::Unknown).to_json(); let _ = Team::<Alone>::Unknown.code(); \
                let _ = Both::<Conflicts, Alone>::Second(Alone::Free).message();";
    assert_eq!(built(uses), []);
}
