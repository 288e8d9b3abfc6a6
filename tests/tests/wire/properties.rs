//! Properties of writing and reading, tested with generated input and compared with other libraries.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::time::{Duration, SystemTime};

use arbtest::arbitrary::{Result, Unstructured};
use serde_json::Value;
use studio_errors::catalog::{QuotaError, StudioError};
use studio_errors::reference::Reference;
use studio_errors::{
    CodeSet, ErrorBody, ErrorInfo, ErrorResponse, FromCode, OwnedErrorBody, StudioErrorCode, retry_after,
};
use studio_errors_cli::Format;
use studio_errors_generators::try_many;

/// Returns text with many characters that need escaping.
fn text(bytes: &mut Unstructured<'_>) -> Result<String> {
    let mut text = String::new();
    for _ in 0..bytes.int_in_range(0..=12)? {
        match bytes.int_in_range(0..=3)? {
            0 => text.push(char::from(bytes.int_in_range(0..=0x9f_u8)?)),
            1 => text.push(bytes.arbitrary()?),
            _ => {
                text += bytes.choose(&[
                    "\"",
                    "\\",
                    "\",\"http\":",
                    "\",\"message\":\"",
                    "}}",
                    "{\"error\":{\"code\":\"",
                    "\u{0}",
                    "\u{7f}",
                    "\u{9b}2J",
                    "\u{1b}[2J",
                    "\r\n",
                    "\t",
                    "\u{8}\u{c}",
                    "\u{2028}",
                    "\u{202e}",
                    "é世\u{1f600}",
                    "words",
                    "STUDIO_1601",
                    "\u{feff}",
                    "\u{fffd}",
                ])?;
            }
        }
    }
    Ok(text)
}

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum AnyMessage {
    #[studio(code = 1601, name = "INSUFFICIENT_CREDITS", display)]
    Whole(String),
    /// Displays the text in several pieces.
    #[studio(code = 1650, http = 418, display)]
    Pieces(Vec<String>),
}

impl fmt::Display for AnyMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole(text) => f.write_str(text),
            Self::Pieces(pieces) => pieces.iter().try_for_each(|piece| write!(f, "{piece}")),
        }
    }
}

impl Error for AnyMessage {}

/// An implementation by hand with its own message.
#[derive(Debug)]
struct ByHand(String);

impl StudioErrorCode for ByHand {
    fn info(&self) -> ErrorInfo {
        QuotaError::InsufficientCredits.info()
    }

    fn message(&self) -> Cow<'_, str> {
        self.0.as_str().into()
    }
}

/// The error body, encoded with `serde_json`.
fn by_serde(code: &str, message: &str, http: u16) -> String {
    let (code, message) = (serde_json::to_string(code).unwrap(), serde_json::to_string(message).unwrap());
    format!("{{\"error\":{{\"code\":{code},\"message\":{message},\"http\":{http}}}}}")
}

#[test]
fn any_message_is_written_like_in_serde_json() {
    try_many("messages", |bytes| {
        let mut pieces = Vec::new();
        for _ in 0..bytes.int_in_range(0..=4)? {
            pieces.push(text(bytes)?);
        }
        let whole = pieces.concat();
        assert_eq!(AnyMessage::Whole(whole.clone()).to_json(), by_serde("STUDIO_1601", &whole, 402));
        assert_eq!(ByHand(whole.clone()).to_json(), by_serde("STUDIO_1601", &whole, 402));
        let error = AnyMessage::Pieces(pieces);
        let expected = by_serde("STUDIO_1650", &whole, 418);
        assert_eq!(error.to_json(), expected);
        assert_eq!(serde_json::to_string(&error).unwrap(), expected);
        assert_eq!(serde_json::to_string(&ErrorBody::of(&error)).unwrap(), expected);

        let id = text(bytes)?;
        let response = ErrorResponse::from(error).with_request_id(id.clone());
        let read: Value = serde_json::from_str(&response.body()).unwrap();
        assert_eq!(read["error"]["request_id"], id);
        let without = response.body().replace(&format!(",\"request_id\":{}", serde_json::to_string(&id).unwrap()), "");
        assert_eq!(without, expected);
        let read: Value = serde_json::from_str(&response.into_problem().body()).unwrap();
        assert_eq!(read["detail"], whole);
        assert_eq!(read["title"], "I'm a teapot");
        assert_eq!(read["request_id"], id);
        assert_eq!(read.as_object().unwrap().len(), 6);
        Ok(())
    });
}

