//! The field of a violation in a gRPC status.

use alloc::string::String;
use core::fmt::Write;

use serde_json::Value;

/// The path of the field at a JSON pointer, as `google.rpc.BadRequest` writes it: `/items/1/email` is `items[1].email`. An index
/// is that of the pointer, from 0. A name that is not an identifier is a string in brackets, `by_name["a.b"]`.
pub(super) fn path(pointer: &str) -> String {
    let Some(tokens) = pointer.strip_prefix('/') else { return pointer.into() };
    let mut path = String::new();
    for token in tokens.split('/') {
        let name = token.replace("~1", "/").replace("~0", "~");
        // Writing to a `String` cannot fail.
        let _ = if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()) {
            write!(path, "[{name}]")
        } else if is_identifier(&name) {
            write!(path, "{}{name}", if path.is_empty() { "" } else { "." })
        } else {
            write!(path, "[{}]", Value::String(name))
        };
    }
    path
}

fn is_identifier(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_becomes_a_path() {
        for (pointer, expected) in [
            ("", ""),
            ("/email", "email"),
            ("/items/1/email", "items[1].email"),
            ("/0", "[0]"),
            ("/emails/3/type/2", "emails[3].type[2]"),
            ("/matrix/0/10", "matrix[0][10]"),
            ("/by_name/a.b/width", r#"by_name["a.b"].width"#),
            ("/by_name/a~1b~0c", r#"by_name["a/b~c"]"#),
            ("/by_name/~01", r#"by_name["~1"]"#),
            ("/by_name/\"]", r#"by_name["\"]"]"#),
            ("/", r#"[""]"#),
            ("/1st", r#"["1st"]"#),
            // An author wrote a path already.
            ("items[1].email", "items[1].email"),
        ] {
            assert_eq!(path(pointer), expected, "{pointer}");
        }
    }
}
