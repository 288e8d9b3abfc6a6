//! A part of the errors of Stripe (`docs.stripe.com/error-codes`): names, types, statuses, texts and the body are from Stripe. The members
//! of the body are in alphabetical order, indented by two spaces, with a link for each code. Stripe has no numbers, so they are made up.
//!
//! `param` is a property here, for codes with the same parameter in every call. Stripe also sends it for other codes, and
//! `decline_code` and `charge` with some: a template has all values of a call in one object.

use studio_errors::{Catalog, Category, ErrorBody, Property, StudioErrorCode};

struct Stripe;

impl Catalog for Stripe {
    const PREFIX: &'static str = "STRIPE";
    const CATEGORIES: &'static [Category] = &[Category::new("api", "API", 1..=999)];
    const DOCS: Option<&'static str> = Some("https://stripe.com/docs/error-codes");
    const PROPERTIES: &'static [Property] = &[
        Property::new("type")
            .one_of(&["api_error", "card_error", "idempotency_error", "invalid_request_error"])
            .required(),
        Property::new("param"),
    ];
    const ENVELOPE: &'static str = r#"{
  "error": {
    "code": "{name:snake_case}",
    "doc_url": "https://stripe.com/docs/error-codes/{name:kebab-case}",
    "message": "{message}",
    "param": "{property.param}",
    "request_log_url": "{request.log_url}",
    "type": "{property.type}"
  }
}"#;
}

#[derive(Clone, Copy, Debug, PartialEq, StudioErrorCode)]
#[studio(catalog = Stripe, category = "api")]
enum CardError {
    #[studio(code = 1, http = 402, description = "Your card's security code is incorrect.")]
    #[studio(properties(type = "card_error", param = "cvc"))]
    IncorrectCvc,
}

#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(catalog = Stripe, category = "api", properties(type = "invalid_request_error"))]
enum RequestError {
    #[error("Must provide source or customer.")]
    #[studio(code = 100, http = 400, description = "A required parameter is missing", display)]
    ParameterMissing,
    #[error("No such {0}: '{1}'")]
    #[studio(code = 101, http = 404, description = "The object does not exist", display)]
    ResourceMissing(&'static str, String),
}

#[test]
fn the_body_is_what_clients_of_stripe_see() {
    let json = CardError::IncorrectCvc.to_json();
    assert_eq!(
        json,
        r#"{
  "error": {
    "code": "incorrect_cvc",
    "doc_url": "https://stripe.com/docs/error-codes/incorrect-cvc",
    "message": "Your card's security code is incorrect.",
    "param": "cvc",
    "type": "card_error"
  }
}"#
    );
    assert_eq!(
        RequestError::ParameterMissing.to_json(),
        r#"{
  "error": {
    "code": "parameter_missing",
    "doc_url": "https://stripe.com/docs/error-codes/parameter-missing",
    "message": "Must provide source or customer.",
    "type": "invalid_request_error"
  }
}"#
    );
    assert!(
        RequestError::ResourceMissing("price", "price_garbage".into())
            .to_json()
            .contains(r#""message": "No such price: 'price_garbage'","#)
    );
    let body = ErrorBody::read::<Stripe>(&*json, 402).unwrap();
    assert_eq!((&*body.code, body.known()), ("incorrect_cvc", Some(CardError::IncorrectCvc)));
}