#[test]
fn any_bytes_are_a_body_or_an_error_and_a_body_reads_back() {
    let mut read = 0_u64;
    try_many("bodies", |bytes| {
        let json = match bytes.int_in_range(0..=2)? {
            0 => {
                let len = bytes.len();
                bytes.bytes(len)?.to_vec()
            }
            1 => text(bytes)?.into_bytes(),
            _ => {
                let mut members = Vec::new();
                for _ in 0..bytes.int_in_range(0..=5)? {
                    let name = *bytes.choose(&["code", "message", "http", "error", "more", "\\u0063ode"])?;
                    let value = match bytes.int_in_range(0..=4)? {
                        0 => bytes.arbitrary::<i32>()?.to_string(),
                        1 => (*bytes.choose(&["null", "[]", "{}", "4e2", "402", "true", "[1,{\"a\":2}]"])?).to_owned(),
                        _ => serde_json::to_string(&text(bytes)?).unwrap(),
                    };
                    members.push(format!("\"{name}\":{value}"));
                }
                let inner = format!("{{\"code\":\"c\",\"message\":\"m\",\"http\":1,{}", members.join(","));
                let inner = if bytes.ratio(1, 2)? { format!("{{{}", members.join(",")) } else { inner };
                format!("{{\"error\":{}}}}}", inner.trim_end_matches(',')).into_bytes()
            }
        };
        let sound = serde_json::from_slice::<Value>(&json);
        match serde_json::from_slice::<ErrorBody<'_>>(&json) {
            Ok(body) => {
                read += 1;
                // The body is parsed with `serde_json`.
                let error = &sound.unwrap()["error"];
                if let Some(error) = error.as_object() {
                    assert_eq!(error["code"], *body.code);
                    assert_eq!(error["message"], *body.message);
                    assert_eq!(error["http"], body.http);
                }
                let written = serde_json::to_string(&body).unwrap();
                assert_eq!(written, by_serde(&body.code, &body.message, body.http));
                assert_eq!(serde_json::from_str::<ErrorBody<'_>>(&written).unwrap(), body);
                let _ = (body.known::<StudioError>(), body.retryable_in::<StudioError>());
                assert_eq!(serde_json::from_reader::<_, OwnedErrorBody>(&*json).unwrap().0, body);
            }
            Err(error) => {
                assert!(!error.to_string().is_empty());
                assert!(serde_json::from_reader::<_, OwnedErrorBody>(&*json).is_err());
            }
        }
        let _ = postcard::from_bytes::<ErrorBody<'_>>(&json);
        Ok(())
    });
    assert!(read > 0);
    println!("{read} of them were bodies");
}

#[test]
fn a_body_of_any_text_reads_back_in_every_format() {
    try_many("words", |bytes| {
        let mut body = ErrorBody::new(text(bytes)?, text(bytes)?, bytes.arbitrary()?);
        assert_eq!(serde_json::to_string(&body).unwrap(), by_serde(&body.code, &body.message, body.http));
        if bytes.arbitrary()? {
            body.request_id = Some(text(bytes)?.into());
        }
        let json = serde_json::to_string(&body).unwrap();
        assert_eq!(serde_json::from_str::<ErrorBody<'_>>(&json).unwrap(), body);
        let compact = postcard::to_allocvec(&body).unwrap();
        assert_eq!(postcard::from_bytes::<ErrorBody<'_>>(&compact).unwrap(), body);
        let mut binary = Vec::new();
        ciborium::into_writer(&body, &mut binary).unwrap();
        assert_eq!(ciborium::from_reader::<OwnedErrorBody, _>(binary.as_slice()).unwrap().0, body);
        Ok(())
    });
}

#[test]
fn only_exact_codes_are_accepted() {
    let codes: Vec<_> = StudioError::CODES.iter().map(|info| info.code().as_str()).collect();
    // Every number of a code, with many invalid variations.
    for number in 0..=u16::MAX {
        let code = format!("STUDIO_{number}");
        let known = codes.contains(&&*code);
        assert_eq!(
            StudioError::from_code(&code).map(|error| error.code()).is_some_and(|it| it == *code),
            known,
            "{code}"
        );
        assert_eq!(StudioError::CODES.get(&code).is_some(), known, "{code}");
        for near in [
            format!("STUDIO_0{number}"),
            format!("STUDIO_+{number}"),
            format!("studio_{number}"),
            format!("STUDIO{number}"),
        ] {
            assert_eq!(StudioError::from_code(&near), None, "{near}");
            assert!(StudioError::CODES.get(&near).is_none(), "{near}");
        }
    }
    try_many("codes", |bytes| {
        let mut code = if bytes.ratio(1, 2)? { (*bytes.choose(&codes)?).to_owned() } else { text(bytes)? };
        for _ in 0..bytes.int_in_range(0..=2)? {
            let place = bytes.int_in_range(0..=code.len())?;
            if code.is_char_boundary(place) {
                match bytes.int_in_range(0..=2)? {
                    0 => code.truncate(place),
                    1 => code
                        .insert(place, *bytes.choose(&['0', '1', '9', '_', ' ', '\0', '+', '-', 'S', '\u{660}', 'é'])?),
                    _ => code = code.split_at(place).1.to_owned(),
                }
            }
        }
        let known = codes.contains(&&*code);
        assert_eq!(StudioError::from_code(&code).is_some(), known, "{code}");
        assert_eq!(StudioError::CODES.get(&code).is_some(), known, "{code}");
        Ok(())
    });
}

#[test]
fn any_retry_after_header_gives_a_time_or_none() {
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777);
    try_many("retry-after", |bytes| {
        let header = match bytes.int_in_range(0..=2)? {
            0 => text(bytes)?,
            1 => format!("{}{}", bytes.choose(&["", " ", "\t", "+", "-", "0"])?, bytes.arbitrary::<u128>()?),
            _ => {
                let day = bytes.choose(&["Sun", "Tue", "Xyz"])?;
                let month = bytes.choose(&["Nov", "Feb", "nov"])?;
                let (date, year) = (bytes.int_in_range(0..=32_u8)?, bytes.arbitrary::<u16>()?);
                format!("{day}, {date:02} {month} {year:04} 08:49:{:02} GMT", bytes.int_in_range(0..=61_u8)?)
            }
        };
        let wait = retry_after(&header, now);
        let digits = header.trim_matches([' ', '\t']);
        if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            let seconds = digits.parse::<u64>().map_or(1 << 31, |seconds| seconds.min(1 << 31));
            assert_eq!(wait, Some(Duration::from_secs(seconds)));
        }
        Ok(())
    });
}

