//! The explanations of codes: from doc comments into every format of the reference.

use studio_errors::catalog::{QuotaError, StudioError};
use studio_errors::reference::{Reference, output};
use studio_errors::{Catalog, Category, CodeList, CodeSet, Explanations, Kind, StudioErrorCode, code_set};

/// The request cannot be paid
#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", kind)]
enum WalletError {
    /// The wallet is frozen
    /// since today
    ///
    /// A wallet is frozen after three refunds, see [the rules](https://acme.example/rules).
    ///
    /// # Resolution
    ///
    /// Wait a day,
    /// or ask support
    ///
    /// # Causes
    ///
    /// - refunds
    /// - <script>alert(1)</script>
    ///
    /// ```json
    /// # Internal
    /// {"a": "<b>"}
    /// ```
    ///
    /// # Internal
    ///
    /// Look for `wallet_frozen` in the log.
    #[studio(code = 1650, http = 423)]
    Frozen { since: u32 },

    /// The wallet is closed
    ///
    #[doc = include_str!("explanation.md")]
    #[studio(code = 1651, http = 410, resolution = "Open another")]
    Closed,

    /// No rest
    ///
    /// # Resolution
    /// This one is not shown, because a published one is.
    #[studio(code = 1601)]
    InsufficientCredits,

    /// The images are unavailable
    #[studio(transparent)]
    Image(studio_errors::catalog::ImageError),
}

/// A type without an explanation of its own.
#[derive(StudioErrorCode)]
#[studio(category = "audio")]
enum Voices {
    /// No such voice
    #[studio(code = 1203)]
    VoiceModelNotFound,
    /// Too many voices
    ///
    /// Each tenant has a limit.
    #[studio(code = 1250, http = 409)]
    TooMany,
}

code_set! { AllErrors: WalletError, studio_errors::catalog::AudioError }

#[test]
fn the_rest_of_the_doc_comment_is_the_explanation() {
    let reference = Reference::of::<WalletError>();
    let frozen = reference.get("STUDIO_1650").unwrap();
    assert_eq!(frozen.description, "The wallet is frozen since today");
    assert_eq!(frozen.resolution, "Wait a day, or ask support");
    assert_eq!(
        frozen.explanation.as_deref().unwrap(),
        "A wallet is frozen after three refunds, see [the rules](https://acme.example/rules).\n\n# Causes\n\n- refunds\n\
         - <script>alert(1)</script>\n\n```json\n# Internal\n{\"a\": \"<b>\"}\n```"
    );
    assert_eq!(frozen.internal, None);
    let WalletError::Frozen { since } = (WalletError::Frozen { since: 7 }) else { unreachable!() };
    assert_eq!(since, 7);
    let reference = Reference::internal::<WalletError>();
    let internal = reference.get("STUDIO_1650").unwrap().internal.as_deref();
    assert_eq!(internal, Some("Look for `wallet_frozen` in the log."));
}

#[test]
fn an_included_file_is_split_too() {
    let reference = Reference::internal::<WalletError>();
    let closed = reference.get("STUDIO_1651").unwrap();
    assert_eq!(closed.description, "The wallet is closed");
    assert_eq!(closed.explanation.as_deref(), Some("Closed wallets have no credits."));
    assert_eq!(closed.internal.as_deref(), Some("The table is `wallets`."));
    assert_eq!(Reference::of::<WalletError>().get("STUDIO_1651").unwrap().internal, None);
}

#[test]
fn published_texts_are_shown_where_the_type_has_none() {
    let reference = Reference::of::<WalletError>();
    let credits = reference.get("STUDIO_1601").unwrap();
    assert_eq!(credits.resolution, QuotaError::InsufficientCredits.info().resolution());
    assert_eq!(credits.explanation, None);
    for set in [Reference::of::<StudioError>(), reference, Reference::of::<AllErrors>()] {
        let text = set.get("STUDIO_1002").unwrap().explanation.as_deref();
        assert_eq!(text, Some("The upstream providers of images are DALL-E, Stable Diffusion and Ideogram."));
    }
    assert!(Reference::of::<AllErrors>().get("STUDIO_1203").unwrap().explanation.is_some());

    let reference = Reference::of::<Voices>();
    let texts = ["STUDIO_1203", "STUDIO_1250"].map(|code| reference.get(code).unwrap().explanation.as_deref());
    assert_eq!(texts, [Some("`GET /voice-models` lists the available models."), Some("Each tenant has a limit.")]);
    let _ = (Voices::VoiceModelNotFound, Voices::TooMany);
}

#[test]
fn the_kind_and_generic_types_have_the_explanations() {
    #[derive(Debug, StudioErrorCode)]
    #[studio(category = "quota")]
    enum Nests<T> {
        /// The limit is reached
        ///
        /// Ask for more.
        #[studio(code = 1660, http = 403)]
        Limit,
        #[studio(transparent)]
        Inner(T),
    }
    type OfKind = <WalletError as Kind>::Kind;
    for explanations in [OfKind::EXPLANATIONS, Nests::<WalletError>::EXPLANATIONS, Nests::<Box<OfKind>>::EXPLANATIONS] {
        assert!(explanations.get("STUDIO_1650").unwrap().text().starts_with("A wallet is frozen"));
    }
    assert_eq!(Nests::<WalletError>::EXPLANATIONS.get("STUDIO_1660").unwrap().text(), "Ask for more.");
    let _ = (Nests::<WalletError>::Limit, Nests::Inner(WalletError::Closed), WalletError::InsufficientCredits);
    let _ = WalletError::Image;
}

