//! Descriptions that the error body escapes.

use studio_errors::StudioErrorCode;

#[derive(Clone, Copy, Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum Quoted {
    /// "error"
    #[studio(code = 1660, http = 409)]
    MemberOfTheBody,
    #[studio(code = 1661, http = 409, description = "\"")]
    Quote,
    #[studio(code = 1662, http = 409, description = "\",\"http\":409}}")]
    EndOfTheBody,
    #[studio(code = 1663, http = 409, description = r"\")]
    Backslash,
    #[studio(code = 1664, http = 409, description = "a\u{85}\u{e9}\tb")]
    Controls,
}

/// The escaped description can contain the description itself, and other parts of the body can contain it too.
#[test]
fn a_description_is_not_the_escaped_text_of_its_body() {
    for (error, description) in [
        (Quoted::MemberOfTheBody, "\"error\""),
        (Quoted::Quote, "\""),
        (Quoted::EndOfTheBody, "\",\"http\":409}}"),
        (Quoted::Backslash, "\\"),
        (Quoted::Controls, "a\u{85}\u{e9}\tb"),
    ] {
        assert_eq!((error.info().description(), &*error.message()), (description, description));
        let body: serde_json::Value = serde_json::from_str(&error.to_json()).expect("a JSON body");
        assert_eq!(body["error"]["message"], description);
    }
}