#[test]
fn any_accept_header_gets_one_of_two_formats() {
    try_many("accept", |bytes| {
        let mut accept = String::new();
        for _ in 0..bytes.int_in_range(0..=6)? {
            accept += bytes.choose(&[
                "application/json",
                "application/problem+json",
                "application/*",
                "*/*",
                "text/html",
                ";q=0.5",
                ";q=0",
                ";q=1.000",
                ";q=2",
                ";q=-1",
                ";q=inf",
                "; charset=\"a,b\"",
                "\"",
                ",",
                ", ",
                ";",
                "/",
                "é",
            ])?;
            if bytes.ratio(1, 8)? {
                accept += &text(bytes)?;
            }
        }
        let response = ErrorResponse::from(QuotaError::QuotaExceeded).negotiate(&accept);
        let problem = response.content_type() == "application/problem+json";
        assert!(problem || response.content_type() == "application/json");
        // A client that does not ask for problem details does not get them.
        assert!(!problem || accept.contains("application/problem+json") || accept.contains("/*"), "{accept}");
        assert!(serde_json::from_str::<Value>(&response.body()).is_ok());
        Ok(())
    });
}

#[test]
fn any_text_is_a_reference_or_an_error_and_a_reference_is_written_in_every_format() {
    let sound = Reference::of::<QuotaError>().to_json();
    let mut read = 0_u64;
    try_many("references", |bytes| {
        let mut value: Value = serde_json::from_str(&sound).unwrap();
        for _ in 0..bytes.int_in_range(0..=4)? {
            let (list, row) = (*bytes.choose(&["codes", "categories", "reserved"])?, bytes.int_in_range(0..=3)?);
            let member = *bytes.choose(&[
                "code",
                "number",
                "http",
                "name",
                "slug",
                "title",
                "first",
                "category",
                "description",
            ])?;
            let new = match bytes.int_in_range(0..=3)? {
                0 => Value::from(bytes.arbitrary::<u16>()?),
                1 => Value::Null,
                _ => Value::from(text(bytes)?),
            };
            if let Some(Value::Object(row)) = value[list].get_mut(row) {
                row.insert(member.to_owned(), new);
            }
        }
        let json = if bytes.ratio(1, 8)? { text(bytes)? } else { value.to_string() };
        let Ok(reference) = Reference::from_json(&json) else { return Ok(()) };
        read += 1;
        assert_eq!(Reference::from_json(&reference.to_json()).unwrap(), reference);
        let page = reference.to_html();
        assert_eq!(page.matches("<script").count(), 1, "{page}");
        for format in Format::ALL {
            let text = format.write(&reference);
            assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
            // A page isolates the text of each cell, but a source file does not.
            let is_source = matches!(format, Format::Json | Format::OpenApi | Format::TypeScript | Format::Python);
            assert!(!is_source || !text.contains(['\u{202e}', '\u{2028}']), "{text:?}");
        }
        let rows = reference.to_markdown();
        assert_eq!(rows.lines().filter(|line| line.starts_with("| <a id=")).count(), reference.codes.len());
        assert!(serde_json::from_str::<Value>(&reference.to_openapi()).is_ok());
        Ok(())
    });
    println!("{read} of them were references");
}