#[test]
fn an_own_catalog_publishes_explanations() {
    struct Acme;

    impl Catalog for Acme {
        const PREFIX: &'static str = "ACME";
        const CATEGORIES: &'static [Category] = &[Category::new("orders", "Orders", 1..=99)];
        const PUBLISHED: CodeList = <Published as CodeSet>::CODES;
        const EXPLANATIONS: Explanations = <Published as CodeSet>::EXPLANATIONS;
    }

    #[derive(StudioErrorCode)]
    #[studio(catalog = Acme, category = "orders", published)]
    enum Published {
        /// The order is gone
        ///
        /// Orders are kept for a year.
        #[studio(code = 1, http = 410, resolution = "Order again")]
        Gone,
    }

    #[derive(StudioErrorCode)]
    #[studio(catalog = Acme, category = "orders")]
    enum Service {
        #[studio(code = 1)]
        Gone,
    }

    let reference = Reference::of::<Service>();
    assert_eq!(reference.codes[0].explanation.as_deref(), Some("Orders are kept for a year."));
    assert_eq!(reference.unexplained().count(), 0);
    let _ = (Published::Gone, Service::Gone);
}

#[test]
fn every_format_shows_the_explanation_without_raw_html() {
    let (public, internal) = (Reference::of::<WalletError>(), Reference::internal::<WalletError>());
    assert_eq!(Reference::from_json(&internal.to_json()).unwrap(), internal);
    for (reference, shows_internal) in [(&public, false), (&internal, true)] {
        for text in [reference.to_html(), reference.to_markdown(), reference.to_json(), reference.to_openapi()] {
            assert!(text.contains("A wallet is frozen after three refunds"), "{text}");
            assert_eq!(text.contains("wallet_frozen"), shows_internal, "{text}");
        }
        assert!(!reference.to_html().contains("<script>alert"));
        assert!(reference.to_html().contains(r#"<a href="https://acme.example/rules">the rules</a>"#));
        assert!(reference.to_markdown().contains(r"\<script\>alert(1)\</script\>"));
        assert!(reference.to_markdown().contains("#### Causes"));
    }
    assert_eq!(internal.public(), public);
}

#[test]
fn an_explanation_is_in_no_response() {
    let error = WalletError::Frozen { since: 7 };
    assert_eq!(
        error.to_json(),
        r#"{"error":{"code":"STUDIO_1650","message":"The wallet is frozen since today","http":423}}"#
    );
}

/// A reference of one code with this explanation.
fn explained(text: &str) -> Reference {
    let mut reference = Reference::of::<QuotaError>();
    reference.codes.truncate(1);
    reference.codes[0].explanation = Some(text.to_owned().into());
    reference
}

#[test]
fn the_sections_for_operators_are_not_public() {
    let public = |text: &str| explained(text).public().codes[0].explanation.clone().unwrap();
    let text = "One\n\n# Internal\nsecret\n\n## Log\nalso\n\n# More\ntwo\n\nInternal\n--------\nnight\n";
    assert_eq!(public(text), "One\n\n# More\ntwo");
    for other in ["```\n# Internal\n```", "> # Internal\n> a", "# Internally\na", "    # Internal", ""] {
        assert_eq!(public(other), other);
    }
}

#[test]
fn html_has_no_elements_of_the_user() {
    let page = output::explanation(
        "<script>alert(1)</script>\n\na <b onclick=x>b</b> `<i>`\n\n[a](javascript:alert(1)) [b](https://a.b) [c](JAVA&#115;CRIPT:x) \
         ![d](https://t.example/x.png)\n\n# Title {#x .y}\n\n```x\">\n<u>\n```\n\u{7}",
    );
    for element in ["<script", "<b ", "<i>", "<u>", "<img", "javascript:", "class=", "id="] {
        assert!(!page.to_lowercase().contains(element), "{element}\n{page}");
    }
    assert!(page.contains(r#"<a href="https://a.b">b</a>"#) && page.contains("<h3>Title"), "{page}");
    assert!(page.contains("&lt;script&gt;") && page.contains("<code>&lt;i&gt;</code>"), "{page}");
}

#[test]
fn markdown_has_no_elements_of_the_user_and_keeps_its_blocks() {
    for (text, shown) in [
        ("a <b>c</b> `<i>`", r"a \<b\>c\</b\> `<i>`"),
        ("<div>\n\t# x\\*\n</div>", "\\<div\\>\n\\# x\\\\\\*\n\\</div\\>"),
        ("<!-- a -->\n===", "\\<!-- a --\\>\n\n==="),
        ("# A\n\n###### B", "#### A\n\n###### B"),
        ("A\n===\nb", "#### A\n\nb"),
        ("[a](javascript:x) [b](https://a.b)", "\\[a](javascript:x) [b](https://a.b)"),
        ("![a](https://a.b/c.png)", "[a](https://a.b/c.png)"),
        ("<javascript:x> <https://a.b>", "&lt;javascript:x> <https://a.b>"),
        ("```\n<b>", "```\n<b>\n```"),
        ("~~~~ text\na\n~~~~", "~~~~ text\na\n~~~~"),
        ("a\u{7}b\u{1b}[31m", "a\\u{7}b\\u{1b}[31m"),
        ("-\tone\r\n\ttwo\r\n", "-   one\n    two\n"),
        ("| a |\n|---|\n| b |", "| a |\n|---|\n| b |"),
    ] {
        let file = explained(text).to_markdown();
        let (_, rest) = file.split_once("\n### `STUDIO_1600` `RATE_LIMIT_EXCEEDED`\n\n").unwrap();
        assert_eq!(rest, format!("{shown}\n"), "{text}");
    }
}
