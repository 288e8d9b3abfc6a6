//! The errors of the crate `validator`.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use validator::{ValidationError, ValidationErrors, ValidationErrorsKind};

use super::{Violation, Violations, push};

/// One violation for each error, in the order of the pointers.
///
/// `rule` is the code of the error. An error without a message gets one from its code and its bounds (`min`, `max` and the
/// like): its other parameters are values of the request.
///
/// A name in a pointer is the name of the Rust field: validator does not know `#[serde(rename)]`. For the values of a map,
/// validator reports their position instead of their key.
///
/// ```
/// use studio_errors::Violations;
/// use validator::Validate;
///
/// #[derive(Validate)]
/// struct Generate {
///     #[validate(length(min = 1, message = "must not be empty"))]
///     prompt: String,
///     #[validate(range(min = 64, max = 2048))]
///     width: u32,
/// }
///
/// let report = Generate { prompt: String::new(), width: 1 }.validate().unwrap_err();
/// assert_eq!(
///     Violations::from(report).to_string(),
///     "/prompt: must not be empty (length); /width: does not satisfy `range` (min 64, max 2048) (range)",
/// );
/// ```
impl From<ValidationErrors> for Violations {
    fn from(errors: ValidationErrors) -> Self {
        let mut violations = Vec::new();
        of_struct(errors, "", &mut violations);
        Self::sorted(violations)
    }
}

fn of_struct(errors: ValidationErrors, parent: &str, violations: &mut Vec<Violation>) {
    for (field, kind) in errors.into_errors() {
        let pointer = field_pointer(parent, &field);
        match kind {
            ValidationErrorsKind::Struct(errors) => of_struct(*errors, &pointer, violations),
            ValidationErrorsKind::List(items) => {
                for (index, errors) in items {
                    let mut pointer = pointer.clone();
                    push(&mut pointer, index);
                    of_struct(*errors, &pointer, violations);
                }
            }
            ValidationErrorsKind::Field(errors) => {
                violations.extend(errors.into_iter().map(|error| of_field(error, pointer.clone())));
            }
        }
    }
}

/// Two names are no fields: validator uses them for the errors of a whole struct and of a list.
fn field_pointer(parent: &str, field: &str) -> String {
    let mut pointer = parent.to_string();
    if !matches!(field, "__all__" | "_tmp_validator") {
        // validator writes a raw identifier as in the source.
        push(&mut pointer, field.strip_prefix("r#").unwrap_or(field));
    }
    pointer
}

fn of_field(error: ValidationError, pointer: String) -> Violation {
    let message = error.message.as_deref().map_or_else(|| message_of_rule(&error), ToString::to_string);
    Violation::new(pointer, message).with_rule(error.code)
}

/// The parameters that the rule states.
const BOUNDS: [&str; 5] = ["min", "exclusive_min", "max", "exclusive_max", "equal"];

fn message_of_rule(error: &ValidationError) -> String {
    let bounds = BOUNDS.iter().filter_map(|name| Some(format!("{name} {}", error.params.get(*name)?)));
    match bounds.collect::<Vec<_>>().join(", ") {
        bounds if bounds.is_empty() => format!("does not satisfy `{}`", error.code),
        bounds => format!("does not satisfy `{}` ({bounds})", error.code),
    }
}
