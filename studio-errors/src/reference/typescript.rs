//! The reference as a TypeScript module.

use alloc::format;
use alloc::string::{String, ToString};

use super::Reference;
use crate::text::escape::{self, Terminal};

impl Reference {
    /// The reference as a TypeScript module without imports.
    ///
    /// | export | is |
    /// |---|---|
    /// | `ErrorCode` | the union of the codes: a `switch` over it is exhaustive |
    /// | `ErrorBody` | the wire format |
    /// | `ERRORS` | for each code its `http`, `name`, `category`, `description` and `resolution` |
    /// | `isErrorCode` | whether a text is one of the codes: a server may be newer than its client |
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
            table += &format!(
                "  {code}: {{\n    http: {},\n    name: {},\n    category: {},\n    description: {},\n    resolution: {},\n  }},\n",
                row.http,
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
            "// {}, written from the code by studio-errors.\n\nexport type ErrorCode ={union};\n{TYPES}{table}{END}",
            Terminal(&self.title())
        )
    }
}

const TYPES: &str = "
/** What every failed request is answered with. */
export interface ErrorBody {
  readonly error: {
    /** What to match on: an `ErrorCode`, or one that is newer than this module. */
    readonly code: string;
    /** What happened, for people. */
    readonly message: string;
    /** The HTTP status of the response. */
    readonly http: number;
  };
}

/** What is known of one code. */
export interface ErrorFacts {
  readonly http: number;
  readonly name: string;
  readonly category: string;
  readonly description: string;
  /** What the client can do about it; empty when nothing is stated. */
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

/// Text as a string literal: JSON's are JavaScript's (ECMA-262, JSON superset).
fn literal(text: &str) -> String {
    escape::json(serde_json::Value::from(text).to_string())
}

#[cfg(test)]
mod tests {
    use crate::catalog::QuotaError;
    use crate::code::CodeList;
    use crate::reference::Reference;

    #[test]
    fn every_code_is_in_the_union_and_in_the_table() {
        let mut reference = Reference::of::<QuotaError>();
        reference.codes.truncate(2);
        reference.codes[1].description = "a \"quote\"\n".into();
        let module = reference.to_typescript();
        let union = "// STUDIO error codes, written from the code by studio-errors.\n\n\
            export type ErrorCode =\n  | \"STUDIO_1600\"\n  | \"STUDIO_1601\";\n";
        assert!(module.starts_with(union), "{module}");
        let row = "  \"STUDIO_1601\": {\n    http: 402,\n    name: \"INSUFFICIENT_CREDITS\",\n    category: \"quota\",\n    \
            description: \"a \\\"quote\\\"\\n\",\n    resolution: \"Purchase additional credits or upgrade subscription tier\",\n  },\n} as const";
        assert!(module.contains(row), "{module}");
        assert!(Reference::from(CodeList::EMPTY).to_typescript().contains("ErrorCode = never;"));
    }
}
