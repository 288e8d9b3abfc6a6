//! The reference as a TypeScript module.

use alloc::format;
use alloc::string::{String, ToString};

use super::literal::literal;
use super::rows::{CodeRow, Reference};
use crate::text::escape::Terminal;

impl Reference {
    /// The reference as a TypeScript module without imports.
    ///
    /// | export | is |
    /// |---|---|
    /// | `ErrorCode` | the union of the codes: a `switch` over it is exhaustive |
    /// | `ErrorBody` | the error body |
    /// | `ERRORS` | for each code its `http`, `retryable`, `name`, `category`, `description` and `resolution`; a deprecated code has `@deprecated` |
    /// | `isErrorCode` | whether a string is one of the codes: a server can be newer than its client |
    ///
    /// Everything is keyed by code, so two codes can share a name.
    ///
    /// ```
    /// use studio_errors::catalog::QuotaError;
    /// use studio_errors::reference::Reference;
    ///
    /// let module = Reference::of::<QuotaError>().to_typescript();
    /// assert!(module.contains(r#"  | "STUDIO_1601""#));
    /// ```
    #[must_use]
    pub fn to_typescript(&self) -> String {
        let mut union = String::new();
        let mut table = String::new();
        for row in &self.codes {
            let code = literal(&row.code);
            union += &format!("\n  | {code}");
            table += &deprecated(row);
            table += &format!(
                "  {code}: {{\n    http: {},\n    retryable: {},\n    name: {},\n    category: {},\n    description: {},\n    resolution: {},\n  }},\n",
                row.http,
                row.retryable,
                literal(&row.name),
                literal(&row.category),
                literal(&row.description),
                literal(&row.resolution),
            );
        }
        if union.is_empty() {
            union += " never";
        }
        format!(
            "// {}, generated from the code by studio-errors.\n\nexport type ErrorCode ={union};\n{TYPES}{table}{END}",
            Terminal(&self.title())
        )
    }
}

const TYPES: &str = "
/** The body of every error response. */
export interface ErrorBody {
  readonly error: {
    /** The code to match on: an `ErrorCode`, or a code that is newer than this module. */
    readonly code: string;
    /** What happened, for people. */
    readonly message: string;
    /** The HTTP status of the response. */
    readonly http: number;
  };
}

/** The facts of one code. */
export interface ErrorFacts {
  readonly http: number;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
  readonly name: string;
  readonly category: string;
  readonly description: string;
  /** What the client can do about it; empty if nothing is stated. */
  readonly resolution: string;
}

export const ERRORS = {
";

const END: &str = "\
} as const satisfies Readonly<Record<ErrorCode, ErrorFacts>>;

/** Whether `code` is one of the codes of this module. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.prototype.hasOwnProperty.call(ERRORS, code);
}
";

/// A line with the tag `@deprecated`, which editors show where the code is used.
fn deprecated(row: &CodeRow) -> String {
    let Some(deprecated) = &row.deprecated else { return String::new() };
    // The text cannot end the comment.
    let text = Terminal(&deprecated.to_string()).to_string().replace("*/", "*\\/");
    format!("  /** @{text} */\n")
}

#[cfg(test)]
mod tests {
    use crate::catalog::QuotaError;
    use crate::code::CodeList;
    use crate::reference::{DeprecatedRow, Reference};

    #[test]
    fn a_deprecated_code_has_a_tag_that_its_note_cannot_end() {
        let mut reference = Reference::of::<QuotaError>();
        reference.codes[0].deprecated =
            Some(DeprecatedRow { since: Some("1.2".into()), note: Some("use */ alert(1) /*\nnow".into()) });
        let module = reference.to_typescript();
        assert!(
            module.contains("  /** @deprecated since 1.2: use *\\/ alert(1) /* now */\n  \"STUDIO_1600\": {\n"),
            "{module}"
        );
        assert_eq!(module.matches("@deprecated").count(), 1);
    }

    #[test]
    fn every_code_is_in_the_union_and_in_the_table() {
        let mut reference = Reference::of::<QuotaError>();
        reference.codes.truncate(2);
        reference.codes[1].description = "a \"quote\"\n".into();
        let module = reference.to_typescript();
        let union = "// STUDIO error codes, generated from the code by studio-errors.\n\n\
            export type ErrorCode =\n  | \"STUDIO_1600\"\n  | \"STUDIO_1601\";\n";
        assert!(module.starts_with(union), "{module}");
        let row = "  \"STUDIO_1601\": {\n    http: 402,\n    retryable: false,\n    name: \"INSUFFICIENT_CREDITS\",\n    category: \"quota\",\n    \
            description: \"a \\\"quote\\\"\\n\",\n    resolution: \"Purchase additional credits or upgrade subscription tier\",\n  },\n} as const";
        assert!(module.contains(row), "{module}");
        assert!(Reference::from(CodeList::EMPTY).to_typescript().contains("ErrorCode = never;"));
    }
}
