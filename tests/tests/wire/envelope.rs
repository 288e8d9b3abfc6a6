//! Error bodies in the envelope of a catalog, written and read.

use serde_json::{Value, json};
use studio_errors::catalog::{QuotaError, StudioError};
use studio_errors::reference::Reference;
use studio_errors::{
    Catalog, Category, CodeSet, ErrorBody, ErrorResponse, FromCode, Studio, StudioErrorCode, UnreadableBody,
};

macro_rules! catalogs {
    ($($name:ident $prefix:literal $separator:literal $error:ident $envelope:literal)*) => {$(
        struct $name;

        impl Catalog for $name {
            const PREFIX: &'static str = $prefix;
            const SEPARATOR: &'static str = $separator;
            const CATEGORIES: &'static [Category] = &[Category::new("a \"b\"", "All", 1..=99_999)];
            const ENVELOPE: &'static str = $envelope;
        }

        #[derive(Clone, Debug, PartialEq, thiserror::Error, StudioErrorCode)]
        #[studio(catalog = $name, category = "a \"b\"")]
        enum $error {
            /// The account does not exist
            #[error("no account")]
            #[studio(code = 10001, http = 404)]
            UnknownAccount,
            /// It is "late"
            #[error("late")]
            #[studio(code = 7, http = 503, resolution = "Wait\n")]
            Late,
            #[error("no \u{1}{0}")]
            #[studio(code = 8, http = 422, description = "refused", display)]
            Refused(#[studio(detail = "value")] String),
        }

        impl FromCodeOf for $error {
            type Catalog = $name;
            const ALL: fn() -> [Self; 3] = || [Self::UnknownAccount, Self::Late, Self::Refused("x\"".into())];
        }
    )*};
}

trait FromCodeOf: StudioErrorCode + std::error::Error + serde::Serialize + CodeSet + Sized {
    type Catalog: Catalog;
    const ALL: fn() -> [Self; 3];
}

catalogs! {
    Flat "" "" FlatError r#"{"code":{number},"message":"{message}"}"#
    Nested "N" "_" NestedError r#"{"error":{"type":"{category}","code":"{code}","message":"{message}","details":{details}},"request_id":"{request_id}"}"#
    Named "" "" NamedError r#"{"hint":"{resolution}","type":"{name}","title":"{message}","status":{http}}"#
    Gaps "G" "_" GapsError r#"{"id":"{request_id}","a":["{code}",{details}],"b":{"c":{"d":{details}},"e":{details}},"f":[{details}],"g":"id {request_id}","h":[null,-1,1.5,true,"{{{message}}} \""]}"#
    Listed "L" "-" ListedError "{ \"success\" : false , \"errors\" : [ { \"code\" : \"{number}\", \"http\" : \"{http}\" , \"text\":\"{message}\" } ], \"result\":null }"
}

#[test]
fn a_body_has_the_form_of_the_template() {
    let FlatError::Refused(_) = FlatError::ALL()[2].clone() else { panic!() };
    let bodies = |errors: [String; 3], expected: [&str; 3]| assert_eq!(errors, expected);
    bodies(
        FlatError::ALL().map(|error| error.to_json().into()),
        [
            r#"{"code":10001,"message":"The account does not exist"}"#,
            r#"{"code":7,"message":"It is \"late\""}"#,
            r#"{"code":8,"message":"no \u0001x\""}"#,
        ],
    );
    bodies(
        NestedError::ALL().map(|error| error.to_json().into()),
        [
            r#"{"error":{"type":"a \"b\"","code":"N_10001","message":"The account does not exist"}}"#,
            r#"{"error":{"type":"a \"b\"","code":"N_7","message":"It is \"late\""}}"#,
            r#"{"error":{"type":"a \"b\"","code":"N_8","message":"no \u0001x\"","details":{"value":"x\""}}}"#,
        ],
    );
    bodies(
        NamedError::ALL().map(|error| error.to_json().into()),
        [
            r#"{"type":"UNKNOWN_ACCOUNT","title":"The account does not exist","status":404}"#,
            r#"{"hint":"Wait\n","type":"LATE","title":"It is \"late\"","status":503}"#,
            r#"{"type":"REFUSED","title":"no \u0001x\"","status":422}"#,
        ],
    );
    assert_eq!(
        ListedError::Late.to_json(),
        "{ \"success\" : false, \"errors\" : [ { \"code\" : \"7\", \"http\" : \"503\", \"text\":\"It is \\\"late\\\"\" } ], \"result\":null }"
    );
}

#[test]
fn every_writer_writes_the_same_body() {
    fn same<E: FromCodeOf>() {
        for error in E::ALL() {
            let expected: Value = serde_json::from_str(&error.to_json()).unwrap();
            let response = ErrorResponse::of(&error);
            assert_eq!(response.body(), error.to_json());
            assert_eq!(serde_json::to_value(&error).unwrap(), expected);
            let mut binary = Vec::new();
            ciborium::into_writer(&error, &mut binary).unwrap();
            assert_eq!(ciborium::from_reader::<Value, _>(&*binary).unwrap(), expected);
            let body = ErrorBody::of(&error);
            assert_eq!(serde_json::to_value(&body).unwrap(), expected);
            let mut binary = Vec::new();
            ciborium::into_writer(&body, &mut binary).unwrap();
            assert_eq!(ciborium::from_reader::<Value, _>(&*binary).unwrap(), expected);
            assert_eq!(response.http(), error.http());
        }
    }
    same::<FlatError>();
    same::<NestedError>();
    same::<NamedError>();
    same::<ListedError>();
}

#[test]
fn a_value_that_is_absent_is_omitted_at_any_position() {
    let late = r#"It is \"late\""#;
    let body = format!(r#"{{"a":["G_7"],"b":{{"c":{{}}}},"f":[],"h":[null,-1,1.5,true,"{{{late}}} \""]}}"#);
    assert_eq!(GapsError::Late.to_json(), body);
    let serialized = serde_json::to_value(GapsError::Late).unwrap();
    assert_eq!(serialized, serde_json::from_str::<Value>(&body).unwrap());
}

#[test]
fn a_response_has_the_request_id_where_the_template_has_it() {
    let nested = ErrorResponse::from(NestedError::UnknownAccount).with_request_id("01\"");
    assert_eq!(
        nested.body(),
        r#"{"error":{"type":"a \"b\"","code":"N_10001","message":"The account does not exist"},"request_id":"01\""}"#
    );
    let body = nested.body();
    let read = ErrorBody::read::<Nested>(&*body, 404).unwrap();
    assert_eq!(read.request_id.as_deref(), Some("01\""));
    let flat = ErrorResponse::from(FlatError::UnknownAccount).with_request_id("01");
    assert_eq!(flat.body(), r#"{"code":10001,"message":"The account does not exist"}"#);
}

#[test]
fn problem_details_have_no_envelope() {
    let problem = ErrorResponse::from(FlatError::UnknownAccount).into_problem();
    assert_eq!(
        serde_json::from_str::<Value>(&problem.body()).unwrap(),
        json!({
            "type": "about:blank", "title": "Not Found", "status": 404, "detail": "The account does not exist",
            "code": "10001",
        })
    );
}

#[test]
fn an_internal_error_sends_only_its_description() {
    struct ByHand;

    impl StudioErrorCode for ByHand {
        fn info(&self) -> studio_errors::ErrorInfo {
            NestedError::Late.info()
        }

        fn message(&self) -> std::borrow::Cow<'_, str> {
            "canary".into()
        }

        fn details_json(&self) -> Option<String> {
            Some(r#"{"canary":1}"#.into())
        }
    }
    assert_eq!(ByHand.to_json(), NestedError::Late.to_json());
    assert_eq!(serde_json::to_string(&ErrorBody::of(&ByHand)).unwrap(), NestedError::Late.to_json());
}

#[test]
fn a_written_body_is_read() {
    fn read<E: FromCodeOf + PartialEq>(code: impl Fn(&E) -> String) {
        for error in E::ALL() {
            let json = error.to_json();
            let body = ErrorBody::read::<E::Catalog>(&*json, error.http()).unwrap();
            assert_eq!(
                (body.code.to_string(), &*body.message, body.http),
                (code(&error), &*error.message(), error.http()),
                "{json}"
            );
            assert_eq!(body.retryable_in::<E>(), error.info().retryable());
            assert_eq!(body.clone().into_owned(), body);
            assert_eq!(body.into_owned().retryable_in::<E>(), error.info().retryable());
        }
    }
    read::<FlatError>(|error| error.code().to_string());
    read::<NestedError>(|error| error.code().to_string());
    read::<NamedError>(|error| error.info().name().into());
    read::<ListedError>(|error| error.code().to_string());

    for error in [StudioError::from(QuotaError::InsufficientCredits), QuotaError::RateLimitExceeded.into()] {
        let json = error.to_json();
        let body = ErrorBody::read::<Studio>(&*json, 500).unwrap();
        assert_eq!((body.known(), body.http), (Some(error), error.http()));
        assert_eq!(body, serde_json::from_str(&json).unwrap());
    }
}

#[test]
fn equal_bodies_behave_alike() {
    let named = r#"{"type":"LATE","title":"It is \"late\"","status":503}"#;
    let named = ErrorBody::read::<Named>(named, 503).unwrap();
    assert_eq!(named, named.clone().into_owned());
    assert!(named.retryable_in::<NamedError>());
    // Here, the name is a code that is not known.
    let code = r#"{"error":{"code":"LATE","message":"It is \"late\"","http":503}}"#;
    assert_ne!(named, serde_json::from_str(code).unwrap());
    // The two serialize differently.
    let json = r#"{"error":{"code":"N_10001","message":"The account does not exist","http":404}}"#;
    assert_eq!(ErrorBody::of(&NestedError::UnknownAccount), ErrorBody::of(&NestedError::UnknownAccount));
    assert_ne!(ErrorBody::of(&NestedError::UnknownAccount), serde_json::from_str(json).unwrap());
}

#[test]
fn details_are_read_as_any_type() {
    let json = NestedError::Refused("x".into()).to_json();
    let details = |json: &str| ErrorBody::read::<Nested>(json, 422).unwrap().details;
    let read = details(&json).unwrap();
    assert_eq!((read.as_json(), read.read::<Value>().unwrap()), (r#"{"value":"x"}"#, json!({"value": "x"})));
    assert!(read.read::<Vec<u8>>().is_err());
    assert_eq!(details(&NestedError::Late.to_json()), None);
    assert_eq!(details(r#"{"error":{"code":"N_1","message":"m","details":null}}"#), None);
}

#[derive(Clone, Copy, Debug, PartialEq, StudioErrorCode)]
#[studio(catalog = Named, category = "a \"b\"")]
enum Inner {
    #[studio(code = 20, http = 409, description = "taken", retryable = true)]
    Taken,
}

#[derive(Clone, Copy, Debug, PartialEq, StudioErrorCode)]
#[studio(catalog = Named, category = "a \"b\"", from_code)]
enum Outer {
    #[studio(code = 21, http = 404, description = "gone")]
    Gone,
    #[studio(transparent)]
    Inner(Inner),
    #[studio(transparent)]
    Studio(QuotaError),
}

#[test]
fn a_name_without_a_code_identifies_the_error() {
    let read = |name| ErrorBody::read::<Named>(name, 409).unwrap();
    let taken = read(r#"{"type":"TAKEN","title":"t"}"#);
    assert_eq!((&*taken.code, taken.http, taken.known()), ("TAKEN", 409, Some(Outer::Inner(Inner::Taken))));
    assert_eq!(taken.known(), Some(Box::new(Inner::Taken)));
    assert!(taken.retryable_in::<Outer>() && taken.clone().into_owned().retryable_in::<Inner>());
    assert_eq!(read(r#"{"type":"GONE","title":"t"}"#).known(), Some(Outer::Gone));
    // Neither the name of another catalog, nor a code, nor a name that is newer.
    for other in ["INSUFFICIENT_CREDITS", "20", "21", "STUDIO_1601", "NEWER", ""] {
        let body = format!(r#"{{"type":"{other}","title":"t"}}"#);
        let body = ErrorBody::read::<Named>(&body, 409).unwrap();
        assert_eq!((&*body.code, body.known::<Outer>(), body.retryable_in::<Outer>()), (other, None, false));
    }
    // Without an envelope, a name is not a code.
    assert_eq!(ErrorBody::new("TAKEN", "t", 409).known::<Outer>(), None);
    assert_eq!(Outer::from_code("TAKEN"), None);
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Named, category = "a \"b\"", kind)]
enum WithFields {
    #[studio(code = 30, http = 402, description = "unpaid")]
    Unpaid { bill: u32 },
}

#[derive(Debug, PartialEq, StudioErrorCode)]
#[studio(catalog = Named, category = "a \"b\"", from_code)]
enum Generic<T> {
    #[studio(transparent)]
    Inner(T),
}

#[test]
fn a_name_alone_leads_to_kinds_and_to_generic_types() {
    let error = WithFields::Unpaid { bill: 7 };
    let WithFields::Unpaid { bill } = &error;
    assert_eq!(*bill, 7);
    let json = error.to_json();
    let body = ErrorBody::read::<Named>(&*json, 402).unwrap();
    assert_eq!(body.known(), Some(WithFieldsKind::Unpaid));
    assert_eq!(WithFieldsKind::Unpaid.to_json(), json);
    let taken = ErrorBody::read::<Named>(r#"{"type":"TAKEN","title":"t"}"#, 409).unwrap();
    assert_eq!(taken.known(), Some(Generic::Inner(Inner::Taken)));
}

#[test]
fn a_number_alone_is_the_code_in_the_width_of_its_catalog() {
    struct Padded;

    impl Catalog for Padded {
        const PREFIX: &'static str = "P";
        const WIDTH: usize = 3;
        const CATEGORIES: &'static [Category] = &[Category::new("all", "All", 0..=9999)];
        const ENVELOPE: &'static str = r#"{"n":{number},"m":"{message}"}"#;
    }

    #[derive(Debug, PartialEq, StudioErrorCode)]
    #[studio(catalog = Padded, category = "all", code = 7, http = 404, description = "d")]
    struct Seven;

    assert_eq!((Seven.code().as_str(), &*Seven.to_json()), ("P_007", r#"{"n":7,"m":"d"}"#));
    for (body, code) in
        [(r#"{"n":7,"m":"d"}"#, "P_007"), (r#"{"n":"7","m":"d"}"#, "P_007"), (r#"{"n":1234,"m":"d"}"#, "P_1234")]
    {
        assert_eq!(ErrorBody::read::<Padded>(body, 404).unwrap().code, code);
    }
    // A number has one text.
    for number in ["\"+7\"", "\"007\"", "\"-0\"", "-0", "\" 7\"", "7.0", "7e0"] {
        let body = format!(r#"{{"n":{number},"m":"d"}}"#);
        let error = ErrorBody::read::<Padded>(&body, 404).unwrap_err().to_string();
        assert_eq!(error, "no number where the envelope of the catalog has it", "{number}");
    }
}

#[test]
fn a_body_from_another_writer_is_read() {
    let flat = |body: &'static str| ErrorBody::read::<Flat>(body, 404).map(|body| (body.code, body.message, body.http));
    let account = Ok(("10001".into(), "m".into(), 404));
    for body in [
        r#"{"code":10001,"message":"m"}"#,
        r#"{"message":"m","code":10001}"#,
        r#"{"code":"10001","message":"m"}"#,
        " {\n\"new\" : {\"code\":1,\"message\":[{}]}, \"message\" : \"m\",\t\"code\":10001 , \"a\":[1,\"]\"] } ",
        r#"{"\u0063ode":10001,"message":"\u006d"}"#,
    ] {
        assert_eq!(flat(body), account, "{body}");
    }
    // A number that no code has is a code that is not known.
    for number in ["0", "-7", "4294967296"] {
        let body = format!(r#"{{"code":{number},"message":"m"}}"#);
        let body = ErrorBody::read::<Flat>(&body, 404).unwrap();
        assert_eq!((&*body.code, body.retryable_in::<FlatError>()), (number, false));
    }
    let nested = |body| ErrorBody::read::<Nested>(body, 429).map(|body| (body.code, body.http, body.request_id));
    assert_eq!(
        nested(r#"{"request_id":7,"error":{"message":"m","code":"N_1","http":1}}"#),
        Ok(("N_1".into(), 429, Some("7".into())))
    );
    assert_eq!(
        nested(r#"{"request_id":null,"error":{"message":"m","code":"N_1","details":[]}}"#),
        Ok(("N_1".into(), 429, None))
    );
    let listed = r#"{"errors":[{"text":"m","code":"10001"},{"text":"n","code":"7"}]}"#;
    let listed = ErrorBody::read::<Listed>(listed, 404).unwrap();
    assert_eq!((&*listed.code, listed.http), ("L-10001", 404));
    // A status that is none is that of the response.
    for http in ["\"x\"", "\"+404\"", "70000", "-1", "1.5", "null", "{}"] {
        let body = format!(r#"{{"type":"LATE","title":"m","status":{http}}}"#);
        assert_eq!(ErrorBody::read::<Named>(&body, 503).unwrap().http, 503, "{http}");
    }
    assert!(ErrorBody::read::<Flat>(&br#"{"code":1,"message":"m"}"#[..], 404).is_ok());
    assert!(ErrorBody::read::<Flat>(&br#"{"code":1,"message":"m"}"#.to_vec(), 404).is_ok());
}

#[test]
fn a_body_that_is_not_an_error_body_is_refused() {
    let refused = |body: &str| -> String { ErrorBody::read::<Flat>(body, 502).unwrap_err().to_string() };
    for (body, reason) in [
        ("", "not JSON: EOF while parsing a value at line 1 column 0"),
        ("<html><h1>502 Bad Gateway</h1>", "not JSON: expected value at line 1 column 1"),
        (r#"{"code":1,"message":"m""#, "not JSON: EOF while parsing an object at line 1 column 23"),
        (r#"{"code":1,"message":"m"} x"#, "not JSON: trailing characters at line 1 column 26"),
        ("{}", "no code where the envelope of the catalog has it"),
        ("null", "no code where the envelope of the catalog has it"),
        ("[]", "no code where the envelope of the catalog has it"),
        ("\"code\"", "no code where the envelope of the catalog has it"),
        (r#"{"error":{"code":1,"message":"m"}}"#, "no code where the envelope of the catalog has it"),
        (r#"{"code":null,"message":"m"}"#, "no code where the envelope of the catalog has it"),
        (r#"{"code":{"a":1},"message":"m"}"#, "no code where the envelope of the catalog has it"),
        (r#"{"code":-1.5,"message":"m"}"#, "no number where the envelope of the catalog has it"),
        (r#"{"code":1.5,"message":"m"}"#, "no number where the envelope of the catalog has it"),
        (r#"{"code":"A","message":"m"}"#, "no number where the envelope of the catalog has it"),
        (r#"{"code":1}"#, "no message where the envelope of the catalog has it"),
        (r#"{"code":1,"message":["m"]}"#, "no message where the envelope of the catalog has it"),
        (r#"{"code":1,"message":"m","code":2}"#, "the member `code` is repeated"),
        (r#"{"code":1,"message":"m","\u0063ode":2}"#, "the member `code` is repeated"),
    ] {
        assert_eq!(refused(body), reason, "{body}");
    }
    let not_text: Result<_, UnreadableBody> = ErrorBody::read::<Flat>(b"{\"code\":\"\xff", 502);
    assert!(not_text.unwrap_err().to_string().starts_with("not JSON: "));
    assert!(refused(&"[".repeat(1_000_000)).starts_with("not JSON: "));
    let deep = format!(r#"{{"code":1,"message":"m","a":{}{}}}"#, "[".repeat(1_000_000), "]".repeat(1_000_000));
    assert!(ErrorBody::read::<Flat>(&deep, 502).is_ok());
}

#[test]
fn hostile_bodies_are_read_without_a_panic() {
    arbtest::arbtest(|random| {
        // Pieces of sound bodies, in any order.
        let pieces = [
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"code\"",
            "\"message\"",
            "1",
            "\"m\"",
            "\"errors\"",
            "\\",
            "\"",
            "é",
            "null",
            " ",
        ];
        let mut body = String::new();
        while !random.is_empty() && body.len() < 200 {
            body.push_str(random.choose(&pieces)?);
        }
        let is_json = serde_json::from_str::<serde::de::IgnoredAny>(&body).is_ok();
        for read in [
            ErrorBody::read::<Flat>(&body, 404),
            ErrorBody::read::<Nested>(&body, 404),
            ErrorBody::read::<Named>(&body, 404),
            ErrorBody::read::<Listed>(&body, 404),
        ] {
            assert!(is_json || read.is_err(), "{body}");
            let not_json = read.err().is_some_and(|error| error.to_string().starts_with("not JSON"));
            assert_eq!(not_json, !is_json, "{body}");
        }
        Ok(())
    });
}

#[test]
fn the_reference_states_the_envelope() {
    let reference = Reference::of::<FlatError>();
    assert_eq!(reference.catalogs[0].envelope.as_deref(), Some(Flat::ENVELOPE));
    let json: Value = serde_json::from_str(&reference.to_json()).unwrap();
    assert_eq!(json["catalogs"][0]["envelope"], Flat::ENVELOPE);
    assert_eq!(Reference::from_json(&reference.to_json()).unwrap(), reference);
    let (markdown, html) = (reference.to_markdown(), reference.to_html());
    assert!(markdown.contains("```json\n{\"code\":7,\"message\":\"It is \\\"late\\\"\"}\n```"), "{markdown}");
    assert!(markdown.contains("| `code` | integer | the number of the code"), "{markdown}");
    assert!(!markdown.contains("error.code"), "{markdown}");
    assert!(html.contains("<dt>code</dt><dd>integer: "), "{html}");
    assert!(!html.contains("error.code"));
    assert!(!Reference::of::<QuotaError>().to_json().contains("envelope"));
    let broken = reference.to_json().replace("{message}", "{mesage}");
    let error = Reference::from_json(&broken).unwrap_err();
    assert_eq!(error.to_string(), "catalogs[0]: `envelope` is not a template of an error body");
}

#[test]
fn each_catalog_of_a_reference_has_its_envelope() {
    studio_errors::code_set! { Both: FlatError, QuotaError }
    let reference = Reference::of::<Both>();
    let of_rows: Vec<_> = reference.catalogs.iter().map(|row| row.envelope.as_deref()).collect();
    assert_eq!(of_rows, [Some(Flat::ENVELOPE), None]);
    assert_eq!(Reference::from_json(&reference.to_json()).unwrap(), reference);
    let openapi: Value = serde_json::from_str(&reference.to_openapi()).unwrap();
    let examples = |http: &str, code: &str| {
        openapi["components"]["responses"][http]["content"]["application/json"]["examples"][code]["value"].clone()
    };
    assert_eq!(examples("404", "10001"), json!({"code": 10001, "message": "The account does not exist"}));
    assert_eq!(examples("402", "STUDIO_1601")["error"]["code"], "STUDIO_1601");
}

#[test]
fn the_styles_are_those_of_serde() {
    struct Styled;
    impl Catalog for Styled {
        const PREFIX: &'static str = "S";
        const CATEGORIES: &'static [Category] = &[Category::new("invalidRequest-of user", "All", 1..=9)];
        const ENVELOPE: &'static str = concat!(
            r#"["{code}","{message}","{name:lowercase} {name:UPPERCASE} {name:PascalCase} {name:camelCase} {name:snake_case}","#,
            r#""{name:SCREAMING_SNAKE_CASE} {name:kebab-case} {name:SCREAMING-KEBAB-CASE} {name}","{category:lowercase}","#,
            r#""{category:UPPERCASE} {category:PascalCase} {category:camelCase} {category:snake_case}","#,
            r#""{category:SCREAMING_SNAKE_CASE} {category:kebab-case} {category:SCREAMING-KEBAB-CASE} {category}"]"#
        );
    }
    #[derive(StudioErrorCode)]
    #[studio(catalog = Styled, category = "invalidRequest-of user", code = 1, http = 402, name = "CARD_1_WAS_DECLINED")]
    /// What happened
    struct Declined;

    assert_eq!(
        Declined.to_json(),
        concat!(
            r#"["S_1","What happened","card1wasdeclined CARD1WASDECLINED Card1WasDeclined card1WasDeclined card_1_was_declined","#,
            r#""CARD_1_WAS_DECLINED card-1-was-declined CARD-1-WAS-DECLINED CARD_1_WAS_DECLINED","invalidrequestofuser","#,
            r#""INVALIDREQUESTOFUSER InvalidRequestOfUser invalidRequestOfUser invalid_request_of_user","#,
            r#""INVALID_REQUEST_OF_USER invalid-request-of-user INVALID-REQUEST-OF-USER invalidRequest-of user"]"#
        )
    );
}
